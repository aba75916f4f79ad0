"""From what people type to a place: municipalities, neighbourhoods, postal codes, stations, hospitals, streets.

    place.py     one place, with its names in both languages
    spelling.py  one key for the spellings of a name: accents, hyphens, articles, abbreviations
    files.py     the places of `fixtures/places.csv` and the streets of `fixtures/streets.csv`
    names.py     what places are called: whole, in part, by their beginnings, with a mistake
    typed.py     what somebody typed: the name, the postal code, and house numbers to leave aside
    stretches.py the stretches of a street, one in each neighbourhood
    gazetteer.py the answer: one place, or several to choose from

The place box, the search box and the editor ask the same `Gazetteer`. Nothing that is typed is kept.
"""

from zones.gazetteer.gazetteer import Answer, Gazetteer
from zones.gazetteer.place import Kind, Place

__all__ = ["Answer", "Gazetteer", "Kind", "Place"]
