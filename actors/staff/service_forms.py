"""The forms of a service and of whether it has room."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import AvailabilityStatus, Status
from actors.models import Availability, Service
from actors.models.admission import ACCESS_MODES, ALL_FACTS, FACTS
from actors.models.availability import COUNTS
from actors.models.contradictions import NEVER_STATUTORY, contradiction
from actors.personal_data import Personal, personal_kind_in
from actors.staff.actor_forms import AREA, STATUSES
from actors.staff.fields import NO, YES, DayField, LongText, ManyField, RecordForm, ThreeState, sync

TEXTS = ("name", "summary", "description", "plain", "conditions", "cost", "to_bring")
LONG = ("description", "conditions")
SENTENCES = ("summary", "plain", "cost", "to_bring")
LINES = {"rows": 2}
NOTES = ("note_nl", "note_fr")
CONDITIONS = frozenset(  # who may come, and how
    [fact.field for fact in ALL_FACTS]
    + [f"{text}_{language}" for text in ("conditions", "cost", "to_bring") for language in ("nl", "fr")]
    + ["age_min", "age_max", "targets", "languages", "areas", "territory_limited"]
)


class ServiceForm(RecordForm):
    """One thing that the actor offers: words, themes, admission, publication. Archived instead of removed."""

    template = "staff/service_form.html"
    removable = False
    title = _("New service")
    themes = ManyField(label=_("Themes"))
    targets = ManyField(label=_("For whom"))
    languages = ManyField(label=_("Languages spoken"))
    areas = ManyField(label=_("For which territory"), coerce=str)
    ends_on = DayField(label=_("Last day"), help_text=_("Only of a temporary project."))
    status = forms.ChoiceField(choices=STATUSES, initial=Status.DRAFT.value, label=_("Status"))
    territory_limited = ThreeState(label=_("Only for people from a certain territory"))
    asks_room = ThreeState(label=_("Ask here whether there is room"), unknown=_("as usual for its themes"))
    accepts_overflow = ThreeState(label=_("May be proposed when another service is full"))

    class Meta:
        model = Service
        fields = [
            *(f"{text}_{language}" for text in TEXTS for language in ("nl", "fr")),
            *(fact.field for fact in ALL_FACTS),
            *("age_min", "age_max", "territory_limited", "status", "level", "ends_on", "serves", "care_level"),
            *(
                "asks_room",
                "is_statutory",
                "availability_kind",
                "availability_days",
                "accepts_overflow",
                "overflow_cap",
                "school_calendar",
            ),
        ]
        field_classes = {fact.field: ThreeState for fact in ALL_FACTS} | {
            f"{text}_{language}": LongText for text in LONG for language in ("nl", "fr")
        }
        widgets = {
            f"{text}_{language}": forms.Textarea(AREA if text in LONG else LINES)
            for text in (*LONG, *SENTENCES)
            for language in ("nl", "fr")
        }

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, instance=instance, given=_links(instance) if instance else None, **kwargs)

    @classmethod
    def prepare(cls, fields, lists):
        for name in ("themes", "targets", "languages"):
            fields[name].choices = getattr(lists, name)
        fields["areas"].choices = lists.land.areas

    @property
    def admission(self) -> list[tuple]:
        """The facts with their fields, as a table reads them."""
        return [(fact, self[fact.field]) for fact in FACTS]

    @property
    def access_modes(self) -> list[tuple]:
        return [(fact, self[fact.field]) for fact in ACCESS_MODES]

    @property
    def room_is_asked(self) -> bool:
        """Whether somebody is to say if there is room: what the form says, else what its themes say."""
        said = self["asks_room"].value()
        return said == YES or (said != NO and getattr(self.instance, "room_asked", True))

    @property
    def chosen_small_areas(self) -> list[tuple[str, str]]:
        """The neighbourhoods to which it is limited now."""
        chosen = set(self.shown("areas"))
        return [choice for choice in self.lists.land.small_areas if choice[0] in chosen]

    def clean(self):
        values = self.cleaned_data
        if values.get("status") == Status.PUBLISHED and not values.get("themes"):
            self.add_error("themes", _("Choose at least one theme: without it nobody finds the service."))
        if values.get("areas") and values.get("territory_limited") is not True:
            self.add_error("territory_limited", _("Territories are chosen below: say yes here, or take them away."))
        if {fact.field for fact in ALL_FACTS} & set(self.changed_data):
            self.instance.admission_confirmed_on = timezone.localdate()
        return values

    def save_links(self, instance):
        sync(instance.theme_links, "theme_id", set(self.cleaned_data["themes"]))
        sync(instance.target_links, "target_id", set(self.cleaned_data["targets"]))
        sync(instance.language_links, "language_id", set(self.cleaned_data["languages"]))
        for kind in ("zone", "municipality", "neighbourhood"):
            wanted = {int(area.partition("-")[2]) for area in self.cleaned_data["areas"] if area.startswith(f"{kind}-")}
            sync(instance.areas, f"{kind}_id", wanted)

    @property
    def name(self):
        return self.instance.name if self.exists and self.instance.name else str(self.title)


def _links(service: Service) -> dict:
    """What a service of `editable_services` has over through tables."""
    areas = [*zip(["zone"] * len(service.zone_ids), service.zone_ids, strict=True)]
    areas += zip(["municipality"] * len(service.municipality_ids), service.municipality_ids, strict=True)
    areas += zip(["neighbourhood"] * len(service.neighbourhood_ids), service.neighbourhood_ids, strict=True)
    return {
        "themes": service.theme_ids,
        "targets": service.target_ids,
        "languages": service.language_ids,
        "areas": [f"{kind}-{pk}" for kind, pk in areas],
    }


class RoomForm(RecordForm):
    """Whether there is room at a service; `renew` says the same anew, as of now."""

    template = "staff/room_form.html"
    removable = False
    is_statutory, is_asked = False, True
    title = _("Availability")
    question = _("Is there room?")
    silence = _("nothing said")
    status = forms.ChoiceField(required=False, label=_("Is there room?"))
    renew = forms.BooleanField(required=False, label=_("This is still right: confirm it as of now"))
    no_person = forms.BooleanField(required=False, label=_("It is not the name of a person"))
    says_nothing = frozenset({"no_person"})
    asks_name = False

    class Meta:
        model = Availability
        fields = ["status", "waiting_days", "places_total", "places_free", "note_nl", "note_fr"]

    @classmethod
    def prepare(cls, fields, lists):
        fields["status"].choices = [("", cls.silence), *AvailabilityStatus.choices]

    def of_service(self, service: ServiceForm) -> None:
        """Statutory services are never full; of some nobody asks."""
        self.is_asked, self.is_statutory = service.room_is_asked, service.instance.is_statutory
        if self.is_statutory:
            allowed = [choice for choice in self.fields["status"].choices if choice[0] not in NEVER_STATUTORY]
            self.own("status").choices = allowed

    @property
    def says_something(self) -> bool:
        return any(self.shown(name) for name in self.fields)

    @property
    def name(self):
        return str(self.title)

    def clean(self):
        if not self.cleaned_data.get("status") and not self.exists and self.says_something:
            self.add_error("status", _("Say whether there is room: without that the rest has no meaning."))
        elif self.cleaned_data.get("status"):
            self._compare_status_and_numbers()
        for name in NOTES:
            self._look_for_people(name)
        return self.cleaned_data

    def _look_for_people(self, name: str) -> None:
        """What is new in a note is about nobody; what only looks like a name is asked about."""
        note, is_no_person = self.cleaned_data.get(name) or "", self.cleaned_data.get("no_person")
        if note == (self.initial.get(name) or ""):
            return
        if kind := personal_kind_in(note, allowed={Personal.BARE_NAME} if is_no_person else ()):
            self.add_error(name, str(kind.request))
        self.asks_name = self.asks_name or kind is Personal.BARE_NAME or bool(is_no_person)

    def _compare_status_and_numbers(self) -> None:
        counts = {name: self.cleaned_data.get(name) for name in COUNTS}
        if found := contradiction(self.cleaned_data["status"], **counts, is_statutory=self.is_statutory):
            self.add_error(None, found.error)

    def _post_clean(self):
        """The rules of an availability are kept where it is said (`room.set_availability`)."""


class PlaceRoomForm(RoomForm):
    """Whether there is room at one of the places of a service; saying nothing leaves it to the whole service."""

    title = _("Availability at this place")
    question = _("Is there room at this place?")
    silence = _("as the whole service")
