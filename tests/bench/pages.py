"""Whole pages over HTTP from one gunicorn worker, how many two of them give in a second, and how soon a change in this
process is found in another one.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product
from random import Random
from statistics import median
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from tqdm import tqdm

from actors.models import Availability, Service, Viewer
from actors.models.availability import period
from actors.pictograms.choice import neutral
from actors.search.term_records import load_terms
from repertorium.pictograms import build_sprites
from tests.bench import SEED
from tests.bench.availability import one_taps, repeated, team
from tests.bench.editor import editing
from tests.bench.measure import middle, percentiles, timed
from tests.bench.requests import Request, requests
from tests.bench.web import Browser, serving
from zones.models import CareZone

ROUNDS, PAGES, WARM = 3, 60, 30
QUERIES = 30  # pages of which the SQL queries are counted
CHANGES, WRITES = 10, 60
WORKERS, CLIENTS, VISIT = 2, 8, 20  # of the throughput; pages that a client reads over one connection
MIX = {"pictograms": 0.5, "service": 0.3, "search": 0.2}  # what is read then
MIXED = 800  # pages


def path_of(request: Request) -> str:
    """The address of the search page of a request."""
    with translation.override(request.language):
        return f"{reverse('search')}?{urlencode(request.parameters)}"


def pictogram_paths(wanted: int) -> list[str]:
    """Addresses of residents' screens: for each that is no list of cards, two that are."""
    terms, chance = load_terms(), Random(f"{SEED} pictograms")
    needs = [neutral(need.key) for need in terms["need"].values() if "resident" in need.marks]
    places = [f"g={nis}" for nis in terms["municipality"]] + [f"w={md}" for md in terms["neighbourhood"]]
    with translation.override("fr"):
        cards, others = reverse("help-cards"), [reverse(name) for name in ("help", "help-where", "help-numbers")]
    addresses = [f"{chance.choice([cards, cards, *others])}?b={n}&{p}" for n, p in product(needs, places)]
    return chance.sample(addresses, wanted)


def addresses(wanted: int) -> dict[str, list[str]]:
    """So many addresses of each kind of page, each another one."""
    searches = [path_of(request) for request in islice(requests(load_terms(), f"{SEED} pages"), wanted)]
    with translation.override("nl"):
        services = [s.get_absolute_url() for s in Service.objects.visible_to(Viewer.VISITOR).order_by("?")[:wanted]]
    return {"search": searches, "service": services, "pictograms": pictogram_paths(wanted)}


def throughput(paths: dict[str, list[str]]) -> float:
    """Pages in a second of two workers that as many clients ask as they have threads, each page from a mix of kinds."""
    chance = Random(f"{SEED} mix")
    kinds = chance.choices(list(MIX), weights=MIX.values(), k=WARM * WORKERS + MIXED)
    mixed = [chance.choice(paths[kind]) for kind in kinds]
    visits = [mixed[first : first + VISIT] for first in range(0, len(mixed), VISIT)]
    first = WARM * WORKERS // VISIT
    with serving(WORKERS) as port, ThreadPoolExecutor(CLIENTS) as clients:
        Browser(port).wait(mixed[0])

        def read(visit: list[str]) -> None:
            browser = Browser(port)  # a connection of its own, which either worker may take
            for path in visit:
                browser.get(path)

        list(clients.map(read, visits[:first]))
        started = time.perf_counter()
        list(tqdm(clients.map(read, visits[first:]), "Visits", len(visits) - first))
        return MIXED / (time.perf_counter() - started)


def measured(browser: Browser, paths: list[str], title: str) -> dict[str, float]:
    """Percentiles of a page, of addresses that were not asked before."""
    coming = iter(paths)
    for path in islice(coming, WARM):
        browser.get(path)
    rounds = [
        percentiles([timed(browser.get, path) for path in islice(coming, PAGES)]) for _ in tqdm(range(ROUNDS), title)
    ]
    return middle(rounds)


