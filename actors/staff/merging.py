"""Two actors that are one: the one is merged into the other, with all that points at it, as one change."""

from dataclasses import dataclass

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ForeignKey, Model, Q, UniqueConstraint
from django.utils.translation import gettext as _

from actors.enums import Status
from actors.history.changes import RecordChange
from actors.history.undo import check
from actors.history.words import Words
from actors.models import Actor, CampaignRequest, Closure, Contact, FrontDesk, Membership, NotTheSame

FIELDS = (
    *("name_nl", "name_fr", "name_language", "acronym_nl", "acronym_fr", "description_nl", "description_fr"),
    *("kind", "language_group", "level", "parent_id", "steward_id", "consent_on", "ends_on", "review_months"),
)
ANSWERED = (
    "answer",
    "closed_from",
    "closed_until",
    "number",
    "words",
    "language",
    "answered_at",
    "answered_how",
    "answered_by",
)
EQUAL_BY = {Contact: ("kind", "value"), Closure: ("days",)}  # what is one and the same, though no constraint says so


@dataclass(frozen=True)
class Choice:
    """A field in which two actors differ: what each says. `proposes`: which of the two is proposed."""

    name: str
    label: str
    absorbed: str
    heir: str
    proposes: str
    language: str = ""


def choices(absorbed: Actor, heir: Actor) -> list[Choice]:
    """The fields of which somebody has to choose. What only one of them says is proposed."""
    before, after = ({name: getattr(actor, name) for name in FIELDS} for actor in (absorbed, heir))
    both = RecordChange(Actor, heir.pk, before, after)
    names = [name for name in FIELDS if (before[name] or None) != (after[name] or None)]
    if absorbed.parent_id == heir.pk or heir.parent_id == absorbed.pk:
        names = [name for name in names if name != "parent_id"]
    words = Words([both])
    found = []
    for name in names:
        said = words.difference(both, name, before[name], after[name])
        proposes = "absorbed" if said.before and not said.after else "heir"
        found.append(Choice(f"take-{name}", said.label, said.before, said.after, proposes, said.language))
    return found


@transaction.atomic
def merge_actors(*, absorbed: Actor, heir: Actor, taken: set[str]) -> Actor:
    """Merge one actor into another, which takes these fields of it and everything that points at it.

    What both have (a theme, a membership, a telephone number) stays once. The address of the merged one leads to its
    heir from now on. All of it is one change, and can be undone as one.

    Raises:
        ValidationError: one of them is merged already, or a rule forbids what would come of it.
    """
    absorbed, heir = _locked(absorbed, heir)
    with pghistory.context(act="merge"):
        for relation in Actor._meta.related_objects:
            if isinstance(relation.field, ForeignKey) and hasattr(relation.related_model, "pgh_event_model"):
                _move(relation.field, absorbed, heir)
        _take(absorbed, heir, taken)
        absorbed.status, absorbed.merged_into = Status.MERGED, heir
        check(absorbed, {"status", "merged_into"})
        absorbed.save(update_fields=["status", "merged_into"])
    return heir


def _locked(*actors: Actor) -> list[Actor]:
    """Both as they are now; who else saves them waits."""
    pks = [actor.pk for actor in actors]
    found = {actor.pk: actor for actor in Actor.objects.select_for_update().filter(pk__in=pks).order_by("pk")}
    if len(found) != len(pks) or any(actor.status == Status.MERGED for actor in found.values()):
        raise ValidationError(_("One of these is merged already."))
    return [found[pk] for pk in pks]


def _move(field: ForeignKey, absorbed: Actor, heir: Actor) -> None:
    """Let these rows point at the heir; those that it has already are removed."""
    for row in field.model._base_manager.filter(**{field.name: absorbed}).exclude(_is_heir(field, heir)).order_by("pk"):
        setattr(row, field.name, heir)
        if _is_there(row, field.name):
            _keep_hours(row, field.name)
            _keep_answer(row, heir)
            _keep_mail(row, heir)
            row.delete()
        else:
            check(row, {field.name})
            row.save(update_fields=[field.name])


def _is_heir(field: ForeignKey, heir: Actor) -> Q:
    """The heir itself, where it was a part of the merged one."""
    return Q(pk=heir.pk) if field.model is Actor else Q(pk__in=[])


def _is_there(row: Model, name: str) -> bool:
    """Whether the heir has an equal row; or would be its own member."""
    if isinstance(row, Membership) and row.network_id == row.member_id:
        return True
    rules = [
        rule.fields for rule in row._meta.constraints if isinstance(rule, UniqueConstraint) and name in rule.fields
    ]
    if row._meta.get_field(name).unique:
        rules.append((name,))
    if type(row) in EQUAL_BY:
        rules.append((name, *EQUAL_BY[type(row)]))
    others = type(row)._base_manager.exclude(pk=row.pk)
    return any(others.filter(**{one: getattr(row, one) for one in rule}).exists() for rule in rules)


def _keep_hours(row: Model, name: str) -> None:
    """Of a channel that both have, the hours that only the one that goes knows."""
    if isinstance(row, Contact) and row.opening_hours:
        same = {one: getattr(row, one) for one in (name, *EQUAL_BY[Contact])}
        for kept in Contact.objects.exclude(pk=row.pk).filter(**same, opening_hours=""):
            kept.opening_hours = row.opening_hours
            kept.save(update_fields=["opening_hours"])


def _keep_answer(row: Model, heir: Actor) -> None:
    """Of a question that both were asked, the answer that only the one that goes gave."""
    if isinstance(row, CampaignRequest) and row.answer:
        unanswered = CampaignRequest.objects.filter(campaign=row.campaign_id, actor=heir, answer="")
        unanswered.update(**{name: getattr(row, name) for name in ANSWERED})


def _keep_mail(row: Model, heir: Actor) -> None:
    """The address of the front desk that only the one that goes has."""
    if isinstance(row, FrontDesk) and row.email:
        FrontDesk.objects.filter(actor=heir, email="").update(email=row.email, language=row.language)


def _take(absorbed: Actor, heir: Actor, taken: set[str]) -> None:
    values = {name: getattr(absorbed, name) for name in FIELDS if name in taken}
    if heir.parent_id == absorbed.pk:
        values["parent_id"] = absorbed.parent_id if absorbed.parent_id != heir.pk else None
    for name, value in values.items():
        setattr(heir, name, value)
    if values:
        check(heir, {name.removesuffix("_id") for name in values})
        heir.save(update_fields=list(values))


def keep_apart(*, user, one: Actor, other: Actor) -> NotTheSame:
    """Remember that two actors are two, so that they are not proposed again."""
    first, second = sorted([one, other], key=lambda actor: actor.pk)
    return NotTheSame.objects.get_or_create(first=first, second=second, defaults={"said_by": user})[0]
