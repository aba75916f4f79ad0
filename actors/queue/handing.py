"""Handing an item of the work queue to a colleague of the same team, and taking that back."""

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from actors import permissions
from actors.models import QueueHandover
from actors.queue.items import Handed, Item
from actors.queue.kinds import KINDS
from actors.queue.work import Work
from repertorium.accounts.models import User

SALT = "queue.handing"
LONGEST_KEY = 15  # figures of a primary key


def colleagues(item: Item, user) -> QuerySet[User]:
    """To whom somebody may hand an item: the team that keeps the listing, for the regional team also its own people;
    only who may do this kind of work. Oneself as well, to take over what another has."""
    regional, of_team = Q(is_staff=True), Q(zone_memberships__zone=item.actor.steward_id)
    if item.actor.steward_id is None or not item.kind.is_for_zones:
        found = regional
    else:
        found = of_team | regional if permissions.is_regional(user) else of_team
    return User.objects.filter(found, is_active=True).distinct().order_by("name", "email")


@transaction.atomic
def hand(item: Item, user, to: str) -> str:
    """Hand it over; a signed note that takes it back.

    Raises:
        ValidationError: the person is none of the team.
    """
    may = permissions.is_zone_staff(user) and to.isascii() and to.isdigit() and len(to) <= LONGEST_KEY
    person = colleagues(item, user).filter(pk=int(to)).first() if may else None
    if person is None or not permissions.can_edit(person, item.actor):
        raise ValidationError(_("Choose somebody of the team."))
    about = {"kind": item.kind.code, "record": item.record.pk}
    earlier = QueueHandover.objects.select_for_update().filter(**about, ended_at=None).first()
    if earlier:
        earlier.ended_at = timezone.now()
        earlier.save(update_fields=["ended_at"])
    item.handed = QueueHandover.objects.create(**about, by=user, to=person)
    return signing.dumps([item.handed.pk, earlier and earlier.pk], salt=SALT)


@transaction.atomic
def take_back(item: Item, note: str) -> None:
    """It is whose it was before, as long as nobody handed it on and it was not done.

    Raises:
        ValidationError: somebody did, or this is no such note.
    """
    try:
        pk, earlier = signing.loads(note, salt=SALT)
    except (signing.BadSignature, ValueError):
        pk, earlier = None, None
    own = QueueHandover.objects.filter(kind=item.kind.code, record=item.record.pk)
    if not own.filter(pk=pk, ended_at=None).delete()[0]:
        raise ValidationError(_("Nothing was undone."))
    own.filter(pk=earlier).update(ended_at=None)
    item.handed = own.now().select_related("by", "to").first()


def waiting_for(user, work: Work, handed: Handed) -> list[tuple[str, int]]:
    """What waits and was handed to somebody, by kind and key of the record; the most urgent of each kind first."""
    mine = {key for key, one in handed.items() if one.to_id == user.pk}
    codes = {code for code, _pk in mine}
    return [(code, pk) for code, kind in KINDS.items() if code in codes for pk in work.keys(kind) if (code, pk) in mine]
