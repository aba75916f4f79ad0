"""The one list of what can be asked, for pages, commands and files: parses, validates, feeds the form.

The engine does the set algebra (`to_query`); on a QuerySet the same filters do it in SQL, for staff lists and for
the tests' obvious reference.
"""

from collections.abc import Callable, Iterable
from copy import copy, deepcopy
from datetime import date, datetime
from functools import lru_cache
from math import isfinite, nan

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from actors.enums import ActorKind, CareLevel, Serves
from actors.models import Availability, Service, Viewer
from actors.models.admission import ALL_FACTS, FACT_BY_CODE
from actors.opening import BRUSSELS
from actors.search.engine import Engine
from actors.search.near import RADIUS, resolve
from actors.search.placed import placed
from actors.search.process import engine as current_engine
from actors.search.query import Box, Query, Sort
from actors.search.terms import Term, Terms

RADII = (1_000, 2_000, RADIUS, 5_000, 10_000)  # metres
EVERYWHERE = "0"
ALWAYS = ("sort", "radius")  # fields that every page shows


def read_box(text: str) -> Box:
    """A part of the map as it stands in addresses: `south,west,north,east` in degrees.

    Raises:
        ValidationError: it is none.
    """
    try:
        south, west, north, east = (float(part) for part in text.split(","))
    except ValueError:
        south = west = north = east = nan
    if not (all(map(isfinite, (south, west, north, east))) and south <= north and west <= east):
        raise ValidationError(_("This is no part of the map."))
    return south, west, north, east


def validate_moment(moment: date | datetime) -> None:
    """Only days and moments for which a calendar makes sense.

    Raises:
        ValidationError: it lies in another century.
    """
    if moment.year // 100 != timezone.now().year // 100:
        raise ValidationError(_("Choose a day in this century."))


class ManyFilter(filters.MultipleChoiceFilter):
    """A filter on terms that may be given many times: the services that have any of them.

    Its choices are set by the filter set, from the terms that its engine knows.
    """

    def __init__(self, path: str, **kwargs):
        super().__init__(choices=[], distinct=True, field_name=path, **kwargs)


class Filters(dict):
    """The filters of a set by their names. Every request gets copies; what is in a filter stays as it is."""

    def __deepcopy__(self, memo: dict) -> dict[str, filters.Filter]:
        return {name: copy(one) for name, one in self.items()}


class AskedForm(forms.Form):
    """The fields of what was asked: of thirty that could be, a search fills in a few."""

    def __init__(self, data=None, **kwargs):
        asked = {*ALWAYS, *(data or ())}
        self.base_fields = {name: field for name, field in type(self).base_fields.items() if name in asked}
        super().__init__(data, **kwargs)


