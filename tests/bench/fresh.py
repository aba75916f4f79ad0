"""A fresh process, as every web worker is one: how long until it answers, and how much memory it takes."""

import json
import resource
import sys
import time
from itertools import islice

from actors.search.process import live
from tests.bench import SEED
from tests.bench.requests import requests

FIRST = 100  # requests, so that everything which is made when it is first needed is there


def main() -> None:
    """Print as JSON: seconds until the first answer, and the largest memory (RSS) after a hundred."""
    started = time.perf_counter()
    live.refresh()
    live.engine.matcher.match("schuldbemideling")
    seconds = time.perf_counter() - started
    for request in islice(requests(live.engine.index.terms, f"{SEED} fresh"), FIRST):
        live.engine.search(request.query)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"seconds": seconds, "peak_mb": peak, "rss_mb": resident()}, sys.stdout)


def resident() -> float:
    """Megabytes of memory that this process has now."""
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
