"""What can be chosen in an editor, read once a page."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from django.db.models import F, Value
from django.template.loader import render_to_string
from django.utils.translation import get_language

from actors.models import Authority, Language, TargetGroup, Theme
from actors.staff.finder import Finder
from actors.staff.land import Choices, Land, land
from repertorium.prepared import Rows


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
        return _lists_of(tuple(WORDS.read()), get_language())

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
    def land(self) -> Land:
        return land()

    @cached_property
    def neighbourhood_options(self) -> str:
        """The neighbourhoods as options, for all places of a page."""
        return drawn(
            "staff/options.html", groups=tuple((town, tuple(own)) for town, own in self.land.neighbourhoods[1:])
        )

    @cached_property
    def small_area_options(self) -> str:
        """The same as territories, for all services of a page."""
        return drawn("staff/options.html", options=tuple(self.land.small_areas))

    @cached_property
    def territory_options(self) -> str:
        """The same as options, for all competences of a page."""
        _nothing, *large, groups, small = self.land.territories
        named = tuple((str(name), tuple(options)) for name, options in (groups, small) if options)
        return drawn("staff/options.html", options=tuple(large), groups=named)


@lru_cache(maxsize=500)
def drawn(template: str, **content) -> str:
    """A part of a page that is the same on most: drawn once for the same content, so that it can never be stale."""
    return render_to_string(template, content)


@lru_cache(maxsize=4)
def _lists_of(rows: tuple, language: str) -> dict[str, list[Word]]:
    """The rows as lists of words in a language, which is the active one; kept while the rows are the same."""
    found: dict[str, list[Word]] = {"theme": [], "target": [], "language": [], "authority": []}
    for which, pk, dutch, french, icon, need_dutch, need_french, need_icon, *_order in rows:
        need = Need(_own(need_dutch, need_french), need_icon)
        found[which].append(Word(pk, _own(dutch, french), icon, need))
    return found


def _choices(words: list[Word]) -> Choices:
    return Choices((str(word.pk), word.name) for word in words)


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


WORDS = Rows(_all_words, *WORD)
