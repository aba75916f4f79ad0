"""From the database to documents, in a handful of queries for many services at once."""

from collections import defaultdict
from collections.abc import Iterable
from sys import intern

from django.db.models import Q, QuerySet

from actors.enums import ActorKind, ContactKind, LanguageGroup, Level, LocationKind, Status
from actors.holidays import SCHOOL_RULE, calendars
from actors.models import (
    Availability,
    Closure,
    Contact,
    Membership,
    SchoolHoliday,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)
from actors.models.admission import ALL_FACTS
from actors.search.document import (
    ACTOR,
    CAPPED,
    DESCRIPTION,
    EXAMPLE,
    LIMITED,
    NAME,
    OVERFLOW,
    PLACE,
    REACHED,
    SUMMARY,
    Document,
    Place,
    Said,
    shared,
    speaks,
    turns_away,
)
from actors.search.marks import only_mark
from actors.search.words import LANGUAGES
from zones.models import Neighbourhood

TEXTS = {  # columns of the service and its actor, by field
    NAME: ("name",),
    ACTOR: ("actor__name", "actor__acronym"),
    SUMMARY: ("summary", "plain", "conditions"),
    DESCRIPTION: ("description", "actor__description"),
}
LISTING = ("level", "ends_on", "is_automatic", "confirmed_on", "stale_on")
COLUMNS = [
    "pk", "sort_nl", "sort_fr", "actor_id", "actor__slug", "actor__kind", "actor__language_group", "care_level",
    "serves", "is_example", "territory_limited", "accepts_overflow", "overflow_cap", "age_min", "age_max",
    *LISTING, *(f"actor__{name}" for name in LISTING),
    *(f"{column}_{language}" for columns in TEXTS.values() for column in columns for language in LANGUAGES),
    *(fact.field for fact in ALL_FACTS),
]  # fmt: skip

PLACE_COLUMNS = [
    "pk", "service_id", "service__school_calendar", "opening_hours", "location__level", "location__actor__level",
    "location__kind", "location__lat", "location__lon", "location__neighbourhood_id",
    "service__dispatched_by__opening_hours",
    *(f"location__{column}_{language}" for column in ("name", "street") for language in LANGUAGES),
]  # fmt: skip


# Drafts and archived services are not in the index: staff find those in their own lists.
SEARCHED = {"status": Status.PUBLISHED, "actor__status": Status.PUBLISHED}


def searched_pks() -> list[int]:
    """The services that can be searched."""
    return list(Service.objects.filter(**SEARCHED).order_by("pk").values_list("pk", flat=True))


def read_documents(pks: Iterable[int] | None = None) -> dict[int, Document]:
    """The documents of these services (of all, without `pks`); what cannot be searched is not in it."""
    services = Service.objects.filter(**SEARCHED)
    links = {f"service__{name}": value for name, value in SEARCHED.items()}
    if pks is not None:
        pks = list(pks)
        services, links = services.filter(pk__in=pks), {"service__in": pks}
    documents = {row["pk"]: _document(row) for row in _plain(services).values(*COLUMNS)}
    _add_terms(documents, links)
    _add_networks(documents)
    _add_areas(documents, links)
    _add_places(documents, links)
    _add_statuses(documents, links)
    _add_channels(documents, links)
    return documents


def _plain(queryset: QuerySet) -> QuerySet:
    """Columns as they stand: modeltranslation's search for the right language, which each names, takes a second per
    twenty thousand rows."""
    return queryset.order_by("pk").rewrite(False)


def _document(row: dict) -> Document:
    """The document of a row of the services, without what stands in other tables."""
    ends = [day for day in (row["ends_on"], row["actor__ends_on"]) if day]
    confirmed = max((day for day in (row["confirmed_on"], row["actor__confirmed_on"]) if day), default=None)
    unconfirmed = [row[f"{prefix}is_automatic"] and not row[f"{prefix}confirmed_on"] for prefix in ("", "actor__")]
    return Document(
        pk=row["pk"],
        actor=row["actor_id"],
        sort_nl=intern(row["sort_nl"]),
        sort_fr=intern(row["sort_fr"]),
        levels=frozenset({row["level"], row["actor__level"]}),
        is_unconfirmed=any(unconfirmed),
        confirmed=confirmed.toordinal() if confirmed else 0,
        last_day=min(ends).toordinal() if ends else 0,
        stale_day=min(row["stale_on"], row["actor__stale_on"]).toordinal(),
        ages=shared(row["age_min"], row["age_max"]),
        texts=list(_own_texts(row)),
        facets=set(_own_facets(row)),
    )


