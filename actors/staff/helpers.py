"""Small answers to the editor's scripts: the hours in words, the neighbourhood of a point, where a street runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from actors.hours import Week as ShownWeek
from actors.hours import week_of as shown_week
from actors.opening import validate_opening_hours
from actors.people.access import only_for
from actors.permissions import edits_something
from actors.plain_hours import hours_words, plain_hours, speaks_of_holidays
from actors.search.process import engine
from actors.staff.finder import EDITED, FIELDS, TYPED, finder_for
from actors.staff.relation_forms import NOBODY, called
from actors.staff.typed_week import LINE, fields_for_script, is_read, over_the_days, question, week_typed
from actors.understood import understood
from actors.week import read_week
from repertorium.door import key_of
from zones.gazetteer.stretches import stretches
from zones.geometry import locate
from zones.models import Neighbourhood

MOST_STREETS = 12  # to choose from


@dataclass(frozen=True)
class HoursPreview:
    """A schedule as people will read it: in both languages, and the coming seven days."""

    text: str
    dutch: ShownWeek | None
    french: ShownWeek | None

    @classmethod
    def of(cls, text: str) -> "HoursPreview":
        """What pages will say of this schedule."""
        now = timezone.now()
        with translation.override("nl"):
            dutch = shown_week(text, now)
        with translation.override("fr"):
            french = shown_week(text, now)
        return cls(text, dutch, french)

    @property
    def holidays(self) -> str:
        """What is said of public holidays, where that is one thing."""
        said = read_week(self.text).holidays
        return hours_words(said) if said else ""

    @property
    def leaves_holidays_open(self) -> bool:
        """Whether nothing is said of public holidays, which are then not known."""
        return not speaks_of_holidays(self.text)

    @property
    def week(self) -> ShownWeek | None:
        """In the language of the page."""
        return self.french if translation.get_language() == "fr" else self.dutch


def schedule(typed: Mapping[str, str]) -> str:
    """The schedule that the fields of a week say, as people typed them.

    Raises:
        ValidationError: they are not understood.
    """
    text = understood(week_typed(typed).text())
    if text:
        validate_opening_hours(text)
    return text


@require_safe
@only_for(edits_something)
def hours(request: HttpRequest) -> HttpResponse:
    """The hours that are being filled in, as people will read them; of a line what the days would take over."""
    typed = request.GET
    try:
        if not typed.get(LINE) or is_read(typed):
            return render(request, "staff/hours_preview.html", {"preview": HoursPreview.of(schedule(typed))})
        text = over_the_days(typed)
    except ValidationError as error:
        return render(request, "staff/hours_preview.html", {"error": error.messages[0]})
    if asked := question(typed):
        context = {"options": asked.options, "key": typed.get("key", "")}
        return render(request, "staff/line_question.html", context)
    return render(request, "staff/line_read.html", {"words": plain_hours(text), "fields": fields_for_script(text)})


@require_safe
@only_for(edits_something)
def actors(request: HttpRequest) -> HttpResponse:
    """The actors that somebody may name in one field of the editor, by what is typed there."""
    name = request.GET.get("field", "")
    field, without = name.rpartition("-")[2], request.GET.get("without", "")
    if field not in {*FIELDS, EDITED}:
        raise Http404
    finder, chosen = finder_for(field, request.user, key_of(without)), request.GET.get(name, "")
    finder.look_up([chosen])
    known = [finder.known[chosen]] if chosen in finder.known else []
    found = finder.search(field, request.GET.get(f"{name}{TYPED}", ""))
    choices = [(str(one.pk), called(one)) for one in (*known, *(one for one in found if one not in known))]
    context = {"name": name, "choices": [("", NOBODY), *choices] if field == "parent" else choices, "value": chosen}
    return render(request, "staff/picked.html", {**context, "asked": True})


@require_safe
@only_for(edits_something)
def place(request: HttpRequest) -> HttpResponse:
    """In which neighbourhood, municipality and zone a point lies."""
    try:
        located = locate(float(request.GET["lat"]), float(request.GET["lon"]))
    except (KeyError, ValueError):
        located = None
    if located is None:
        return JsonResponse({"neighbourhood": None})
    found = located.neighbourhood
    return JsonResponse({"neighbourhood": found.pk, "words": _territory(found), "certain": located.certain})


@require_safe
@only_for(edits_something)
def street(request: HttpRequest) -> HttpResponse:
    """The streets that a text may name, once for each neighbourhood that they run through. `sure`: there is one, and
    it is written so."""
    typed = f"{request.GET.get('text', '')}, {request.GET.get('postal_code', '')}"
    answer = engine().index.terms.gazetteer.streets(typed)
    found = [
        {
            "nl": stretch.street.nl,
            "fr": stretch.street.fr,
            "lat": stretch.point[0],
            "lon": stretch.point[1],
            "neighbourhood": stretch.neighbourhood.pk,
            "words": _territory(stretch.neighbourhood),
        }
        for stretch in stretches(list(answer.places))[:MOST_STREETS]
    ]
    return JsonResponse({"streets": found, "sure": len(found) == 1 and not answer.corrected})


def _territory(neighbourhood: Neighbourhood) -> str:
    return f"{neighbourhood.name}, {neighbourhood.municipality.name}, {neighbourhood.zone.name}"
