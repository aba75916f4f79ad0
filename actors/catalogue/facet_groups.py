"""The filters as people see them: at most seven groups, every value with its count under the other filters."""

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _

from actors.enums import ActorKind, CareLevel, Serves
from actors.models.admission import ACCESS_MODES, FACT_BY_CODE, FACTS
from actors.search.engine import Found
from actors.search.query import Query
from actors.search.terms import Terms

CHOICES = {"level": CareLevel, "serves": Serves, "kind": ActorKind}
AT_ONCE = 6  # values that a group shows before "more"


class Value(NamedTuple):
    """One value of a filter. What would find nothing is disabled, not hidden."""

    name: str  # of the field in the form
    code: str
    label: str
    count: int
    checked: bool
    pictogram: str = ""

    @property
    def disabled(self) -> bool:
        return self.count == 0 and not self.checked

    @property
    def id(self) -> str:
        return f"{self.name}-{self.code}"


@dataclass(frozen=True)
class Group:
    """A group of values under one heading: those that stand at once, and the rest behind "more"."""

    title: str
    values: list[Value]
    more: list[Value] = field(default_factory=list)
    is_open: bool = True
    extra: str = ""  # a field of its own that the template draws here


class Groups:
    """All groups of one search."""

    def __init__(self, terms: Terms, query: Query, found: Found):
        self.terms, self.query, self.counts = terms, query, found.facets
        self.chosen = {key for keys in query.filters.values() for key in keys}

    def all(self) -> list[Group]:
        """The groups in the order in which they are read."""
        return [
            Group(_("Now"), self._now(), extra="moment"),
            self._group(_("Need"), self._needs()),
            self._group(_("Admission"), self._fixed("facts")),
            self._group(_("Where"), [*self._zones(), *self._places()]),
            self._group(_("For whom"), self._of_terms("target")),
            self._group(_("Language spoken"), self._of_terms("language")),
            self._group(_("More filters"), self._rest(), is_open=False),
        ]

    def _group(self, title: str, values: list[Value], *, is_open: bool = True) -> Group:
        """At first the chosen ones and the most frequent, in their own order; what finds nothing comes after."""
        first = sorted(values, key=lambda value: (not value.checked, -value.count))
        chosen = sum(value.checked for value in values)
        at_once = {value.id for value in first[: max(AT_ONCE, chosen)] if not value.disabled}
        return Group(
            title,
            [value for value in values if value.id in at_once],
            [value for value in values if value.id not in at_once],
            is_open=is_open or chosen > 0,
        )

    def _now(self) -> list[Value]:
        return [
            Value("room", "on", _("Has room"), self.counts["has_room"]["yes"], self.query.has_room),
            Value("open", "on", _("Open now"), self.counts["open_at"]["yes"], self.query.is_now),
        ]

    def _needs(self) -> list[Value]:
        """Needs; under each chosen one its themes."""
        values = []
        for need in self.terms["need"].values():
            values.append(self._term_value("what", need))
            themes = self.terms.themes_of(need.code)
            if need.key in self.chosen or any(theme.key in self.chosen for theme in themes):
                values += [self._term_value("what", theme) for theme in themes]
        return values

    def _zones(self) -> list[Value]:
        return self._of_terms("zone")

    def _places(self) -> list[Value]:
        """Municipalities and neighbourhoods of the chosen zones; all municipalities when none is chosen."""
        zones = {key.partition(":")[2] for key in self.query.filters.get("zone", ())}
        municipalities = [
            term for term in self.terms["municipality"].values() if not zones or term.parent in {*zones, ""}
        ]
        values = [self._term_value("municipality", term) for term in municipalities]
        chosen = {key.partition(":")[2] for key in self.query.filters.get("municipality", ())}
        neighbourhoods = [
            term for term in self.terms["neighbourhood"].values() if term.parent in chosen or term.key in self.chosen
        ]
        return values + [self._term_value("neighbourhood", term) for term in neighbourhoods]

    def _of_terms(self, name: str) -> list[Value]:
        return [self._term_value(name, term) for term in self.terms[name].values()]

    def _term_value(self, name: str, term) -> Value:
        return Value(
            term.kind,
            term.code,
            term.name(self.query.language),
            self.counts[name].get(term.key, 0),
            term.key in self.chosen,
            term.pictogram if term.kind in {"need", "theme"} else "",
        )

    def _fixed(self, *lists: str) -> list[Value]:
        """The values of closed lists of the code."""
        known = fixed(self.query.language)
        return [
            Value(name, code, label, self.counts[name].get(key, 0), key in self.chosen, pictogram)
            for each in lists
            for name, code, key, label, pictogram in known[each]
        ]

    def _rest(self) -> list[Value]:
        networks = (value for value in self._of_terms("network") if value.count or value.checked)
        return [*self._fixed("access", "level", "serves", "kind"), *networks]


@cache
def fixed(language: str) -> dict[str, list[tuple[str, str, str, str, str]]]:
    """The closed lists: filter, code, key, label and pictogram of every value."""
    facts = {"facts": FACTS, "access": ACCESS_MODES}
    rows = {name: [("admission", fact.code, fact.label, fact.wish_sign) for fact in one] for name, one in facts.items()}
    for name, choices in CHOICES.items():
        rows[name] = [(name, code, label, "") for code, label in choices.choices]
    with translation.override(language):
        return {
            each: [(name, code, f"{name}:{code}", str(label), pictogram) for name, code, label, pictogram in values]
            for each, values in rows.items()
        }


def label_of(terms: Terms, name: str, code: str, language: str) -> str:
    """What a chosen value is called."""
    if name == "admission":
        return str(FACT_BY_CODE[code].label)
    if name in CHOICES:
        return str(CHOICES[name](code).label)
    return terms[name][code].name(language)
