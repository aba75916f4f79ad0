"""One pictogram per code, the same everywhere: an SVG sprite made from Font Awesome Free (CC BY 4.0).

The icons come from the package `fontawesomefree`; which ones are in the sprite follows from the taxonomy fixture
and from the names below. Pages refer to them as `pictograms.svg#shower`.
"""

import re
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings

from repertorium.fixtures import FOLDER, read_csv

SPRITE = settings.VAR_DIR / "generated" / "pictograms.svg"
LICENCE = "<!-- Font Awesome Free by @fontawesome, https://fontawesome.com/license/free, CC BY 4.0 -->"

# What pages use besides the taxonomy; admission facts name theirs in `actors.models.admission`.
FOR_PAGES = frozenset(
    """address-card arrow-left arrow-right arrow-up-right-from-square bars book building calendar-check
    calendar-xmark check chevron-down chevron-right circle-check circle-half-stroke circle-info circle-pause
    circle-question circle-xmark clock comment-dots diagram-project dog door-open download envelope eye-slash
    file-lines filter flag globe hand-holding-dollar handshake-angle hourglass-half house-user id-card language
    list location-crosshairs location-dot lock magnifying-glass map map-location-dot minus pen-to-square
    people-group percent person-walking phone plus print route scale-unbalanced share-from-square sliders star
    tag thumbtack triangle-exclamation user-group user-secret venus wheelchair xmark""".split()
)


def package_folder() -> Path:
    """Where the package keeps the solid icons (it need not be imported)."""
    origin = find_spec("fontawesomefree").submodule_search_locations[0]
    return Path(origin) / "static" / "fontawesomefree" / "svgs" / "solid"


def names() -> set[str]:
    """Every icon that the sprite holds."""
    return {row["pictogram"] for row in read_csv(FOLDER / "taxonomy.csv")} | FOR_PAGES


def build_sprite() -> bool:
    """Write the sprite where it is missing or out of date; whether it was written.

    Raises:
        FileNotFoundError: an icon of that name does not exist in Font Awesome Free solid.
    """
    symbols = [_symbol(name) for name in sorted(names())]
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{LICENCE}{"".join(symbols)}</svg>'
    if SPRITE.exists() and SPRITE.read_text() == sprite:
        return False
    SPRITE.parent.mkdir(parents=True, exist_ok=True)
    SPRITE.write_text(sprite)
    return True


def _symbol(name: str) -> str:
    svg = (package_folder() / f"{name}.svg").read_text()
    view_box = re.search(r'viewBox="([^"]+)"', svg).group(1)
    paths = "".join(re.findall(r"<path[^>]*/>", svg))
    return f'<symbol id="{name}" viewBox="{view_box}">{paths}</symbol>'
