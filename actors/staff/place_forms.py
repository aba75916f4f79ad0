"""The forms of a place, and of a service there with its opening hours."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.enums import Precision
from actors.hours import usual_line
from actors.models import Location, ServiceAtLocation
from actors.models.location import IN_THE_STREET
from actors.opening import validate_opening_hours
from actors.staff import dated, special
from actors.staff.fields import DayField, RecordForm
from actors.staff.typed_week import LINE, READ, Question, is_read, question
from actors.staff.week_fields import HOURS_FIELDS, WEEK_FIELDS, week_of, week_values
from actors.understood import tidy_hours, understood
from actors.week import CLOSED, DAYS
from repertorium.door import key_of
from zones.geometry import locate
from zones.models import Neighbourhood

NEW_PLACE = _("New place")
HOLIDAYS = [("", _("not known")), (CLOSED, _("closed")), ("open", _("open, with these hours:"))]
DAY_NAMES = {
    "mo": pgettext_lazy("day", "Monday"),
    "tu": pgettext_lazy("day", "Tuesday"),
    "we": pgettext_lazy("day", "Wednesday"),
    "th": pgettext_lazy("day", "Thursday"),
    "fr": pgettext_lazy("day", "Friday"),
    "sa": pgettext_lazy("day", "Saturday"),
    "su": pgettext_lazy("day", "Sunday"),
}


class LocationForm(RecordForm):
    """A place. Its neighbourhood, and so its zone, follow from the point; without a point it is chosen."""

    template = "staff/location_form.html"
    title = NEW_PLACE
    neighbourhood = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, label=_("Neighbourhood"))

    class Meta:
        model = Location
        fields = [
            *("kind", "level", "name_nl", "name_fr", "street_nl", "street_fr", "postal_code"),
            *("directions_nl", "directions_fr", "neighbourhood", "lat", "lon", "precision"),
        ]
        widgets = {name: forms.NumberInput({"step": "any"}) for name in ("lat", "lon")}

    @classmethod
    def prepare(cls, fields, lists):
        fields["neighbourhood"].choices = lists.land.neighbourhoods

    @property
    def territory(self):
        """The neighbourhood that is chosen, with its municipality and zone."""
        return self.lists.land.pieces.get(key_of(str(self["neighbourhood"].value() or "")))

    def clean_neighbourhood(self):
        return Neighbourhood.objects.filter(pk=self.cleaned_data["neighbourhood"]).first()

    def clean(self):
        values = self.cleaned_data
        if values.get("kind") not in IN_THE_STREET:
            return values
        if values.get("lat") is None and values.get("lon") is None:
            self._take_point_of(values.get("neighbourhood"))
        elif values.get("lat") and values.get("lon") and {"lat", "lon", "neighbourhood"} & set(self.changed_data):
            self._find_neighbourhood()
        return values

    def _take_point_of(self, neighbourhood) -> None:
        """Without a point of its own a place stands in the middle of its neighbourhood, and says so."""
        if neighbourhood:
            self.cleaned_data.update(
                lat=neighbourhood.lat, lon=neighbourhood.lon, precision=Precision.NEIGHBOURHOOD.value
            )
            self.instance.territory_checked = True

    def _find_neighbourhood(self) -> None:
        """Border lines decide; without them the person does, and where nobody did, the nearest neighbourhood."""
        located = locate(self.cleaned_data["lat"], self.cleaned_data["lon"])
        if located is None:
            self.add_error("lat", _("This point lies outside the Brussels-Capital Region."))
            return
        chosen = self.cleaned_data.get("neighbourhood")
        if located.certain or not chosen:
            self.cleaned_data["neighbourhood"] = located.neighbourhood
        self.instance.territory_checked = located.certain or bool(chosen)

    @property
    def name(self):
        return str(self.instance) if self.exists else str(NEW_PLACE)


class AtForm(RecordForm):
    """A service at a place: the hours per day, on public holidays, and the exceptional in the OSM syntax."""

    template = "staff/at_form.html"
    title = _("New place of the service")
    location = forms.ChoiceField(
        label=_("Place"),
        error_messages={"invalid_choice": _("This place is not there any more: choose another, or remove it here.")},
    )
    ph = forms.ChoiceField(required=False, choices=HOLIDAYS, label=_("Public holidays"))
    ph_hours = forms.CharField(required=False, max_length=100, label=_("Hours on public holidays"))
    rest = forms.CharField(
        required=False,
        max_length=400,
        label=_("Exceptional hours"),
        help_text=_("In the syntax of OpenStreetMap, as: Jul-Aug Mo 09:00-12:00; Mo[1] off"),
    )

    line = forms.CharField(
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 2}),  # a list of days is pasted with its lines
        label=_("The whole week at once"),
        help_text=_("As one writes it, e.g. ma-vr 9-12u en 13-17u; feestdagen gesloten. The days below take it over."),
    )
    line_read = forms.CharField(required=False, widget=forms.HiddenInput)
    nights = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ServiceAtLocation
        fields = ["hours_remark_nl", "hours_remark_fr"]

    def __init__(self, *args, instance=None, **kwargs):
        given = (
            {"location": f"location-{instance.location_id}", **week_values(instance.opening_hours)}
            if instance
            else None
        )
        super().__init__(*args, instance=instance, given=given, **kwargs)

    @classmethod
    def prepare(cls, fields, lists):
        for day, name in DAY_NAMES.items():
            fields[day] = forms.CharField(required=False, max_length=100, label=name)
        for day, hours in dated.FIELDS:
            fields[day] = DayField(label=_("Date"))
            fields[hours] = forms.CharField(required=False, max_length=100, label=_("Open then"))
        fields.update(special.fields(list(DAY_NAMES.values())))

    def choose_from(self, places: list[tuple[str, str]]) -> None:
        """The places of the actor; of another actor only the one where the service is already."""
        if self.exists and self.initial["location"] not in dict(places):
            places = [(self.initial["location"], str(self.instance.location)), *places]
        self.own("location").choices = places

    @property
    def days(self) -> list:
        """The fields of the seven days."""
        return [self[day] for day in DAYS]

    @property
    def dates(self) -> list[tuple]:
        """The fields of single dates: day, hours."""
        return [(self[day], self[hours]) for day, hours in dated.FIELDS]

    @property
    def has_dates(self) -> bool:
        """Whether something stands in these, or is wrong there."""
        return any(self.shown(name) or self[name].errors for pair in dated.FIELDS for name in pair)

    @property
    def specials(self) -> list[list]:
        """The fields of seasons and days of the month, row by row."""
        return [[self[name] for name in row] for row in special.FIELDS]

    @property
    def has_specials(self) -> bool:
        """Whether something stands in these, or is wrong there."""
        return any(self.shown(row[0]) not in ([], [""]) or self[row[-1]].errors for row in special.FIELDS)

    @property
    def rest_words(self) -> str:
        """The exceptional hours in words, as the syntax is folded away; empty while they are not understood."""
        try:
            return usual_line(understood(" ".join(self.shown("rest"))))
        except ValidationError:
            return ""

    @property
    def question(self) -> Question | None:
        """What is asked of a line that leaves days unsaid which have hours."""
        values = {name: self[name].value() or "" for name in (LINE, READ, *WEEK_FIELDS)}
        return None if is_read(values) else question(values)

    @property
    def line_is_read(self) -> bool:
        """Whether the days have taken over what stands in the line."""
        return is_read({name: self[name].value() for name in (LINE, READ)})

    def clean(self):
        for name in HOURS_FIELDS:
            self._tidy(name)
        if not self.line_is_read and (line := self.cleaned_data.get(LINE)):
            self._refuse_line(line)
            return self.cleaned_data
        for name, error in special.check(self.cleaned_data).items():
            if name not in self.errors:
                self.add_error(name, error)
        for day, hours in dated.FIELDS:
            if bool(self.cleaned_data.get(day)) != bool(self.cleaned_data.get(hours)) and hours not in self.errors:
                self.add_error(hours, _("Say on which date it is open, and from when to when."))
        self._check_twice()
        if self.errors or not {*WEEK_FIELDS} & set(self.changed_data):
            return self.cleaned_data
        text = ""
        try:
            text = understood(week_of(self.cleaned_data).text())
            if text:  # none at all is not known
                validate_opening_hours(text)
        except ValidationError as error:
            self.add_error("rest", error)
        self.instance.opening_hours = text
        self.instance.hours_confirmed_on = timezone.localdate()
        return self.cleaned_data

    def _check_twice(self) -> None:
        """Of a date, a day of the month or a season in two rows both count; where they overlap, one lost."""
        found: dict[tuple, str] = {}
        for *when, hours in (*dated.FIELDS, *special.FIELDS):
            key = (len(when), *(self.cleaned_data.get(name) for name in when))
            said = self.cleaned_data.get(hours)
            if not said or not key[1] or self.errors.get(hours):
                continue
            if key in found and found[key] != said:
                try:
                    tidy_hours(f"{found[key]}, {said}")
                except ValidationError as error:
                    self.add_error(hours, error)
            found.setdefault(key, said)

    def _refuse_line(self, line: str) -> None:
        """A line that is not taken over by the days is not understood, or asked (`typed_hours`)."""
        try:
            understood(line)
        except ValidationError as error:
            self.add_error(LINE, error)
        if not self.errors:
            self.add_error(LINE, _("This says nothing of hours that stand below. Choose what is meant."))

    def _tidy(self, name: str) -> None:
        try:
            self.cleaned_data[name] = tidy_hours(self.cleaned_data.get(name, ""))
        except ValidationError as error:
            self.add_error(name, error)
