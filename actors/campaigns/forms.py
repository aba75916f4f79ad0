"""The form of a campaign."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.enums import CampaignKind
from actors.models import Campaign
from actors.personal_data import Personal, personal_kind_in
from actors.staff.fields import DayField

TEXTS = ("title_nl", "title_fr", "question_nl", "question_fr")
LONGEST = timedelta(days=180)


class CampaignForm(forms.ModelForm):
    """What is asked, of whom, until when. Of a campaign that runs only the last day changes."""

    ends_on = DayField(label=_("Last day on which one can answer"), required=True)
    no_person = forms.BooleanField(required=False, label=_("It is not the name of a person"))
    asks_name = False  # a text looks as if it held one
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Campaign
        fields = (*TEXTS, "kind", "ends_on", "zone", "theme", "actor_kind")
        labels = {
            "title_nl": _("Title in Dutch"),
            "title_fr": _("Title in French"),
            "question_nl": _("Question in Dutch"),
            "question_fr": _("Question in French"),
            "kind": _("What can be answered?"),
            "zone": _("Actors of care zone"),
            "theme": _("That offer"),
            "actor_kind": _("Kind of actor"),
        }
        help_texts = {
            "title_nl": _("Short: it is the subject of the mail."),
            "question_nl": _("One question, in one or two sentences. Nothing about people."),
        }
        widgets = {"question_nl": forms.Textarea({"rows": 3}), "question_fr": forms.Textarea({"rows": 3})}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_draft:
            self.fields = {name: self.fields[name] for name in ("ends_on", "version")}
            return
        for name in TEXTS:
            self.fields[name].required = True
        zone, region = self.fields["zone"], permissions.is_regional(user)
        zone.queryset, zone.required = permissions.zones_of(user), not region
        zone.empty_label = _("the whole Region") if region else None
        zone.help_text = ""  # the empty choice says it
        self.fields["theme"].empty_label = _("anything")
        self.fields["theme"].queryset = self.fields["theme"].queryset.select_related("need")
        self.fields["actor_kind"].choices = [("", _("every kind")), *self.fields["actor_kind"].choices[1:]]
        self.fields["kind"].choices = CampaignKind.choices

    def clean_ends_on(self):
        day, today = self.cleaned_data["ends_on"], timezone.localdate()
        if day < today or day - today > LONGEST:
            raise ValidationError(_("Choose a day from today on, within half a year."))
        return day

    def clean(self):
        given = super().clean()
        for name in TEXTS:
            self._look_for_people(name, given.get(name) or "")
        return given

    def _look_for_people(self, name: str, text: str) -> None:
        """What is new in a text is about nobody: it goes to many. What only looks like a name is asked about."""
        is_no_person = self.cleaned_data.get("no_person")
        if text == (self.initial.get(name) or ""):
            return
        if kind := personal_kind_in(text, allowed={Personal.BARE_NAME} if is_no_person else ()):
            self.add_error(name, str(kind.request))
        self.asks_name = self.asks_name or kind is Personal.BARE_NAME or bool(is_no_person)

    @property
    def shown_fields(self) -> list:
        """All but what is asked only where a text looks like a name."""
        return [field for field in self.visible_fields() if field.name != "no_person"]
