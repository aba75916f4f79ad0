"""What a text means: its words, where each was found, and how strongly that speaks for a service."""

import unicodedata
from dataclasses import dataclass, field

import numpy as np
from django.utils.functional import cached_property
from pyroaring import BitMap

from actors.search.conditions import Condition
from actors.search.document import ACTOR, AROUND, DESCRIPTION, NAME, PLACE, SUMMARY
from actors.search.postings import EMPTY, members_of
from actors.search.terms import Term
from actors.search.words import TELLING_WHO, TIMES

COMPOUND = "compound"
NAMED = "name and theme"  # what is called by a word that is also the name of its theme: "CHW"
EXACT = "exact "  # before a kind of term: it is called so in exactly this form, or by a whole phrase
CONDITION = "condition"  # a language, a fact of admission or a day that the word asks for
PART = "part of "

# How strongly a place of finding speaks; the sum over the words of a query is the text's first criterion.
# A theme that is called so stands above a name that has the word; whole words above parts of words and of phrases.
STRENGTH = {
    NAMED: 16,
    "exact main theme": 14,  # "douche" is what the service's first theme is called
    "exact theme": 12,
    NAME: 10,
    "main theme": 10,  # called so in another form
    ACTOR: 8,
    "theme": 8,
    "target": 8,
    "exact target": 8,
    "exact need": 7,
    "need": 6,  # all that is under the need, also what has little to do with the word
    PLACE: 6,
    CONDITION: 6,
    SUMMARY: 6,
    "part of main theme": 5,  # "aide" in "aide alimentaire"
    AROUND: 4,
    "part of theme": 4,
    "part of target": 4,
    DESCRIPTION: 3,
    COMPOUND: 2,  # "schuld" in "schuldbemiddeling"
    "part of need": 2,
}
TOLD = {CONDITION, SUMMARY, AROUND, DESCRIPTION, COMPOUND, PLACE}  # what is only spoken of, or says where
# What each adds where strengths are equal: a word in name, theme and summary says more than in one of them.
DETAIL = STRENGTH
FEW = 5  # services, of which there may be more to find
RARE = 4  # steps of rarity, see `Group.rarity`: a word of at most an eighth of all services is a name


