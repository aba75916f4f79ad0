"""The residents' screens: what, where, cards; and the page of all crisis numbers."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation

from actors.enums import ContactKind, Serves
from actors.models import Viewer
from actors.pictograms.cards import BLANK, HelpCard, help_cards
from actors.pictograms.choice import INTERFACE, REGION, Choice, neutral
from actors.pictograms.instead import add_instead
from actors.pictograms.interface import Interface, Words, offered, term_words
from actors.pictograms.mosaic import MOSAIC, Cell
from actors.pictograms.numbers import HelpNumber, for_needs, help_numbers
from actors.pictograms.words import Sign, explained, sentences
from actors.search import Found, Query, Sort, engine, search
from actors.search.terms import Term

CARDS = 8  # on a page, and on paper
FOR_RESIDENTS = (f"serves:{Serves.PUBLIC}", f"serves:{Serves.BOTH}")
FIRST_NUMBERS = 3
FOR_ANYTHING = "rights"  # the need whose number listens to social questions of every kind
NUMBER_GROUPS = ("homelessness", "mind", "health", "safety", "family", "youth", "money")  # in this order


@dataclass(frozen=True)
class Link:
    """Something to tap: pictogram, words and where it leads."""

    address: str
    words: Words
    pictogram: str = ""
    is_chosen: bool = False
    code: str = ""


class Screen:
    """What every screen has: the choice, the language of the site and, where it differs, of the screen."""

    name = ""

    def __init__(self, request: HttpRequest):
        self.index = engine().index
        self.terms = self.index.terms
        self.content = translation.get_language()
        self.choice = Choice.of(request, self.terms)
        self.now: datetime = timezone.now()

    @property
    def interface(self) -> Interface | None:
        return self.choice.interface

    @property
    def texts_in(self) -> str:
        """The language of what services write, where the screen has another; else empty."""
        return self.content if self.interface else ""

    @cached_property
    def numbers(self) -> list[HelpNumber]:
        return help_numbers(self.terms, self.content, self.texts_in, self.now)

    @property
    def languages(self) -> list[tuple[Interface, str]]:
        """The added languages that may be chosen, each by its own name."""
        return [(one, self.address(self.name, interface=one)) for one in offered() if one != self.interface]

    @property
    def own_language(self) -> str:
        """The same screen in the language of the site."""
        return self.address(self.name, interface=None, page=self.choice.page)

    def address(self, name: str, **changes) -> str:
        """The address of a screen with what was chosen, in the language of the site."""
        with translation.override(self.content):
            return self.choice.address(name, **changes)

    @property
    def every_language(self) -> list[tuple[str, str]]:
        """This screen in each language of the site."""
        return [(code, self._in(code)) for code, _name in settings.LANGUAGES]

    @property
    def site_languages(self) -> list[tuple[str, str]]:
        """This screen in the other languages of the site."""
        return [(code, address) for code, address in self.every_language if code != self.content]

    def _in(self, language: str) -> str:
        with translation.override(language):
            return self.choice.address(self.name, interface=None, page=self.choice.page)

    @property
    def back(self) -> str:
        """One screen back; the first has none."""
        return self.start

    @property
    def leave(self) -> str:
        """Where "leave this page" leads."""
        return settings.LEAVE_URL

    # --- without connection ---

    @property
    def store(self) -> str:
        """The data that a device may keep: of the municipality that was chosen, else of the whole Region."""
        area = self.choice.home.partition(":")[2] or REGION
        language = f"?{INTERFACE}={self.interface.code}" if self.interface else ""
        with translation.override(self.content):
            return reverse("help-bundle", args=[area]) + language

    @property
    def sentences(self) -> dict:
        return sentences()

    # --- the ways that stand on every screen ---

    @property
    def start(self) -> str:
        return self.address("help", needs=(), themes=(), several=False)

    @property
    def all_numbers(self) -> str:
        return self.address("help-numbers", needs=(), themes=(), several=False)

    @property
    def legend(self) -> str:
        return self.address("help-legend", needs=(), themes=(), several=False)


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
        with translation.override(self.content):
            return reverse(name)

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


class Cards(Screen):
    """Screen 3: what, where, open, how, and a button to call."""

    name = "help-cards"
    blank_card = BLANK

    @property
    def back(self) -> str:
        return self.address("help-where") if self.choice.near is None else self.start

    @property
    def query(self) -> Query:
        choice = self.choice
        return Query(
            filters={"what": choice.wanted, "serves": FOR_RESIDENTS},
            near=choice.near,
            lives_in=choice.home,
            sort=Sort.RESIDENT,
            language=self.content,
            viewer=Viewer.RESIDENT,
            now=self.now,
        )

    @cached_property
    def found(self) -> Found:
        return search(self.query, limit=CARDS, offset=(self.choice.page - 1) * CARDS, counts=False)

    @cached_property
    def cards(self) -> list[HelpCard]:
        if not self.choice.needs:
            return []  # a page to keep, which the device fills
        cards = help_cards(self.index, self.found.pks, self.content, self.texts_in, self.now, self.choice.near)
        if len(self.choice.needs) > 1:
            for card in cards:
                card.covers = [term_words(need, self.content) for need in self._met_by(card.pk)]
        add_instead(self.index, cards, self.content, self.texts_in, self.now, self.choice.near)
        return cards

    def _met_by(self, pk: int) -> list[Term]:
        return [need for need in self.choice.needs if pk in self.index.postings[need.key]]

    @property
    def needs(self) -> list[Link]:
        """What was chosen, as a heading."""
        return [Link("", term_words(need, self.content), need.pictogram) for need in self.choice.needs]

    @cached_property
    def urgent_numbers(self) -> list[HelpNumber]:
        """The crisis numbers of what was chosen; where neither they nor cards have a telephone, those for anything."""
        found = for_needs(self.numbers, [need.code for need in self.choice.needs])
        by_phone = any(card.button and card.button.kind == ContactKind.PHONE for card in self.cards)
        return found if found or by_phone else for_needs(self.numbers, [FOR_ANYTHING])

    @property
    def is_urgent(self) -> bool:
        return any("urgent" in need.marks for need in self.choice.needs)

    @property
    def first_numbers(self) -> list[HelpNumber]:
        """Those that stand above the cards, in sight; the others are a tap away."""
        return self.urgent_numbers[:FIRST_NUMBERS] if self.is_urgent else []

    @property
    def more_numbers(self) -> list[HelpNumber]:
        return self.urgent_numbers[len(self.first_numbers) :]

    @cached_property
    def themes(self) -> list[Link]:
        """The themes of the needs: a tap takes one in or out."""
        terms = [theme for need in self.choice.needs for theme in self.terms.themes_of(need.code)]
        return [self._theme(theme) for theme in terms]

    def _theme(self, theme: Term) -> Link:
        chosen = self.choice.themes
        is_chosen = theme in chosen
        themes = tuple(one for one in chosen if one != theme) if is_chosen else (*chosen, theme)
        return Link(
            self.address("help-cards", themes=themes), term_words(theme, self.content), theme.pictogram, is_chosen
        )

    @property
    def place_name(self) -> Words | None:
        place = self.choice.neighbourhood or self.choice.municipality
        return Words(place.name(self.content), self.texts_in) if place else None

    @property
    def elsewhere(self) -> str:
        """The way to another place."""
        return self.address("help-where", municipality=None, neighbourhood=None)

    @property
    def everywhere(self) -> str:
        return self.address("help-cards", municipality=None, neighbourhood=None)

    @property
    def on_paper(self) -> str:
        return self.address("help-paper", page=self.choice.page)

    @property
    def next_page(self) -> str:
        shown = (self.choice.page - 1) * CARDS + len(self.found.pks)
        return self.address("help-cards", page=self.choice.page + 1) if shown < self.found.total else ""

    @property
    def previous_page(self) -> str:
        return self.address("help-cards", page=self.choice.page - 1) if self.choice.page > 1 else ""


class Paper(Cards):
    """The cards of one page on paper, for somebody without telephone."""

    name = "help-paper"

    @property
    def back(self) -> str:
        return self.address("help-cards", page=self.choice.page)


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
        """The signs of a card, each with what it says."""
        return explained()

    def _term(self, term: Term) -> Link:
        return Link("", term_words(term, self.content), term.pictogram)
