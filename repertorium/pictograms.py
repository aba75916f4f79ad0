"""One pictogram per code, the same everywhere: an SVG sprite made from Font Awesome Free (CC BY 4.0).

The icons come from the package `fontawesomefree`; which ones are in the sprite follows from the taxonomy fixture
and from the names below. Pages refer to them as `pictograms.svg#shower`; residents' first pages use a second, small
sprite, `help.svg`, because a telephone on a slow network waits for it. `all-pictograms.svg` is for the admin, where one
is chosen for a term.
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

# What pages use besides the taxonomy; admission facts name theirs in `actors.models.admission`.
FOR_PAGES = frozenset(
    """address-card arrow-left arrow-right arrow-up-right-from-square bars book building calendar-check calendar-xmark
    chart-simple check chevron-down chevron-right circle-check circle-half-stroke circle-info circle-pause
    circle-question circle-xmark clock code-merge comment-dots diagram-project dog door-open download envelope
    eye-slash file-lines filter flag globe hand-holding-dollar handshake-angle hourglass-half house-user id-card
    language list location-crosshairs location-dot lock magnifying-glass map map-location-dot minus
    pen-to-square people-group percent person-walking phone plus print rotate-left route scale-unbalanced
    share-from-square sliders star table-list tag thumbtack triangle-exclamation user-group user-secret venus
    wheelchair xmark""".split()
)

# What residents' pages use besides the needs.
FOR_RESIDENTS = frozenset(
    """address-card arrow-left arrow-right bed calendar-check check circle-check circle-half-stroke circle-info
    circle-pause circle-question circle-xmark clock coins comments dog door-open envelope eye-slash filter globe
    hourglass-half id-card language list list-check location-crosshairs location-dot map minus person-walking phone
    plus print right-from-bracket route star triangle-exclamation user-secret venus volume-high wifi xmark""".split()
)


def package_folder() -> Path:
    """Where the package keeps the solid icons (it need not be imported)."""
    origin = find_spec("fontawesomefree").submodule_search_locations[0]
    return Path(origin) / "static" / "fontawesomefree" / "svgs" / "solid"


@cache
def names() -> frozenset[str]:
    """Every icon that the sprite holds. Another one, chosen by staff for a term, is drawn where it stands."""
    return frozenset(row["pictogram"] for row in read_csv(FOLDER / "taxonomy.csv")) | FOR_PAGES | FOR_RESIDENTS


@cache
def every_name() -> tuple[str, ...]:
    """Every solid icon of the package, in the order of the alphabet: what a term may choose from."""
    return tuple(sorted(path.stem for path in package_folder().glob("*.svg")))


@cache
def names_for_residents() -> frozenset[str]:
    """The icons of the small sprite: those of the needs, and what residents' pages use."""
    needs = (row for row in read_csv(FOLDER / "taxonomy.csv") if row["kind"] == "need")
    return FOR_RESIDENTS | {row["pictogram"] for row in needs}


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
    svg = (package_folder() / f"{name}.svg").read_text()
    return re.search(r'viewBox="([^"]+)"', svg).group(1), "".join(re.findall(r"<path[^>]*/>", svg))


def inner(name: str, sprite: str, icons: frozenset[str]) -> SafeString:
    """What stands inside an `<svg>`: a reference to the sprite that holds these icons, else the drawing itself."""
    if name in icons or name not in every_name():
        return format_html('<use href="{}#{}"></use>', static(sprite), name)
    view_box, paths = drawing(name)
    width, height = view_box.split()[2:]
    return format_html('<svg viewBox="0 0 {} {}">{}</svg>', width, height, mark_safe(paths))  # noqa: S308 - of the package
