"""Hours, distances, room and conditions in plain words.

The sentences about hours are also told to the device (`hours_sentences`), which fills them in without connection.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, wraps
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from actors.enums import AvailabilityStatus, ContactKind, Cost
from actors.hours import comment_words
from actors.models import Service
from actors.models.admission import FACT_BY_CODE, Fact
from actors.opening import BRUSSELS, OpenState
from actors.walking import RULE, way_sentences

T = TypeVar("T")

WEEK = 7


@dataclass(frozen=True)
class Sign:
    """Something said by a pictogram and words; `tone` colours it: good, calm, stop or unknown."""

    pictogram: str
    words: str
    tone: str


@dataclass(frozen=True)
class Condition:
    """A question that decides whether one can come as one is, with its three answers in plain words.

    Signs are those of the professionals' pages: the thing, crossed where it is not needed.
    """

    fact: Fact
    yes: Promise
    no: Promise
    unknown: Promise

    def sign(self, service: Service) -> Sign:
        """The answer of a service. Unknown is said as such."""
        answer = getattr(service, self.fact.field)
        if answer is None:
            return Sign(self.fact.pictogram, str(self.unknown), "unknown")
        return self.answered(answer)

    def answered(self, answer: bool) -> Sign:
        """A known answer; "good" is the one that keeps nobody out."""
        return Sign(self.fact.sign(answer), str(self.yes if answer else self.no), "good" if answer else "calm")


# Always these five, always in this order: who does not read finds them by their place.
CONDITIONS = (
    Condition(FACT_BY_CODE["free"], gettext_lazy("Free"), gettext_lazy("Not free"), gettext_lazy("Free?")),
    Condition(
        FACT_BY_CODE["no-papers"],
        gettext_lazy("Papers not needed"),
        gettext_lazy("Papers needed"),
        gettext_lazy("Papers?"),
    ),
    Condition(
        FACT_BY_CODE["no-appointment"],
        gettext_lazy("No appointment"),
        gettext_lazy("Appointment needed"),
        gettext_lazy("Appointment?"),
    ),
    Condition(
        FACT_BY_CODE["anonymous"],
        gettext_lazy("Name not needed"),
        gettext_lazy("Name needed"),
        gettext_lazy("Name?"),
    ),
    Condition(FACT_BY_CODE["dogs"], gettext_lazy("Dog allowed"), gettext_lazy("No dogs"), gettext_lazy("Dog?")),
)


HOURS_TO_ASK = gettext_lazy("Opening hours?")


def per_language(make: Callable[[], T]) -> Callable[[], T]:
    """Words that dozens of lines of a screen are filled in with: put together once for each language of the screens."""
    made = cache(lambda _language: make())
    return wraps(make)(lambda: made(get_language()))


def plain_time(moment: datetime) -> str:
    """A time as it is said: 16 uur, 9.30 uur; 16 h, 9 h 30."""
    local = moment.astimezone(BRUSSELS)
    pattern = time_sentences()["whole" if local.minute == 0 else "part"]
    return pattern.format(hour=local.hour, minute=f"{local.minute:02}")


@per_language
def time_sentences() -> dict[str, str]:
    """A whole hour, and a part of one."""
    return {"whole": pgettext("plain time", "{hour}:00"), "part": pgettext("plain time", "{hour}:{minute}")}


def plain_day(moment: datetime) -> str:
    """A day of the week in full."""
    return day_names()[moment.astimezone(BRUSSELS).weekday()]


@per_language
def day_names() -> list[str]:
    """The days of the week, Monday first."""
    return [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]


@per_language
def hours_sentences() -> dict[str, str]:
    """The sentences about hours, with what is to be filled in between braces."""
    return {
        "always": _("Open now, day and night"),
        "until": _("Open now, until {time}"),
        "untilDay": _("Open now, until {date} at {time}"),
        "now": _("Open now"),
        "today": _("Opens today at {time}"),
        "tomorrow": _("Opens tomorrow at {time}"),
        "later": _("Opens on {day} at {time}"),
        "on": _("Opens on {day} {date} at {time}"),
        "closed": _("Closed now"),
        "unknown": _("Hours not known"),
    }


def hours_sign(state: OpenState, now: datetime) -> Sign:
    """Open or not, until when, or when it opens."""
    if state.now is None and state.comment:
        return Sign("clock", capfirst(comment_words(state.comment)), "calm")
    key, moment = _hours_case(state, now)
    words = hours_sentences()[key]
    if moment:
        date = f"{moment.day}/{moment.month}"
        words = words.format(time=plain_time(moment), day=plain_day(moment), date=date)
    tone = {"always": "good", "until": "good", "untilDay": "good", "unknown": "unknown"}.get(key, "calm")
    return Sign({"good": "door-open", "unknown": "circle-question"}.get(tone, "clock"), words, tone)


def phone_sign(state: OpenState, now: datetime) -> Sign:
    """When the telephone is answered: "Telephone: open now, until 12:00"."""
    said = hours_sign(state, now)
    return Sign("phone", telephone_sentence().format(hours=said.words[:1].lower() + said.words[1:]), said.tone)


def telephone_sentence() -> str:
    """What stands before the hours of a telephone."""
    return _("Telephone: {hours}")


def _hours_case(state: OpenState, now: datetime) -> tuple[str, datetime | None]:
    if state.now and state.until is None:
        return "always", None
    if state.now:
        until = state.until.astimezone(BRUSSELS)
        return ("untilDay" if (until.date() - now.astimezone(BRUSSELS).date()).days > 1 else "until"), until
    if state.opens_at is None:
        return ("closed" if state.now is False else "unknown"), None
    opens = state.opens_at.astimezone(BRUSSELS)
    ahead = (opens.date() - now.astimezone(BRUSSELS).date()).days
    return {0: "today", 1: "tomorrow"}.get(ahead, "later" if ahead < WEEK else "on"), opens


ROOM = {
    AvailabilityStatus.OPEN: ("circle-check", gettext_lazy("There is room"), "good"),
    AvailabilityStatus.LIMITED: ("circle-half-stroke", gettext_lazy("A little room"), "good"),
    AvailabilityStatus.WAITING_LIST: ("hourglass-half", gettext_lazy("You have to wait for a place"), "calm"),
    AvailabilityStatus.FULL: ("circle-xmark", gettext_lazy("Full today"), "stop"),
    AvailabilityStatus.PAUSED: ("circle-pause", gettext_lazy("Stopped for a while"), "stop"),
}


def room_sign(status: str) -> Sign | None:
    """Whether there is room; nothing where nobody knows, because a question mark helps nobody here."""
    if status not in ROOM:
        return None
    pictogram, words, tone = ROOM[AvailabilityStatus(status)]
    return Sign(pictogram, str(words), tone)


COSTS = {Cost.FREE: gettext_lazy("Calling is free"), Cost.PAID: gettext_lazy("Calling costs money")}


def cost_words(cost: str) -> str:
    """What a call costs; nothing where nobody knows."""
    return str(COSTS.get(Cost(cost), ""))


def in_town(municipality: str) -> str:
    """Where it is, for who chose a municipality: nobody lives in its middle, so no walk is told."""
    return way_sentences()["in"].format(municipality=municipality)


def horizon(now: datetime) -> datetime:
    """Until when hours are told to a device: two weeks of whole days."""
    local = now.astimezone(BRUSSELS)
    return local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=15)


BUTTONS = {
    ContactKind.PHONE: ("phone", gettext_lazy("Call")),
    ContactKind.EMAIL: ("envelope", gettext_lazy("Write")),
    ContactKind.WEBSITE: ("globe", gettext_lazy("Read")),
    ContactKind.SOCIAL: ("paper-plane", gettext_lazy("Write")),
}


def sentences() -> dict:
    """What the device says of hours, distance, room and conditions, in the language that is active."""
    return {
        "hours": hours_sentences(),
        "days": day_names(),
        "time": time_sentences(),
        "way": way_sentences(),
        "pace": RULE,
        "phone": telephone_sentence(),
        "ask": str(HOURS_TO_ASK),
        "secret": _("Secret address. Call first."),
        "room": {str(status): [sign, str(words), tone] for status, (sign, words, tone) in ROOM.items()},
        "facts": [_three(condition) for condition in CONDITIONS],
        "call": {str(kind): [pictogram, str(words)] for kind, (pictogram, words) in BUTTONS.items()},
    }


def _three(condition: Condition) -> dict[str, list[str]]:
    """Sign, words and tone of each answer to a condition, as the device is told them: y, n; and the question."""
    answers = {"y": condition.answered(True), "n": condition.answered(False)}
    told = {answer: [sign.pictogram, sign.words, sign.tone] for answer, sign in answers.items()}
    return {**told, "?": str(condition.unknown)}


def explained() -> list[tuple[Sign, str]]:
    """The signs of a card that are no conditions, each with what it says."""
    return [
        (Sign("door-open", _("Open now"), "good"), _("Somebody is there. You can go.")),
        (Sign("clock", _("Closed now"), "calm"), _("We say when it opens again.")),
        (Sign("circle-check", _("There is room"), "good"), _("You can go or call.")),
        (Sign("circle-xmark", _("Full today"), "stop"), _("There is no room today. We show where there is.")),
        (Sign("person-walking", _("The way"), ""), _("A map shows the way on foot.")),
        (Sign("volume-high", _("Listen"), ""), _("Your phone reads the text aloud.")),
    ]


def explained_conditions() -> list[tuple[tuple[Sign, str], tuple[Sign, str]]]:
    """Each condition in both forms, the plain sign first, with what it says."""
    meanings = (
        (_("You pay nothing."), _("You have to pay.")),
        (_("You do not have to show papers."), _("You have to show papers.")),
        (_("You can just go there."), _("Call first, and agree on a day and an hour.")),
        (_("You do not have to say who you are."), _("They ask who you are.")),
        (_("Your dog may come in."), _("Your dog may not come in.")),
    )
    both = []
    for condition, (yes, no) in zip(CONDITIONS, meanings, strict=True):
        forms = {True: (condition.answered(True), yes), False: (condition.answered(False), no)}
        both.append((forms[not condition.fact.crossed], forms[condition.fact.crossed]))
    return both
