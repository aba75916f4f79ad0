"""Everything that the staff's pages write: one function per act, each in one transaction."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.db.models import BaseConstraint
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from actors import confirmation
from actors.availability.update import ROOM_FIELDS, set_availability, take_availability_away
from actors.models import Actor, Draft, FormerSlug, SavedForm, ServiceAtLocation
from actors.staff.listing import ACTOR, Listing
from actors.staff.merge import Merge, Place, merge
from actors.staff.reading import with_links
from actors.staff.state import State, kind
from actors.staff.ticket import Ticket

FORMS_KEPT = timedelta(days=30)  # long enough for any "back" button and any retry


@dataclass
class Outcome:
    """What came of a form: saved, or the listing with its errors or conflicts. `before` is the listing as it was."""

    listing: Listing
    before: State
    merged: Merge = field(default_factory=Merge)
    saved: Actor | None = None


class RefusedError(Exception):
    """The model refused a record; the form has the message. Ends the transaction."""


def save_listing(
    *, user, actor: Actor | None, ticket: Ticket, mine: State, chosen: dict[Place, str], confirmed: str = "", lists
) -> Outcome:
    """Save an actor with its services, places and contacts, or say why not: then nothing is written.

    What others changed since the form was opened stays; what both changed is a conflict, until it is in `chosen`.
    A form that was saved before changes nothing. `confirmed`: somebody checked the whole listing
    or a part of it (`confirmation.PARTS`).
    """
    try:
        with transaction.atomic():
            _wait_for_twin(ticket)
            if again := _saved_before(ticket, user):
                return Outcome(Listing(None, lists, user), {}, saved=again)
            outcome = prepare(
                user=user,
                actor=_locked(actor, user),
                ticket=ticket,
                mine=mine,
                chosen=chosen,
                lists=lists,
                for_saving=True,
            )
            if not outcome.merged.conflicts and outcome.listing.is_valid():
                outcome.saved = _write(outcome.listing, outcome.before)[ACTOR]
                if confirmed in confirmation.PARTS:
                    confirmation.confirm(outcome.saved, confirmed)
                _finish(outcome.saved, actor, ticket, user)
    except RefusedError:
        outcome.saved = None
    except (IntegrityError, DataError) as error:  # a rule that only the database keeps, or others were quicker
        outcome.saved = None
        outcome.listing.forms[ACTOR].add_error(None, message_of(error))
    return outcome


def message_of(error: DatabaseError) -> str:
    """What a rule of the database says to people."""
    name = error.__cause__.diag.constraint_name
    rules = (rule for model in apps.get_app_config("actors").get_models() for rule in model._meta.constraints)
    own = BaseConstraint.default_violation_error_message
    messages = (rule.violation_error_message for rule in rules if rule.name == name)
    return next(
        (message for message in messages if message != own),
        _("This could not be saved as it stands: a rule forbids it. Nothing of what you typed is lost."),
    )


def try_out(*, user, actor: Actor | None, ticket: Ticket, mine: State, chosen: dict[Place, str], lists) -> dict:
    """Write a listing as `save_listing` would, for a transaction that takes it back. The records by their keys."""
    outcome = prepare(
        user=user, actor=_locked(actor, user), ticket=ticket, mine=mine, chosen=chosen, lists=lists, for_saving=True
    )
    try:
        with transaction.atomic():
            return _write(outcome.listing, outcome.before) if outcome.listing.is_valid() else {}
    except (RefusedError, IntegrityError, DataError):
        return {}


def write_listing(outcome: Outcome) -> bool:
    """Write a listing that was prepared and is valid; False where the models refuse it, which its forms then say.

    For a transaction that is taken back where anything is refused.
    """
    try:
        _write(outcome.listing, outcome.before)
    except RefusedError:
        return False
    return True


def prepare(*, user, actor: Actor | None, ticket: Ticket, mine: State, chosen, lists, for_saving=False) -> Outcome:
    """The listing as it would be saved: with the changes of others, and without new records that were left blank."""
    before = Listing(actor, lists, user).state() if actor else {ACTOR: {}}
    result = merge(ticket.base, before, mine, unsettled=set(ticket.unsettled), chosen=chosen)
    listing = Listing(actor, lists, user, result.state, shown=mine)
    if for_saving:
        result.state = listing.without_blanks()
        listing = Listing(actor, lists, user, result.state, shown=mine)
    return Outcome(listing, before, result)


def _locked(actor: Actor | None, user) -> Actor | None:
    """The actor as it is now; who else saves it waits."""
    if actor is None:
        return None
    Actor.objects.select_for_update().get(pk=actor.pk)
    return with_links(Actor.objects.select_related("steward", "parent"), user).get(pk=actor.pk)


def _wait_for_twin(ticket: Ticket) -> None:
    """Of two equal forms at once, the second waits here until the first is saved."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [ticket.token])