def editor_pages(browser: Browser, wanted: int) -> tuple[dict[str, float], int]:
    """Percentiles of the editor of actors with their services, and the most SQL queries that it makes."""
    with editing(wanted) as somebody:
        browser.headers["Cookie"] = somebody.cookie
        times = measured(browser, somebody.paths, "Editor pages")
        del browser.headers["Cookie"]
        return times, most_queries(somebody.paths[:QUERIES], somebody.client)


def queue_pages(browser: Browser, zone: CareZone | None, wanted: int) -> tuple[dict[str, float], int]:
    """Percentiles of the work queue of a team, kind after kind, and the most SQL queries that it makes."""
    client, cookie, paths = team(zone)
    browser.headers["Cookie"] = cookie
    browser.wait(paths[0])
    times = measured(browser, repeated(paths, wanted), f"Work queue: {zone or 'all zones'}")
    del browser.headers["Cookie"]
    return times, most_queries(paths, client)


def most_queries(paths: list[str], client: Client | None = None) -> int:
    """The most SQL queries that one of these pages makes."""
    client, counts = client or Client(SERVER_NAME="localhost"), []
    client.get(paths[0])  # reads the index
    for path in paths:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        counts.append(len(queries))
    return max(counts)


def changes(browser: Browser) -> dict[str, float]:
    """How long a write takes, and until the worker shows it on a search page."""
    visible = Service.objects.visible_to(Viewer.VISITOR).filter(is_statutory=False)
    chosen = list(
        visible.exclude(availabilities__isnull=False).select_related("actor").order_by("pk")[: CHANGES + WRITES]
    )
    seen = [_until_seen(browser, service) for service in tqdm(chosen[:CHANGES], "Changes")]
    writes = [_write(service) for service in chosen[CHANGES:]]
    Availability.objects.filter(service__in=chosen).delete()
    return {"seen_s": max(seen), "seen_median_s": median(seen), "write_p95": percentiles(writes)[1]}


def _write(service: Service) -> float:
    now = timezone.now()
    record = Availability(service=service, status="open", confirmed_at=now, valid_until=now + period(service))
    return timed(record.save)


def _until_seen(browser: Browser, service: Service) -> float:
    """Seconds from the commit until the service is found among those with room."""
    with translation.override("nl"):
        asked = {"q": service.actor.name_nl, "room": "on", "sort": "recent"}
        path, link = f"{reverse('search')}?{urlencode(asked)}", service.get_absolute_url()
    browser.get(path)
    _write(service)
    started = time.perf_counter()
    while link not in browser.get(path):
        if time.perf_counter() - started > 10:
            return float("inf")
        time.sleep(0.01)
    return time.perf_counter() - started


def main() -> None:
    """Print what was measured as JSON."""
    build_sprites()
    call_command("collectstatic", interactive=False, verbosity=0)
    paths = addresses(WARM + ROUNDS * PAGES + QUERIES)
    with serving() as port:
        browser = Browser(port)
        browser.wait(paths["search"][0])
        found = {kind: measured(browser, some, f"Pages: {kind}") for kind, some in paths.items()}
        found["changes"] = changes(browser)
        found["editor"], editor_queries = editor_pages(browser, WARM + ROUNDS * PAGES)
        found["one_tap"] = one_taps(browser)
        found["zone_queue"], queue_queries = queue_pages(browser, CareZone.objects.first(), WARM + ROUNDS * PAGES)
        found["region_queue"], _queries = queue_pages(browser, None, WARM + ROUNDS * PAGES)
    found["per_second"] = throughput(paths)
    found["queries"] = {
        "editor": editor_queries,
        "queue": queue_queries,
        "search": most_queries(paths["search"][-QUERIES:]),
        "service": most_queries(paths["service"][-QUERIES:]),
    }
    json.dump(found, sys.stdout)
