"""Who holds which role."""

from dataclasses import dataclass

from actors import permissions
from actors.enums import Role
from actors.models import Actor
from actors.models.invitation import role_in_words
from repertorium.accounts.models import User
from zones.models import CareZone


@dataclass(frozen=True)
class Holding:
    """A role of somebody. `of`: the actor or the zone that it is for; `pk`: that of the record that gives it."""

    user: User
    role: Role
    pk: int
    of: Actor | CareZone | None = None

    @property
    def words(self) -> str:
        """The role as people say it."""
        return role_in_words(self.role, self.of)

    @property
    def what(self) -> dict:
        """The role as functions take it."""
        actor, zone = (self.of if self.role == role else None for role in (Role.EDITOR, Role.ZONE))
        return {"role": self.role, "actor": actor, "zone": zone}


def held_by(user: User) -> list[Holding]:
    """The roles of somebody, the widest first."""
    regional = [user] if permissions.is_regional(user) else []
    return _holdings(regional, user.zone_memberships.all(), user.actor_editorships.all())


def manageable_by(user: User) -> list[Holding]:
    """The roles that somebody may end, the widest first."""
    return _holdings(
        permissions.manageable_regional(user).order_by("email"),
        permissions.manageable_members(user).order_by("zone__code", "user__email"),
        permissions.manageable_editors(user).order_by("actor__slug", "user__email"),
    )


def find(user: User, role: str, pk: int) -> Holding | None:
    """The role with this key, if `user` may end it: their own, or one that they may give."""
    for holding in [*held_by(user), *manageable_by(user)]:
        if (holding.role, holding.pk) == (role, pk):
            return holding
    return None


def _holdings(regional, members, editors) -> list[Holding]:
    return [
        *(Holding(person, Role.REGIONAL, person.pk) for person in regional),
        *(Holding(member.user, Role.ZONE, member.pk, member.zone) for member in members.select_related("user", "zone")),
        *(Holding(link.user, Role.EDITOR, link.pk, link.actor) for link in editors.select_related("user", "actor")),
    ]
