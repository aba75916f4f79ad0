"""What an editor reads of a listing: each kind of record with its links, in one query."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from actors.models import (
    Actor,
    ActorAuthority,
    Competence,
    Contact,
    Draft,
    Hosting,
    Membership,
    Service,
    ServiceArea,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)
from actors.staff.finder import Finder

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


def editable_services(actor: Actor):
    """The services of an actor with what they have over through tables: one query."""
    return (
        Service.objects.filter(actor=actor)
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


def contacts_of(actor: Actor):
    """The contact channels of an actor, of its services and of its places."""
    contacts = Contact.objects.filter(actor=actor) | Contact.objects.filter(service__actor=actor)
    return (contacts | Contact.objects.filter(location__actor=actor)).order_by("pk")


@dataclass(frozen=True)
class Relations:
    """What ties an actor to others."""

    memberships: list[Membership]
    hostings: list[Hosting]
    competences: list[Competence]


def relations_of(actor: Actor, finder: Finder) -> Relations:
    """The ties of an actor and its services, as far as somebody may know of those others: one query for all kinds."""
    memberships = Membership.objects.filter(member=OuterRef("pk"))
    hostings = Hosting.objects.filter(service__actor=OuterRef("pk"))
    if not finder.may_place:
        memberships = memberships.filter(network__in=finder.actors)
        hostings = hostings.filter(host__in=finder.actors)
    competences = Competence.objects.filter(actor=OuterRef("pk"))
    found = (
        Actor.objects.filter(pk=actor.pk)
        .annotate(networks=_rows(memberships, "network"), hosts=_rows(hostings, "host"), territories=_rows(competences))
        .values("networks", "hosts", "territories")
        .get()
    )
    return Relations(
        [_record(Membership, row, "network") for row in found["networks"]],
        [_record(Hosting, row, "host") for row in found["hosts"]],
        [_record(Competence, row) for row in found["territories"]] if finder.may_place else [],
    )


def _rows(records: QuerySet, other: str = "") -> ArraySubquery:
    """Records as JSON, each with what is read of the `other` actor."""
    columns = {field.attname: field.attname for field in _columns(records.model)}
    columns |= {f"other_{name}": f"{other}__{name}" for name in NAMED if other}
    return ArraySubquery(records.order_by("pk").annotate(row=JSONObject(**columns)).values("row"))


def _record(model: type[Model], row: dict, other: str = "") -> Model:
    record = _from_row(model, {field.attname: row[field.attname] for field in _columns(model)})
    if other:
        setattr(record, other, _from_row(Actor, {name: row[f"other_{name}"] for name in NAMED}))
    return record


def _from_row(model: type[Model], row: dict) -> Model:
    names = [field.attname for field in model._meta.concrete_fields if field.attname in row]  # in the model's own order
    return model.from_db(DEFAULT_DB_ALIAS, names, [row[name] for name in names])


def _columns(model: type[Model]) -> list:
    """Those with a value of their own: of a text the columns per language, not the bare one."""
    names = {field.name for field in model._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if f"{field.name}_nl" not in names]
