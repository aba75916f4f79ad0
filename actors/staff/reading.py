"""What an editor reads of a listing: each kind of record with its links, in one query."""

import json
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, Q, QuerySet

from actors.models import (
    Actor,
    ActorAuthority,
    Closure,
    Competence,
    Contact,
    Draft,
    Hosting,
    Location,
    Membership,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)
from actors.records import STATUSES, with_statuses
from actors.staff.finder import Finder
from repertorium.prepared import Given, Prepared, Rows, every, record_of, rows_of

NAMED = frozenset({"id", "name_nl", "name_fr", "kind", "status"})  # what is read of another actor


def _pks(model, name: str):
    return ArraySubquery(
        model.objects.filter(service=OuterRef("pk"), **{f"{name}__isnull": False}).order_by(name).values(name)
    )


def with_links(actors, user):
    """Actors with their authorities, and when this user left a draft, in the same query."""
    links = ActorAuthority.objects.filter(actor=OuterRef("pk")).order_by("authority_id")
    drafts = Draft.objects.filter(actor=OuterRef("pk"), user=user).values("saved_at")[:1]
    return actors.annotate(authority_ids=ArraySubquery(links.values("authority_id")), draft_saved_at=drafts)


def _locations():
    return Location.objects.filter(actor__any=Given("actors")).order_by("pk")


def _services():
    """With what they have over through tables."""
    return with_statuses(
        Service.objects.filter(actor__any=Given("actors"))
        .with_room_asked()
        .annotate(
            theme_ids=_pks(ServiceTheme, "theme_id"),
            target_ids=_pks(ServiceTarget, "target_id"),
            language_ids=_pks(ServiceLanguage, "language_id"),
            zone_ids=_pks(ServiceArea, "zone_id"),
            municipality_ids=_pks(ServiceArea, "municipality_id"),
            neighbourhood_ids=_pks(ServiceArea, "neighbourhood_id"),
        )
        .order_by("pk")
    )


def _places():
    return ServiceAtLocation.objects.filter(service__any=Given("services"))


def _closures():
    return Closure.objects.filter(Q(actor__any=Given("actors")) | Q(place__any=Given("places")))


def _contacts():
    owned = Q(actor__any=Given("actors")) | Q(service__any=Given("services")) | Q(location__any=Given("locations"))
    return Contact.objects.filter(owned).order_by("pk")


LINKS = ("room_asked", "theme_ids", "target_ids", "language_ids", "zone_ids", "municipality_ids", "neighbourhood_ids")
LOCATIONS = Prepared(Location, _locations)
SERVICES = Prepared(Service, _services, annotated=LINKS + STATUSES)
PLACES = Prepared(ServiceAtLocation, _places, location=every(Location))
CLOSURES = Prepared(Closure, _closures)
CONTACTS = Prepared(Contact, _contacts)


@dataclass(frozen=True)
class Relations:
    """What ties an actor to others."""

    memberships: list[Membership]
    hostings: list[Hosting]
    competences: list[Competence]


def relations_of(actor: Actor, finder: Finder) -> Relations:
    """The ties of an actor and its services, as far as somebody may know of those others.

    One query for all kinds, and one more for whom may not see every actor.
    """
    (found,) = TIES.read(actors=[actor.pk])
    networks, hosts, territories = ([json.loads(row) for row in rows] for rows in found)
    others = {row["network_id"] for row in networks} | {row["host_id"] for row in hosts}
    if others and not finder.may_place:
        others = set(finder.actors.filter(pk__in=others).values_list("pk", flat=True))
    return Relations(
        [_record(Membership, row, "network") for row in networks if row["network_id"] in others],
        [_record(Hosting, row, "host") for row in hosts if row["host_id"] in others],
        [_record(Competence, row) for row in territories] if finder.may_place else [],
    )


def _ties() -> QuerySet:
    memberships = Membership.objects.filter(member=OuterRef("pk"))
    hostings = Hosting.objects.filter(service__actor=OuterRef("pk"))
    competences = Competence.objects.filter(actor=OuterRef("pk"))
    return Actor.objects.filter(pk__any=Given("actors")).annotate(
        networks=_rows(memberships, "network"), hosts=_rows(hostings, "host"), territories=_rows(competences)
    )


def _rows(records: QuerySet, other: str = "") -> ArraySubquery:
    """Records as JSON, each with what is read of the `other` actor."""
    return rows_of(records.order_by("pk"), **{f"other_{name}": f"{other}__{name}" for name in NAMED if other})


def _record(model: type[Model], row: dict, other: str = "") -> Model:
    record = record_of(model, row)
    if other:
        setattr(record, other, record_of(Actor, {name: row[f"other_{name}"] for name in NAMED}))
    return record


TIES = Rows(_ties, "networks", "hosts", "territories")
