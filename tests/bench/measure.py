"""The engine: requests that were never asked before, side by side with tantivy on the same documents.

A round is so many requests; the 50th and 95th percentile of a round are taken, and the middle one of the rounds is
reported, because other work on the machine spoils a round and seldom all of them.

Each side answers a whole round before the other does: both are warm, which is what the budgets speak of. In turns after
every request, each would wait for memory that the other put out of the processor's caches, and what one side saves
there would count for the other as well.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from statistics import median

import numpy as np
from tqdm import tqdm

from actors.search import Query
from actors.search.engine import Engine
from actors.search.process import BATCH, Live
from actors.search.reading import read_documents, searched_pks
from tests.bench import SEED, held_out, keystrokes
from tests.bench.held_out import Known
from tests.bench.oracle import Oracle
from tests.bench.region import MOMENT
from tests.bench.requests import requests

ROUNDS, REQUESTS, WARM = 5, 200, 100
QUESTIONS = 300


def percentiles(times: list[float]) -> tuple[float, float]:
    """The 50th and the 95th, in milliseconds."""
    p50, p95 = np.percentile(np.array(times) * 1000, [50, 95])
    return float(p50), float(p95)


def middle(rounds: list[tuple[float, float]]) -> dict[str, float]:
    """The middle p50 and the middle p95 of some rounds."""
    return {"p50": median(p50 for p50, _ in rounds), "p95": median(p95 for _, p95 in rounds)}


def timed(work: Callable, *arguments) -> float:
    """Seconds that it takes."""
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def side_by_side(sides: dict[str, Callable], asked, *, rounds=ROUNDS, each=REQUESTS) -> dict[str, dict[str, float]]:
    """Every side answers the requests of every round, the other one first in each second round."""
    for request in islice(asked, WARM):
        for answer in sides.values():
            answer(request)
    measured = {name: [] for name in sides}
    names = list(sides)
    for _ in tqdm(range(rounds), "Requests", unit=" rounds"):
        coming = list(islice(asked, each))
        for name in names:
            measured[name].append(percentiles([timed(sides[name], request) for request in coming]))
        names.reverse()
    return {name: middle(found) for name, found in measured.items()}


def first_ten(engine: Engine) -> Callable[[str], list[int]]:
    """The first ten that the engine finds for a text alone."""
    return lambda text: engine.search(Query(text=text, now=MOMENT), limit=10, counts=False).pks


def all_documents():
    """Every document, read in batches."""
    pks = searched_pks()
    for first in tqdm(range(0, len(pks), BATCH), "Tantivy's index"):
        yield from read_documents(pks[first : first + BATCH]).values()


def with_an_answer(drawn: Iterator[Known], wanted: int) -> tuple[list[Known], int]:
    """So many questions that have an answer, and how many were drawn for it."""
    oracle, asked, number = Oracle.of_region(), [], 0
    while len(asked) < wanted:
        number += 1
        if oracle.knows(question := next(drawn)):
            asked.append(question)
    return asked, number


def compare(engine: Engine, *, rounds=ROUNDS, each=REQUESTS, questions=QUESTIONS) -> dict:
    """Times and hit rates of both sides."""
    from tests.bench.tantivy_side import Tantivy

    terms = engine.index.terms
    other = Tantivy(terms, all_documents())
    sides = {"engine": lambda request: engine.search(request.query), "tantivy": other.search}
    asked, drawn = with_an_answer(held_out.known(terms, f"{SEED} held out"), questions)
    return {
        "services": len(engine.index),
        "times": side_by_side(sides, requests(terms, f"{SEED} requests"), rounds=rounds, each=each),
        "suggestions": suggestions(engine, rounds=rounds, each=each),
        "answerable": questions / drawn,
        "hits": {
            "engine": held_out.hit_rates(tqdm(asked, "Known answers"), first_ten(engine)),
            "tantivy": held_out.hit_rates(asked, other.first),
        },
    }


def suggestions(engine: Engine, *, rounds=ROUNDS, each=REQUESTS) -> dict[str, float]:
    """Times of what is suggested at one keystroke."""
    typed = keystrokes.typed(engine.index.terms, f"{SEED} typing")
    return side_by_side({"ours": keystrokes.suggester(engine)}, typed, rounds=rounds, each=each)["ours"]


def main() -> None:
    """Print what was measured as JSON."""
    live = Live()
    live.refresh()
    json.dump(compare(live.engine), sys.stdout)
