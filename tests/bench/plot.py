"""`python -m tests.bench.plot`: cost against size, from what `make bench` left in `var/bench`, as an SVG."""

import json

import matplotlib as mpl
from matplotlib import pyplot

from tests.bench.database import RESULTS, ROOT

FILE = ROOT / "docs" / "bench" / "cost.svg"
COLOURS = {"engine": "#0b6e4f", "tantivy": "#b5651d"}
STYLES = {"p50": "-", "p95": "--"}


def main() -> None:
    """Draw p50 and p95 of both sides over all sizes that were measured, both axes logarithmic."""
    mpl.rcParams.update({"svg.hashsalt": "bench", "svg.fonttype": "none", "font.family": "sans-serif"})
    found = sorted((json.loads(path.read_text()) for path in RESULTS.glob("*.json")), key=lambda one: one["services"])
    sizes = [one["services"] for one in found]
    figure, axes = pyplot.subplots(figsize=(8, 5))
    for side, colour in COLOURS.items():
        for name, style in STYLES.items():
            times = [one["times"][side][name] for one in found]
            axes.loglog(sizes, times, style, color=colour, marker="o", label=f"{side} {name}")
    axes.set_xlabel("services")
    axes.set_ylabel("milliseconds for one search request")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.minorticks_off()
    axes.yaxis.set_major_formatter("{x:g}")
    axes.grid(visible=True, which="both", alpha=0.25)
    axes.legend()
    FILE.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(FILE, bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    main()
