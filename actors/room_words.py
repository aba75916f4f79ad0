"""Whether there is room, in words and signs: never by colour alone."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actors.enums import AvailabilityStatus
from actors.models import Availability
from actors.search.room import counting

WEEK = 7

# Status: pictogram, class that colours it.
SIGNS = {
    AvailabilityStatus.OPEN: ("circle-check", "open"),
    AvailabilityStatus.LIMITED: ("circle-half-stroke", "limited"),
    AvailabilityStatus.WAITING_LIST: ("hourglass-half", "waiting"),
    AvailabilityStatus.FULL: ("circle-xmark", "full"),
    AvailabilityStatus.PAUSED: ("circle-pause", "full"),
    AvailabilityStatus.UNKNOWN: ("circle-question", "unknown"),
}
WORDS: dict[str, Promise] = {
    AvailabilityStatus.OPEN: gettext_lazy("Room"),
    AvailabilityStatus.LIMITED: gettext_lazy("Little room"),
    AvailabilityStatus.WAITING_LIST: gettext_lazy("Waiting list"),
    AvailabilityStatus.FULL: gettext_lazy("Full"),
    AvailabilityStatus.PAUSED: gettext_lazy("Paused"),
    AvailabilityStatus.UNKNOWN: gettext_lazy("Room not known"),
}


@dataclass(frozen=True)
class RoomWords:
    """The best status of a service as it is shown: status that counts now, words, sign, and what was said last."""

    status: str
    words: str
    when: str
    detail: str = ""

    @property
    def pictogram(self) -> str:
        return SIGNS[AvailabilityStatus(self.status)][0]

    @property
    def tone(self) -> str:
        return SIGNS[AvailabilityStatus(self.status)][1]


def room_words(said: list[Availability], now: datetime) -> RoomWords:
    """The best status that counts at a moment, which may be to come; where none does, "not known" with the last."""
    if best := counting(said, now):
        when = _when(best.confirmed_at, min(now, timezone.now()))
        return RoomWords(best.status, _words(best), when, _detail(best))
    words = str(WORDS[AvailabilityStatus.UNKNOWN])
    if not said:
        return RoomWords(AvailabilityStatus.UNKNOWN, words, "")
    last = max(said, key=lambda status: status.confirmed_at)
    detail = _("last known: {status}, {date}").format(
        status=str(WORDS[AvailabilityStatus(last.status)]).lower(),
        date=date_format(timezone.localtime(last.confirmed_at), "j F Y"),
    )
    return RoomWords(AvailabilityStatus.UNKNOWN, words, "", detail)


def _words(status: Availability) -> str:
    words = str(WORDS[AvailabilityStatus(status.status)])
    return f"{words}, {waiting_words(status.waiting_days)}" if status.waiting_days else words


def waiting_words(days: int) -> str:
    """A waiting time as people say it: about 3 weeks, about 2 months."""
    if days < 2 * WEEK:
        return ngettext("about {count} day", "about {count} days", days).format(count=days)
    if days < 10 * WEEK:
        weeks = round(days / WEEK)
        return ngettext("about {count} week", "about {count} weeks", weeks).format(count=weeks)
    months = round(days / 30.4)
    return ngettext("about {count} month", "about {count} months", months).format(count=months)


def _when(confirmed_at: datetime, now: datetime) -> str:
    days = (timezone.localdate(now) - timezone.localdate(confirmed_at)).days
    if days <= 0:
        return _("confirmed today")
    if days == 1:
        return _("confirmed yesterday")
    return _("confirmed on {date}").format(date=date_format(timezone.localtime(confirmed_at), "j F"))


def _detail(status: Availability) -> str:
    parts = []
    if status.places_free is not None:
        parts.append(
            ngettext("{count} place free", "{count} places free", status.places_free).format(count=status.places_free)
        )
    if status.note:
        parts.append(status.note)
    return " · ".join(parts)
