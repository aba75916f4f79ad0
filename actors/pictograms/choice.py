"""What somebody chose on the screens: needs, themes, where, and the language of the screens.

All of it stands in the query string, which no log keeps, in codes that say nothing to somebody who looks over a
shoulder or through a browser's history: `?b=3f2a1&g=21013`. No code is kept anywhere but in the address.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import translation

from actors.pictograms.interface import Interface, find
from actors.search import Near
from actors.search.terms import Term, Terms

CODE_LENGTH = 5  # of four two themes were alike
REGION = "region"  # the area of what is saved, where no municipality was chosen
NEED, THEME, MUNICIPALITY, NEIGHBOURHOOD, SEVERAL, PAGE, INTERFACE, SAVED = "b", "t", "g", "w", "m", "p", "i", "s"
MOST_PAGES = 500
MEASURED_FROM = ("neighbourhood", "municipality")  # kinds of place that a device can say it is in


@lru_cache(maxsize=1_000)
def neutral(key: str) -> str:
    """The neutral code of a need or theme (`need:safety`): always the same, and speaking to nobody."""
    return sha256(key.encode()).hexdigest()[:CODE_LENGTH]


@dataclass(frozen=True)
class Choice:
    """What was chosen so far. What is unknown in an address is left out; `is_whole` says whether anything was."""

    needs: tuple[Term, ...] = ()
    themes: tuple[Term, ...] = ()
    municipality: Term | None = None
    neighbourhood: Term | None = None
    several: bool = False
    page: int = 1
    interface: Interface | None = None
    saved: bool = False  # a page to keep on the device: it will be shown without connection
    is_whole: bool = True

    @classmethod
    def of(cls, request: HttpRequest, terms: Terms) -> "Choice":
        """The choice that an address holds."""
        data = request.GET
        needs = _chosen(data.getlist(NEED), (need for need in terms["need"].values() if "resident" in need.marks))
        themes = _chosen(data.getlist(THEME), (theme for need in needs for theme in terms.themes_of(need.code)))
        municipality = terms["municipality"].get(data.get(MUNICIPALITY, ""))
        neighbourhood = terms["neighbourhood"].get(data.get(NEIGHBOURHOOD, ""))
        understood = (
            len(needs) == len(set(data.getlist(NEED))),
            len(themes) == len(set(data.getlist(THEME))),
            bool(municipality) == (MUNICIPALITY in data),
            bool(neighbourhood) == (NEIGHBOURHOOD in data),
        )
        return cls(
            needs=needs,
            themes=themes,
            municipality=municipality,
            neighbourhood=neighbourhood,
            several=SEVERAL in data or len(needs) > 1,
            page=_page(data),
            interface=find(data.get(INTERFACE, "")),
            saved=SAVED in data,
            is_whole=all(understood),
        )

    @property
    def near(self) -> Near | None:
        """From where distances are measured: the middle of the neighbourhood or municipality."""
        term = self.neighbourhood or self.municipality
        if term is None:
            return None
        return Near(term.name(translation.get_language()), *term.point, is_area=self.neighbourhood is None)

    @property
    def home(self) -> str:
        """The key of the municipality that was chosen, also by one of its neighbourhoods."""
        if self.neighbourhood:
            return f"municipality:{self.neighbourhood.parent}"
        return self.municipality.key if self.municipality else ""

    @property
    def is_sensitive(self) -> bool:
        """Something that nobody else should see: the page can be left at once."""
        return any("sensitive" in term.marks for term in (*self.needs, *self.themes))

    @property
    def wanted(self) -> tuple[str, ...]:
        """The keys to search: the themes, where some were chosen, and the needs that none of them details."""
        detailed = {theme.parent for theme in self.themes}
        return tuple(term.key for term in (*self.themes, *(n for n in self.needs if n.code not in detailed)))

    def address(self, name: str, language: str, **changes) -> str:
        """The address of a screen (`help-cards`) in a language of the site, with this choice, changed as told."""
        query = replace(self, **{"page": 1, **changes}).query()
        path = path_of(name, language)
        return f"{path}?{query}" if query else path

    def query(self) -> str:
        """The query string of this choice."""
        fields = [
            *((NEED, neutral(term.key)) for term in self.needs),
            *((THEME, neutral(term.key)) for term in self.themes),
            (MUNICIPALITY, self.municipality and self.municipality.code),
            (NEIGHBOURHOOD, self.neighbourhood and self.neighbourhood.code),
            (SEVERAL, "1" if self.several and not self.needs else ""),
            (PAGE, self.page if self.page > 1 else ""),
            (INTERFACE, self.interface and self.interface.code),
        ]
        return "&".join([f"{name}={value}" for name, value in fields if value])  # codes and numbers: nothing to quote


@lru_cache(maxsize=100)
def path_of(name: str, language: str) -> str:
    """The path of a page in a language of the site. A screen has dozens of links to the same few."""
    with translation.override(language):
        return reverse(name)


def _chosen(codes: list[str], terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(term for term in terms if neutral(term.key) in codes)


def _page(data: QueryDict) -> int:
    page = data.get(PAGE, "")
    return min(max(int(page), 1), MOST_PAGES) if page.isdecimal() and len(page) <= len(str(MOST_PAGES)) else 1
