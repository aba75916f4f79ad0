"""Who can advise where a service has no telephone of its own: one rule for every face.

Of health, mind and safety the number of that need (the doctor on duty, somebody who listens): an OCMW/CPAS knows
nothing of the hours of a hospital. Of everything else the OCMW/CPAS of the person or the service, never where it
refused; where none is known, the general line: the first checked number for social questions of every kind.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.db import connection

from actors.enums import CompetenceKind, ContactKind
from actors.models import Competence, Contact, CrisisNumber, Viewer
from actors.models.contact import display_phone
from actors.search.words import LANGUAGES
from actors.shelf import KEPT_SECONDS

FOR_ANYTHING = "rights"  # the need whose number listens to social questions of every kind
WITH_OWN_NUMBER = ("health", "mind", "safety")  # needs of which an OCMW/CPAS is not the one to ask


@dataclass(frozen=True)
class Helpline:
    """A telephone number (as dialled), and who answers it, per language; nobody for a service's own number."""

    number: str
    names: tuple[tuple[str, str], ...] = ()
    hours: str = ""  # when it is answered, where that is known

    @property
    def href(self) -> str:
        return f"tel:{self.number}"

    @property
    def display(self) -> str:
        """As it is written in Belgium."""
        return display_phone(self.number)

    def name(self, language: str) -> str:
        return dict(self.names).get(language) or next((name for _language, name in self.names if name), "")


@dataclass(frozen=True)
class Helplines:
    """The numbers to fall back to: per municipality (NIS code) that of its OCMW/CPAS, and the general line."""

    by_municipality: dict[str, Helpline]
    general: Helpline | None
    dispatchers: dict[int, CrisisNumber] = field(default_factory=dict)
    by_need: dict[tuple[str, str], Helpline] = field(default_factory=dict)  # need and language of who asks

    def advising(self, need: str, language: str, municipalities: Iterable[str]) -> Helpline | None:
        """Who can advise on a need (its code): the number of the need in this language, else the OCMW/CPAS of the first
        of these municipalities (NIS codes) that has one, else the general line."""
        if need in WITH_OWN_NUMBER and (line := self.by_need.get((need, language))):
            return line
        found = (self.by_municipality.get(nis) for nis in municipalities)
        return next((helpline for helpline in found if helpline), self.general)

    def advising_on(self, needs: Iterable[str], language: str, municipalities: list[str]) -> list[Helpline]:
        """Who can advise on each of these needs, each once: for a list of services, of which this is said once."""
        found = (self.advising(need, language, municipalities) for need in needs)
        return list(dict.fromkeys(line for line in found if line))


def helplines() -> Helplines:
    """The numbers to fall back to, in three queries. They change a few times a year: what was read is kept for a
    minute, as caches keep public pages, but not inside a transaction."""
    if connection.in_atomic_block:
        return _read()
    return _read_this_minute(connection.settings_dict["NAME"], int(time.monotonic() // KEPT_SECONDS))


@lru_cache(maxsize=1)
def _read_this_minute(database: str, minute: int) -> Helplines:
    return replace(_read(), dispatchers=CrisisNumber.objects.in_bulk())


def dispatchers(pks: Iterable[int]) -> dict[int, CrisisNumber]:
    """The numbers that give the places of services, by primary key; kept like the others.

    A service may be read with a number that was added since: whoever is missing is read at once.
    """
    wanted = set(pks)
    if not connection.in_atomic_block and wanted <= (kept := helplines().dispatchers).keys():
        return kept
    return CrisisNumber.objects.in_bulk(wanted)


def _read() -> Helplines:
    competent = Competence.objects.filter(kind=CompetenceKind.OCMW_CPAS, municipality__isnull=False)
    phones = Contact.objects.visible_to(Viewer.RESIDENT).filter(kind=ContactKind.PHONE, actor__isnull=False)
    rows = (
        phones.filter(actor__competences__in=competent)
        .order_by("-pk")  # the first of an actor is written last, and stays
        .values_list(
            "actor__competences__municipality__nis", "value", "opening_hours", "actor__name_nl", "actor__name_fr"
        )
    )
    found = {nis: Helpline(number, _names(nl, fr), hours) for nis, number, hours, nl, fr in rows if nis}
    by_need = _lines_of_needs()
    general = next((line for (need, _language), line in by_need.items() if need == FOR_ANYTHING), None)
    return Helplines(found, general, by_need=by_need)


def _lines_of_needs() -> dict[tuple[str, str], Helpline]:
    """Per need and language of the site the first checked number that answers in it, or of which nobody told in which
    languages it does. Not 112 and 101: they are for emergencies."""
    checked = CrisisNumber.objects.checked().filter(is_emergency=False)
    rows = (
        checked.filter(need_links__need__code__in=(*WITH_OWN_NUMBER, FOR_ANYTHING))
        .order_by("need_links__position", "position", "pk")
        .values_list(
            *("need_links__need__code", "languages__code", "number", "name_nl", "name_fr", "opening_hours"),
        )
    )
    found: dict[tuple[str, str], Helpline] = {}
    for need, spoken, number, dutch, french, hours in rows:
        for language in LANGUAGES if spoken is None else {spoken} & {*LANGUAGES}:
            found.setdefault((need, language), Helpline(number, _names(dutch, french), hours))
    return found


def _names(dutch: str | None, french: str | None) -> tuple[tuple[str, str], ...]:
    return ("nl", dutch or ""), ("fr", french or "")
