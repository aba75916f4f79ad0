"""Queries of which the right answer is known, to measure how often it stands among the first ten.

How a query is made, so that everybody can judge what the number is worth. A visible service is drawn; it is the one
right answer, though others of its actor may fit as well. The query has the last word of its actor's name (or the
acronym), which a few actors share, and what its first theme is called: a name or a synonym of the taxonomy, which
need not stand in the texts of the service. Then one thing happens to it:

    typo        a letter too few, too many, wrong, or two swapped: in a word of the theme and in the name
    accents     accents and capitals left out
    plural      words of the theme with a plural ending of their language
    compound    a Dutch compound in two words, or two words as one; from a fixed list that the engine never sees
    acronym     the acronym of the actor instead of its name
    language    the theme in the language in which the service is *not* written, or in the other one

One in three of the other kinds has a mistake in the name besides. (In the first version nothing had two mistakes:
both engines found 99 %, which tells nothing, so it was made harder. In the second version some had no answer: see
`oracle.py`, which leaves those out since.)

Drawn from a seed of its own; nothing in the engine was tuned on these queries. The regional vocabulary comes from the
same fixtures as the texts of the region, which is kinder to an engine than the street is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from actors.models import Service, Viewer
from actors.search.terms import Terms
from actors.search.words import fold
from tests.bench.requests import with_typo

SHOWN = 10
# Dutch compounds as people split them.
COMPOUNDS = [
    ("schuld", "bemiddeling"), ("budget", "begeleiding"), ("voedsel", "pakketten"), ("voedsel", "bank"),
    ("tand", "arts"), ("huis", "arts"), ("jeugd", "huis"), ("nacht", "opvang"), ("dag", "opvang"), ("thuis", "zorg"),
    ("kinder", "opvang"), ("huiswerk", "begeleiding"), ("taal", "lessen"), ("buurt", "huis"), ("wijk", "gezondheidscentrum"),
    ("rechts", "hulp"), ("straathoek", "werk"), ("wonings", "zoektocht"), ("geboorte", "zorg"), ("trauma", "zorg"),
    ("sociale", "kruidenier"), ("sociaal", "restaurant"), ("open", "onthaal"), ("psychische", "hulp"),
]  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A query and the service that it means."""

    kind: str
    text: str
    service: int
    name: str = ""  # of the actor, as it was typed
    theme: str = ""  # code


def known(terms: Terms, seed: str) -> Iterator[Known]:
    """Queries without end, the same for the same seed, each kind in its turn."""
    random = Random(seed)
    services = Service.objects.visible_to(Viewer.VISITOR).select_related("actor").order_by("pk")
    pks = list(services.values_list("pk", flat=True))
    while True:
        for kind, change in CHANGES.items():
            service = services.get(pk=random.choice(pks))
            theme = terms["theme"][service.theme_links.select_related("theme").first().theme.code]
            target = Target(random, service, theme)
            yield Known(kind, change(target), service.pk, target.typed, theme.code)


class Target:
    """The service that is meant, and what it can be called."""

    def __init__(self, random: Random, service: Service, theme):
        self.random, self.service, self.theme = random, service, theme
        self.written = "nl" if service.name_nl else "fr"
        if service.name_nl and service.name_fr:
            self.written = random.choice(["nl", "fr"])
        self.other = {"nl": "fr", "fr": "nl"}[self.written]
        self.typed = ""

    def proper(self, mistakes: float = 1 / 3) -> str:
        """What people remember of the actor's name: its last word, now and then with a mistake."""
        word = getattr(self.service.actor, f"name_{self.written}").rsplit(" ", 1)[1]
        self.typed = with_typo(self.random, word) if self.random.random() < mistakes else word
        return self.typed

    def acronym(self) -> str:
        """The other thing that an actor is called."""
        self.typed = getattr(self.service.actor, f"acronym_{self.written}")
        return self.typed

    def called(self, language: str) -> str:
        """A name or synonym of the first theme."""
        return self.random.choice([self.theme.name(language), *self.theme.synonyms.get(language, ())])


def _typo(target: Target) -> str:
    return f"{with_typo(target.random, target.called(target.written))} {target.proper(mistakes=1)}"


def _accents(target: Target) -> str:
    return fold(f"{target.called(target.written)} {target.proper()}")


def _plural(target: Target) -> str:
    ending = {"nl": target.random.choice(["en", "s"]), "fr": "s"}[target.written]
    words = [
        word if word.endswith(("s", "x", "n")) or len(word) < 4 else word + ending
        for word in target.called(target.written).split()
    ]
    return f"{' '.join(words)} {target.proper()}"


def _compound(target: Target) -> str:
    text = target.called("nl").lower()
    for head, tail in COMPOUNDS:
        if head + tail in text:
            return f"{text.replace(head + tail, f'{head} {tail}')} {target.proper()}"
    words = text.split()
    return f"{''.join(words) if len(words) == 2 else text} {target.proper()}"


def _acronym(target: Target) -> str:
    return f"{target.acronym()} {target.called(target.written)}"


def _language(target: Target) -> str:
    return f"{target.called(target.other)} {target.proper()}"


CHANGES: dict[str, Callable[[Target], str]] = {
    "typo": _typo,
    "accents": _accents,
    "plural": _plural,
    "compound": _compound,
    "acronym": _acronym,
    "language": _language,
}


def hit_rates(queries: list[Known], first: Callable[[str], list[int]]) -> dict[str, float]:
    """How often the right answer stands among the first ten: of all queries, and per kind."""
    hits: dict[str, list[bool]] = {"all": []}
    for query in queries:
        hit = query.service in first(query.text)[:SHOWN]
        hits["all"].append(hit)
        hits.setdefault(query.kind, []).append(hit)
    return {kind: sum(found) / len(found) for kind, found in hits.items()}
