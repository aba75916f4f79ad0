"""Possible duplicates as a kind of work: for the regional team, who alone may merge."""

from functools import lru_cache

from django.contrib.postgres.fields import ArrayField
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import BigIntegerField, F, Func, IntegerField, QuerySet, Value
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from actors.models import Actor, NotTheSame
from actors.quality.duplicates import REASONS, duplicate_keys
from actors.staff.merging import keep_apart

SALT = "queue.apart"
# Changes with anything of which a pair is made; so pairs are looked for anew only when something may have changed.
STATE = """
    SELECT (SELECT max(pgh_id) FROM actors_actorevent), (SELECT max(pgh_id) FROM actors_contactevent),
        (SELECT max(pgh_id) FROM actors_locationevent), (SELECT max(id) FROM actors_notthesame),
        (SELECT count(*) FROM actors_notthesame)
"""


def pairs() -> dict[int, tuple[int, tuple[str, ...]]]:
    """By the later of two actors that look like one: the earlier one and why, of those with most reasons."""
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        state = cursor.fetchone()
    return _pairs(connection.settings_dict["NAME"], timezone.localdate(), state)


@lru_cache(maxsize=1)
def _pairs(*_state) -> dict[int, tuple[int, tuple[str, ...]]]:
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for first, second, codes in duplicate_keys():
        found.setdefault(second, (first, codes))
    return found


def records(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """The later ones of the pairs."""
    return actors.filter(pk__in=list(pairs()))


def in_order(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Those with most reasons first."""
    keys = Value(list(pairs()), output_field=ArrayField(BigIntegerField()))
    return actors.order_by(Func(keys, F("pk"), function="array_position", output_field=IntegerField()), "pk")


def others_of(keys: list[int]) -> dict[int, tuple[Actor, list[Promise]]]:
    """By primary key of these actors the one that each may be, and why in words; of none that is no pair any more."""
    found = {key: pair for key, pair in pairs().items() if key in keys}
    actors = Actor.objects.in_bulk({first for first, _codes in found.values()})
    return {key: (actors[first], [REASONS[code] for code in codes]) for key, (first, codes) in found.items()}


def say_apart(actor: Actor, user) -> str:
    """Say that the two are two; a signed note that takes it back.

    Raises:
        ValidationError: somebody said so already, or merged them.
    """
    found = others_of([actor.pk]).get(actor.pk)
    if found is None:
        raise ValidationError(_("This cannot be done here."))
    said = keep_apart(user=user, one=actor, other=found[0])
    return signing.dumps(said.pk, salt=SALT)


def take_back(actor: Actor, note: str) -> None:
    """Propose them again.

    Raises:
        ValidationError: it is no such note of this actor.
    """
    try:
        key = signing.loads(note, salt=SALT)
    except signing.BadSignature:
        key = None
    if not NotTheSame.objects.filter(pk=key, second=actor).delete()[0]:
        raise ValidationError(_("Nothing was undone."))
