"""The obvious reference of the search: look at every service, one after the other, with each rule written out.

Slow, and read straight from the models; it shares no data structure with the engine. What a text means, and what of
that is not covered, stands in `reference_text.py`.
"""

from datetime import UTC, date, datetime, timedelta

from actors.enums import ActorKind, AvailabilityStatus, CareLevel, Level, Serves, Status
from actors.models import Actor, Language, Need, Service, ServiceAtLocation, TargetGroup, Theme, Viewer
from actors.models.admission import ALL_FACTS
from actors.one_day import OneDay
from actors.opening import BRUSSELS, OpenState, in_brussels, is_open
from actors.search import Query, Sort
from actors.search.query import RADIUS
from tests.search.reference_text import Meaning, Texts
from zones.geometry import distance_m
from zones.models import CareZone, Municipality, Neighbourhood

FAR = float("inf")
NEVER = datetime.max.replace(tzinfo=BRUSSELS)
ROOM_TIERS = {"open": 5, "limited": 4, "waiting_list": 3, "full": 1, "unknown": 1, "paused": 0}
EXPIRED, NOBODY_KNOWS = 2, 1
FILTERS = {  # filter: the kinds of keys that are its values
    "what": ("need", "theme"),
    **{name: (name,) for name in "target zone municipality neighbourhood language network".split()},
    **{name: (name,) for name in "admission level kind serves".split()},
}


def shown_places(service: Service, viewer: Viewer) -> list[ServiceAtLocation]:
    """The places of a service of which a viewer may know that they exist."""
    return [place for place in service.places.all() if place.location.level in viewer.levels]


def whereabouts(service: Service, viewer: Viewer) -> list:
    """What a viewer may know of where a service is. Search keeps undisclosed addresses back from staff too: they
    read those on the page of the service."""
    asker = Viewer.PROFESSIONAL if viewer is Viewer.STAFF else viewer
    return [place.seen_by(asker) for place in shown_places(service, viewer)]


def metres_to(service: Service, query: Query) -> float:
    """To the nearest place of a service."""
    here = (query.near.lat, query.near.lon)
    points = [where.point for where in whereabouts(service, query.viewer) if where.point]
    return min((distance_m(here, point) for point in points), default=FAR)


def may_see(viewer: Viewer, listing: Service | Actor, today: date) -> bool:
    """The table in `domain.md`, for published services and actors."""
    if viewer is Viewer.STAFF:
        return True
    if listing.ends_on is not None and listing.ends_on < today:
        return False
    if listing.level == Level.PROFESSIONALS and viewer is not Viewer.PROFESSIONAL:
        return False
    if viewer is Viewer.RESIDENT:
        unconfirmed = listing.is_automatic and listing.confirmed_on is None
        return not unconfirmed and today < listing.stale_on
    return True


def is_unconfirmed(service: Service) -> bool:
    """From a register, and nobody confirmed it."""
    return any(listing.is_automatic and listing.confirmed_on is None for listing in (service, service.actor))


def closures(service: Service, place: ServiceAtLocation) -> list[tuple[date, date]]:
    """The days on which a service is closed at a place."""
    closed = [*place.closures.all(), *service.actor.closures.all()]
    return [(closure.days.lower, closure.days.upper) for closure in closed]


def open_at(service: Service, moment: datetime, viewer: Viewer) -> bool:
    """Surely open at one of the places that the viewer may know of."""
    places = shown_places(service, viewer)
    return any(is_open(place.opening_hours, moment, closures(service, place)) is True for place in places)


def open_on(service: Service, query: Query) -> bool:
    """Surely open at some time of the day that was asked for, of today of what is left of it."""
    places, day = shown_places(service, query.viewer), OneDay.on(query.open_on, query.now)
    return any(day.state(place.opening_hours, closures(service, place))[0].now for place in places)


def opens_at(service: Service, moment: datetime, viewer: Viewer) -> datetime:
    """When a service opens, until the end of the seventh day from now; a past moment when it is open."""
    if open_at(service, moment, viewer):
        return moment
    states = [
        OpenState.at(place.opening_hours, moment, closures(service, place)) for place in shown_places(service, viewer)
    ]
    last_day = in_brussels(moment).date() + timedelta(days=7)
    coming = [state.opens_at for state in states if state.opens_at and state.opens_at.date() <= last_day]
    return min(coming, default=NEVER)


def room(service: Service, now: datetime) -> int:
    """The best status that counts; without one, whether a good word expired less than 30 days ago."""
    said = list(service.availabilities.all())
    if counting := [status for status in said if status.valid_until > now]:
        return max(ROOM_TIERS[status.status] for status in counting)
    month_ago = now.astimezone(UTC) - timedelta(days=30)  # of 24 hours, also when clocks change
    lately = [status for status in said if status.valid_until > month_ago]
    good = {AvailabilityStatus.OPEN, AvailabilityStatus.LIMITED, AvailabilityStatus.WAITING_LIST}
    return EXPIRED if any(status.status in good for status in lately) else NOBODY_KNOWS


