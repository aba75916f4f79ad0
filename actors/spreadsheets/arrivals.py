"""The table of new organisations: one row becomes an actor with a place, a service there, and how to reach it."""

from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actors.models import Actor
from actors.search.process import engine
from actors.spreadsheets.tables import Messages, Table
from actors.staff.changes import label_of
from actors.staff.fields import RecordForm
from actors.staff.listing import ACTOR, FORMS, Listing
from actors.staff.saving import prepare, write_listing
from actors.staff.state import OWNER, State, kind
from actors.staff.ticket import Ticket
from actors.staff.week_fields import week_values
from repertorium.folding import fold
from zones.gazetteer.stretches import stretches
from zones.models import Neighbourhood

PLACE, SERVICE, AT = "location-n1", "service-n1", "at-n1"
CONTACTS = {"phone": "contact-n1", "email": "contact-n2", "website": "contact-n3"}
THEMES, TARGETS = ("theme_1", "theme_2", "theme_3"), ("target_1", "target_2")

# Each column: the record that it is of, and its field there. An empty field: see `ArrivalForm`.
COLUMNS: dict[str, tuple[str, str]] = {
    **{name: (ACTOR, name) for name in ("name_nl", "name_fr", "acronym_nl", "acronym_fr", "kind", "language_group")},
    **{name: (ACTOR, name) for name in ("description_nl", "description_fr", "steward", "status", "level")},
    "consent_on": (ACTOR, "consent_on"),
    **{name: (key, "value") for name, key in CONTACTS.items()},
    **{name: (PLACE, name) for name in ("street_nl", "street_fr", "postal_code")},
    "municipality": (PLACE, ""),
    "neighbourhood": (PLACE, "neighbourhood"),
    "place_level": (PLACE, "level"),
    "service_nl": (SERVICE, "name_nl"),
    "service_fr": (SERVICE, "name_fr"),
    "summary_nl": (SERVICE, "summary_nl"),
    "summary_fr": (SERVICE, "summary_fr"),
    **dict.fromkeys((*THEMES, *TARGETS), (SERVICE, "")),
    "hours": (AT, ""),
}
LABELS = {
    "phone": _("Telephone"),
    "email": _("E-mail address"),
    "website": _("Website"),
    "level": _("Who may see it"),
    "place_level": _("Who may see the address"),
    "service_nl": _("First service (NL)"),
    "service_fr": _("First service (FR)"),
}
SAME_NAME = _("There is an organisation of this name already. Export it and change it there.")


class ArrivalForm(forms.Form):
    """The columns that are no field of one record."""

    municipality = forms.ChoiceField(required=False, label=_("Municipality"))
    theme_1 = forms.ChoiceField(required=False, label=_("Theme of the service"))
    theme_2 = forms.ChoiceField(required=False, label=_("Second theme"))
    theme_3 = forms.ChoiceField(required=False, label=_("Third theme"))
    target_1 = forms.ChoiceField(required=False, label=_("For whom"))
    target_2 = forms.ChoiceField(required=False, label=_("Also for whom"))
    hours = forms.CharField(required=False, label=_("Opening hours"))

    def __init__(self, lists):
        super().__init__()
        towns = {piece.municipality for piece in lists.land.pieces.values()}
        self.fields["municipality"].choices = [(str(town.pk), town.name) for town in towns]
        for name in (*THEMES, *TARGETS):
            self.fields[name].choices = lists.themes if name in THEMES else lists.targets


