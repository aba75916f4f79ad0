"""Search: from a situation in somebody's own words to the services that fit, those with room first.

The road of a query, one file each:

    query.py      what is asked: one value object
    words.py      from text to lexemes (fold, stem), for documents and queries alike
    terms.py      taxonomy, languages and territory in memory: names, synonyms, phrases
    matching.py   which services a text means: through fields, taxonomy, compounds.py, spelling.py
    numbers.py    telephone numbers, web addresses, postal codes and ages that are typed
    lexicon.py    which words exist, so that none of them is corrected
    conditions.py words that say under which condition something is needed
    crisis.py     which crisis numbers a text asks for
    meaning.py    what came of that: words, where each was found, how strongly that speaks
    engine.py     set algebra over bitmaps: visible & filters & text; counts per filter value (facets.py)
    ranking.py    in which order, by which criteria, and why
    near.py       from the name of a place to a point
    suggestions.py  what somebody may be going to type
    cover.py      several needs: the fewest places that cover them
    elsewhere.py  themes that nobody has; nothing found: the same beyond the territory that was asked for
    demand.py     what a search counts as: needs and zones, never words

What it is asked of:

    document.py   what is known of one service;  reading.py: read from the database
    postings.py   bitmaps by mark and by word (marks.py);  packed.py: thousands of small ones in one piece
    tally.py      filter values by service;  points.py: where it is
    visible.py, room.py, calendar.py: who may see it, has it room, is it open
    names.py      what things are called, by the beginnings of words (beginnings.py)
    index.py      all of these together
    stamps.py     database triggers that say what changed;  process.py: the engine of this process, kept fresh
    gate.py       many read the index at once, or one changes it;  middleware.py: a request reads one state of it
    saved.py      the index on disk between starts

Everybody who searches calls `search` here: pages, commands, maps, files. `suggest` is for who is still typing. Who
looks into the index itself outside of a request does so in a `with reader() as engine`.
"""

from django.utils import timezone

from actors.models import Viewer
from actors.search.engine import Found
from actors.search.process import engine, reader
from actors.search.query import PAGE, Near, Query, Sort
from actors.search.suggestions import Suggester, Suggestions

__all__ = ["PAGE", "Found", "Near", "Query", "Sort", "Suggestions", "engine", "reader", "search", "suggest"]


def search(query: Query, *, limit: int = PAGE, offset: int = 0, counts: bool = True) -> Found:
    """One page of what a query finds: total, services in order, and counts for every filter value.

    With `counts=False` the counts are left out, which is faster where nobody shows them.
    """
    with reader() as current:
        return current.search(query, limit=limit, offset=offset, counts=counts)


def suggest(text: str, *, language: str, viewer: Viewer, places: bool = False) -> Suggestions:
    """What a text that is being typed may become; with `places`, a place to search near."""
    with reader() as current:
        suggester = Suggester(current.index, text, language=language, viewer=viewer, today=timezone.localdate())
        return suggester.places() if places else suggester.anything()
