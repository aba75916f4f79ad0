"""The search page: one object that the template reads, whole page and fragment alike."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from actors.catalogue import address
from actors.catalogue.address import Asked
from actors.catalogue.advisers import advisers, without_phone
from actors.catalogue.as_typed import AsTyped
from actors.catalogue.cards import Card, cards_for
from actors.catalogue.combination import Visit, visits
from actors.catalogue.elsewhere import Elsewhere
from actors.catalogue.facet_groups import Group, Groups, Value, label_of
from actors.catalogue.groups import CardGroup, grouped
from actors.catalogue.leaving import way_out
from actors.catalogue.map_data import map_data
from actors.catalogue.moments import Moments
from actors.catalogue.place_typed import PlaceTyped
from actors.catalogue.said_first import SaidFirst
from actors.catalogue.viewer import viewer_of
from actors.catalogue.ways_out import WayOut, query_without, ways_out
from actors.catalogue.why import reasons
from actors.helplines import Helpline, Helplines, helplines
from actors.models import Viewer
from actors.search import PAGE, Found, Query, Sort, search
from actors.search.cover import Plan, plan
from actors.search.document import EXAMPLE, LIMITED
from actors.search.filters import EVERYWHERE, MANY, ServiceFilterSet, to_query
from actors.search.near import TERRITORIES
from zones.gazetteer.typed import without_house_number

FEWEST_PINS = 2
FIRST, LOCAL = 5, 2  # of the first results so many are for people of one territory only: then we ask which
NO_FILTERS = ("q", "where", "radius", "sort", "any_area", "literal")  # what stays when all filters are cleared


@dataclass(frozen=True)
class Chip:
    """A chosen filter, and the address of the search without it."""

    label: str
    query: str


class SearchPage(SaidFirst):
    """What was asked, what was found, and every link from here."""

    def __init__(self, request: HttpRequest):
        self.data = request.GET
        self.language = translation.get_language()
        self.viewer = viewer_of(request)
        self.filterset = ServiceFilterSet(self.data)
        self.query = to_query(self.filterset, language=self.language, viewer=self.viewer)
        self.index = self.filterset.engine.index
        self.found = search(self.query, offset=(self._asked_page() - 1) * PAGE)
        if not self.found.pks and self.found.total:  # beyond the end: the last page
            self.number = self.pages
            self.found = search(self.query, offset=(self.pages - 1) * PAGE)
        else:
            self.number = self._asked_page()

    @property
    def may_save(self) -> bool:
        """Whether who looks may hear by mail what is new here."""
        return self.viewer in {Viewer.PROFESSIONAL, Viewer.STAFF} and bool(self.address)

    def _asked_page(self) -> int:
        """The page number of the address, as far as it can be one."""
        try:
            return min(max(1, int(self.data.get("page", 1))), 100_000)
        except ValueError:
            return 1

    @property
    def is_start(self) -> bool:
        """Whether nothing was asked, not even for everything (`?all=on`): then there are boxes and needs to begin
        with. A list of a thousand services in no order that anybody asked for helps nobody."""
        return not self.address

    @property
    def total(self) -> int:
        return self.found.total

    @property
    def pages(self) -> int:
        return max(1, ceil(self.total / PAGE))

    @cached_property
    def plan(self) -> Plan:
        """The fewest places that cover several needs; above the first page of results."""
        return plan(self.index, self.query, self.found) if self.number == 1 else Plan([])

    @property
    def met(self) -> int:
        """How many of several needs the plan covers."""
        return self.plan.needs - len(self.plan.missing)

    @property
    def missing(self) -> str:
        """The needs that it does not cover."""
        return ", ".join(map(self.typed, self.plan.missing))

    @cached_property
    def unsure(self) -> Found | None:
        """Where hours were asked for: of which nobody knows whether it is open then. After all that is."""
        if not (self.query.open_at or self.query.open_on) or self.number < self.pages:
            return None
        return search(replace(self.query, hours_unknown=True), counts=False)

    @property
    def unsure_cards(self) -> list[Card]:
        """The first of these."""
        found = self.unsure.pks if self.unsure else ()
        return [card for pk in found if (card := self.shown.get(pk)) and not card.service.is_example]

    @property
    def unsure_total(self) -> int:
        """How many of these there are."""
        return self._real(self.unsure) if self.unsure else 0

    @cached_property
    def real(self) -> int:
        """How many services were found that exist."""
        return self._real(self.found)

    def _real(self, found: Found) -> int:
        return found.services.difference_cardinality(self.index.postings[EXAMPLE])

    @cached_property
    def shown(self) -> dict[int, Card]:
        """The cards of everything that this page shows, read at once."""
        pks = {*self.found.pks, *(pk for stop in self.plan.stops for pk in stop.services.values())}
        pks |= set(self.unsure.pks) if self.unsure else set()
        found = cards_for(self.index, pks, self.query, self.query.near)
        return {card.service.pk: card for card in found}

    @cached_property
    def without_phone(self) -> list[Card]:
        """The cards of this page that have no telephone."""
        return without_phone(self.shown.values())

    @cached_property
    def advisers(self) -> list[Helpline]:
        """Who can advise on these."""
        silent = self.without_phone
        return advisers(self.lines, self.index, self.query, self.found, silent) if silent else []

    @cached_property
    def lines(self) -> Helplines:
        """The numbers of who can advise."""
        return helplines()

    @cached_property
    def card_groups(self) -> list[CardGroup]:
        """What exists of this page of results, numbered through; in groups, unless somebody asked for another order."""
        found = [card for card in self._page_of_cards if not card.service.is_example]
        if self.query.sort in {Sort.BEST, Sort.NEAREST}:
            groups = grouped(found, self.found.match.exact, self.query.near)
        else:
            groups = [CardGroup("", found)] if found else []
        self._number([card for group in groups for card in group.cards], before=0)
        return groups

    @cached_property
    def examples(self) -> list[Card]:
        """The invented examples of this page of results, which stand after everything else."""
        found = [card for card in self._page_of_cards if card.service.is_example]
        self._number(found, before=len(self._page_of_cards) - len(found))
        return found

    @cached_property
    def _page_of_cards(self) -> list[Card]:
        found = () if self.is_start else self.found.pks
        return [self.shown[pk] for pk in found if pk in self.shown]

    def _number(self, cards: list[Card], before: int) -> None:
        """Number cards in the order in which they are read, after so many of this page, and say why they are here."""
        for number, card in enumerate(cards, (self.number - 1) * PAGE + before + 1):
            card.number = number
            card.why = reasons(self.index, self.query, self.found, card.service)

    @property
    def cards(self) -> list[Card]:
        """This page of results in the order in which it is read."""
        return [*(card for group in self.card_groups for card in group.cards), *self.examples]

    @cached_property
    def visits(self) -> list[Visit]:
        """The same places as people read them."""
        return visits(self.plan.stops, self.shown, self.query.near, self.typed)

    @cached_property
    def typed(self) -> AsTyped:
        """Folded words as they were typed."""
        return AsTyped(self.index.terms, self.query.text)

    @property
    def corrected(self) -> str:
        """How the words were read, where one of them was corrected."""
        return self.typed(self.found.match.corrected or "")

    @cached_property
    def groups(self) -> list[Group]:
        return Groups(self.index.terms, self.query, self.found).all()

    @property
    def address(self) -> str:
        """The query string of this page of the search, tidy."""
        return self._page(self.number)

    @property
    def previous(self) -> str | None:
        return self._page(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        return self._page(self.number + 1) if self.number < self.pages else None

    def _page(self, number: int) -> str:
        return address.query(self.asked, **({"page": number} if number > 1 else {}))

    @cached_property
    def asked(self) -> Asked:
        """What the address asks, tidy."""
        return address.tidy(self.data)

    @property
    def leave(self) -> str:
        """Where "leave this page" leads, when violence is looked for."""
        terms = self.index.terms
        return way_out(terms[kind][code] for kind in ("need", "theme") for code in self._chosen(kind))

    @property
    def without_filters(self) -> str:
        """The address of the same words at the same place in the same order."""
        return address.query({name: self.asked[name] for name in NO_FILTERS if name in self.asked})

    @property
    def room_is_judged_later(self) -> bool:
        """Whether there has to be room at a moment to come, until which few statuses count."""
        return self.query.has_room and self.query.begins > self.query.now

    @property
    def has_filters(self) -> bool:
        """Whether there is more to clear than the place, which belongs to the words."""
        return len(self.chips) > bool(self.query.near)

    @cached_property
    def chips(self) -> list[Chip]:
        """The chosen filters, each with the way to drop it."""
        chips = [
            Chip(label_of(self.index.terms, name, code, self.language), address.without_value(self.asked, name, code))
            for name in MANY
            for code in self._chosen(name)
        ]
        if self.query.has_room:
            chips.append(Chip(_("Has room"), address.without(self.asked, "room")))
        if self.query.open_at or self.query.open_on:
            chips.append(Chip(self.moments.chosen_words or _("Open now"), query_without(self.asked, "open_at")))
        if self.query.box:
            chips.append(Chip(_("In this part of the map"), address.without(self.asked, "box")))
        if self.query.near:
            rest = self.place.as_words if self.query.placed else address.without(self.asked, "where")
            chips.append(Chip(_("Near {place}").format(place=self.query.near.label), rest))
        return chips

    def _chosen(self, name: str) -> list[str]:
        keys = self.query.filters.get("what" if name in {"need", "theme"} else name, ())
        return [code for key in keys for key_name, _colon, code in [key.partition(":")] if key_name == name]

    @property
    def where(self) -> str:
        """The place as it was typed, without the number of a house."""
        return without_house_number((self.data.get("where") or "")[:100])

    @property
    def tells_a_house(self) -> bool:
        """Whether the address bears the number of a house, which may be somebody's; it need not stay there."""
        return self.where != (self.data.get("where") or "").strip()[:100]

    @cached_property
    def moments(self) -> Moments:
        """The days and hours to choose from."""
        return Moments(self.query)

    @property
    def sorts(self) -> list[tuple[str, str]]:
        """The orders to choose from; nearest only where there is a place to measure from."""
        choices = self.filterset.form.fields["sort"].choices
        return [choice for choice in choices if choice[0] != Sort.NEAREST or self.query.near]

    @property
    def radii(self) -> list[tuple[str, str]]:
        return list(self.filterset.form.fields["radius"].choices)

    @property
    def radius(self) -> str:
        return str(self.query.near.radius or EVERYWHERE) if self.query.near else ""

    @cached_property
    def needs(self) -> list[Value]:
        """Where to begin, when nothing was asked or found."""
        counts = self.filterset.engine.search(Query(language=self.language, viewer=self.query.viewer), limit=1).facets
        terms = self.index.terms["need"].values()
        return [
            Value(
                "need",
                term.code,
                term.name(self.language),
                counts["what"][term.key],
                checked=False,
                pictogram=term.pictogram,
            )
            for term in terms
            if counts["what"][term.key]
        ]

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """Where to go on, when nothing was found."""
        return Elsewhere(self.index, self.query, self.where)

    @property
    def has_map(self) -> bool:
        """Whether there are places enough for a map to say more than an address does."""
        return len(self.map_data["pins"]) >= FEWEST_PINS or bool(self.query.box)

    @property
    def box(self) -> str:
        """The part of the map that was asked for, as it stands in the address."""
        return self.asked["box"][-1] if self.query.box else ""

    @cached_property
    def map_data(self) -> dict:
        """What the map draws of this page."""
        return map_data(self.index, self.query, self.found, self.cards)

    @cached_property
    def ignored(self) -> list[str]:
        """What of the address was not understood, in the words of the address."""
        return [f"{name} = {', '.join(self.data.getlist(name))[:80]}" for name in self.filterset.form.errors]

    @cached_property
    def place(self) -> PlaceTyped:
        """What is to be said of the place that was typed."""
        return PlaceTyped(self.index, self.where, self.query.text, self.asked, self.query.placed)

    @property
    def municipalities(self) -> list[Chip]:
        """Where the person may live, when that decides which of the first results is the right one."""
        query, local = self.query, sum(pk in self.index.postings[LIMITED] for pk in self.found.pks[:FIRST])
        placed = query.near or query.box or self.place.alone or any(map(query.filters.get, TERRITORIES))
        if placed or not (query.text or query.wanted) or local < LOCAL or self.number > 1:
            return []
        names = (term.name(self.language) for term in self.index.terms["municipality"].values())
        return [Chip(name, address.query({**self.asked, "where": [name]})) for name in sorted(names)]

    @property
    def all(self) -> bool:
        """Whether everything was asked for."""
        return "all" in self.asked

    @property
    def any_area(self) -> bool:
        """Whether what is only for people of other areas is shown, too."""
        return "any_area" in self.asked

    @property
    def any_area_query(self) -> str:
        """The address of the same search, also with what is only for people of other areas."""
        return address.query(self.asked, any_area="on")

    @property
    def further_query(self) -> str:
        """The address of the same search, however far."""
        return address.query(self.asked, radius=EVERYWHERE)

    @property
    def literal_query(self) -> str:
        """The address of the same search without the correction of spelling."""
        return address.query(self.asked, literal="on")

    @cached_property
    def ways_out(self) -> list[WayOut]:
        """For an empty result: which filter blocks most, with the count without it."""
        return [] if self.real else ways_out(self.filterset.engine, self.query, self.found.match, self.asked)
