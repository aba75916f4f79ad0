"""What is asked: text in Dutch or French, some of it with typing errors, up to five filters, open now, within 2 km.

Half of the texts are what a theme or target group is called, the rest names of actors and words of descriptions;
one in four has a typing error, one in seven requests has no text at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from actors.enums import ActorKind, CareLevel, Serves
from actors.models.admission import ALL_FACTS
from actors.search import Near, Query
from actors.search.terms import Terms
from tests.bench.region import MOMENT, weighted, zipf
from tests.bench.texts import FORMS, NOUNS, Corpus, corpora, surname
from zones.models import Neighbourhood

RADIUS = 2_000  # metres
FILTERS = {
    "what": 25, "zone": 15, "municipality": 15, "admission": 15, "language": 10, "target": 10, "level": 4, "serves": 2,
    "kind": 2, "network": 2,
}  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Request:
    """One search as somebody asks it, for any engine."""

    text: str
    language: str
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    open_now: bool = False
    near: tuple[str, float, float] | None = None  # neighbourhood, and its point

    @property
    def query(self) -> Query:
        """The same for our engine."""
        return Query(
            text=self.text,
            filters=self.filters,
            open_at=MOMENT if self.open_now else None,
            near=Near(*self.near, RADIUS) if self.near else None,
            language=self.language,
            now=MOMENT,
        )

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The same as the query string of the search page."""
        found = [("q", self.text)]
        found += [tuple(key.split(":")) for keys in self.filters.values() for key in keys]
        found += [("open_at", MOMENT.isoformat())] if self.open_now else []
        return found + ([("where", self.near[0]), ("radius", str(RADIUS))] if self.near else [])


def requests(terms: Terms, seed: str) -> Iterator[Request]:
    """Requests without end, the same for the same seed."""
    random, words = Random(seed), corpora()
    pieces = list(Neighbourhood.objects.order_by("code"))
    while True:
        language = random.choice(["nl", "fr"])
        piece = random.choice(pieces)
        yield Request(
            text=_text(random, terms, words[language], language),
            language=language,
            filters=_filters(random, terms),
            open_now=random.random() < 0.3,
            near=(getattr(piece, f"name_{language}"), piece.lat, piece.lon) if random.random() < 0.3 else None,
        )


def _text(random: Random, terms: Terms, corpus: Corpus, language: str) -> str:
    side = ("nl", "fr").index(language)
    kind = weighted(random, {"theme": 40, "target": 10, "actor": 20, "words": 16, "nothing": 14})
    if kind == "nothing":
        return ""
    if kind in {"theme", "target"}:
        term = zipf(random, list(terms[kind].values()))
        text = random.choice([term.name(language), term.plain_name(language), *term.synonyms.get(language, ())])
    elif kind == "actor":
        text = f"{random.choice(FORMS)[side]} {random.choice(NOUNS)[side]} {surname(random)}"
    else:
        text = corpus.sentence(random, random.randint(1, 3)).rstrip(".")
    return with_typo(random, text) if random.random() < 0.25 else text


def with_typo(random: Random, text: str) -> str:
    """The text with one mistake in its longest word: a letter too few, too many, wrong, or two swapped."""
    word = max(text.split(), key=len)
    if len(word) < 4:
        return text
    at = random.randrange(len(word) - 1)
    wrong = random.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + random.choice(LETTERS) + word[at:],
            word[:at] + random.choice(LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return text.replace(word, wrong, 1)


def _filters(random: Random, terms: Terms) -> dict[str, tuple[str, ...]]:
    wanted = weighted(random, {0: 30, 1: 25, 2: 20, 3: 12, 4: 8, 5: 5})
    names = {weighted(random, FILTERS) for _ in range(wanted)}
    return {name: (random.choice(values(terms, name)),) for name in sorted(names)}


def values(terms: Terms, name: str) -> list[str]:
    """What can be chosen of a filter: keys like `theme:shower`."""
    fixed = {
        "admission": [fact.code for fact in ALL_FACTS],
        "level": CareLevel.values,
        "serves": Serves.values,
        "kind": ActorKind.values,
    }
    if name in fixed:
        return [f"{name}:{code}" for code in fixed[name]]
    kinds = ("need", "theme") if name == "what" else (name,)
    return [f"{kind}:{code}" for kind in kinds for code in terms[kind]]
