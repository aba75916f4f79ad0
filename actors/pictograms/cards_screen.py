"""Screen 3, and the same on paper: where to go, whether it is open, how to call."""

from functools import cached_property

from actors.enums import ContactKind, Serves
from actors.models import Viewer
from actors.pictograms.advisers import Adviser, advisers
from actors.pictograms.cards import BLANK, HelpCard, help_cards
from actors.pictograms.choice import MEASURED_FROM, neutral
from actors.pictograms.day import Day, coming_days
from actors.pictograms.groups import HelpGroup, grouped, without_twins
from actors.pictograms.instead import add_instead
from actors.pictograms.interface import Words, term_words
from actors.pictograms.numbers import HelpNumber, for_needs
from actors.pictograms.screen import Link, Screen
from actors.search import Found, Query, Sort, search
from actors.search.document import EXAMPLE
from actors.search.elsewhere import had_by_nobody
from actors.search.terms import Term

CARDS = 8  # on a page, and on paper
FOR_RESIDENTS = (f"serves:{Serves.PUBLIC}", f"serves:{Serves.BOTH}")
FIRST_NUMBERS = 3
FOR_ANYTHING = "rights"  # the need whose number listens to social questions of every kind


class Cards(Screen):
    """Screen 3: what, where, open, how, and a button to call."""

    name = "help-cards"
    blank_card = BLANK

    @property
    def back(self) -> str:
        return self.address("help-where") if self.choice.near is None else self.start

    @cached_property
    def day(self) -> Day | None:
        """When the person wants to go; None where that was not chosen."""
        return Day.of(self.choice.day, self.now) if self.choice.day else None

    @property
    def days(self) -> list[Link]:
        """The coming seven days: a tap chooses one, or none again."""
        return [self._day(day) for day in coming_days(self.now)]

    def _day(self, day: Day) -> Link:
        is_chosen = day.number == self.choice.day
        address = self.address("help-cards", day=0 if is_chosen else day.number)
        return Link(address, Words(day.words), is_chosen=is_chosen)

    @property
    def query(self) -> Query:
        choice = self.choice
        return Query(
            filters={"what": choice.wanted, "serves": FOR_RESIDENTS},
            near=choice.near,
            here=self.index.terms.territories_of(choice.home) if choice.home else (),
            sort=Sort.RESIDENT,
            language=self.content,
            viewer=Viewer.RESIDENT,
            open_on=self.day.date if self.day else None,
            unsure_too=True,
            now=self.now,
        )

    @cached_property
    def found(self) -> Found:
        return search(self.query, limit=CARDS, offset=(self.choice.page - 1) * CARDS, counts=False)

    @cached_property
    def cards(self) -> list[HelpCard]:
        if not self.choice.needs:
            return []  # a page to keep, which the device fills
        cards = help_cards(
            self.index, self.found.pks, self.content, self.texts_in, self.now, self.choice.near, self.home, self.day
        )
        if len(self.choice.needs) > 1:
            for card in cards:
                card.covers = [term_words(need, self.content) for need in self._met_by(card.pk)]
        cards = without_twins(card for card in cards if not self._is_said_above(card))
        add_instead(self.index, cards, self.content, self.texts_in, self.now, self.choice.near)
        return cards

    @property
    def groups(self) -> list[HelpGroup]:
        """The same as they are read."""
        return grouped(self.cards, several=len(self.choice.needs) > 1)

    def _is_said_above(self, card: HelpCard) -> bool:
        """It is reached by telephone only, and its number stands among those to call. Of beds that are given by
        telephone its card may say more: whether there is one."""
        numbers = {number.href for number in for_needs(self.numbers, [need.code for need in self.choice.needs])}
        by_phone_only = not card.has_where and not (card.is_dispatched and card.room)
        return by_phone_only and bool(card.button) and card.button.href in numbers

    @cached_property
    def advisers(self) -> list[Adviser]:
        """Who can advise on the cards that have no number."""
        silent = [card.pk for card in self.cards if card.has_no_number]
        return advisers(self.index, silent, self.content, self.texts_in, self.home)

    @property
    def home(self) -> str:
        """The NIS code of the municipality that was chosen."""
        return self.choice.home.partition(":")[2]

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
    def many_first(self) -> int:
        """How many stand in sight where it is urgent, for a device."""
        return FIRST_NUMBERS

    @property
    def is_urgent(self) -> bool:
        return any("urgent" in need.marks for need in self.choice.needs)

    @property
    def first_numbers(self) -> list[HelpNumber]:
        """Those that stand above the cards, in sight; the others are a tap away. All that there is, where we know
        nobody to go to."""
        return self.urgent_numbers[:FIRST_NUMBERS] if self.is_urgent or self.knows_nobody else []

    @property
    def knows_nobody(self) -> bool:
        """Whether nothing that exists was found: nothing, or invented examples only."""
        is_chosen = bool(self.choice.needs)
        return is_chosen and self.found.services <= self.index.postings[EXAMPLE]

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

    @cached_property
    def advice(self) -> list[tuple[Words, Words]]:
        """The chosen themes that nobody has for people from here, and where else to go."""
        nobody = had_by_nobody(self.index, self.query, self.choice.themes)
        told = [(theme, theme.elsewhere.get(self.content, "")) for theme in nobody]
        return [(term_words(theme, self.content), Words(text, self.texts_in)) for theme, text in told if text]

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

    @property
    def named(self) -> dict:
        """What may stand in an address, by its code, for a device that says what was chosen: sign, words, language of
        the words; needs with the codes of their themes, and with their numbers to call; places with what they
        lie in."""
        places = {kind: [(term.code, term) for term in self.terms[kind].values()] for kind in MEASURED_FROM}
        needs = [need for need in self.terms["need"].values() if "resident" in need.marks]
        return {
            "needs": {
                neutral(need.key): [*self._told(need), self._themes_of(need), self._numbers_of(need)] for need in needs
            },
            "places": {
                kind: {code: [term.name(self.content), self.texts_in, term.parent] for code, term in terms}
                for kind, terms in places.items()
            },
        }

    def _told(self, term: Term) -> list[str]:
        words = term_words(term, self.content)
        return [term.pictogram, words.text, words.lang]

    def _themes_of(self, need: Term) -> dict[str, list[str]]:
        return {neutral(theme.key): self._told(theme) for theme in self.terms.themes_of(need.code)}

    def _numbers_of(self, need: Term) -> dict:
        return {
            "numbers": [number.slug for number in for_needs(self.numbers, [need.code])],
            "urgent": int("urgent" in need.marks),
        }


class Paper(Cards):
    """The cards of one page on paper, for somebody without telephone."""

    name = "help-paper"

    @property
    def back(self) -> str:
        return self.address("help-cards", page=self.choice.page)
