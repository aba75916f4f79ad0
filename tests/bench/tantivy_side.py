"""The same data and requests in tantivy, used as well as we know how to.

Per language a field with that language's stemmer; a word that nobody uses is searched again one or two letters off;
names and synonyms of themes stand in the text of a service. Every filter is a fast field, counted by term
aggregations, and as on our pages each filter is counted under the *others*. Two things are easier for tantivy
than for us: "near" is a box around the first place instead of circles around all, and the score of the text alone
decides the order.
"""

from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

import tantivy
from tantivy import FieldType, Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from actors.models import Viewer
from actors.search import facets
from actors.search.calendar import minute_of_day, open_minutes
from actors.search.document import ACTOR, NAME, Document
from actors.search.query import PAGE
from actors.search.room import LIMITED, Room
from actors.search.terms import Terms, phrases
from actors.search.visible import Visible
from actors.search.words import STOP_WORDS, words
from tests.bench.region import MOMENT
from tests.bench.requests import RADIUS, Request

STEMMERS = {"nl": "dutch", "fr": "french"}
STRONG, WEAK = "strong", "weak"  # names of service, actor and themes; all other text
BOOSTS = {STRONG: 4.0, WEAK: 1.0}
LAT, LON = 111_200, 70_300  # metres in a degree in Brussels
SLOT = 30  # minutes; a service has every half hour of the week in which it is open as a term
FILTER_OF = {"need": "what", "theme": "what"}  # kind of term: filter; the others are called alike
EVERY_VALUE = 1_000


def analyzer(stemmer: str | None) -> tantivy.TextAnalyzer:
    """Small letters without accents, then the stem (none: the whole word)."""
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold())
    return (builder.filter(Filter.stemmer(stemmer)) if stemmer else builder).build()


def schema() -> tantivy.Schema:
    """Text per language and strength, one fast field per filter, room, hours and point."""
    builder = tantivy.SchemaBuilder().add_unsigned_field("pk", fast=True)
    for strength in BOOSTS:
        for language in STEMMERS:
            builder.add_text_field(f"{strength}_{language}", tokenizer_name=language, index_option="freq")
    builder.add_text_field("words", tokenizer_name="plain", index_option="basic")
    for name in (*facets.FILTERS, "room", "open", "viewer"):
        builder.add_text_field(name, fast=name not in {"open", "viewer"}, tokenizer_name="raw", index_option="basic")
    for name in ("lat", "lon"):
        builder.add_float_field(name, indexed=True, fast=True)
    return builder.build()


def slot(day: int, minute: int) -> str:
    """The term of a half hour of the week."""
    return f"{day}-{minute // SLOT}"


@lru_cache(maxsize=10_000)
def slots(schedule) -> tuple[str, ...]:
    """All half hours of a week in which a schedule is open."""
    found = []
    for ahead in range(7):
        day = MOMENT.date() + timedelta(days=ahead)
        for start, end in open_minutes(schedule, day):
            found += [slot(day.weekday(), minute) for minute in range(start, end, SLOT)]
    return tuple(found)


