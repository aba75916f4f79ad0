"""How far it is on foot: one rule for professionals, residents and devices without connection."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

STRIDE = 70  # metres a minute: an unhurried adult
DETOUR = 1.3  # streets are this much longer than the crow's way
LEAST_WALK = 2  # minutes
COUNTED_WALK = 10  # minutes; of longer walks nobody counts single ones
FURTHEST_WALK = 45  # minutes; what is further is told in kilometres
ROUNDED = 50  # metres: nobody measures a way more exactly
IN_KILOMETRES = 950  # metres; from here on kilometres read better

RULE = {"stride": STRIDE / DETOUR, "least": LEAST_WALK, "counted": COUNTED_WALK, "furthest": FURTHEST_WALK}


def walk_minutes(metres: float) -> int | None:
    """Minutes for so many metres of the crow's way; None where that is too far to walk."""
    minutes = max(LEAST_WALK, round(metres * DETOUR / STRIDE))
    if minutes > FURTHEST_WALK:
        return None
    return 5 * round(minutes / 5) if minutes > COUNTED_WALK else minutes


def way_words(metres: int | None) -> str:
    """How far: minutes on foot, or kilometres where that is too far to walk."""
    if metres is None:
        return ""
    minutes = walk_minutes(metres)
    if minutes is None:
        return way_sentences()["far"].format(count=round(metres / 1_000))
    return way_sentences()["walk"].format(count=minutes)


def distance(metres: int | None) -> str:
    """The same for who plans for somebody else, with the distance: 400 m (7 minutes on foot); 3,1 km."""
    if metres is None:
        return ""
    far = f"{max(ROUNDED, round(metres / ROUNDED) * ROUNDED)} m"
    if metres >= IN_KILOMETRES:
        far = f"{metres / 1000:.1f} km".replace(".", ",")
    return far if walk_minutes(metres) is None else f"{far} ({way_words(metres)})"


def way_sentences() -> dict[str, str]:
    """The sentences about distance, with a number to be filled in."""
    return {
        "walk": _("{count} minutes on foot"),
        "far": pgettext("distance", "{count} km"),
        "in": _("in {municipality}"),
    }
