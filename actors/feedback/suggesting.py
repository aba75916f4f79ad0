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
from actors.personal_data import Personal, personal_data_in
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
        label=_("What should it be?"),
        help_text=_(
            "Write nothing about a person: no names, no register number, nothing about somebody who is helped."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST}),
        error_messages={"required": _("Write what it should be.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address, if you want an answer"),
        required=False,
        help_text=_("Nobody gets to see it. It is used for one answer and goes with that, after thirty days at most."),
        error_messages={"invalid": _("This is no e-mail address. Correct it, or leave it empty.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_proposed(self) -> str:
        text = plain_text(self.cleaned_data["proposed"])
        if not text:
            raise forms.ValidationError(_("Write what it should be."))
        if len(text) > LONGEST:
            raise forms.ValidationError(_too_long(text))
        return text

    def clean(self):
        text, field = self.cleaned_data.get("proposed", ""), self.cleaned_data.get("field", SuggestionField.OTHER)
        if asked := personal_data_in(text, allowed=ALLOWED[SuggestionField(field)]):
            self.add_error("proposed", asked)
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