def has_room(service: Service, now: datetime) -> bool:
    """Open or limited, and not expired."""
    return room(service, now) >= ROOM_TIERS["limited"]


def confirmed_on(service: Service) -> date:
    """When a person last confirmed the service or its actor."""
    return max((day for day in (service.confirmed_on, service.actor.confirmed_on) if day), default=date.min)


def fresh(service: Service, today: date) -> int:
    """Confirmed in the last month, half year, year, or before."""
    age = (today - confirmed_on(service)).days
    return sum(age <= days for days in (31, 183, 366))


def is_reached(service: Service) -> bool:
    """It or its actor has a public number, address of mail or page."""
    contacts = [*service.contacts.all(), *service.actor.contacts.all()]
    return any(contact.level == Level.PUBLIC for contact in contacts)


def is_pressing(service: Service, chosen: tuple[str, ...]) -> bool:
    """Of all that is under needs, whether it is first of all something that cannot wait."""
    first = min(service.theme_links.all(), key=lambda link: link.pk).theme
    only_needs = bool(chosen) and all(key.startswith("need:") for key in chosen)
    return only_needs and not first.can_wait


def spoken(service: Service, language: str) -> int:
    """2: this language is spoken, by what the service or its actor told; 1: neither was told; 0: the other is."""
    of_actor = {"nl": {"nl"}, "fr": {"fr"}, "bi": {"nl", "fr"}}.get(service.actor.language_group, set())
    told = {link.language.code for link in service.language_links.all()} & {"nl", "fr"} | of_actor
    return 2 if language in told else 0 if told else 1


def keys_of(service: Service, viewer: Viewer) -> set[str]:
    """Every filter value that a service has, as far as the viewer may know."""
    themes = [link.theme for link in service.theme_links.all()]
    keys = {f"theme:{theme.code}" for theme in themes} | {f"need:{theme.need.code}" for theme in themes}
    keys |= {f"target:{link.target.code}" for link in service.target_links.all()}
    keys |= {f"language:{link.language.code}" for link in service.language_links.all()}
    keys |= {f"network:{link.network.slug}" for link in service.actor.network_links.all()}
    keys |= {f"network:{service.actor.slug}"} if service.actor.kind == ActorKind.NETWORK else set()
    keys |= {f"kind:{service.actor.kind}", f"serves:{service.serves}"}
    keys |= {f"level:{service.care_level}"} if service.care_level else set()
    keys |= {f"admission:{fact.code}" for fact in ALL_FACTS if getattr(service, fact.field) is fact.wish}
    for where in whereabouts(service, viewer):
        keys |= {f"neighbourhood:{where.neighbourhood.md}"} if where.neighbourhood else set()
        keys |= {f"municipality:{where.municipality.nis}"} if where.municipality else set()
        keys |= {f"zone:{where.zone.code}"} if where.zone else set()
    return keys


def values_of_filters() -> dict[str, list[str]]:
    """Every value that each filter has."""
    codes = {
        **{kind: model.objects.values_list("code", flat=True) for kind, model in TERMS.items()},
        "municipality": Municipality.objects.values_list("nis", flat=True),
        "neighbourhood": Neighbourhood.objects.values_list("md", flat=True).distinct(),
        "network": Actor.objects.filter(kind=ActorKind.NETWORK)
        .visible_to(Viewer.VISITOR)
        .values_list("slug", flat=True),
        "admission": [fact.code for fact in ALL_FACTS],
        "level": CareLevel.values,
        "kind": ActorKind.values,
        "serves": Serves.values,
    }
    return {name: [f"{kind}:{code}" for kind in kinds for code in codes[kind]] for name, kinds in FILTERS.items()}


TERMS = {"need": Need, "theme": Theme, "target": TargetGroup, "language": Language, "zone": CareZone}
LINKS = (
    "contacts",
    "actor__contacts",
    "theme_links__theme__need",
    "target_links__target",
    "language_links__language",
    "availabilities",
    "places__closures",
    "places__location__actor",
    "places__location__neighbourhood__zone",
    "places__location__neighbourhood__municipality__zone",
    "actor__closures",
    "actor__network_links__network",
)


