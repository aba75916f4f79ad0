"""What stands in the box at one keystroke: the beginning of a text that somebody will search for."""

from collections.abc import Callable, Iterator
from random import Random

from actors.models import Viewer
from actors.search.engine import Engine
from actors.search.suggestions import Suggester, Suggestions
from actors.search.terms import Terms
from tests.bench.region import MOMENT
from tests.bench.requests import requests

SHORTEST = 2  # letters; below, nothing is asked

Typed = tuple[str, str]  # text, language


def typed(terms: Terms, seed: str) -> Iterator[Typed]:
    """Beginnings without end, of every length alike, the same for the same seed."""
    random = Random(seed)
    for request in requests(terms, seed):
        if len(request.text) >= SHORTEST:
            yield request.text[: random.randint(SHORTEST, len(request.text))], request.language


def suggester(engine: Engine) -> Callable[[Typed], Suggestions]:
    """Suggests for what was typed, to a visitor."""

    def suggest(asked: Typed) -> Suggestions:
        text, language = asked
        today = MOMENT.date()
        return Suggester(engine.index, text, language=language, viewer=Viewer.VISITOR, today=today).anything()

    return suggest
