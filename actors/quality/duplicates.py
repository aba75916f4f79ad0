"""Actors that are perhaps one and the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.enums import ActorKind, ContactKind, Precision, Status
from actors.models import Actor

NEAR = 100  # metres
SIMILAR = 0.5  # of the trigrams of two names
CHAIN = 4  # actors; what so many share says nothing of any two

REASONS = {
    "name": _("same name"),
    "phone": _("same telephone number"),
    "website": _("same web address"),
    "near": _("near each other, with similar names"),
}

# A mark is something that two actors should not share. Points are compared within cells of about 110 metres and the
# eight around, so that not everything is measured against everything.
SQL = """
WITH actor AS (
    SELECT id, parent_id, kind, name_nl, name_fr FROM actors_actor
    WHERE status = %(published)s AND (ends_on IS NULL OR ends_on >= %(today)s)
), name AS (
    SELECT DISTINCT id, trim(regexp_replace(fold_text(text), '[^[:alnum:]]+', ' ', 'g')) AS text
    FROM actor CROSS JOIN unnest(ARRAY[name_nl, name_fr]) AS text WHERE text > ''
), channel AS (
    SELECT coalesce(contact.actor_id, service.actor_id, location.actor_id) AS id, contact.kind, contact.value
    FROM actors_contact contact
    LEFT JOIN actors_service service ON service.id = contact.service_id
    LEFT JOIN actors_location location ON location.id = contact.location_id
), mark AS (
    SELECT id, 'name' AS reason, text AS value FROM name
    UNION SELECT id, 'phone', value FROM channel WHERE kind = %(phone)s
    UNION SELECT id, 'website', rtrim(regexp_replace(lower(value), '^https?://(www\\.)?|#.*$', '', 'g'), '/')
    FROM channel WHERE kind = %(website)s
), point AS (
    SELECT DISTINCT actor_id AS id, lat, lon, floor(lat * 1000) AS y, floor(lon * 640) AS x
    FROM actors_location WHERE lat IS NOT NULL AND precision <> %(approximate)s
), telling AS (
    SELECT mark.* FROM mark JOIN (
        SELECT reason, value FROM mark GROUP BY reason, value HAVING count(*) < %(chain)s
    ) AS rare USING (reason, value)
), pair AS (
    SELECT a.id AS first, b.id AS second, a.reason FROM telling a
    JOIN telling b ON b.reason = a.reason AND b.value = a.value AND b.id > a.id
    UNION
    SELECT a.id, b.id, 'near' FROM point a
    CROSS JOIN generate_series(-1, 1) AS dy CROSS JOIN generate_series(-1, 1) AS dx
    JOIN point b ON b.y = a.y + dy AND b.x = a.x + dx AND b.id > a.id
    JOIN name ON name.id = a.id JOIN name other ON other.id = b.id
    WHERE sqrt(((a.lat - b.lat) * 111200) ^ 2 + ((a.lon - b.lon) * 70200) ^ 2) <= %(near)s
    AND similarity(name.text, other.text) >= %(similar)s
)
SELECT pair.first, pair.second, array_agg(pair.reason ORDER BY pair.reason)
FROM pair JOIN actor a ON a.id = pair.first JOIN actor b ON b.id = pair.second
WHERE NOT EXISTS (
    SELECT 1 FROM actors_notthesame known WHERE known.first_id = pair.first AND known.second_id = pair.second
)
GROUP BY pair.first, pair.second
HAVING 'name' = ANY(array_agg(pair.reason)) OR NOT bool_or(
    coalesce(a.parent_id = b.id OR b.parent_id = a.id OR a.parent_id = b.parent_id, false)
    OR %(network)s IN (a.kind, b.kind)
)
ORDER BY count(*) DESC, pair.first, pair.second
"""


@dataclass(frozen=True)
class Pair:
    """Two actors and why they look like one."""

    first: Actor
    second: Actor
    codes: tuple[str, ...]

    @property
    def reasons(self) -> list[Promise]:
        """Why, in words."""
        return [REASONS[code] for code in self.codes]

    @property
    def pks(self) -> set[int]:
        return {self.first.pk, self.second.pk}


def duplicates() -> Iterator[Pair]:
    """Published actors that look like one, those with most reasons first.

    Networks, parents and parts share switchboards, websites and addresses: they are pairs only by the same name.
    Pairs of which somebody said that they are two are left out.
    What many have in common (the name of a chain, the website of a federation) makes no pairs, and of a point that
    stands for a whole neighbourhood nothing follows.
    """
    found = duplicate_keys()
    actors = Actor.objects.in_bulk({pk for first, second, _codes in found for pk in (first, second)})
    return (Pair(actors[first], actors[second], codes) for first, second, codes in found)


def duplicate_keys() -> list[tuple[int, int, tuple[str, ...]]]:
    """The same as primary keys, the one that was entered first in front, with the codes of the reasons."""
    with connection.cursor() as cursor:
        cursor.execute(
            SQL,
            {
                "published": Status.PUBLISHED,
                "today": timezone.localdate(),
                "phone": ContactKind.PHONE,
                "website": ContactKind.WEBSITE,
                "approximate": Precision.NEIGHBOURHOOD,
                "network": ActorKind.NETWORK,
                "near": NEAR,
                "similar": SIMILAR,
                "chain": CHAIN,
            },
        )
        return [(first, second, tuple(codes)) for first, second, codes in cursor.fetchall()]