class Tantivy:
    """An index in memory, and one request at a time."""

    def __init__(self, terms: Terms, documents: Iterable[Document]):
        self.schema = schema()
        self.analyzers = {**{language: analyzer(stemmer) for language, stemmer in STEMMERS.items()}}
        index = tantivy.Index(self.schema)
        for name, found in {**self.analyzers, "plain": analyzer(None)}.items():
            index.register_tokenizer(name, found)
        self._called = {
            code: [phrase for term in (theme, terms["need"][theme.parent]) for phrase in phrases(term)]
            for code, theme in terms["theme"].items()
        }
        writer = index.writer(400_000_000, 1)  # one thread: few segments, which is what it searches fastest
        for document in documents:
            writer.add_document(self._document(document))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    # --- data -----------------------------------------------------------------------------------------

    def _document(self, document: Document) -> tantivy.Document:
        made = tantivy.Document()
        made.add_unsigned("pk", document.pk)
        texts = [(STRONG if field in {NAME, ACTOR} else WEAK, *text) for field, *text in document.texts]
        texts += [(STRONG, *text) for theme in document.themes for text in self._called[theme]]
        for strength, language, text in texts:
            made.add_text(f"{strength}_{language}", text)
            made.add_text("words", text)
        for key in document.facets:
            self._add_value(made, key)
        for place in document.places[:1]:
            for kind in ("zone", "municipality", "neighbourhood"):
                if code := getattr(place, kind):
                    self._add_value(made, f"{kind}:{code}")
            if place.point:
                made.add_float("lat", place.point[0])
                made.add_float("lon", place.point[1])
        for term in {term for place in document.places if place.hours for term in slots((place.hours, place.closed))}:
            made.add_text("open", term)
        self._add_state(made, document)
        return made

    @staticmethod
    def _add_value(made: tantivy.Document, key: str) -> None:
        kind = key.partition(":")[0]
        made.add_text(FILTER_OF.get(kind, kind), key)

    @staticmethod
    def _add_state(made: tantivy.Document, document: Document) -> None:
        """Who may see it, and whether it has room."""
        visible, room = Visible(), Room()
        visible.put(document)
        room.put(document)
        if document.pk in visible.to(Viewer.VISITOR, MOMENT.date()):
            made.add_text("viewer", Viewer.VISITOR.value)
        if (
            document.said
            and room.best([(said.status, said.until) for said in document.said], MOMENT.timestamp()) >= LIMITED
        ):
            made.add_text("room", "yes")

    # --- requests -------------------------------------------------------------------------------------

    def search(self, request: Request) -> tuple[int, list[int], dict]:
        """Total, the first page in order, and counts for every value of every filter."""
        text, parts = self._text(request.text), self._parts(request)
        query = self._all_of(text, parts)
        found = self.searcher.search(query, limit=PAGE)
        pks = self.searcher.fast_field_values("pk", [address for _score, address in found.hits])
        return found.count, pks, self._counts(text, parts, query)

    def first(self, text: str) -> list[int]:
        """The first ten for a text alone."""
        hits = self.searcher.search(self._all_of(self._text(text), {}), limit=10, count=False).hits
        return self.searcher.fast_field_values("pk", [address for _score, address in hits])

    def _counts(self, text: Query | None, parts: dict[str, Query], query: Query) -> dict:
        free = [name for name in (*facets.FILTERS, "room") if name not in parts]
        counts = self.searcher.aggregate(query, {name: _terms(name) for name in free})
        for name in parts.keys() & {*facets.FILTERS}:
            others = {other: part for other, part in parts.items() if other != name}
            counts |= self.searcher.aggregate(self._all_of(text, others), {name: _terms(name)})
        opened = self._all_of(text, {**parts, "open": self._is_open()})
        return {**counts, "open": self.searcher.search(opened, limit=1).count}

    def _all_of(self, text: Query | None, parts: dict[str, Query]) -> Query:
        visible = Query.const_score_query(Query.term_query(self.schema, "viewer", Viewer.VISITOR.value, "basic"), 0)
        found = [visible, *(Query.const_score_query(part, 0) for part in parts.values()), *([text] if text else [])]
        return Query.boolean_query([(Occur.Must, part) for part in found])

    def _parts(self, request: Request) -> dict[str, Query]:
        parts = {
            name: Query.boolean_query(
                [(Occur.Should, Query.term_query(self.schema, name, key, "basic")) for key in keys]
            )
            for name, keys in request.filters.items()
        }
        if request.open_now:
            parts["open"] = self._is_open()
        if request.near:
            _name, lat, lon = request.near
            for name, middle, metres in (("lat", lat, LAT), ("lon", lon, LON)):
                bounds = middle - RADIUS / metres, middle + RADIUS / metres
                parts[name] = Query.range_query(self.schema, name, FieldType.Float, *bounds)
        return parts

    def _is_open(self) -> Query:
        return Query.term_query(self.schema, "open", slot(MOMENT.weekday(), minute_of_day(MOMENT)), "basic")

    def _text(self, text: str) -> Query | None:
        """All words of the text; some of them, when nothing has all."""
        found = [self._word(word) for word in words(text) if word not in STOP_WORDS]
        if not found:
            return None
        every = Query.boolean_query([(Occur.Must, word) for word in found])
        if len(found) == 1 or self.searcher.search(every, limit=1, count=False).hits:
            return every
        return Query.boolean_query([(Occur.Should, word) for word in found])

    def _word(self, word: str) -> Query:
        """A word by its stems in both languages; what nobody uses, by its letters."""
        found = []
        for language, stems in self.analyzers.items():
            for stem in stems.analyze(word):
                for strength, boost in BOOSTS.items():
                    name = f"{strength}_{language}"
                    if self.searcher.doc_freq(name, stem):
                        found.append(Query.boost_query(Query.term_query(self.schema, name, stem, "freq"), boost))
        if not found:
            distance = 1 if len(word) < 7 else 2
            return Query.fuzzy_term_query(self.schema, "words", word, distance)
        return Query.boolean_query([(Occur.Should, part) for part in found])


def _terms(name: str) -> dict:
    return {"terms": {"field": name, "size": EVERY_VALUE}}
