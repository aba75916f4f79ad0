"""The lines: what was measured, beside its budget."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

RED, GREEN, PLAIN = "\033[31m", "\033[32m", "\033[0m"
# What a budget is depends on size; the nearest one counts.
ENGINE_P95 = {10_000: 3, 100_000: 5, 1_000_000: 25}
START = {10_000: 3, 100_000: 30}
MEMORY = {10_000: 250, 100_000: 600}
SUGGESTIONS_P95 = 3
DOUBLING = 1.7


def nearest(budgets: dict[int, float], services: int) -> float:
    """The budget for the size that is nearest, in proportion."""
    return budgets[min(budgets, key=lambda size: abs(math.log(size / services)))]


@dataclass(frozen=True)
class Line:
    """One thing that was measured."""

    what: str
    measured: float
    unit: str = "ms"
    budget: float | None = None
    at_least: bool = False  # the budget is a floor

    @property
    def kept(self) -> bool:
        """Within its budget; what has none is only told."""
        if self.budget is None:
            return True
        return self.measured >= self.budget if self.at_least else self.measured <= self.budget

    def row(self) -> tuple[str, str, str, str]:
        """What, measured, budget, verdict."""
        limit = "" if self.budget is None else f"{'≥' if self.at_least else '≤'} {self.budget:g}"
        verdict = "" if self.budget is None else "ok" if self.kept else "RED"
        return self.what, f"{self.measured:.3g} {self.unit}".strip(), limit, verdict


def lines(found: dict) -> Iterator[Line]:
    """All lines of one size; parts that were not measured have none."""
    services = found["services"]
    if machine := found.get("machine"):
        yield Line("this machine: fixed work, quickest", machine["quickest"])
        yield Line("this machine: fixed work, middle", machine["middle"])
    engine, other = found["times"]["engine"], found["times"]["tantivy"]
    yield Line("search, engine only, p50", engine["p50"])
    yield Line("search, engine only, p95", engine["p95"], budget=nearest(ENGINE_P95, services))
    yield Line("the same in tantivy, p50", other["p50"])
    yield Line("the same in tantivy, p95", other["p95"])
    for name in ("p50", "p95"):
        yield Line(f"ratio to tantivy, {name}", engine[name] / other[name], "", 0.8)
    yield Line("right answer in the first ten", found["hits"]["engine"]["all"], "", 0.95, at_least=True)
    yield Line("the same in tantivy", found["hits"]["tantivy"]["all"], "")
    if typing := found.get("suggestions"):
        yield Line("suggestions while typing, engine, p50", typing["p50"])
        yield Line("suggestions while typing, engine, p95", typing["p95"], budget=SUGGESTIONS_P95)
    if "answerable" in found:
        yield Line("questions that have an answer at all", found["answerable"], "")
    if fresh := found.get("fresh"):
        yield Line("index at start-up", fresh["seconds"], "s", nearest(START, services))
        yield Line("memory of a process", fresh["rss_mb"], "MB", nearest(MEMORY, services))
    if pages := found.get("pages"):
        yield from page_lines(pages)


def page_lines(pages: dict) -> Iterator[Line]:
    """Pages over HTTP and changes."""
    yield Line("search page, p50", pages["search"]["p50"], budget=20)
    yield Line("search page, p95", pages["search"]["p95"], budget=40)
    yield Line("search page, most SQL queries", pages["queries"]["search"], "", 4)
    yield Line("pictogram pages, p95", pages["pictograms"]["p95"], budget=15)
    yield Line("service page, p95", pages["service"]["p95"], budget=25)
    yield Line("service page, most SQL queries", pages["queries"]["service"], "", 10)
    yield Line("editor, p95", pages["editor"]["p95"], budget=80)
    yield Line("editor, most SQL queries", pages["queries"]["editor"], "", 15)
    yield Line("one tap of a front desk, its write, p95", pages["one_tap"]["write"], budget=30)
    yield Line("one tap of a front desk, with its page, p95", pages["one_tap"]["whole"])
    yield Line("work queue of a zone, p95", pages["zone_queue"]["p95"], budget=60)
    yield Line("work queue of all zones, p95", pages["region_queue"]["p95"])
    yield Line("work queue, most SQL queries", pages["queries"]["queue"], "", 30)
    yield Line("pages a second of two workers", pages["per_second"], "", 80, at_least=True)
    yield Line("a change is found elsewhere, slowest", pages["changes"]["seen_s"], "s", 1)
    yield Line("writing a status, p95", pages["changes"]["write_p95"], budget=30)


def doubling(smaller: dict, larger: dict) -> Iterator[Line]:
    """What twice the data costs, between two sizes."""
    doublings = math.log2(larger["services"] / smaller["services"])
    for name in ("p50", "p95"):
        times = [found["times"]["engine"][name] for found in (smaller, larger)]
        between = f"{smaller['services']:,} to {larger['services']:,}"
        yield Line(f"twice the data, {name}, {between}", (times[1] / times[0]) ** (1 / doublings), "×", DOUBLING)


def table(title: str, rows: list[Line], *, colour: bool) -> str:
    """The lines as a table to read."""
    width = max(len(line.what) for line in rows)
    text = [title]
    for line in rows:
        what, measured, limit, verdict = line.row()
        paint = {"RED": RED, "ok": GREEN}.get(verdict, "") if colour else ""
        text.append(f"  {what:<{width}}  {measured:>12}  {limit:>7}  {paint}{verdict}{PLAIN if paint else ''}".rstrip())
    return "\n".join(text)
