"""Proposing a correction: by anyone, for any listing that they see."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from actors.catalogue.viewer import viewer_of
from actors.enums import SuggestionField
from actors.feedback.limits import TooManyError, is_within
from actors.models import Actor, Service, Suggestion, Viewer
from actors.models.suggestion import LONGEST
from actors.personal_data import Personal, personal_kind_in
from actors.reporters import reporter_mark
from repertorium.door import plain_text

MOST_A_DAY = {False: 10, True: 50}  # suggestions by one sender; whether it is an account of a professional
MOST_WAITING = 20  # for one listing, by people without an account: more of them are read when these are handled
WHAT = "suggestions"

# A number or an address is what is asked for; a street or a house may have the name of a person.
ALLOWED = {field: {Personal.EMAIL, Personal.MOBILE} for field in SuggestionField}
ALLOWED[SuggestionField.ADDRESS] = ALLOWED[SuggestionField.NAME] = {*Personal} - {Personal.NATIONAL_NUMBER}


def _too_long(value: str) -> str:
    count = len(value) - LONGEST
    words = ngettext(
        "This is {count} letter too long: at most {most}.", "This is {count} letters too long: at most {most}.", count
    )
    return words.format(count=count, most=LONGEST)


class SuggestionForm(forms.Form):
    """What is wrong, and what it should be."""

    field = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=SuggestionField.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong."), "invalid_choice": _("Choose what is wrong.")},
    )
    proposed = forms.CharField(
        label=_("What should it be, if you know?"),
        required=False,
        help_text=_(
            "Do you not know it? Leave this empty: that it is wrong is enough. Write nothing about a person: no names, "
            "no register number, nothing about somebody who is helped."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address, if you want an answer"),
        required=False,
        help_text=_(
            "We write to you once, to say what came of it, and then delete your address; without an answer we delete "
            "it after thirty days. Nobody gets to see it."
        ),
        error_messages={"invalid": _("This is no e-mail address. Correct it, or leave it empty.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    no_person = forms.BooleanField(required=False)  # whoever sends it says that what looks like a name is none
    asks_name = False

    def clean_proposed(self) -> str:
        text = plain_text(self.cleaned_data["proposed"])
        if len(text) > LONGEST:
            raise forms.ValidationError(_too_long(text))
        return text

    def clean(self):
        text, field = self.cleaned_data.get("proposed", ""), self.cleaned_data.get("field")
        allowed = ALLOWED[SuggestionField(field or SuggestionField.OTHER)]
        if self.cleaned_data.pop("no_person", False):
            allowed = {*allowed, Personal.BARE_NAME}
        if kind := personal_kind_in(text, allowed=allowed):
            self.asks_name = kind is Personal.BARE_NAME
            self.add_error("proposed", str(kind.request))
        if field == SuggestionField.OTHER and not text and "proposed" not in self.errors:
            self.add_error("proposed", _("Write what is wrong."))
        return self.cleaned_data


def suggest(request: HttpRequest, listing: Actor | Service, said: dict[str, str]) -> None:
    """Keep a suggestion; one that waits already in the same words is kept once.

    Raises:
        TooManyError: whoever sends it, or all without an account together for this listing, sent as much as one may.
    """
    professional = viewer_of(request) is not Viewer.VISITOR
    of = {"service" if isinstance(listing, Service) else "actor": listing}
    waiting = Suggestion.objects.waiting().filter(**of)
    if waiting.filter(field=said["field"], proposed__iexact=said["proposed"], email=said["email"]).exists():
        return
    if not professional and waiting.filter(by_professional=False).count() >= MOST_WAITING:
        raise TooManyError
    if not is_within(request, WHAT, MOST_A_DAY[professional]):
        raise TooManyError
    Suggestion.objects.create(
        **of,
        **said,
        language=get_language(),
        by_professional=professional,
        reporter=reporter_mark(request, WHAT),
    )
