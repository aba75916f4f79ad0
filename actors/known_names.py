"""What the Region calls by a name: places, streets, organisations and what they offer. None of it is a person here."""

import csv
from functools import cache, reduce
from operator import or_

from django.db.models import Q

from actors.models import Actor, Authority, Language, Location, Service
from repertorium.fixtures import FOLDER
from repertorium.folding import fold
from zones.gazetteer.files import rows, streets
from zones.gazetteer.spelling import DUTCH_TYPES, FRENCH_TYPES
from zones.models import CareZone, Municipality, Neighbourhood

TOWNS = FOLDER / "municipalities.csv"
MODELS = (Actor, Service, Location, Authority, Language, Municipality, Neighbourhood, CareZone)
STREETS = FRENCH_TYPES | frozenset("brug espace gaarde jardin parc park pont tunnel".split())  # words before a name
# Words that are written with a capital and name nobody: feasts, programs, and who or what is of a country.
ORDINARY = frozenset(
    "pasen pinksteren kerst kerstmis hemelvaart nieuwjaar allerheiligen ramadan suikerfeest offerfeest "
    "paques pentecote noel ascension toussaint aid kippour hanoukka "
    "brussel bruxelles belgie belgique europa europe europese vlaanderen flandre wallonie brussels brusselse "
    "brusselaar brusselaars ocmw cpas vzw asbl "
    "vlaams vlaamse frans franse franstalig franstalige nederlands nederlandse nederlandstalig nederlandstalige "
    "engels engelse duits duitse arabisch turks spaans italiaans portugees pools roemeens russisch oekraiens "
    "marokkaans berbers lingala swahili somalisch tigrinya dari farsi pasjtoe pachto "
    "covid corona whatsapp facebook messenger instagram zoom teams google maps itsme irisbox doccle".split()
)


def are_known(name: str, before: str = "") -> bool:
    """Whether this name, as it stands in a text after the word `before`, is that of something in the Region."""
    words = fold(name).replace("-", " ").split()
    if before in STREETS or words[0] in STREETS or words[-1].endswith(DUTCH_TYPES):
        return True
    return fold(name) in _places() or any(model.objects.filter(_called(model, name)).exists() for model in MODELS)


def are_ordinary(word: str) -> bool:
    """Whether a folded word by itself names a place, or nobody at all."""
    return word in ORDINARY or word in _places()


def _called(model, name: str) -> Q:
    """Records in whose name it stands."""
    fields = ("name", "acronym") if model is Actor else ("name",)
    return reduce(or_, (Q(**{f"{field}_{language}__icontains": name}) for field in fields for language in ("nl", "fr")))


@cache
def _places() -> frozenset[str]:
    places = [*((row.nl, row.fr, *row.also) for row in rows()), *((place.nl, place.fr) for place in streets())]
    with TOWNS.open(encoding="utf-8", newline="") as file:
        places += [(town["name_nl"], town["name_fr"]) for town in csv.DictReader(file)]
    return frozenset(fold(name) for names in places for name in names if name)
