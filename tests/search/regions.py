"""Small random regions, and random questions about them, for the comparison of the engine with its reference.

A region is plain values, `build_region.py` makes records of it: numbers stand for records, and days are counted back
from the day of the region.

Values are few and chosen to meet: words that stem alike or make compounds, days and moments on the edge of a rule,
points whose distances are the radii that are asked for.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from hypothesis import strategies as st

from actors.enums import ActorKind, CareLevel, LanguageGroup, Level, LocationKind, Serves, Status
from actors.opening import BRUSSELS
from actors.search import Near, Query
from actors.search.query import RADIUS
from zones.geometry import distance_m

WORDS = tuple(
    "schuld schulden bemiddeling schuldbemiddeling nacht opvang nachtopvang kinderen kinderopvang "
    "douche douches Épicerie dettes aide sans-abri abri zonder papieren voor Hoogstraat "
    "nachtschuldbemiddeling gezinsopvang voedselpakket alimentaires ouders ouderen".split()
)
SINGLE = tuple("douche douches Épicerie dette dettes aide Hoogstraat voor de".split())  # of which none makes another
TERM_NAMES = (
    "douche",
    "se laver|douche",
    "opvang",
    "aide alimentaire",
    "sans-abri|zonder papieren",
    "hulp|aide",
    "kinderopvang",
    "schuld",
    "logement|sans abri",
    "de",
)
TERMS = st.sampled_from([*TERM_NAMES, *(name for names in TERM_NAMES for name in names.split("|"))])
NEEDS, THEMES, TARGETS = ("n0", "n1", "n2"), ("t0", "t1", "t2", "t3", "t4"), ("homeless", "kids")
WAITS = {"t1", "t3"}  # themes that can wait
SPOKEN = ("nl", "fr", "ar")
ASKED = (  # besides: in another form, together and apart ("wandeling" stands in descriptions only), names of places
    *("SCHULD", "oudere", "olifant", "aides alimentaires", "nachtbemiddeling", "nachtwandeling"),
    *("schuld bemiddeling", "voedsel pakket", "pakket voedsel pakket", "bosnië", "logement"),
)
FACTS = ("free", "referral_needed", "wheelchair")
HOURS = (
    "",
    "24/7",
    "Mo-Fr 09:00-12:00,13:00-17:30; PH off",
    "Mo-Su 22:00-02:30",
    "Th-Sa 09:00-12:00",
    "We,Fr 13:00-17:30; PH 10:00-12:00",
    'Mo-Su 09:00-12:00 "afspraak"',
    "Tu[1] 09:00-17:30",
)
# Eve of Christmas, of the night in which clocks go back, and of the one in which they go forward to Easter.
DAYS = (date(2026, 12, 24), date(2026, 10, 24), date(2027, 3, 27))
TIMES = [time(*at) for at in ((0,), (0, 30), (2, 15), (2, 30), (9,), (11, 59, 59), (12,), (17, 30), (22,), (23, 30))]
METRES_PER_DEGREE = 111_195  # of latitude
POINTS = [
    (50.83 + north / 250, 4.34 + east / 250) for north, east in ((0, 0), (0, 1), (1, 1), (2, 0), (5, -5), (25, 25))
]
MIDDLES = [(50.83 + metres / METRES_PER_DEGREE, 4.34) for metres in (0, 800, 801, 4_000)]


def mostly(usual, *others):
    """Mostly the usual value, sometimes one of the others."""
    return st.sampled_from([usual] * (6 * len(others)) + [*others])


def phrase(words, most=3):
    return st.lists(st.sampled_from(words), max_size=most).map(" ".join)


def some(values, most=2, least=0):
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)


def exactly(many, values):
    return st.lists(values, min_size=many, max_size=many)


def days_ago(*days):
    return st.sampled_from(days).map(timedelta)


def listings(words):
    """What actors and services have in common; days are counted back from the day of the region."""
    return {
        "name_nl": phrase(words, 2).map(lambda text: text or "douche"),
        "name_fr": phrase(words),
        "description_nl": mostly("", "douche", "schulden", "wandeling"),
        "level": mostly(Level.PUBLIC, Level.PROFESSIONALS, Level.UNDISCLOSED),
        "status": mostly(Status.PUBLISHED, Status.DRAFT, Status.ARCHIVED),
        "is_automatic": mostly(False, True),
        "ends_on": st.none() | days_ago(-1, 0, 1),
        "confirmed_on": st.none() | days_ago(0, 31, 32, 183, 184, 366, 367, 800),
        "entered_on": days_ago(0, 364, 365, 366),
    }


def actors(words):
    kinds = st.sampled_from([ActorKind.ORGANISATION, ActorKind.NETWORK, ActorKind.PROJECT])
    return st.fixed_dictionaries(
        {
            **listings(words),
            "kind": kinds,
            "acronym_fr": phrase(words, 1),
            "language_group": mostly(LanguageGroup.UNKNOWN, *LanguageGroup),
            "phone": mostly(False, True),
        },
        optional={"networks": some(range(4)), "closed": some((-1, 0, 2))},
    )


LOCATIONS = st.fixed_dictionaries(
    {
        "actor": st.integers(0, 3),
        "kind": mostly(LocationKind.FIXED, LocationKind.HOME, LocationKind.PHONE),
        "level": st.sampled_from([Level.PUBLIC, *Level]),
        "neighbourhood": st.integers(0, 3),
        "point": st.sampled_from(POINTS),
        "has_neighbourhood": st.booleans(),  # of "at your home": the others must or must not
        "has_point": st.booleans(),
        "name_fr": mostly("", "douche"),
        "street_nl": st.sampled_from(["", "Hoogstraat 4", "kinderopvang"]),
    }
)
PLACES = st.fixed_dictionaries(
    {"location": st.integers(0, 5), "hours": st.sampled_from(HOURS), "closed": some((-1, 0, 2), 1)}
)
SAID = st.fixed_dictionaries(
    {
        "place": st.sampled_from([None, 0, 1]),
        "status": st.sampled_from(["open", "limited", "waiting_list", "full", "paused", "unknown"]),
        "until": st.sampled_from([-31, -30, -29, -1, 0, 1, 2, 9]).map(timedelta),
    }
)


def services(words):
    """A service with all that hangs on it; numbers stand for records of its region."""
    return st.fixed_dictionaries(
        {
            **listings(words),
            "actor": st.integers(0, 3),
            "summary_fr": phrase(words, 2),
            "care_level": st.sampled_from(["", CareLevel.FIRST]),
            "serves": mostly(Serves.PUBLIC, Serves.BOTH),
            "is_example": mostly(False, True),
            "themes": some(THEMES, 3, least=1),
            "targets": some(TARGETS),
            "languages": some(SPOKEN),
            "phone": st.booleans(),
            "facts": st.dictionaries(st.sampled_from(FACTS), st.booleans()),
            "places": st.lists(PLACES, max_size=2, unique_by=lambda place: place["location"]),
            "said": st.lists(SAID, max_size=3, unique_by=lambda said: said["place"]),
        }
    )


def regions(words=WORDS, fewest=5, most=25):
    """A day, and all records around it."""
    return st.fixed_dictionaries(
        {
            "day": st.sampled_from(DAYS),
            "terms": st.permutations(TERM_NAMES),
            "middles": exactly(4, st.sampled_from(MIDDLES)),  # of neighbourhoods
            "actors": exactly(4, actors(words)),
            "locations": exactly(6, LOCATIONS),
            "services": st.integers(fewest, most).flatmap(lambda many: exactly(many, services(words))),
        }
    )


# --- questions ----------------------------------------------------------------------------------------


AHEAD, A_TIME, FOLD = st.integers(0, 4), st.sampled_from(TIMES), st.integers(0, 1)
CLOCK = st.sampled_from([BRUSSELS, UTC])


@st.composite
def moments(draw, day: date):
    """A moment from this day to four days later, written in the time of Brussels or of Greenwich."""
    local = datetime.combine(day + timedelta(draw(AHEAD)), draw(A_TIME), BRUSSELS).replace(fold=draw(FOLD))
    return local.astimezone(draw(CLOCK))


A_POINT, A_METRE = st.sampled_from(POINTS), st.integers(-1, 1)


@st.composite
def nears(draw):
    """From one of the points, everywhere or just as far as another point, a metre more or less."""
    here, there = draw(A_POINT), draw(A_POINT)
    just_there = max(0, distance_m(here, there) + draw(A_METRE))
    return Near("here", *here, draw(st.sampled_from([just_there, None, RADIUS])))


FILTERS = {
    "what": [*(f"need:{code}" for code in NEEDS), *(f"theme:{code}" for code in THEMES)],
    "target": [f"target:{code}" for code in TARGETS],
    "zone": ["zone:sud", "zone:nord", "zone:mars"],
    "municipality": ["municipality:21013", "municipality:21004"],
    "neighbourhood": ["neighbourhood:44", "neighbourhood:1", "neighbourhood:2"],
    "language": [f"language:{code}" for code in SPOKEN],
    "network": [f"network:actor-{number}" for number in range(4)],
    "admission": ["admission:free", "admission:no-referral", "admission:wheelchair", "admission:dogs"],
    "level": ["level:1", "level:3"],
    "kind": ["kind:organisation", "kind:network"],
    "serves": ["serves:public", "serves:both"],
}


NAMES, VALUES = some(sorted(FILTERS), least=1), {name: some(keys, 3) for name, keys in FILTERS.items()}


@st.composite
def chosen(draw):
    return {name: tuple(draw(VALUES[name])) for name in draw(NAMES)}


@lru_cache
def queries(day: date, words=WORDS):
    """Anything that can be asked around a day, mostly a text with few conditions: else little would be found."""
    spoken = st.sampled_from(words) | st.sampled_from(ASKED) | TERMS
    text = st.lists(spoken, min_size=1, max_size=3).map(" ".join)
    narrow = st.one_of(
        st.just({}),
        st.just({"has_room": True}),
        st.builds(dict, filters=chosen()),
        st.builds(dict, open_at=moments(day)),
        st.builds(dict, open_on=moments(day).map(lambda moment: moment.date()), has_room=st.booleans()),
        st.builds(dict, filters=chosen(), has_room=st.booleans(), open_at=st.none() | moments(day)),
    )
    rest = {
        "near": st.none() | nears(),
        "language": st.sampled_from(["nl", "fr"]),
        "literal": st.booleans(),
        "now": moments(day),
    }
    return st.builds(
        lambda text, asked, rest: Query(text, **asked, **rest),
        st.just("") | text | text,
        narrow,
        st.fixed_dictionaries(rest),
    )
