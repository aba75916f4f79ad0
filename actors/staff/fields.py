"""Form fields of the editor, and the form that all its records share."""

from copy import deepcopy

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _

from actors.staff.drawing import DrawnWidgets
from actors.staff.lists import Lists
from actors.staff.state import OWNER, REMOVE, Record, as_posted

YES, NO = "yes", "no"


class ThreeState(forms.TypedChoiceField):
    """Yes, no or not known, as on paper."""

    def __init__(self, *, unknown="", **kwargs):
        choices = [(YES, _("yes")), (NO, _("no")), ("", unknown or _("not known"))]
        kwargs = {"required": False, "empty_value": None, **kwargs}
        super().__init__(choices=choices, coerce={YES: True, NO: False}.get, **kwargs)

    def prepare_value(self, value):
        return {True: YES, False: NO, None: ""}.get(value, value)

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or "")


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**{"required": False, "widget": widget, **kwargs})


class ManyField(forms.TypedMultipleChoiceField):
    """Several values of a list."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "coerce": int, "widget": forms.CheckboxSelectMultiple, **kwargs})


LONGEST_TEXT = 5_000  # characters; the longest that somebody wrote has 520

# Which field a rule of the model is about, so that its message stands there.
FIELD_OF_RULE = {
    "actors_practitioner_published_with_consent": "consent_on",
    "actors_informal_public_with_consent": "consent_on",
    "actors_contact_of_a_person_public_with_consent": "consent_on",
    "actors_actor_has_a_name": "name_nl",
    "actors_service_has_a_name": "name_nl",
    "actors_service_ages_in_order": "age_min",
    "actors_service_free_has_no_price": "free",
    "actors_location_point_is_whole": "lat",
    "actors_location_in_the_street_has_neighbourhood_and_point": "neighbourhood",
    "actors_location_at_a_distance_has_no_address": "street_nl",
    "actors_availability_free_places_within_total": "places_free",
    "actors_contact_phone_is_as_dialled": "value",
}


class SharedFields(dict):
    """Fields that the forms of a page share: a hundred forms with copies of their own took most of its time.

    So a form that wants a field of its own puts a copy in the place of the shared one (`RecordForm.own`).
    """

    def __deepcopy__(self, memo):
        return dict(self)


class RecordForm(forms.ModelForm):
    """The form of one record; `key` names it on the page, `owner` the record that it belongs to.

    `given` is what is chosen of a list over a through table. Fields that the user may not set are left out.
    """

    default_renderer = DrawnWidgets
    use_required_attribute = False  # a record that is left blank is no mistake
    template = ""
    removable = True
    title = ""
    says_nothing: frozenset[str] = frozenset()  # fields that alone do not make a new record one
    folded = False  # not on the page yet, but for its name

    def __init__(self, key: str, lists: Lists, *, instance=None, owner: str = "", data=None, given=None):
        self.key, self.lists, self.owner = key, lists, owner
        self.base_fields = lists.fields_of(type(self))
        super().__init__(data, prefix=key, instance=instance, initial=given)

    @classmethod
    def fields_of_page(cls, lists: Lists) -> "SharedFields":
        """The fields of all forms of this class on one page."""
        fields = SharedFields(deepcopy(cls.base_fields))
        if cls.removable:
            fields[REMOVE] = forms.BooleanField(required=False, label=_("Remove"))
        for name, form_field in fields.items():
            if name.endswith(("_nl", "_fr")):
                form_field.widget.attrs["lang"] = name[-2:]
        cls.prepare(fields, lists)
        return fields

    @classmethod
    def prepare(cls, fields: dict[str, forms.Field], lists: Lists) -> None:
        """Fill in choices."""

    def own(self, name: str) -> forms.Field:
        """A field that this form may change."""
        self.fields[name] = deepcopy(self.fields[name])
        return self.fields[name]

    @property
    def exists(self) -> bool:
        return self.instance.pk is not None

    @property
    def removes(self) -> bool:
        return self.is_bound and bool(self.data.get(self.add_prefix(REMOVE)))

    def state(self) -> Record:
        """What the form would post, were nothing changed."""
        record = {name: as_posted(self._initial(name)) for name in self.fields}
        return {name: values for name, values in {**record, OWNER: as_posted(self.owner)}.items() if values}

    def _initial(self, name: str):
        field = self.fields[name]
        return field.prepare_value(self.get_initial_for_field(field, name))

    @property
    def changed_data(self) -> list[str]:
        """The fields that say something else than the record does."""
        return [name for name in self.fields if self.shown(name) != as_posted(self._initial(name))]

    def shown(self, name: str) -> list[str]:
        """The values of a field as they stand in the form."""
        return as_posted(self[name].value())

    def _post_clean(self):
        """The rules of the model, each with its message at the field that it is about; of a field that is wrong
        already they would only say it once more, of what the record was before.
        """
        wrong = {name: errors for name, errors in self._errors.items() if name != NON_FIELD_ERRORS}
        for name in wrong:
            self._errors[name] = self._errors[name].copy()
        super()._post_clean()
        self._errors.update(wrong)
        self._add_of_record(self._errors.pop(NON_FIELD_ERRORS, ErrorList()).as_data())

    def refuse(self, error: ValidationError) -> None:
        """Take over what the model said when it was saved."""
        found = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
        self._add_of_record([one for name, errors in found.items() if name not in self.fields for one in errors])
        for name in found.keys() & self.fields.keys():
            self.add_error(name, found[name])

    def _add_of_record(self, errors: list[ValidationError]) -> None:
        """What is wrong with the record as a whole, said at the field that the rule is about."""
        fields = {
            str(rule.get_violation_error_message()): FIELD_OF_RULE.get(rule.name)
            for _model, rules in self.instance.get_constraints()
            for rule in rules
        }
        for error in errors:
            self.add_error(fields.get(error.messages[0]), error)

    def save_links(self, instance) -> None:
        """Save what hangs on through tables, after the record itself."""

    @property
    def name(self) -> str:
        """What people call this record."""
        return str(self.instance) if self.exists else str(self.title)


class LongText(forms.CharField):
    """A text of several sentences. One that is too long is said to be, and not cut while it is pasted."""

    def __init__(self, *, max_length=None, **kwargs):
        super().__init__(max_length=max_length or LONGEST_TEXT, **kwargs)

    def widget_attrs(self, widget):
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


def sync(manager, name: str, wanted: set[int]) -> None:
    """Make the links of a record (its rows in a through table) those to the wanted records."""
    linked = set(manager.exclude(**{name: None}).values_list(name, flat=True))
    manager.filter(**{f"{name}__in": linked - wanted}).delete()
    for pk in sorted(wanted - linked):
        manager.create(**{name: pk})


def flat(choices):
    """Choices without the groups that they stand in."""
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            yield from label
        else:
            yield value, label
