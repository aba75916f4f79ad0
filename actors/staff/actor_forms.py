"""The forms of an actor itself, its contact channels and its closures."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.enums import ContactKind, Status
from actors.models import Actor, Closure, Contact
from actors.phones import dialled
from actors.plain_hours import plain_hours
from actors.staff.fields import DayField, LongText, ManyField, RecordForm, sync
from actors.staff.relation_forms import ActorField, TypedField, offer, take
from actors.understood import understood
from zones.models import CareZone

STATUSES = [(status.value, status.label) for status in Status if status is not Status.MERGED]
AREA = {"rows": 4}
LAST_YEAR = 2200  # somebody typed a digit too many


class ActorForm(RecordForm):
    """The actor: names, kind, publication."""

    template = "staff/actor_form.html"
    removable = False
    title = _("The organisation")
    authorities = ManyField(label=_("Subsidised or recognised by"))
    parent = ActorField(required=False, label=_("Part of the organisation"))
    parent_find = TypedField()
    ends_on = DayField(label=_("Last day"), help_text=_("Only of a temporary project."))
    consent_on = DayField(label=_("Consent recorded on"))
    status = forms.ChoiceField(choices=STATUSES, initial=Status.DRAFT.value, label=_("Status"))

    class Meta:
        model = Actor
        fields = [
            *("name_nl", "name_fr", "name_language", "acronym_nl", "acronym_fr", "description_nl", "description_fr"),
            *("kind", "language_group", "status", "level", "ends_on", "consent_on", "review_months", "steward"),
            "parent",
        ]
        widgets = {"description_nl": forms.Textarea(AREA), "description_fr": forms.Textarea(AREA)}
        field_classes = {"description_nl": LongText, "description_fr": LongText}

    @classmethod
    def prepare(cls, fields, lists):
        fields["authorities"].choices = lists.authorities

    def limit_to(self, user) -> None:
        """Zone teams say of what an actor is part, the regional team also which zone keeps it.

        A zone team keeps its new ones itself.
        """
        if self.lists.finder.may_place:
            self.lists.finder.remember(self.instance.parent)
            offer(self, "parent")
        else:
            del self.fields["parent"], self.fields["parent_find"]
        if permissions.is_regional(user):
            self.own("steward").choices = [("", _("the regional team")), *_zone_choices(self.lists.land.zones)]
            return
        if self.exists:
            del self.fields["steward"]
            return
        field = self.own("steward")
        field.queryset = CareZone.objects.filter(members__user=user)
        field.choices = _zone_choices(field.queryset)
        field.required = True
        field.initial = field.choices[0][0] if field.choices else None

    def clean(self):
        if "parent" in self.fields:
            take(self, "parent")
        return self.cleaned_data

    def save_links(self, instance):
        sync(instance.authority_links, "authority_id", set(self.cleaned_data["authorities"]))


def _zone_choices(zones) -> list[tuple[str, str]]:
    return [(str(zone.pk), zone.name) for zone in zones]


class ContactForm(RecordForm):
    """A telephone number, an e-mail address, a web page."""

    template = "staff/contact_form.html"
    says_nothing = frozenset({"kind", "level"})
    title = _("New contact channel")
    opening_hours = forms.CharField(
        required=False,
        max_length=500,
        label=_("When it is answered"),
        help_text=_("As one writes it, e.g. ma-vr 9-12u; feestdagen gesloten. Empty: not known."),
    )
    consent_on = DayField(label=_("Consent recorded on"))

    class Meta:
        model = Contact
        fields = ["kind", "value", "label_nl", "label_fr", "opening_hours", "level", "is_personal", "consent_on"]

    def __init__(self, *args, instance=None, **kwargs):
        given = {"opening_hours": plain_hours(instance.opening_hours)} if instance else None
        super().__init__(*args, instance=instance, given=given, **kwargs)

    @property
    def has_hours(self) -> bool:
        """Whether hours are asked of it: of a telephone, and of what is not chosen yet."""
        return self["kind"].value() in {ContactKind.PHONE, "", None} or bool(self.shown("opening_hours"))

    def clean_value(self):
        """A Belgian number as people write it is kept as one that dials from everywhere."""
        value = self.cleaned_data["value"]
        if self.cleaned_data.get("kind") == ContactKind.PHONE:
            if number := dialled(value):
                return number
            raise ValidationError(_("Write the number as 02 123 45 67 or +32 2 123 45 67."))
        if self.cleaned_data.get("kind") in {ContactKind.WEBSITE, ContactKind.SOCIAL} and "://" not in value:
            return f"https://{value}"
        return value

    def clean_opening_hours(self):
        """What stands there in plain words, in the syntax; what nobody touched as it was."""
        if "opening_hours" not in self.changed_data:
            return self.instance.opening_hours
        return understood(self.cleaned_data["opening_hours"])


class ClosureForm(RecordForm):
    """Days on which the whole actor, or one place, is closed: the first and the last one."""

    template = "staff/closure_form.html"
    title = _("New closure")
    first = DayField(label=_("First day closed"), required=True)
    last = DayField(label=_("Last day closed"), required=True)

    class Meta:
        model = Closure
        fields = ["reason_nl", "reason_fr"]

    def __init__(self, *args, instance=None, **kwargs):
        days = {"first": instance.days.lower, "last": instance.days.upper - timedelta(days=1)} if instance else None
        super().__init__(*args, instance=instance, given=days, **kwargs)

    def clean(self):
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day comes before the first."))
        elif last and last.year > LAST_YEAR:
            self.add_error("last", _("This day is too far away."))
        elif first and last:
            self.instance.days = DateRange(first, last + timedelta(days=1))
        return self.cleaned_data