class Arrivals(Table):
    """New organisations. There is nothing to compare them with; each row is written by the editor's own rules."""

    code, title, one = "new", _("New organisations"), _("new organisation")
    model = Actor
    paths = ("pk",)
    is_new = True

    @cached_property
    def names(self):
        return [name for name, (key, field) in COLUMNS.items() if not field or field in self._forms[key].fields]

    @cached_property
    def _forms(self) -> dict[str, RecordForm]:
        actor = Listing(None, self.lists, self.user).forms[ACTOR]
        others = {key: FORMS[kind(key)](key, self.lists) for key in (PLACE, SERVICE, AT, *CONTACTS.values())}
        return {ACTOR: actor, **others}

    @cached_property
    def _own(self) -> ArrivalForm:
        return ArrivalForm(self.lists)

    def field(self, name):
        key, field = COLUMNS[name]
        return (self._forms[key], field) if field else (self._own, name)

    def header(self, name: str) -> str:
        """What a column is called where its field alone does not say."""
        if name in LABELS:
            return str(LABELS[name])
        form, field = self.field(name)
        return str(form.fields[field].label) if form is self._own else label_of(form, field)[0]

    # --- from a row to a listing --------------------------------------------------------------------------------

    def listing_state(self, values: dict[str, list[str]]) -> State:
        """A row as the editor's form would send it."""
        state = {ACTOR: self._filled(ACTOR, "", values)}
        if values.keys() & {name for name, (key, _field) in COLUMNS.items() if key == PLACE}:
            state[PLACE] = self._placed({**self._filled(PLACE, ACTOR, values), "kind": ["fixed"]}, values)
        if values.keys() & {name for name, (key, _field) in COLUMNS.items() if key == SERVICE}:
            service = self._filled(SERVICE, ACTOR, values) | {"status": values.get("status", ["draft"])}
            service |= {"themes": _several(values, THEMES), "targets": _several(values, TARGETS)}
            state[SERVICE] = {name: found for name, found in service.items() if found}
            if PLACE in state:
                state[AT] = self._open(values)
        for name, key in CONTACTS.items():
            if name in values:
                state[key] = {**self._filled(key, ACTOR, values), "kind": [name]}
        return state

    def _filled(self, key: str, owner: str, values: dict) -> dict:
        given = {field: values[name] for name, (of, field) in COLUMNS.items() if of == key and field and name in values}
        return {**self._forms[key].state(), **({OWNER: [owner]} if owner else {}), **given}

    def _open(self, values: dict) -> dict:
        hours = week_values(values["hours"][0]) if values.get("hours") else {}
        typed = {name: [value] for name, value in hours.items() if value}
        return {OWNER: [SERVICE], "location": [PLACE], **typed}

    def _placed(self, place: dict, values: dict) -> dict:
        """With the point of its street, where there is one such street and nobody chose a neighbourhood."""
        street = (values.get("street_fr") or values.get("street_nl") or [""])[0]
        if "neighbourhood" in values or not street:
            return place
        typed = f"{street}, {(values.get('postal_code') or [''])[0]}"
        answer = engine().index.terms.gazetteer.streets(typed)
        found = [one for one in stretches(list(answer.places)) if self._lies_in(one.neighbourhood, values)]
        if len(found) != 1 or answer.corrected:
            return place
        lat, lon = found[0].point
        return {**place, "lat": [str(lat)], "lon": [str(lon)], "precision": ["street"]}

    def _lies_in(self, neighbourhood: Neighbourhood, values: dict) -> bool:
        town = values.get("municipality")
        return not town or town == [str(neighbourhood.municipality_id)]

    # --- judged and written -------------------------------------------------------------------------------------

    def _prepared(self, values: dict):
        return prepare(
            user=self.user,
            actor=None,
            ticket=Ticket(self.user.pk, None),
            mine=self.listing_state(values),
            chosen={},
            lists=self.lists,
            for_saving=True,
        )

    def judge(self, record, changes) -> Messages:
        wrong = self._contradictions(changes)
        listing = self._prepared(changes).listing
        return wrong if listing.is_valid() else {**_messages(listing), **wrong}

    def store(self, record, changes) -> Messages:
        outcome = self._prepared(changes)
        if not outcome.listing.is_valid():
            return _messages(outcome.listing)
        return {} if write_listing(outcome) else _messages(outcome.listing)

    def _contradictions(self, values: dict) -> Messages:
        """What no form of one record can see."""
        wrong: Messages = {}
        chosen = self.lists.land.pieces.get(int(values["neighbourhood"][0])) if values.get("neighbourhood") else None
        if chosen and values.get("municipality") and values["municipality"] != [str(chosen.municipality.pk)]:
            wrong["neighbourhood"] = [ValidationError(_("This neighbourhood does not lie in this municipality."))]
        if values.get("hours") and not (values.keys() & {"street_nl", "street_fr", "neighbourhood"}):
            wrong["hours"] = [ValidationError(_("Hours need an address at which they hold."))]
        if self._is_known(values):
            wrong.setdefault("name_nl" if values.get("name_nl") else "name_fr", []).append(ValidationError(SAME_NAME))
        return wrong

    def _is_known(self, values: dict) -> bool:
        return bool(_names(values) & self._known)

    @cached_property
    def _known(self) -> set[str]:
        names = Actor.objects.filter(merged_into=None).values_list("name_nl", "name_fr")
        return {fold(name) for pair in names for name in pair if name}

    def same(self, values: dict) -> set[str]:
        """What tells that two rows of a file are one organisation."""
        return _names(values)


def _names(values: dict) -> set[str]:
    return {fold(values[name][0]) for name in ("name_nl", "name_fr") if values.get(name)}


def _several(values: dict, names: tuple[str, ...]) -> list[str]:
    return sorted({value for name in names for value in values.get(name, ())})


def _messages(listing: Listing) -> Messages:
    """The errors of a listing by column."""
    columns = {place: name for name, place in COLUMNS.items()}
    columns |= {(SERVICE, "themes"): THEMES[0], (SERVICE, "targets"): TARGETS[0], (PLACE, "lat"): "street_nl"}
    wrong: Messages = {}
    for form, name in listing.wrong:
        column = columns.get((form.key, name), "hours" if form.key == AT else "")
        wrong.setdefault(column, []).extend(form.errors[name].as_data())
    return wrong
