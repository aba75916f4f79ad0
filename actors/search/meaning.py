"""What a text means: its words, where each was found, and how strongly that speaks for a service."""

from dataclasses import dataclass, field

import numpy as np
from django.utils.functional import cached_property
from pyroaring import BitMap

from actors.search.document import ACTOR, AROUND, DESCRIPTION, NAME, PLACE, SUMMARY
from actors.search.postings import members_of
from actors.search.terms import Term

COMPOUND = "compound"

# How strongly a place of finding speaks; the sum over the words of a query is the text's first criterion.
STRENGTH = {
    NAME: 5,
    "main theme": 5,  # "douche" is what the service's first theme is called
    ACTOR: 4,
    "theme": 4,
    "target": 4,
    "need": 3,  # all that is under the need, also what has little to do with the word
    "part of main theme": 3,  # "aide" in "aide alimentaire"
    COMPOUND: 3,  # "schuld" in "schuldbemiddeling"
    PLACE: 3,
    SUMMARY: 3,
    "part of theme": 2,
    AROUND: 2,
    "part of target": 2,
    "part of need": 1,
    DESCRIPTION: 1,
}
# What each adds where strengths are equal: a word in name, theme and summary says more than in one of them.
DETAIL = {where: 2 * strength for where, strength in STRENGTH.items()}


@dataclass
class Group:
    """One word or phrase of the query, and where it was found."""

    text: str
    found: dict[str, BitMap] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)

    @cached_property
    def services(self) -> BitMap:
        """All services that it was found in. Asked once per filter, when the group is complete."""
        return BitMap.union(*self.found.values()) if self.found else BitMap()

    def rarity(self, all_services: int) -> int:
        """How much is said by finding it: one more for each time that half as many services have it."""
        return (all_services // len(self.services)).bit_length() if self.found else 0

    @property
    def is_need(self) -> bool:
        """It names something that people need; what also names a target group says for whom instead."""
        kinds = {term.kind for term in self.terms}
        return bool(kinds & {"need", "theme"}) and "target" not in kinds


@dataclass
class Match:
    """What a text means: its groups, and the text as it was corrected (None: it was right)."""

    groups: list[Group]
    corrected: str | None = None
    exact: BitMap = field(default_factory=BitMap)  # services whose name, or whose actor's, is this text

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

    def mentioned(self, base: BitMap) -> BitMap:
        """The services of `base` in which any of it was found."""
        return BitMap.union(*(group.services for group in self.groups)) & base if self.groups else base

    def services_in(self, base: BitMap) -> BitMap:
        """The services of `base` that are meant.

        One need: those in which as many groups were found as in any. Several needs: those that cover at least
        one; ranking puts first what covers most.
        """
        if not self.groups:
            return base
        if self.needs:
            return BitMap.union(*self.needs) & base
        return best_covered([group.services & base for group in self.groups])

    def strengths(self, among: "Members", all_services: int) -> dict[str, np.ndarray]:
        """Per service of `among`: words found, how rare they are together, sums of strengths and of details."""
        count, rarity, strength, detail = (among.zeros() for _ in range(4))
        for group in self.groups:
            strongest = among.zeros()
            for where in sorted(group.found, key=STRENGTH.__getitem__):  # the strongest last
                at = among.positions(group.found[where])
                strongest[at] = STRENGTH[where]
                detail[at] += DETAIL[where]
            found = strongest > 0
            count += found
            rarity += found * group.rarity(all_services)
            strength += strongest
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


def best_covered(found: list[BitMap]) -> BitMap:
    """What stands in as many of the bitmaps as anything does: in all, else in all but one, and so on."""
    at_least = [BitMap()] * len(found)  # [k]: what stands in more than k of those seen
    for bitmap in found:
        for k in range(len(found) - 1, 0, -1):
            at_least[k] = at_least[k] | (at_least[k - 1] & bitmap)
        at_least[0] = at_least[0] | bitmap
    return next((covered for covered in reversed(at_least) if covered), BitMap())