class Reference:
    """Searches what is in the database now."""

    def __init__(self):
        searched = Service.objects.filter(status=Status.PUBLISHED, actor__status=Status.PUBLISHED)
        self.services = list(searched.select_related("actor").prefetch_related(*LINKS))
        self.keys = {(service, viewer): keys_of(service, viewer) for service in self.services for viewer in Viewer}
        self.values = values_of_filters()
        self.texts = Texts(self.services)

    def search(self, query: Query) -> list[int]:
        """The primary keys of what the query finds, in order."""
        return [service.pk for service in sorted(self.found(query), key=lambda service: self.place(service, query))]

    def found(self, query: Query) -> list[Service]:
        """What the query finds, in no order. Where nobody within the usual radius has a part of what is asked for, or
        there is nothing within it to go to, also who is beyond."""
        meaning = self.meaning(query)
        found = meaning.meant([one for one in self.services if self.passes(one, query)])
        if query.near is None or query.near.radius != RADIUS:
            return found
        met = [one for one in found if not one.is_example]
        lacking = [group for group in meaning.deciding if not any(group.where[one.pk] for one in met)]
        wider = [one for one in self.services if not one.is_example and self.passes(one, query.without("near"))]
        having = [one for one in wider if any(group.where[one.pk] for group in lacking)]
        if not having and not any(metres_to(one, query) <= RADIUS for one in met):
            having = wider
        return list({*found, *meaning.meant(having)})

    def real(self, query: Query) -> list[Service]:
        """What it finds, without invented examples."""
        return [service for service in self.found(query) if not service.is_example]

    def meaning(self, query: Query) -> Meaning:
        """What its text means."""
        return self.texts.read(query.text, literal=query.literal)

    def is_known(self, query: Query) -> bool:
        """Whether every word means something to its viewer, so that none is taken for a mistake."""
        today = query.now.astimezone(BRUSSELS).date()
        seen = [
            one.pk
            for one in self.services
            if not one.is_example and all(may_see(query.viewer, listing, today) for listing in (one, one.actor))
        ]
        return all(group.terms or any(group.where[pk] for pk in seen) for group in self.meaning(query).groups)

    def passes(self, service: Service, query: Query) -> bool:
        """Visible to this viewer, and let through by every filter."""
        today = query.now.astimezone(BRUSSELS).date()
        chosen = {name: set(keys) for name, keys in query.filters.items() if keys}
        facts = chosen.pop("admission", set())
        has = self.keys[service, query.viewer]
        return (
            may_see(query.viewer, service, today)
            and may_see(query.viewer, service.actor, today)
            and all(has & keys for keys in chosen.values())
            and facts <= has
            and (not query.has_room or has_room(service, query.begins))
            and (not query.open_at or open_at(service, query.open_at, query.viewer))
            and (not query.open_on or open_on(service, query))
            and (not query.near or self.is_near(service, query))
        )

    @staticmethod
    def is_near(service: Service, query: Query) -> bool:
        """Within the radius, or given at a distance: by telephone, online, at people's homes."""
        metres = metres_to(service, query)
        return not query.near.radius or metres <= query.near.radius or metres == FAR

    def facets(self, query: Query) -> dict[str, dict[str, int]]:
        """Per filter and value, how many of the services that exist and that the query finds without this filter have
        the value.

        Admission facts must all hold, so they are counted among what was found with those already chosen.
        """
        counts = {}
        for name, values in self.values.items():
            base = self.real(query if name == "admission" else query.without(name))
            counts[name] = {key: sum(key in self.keys[service, query.viewer] for service in base) for key in values}
        moment = query.begins
        with_room = [has_room(service, moment) for service in self.real(query.without("has_room"))]
        at_any_time = query.without("open_at").without("open_on")
        is_open = [open_at(service, query.now, query.viewer) for service in self.real(at_any_time)]
        return {**counts, "has_room": {"yes": sum(with_room)}, "open_at": {"yes": sum(is_open)}}

    def place(self, service: Service, query: Query) -> tuple:
        """What services are sorted by, the smallest first."""
        asked_first = {
            Sort.BEST: lambda: 0,
            Sort.NEAREST: lambda: metres_to(service, query) if query.near else 0,
            Sort.SOONEST: lambda: opens_at(service, query.begins, query.viewer),
            Sort.RECENT: lambda: -confirmed_on(service).toordinal(),
        }[query.sort]()
        name = service.sort_nl if query.language == "nl" else service.sort_fr
        return service.is_example, asked_first, [-value for value in self.best(service, query)], name, service.pk

    def best(self, service: Service, query: Query) -> list[int]:
        """The criteria of "best first", each deciding where those before it are equal; more is better."""
        text, has = self.meaning(query), self.keys[service, query.viewer]
        chosen = query.filters.get("what", ())
        covers = text.covers(service) if text.needs else [key in has for key in chosen] if len(chosen) > 1 else []
        first_named = -covers.index(True) if any(covers) else 0
        metres = metres_to(service, query) if query.near else FAR
        unconfirmed, serves_people = is_unconfirmed(service), service.serves != Serves.PROFESSIONALS
        asked = text.is_blank or has & set().union(*(group.need for group in text.groups))
        names_a_need = any(group.need for group in text.groups)
        return [
            text.is_name_of(service) and not (unconfirmed and all(group.need for group in text.groups)),
            sum(covers),
            first_named,
            text.words_found(service),
            text.rarity(service),
            2 - unconfirmed if asked or (names_a_need and text.is_named_by(service)) else 0,
            text.strength(service),
            not text.is_only_for_others({key for key in has if key.startswith("target:")}),
            serves_people or text.asks_for_professionals or text.is_blank,
            is_pressing(service, chosen),
            is_reached(service),
            room(service, query.begins),
            sum(metres <= step for step in (500, 1_000, 2_000, 5_000, 10_000)),
            text.detail(service),
            fresh(service, query.now.astimezone(BRUSSELS).date()),
            spoken(service, query.language),
        ]
