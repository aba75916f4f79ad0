"""As what somebody confirmed a part of a listing, for professionals: their role, from the history, and never who."""

from django.db.models import Model, Value
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from actors import permissions
from actors.models import ActorEditor, Viewer
from repertorium.accounts.models import User

Part = tuple[Promise | str, Model, str]  # what it is called, the record, and the column of its date


def confirmed_as(parts: list[Part], viewer: Viewer) -> list[tuple[str, str]]:
    """The parts that were confirmed, each with the role of who did it; of which nobody's is known, nothing."""
    if viewer not in {Viewer.PROFESSIONAL, Viewer.STAFF}:
        return []
    asked = [_first_said(number, *part[1:]) for number, part in enumerate(parts) if getattr(part[1], part[2])]
    if not asked:
        return []
    said = dict(asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0])
    roles = _roles(set(said.values()) - {None})
    return [(str(parts[number][0]), roles[user]) for number, user in sorted(said.items()) if user in roles]


def _first_said(number: int, record: Model, column: str):
    """Who was logged in when this date came into the record."""
    events = type(record).pgh_event_model.objects.filter(pgh_obj=record.pk, **{column: getattr(record, column)})
    return events.order_by("pgh_id").values_list(Value(number), "pgh_context__metadata__user")[:1]


def _roles(keys: set[int]) -> dict[int, str]:
    users = User.objects.filter(pk__in=keys).prefetch_related("zone_memberships__zone")
    editors = set(ActorEditor.objects.filter(user__in=keys).values_list("user", flat=True))
    return {user.pk: role for user in users if (role := _role(user, is_editor=user.pk in editors))}


def _role(user: User, *, is_editor: bool) -> str:
    if permissions.is_regional(user):
        return _("regional team")
    if zones := [str(membership.zone) for membership in user.zone_memberships.all()]:
        return _("team of care zone {zone}").format(zone=", ".join(zones))
    return _("the organisation itself") if is_editor else ""
