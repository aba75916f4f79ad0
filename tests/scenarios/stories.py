"""Referral stories, read from the TOML files beside this module, and how the search page answers them.

    [[story]]
    id = "shower-without-home"
    situation = "…"        one sentence, in the language of the professional who types
    language = "fr"        of the page
    q = "douche sans abri" what a tired professional types
    filters = "zone=sud"   left out when there are none; as in the address of the search page
    all = ["slug"]         every one of these services must be among the first five
    any = ["slug"]         at least one of these
    kinds = ["typo"]       what makes it hard: see `KINDS`
    known_miss = "reason"  the engine cannot do this; the story counts as a miss

Who must be found was decided from the content of `fixtures/actors/`, before the engine was asked.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import translation

from actors.models import Service, Viewer
from actors.search import search
from actors.search.filters import ServiceFilterSet, to_query

FIRST = 5
KINDS = {
    "typo": "a mistake of typing or spelling",
    "accents": "accents left out or wrong",
    "inflection": "plural or inflected where the listing is not, or the other way round",
    "compound": "a Dutch compound split or joined otherwise than in the listing",
    "acronym": "an acronym of the sector",
    "abbreviation": "a word cut short: st for Saint or Sint, psy",
    "cross": "one language typed on the page of the other",
    "filter": "with filters",
}


@dataclass(frozen=True)
class Story:
    """A situation, what is typed, and who must be among the first five."""

    id: str
    situation: str
    language: str
    q: str
    filters: str = ""
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    known_miss: str = ""

    def is_told_by(self, slugs: list[str]) -> bool:
        """Whether whom it needs is among these services."""
        return set(self.all) <= set(slugs) and (not self.any or not set(self.any).isdisjoint(slugs))

    def asked(self) -> ServiceFilterSet:
        """What the search page makes of its address."""
        address = "&".join(filter(None, (urlencode({"q": self.q}), self.filters)))
        return ServiceFilterSet(QueryDict(address))

    def first_five(self) -> list[str]:
        """The slugs of the first services on the page, for a visitor."""
        with translation.override(self.language):
            query = to_query(self.asked(), language=self.language, viewer=Viewer.VISITOR)
        pks = search(query, limit=FIRST, counts=False).pks
        slug_of = dict(Service.objects.filter(pk__in=pks).values_list("pk", "slug"))
        return [slug_of[pk] for pk in pks]


def _read(path: Path) -> list[Story]:
    stories = tomllib.loads(path.read_text())["story"]
    return [
        Story(**{key: tuple(value) if isinstance(value, list) else value for key, value in story.items()})
        for story in stories
    ]


STORIES = [story for path in sorted(Path(__file__).parent.glob("*.toml")) for story in _read(path)]
