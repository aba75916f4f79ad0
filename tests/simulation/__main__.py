"""Print the figures of a simulated year, and draw them: docs/simulation/year.svg. A minute or two."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repertorium.settings")
django.setup()

from dataclasses import replace  # noqa: E402 - Django first
from pathlib import Path  # noqa: E402
from statistics import mean  # noqa: E402

from tqdm import tqdm  # noqa: E402

from tests.simulation import year  # noqa: E402
from tests.simulation.rates import NAMES, PESSIMISTIC  # noqa: E402
from tests.simulation.reads import stale_reads  # noqa: E402

SEEDS = range(5)
READS = 1_000_000
STEADY = 26  # weeks; in the first half of the year the repertorium is still being filled
FILE = Path(__file__).resolve().parents[2] / "docs" / "simulation" / "year.svg"
ANSWERED = [n / 10 for n in range(1, 11)]


def main() -> None:
    years = {name: [year.simulate(rates, seed) for seed in SEEDS] for name, rates in tqdm(NAMES.items(), "Years")}
    for name, found in years.items():
        print(f"{name:<12} {_line(found)}")  # noqa: T201 - a program of the terminal
    levers = [
        (share, mean(_steady(year.simulate(_answering(share), seed)) for seed in SEEDS))
        for share in tqdm(ANSWERED, "Levers")
    ]
    for share, known in levers:
        print(f"{share:.0%} of mails answered: {known:.0%} of statuses count")  # noqa: T201
    reads, stale = stale_reads(READS, seed=1)
    print(f"{reads:,} reads, of which stale: {stale}")  # noqa: T201
    draw(years, levers)


def _answering(share: float):
    return replace(PESSIMISTIC, reads=share, taps=1.0, dead_address=0.0)


def _steady(one: year.Year) -> float:
    return mean(one.share[STEADY:])


def _line(found: list[year.Year]) -> str:
    number = len(found)
    return (
        f"{mean(map(_steady, found)):.0%} of statuses count (beds {mean(mean(y.beds[STEADY:]) for y in found):.0%}), "
        f"{sum(y.mails for y in found) / number / 52:.0f} mails, {sum(y.taps for y in found) / number / 52:.0f} taps and "
        f"{sum(y.calls for y in found) / number / 52:.0f} calls a week, "
        f"{mean(mean(y.minutes) for y in found) / 60:.1f} hours of staff a week"
    )


def draw(years: dict[str, list[year.Year]], levers: list[tuple[float, float]]) -> None:
    """Two plots: the share through the year, and what it takes to reach the goal."""
    import matplotlib as mpl
    from matplotlib import pyplot

    mpl.rcParams.update({"svg.hashsalt": "year", "svg.fonttype": "none", "font.family": "sans-serif"})
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4.2), sharey=True)
    for name, found in years.items():
        left.plot([mean(week) * 100 for week in zip(*(y.share for y in found), strict=True)], label=name)
    left.set_xlabel("week")
    left.set_ylabel("% of services asked with a status that counts")
    right.plot([share * 100 for share, _known in levers], [known * 100 for _share, known in levers], marker="o")
    right.set_xlabel("% of mails that are answered")
    for axes in (left, right):
        axes.axhline(80, color="#a32018", linestyle="--", linewidth=1, label="goal")
        axes.set_ylim(0, 100)
        axes.grid(visible=True, alpha=0.25)
        axes.legend()
    FILE.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(FILE, bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    main()
