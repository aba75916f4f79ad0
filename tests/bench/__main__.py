"""`python -m tests.bench [--engine-only] N …`: measure these sizes, one after the other, and print the lines."""

import argparse
import json
import sys
from itertools import pairwise

from tests.bench import machine
from tests.bench.child import ask
from tests.bench.database import RESULTS, environment
from tests.bench.report import doubling, lines, table


def measure(services: int, *, engine_only: bool) -> dict:
    """What was measured at one size; kept in `var/bench` too."""
    place = environment(services)
    found = keep(services, {**ask("measure", environment=place), "machine": machine.milliseconds()})
    if not engine_only:
        for part in ("fresh", "pages"):
            found = keep(services, {**found, part: ask(part, environment=place)})
    return found


def keep(services: int, found: dict) -> dict:
    """Written after each part: what follows may fail."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{services}.json").write_text(json.dumps(found, indent=1))
    return found


def main() -> int:
    """How many lines are red, as the exit code of the process: 0 for none."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int, metavar="N", help="services, like 10000")
    parser.add_argument("--engine-only", action="store_true", help="no pages and no fresh process, for the plot")
    options = parser.parse_args()
    red, measured = 0, []
    for services in sorted(options.sizes):
        measured.append(found := measure(services, engine_only=options.engine_only))
        red += say(f"{services:,} services", list(lines(found)))
    for smaller, larger in pairwise(measured):
        red += say("Growth", list(doubling(smaller, larger)))
    return min(red, 1)


def say(title: str, rows: list) -> int:
    """Print a table; how many of its lines are red."""
    sys.stdout.write(table(f"\n{title}", rows, colour=sys.stdout.isatty()) + "\n")
    sys.stdout.flush()
    return sum(not line.kept for line in rows)


if __name__ == "__main__":
    sys.exit(main())
