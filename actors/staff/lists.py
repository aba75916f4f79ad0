"""What can be chosen in an editor, read once a page."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from django.conf import settings
from django.db.models import F, Value
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors.models import Authority, Language, TargetGroup, Theme
from actors.staff.finder import Finder
from repertorium.prepared import Rows
from zones.models import Neighbourhood

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Need:
    """What themes stand under."""

    name: str
    pictogram: str


@dataclass(frozen=True)
class Word:
    """A theme, target group, language or authority, by its name in the language of the page."""

    pk: int
    name: str
    pictogram: str
    need: Need

    @property
    def value(self) -> str:
        """As forms post it."""
        return str(self.pk)


@dataclass(frozen=True)
class Territory:
    """A municipality or a care zone, by its name in the language of the page."""

    pk: int
    name: str
    code: str = ""


@dataclass(frozen=True)
class Piece:
    """A neighbourhood with its municipality and its zone."""

    pk: int
    name: str
    municipality: Territory
    zone: Territory
    group: Territory | None  # social-health neighbourhood


class Lists:
    """Every list of choices of an editor; each asks the database once, when it is needed first."""

    def __init__(self, finder: Finder):
        self.finder = finder
        self._fields = {}

    def fields_of(self, form_class) -> dict:
        """The fields of a class of forms, with their choices: once a page."""
        if form_class not in self._fields:
            self._fields[form_class] = form_class.fields_of_page(self)
        return self._fields[form_class]

    @cached_property
    def words(self) -> dict[str, list[Word]]:
        """Themes, target groups, languages and authorities, each in its own order: one query for all four."""
        found: dict[str, list[Word]] = {"theme": [], "target": [], "language": [], "authority": []}
        for which, pk, dutch, french, icon, need_dutch, need_french, need_icon, *_order in WORDS.read():
            need = Need(_own(need_dutch, need_french), need_icon)
            found[which].append(Word(pk, _own(dutch, french), icon, need))
        return found

    @cached_property
    def themes_by_need(self) -> tuple:
        """Needs with their themes, in the order of the taxonomy."""
        groups = groupby(self.words["theme"], key=lambda theme: theme.need)
        return tuple((need, tuple(themes)) for need, themes in groups)

    @cached_property
    def themes(self) -> Choices:
        return _choices(self.words["theme"])

    @cached_property
    def targets(self) -> Choices:
        return _choices(self.words["target"])

    @cached_property
    def languages(self) -> Choices:
        return _choices(self.words["language"])

    @cached_property
    def authorities(self) -> Choices:
        return _choices(self.words["authority"])

    @cached_property
    def pieces(self) -> dict[int, Piece]:
        """All neighbourhoods by their keys; as plain values, because hundreds of records are slow."""
        rows = PIECES[get_language()].read()
        return {
            pk: Piece(pk, own, Territory(*town), Territory(*zone), Territory(*group) if group[0] else None)
            for pk, own, *row in rows
            for town, zone, group in [(row[:2], row[2:5], row[5:])]
        }

    @cached_property
    def neighbourhoods(self) -> Choices:
        """Neighbourhoods under their municipality, both in the order of the alphabet."""
        pieces = sorted(self.pieces.values(), key=lambda piece: (piece.municipality.name, piece.name))
        groups = groupby(pieces, key=lambda piece: piece.municipality.name)
        return [("", "–"), *((name, [(str(piece.pk), piece.name) for piece in group]) for name, group in groups)]

    @cached_property
    def zones(self) -> list[Territory]:
        """The zones that have neighbourhoods."""
        return sorted({piece.zone for piece in self.pieces.values()}, key=lambda zone: zone.name)

    @cached_property
    def large_areas(self) -> Choices:
        """Zones and municipalities, to which a service may be limited."""
        towns = sorted({piece.municipality for piece in self.pieces.values()}, key=lambda town: town.name)
        return [
            *((f"zone-{zone.pk}", zone.name) for zone in self.zones),
            *((f"municipality-{town.pk}", town.name) for town in towns),
        ]

    @cached_property
    def small_areas(self) -> Choices:
        """Neighbourhoods, to which a service may be limited."""
        words = ((piece.pk, f"{piece.name} ({piece.municipality.name})") for piece in self.pieces.values())
        return sorted(((f"neighbourhood-{pk}", name) for pk, name in words), key=lambda choice: choice[1])

    @cached_property
    def neighbourhood_options(self) -> str:
        """The neighbourhoods as options, for all places of a page."""
        return drawn("staff/options.html", groups=tuple((town, tuple(own)) for town, own in self.neighbourhoods[1:]))

    @cached_property
    def small_area_options(self) -> str:
        """The same as territories, for all services of a page."""
        return drawn("staff/options.html", options=tuple(self.small_areas))

    @cached_property
    def territories(self) -> list:
        """Every territory for which an actor may be competent, kind by kind."""
        groups = sorted({piece.group for piece in self.pieces.values() if piece.group}, key=lambda group: group.name)
        named = [(f"social_health_neighbourhood-{group.pk}", group.name) for group in groups]
        small = [(_("Social-health neighbourhoods"), named), (_("Neighbourhoods"), self.small_areas)]
        return [("", "–"), *self.large_areas, *small]

    @cached_property
    def territory_options(self) -> str:
        """The same as options, for all competences of a page."""
        _nothing, *large, groups, small = self.territories
        named = tuple((str(name), tuple(options)) for name, options in (groups, small) if options)
        return drawn("staff/options.html", options=tuple(large), groups=named)

    @cached_property
    def areas(self) -> Choices:
        """Every territory that a service may be limited to."""
        return [*self.large_areas, *self.small_areas]


@lru_cache(maxsize=500)
def drawn(template: str, **content) -> str:
    """A part of a page that is the same on most: drawn once for the same content, so that it can never be stale."""
    return render_to_string(template, content)


def _choices(words: list[Word]) -> Choices:
    return [(str(word.pk), word.name) for word in words]


def _own(dutch: str | None, french: str | None) -> str:
    return (french or dutch or "") if get_language() == "fr" else (dutch or french or "")


ORDER = ("need_place", "need_key", "place", "key")
WORD = ("list", "pk", "name_nl", "name_fr", "icon", "need_nl", "need_fr", "need_icon", *ORDER)
PLAIN = {"place": Value(0), "key": F("slug")}
OF_NEED = {
    "need_place": F("need__position"),
    "need_key": F("need__code"),
    "need_nl": F("need__name_nl"),
    "need_fr": F("need__name_fr"),
    "need_icon": F("need__pictogram"),
    "icon": F("pictogram"),
}


def _words(name: str, model, **columns):
    """One table of words, in the columns that all of them have; what it does not know is empty."""
    nothing = {column: Value("") for column in OF_NEED} | {"need_place": Value(0)}
    known = {"list": Value(name), **nothing, "place": F("position"), "key": F("code"), **columns}
    return model.objects.rewrite(False).order_by().annotate(**known).values_list(*WORD)


def _all_words():
    tables = (_words("target", TargetGroup), _words("language", Language), _words("authority", Authority, **PLAIN))
    return _words("theme", Theme, **OF_NEED).union(*tables, all=True).order_by(*ORDER)


def _pieces(language: str) -> Rows:
    name, group = f"name_{language}", "social_health_neighbourhood"
    columns = ("pk", name, "municipality", f"municipality__{name}", "zone", f"zone__{name}", "zone__code")
    return Rows(Neighbourhood.objects.all, *columns, group, f"{group}__{name}")


WORDS = Rows(_all_words, *WORD)
PIECES = {language: _pieces(language) for language in settings.MODELTRANSLATION_LANGUAGES}
