"""Whom to call about a service that has no telephone of its own: one rule for every face.

The OCMW/CPAS that is competent where the person or the service is; where none is known, the general line: the first
checked number for social questions of every kind.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.db import connection

from actors.enums import CompetenceKind, ContactKind
from actors.models import Competence, Contact, CrisisNumber, Viewer
from actors.models.contact import display_phone
from actors.shelf import KEPT_SECONDS

FOR_ANYTHING = "rights"  # the need whose number listens to social questions of every kind


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

    def nearest(self, municipalities: Iterable[str]) -> Helpline | None:
        """That of the first of these municipalities that has one, else the general line."""
        found = (self.by_municipality.get(nis) for nis in municipalities)
        return next((helpline for helpline in found if helpline), self.general)


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
    general = CrisisNumber.objects.checked().for_need(FOR_ANYTHING).first()
    line = general and Helpline(general.number, _names(general.name_nl, general.name_fr), general.opening_hours)
    return Helplines(found, line)


def _names(dutch: str | None, french: str | None) -> tuple[tuple[str, str], ...]:
    return ("nl", dutch or ""), ("fr", french or "")
