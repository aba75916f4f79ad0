"""The question of a campaign as one actor is asked it, with what it answered, in words and in the fields of a form."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from actors.campaigns.said import Said
from actors.enums import CampaignAnswer, CampaignKind
from actors.models import CampaignRequest

FIELDS = ("closed_from", "closed_until", "number", "words")
TAPS = {CampaignAnswer.YES, CampaignAnswer.NO, CampaignAnswer.AS_USUAL}  # one tap says all of it


@dataclass
class Question:
    """A question to an actor. `said`: what came of a form that was sent just now, which held `typed`."""

    asked: CampaignRequest
    said: Said | None = None
    typed: QueryDict | None = None
    asks_name: bool = False  # what was typed looks like the name of a person

    @property
    def key(self) -> str:
        """Its name within a page."""
        return f"question-{self.asked.pk}"

    @property
    def taps(self) -> list[tuple]:
        """What can be said with one tap: value, words, whether that is said now."""
        return [(one.value, one.label, self.asked.answer == one) for one in self.asked.campaign.answers if one in TAPS]

    @property
    def may_be_closed(self) -> bool:
        """Whether days on which it is closed are an answer."""
        return CampaignAnswer.CLOSED in self.asked.campaign.answers

    @property
    def asks_number(self) -> bool:
        """Whether "yes" is asked how many."""
        return self.asked.campaign.kind == CampaignKind.NUMBER

    @property
    def lacks_number(self) -> bool:
        """Whether "yes" was said without how many."""
        return self.asks_number and self.asked.answer == CampaignAnswer.YES and self.asked.number is None

    @property
    def in_words(self) -> str:
        """The answer that is given in words; none where there is no such answer."""
        given = {CampaignAnswer.OTHER_HOURS, CampaignAnswer.WORDS} & {*self.asked.campaign.answers}
        return next(iter(given)).value if given else ""

    @property
    def fields(self) -> dict[str, str]:
        """What stands in the fields: what was typed, where that was not right, else what is said now."""
        if self.said and self.said.error and self.typed is not None:
            return {name: self.typed.get(name, "") for name in FIELDS}
        values = {name: getattr(self.asked, name) for name in FIELDS}
        return {name: "" if value is None else str(value) for name, value in values.items()}

    @property
    def seen(self) -> str:
        """What of it was there when a form was drawn."""
        return self.asked.answered_at.isoformat() if self.asked.answered_at else ""

    @property
    def words(self) -> str:
        """The answer in words; empty without one."""
        return answer_words(self.asked)


def answer_words(asked: CampaignRequest) -> str:
    """What an actor answered, in words; empty where it did not."""
    if asked.answer == CampaignAnswer.CLOSED:
        if asked.closed_from == asked.closed_until:
            return _("closed on %(day)s") % {"day": date_format(asked.closed_from)}
        days = {"first": date_format(asked.closed_from), "last": date_format(asked.closed_until)}
        return _("closed from %(first)s to %(last)s") % days
    if asked.number:
        return _("yes: %(number)s") % {"number": number_format(asked.number)}
    if asked.words:
        return asked.words
    return asked.get_answer_display() if asked.answer else ""