@dataclass(eq=False)
class Group:
    """One word or phrase of the query, and where it was found."""

    text: str
    found: dict[str, BitMap] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    invented: BitMap = field(default_factory=BitMap)  # examples, which decide nothing: see `real`
    condition: Condition | None = None  # it says under which condition something is needed, not what
    unknown: BitMap = field(default_factory=BitMap)  # of which nobody knows whether they meet the condition
    instead: BitMap = field(default_factory=BitMap)  # who can say where to go for a theme that nobody has
    unlisted: Term | None = None  # the well-known name that it is, and that nobody here bears

    def add(self, where: str, services: BitMap | None) -> None:
        """It was found here in these services, too."""
        if services:
            self.found[where] = self.found[where] | services if where in self.found else services

    @cached_property
    def services(self) -> BitMap:
        """All services that it was found in. Asked once per filter, when the group is complete."""
        return BitMap.union(*self.found.values()) if self.found else BitMap()

    @cached_property
    def real(self) -> dict[str, BitMap]:
        """Where it was found, as if invented examples did not exist."""
        if self.services.isdisjoint(self.invented):
            return self.found
        return {where: real for where, services in self.found.items() if (real := services - self.invented)}

    def rarity(self, all_services: int) -> int:
        """How much is said by finding it: one more for each time that half as many services have it."""
        having = self.services.difference_cardinality(self.invented)
        return (all_services // having).bit_length() if having else 0

    @property
    def is_need(self) -> bool:
        """It names something that people need; what also names a target group says for whom instead."""
        kinds = {term.kind for term in self.terms}
        return bool(kinds & {"need", "theme"}) and "target" not in kinds

    def names(self, kinds: set[str]) -> bool:
        """Whether it is found, and names a term of one of these kinds."""
        return bool(self.real) and any(term.kind in kinds for term in self.terms)

    def is_decisive(self, all_services: int) -> bool:
        """It names what is needed, who gives it (unless many are called so) or where (unless it is mostly something
        else). Any other word, also one that says for whom, only says more about that."""
        kinds, found = {term.kind for term in self.terms}, self.real
        if self.condition:
            return False
        if not found or "theme" in kinds or "target" in kinds:
            return bool(found) and "theme" in kinds
        named = not found.keys().isdisjoint({NAME, ACTOR}) and self.rarity(all_services) >= RARE
        named = named and self.text not in TIMES
        is_place = 2 * len(found.get(PLACE, ())) >= self.services.difference_cardinality(self.invented)
        return "need" in kinds or is_place or named


def in_our_script(text: str) -> bool:
    """Whether a text has letters or digits of those that Dutch and French are written with."""
    return any(sign.isdigit() or unicodedata.name(sign, "").startswith("LATIN") for sign in text)


@dataclass
class Match:
    """What a text means: its groups, and the text as it was corrected (None: it was right)."""

    groups: list[Group]
    corrected: str | None = None
    exact: BitMap = field(default_factory=BitMap)  # services whose name, or whose actor's, is this text; crisis lines
    crisis: list[Term] = field(default_factory=list)  # the crisis numbers that it asks for
    is_blank: bool = True  # nothing was typed
    all_services: int = 0  # among which it was looked for, without invented examples
    invented: BitMap = field(default_factory=BitMap)  # examples: found beside what exists, deciding nothing
    refused: BitMap | None = None  # who refused, as the text says: the way out does not lead back there
    named: BitMap = field(default_factory=BitMap)  # services whose whole name, or whose actor's, is this text

    @cached_property
    def deciding(self) -> list[Group]:
        """The groups that decide which services are found: those that name something, else all of them. Beside a theme
        that nobody has only what names a term decides.

        For whom decides where nothing says what is needed: "je suis trans et je cherche un groupe".
        """
        decisive = [group for group in self.groups if group.is_decisive(self.all_services)]
        if lacking := self.lacking:
            decisive = [group for group in decisive if group.terms] or lacking
        if not decisive:
            return [group for group in self.groups if not group.condition] or self.groups
        if any(group.names({"need", "theme"}) for group in decisive):
            return decisive
        return [group for group in self.groups if group in decisive or group.names({"target"})]

    @property
    def lacking(self) -> list[Group]:
        """The groups that name a theme which nobody has: what is found for the words around it is something else."""
        return [
            group
            for group in self.groups
            if not group.real.keys() - {COMPOUND} and any(term.kind == "theme" for term in group.terms)
        ]

    @property
    def instead(self) -> BitMap:
        """Who can say where to go for the themes that nobody has."""
        return BitMap.union(BitMap(), *(group.instead for group in self.lacking))

    @property
    def conditions(self) -> list[Group]:
        """The groups that say under which condition something is needed."""
        return [group for group in self.groups if group.condition]

    @property
    def unlisted(self) -> list[Term]:
        """The well-known names in the text that nobody here bears."""
        return list({group.unlisted.key: group.unlisted for group in self.groups if group.unlisted}.values())

    @property
    def is_unreadable(self) -> bool:
        """Something was typed, but nothing that can be looked for: signs, words that say too little, or words in
        another script of which none is known.
        """
        return not self.is_blank and not any(group.services or in_our_script(group.text) for group in self.groups)

    def unmet(self, services: BitMap) -> list[str]:
        """The words that none of these services has, examples apart; nobody asked for those that tell who, how many or
        on which day."""
        real = services - self.invented
        lacking = [group.text for group in self.groups if group.services.isdisjoint(real)]
        return [text for text in lacking if text not in TELLING_WHO and not text.isdigit()]

    @cached_property
    def named_needs(self) -> dict[str, BitMap]:
        """The services of each need by its words, where groups name different ones: several needs at once.

        Two words for the same need ("douche", "douches") ask for one.
        """
        needs: dict[frozenset[str], tuple[str, BitMap]] = {}
        for group in self.groups:
            if group.is_need:
                named = frozenset(term.key for term in group.terms)
                text, services = needs.get(named, (group.text, BitMap()))
                needs[named] = text, services | group.services
        return dict(needs.values()) if len(needs) > 1 else {}

    @cached_property
    def needs(self) -> list[BitMap]:
        """The services of each of several needs."""
        return list(self.named_needs.values())

    @property
    def named_by_words(self) -> BitMap:
        """The services that are called by a deciding word, have a theme or are for a group that one names: they do more
        than to speak of it."""
        found = (services for group in self.deciding for where, services in group.found.items() if where not in TOLD)
        return BitMap.union(BitMap(), *found)

    def asked_for(self, index) -> BitMap | None:
        """The services that have a need which the text names: all, when nothing was typed; None: it names none."""
        keys = {term.key for group in self.groups if group.is_need for term in group.terms}
        if self.is_blank:
            return index.all
        return index.postings.any_of(keys) if keys else None

    def mentioned(self, base: BitMap) -> BitMap:
        """The services of `base` in which any of it was found."""
        if self.is_blank:
            return base
        return BitMap.union(self.exact, self.instead, *(group.services for group in self.groups)) & base

    def services_in(self, base: BitMap) -> BitMap:
        """The services of `base` that are meant.

        One need, or a name: those in which as many deciding groups were found as in any. Several needs: those that
        cover at least one; ranking puts first what covers most. Of a theme that nobody has: who can say where to go.
        Invented examples are meant where they have as much of it as
        what exists.
        """
        if self.is_blank:
            return base
        meant = (
            BitMap.union(*self.needs) & base
            if self.needs and not self.named
            else best_covered([group.services & base for group in self.deciding], self.invented)
        )
        if self._is_narrow(meant):
            meant = meant | BitMap.union(*(group.services for group in self.deciding if group.terms)) & base
        return self.not_refused((meant | (self.exact & base)) or (self.instead & base))

    def _is_narrow(self, meant: BitMap) -> bool:
        """Whether few have all of what is asked, one part of which also says for whom ("toubib sans papiers"): then
        those who have either follow."""
        whom = any(group.names({"theme"}) and group.names({"target"}) for group in self.deciding)
        return whom and not self.needs and len(meant - self.invented) < FEW

    def not_refused(self, services: BitMap) -> BitMap:
        """Without those who refused, unless nobody else is left."""
        return (services - self.refused or services) if self.refused else services

    def strengths(self, among: "Members") -> dict[str, np.ndarray]:
        """Per service of `among`: deciding words found, how rare they are together, sums of strengths and of details.

        What does not decide speaks less strongly.
        """
        count, rarity, strength, detail = (among.zeros() for _ in range(4))
        for group in self.groups:
            strongest = among.zeros()
            for where in sorted(group.found, key=STRENGTH.__getitem__):  # the strongest last
                at = among.positions(group.found[where])
                strongest[at] = STRENGTH[where]
                detail[at] += DETAIL[where]
            if group in self.deciding:
                found = strongest > 0
                count += found
                rarity += found * group.rarity(self.all_services)
                strength += strongest
            else:
                strength += strongest * 3 // 4
        return {"words": count, "rarity": rarity, "strength": strength, "detail": detail}


class Members:
    """Services in the order of their primary keys, for arrays with a slot per service that was found."""

    def __init__(self, services: BitMap, size: int):
        """`size`: slots that a primary key needs, which is more than there are services."""
        self.services, self.pks = services, members_of(services)
        self._positions = np.empty(size, dtype=np.int64)  # of what is no member: anything
        self._positions[self.pks] = np.arange(len(self.pks))

    def zeros(self) -> np.ndarray:
        return np.zeros(len(self.pks), dtype=np.int64)

    def having(self, services: BitMap) -> np.ndarray:
        """1 for those of some services that are members, else 0."""
        values = self.zeros()
        values[self.positions(services)] = 1
        return values

    def positions(self, services: BitMap) -> np.ndarray:
        """The slots of those of some services that are members."""
        return self._positions[members_of(services & self.services)]


def best_covered(found: list[BitMap], invented: BitMap = EMPTY) -> BitMap:
    """What stands in as many of the bitmaps as anything that is not invented does: in all, else in all but one, and so
    on. Where nothing else is found, what stands in most of them."""
    at_least = [BitMap()] * len(found)  # [k]: what stands in more than k of those seen
    for bitmap in found:
        for k in range(len(found) - 1, 0, -1):
            at_least[k] = at_least[k] | (at_least[k - 1] & bitmap)
        at_least[0] = at_least[0] | bitmap
    levels = [covered for covered in reversed(at_least) if covered]
    return next((covered for covered in levels if not covered <= invented), next(iter(levels), BitMap()))
