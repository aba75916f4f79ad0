"""Answering the question of a campaign: by a front desk with its link, or by staff as they heard it. Taking it back."""

from datetime import date, datetime, timedelta

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.enums import CampaignAnswer, CampaignKind
from actors.models import CampaignRequest
from actors.models.campaign import HIGHEST, LONGEST, WITH_WORDS
from actors.personal_data import Personal, personal_kind_in

SALT = "campaigns.answer"
NAME = "name"  # code of an error: what was typed looks like a name, and may be said to be none
DAYS = ("closed_from", "closed_until")
GIVEN = ("answer", "number", "words", "language", "answered_how", "answered_by_id", *DAYS)
FARTHEST = timedelta(days=730)
AS_TYPED = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]  # where a browser has no calendar of its own


class AnswerForm(forms.Form):
    """What a form says of one question; what another answer asks is left out of it."""

    answer = forms.ChoiceField()
    closed_from = forms.DateField(required=False, input_formats=AS_TYPED)
    closed_until = forms.DateField(required=False, input_formats=AS_TYPED)
    number = forms.IntegerField(required=False)
    words = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, data, *, asked: CampaignRequest):
        super().__init__(data)
        self.fields["answer"].choices = [(one.value, one.label) for one in asked.campaign.answers]
        wrong = _("How many? A number from 1 to %(highest)s, or nothing where you do not know.") % {"highest": HIGHEST}
        self.fields["number"].error_messages["invalid"] = self._wrong_number = wrong
        self._asks_number = asked.campaign.kind == CampaignKind.NUMBER and self.data.get("answer") == CampaignAnswer.YES
        if not self._asks_number:
            del self.fields["number"]  # whatever stands in it: "no" has no number

    def clean(self) -> dict:
        given = super().clean()
        if given.get("answer") == CampaignAnswer.CLOSED:
            self._check_days(given.get("closed_from"), given.get("closed_until"))
        else:
            given |= dict.fromkeys(DAYS)
        given.setdefault("number", None)
        if given.get("answer") not in WITH_WORDS:
            given["words"] = ""
        elif not given.get("words"):
            raise ValidationError(_("Write it in a few words."))
        return given

    def clean_number(self) -> int | None:
        number = self.cleaned_data["number"]
        if number is not None and not 1 <= number <= HIGHEST:
            raise ValidationError(self._wrong_number)
        return number

    def _check_days(self, first: date | None, last: date | None) -> None:
        if not first or not last:
            raise ValidationError(_("Give the first and the last day on which you are closed."))
        if first > last:
            raise ValidationError(_("The last day lies before the first."))
        if last < timezone.localdate() or last - timezone.localdate() > FARTHEST:
            raise ValidationError(_("Give days from today on, within two years."))


@transaction.atomic
def answer(*, asked: CampaignRequest, data, how: str, user=None, seen: str | None = None) -> str:
    """Write down what a form says of a question, in place of what was said before. A note that takes it back.

    `seen`: when the answer was given that whoever sends the form had before them; None: whoever is last is right.

    Raises:
        ValidationError: the question is over, the answer is none, or somebody answered meanwhile.
    """
    now = _taken(asked)
    if seen is not None and seen != _moment(now):
        raise ValidationError(_("Somebody answered meanwhile: look again at what is said now."))
    form = AnswerForm(data, asked=now)
    if not form.is_valid():
        raise ValidationError([message for messages in form.errors.values() for message in messages])
    _check_words(form.cleaned_data["words"], is_no_person="no_person" in data)
    before = _note(now)
    for name, value in form.cleaned_data.items():
        setattr(now, name, value)
    now.language = get_language() if now.words else ""
    now.answered_at, now.answered_how, now.answered_by = timezone.now(), how, user
    _save(now)
    return signing.dumps([now.pk, _moment(now), before], salt=SALT)


@transaction.atomic
def take_back(*, asked: CampaignRequest, note: str) -> None:
    """Put back what was said before, as long as nobody said anything else since.

    Raises:
        ValidationError: somebody did, the question is over, or this is no such note.
    """
    now = _taken(asked)
    try:
        pk, moment, before = signing.loads(note, salt=SALT)
    except (signing.BadSignature, ValueError):
        pk, moment, before = None, None, {}
    if pk != now.pk or moment != _moment(now):
        raise ValidationError(_("Somebody said something else meanwhile: nothing was undone."))
    for name in GIVEN:
        value = before.get(name)  # notes of the days before there was a number have none
        setattr(now, name, date.fromisoformat(value) if value and name in DAYS else value)
    now.answered_at = datetime.fromisoformat(before["answered_at"]) if before["answered_at"] else None
    _save(now)


def _taken(asked: CampaignRequest) -> CampaignRequest:
    """The question as it is now; who else answers it meanwhile waits."""
    found = CampaignRequest.objects.open().select_for_update(of=("self",)).filter(pk=asked.pk)
    if not (now := found.select_related("campaign").first()):
        raise ValidationError(_("This question is over. Nothing was changed."))
    return now


def _check_words(words: str, *, is_no_person: bool) -> None:
    """Nothing about people is kept. `is_no_person`: whoever wrote it says so."""
    if kind := personal_kind_in(words, allowed={Personal.BARE_NAME} if is_no_person else ()):
        raise ValidationError(kind.request, code=NAME if kind is Personal.BARE_NAME else None)


def _save(now: CampaignRequest) -> None:
    now.full_clean()
    now.save(update_fields=[*(name.removesuffix("_id") for name in GIVEN), "answered_at"])


def _moment(asked: CampaignRequest) -> str:
    return asked.answered_at.isoformat() if asked.answered_at else ""


def _note(asked: CampaignRequest) -> dict:
    values = {name: getattr(asked, name) for name in GIVEN}
    values |= {name: values[name] and values[name].isoformat() for name in DAYS}
    return {**values, "answered_at": _moment(asked)}
