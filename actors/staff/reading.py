"""What an editor reads of a listing: each kind of record with its links, in one query."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from actors.models import (
    Actor,
    ActorAuthority,
    Contact,
    Service,
    ServiceArea,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)


def _pks(model, name: str):
    return ArraySubquery(
        model.objects.filter(service=OuterRef("pk"), **{f"{name}__isnull": False}).order_by(name).values(name)
    )


def with_links(actors):
    """Actors with their authorities at hand, in the same query."""
    links = ActorAuthority.objects.filter(actor=OuterRef("pk")).order_by("authority_id")
    return actors.annotate(authority_ids=ArraySubquery(links.values("authority_id")))


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