def _saved_before(ticket: Ticket, user) -> Actor | None:
    saved = SavedForm.objects.filter(token=ticket.token, user=user).select_related("actor").first()
    return saved and saved.actor


def _finish(saved: Actor, actor: Actor | None, ticket: Ticket, user) -> None:
    """Note that this form is done; what was kept of it is not needed any more."""
    SavedForm.objects.create(token=UUID(ticket.token), user=user, actor=saved)
    SavedForm.objects.filter(saved_at__lt=timezone.now() - FORMS_KEPT).delete()
    Draft.objects.filter(user=user, actor=actor).delete()


def _write(listing: Listing, before: State) -> dict:
    """Write what changed: what others belong to first, removed places last, when nothing stands there any more."""
    forms = sorted(listing.forms.items(), key=lambda item: ORDER.index(kind(item[0])))
    stored = {key: form.instance for key, form in forms if not listing.goes(form)}
    removed = [form for _key, form in forms if form.removes and form.exists]
    _remove([form for form in removed if kind(form.key) != "location"])
    for key, form in forms:
        if key in stored and form.is_bound and listing.wanted[key] != before.get(key):
            STORE[kind(key)](listing, form, stored)
    _remove([form for form in removed if kind(form.key) == "location"])
    return stored


def _remove(forms) -> None:
    for form in forms:
        if kind(form.key) == "location" and form.instance.service_places.exists():
            form.add_error(None, _("Services of another actor are given at this place: it cannot be removed."))
            raise RefusedError
        form.instance.delete()


def _save(form) -> None:
    """Save one record with its links, or say in its form why not."""
    try:
        save_record(form)
    except ValidationError as error:
        form.refuse(error)
        raise RefusedError from error


def save_record(form, *, links: bool = True) -> None:
    """Save the record of a form that is valid, with its `links`, through the model's own rules.

    Raises:
        ValidationError: a rule of the model forbids it.
    """
    if "slug" in {one.name for one in form.instance._meta.fields} and not form.exists:
        form.instance.slug = free_slug(type(form.instance), form.instance)
    form.instance.full_clean()
    form.instance.save()
    if links:
        form.save_links(form.instance)


def _store_owned(listing, form, stored) -> None:
    setattr(form.instance, kind(form.owner) if form.owner != ACTOR else ACTOR, stored[form.owner])
    _save(form)


def _store_membership(listing, form, stored) -> None:
    form.instance.member = stored[ACTOR]
    _save(form)


def _store_place(listing, form, stored) -> None:
    form.instance.service = stored[form.owner]
    chosen = form.cleaned_data["location"]
    if chosen in stored:
        form.instance.location = stored[chosen]
    _save(form)


def _store_closure(listing, form, stored) -> None:
    setattr(form.instance, ACTOR if form.owner == ACTOR else "place", stored[form.owner])
    _save(form)


def _store_room(listing, form, stored) -> None:
    values = {name: form.cleaned_data[name] for name in ROOM_FIELDS}
    above = stored[form.owner]
    place = above if isinstance(above, ServiceAtLocation) else None
    of = {"service": place.service if place else above, "place": place}
    if not values["status"]:
        take_availability_away(**of)
    elif form.changed_data:
        try:
            set_availability(user=listing.user, **of, **values)
        except ValidationError as error:
            form.refuse(error)
            raise RefusedError from error


STORE = {  # in the order in which records need each other
    ACTOR: lambda listing, form, stored: _save(form),
    "membership": _store_membership,
    "competence": _store_owned,
    "location": _store_owned,
    "service": _store_owned,
    "hosting": _store_owned,
    "at": _store_place,
    "closure": _store_closure,
    "contact": _store_owned,
    "room": _store_room,
}
ORDER = list(STORE)


def free_slug(model, record) -> str:
    """A slug from the name that no record of this model has or ever had.

    Who else makes one meanwhile waits for the end of this transaction: two listings with one name get two slugs.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('new slug', 0))")
    longest = model._meta.get_field("slug").max_length - 5  # room for a number
    stem = slugify(record.name_fr or record.name_nl or model._meta.model_name)[:longest].strip("-") or "x"
    former = FormerSlug.objects.filter(slug__startswith=stem).values_list("slug", flat=True)
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True)) | set(former)
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


@transaction.atomic
def keep_draft(*, user, actor: Actor | None, token: str, data: list[list[str]]) -> Draft | None:
    """Keep a form as it stands. One that was saved meanwhile is none any more: a late draft must not come back."""
    if SavedForm.objects.filter(token=token).exists():
        return None
    return Draft.objects.update_or_create(user=user, actor=actor, defaults={"data": data})[0]


def drop_draft(*, user, actor: Actor | None) -> None:
    """Throw an unsaved form away."""
    Draft.objects.filter(user=user, actor=actor).delete()
