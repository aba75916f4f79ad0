"""What changed, in words: record, field, before and after."""

from dataclasses import dataclass

from django.forms import ChoiceField
from django.utils.translation import gettext as _

from actors.staff.fields import flat
from actors.staff.finder import TYPED
from actors.staff.listing import ACTOR, Listing, in_languages
from actors.staff.merge import Place
from actors.staff.state import REMOVE, State, is_new
from actors.staff.typed_week import LINE, NIGHTS, READ

NO_CHANGE = {LINE, READ, NIGHTS}  # what was typed for other fields, or seen


@dataclass(frozen=True)
class Change:
    """One field of one record that says something else than before; `language` is that of its text."""

    key: str
    field: str
    record: str
    label: str
    before: str
    after: str
    language: str = ""

    @property
    def name(self) -> str:
        """The name of a choice about it in a form."""
        return f"choice-{self.key}-{self.field}"


def changes(old: Listing, old_state: State, new: Listing, new_state: State) -> list[Change]:
    """Every difference between two versions of a listing; each version has the forms that know its words."""
    found = []
    for key in dict.fromkeys([*old_state, *new_state]):
        before, after = old_state.get(key, {}), new_state.get(key, {})
        forms = new.forms.get(key) or old.forms.get(key)
        if forms is None:
            continue
        if not after and before:
            found.append(_change(old, new, (key, REMOVE), before, {REMOVE: ["on"]}))
            continue
        for name in forms.fields:
            if before.get(name, []) != after.get(name, []) and not (name in NO_CHANGE or name.endswith(TYPED)):
                found.append(_change(old, new, (key, name), before, after))
    return found


def change_at(old: Listing, new: Listing, place: Place, before: State, after: State) -> Change:
    """The difference at one field."""
    key, _name = place
    return _change(old, new, place, before.get(key, {}), after.get(key, {}))


def _change(old: Listing, new: Listing, place: Place, before: dict, after: dict) -> Change:
    key, name = place
    forms = [listing.forms[key] for listing in (new, old) if key in listing.forms]
    field = next((form.fields[name] for form in forms if name in form.fields), None)
    label, language = label_of(forms[0], name)
    return Change(
        key, name, record_name(new if key in new.forms else old, key), label,
        _words(field, before.get(name, [])), _words(field, after.get(name, [])), language,
    )  # fmt: skip


def record_name(listing: Listing, key: str) -> str:
    """What people call a record: its own name, after that of what it belongs to."""
    form = listing.forms[key]
    typed = (form.shown(name) for name in (*in_languages("name"), "value") if name in form.fields)
    own = listing.place_name(key) if key.startswith("location") else next((one[0] for one in typed if one), form.name)
    if form.owner in {"", ACTOR} or form.owner not in listing.forms:
        return f"{own} ({_('new')})" if is_new(key) else own
    above = record_name(listing, form.owner)
    if key.startswith("at") and form["location"].value() in listing.forms:
        own = listing.place_name(form["location"].value())
    return f"{above} › {own}"


def label_of(form, name: str) -> tuple[str, str]:
    """What a field is called, and the language of its text where it has one."""
    stem, _dash, language = name.rpartition("_")
    if stem and language in {"nl", "fr"}:  # `fr` alone is Friday
        verbose = form._meta.model._meta.get_field(stem).verbose_name
        return f"{str(verbose).capitalize()} ({language.upper()})", language
    label = form.fields[name].label if name in form.fields else name
    return str(label)[:1].upper() + str(label)[1:], ""


def _words(field, values: list[str]) -> str:
    if field is None or not isinstance(field, ChoiceField):
        yes = values == ["on"]
        return _("yes") if yes else "\n".join(values)
    words = {str(value): str(label) for value, label in flat(field.choices)}
    return ", ".join(words.get(value, value) for value in values or ([""] if "" in words else []))