def _own_texts(row: dict):
    for text_field, columns in TEXTS.items():
        for column in columns:
            for language in LANGUAGES:
                if text := row[f"{column}_{language}"]:
                    yield text_field, language, text


SPOKEN = {LanguageGroup.DUTCH: ("nl",), LanguageGroup.FRENCH: ("fr",), LanguageGroup.BOTH: LANGUAGES}


def _own_facets(row: dict):
    yield f"kind:{row['actor__kind']}"
    yield f"serves:{row['serves']}"
    if row["actor__kind"] == ActorKind.NETWORK:
        yield f"network:{row['actor__slug']}"  # what a network itself offers
    yield from (speaks(language) for language in SPOKEN.get(row["actor__language_group"], ()))
    if row["is_example"]:
        yield EXAMPLE
    if row["territory_limited"]:
        yield LIMITED
    if row["care_level"]:
        yield f"level:{row['care_level']}"
    for fact in ALL_FACTS:
        if (answer := row[fact.field]) is not None:
            yield f"admission:{fact.code}" if answer is fact.wish else turns_away(fact.code)
    yield from _overflow_facets(row)


def _overflow_facets(row: dict):
    """Whether it may be proposed instead of another: informal groups only where they ask for it."""
    accepts = row["accepts_overflow"]
    if accepts or (accepts is None and row["actor__kind"] != ActorKind.INFORMAL):
        yield OVERFLOW
    if row["overflow_cap"] is not None:
        yield CAPPED


def _add_terms(documents: dict[int, Document], links: dict) -> None:
    themes = ServiceTheme.objects.filter(**links).order_by("pk")
    for pk, theme, need in themes.values_list("service_id", "theme__code", "theme__need__code"):
        if pk in documents:
            documents[pk].facets |= {f"theme:{theme}", f"need:{need}"}
            documents[pk].themes.append(theme)
    for kind, through in (("target", ServiceTarget), ("language", ServiceLanguage)):
        for pk, code in through.objects.filter(**links).values_list("service_id", f"{kind}__code"):
            if pk in documents:
                documents[pk].facets |= {f"{kind}:{code}"} | ({speaks(code)} if kind == "language" else set())


def _add_networks(documents: dict[int, Document]) -> None:
    networks = defaultdict(set)
    memberships = Membership.objects.filter(member__in={document.actor for document in documents.values()})
    for member, slug in memberships.values_list("member_id", "network__slug"):
        networks[member].add(f"network:{slug}")
    for document in documents.values():
        document.facets |= networks.get(document.actor, set())


def _add_areas(documents: dict[int, Document], links: dict) -> None:
    """Who works for a territory is found there, also without a place in it: the contact point of a zone, a helpline."""
    territory = ("zone__code", "municipality__nis", "municipality__zone__code")
    piece = ("neighbourhood__md", "neighbourhood__municipality__nis", "neighbourhood__zone__code")
    kinds = ("zone", "municipality", "zone", "neighbourhood", "municipality", "zone")
    for pk, *codes in ServiceArea.objects.filter(**links).values_list("service_id", *territory, *piece):
        if pk in documents:
            keys = [f"{kind}:{code}" for kind, code in zip(kinds, codes, strict=True) if code]
            documents[pk].facets |= {*keys, only_mark(keys[0])}


def load_school_calendars() -> None:
    """Let schedules that name school holidays know the days that are in the database."""
    calendars.load(SchoolHoliday.objects.values_list("community", "first", "last"))


