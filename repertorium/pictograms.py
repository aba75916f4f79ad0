"""One pictogram per code, the same everywhere: an SVG sprite made from Font Awesome Free (CC BY 4.0).

The icons come from the package `fontawesomefree`; which ones are in the sprite follows from the taxonomy fixture
and from the names below. Pages refer to them as `pictograms.svg#shower`; residents' first pages use a second, small
sprite, `help.svg`, because a telephone on a slow network waits for it. `all-pictograms.svg` is for the admin, where one
is chosen for a term.

A name that ends in `-crossed` is that icon with a stroke through it, drawn over it here: "not needed", "not there".
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from repertorium.fixtures import FOLDER, read_csv

GENERATED = settings.VAR_DIR / "generated"
LICENCE = "<!-- Font Awesome Free by @fontawesome, https://fontawesome.com/license/free, CC BY 4.0 -->"

CROSSED = "-crossed"

# The things that admission facts are about (`actors.models.admission`): each stands in the sprite plain and crossed.
FOR_FACTS = frozenset(
    """bell calendar-days coins comment-dots dog globe id-card notes-medical pen-to-square percent phone
    scale-unbalanced share-from-square street-view tag user-pen venus wheelchair""".split()
)

# What pages use besides the taxonomy.
FOR_PAGES = frozenset(
    """arrow-left arrow-right arrow-up-right-from-square bars book building bullhorn cake-candles chart-simple check
    chevron-down chevron-right circle-check circle-half-stroke circle-info circle-pause circle-question
    circle-xmark clock code-merge diagram-project door-open download envelope eye-slash file-lines filter flag upload
    hand handshake-angle hourglass-half language lightbulb list location-crosshairs location-dot lock magnifying-glass
    map map-location-dot mars-and-venus minus paper-plane people-group person-walking plus print rotate-left route
    sliders star table-list thumbtack triangle-exclamation user-group xmark""".split()
)

# What residents' cards say of the conditions, and what their pages use besides the needs.
FACTS_FOR_RESIDENTS = frozenset("calendar-days coins dog id-card user-pen".split())
FOR_RESIDENTS = frozenset(
    """arrow-left arrow-right bed check circle-check circle-half-stroke circle-info circle-pause circle-question
    circle-xmark clock comments door-open envelope eye-slash filter globe hourglass-half language list-check
    location-crosshairs location-dot map paper-plane person-walking phone plus print right-from-bracket sliders star
    venus volume-high wifi-crossed xmark""".split()
)


def package_folder() -> Path:
    """Where the package keeps the solid icons (it need not be imported)."""
    origin = find_spec("fontawesomefree").submodule_search_locations[0]
    return Path(origin) / "static" / "fontawesomefree" / "svgs" / "solid"


def crossed(name: str) -> str:
    """The name of an icon with a stroke through it."""
    return name + CROSSED


@cache
def names() -> frozenset[str]:
    """Every icon that the sprite holds. Another one, chosen by staff for a term, is drawn where it stands."""
    terms = frozenset(row["pictogram"] for row in read_csv(FOLDER / "taxonomy.csv"))
    return terms | FOR_PAGES | FOR_RESIDENTS | FOR_FACTS | frozenset(map(crossed, FOR_FACTS))


@cache
def every_name() -> tuple[str, ...]:
    """Every solid icon of the package, in the order of the alphabet: what a term may choose from."""
    return tuple(sorted(path.stem for path in package_folder().glob("*.svg")))


@cache
def names_for_residents() -> frozenset[str]:
    """The icons of the small sprite: those of the needs, and what residents' pages use."""
    needs = (row for row in read_csv(FOLDER / "taxonomy.csv") if row["kind"] == "need")
    conditions = FACTS_FOR_RESIDENTS | frozenset(map(crossed, FACTS_FOR_RESIDENTS))
    return FOR_RESIDENTS | conditions | {row["pictogram"] for row in needs}


def build_sprites() -> bool:
    """Write the sprites that are missing or out of date; whether any was written.

    Raises:
        FileNotFoundError: an icon of that name does not exist in Font Awesome Free solid.
    """
    sprites = {"pictograms.svg": names(), "help.svg": names_for_residents(), "all-pictograms.svg": every_name()}
    written = [_build(file, icons) for file, icons in sprites.items()]
    return any(written)


def _build(file: str, icons: Iterable[str]) -> bool:
    symbols = [_symbol(name) for name in sorted(icons)]
    target = GENERATED / file
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{LICENCE}{"".join(symbols)}</svg>'
    if target.exists() and target.read_text() == sprite:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(sprite)
    return True


def _symbol(name: str) -> str:
    view_box, paths = drawing(name)
    return f'<symbol id="{name}" viewBox="{view_box}">{paths}</symbol>'


def drawing(name: str) -> tuple[str, str]:
    """What an icon is made of: its view box and its paths, as SVG.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    if name.endswith(CROSSED):
        return _crossed_out(*drawing(name.removesuffix(CROSSED)))
    svg = (package_folder() / f"{name}.svg").read_text()
    return re.search(r'viewBox="([^"]+)"', svg).group(1), "".join(re.findall(r"<path[^>]*/>", svg))


def _crossed_out(view_box: str, paths: str) -> tuple[str, str]:
    """The same with a stroke from corner to corner of a square, in the colour of the icon and with a rim of that of
    the ground (`--ground`), so that it is seen on what is dark."""
    width, height = map(int, view_box.split()[2:])
    side = max(width, height)
    left, top, near, far = (width - side) // 2, (height - side) // 2, side // 16, side - side // 16
    line = f"M{left + near} {top + near}L{left + far} {top + far}"
    rim, stroke = (
        f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="{side // part}" stroke-linecap="round"/>'
        for colour, part in (("var(--ground, #fff)", 5), ("currentColor", 10))
    )
    return f"{left} {top} {side} {side}", paths + rim + stroke


def inner(name: str, sprite: str, icons: frozenset[str]) -> SafeString:
    """What stands inside an `<svg>`: a reference to the sprite that holds these icons, else the drawing itself."""
    if name in icons or name not in every_name():
        return format_html('<use href="{}#{}"></use>', static(sprite), name)
    view_box, paths = drawing(name)
    return format_html('<svg viewBox="{}">{}</svg>', view_box, mark_safe(paths))  # noqa: S308 - of the package
