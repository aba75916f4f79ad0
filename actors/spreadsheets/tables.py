"""What stands in a row, by kind of record. The forms of the editor say which fields there are, and judge them."""

from collections.abc import Iterable
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.utils import timezone
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.models import Actor, Contact, Location, Service, ServiceAtLocation
from actors.plain_hours import plain_hours
from actors.staff import reading
from actors.staff.actor_forms import ActorForm, ContactForm
from actors.staff.fields import RecordForm
from actors.staff.lists import Lists
from actors.staff.place_forms import LocationForm
from actors.staff.saving import save_record
from actors.staff.service_forms import ServiceForm
from actors.staff.state import REMOVE, State, write
from actors.understood import understood

Messages = dict[str, list]  # by column: what is wrong with it


class HoursForm(RecordForm):
    """When a service is open at one place, in one line."""

    opening_hours = forms.CharField(required=False, max_length=500, label=_("opening hours"))

    class Meta:
        model = ServiceAtLocation
        fields = ["hours_remark_nl", "hours_remark_fr"]

    def __init__(self, *args, instance=None, **kwargs):
        given = {"opening_hours": plain_hours(instance.opening_hours)} if instance else None
        super().__init__(*args, instance=instance, given=given, **kwargs)

    def clean_opening_hours(self):
        """What stands there in the syntax; who says it anew confirms it."""
        if "opening_hours" not in self.changed_data:
            return self.instance.opening_hours
        self.instance.opening_hours = understood(self.cleaned_data["opening_hours"])
        self.instance.hours_confirmed_on = timezone.localdate()
        return self.instance.opening_hours


class Table:
    """One kind of record, as rows. `links` are columns that stand in tables of their own."""

    code, title, one = "", "", ""
    form: type[RecordForm]
    model: type[Model]
    first: tuple[str, ...] = ()  # columns that people look for first
    left_out: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    holds = ""  # what is in its columns, for whoever looks for something
    offers: QuerySet[Service] | None = None  # the services that stand in rows, where not all do
    above: tuple = ()  # headers of the columns that only say whose a record is
    is_new = False

    def __init__(self, user, lists: Lists):
        self.user, self.lists = user, lists

    @cached_property
    def names(self) -> list[str]:
        """The columns that somebody may change, in their order."""
        out = {REMOVE, *self.left_out, *self.not_allowed}
        known = [name for name in self.form.base_fields if name not in out]
        return [*self.first, *(name for name in known if name not in self.first)]

    @property
    def not_allowed(self) -> set[str]:
        """Columns of this table that are not this user's to change."""
        return set()

    @cached_property
    def blank(self) -> RecordForm:
        """The form of a record that is not there yet: its fields have their choices."""
        return self.form(f"{self.code}-0", self.lists)

    def field(self, name: str) -> tuple[RecordForm, str]:
        """The form of a column, and its name there."""
        return self.blank, name

    # --- records ------------------------------------------------------------------------------------------------

    def read(self, actors: list[int]) -> Iterable[Model]:
        """The records of these actors (primary keys) with all that their forms need."""
        return self.mine(Q(actor__in=actors)).order_by("actor_id", "pk")

    def mine(self, condition: Q) -> QuerySet:
        """Records of this kind."""
        return self.model.objects.filter(condition)

    def owners(self, pks: Iterable[int]) -> dict[int, int]:
        """The actor of each of these records that this user may edit."""
        mine = permissions.editable_actors(self.user).values("pk")
        owned: dict[int, int] = {}
        for path in self.paths:
            condition = {"pk__in": pks, f"{path}__in": mine}
            found = self.model.objects.filter(**condition).order_by().annotate(owner_key=F(path))
            owned |= dict(found.values_list("pk", "owner_key"))
        return owned

    @classproperty
    def paths(self) -> tuple[str, ...]:
        """How a record leads to its actor; of several paths a record has one."""
        return ("actor",)

    def says_whose(self, record: Model) -> list[str]:
        """The cells under `above`."""
        return [str(record.actor)]

    def label(self, record: Model) -> str:
        """What people call a record."""
        return " › ".join(filter(None, [*self.says_whose(record), str(record)]))

    # --- forms --------------------------------------------------------------------------------------------------

    def bare_form(self, record: Model, data=None) -> RecordForm:
        """The form of a record, with data or without."""
        return self.form(f"{self.code}-{record.pk}", self.lists, instance=record, data=data)

    def state(self, record: Model) -> dict[str, list[str]]:
        """What its form would post, were nothing changed."""
        return self.bare_form(record).state()

    def changed_form(self, record: Model, changes: dict[str, list[str]]) -> RecordForm:
        """The form of a record, as somebody would send it with these changes."""
        key = f"{self.code}-{record.pk}"
        state: State = {key: {**self.state(record), **changes}}
        return self.bare_form(record, write(state))

    def judge(self, record: Model, changes: dict[str, list[str]]) -> Messages:
        """What is wrong with a record after these changes, by column."""
        form = self.changed_form(record, changes)
        return {} if form.is_valid() else messages_of(form)

    def store(self, record: Model, changes: dict[str, list[str]]) -> Messages:
        """Save these changes; what is wrong with them, by column: then nothing is to be kept."""
        form = self.changed_form(record, changes)
        if form.is_valid():
            try:
                save_record(form, links=bool(self.links & set(changes)))
            except ValidationError as error:
                form.refuse(error)
        return messages_of(form)


