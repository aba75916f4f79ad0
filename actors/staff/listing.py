"""One actor with its services, places and contacts, as the forms of one page."""

from collections.abc import Container
from itertools import chain

from django.forms.utils import ErrorDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.models import Actor, Contact
from actors.records import statuses_of
from actors.staff import reading
from actors.staff.actor_forms import ActorForm, ClosureForm, ContactForm
from actors.staff.fields import RecordForm
from actors.staff.lists import Lists
from actors.staff.merge import UnknownRecordError
from actors.staff.place_forms import NEW_PLACE, AtForm, LocationForm
from actors.staff.relation_forms import CompetenceForm, HostingForm, MembershipForm
from actors.staff.service_forms import PlaceRoomForm, RoomForm, ServiceForm
from actors.staff.state import State, kind, owner, write

ACTOR = "actor"
SEVERAL = 3  # places or competences; more are folded
FORMS = {
    **{"location": LocationForm, "service": ServiceForm, "at": AtForm, "closure": ClosureForm, "contact": ContactForm},
    **{"membership": MembershipForm, "competence": CompetenceForm, "hosting": HostingForm},
}
ROOMS = {"service": RoomForm, "at": PlaceRoomForm}  # whether there is room, by what it is said of
MAY_BELONG_TO = {  # kind of a record: kinds of records that it may belong to
    "location": {ACTOR},
    "service": {ACTOR},
    "at": {"service"},
    "closure": {ACTOR, "at"},
    "contact": {ACTOR, "service", "location"},
    "membership": {ACTOR},
    "competence": {ACTOR},
    "hosting": {"service"},
    "room": set(ROOMS),
}