def _add_places(documents: dict[int, Document], links: dict) -> None:
    closed_places, closed_actors = _closures(documents, links)
    pieces = Neighbourhood.objects.with_territory().in_bulk()
    rows = list(_plain(ServiceAtLocation.objects.filter(**links)).values(*PLACE_COLUMNS))
    if any(SCHOOL_RULE.search(row["opening_hours"]) for row in rows):
        load_school_calendars()
    for row in rows:
        document = documents.get(row["service_id"])
        if document is None:
            continue
        withheld = Level.UNDISCLOSED in {row["location__level"], row["location__actor__level"], *document.levels}
        piece = pieces.get(row["location__neighbourhood_id"])
        municipality = piece and piece.municipality
        zone = piece and (municipality.zone if withheld else piece.zone)
        exact = (row["location__lat"], row["location__lon"])
        central = (municipality.lat, municipality.lon) if municipality else (None, None)
        point = central if withheld else exact  # withheld where no municipality is known: no point
        texts = [] if withheld else list(_place_texts(row))
        professional = row["location__level"] == Level.PROFESSIONALS
        document.places.append(
            Place(
                pk=row["pk"],
                professional=professional,
                withheld=withheld,
                neighbourhood=piece.md if piece and not withheld else "",
                municipality=municipality.nis if municipality else "",
                zone=zone.code if zone else "",
                point=point if point[0] is not None else None,
                hours=calendars.marked(_hours(row), row["service__school_calendar"]),
                closed=(*closed_places.get(row["pk"], ()), *closed_actors.get(document.actor, ())),
                names=tuple(text for _language, text in texts),
            )
        )
        if not professional:
            document.texts += [(PLACE, *text) for text in texts]


def _hours(row: dict) -> str:
    """The hours of a place; of one that is only a telephone, where they are not told, those of the number that gives
    the places: who answers day and night is open tonight."""
    hours, of_number = row["opening_hours"], row["service__dispatched_by__opening_hours"]
    return hours or (of_number or "" if row["location__kind"] == LocationKind.PHONE else "")


def _place_texts(row: dict):
    """The names of a place and its street, per language."""
    for language in LANGUAGES:
        for column in ("name", "street"):
            if text := row[f"location__{column}_{language}"]:
                yield language, text


def _closures(documents: dict[int, Document], links: dict) -> tuple[dict, dict]:
    """Closed days by place and by actor."""
    of_places, of_actors = defaultdict(list), defaultdict(list)
    places = ServiceAtLocation.objects.filter(**links).values("pk")
    actors = {document.actor for document in documents.values()}
    closures = Closure.objects.filter(Q(place__in=places) | Q(actor__in=actors)).order_by("days")
    for place, actor, days in closures.values_list("place_id", "actor_id", "days"):
        (of_places[place] if place else of_actors[actor]).append((days.lower, days.upper))
    return of_places, of_actors


def _add_statuses(documents: dict[int, Document], links: dict) -> None:
    rows = Availability.objects.filter(**links).values_list(
        "service_id", "status", "confirmed_at", "valid_until", "place_id"
    )
    for pk, status, confirmed, until, place in rows:
        if pk in documents:
            documents[pk].said.append(Said(intern(status), confirmed.timestamp(), until.timestamp(), place))


def _add_channels(documents: dict[int, Document], links: dict) -> None:
    """Public numbers and addresses of services, their actors and places; short numbers of crisis lines."""
    of_actor = defaultdict(list)
    for document in documents.values():
        of_actor[document.actor].append(document)
    contacts = Contact.objects.filter(Q(service__in=documents) | Q(actor__in=of_actor), level=Level.PUBLIC)
    for service, actor, kind, value in contacts.values_list("service_id", "actor_id", "kind", "value"):
        for document in [documents[service]] if service else of_actor[actor]:
            document.channels.add(value)
            if service and kind == ContactKind.PHONE and document.levels == {Level.PUBLIC}:
                document.phone = document.phone or value
    places = ServiceAtLocation.objects.filter(**links, location__level=Level.PUBLIC)
    lines = Service.objects.filter(pk__in=documents, dispatched_by__isnull=False)
    for pk, value in (
        *places.filter(location__contacts__level=Level.PUBLIC).values_list("service_id", "location__contacts__value"),
        *lines.values_list("pk", "dispatched_by__number"),
    ):
        if pk in documents:
            documents[pk].channels.add(value)
    for document in documents.values():
        document.facets |= {REACHED} if document.channels else set()