def messages_of(form: RecordForm) -> Messages:
    """The errors of a form by column; of the record as a whole under an empty one."""
    return {name if name in form.fields else "": errors.as_data() for name, errors in form.errors.items()}


class Actors(Table):
    """Organisations."""

    code, title, one = "actors", _("Organisations"), _("organisation")
    holds = _("names, kind, description, status")
    form, model = ActorForm, Actor
    first = ("name_nl", "name_fr", "kind", "status")
    left_out = frozenset({"parent", "parent_find"})
    links = frozenset({"authorities"})
    paths = ("pk",)

    @property
    def not_allowed(self):
        return set() if permissions.is_regional(self.user) else {"steward"}

    def read(self, actors):
        found = Actor.objects.filter(pk__in=actors).select_related("parent")
        return reading.with_links(found, self.user).order_by("pk")

    def says_whose(self, record):
        return []

    def bare_form(self, record, data=None):
        given = {"authorities": record.authority_ids}
        form = self.form(f"{self.code}-{record.pk}", self.lists, instance=record, data=data, given=given)
        for name in self.left_out:  # another actor, which has no column
            del form.fields[name]
        return form


class Services(Table):
    """What organisations offer."""

    code, title, one = "services", _("Services"), _("service")
    holds = _("names, themes, for whom, conditions")
    form, model = ServiceForm, Service
    above = (_("Organisation"),)
    first = ("name_nl", "name_fr", "status", "themes", "targets", "languages")
    links = frozenset({"themes", "targets", "languages", "areas"})

    def read(self, actors):
        names = Actor.objects.in_bulk(actors)
        chosen = None if self.offers is None else set(self.offers.filter(actor__in=actors).values_list("pk", flat=True))
        for service in reading.SERVICES.read(actors=actors):
            if chosen is not None and service.pk not in chosen:
                continue
            service.actor = names[service.actor_id]
            yield service


class Places(Table):
    """Addresses, mobile stops, and what is done at a distance."""

    code, title, one = "places", _("Places"), _("place")
    holds = _("addresses, who may see them")
    form, model = LocationForm, Location
    above = (_("Organisation"),)
    first = ("kind", "name_nl", "name_fr", "street_nl", "street_fr", "postal_code")

    def mine(self, condition):
        return super().mine(condition).select_related("actor")


class Hours(Table):
    """Opening hours, of a service at a place."""

    code, title, one = "hours", _("Opening hours"), _("opening hours")
    holds = _("of each service at each place")
    form, model = HoursForm, ServiceAtLocation
    above = (_("Organisation"), _("Service"), _("Place"))
    first = ("opening_hours",)
    paths = ("service__actor",)

    def read(self, actors):
        found = self.model.objects.filter(service__actor__in=actors).select_related("service__actor", "location")
        if self.offers is not None:
            found = found.filter(service__in=self.offers.values("pk"))
        return found.order_by("service__actor_id", "pk")

    def says_whose(self, record):
        return [str(record.service.actor), str(record.service), str(record.location)]

    def label(self, record):
        return " › ".join(self.says_whose(record))


class Contacts(Table):
    """Telephone numbers, mail addresses and web pages."""

    code, title, one = "contacts", _("Contact channels"), _("contact channel")
    holds = _("telephone numbers, e-mail addresses, websites")
    form, model = ContactForm, Contact
    above = (_("Organisation"), _("Of"))
    paths = ("actor", "service__actor", "location__actor")

    def read(self, actors):
        owned = Q(actor__in=actors) | Q(service__actor__in=actors) | Q(location__actor__in=actors)
        return self.mine(owned).select_related("actor", "service__actor", "location__actor").order_by("pk")

    def says_whose(self, record):
        owner = record.service or record.location
        return [str(owner.actor if owner else record.actor), str(owner or "")]


TABLES: dict[str, type[Table]] = {table.code: table for table in (Actors, Services, Places, Hours, Contacts)}