class ServiceFilterSet(filters.FilterSet):
    """What can be asked of the services."""

    q = filters.CharFilter(method="keep", label=_("What or who?"))
    where = filters.CharFilter(method="keep", label=_("Where?"))
    radius = filters.ChoiceFilter(
        method="keep",
        label=_("How far?"),
        empty_label=None,
        choices=[*((str(radius), f"{radius // 1000} km") for radius in RADII), (EVERYWHERE, _("everywhere"))],
    )
    need = ManyFilter("themes__need__code", method="filter_what", label=_("Need"))
    theme = ManyFilter("themes__code", method="filter_what", label=_("Theme"))
    target = ManyFilter("targets__code", label=_("For whom"))
    zone = ManyFilter("places__location__neighbourhood__zone__code", label=_("Care zone"))
    municipality = ManyFilter("places__location__neighbourhood__municipality__nis", label=_("Municipality"))
    neighbourhood = ManyFilter("places__location__neighbourhood__md", label=_("Neighbourhood"))
    language = ManyFilter("languages__code", label=_("Language spoken"))
    network = ManyFilter("actor__network_links__network__slug", label=_("Network"))
    admission = filters.MultipleChoiceFilter(
        choices=lambda: [(fact.code, fact.label) for fact in ALL_FACTS],
        method="filter_admission",
        label=_("Admission"),
    )
    level = filters.MultipleChoiceFilter(
        choices=lambda: CareLevel.choices, field_name="care_level", label=_("Level of care")
    )
    kind = filters.MultipleChoiceFilter(
        choices=lambda: ActorKind.choices, field_name="actor__kind", label=_("Kind of actor")
    )
    serves = filters.MultipleChoiceFilter(choices=lambda: Serves.choices, label=_("Serves"))
    room = filters.BooleanFilter(method="filter_room", widget=forms.CheckboxInput, label=_("Has room"))
    open = filters.BooleanFilter(method="keep", widget=forms.CheckboxInput, label=_("Open now"))
    open_at = filters.IsoDateTimeFilter(method="keep", label=_("Open on"), validators=[validate_moment])
    day = filters.DateFilter(method="keep", label=_("Open on day"), validators=[validate_moment])
    hour = filters.TimeFilter(method="keep", label=_("at"))
    box = filters.CharFilter(method="keep", label=_("Part of the map"), validators=[read_box], max_length=100)
    sort = filters.ChoiceFilter(
        method="keep",
        label=_("Order"),
        empty_label=None,
        choices=[
            (Sort.BEST, _("Best first")),
            (Sort.NEAREST, _("Nearest first")),
            (Sort.SOONEST, _("Soonest open first")),
            (Sort.RECENT, _("Last confirmed first")),
        ],
    )
    any_area = filters.BooleanFilter(
        method="keep", widget=forms.CheckboxInput, label=_("Also for people of other areas")
    )
    literal = filters.BooleanFilter(method="keep", widget=forms.CheckboxInput, label=_("Exactly these words"))

    class Meta:
        model = Service
        fields = []

    def __init__(self, data=None, queryset=None, *, engine: Engine | None = None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        self.engine = engine or current_engine()

    @classmethod
    def get_filters(cls) -> Filters:
        """The filters that are copied for each request."""
        return Filters(super().get_filters())

    def get_form_class(self) -> type[forms.Form]:
        """The form of what can be asked, made once for the terms that the engine knows."""
        return _form_class(self.engine.index.terms, translation.get_language())

    def keep(self, queryset: QuerySet, name: str, value) -> QuerySet:
        """Left to the engine: text, distance and hours are no matter for SQL."""
        return queryset

    def filter_what(self, queryset: QuerySet, name: str, value) -> QuerySet:
        """Needs and themes are one filter: any of either."""
        needs, themes = (self.form.cleaned_data.get(name, []) for name in ("need", "theme"))
        if not needs and not themes:
            return queryset
        return queryset.filter(Q(themes__need__code__in=needs) | Q(themes__code__in=themes)).distinct()

    def filter_admission(self, queryset: QuerySet, name: str, value: Iterable[str]) -> QuerySet:
        """Every chosen fact must hold; unknown is not yes."""
        facts = (FACT_BY_CODE[code] for code in value)
        return queryset.filter(**{fact.field: fact.wish for fact in facts})

    def filter_room(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        """Open or limited, and not expired."""
        with_room = Availability.objects.with_room().values("service")
        return queryset.filter(pk__in=with_room) if value else queryset


@lru_cache(maxsize=4)
def _form_class(terms: Terms, language: str) -> type[forms.Form]:
    found = deepcopy(ServiceFilterSet.base_filters)
    for name in TERMS:
        found[name].extra = {**found[name].extra, "choices": _choices(terms[name], language)}
    return type("ServiceForm", (AskedForm,), {name: one.field for name, one in found.items()})


def _choices(terms: dict[str, Term], language: str) -> Callable[[], list[tuple[str, str]]]:
    """Terms to choose from, listed when somebody looks: Django copies lists of choices for every form."""
    return lambda: [(term.code, term.name(language)) for term in terms.values()]


TERMS = ("need", "theme", "target", "zone", "municipality", "neighbourhood", "language", "network")
MANY = (*TERMS, "admission", "level", "kind", "serves")


def understood(filterset: ServiceFilterSet) -> dict:
    """The values that are understood. Of several values of a filter, those that are known."""
    filterset.is_valid()
    values = dict(filterset.form.cleaned_data)
    for name in set(MANY) & filterset.form.errors.keys():
        known = {str(code) for code, _label in filterset.form.fields[name].choices}
        values[name] = [code for code in filterset.data.getlist(name) if code in known]
    return values


def to_query(filterset: ServiceFilterSet, *, language: str, viewer: Viewer, now: datetime | None = None) -> Query:
    """The query of what was asked. What is not understood is left out; `filterset.errors` names it."""
    asked = understood(filterset)
    moment = now or timezone.now()
    keys = {name: tuple(f"{name}:{code}" for code in asked.get(name) or ()) for name in MANY}
    what = keys.pop("need") + keys.pop("theme")
    text, index, near, read = asked.get("q") or "", filterset.engine.index, None, None
    if where := asked.get("where"):
        radius = int(asked.get("radius") or RADIUS) or None
        near = resolve(index, where, language, radius)
    elif not asked.get("literal") and (read := placed(index, text)):
        near = resolve(index, read.where, language, radius=None)  # what is far is behind, not left out
    territories = near.territories if near else read.territories if read else ()
    return Query(
        text=text,
        placed=read,
        here=() if asked.get("any_area") else territories,
        filters={"what": what, **keys},
        has_room=bool(asked.get("room")),
        open_at=_open_at(asked, moment),
        open_on=_open_on(asked),
        near=near,
        box=read_box(asked["box"]) if asked.get("box") else None,
        sort=Sort(asked.get("sort") or Sort.BEST),
        language=language,
        viewer=viewer,
        literal=bool(asked.get("literal")),
        now=moment,
    )


def _open_at(asked: dict, now: datetime) -> datetime | None:
    """The moment at which it must be open: given as a whole, as a day and an hour, or now."""
    if moment := asked.get("open_at"):
        return moment
    if day := asked.get("day"):
        hour = asked.get("hour")
        return None if hour is None else datetime.combine(day, hour, BRUSSELS)
    return now if asked.get("open") else None


def _open_on(asked: dict) -> date | None:
    """The day on which it must be open at some time: a day without an hour."""
    is_any_time = asked.get("day") and asked.get("hour") is None and not asked.get("open_at")
    return asked["day"] if is_any_time else None
