"""The residents' screens but the cards: what, where, all crisis numbers, what the pictograms mean."""

from dataclasses import replace
from functools import cached_property
from urllib.parse import parse_qsl

from actors.pictograms.choice import neutral, path_of
from actors.pictograms.interface import Words, term_words
from actors.pictograms.mosaic import MOSAIC, Cell
from actors.pictograms.numbers import HelpNumber, for_needs
from actors.pictograms.screen import Link, Screen
from actors.pictograms.words import Sign, explained, explained_conditions
from actors.search.terms import Term

NUMBER_GROUPS = ("homelessness", "mind", "health", "safety", "family", "youth", "money")  # in this order


class What(Screen):
    """Screen 1: the needs as tiles."""

    name = "help"

    back = ""

    @property
    def is_broken(self) -> bool:
        """The address asks for something that we do not know."""
        return not self.choice.is_whole

    @cached_property
    def tiles(self) -> list[Link]:
        needs = (need for need in self.terms["need"].values() if "resident" in need.marks)
        return [self._tile(need) for need in needs]

    def _tile(self, need: Term) -> Link:
        place_known = self.choice.near is not None
        address = self.address("help-cards" if place_known else "help-where", needs=(need,), themes=(), several=False)
        return Link(
            address, term_words(need, self.content), need.pictogram, need in self.choice.needs, neutral(need.key)
        )

    @property
    def switch(self) -> str:
        """To choosing several, or back to one."""
        return self.address("help", needs=(), themes=(), several=not self.choice.several)

    @property
    def next_screen(self) -> str:
        """Where the form of several needs goes; its fields carry what was chosen before."""
        name = "help-cards" if self.choice.near else "help-where"
        return path_of(name, self.content)

    @property
    def kept_fields(self) -> list[tuple[str, str]]:
        """What was chosen before, as fields of the form."""
        return parse_qsl(replace(self.choice, needs=(), themes=(), several=False, page=1).query())


class Where(Screen):
    """Screen 2: my municipality, near me, or everywhere."""

    name = "help-where"

    @property
    def everywhere(self) -> str:
        return self.address("help-cards", municipality=None, neighbourhood=None)

    @cached_property
    def municipalities(self) -> list[Link]:
        found = sorted(self.terms["municipality"].values(), key=lambda term: term.name(self.content))
        return [self._link(term) for term in found]

    @cached_property
    def mosaic(self) -> list[tuple[Link, Cell]]:
        """The municipalities where they lie, roughly."""
        terms = self.terms["municipality"]
        return [(self._link(terms[nis]), cell) for nis, cell in MOSAIC.items() if nis in terms]

    def _link(self, municipality: Term) -> Link:
        address = self.address("help-cards", municipality=municipality, neighbourhood=None)
        return Link(address, Words(municipality.name(self.content), self.texts_in), "location-dot")


class Numbers(Screen):
    """All crisis numbers, by need."""

    name = "help-numbers"

    @property
    def groups(self) -> list[tuple[Link, list[HelpNumber]]]:
        """The emergency numbers stand first by themselves; every other number once, under its first need."""
        groups, shown = [], {number.slug for number in self.emergencies}
        for code in NUMBER_GROUPS:
            need = self.terms["need"].get(code)
            numbers = [number for number in for_needs(self.numbers, [code]) if number.slug not in shown]
            if need and numbers:
                shown |= {number.slug for number in numbers}
                groups.append((Link("", term_words(need, self.content), need.pictogram, code=code), numbers))
        return groups

    @property
    def emergencies(self) -> list[HelpNumber]:
        return [number for number in self.numbers if number.is_emergency]


class Legend(Screen):
    """What each pictogram means."""

    name = "help-legend"

    @property
    def needs(self) -> list[tuple[Link, list[Link]]]:
        needs = (need for need in self.terms["need"].values() if "resident" in need.marks)
        return [(self._term(need), [self._term(t) for t in self.terms.themes_of(need.code)]) for need in needs]

    @property
    def signs(self) -> list[tuple[Sign, str]]:
        """The signs of a card that are no conditions, each with what it says."""
        return explained()

    @property
    def conditions(self) -> list[tuple[tuple[Sign, str], tuple[Sign, str]]]:
        """Each condition in both forms: plain, and crossed."""
        return explained_conditions()

    def _term(self, term: Term) -> Link:
        return Link("", term_words(term, self.content), term.pictogram)
