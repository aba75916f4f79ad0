"""Everyday queries, read from the TOML files in `everyday/`, and whether the search answers them.

    [[query]]
    language = "fr"        of the page
    q = "maraude"          as somebody types it, without filters
    any = ["m.bx", "chw"]  one of these is a part of the slug, the name or the organisation of one of the first five

`open.toml` are those that the planners gave; `own.toml` and `unseen.toml` were written before the engine was tuned for
them; so were `desk.toml` (52 of 60 answered at first sight), `second.toml` (28 of 30, after the kinds that were missed
in `desk.toml` were mended), `third.toml` (53 of 60) and `fourth.toml` (54 of 60, in the same way), `fifth.toml` (17 of 20) and `sixth.toml` (7 of 12,
after `fifth.toml`). `met.toml` are queries that went wrong for somebody.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.http import QueryDict
from django.utils import translation

from actors.catalogue.said_first import crisis_lines
from actors.models import Service, Viewer
from actors.search import search
from actors.search.filters import ServiceFilterSet, to_query

FIRST = 5


@dataclass(frozen=True)
class Everyday:
    """What is typed, and who must be found."""

    language: str
    q: str
    any: tuple[str, ...]

    def first_five(self) -> list[str]:
        """Slug, names, organisations and themes of the first services on the page, for a visitor, and the crisis number
        above them ("number 112")."""
        data = QueryDict(mutable=True)
        data["q"] = self.q
        with translation.override(self.language):
            query = to_query(ServiceFilterSet(data), language=self.language, viewer=Viewer.VISITOR)
        found = search(query, limit=FIRST, counts=False)
        services = Service.objects.select_related("actor").in_bulk(found.pks)
        numbers = [f"number {line.display}" for line in crisis_lines(found, self.language)[:1]]
        return [*(_called(services[pk]) for pk in found.pks), *numbers]

    def is_answered_by(self, called: list[str]) -> bool:
        return any(part in one for one in called for part in self.any)


def _called(service: Service) -> str:
    names = (f"{service.name_nl} · {service.actor.name_nl}", f"{service.name_fr} · {service.actor.name_fr}")
    return f"{service.slug} · {' · '.join(names)}".lower()


def read(name: str) -> list[Everyday]:
    """The queries of a file."""
    path = Path(__file__).parent / "everyday" / f"{name}.toml"
    return [Everyday(one["language"], one["q"], tuple(one["any"])) for one in tomllib.loads(path.read_text())["query"]]
