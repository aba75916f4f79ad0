"""What the page of a listing's history reads."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors import permissions
from actors.history import scope
from actors.history.changes import Change, Changes, RecordChange
from actors.history.words import Said, Words, in_words
from actors.models import Actor, Hosting, Membership
from repertorium.accounts.models import User
from repertorium.paging import Paged

A_PAGE = 10


@dataclass(frozen=True)
class Entry:
    """One change as the page shows it."""

    change: Change
    who: str
    records: list[tuple[str, str, list[Said]]]
    may_undo: bool

    @property
    def key(self) -> str:
        return self.change.key

    @property
    def at(self) -> datetime:
        return self.change.at


class HistoryPage(Paged):
    """The changes of one listing, the newest first."""

    def __init__(self, request: HttpRequest, actor: Actor):
        self.user, self.actor, self.number = request.user, actor, request.GET.get("page")
        self.done = "undone" in request.GET

    @cached_property
    def page(self):
        return Paginator(Changes(scope.of_actor(self.actor)), A_PAGE).get_page(self.number)

    @cached_property
    def entries(self) -> list[Entry]:
        changes = list(self.page)
        words = Words((one for change in changes for one in change.records), reader=self.user)
        people = People(changes, self.actor, names=permissions.sees_names(self.user))
        return [
            Entry(change, people.who(change), in_words(change, words), may_undo(self.user, change, self.actor))
            for change in changes
        ]


def may_undo(user, change: Change, actor: Actor) -> bool:
    """Whether somebody who may edit the listing may put this change back."""
    if any(_is_told_by_another(one, actor) for one in change.records) and not permissions.is_regional(user):
        return False
    touched = {
        (one.model._meta.model_name, scope.columns(one.model)[name])
        for one in change.records
        for name in (one.fields if one.before is not None and one.after is not None else ())
    }
    whole = {(one.model._meta.model_name, "") for one in change.records if one.before is None or one.after is None}
    return permissions.can_put_back(user, touched | whole)


def _is_told_by_another(one: RecordChange, actor: Actor) -> bool:
    """Whether the tie is in the listing of another: a member of this network, a service that this actor houses."""
    if one.model is Membership:
        return one.row["member_id"] != actor.pk
    return one.model is Hosting and one.row["host_id"] == actor.pk


WITHOUT_ACCOUNT = {"front-desk": gettext_lazy("the front desk of the organisation, by its link")}


class People:
    """Who made changes: by name for staff, by role for others."""

    def __init__(self, changes: list[Change], actor: Actor, *, names: bool):
        self.names = names
        pks = {change.user for change in changes if change.user}
        users = User.objects.filter(pk__in=pks).prefetch_related("zone_memberships__zone")
        self.users = {user.pk: user for user in users}
        self.editors = set(actor.editors.filter(user__in=pks).values_list("user_id", flat=True))

    def who(self, change: Change) -> str:
        """Who, in words."""
        if change.by in WITHOUT_ACCOUNT:
            return WITHOUT_ACCOUNT[change.by]
        if not change.user:
            return _("automatically (an import, or the system)")
        user = self.users.get(change.user)
        if user is None:
            return _("somebody whose account is gone")
        role = self._role(user)
        return f"{user} ({role})" if self.names else role

    def _role(self, user: User) -> str:
        if user.is_staff:
            return _("regional team")
        if zones := [str(member.zone) for member in user.zone_memberships.all()]:
            return _("team of care zone %(zone)s") % {"zone": ", ".join(zones)}
        return _("editor of the organisation") if user.pk in self.editors else _("account without a role here now")