class Listing:
    """The forms of an actor, by the keys of their records; without an actor those of a new one.

    With a `state` the forms of the records that were `shown` are bound to it; the others stay as they are.
    """

    def __init__(self, actor: Actor | None, lists: Lists, user, state: State | None = None, shown: Container[str] = ()):
        self.actor, self.lists, self.user, self.wanted, self.shown = actor, lists, user, state, shown
        self.may_place = lists.finder.may_place
        self.data = None if state is None else write(state)
        self.forms: dict[str, RecordForm] = {}
        self._add(ACTOR, ActorForm, actor, given={"authorities": actor.authority_ids} if actor else None)
        self.forms[ACTOR].limit_to(user)
        if actor:
            self._add_known()
        for key, record in (state or {}).items():
            if key not in self.forms:
                self._add_new(key, owner(record))
        self._connect()

    def _add_known(self) -> None:
        """The records in the database: a query for each kind."""
        own = {"actors": [self.actor.pk]}
        for location in reading.LOCATIONS.read(**own):
            self._add(f"location-{location.pk}", LocationForm, location, owner=ACTOR)
        for service in reading.SERVICES.read(**own):
            self._add(f"service-{service.pk}", ServiceForm, service, owner=ACTOR)
        own |= {"locations": self._pks("location"), "services": self._pks("service")}
        for place in reading.PLACES.read(**own):
            self._add(f"at-{place.pk}", AtForm, place, owner=f"service-{place.service_id}")
        own["places"] = self._pks("at")
        self._add_rooms()
        for closure in reading.CLOSURES.read(**own):
            above = f"at-{closure.place_id}" if closure.place_id else ACTOR
            self._add(f"closure-{closure.pk}", ClosureForm, closure, owner=above)
        for contact in reading.CONTACTS.read(**own):
            self._add(f"contact-{contact.pk}", ContactForm, contact, owner=_owner_of(contact))
        self._add_relations()

    def _add_relations(self) -> None:
        relations = reading.relations_of(self.actor, self.lists.finder)
        for link in relations.memberships:
            self._add(f"membership-{link.pk}", MembershipForm, link, owner=ACTOR)
        for link in relations.hostings:
            self._add(f"hosting-{link.pk}", HostingForm, link, owner=f"service-{link.service_id}")
        for competence in relations.competences:
            self._add(f"competence-{competence.pk}", CompetenceForm, competence, owner=ACTOR)

    def _pks(self, name: str) -> list[int]:
        return [self.forms[key].instance.pk for key in self.of_kind(name)]

    def _add_rooms(self) -> None:
        """One for every service, and one for each of its places: there it says nothing while the whole counts."""
        said = {
            f"at-{status.place_id}" if status.place_id else f"service-{status.service_id}": status
            for service in self.of_kind("service")
            for status in statuses_of(self.forms[service].instance)
        }
        for key in [*self.of_kind("service"), *self.of_kind("at")]:
            self._add(f"room-{key}", ROOMS[kind(key)], said.get(key), owner=key)

    def _add_new(self, key: str, above: str) -> None:
        if kind(key) == "competence" and not self.may_place:
            raise UnknownRecordError(key)
        if kind(key) not in MAY_BELONG_TO or kind(above) not in MAY_BELONG_TO[kind(key)]:
            raise UnknownRecordError(key)
        self._add(key, ROOMS[kind(above)] if kind(key) == "room" else FORMS[kind(key)], owner=above)
        if kind(key) in ROOMS and f"room-{key}" not in self.wanted:
            self.forms[f"room-{key}"] = ROOMS[kind(key)](f"room-{key}", self.lists, owner=key)

    def _add(self, key: str, form, instance=None, **options) -> None:
        data = self.data if self.wanted is not None and key in self.wanted and key in self.shown else None
        self.forms[key] = form(key, self.lists, instance=instance, data=data, **options)

    def _connect(self) -> None:
        """What forms have to know of each other."""
        if any(form.owner and form.owner not in self.forms for form in self.forms.values()):
            raise UnknownRecordError
        places = [(key, self.place_name(key)) for key in self.of_kind("location")]
        for key in self.of_kind("at"):
            self.forms[key].choose_from(places)
        for key in self.of_kind("room"):
            self.forms[key].of_service(self.service_of(key))

    def service_of(self, key: str) -> ServiceForm:
        """The service that a record belongs to, over its place where need be."""
        form = self.forms[key]
        return form if kind(key) == "service" else self.service_of(form.owner)

    def place_name(self, key: str) -> str:
        """A place as it stands in lists of them: its street, or what is typed of it."""
        form = self.forms[key]
        names = (*in_languages("name"), *in_languages("street"))
        typed = next((words[0] for name in names if (words := form.shown(name))), "")
        return typed or form.name or str(NEW_PLACE)

    def of_kind(self, wanted: str) -> list[str]:
        """The keys of all records of a kind."""
        return [key for key in self.forms if kind(key) == wanted]

    def under(self, wanted: str, above: str = ACTOR) -> list[RecordForm]:
        """The forms of a kind that belong to one record."""
        return [form for key, form in self.forms.items() if kind(key) == wanted and form.owner == above]

    def fold(self, keep: Container[str]) -> None:
        """Show services, and places and competences where they are many, by name only: large listings open at once.

        Not these to keep, new ones, and those with errors in them.
        """
        several = [forms for kind in ("location", "competence") if len(forms := self.under(kind)) > SEVERAL]
        for form in (*self.under("service"), *chain.from_iterable(several)):
            within = (one for one in self.forms.values() if one.owner == form.key)
            form.folded = form.exists and form.key not in keep and not any(one.errors for one in (form, *within))

    def state(self) -> State:
        """The listing as it is in the database."""
        return {key: form.state() for key, form in self.forms.items()}

    def is_valid(self) -> bool:
        """Whether everything that stays may be saved. Every form is looked at, so that every error is shown."""
        looked_at = [form.is_valid() for form in self.forms.values() if form.is_bound and not self.goes(form)]
        return all(looked_at) and not self._left_without_place()

    def _left_without_place(self) -> bool:
        """Whether a place is to be removed where a service stays; each such service says so."""
        left = False
        for key in self.of_kind("at"):
            form, place = self.forms[key], self.forms.get(self.forms[key]["location"].value())
            if place and self.goes(place) and not self.goes(form):
                form.add_error("location", _("This place is to be removed: choose another, or remove it here too."))
                left = True
        return left

    def hush(self) -> None:
        """Show no errors: nobody asked to save yet."""
        for form in self.forms.values():
            form._errors = ErrorDict()

    def is_blank(self, key: str) -> bool:
        """Whether a new record was left as it was offered; a place of a service, when either end was."""
        form = self.forms[key]
        if form.exists or key == ACTOR:
            return False
        if form.owner in self.forms and self.is_blank(form.owner):
            return True
        if kind(key) == "room":
            return False
        if kind(key) == "at":
            place = form["location"].value()
            return place in self.forms and self.is_blank(place)
        return not set(form.changed_data) - form.says_nothing

    def without_blanks(self) -> State:
        """The wanted state without new records that nobody filled in."""
        return {key: record for key, record in self.wanted.items() if not self.is_blank(key)}

    def goes(self, form: RecordForm) -> bool:
        """Whether a record is to be removed, itself or with what it belongs to."""
        return form.removes or (form.owner in self.forms and self.goes(self.forms[form.owner]))

    @property
    def errors(self) -> list[tuple[RecordForm, str, str]]:
        """Every error: its form, the id of its field, its words."""
        return [
            (form, form[name].id_for_label or form[name].auto_id if name in form.fields else form.key, message)
            for form, name in self.wrong
            for message in form.errors[name]
        ]

    @property
    def wrong(self) -> list[tuple[RecordForm, str]]:
        """Every form with the name of a field in which something is wrong."""
        looked_at = (form for form in self.forms.values() if form.is_bound and not self.goes(form))
        return [(form, name) for form in looked_at for name in form.errors]


def in_languages(name: str) -> tuple[str, str]:
    """The fields of a text, that in the language of the page first."""
    own = get_language()
    return f"{name}_{own}", f"{name}_{'fr' if own == 'nl' else 'nl'}"


def _owner_of(contact: Contact) -> str:
    if contact.service_id:
        return f"service-{contact.service_id}"
    return f"location-{contact.location_id}" if contact.location_id else ACTOR
