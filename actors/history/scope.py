"""Which events of the database's history are of one actor or one service."""

from functools import cache, reduce
from operator import or_

from django.apps import apps
from django.db.models import F, Model, Q, QuerySet

from actors.models import (
    Actor,
    ActorAuthority,
    Availability,
    Closure,
    Competence,
    Contact,
    FormerSlug,
    Hosting,
    Location,
    Membership,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
    SourceReference,
)

# Each kind of record of a listing, and the columns of its events that say whose it is. What others hang on comes first.
BELONGS: dict[type[Model], dict[str, str]] = {
    Actor: {"pgh_obj": "actor", "merged_into": "actor"},
    ActorAuthority: {"actor": "actor"},
    Membership: {"network": "actor", "member": "actor"},
    Competence: {"actor": "actor"},
    Location: {"pgh_obj": "location", "actor": "actor"},
    Service: {"pgh_obj": "service", "actor": "actor"},
    ServiceTheme: {"service": "service"},
    ServiceTarget: {"service": "service"},
    ServiceLanguage: {"service": "service"},
    ServiceArea: {"service": "service"},
    Hosting: {"service": "service", "host": "actor"},
    ServiceAtLocation: {"service": "service"},
    Closure: {"actor": "actor", "place": "place"},
    Availability: {"service": "service"},
    Contact: {"actor": "actor", "service": "service", "location": "location"},
    SourceReference: {"actor": "actor", "service": "service", "location": "location"},
    FormerSlug: {"actor": "actor", "service": "service"},
}
MODELS = {model._meta.model_name: model for model in BELONGS}
Owners = dict[str, list[int]]


def of_actor(actor: Actor) -> Owners:
    """The ids of an actor and of what is its own now, or was its own when it was removed."""
    own = {"actor": actor.pk}
    services = _ever(Service, own)
    return {
        "actor": [actor.pk],
        "service": services,
        "location": _ever(Location, own),
        "place": _ever(ServiceAtLocation, {"service__in": services}),
    }


def of_service(service: Service) -> Owners:
    """The same for one service alone."""
    return {"service": [service.pk], "place": _ever(ServiceAtLocation, {"service": service.pk})}


def _ever(model: type[Model], own: dict) -> list[int]:
    """What is another's now is theirs to tell of; so former owners are asked of removed records only.

    Read at once: with subqueries PostgreSQL takes three times as long over the events.
    """
    removed = model.pgh_event_model.objects.filter(**own, pgh_label="delete").values_list("pgh_obj", flat=True)
    return list(model.objects.filter(**own).order_by().values_list("pk", flat=True).union(removed))


def events(owners: Owners) -> dict[type[Model], QuerySet]:
    """The events of these records, by model: of an actor without services there are none of services."""
    found = {}
    for model, columns in BELONGS.items():
        conditions = [Q(**{f"{column}__in": owners[kind]}) for column, kind in columns.items() if owners.get(kind)]
        if conditions:
            found[model] = model.pgh_event_model.objects.filter(reduce(or_, conditions))
    return found


@cache
def columns(model: type[Model]) -> dict[str, str]:
    """The columns of a record with the names of their fields.

    Of a text those per language, not the bare one, which nobody reads.
    """
    tracked = {field.name for field in model.pgh_event_model._meta.fields}
    names = {field.name for field in model._meta.concrete_fields}
    return {
        field.attname: field.name
        for field in model._meta.concrete_fields
        if field.name in tracked and not field.primary_key and f"{field.name}_nl" not in names
    }


def model_of(name: str) -> type[Model]:
    """The model of this name, also one that belongs to a listing only in a merge."""
    return MODELS.get(name) or apps.get_model("actors", name)


def union_of(querysets: dict[type[Model], QuerySet]) -> tuple[str, tuple]:
    """SQL and its parameters of all these events: change, moment, name of the model, id of the event."""
    parts, values = [], []
    for model, queryset in querysets.items():
        inner = queryset.order_by().values(context=F("pgh_context_id"), at=F("pgh_created_at"), event=F("pgh_id"))
        sql, params = inner.query.sql_with_params()
        parts.append(
            f"SELECT context, at, %s AS model, event FROM ({sql}) AS one"  # noqa: S608 - made by the ORM
        )
        values += [model._meta.model_name, *params]
    return " UNION ALL ".join(parts), tuple(values)
