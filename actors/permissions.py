"""Who may do what: one predicate per rule, and the queryset that is scoped by the same rule (`domain.md`).

Pages, forms, admin and API ask here and nowhere else. Nobody may do anything that is not written here.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from actors.models import Actor, ActorEditor
from zones.models import ZoneMember

AnyUser = AbstractBaseUser | AnonymousUser


def is_regional(user: AnyUser) -> bool:
    """The regional team may do everything."""
    return user.is_authenticated and user.is_active and user.is_staff


def is_zone_staff(user: AnyUser) -> bool:
    """Members of the team of any zone, and the regional team."""
    return is_regional(user) or (user.is_authenticated and user.is_active and user.zone_memberships.exists())


def editable_actors(user: AnyUser) -> QuerySet[Actor]:
    """The actors that somebody may edit.

    The regional team edits every actor, a zone team those that are seated in its zone (its stewards), an actor's
    own editors theirs. What was merged into another is nobody's to edit any more.
    """
    actors = Actor.objects.filter(merged_into=None)
    if is_regional(user):
        return actors
    if not user.is_authenticated or not user.is_active:
        return actors.none()
    of_zone = ZoneMember.objects.filter(user=user, zone=OuterRef("steward"))
    own = ActorEditor.objects.filter(user=user, actor=OuterRef("pk"))
    return actors.filter(Q(Exists(of_zone)) | Q(Exists(own)))


def can_edit(user: AnyUser, actor: Actor) -> bool:
    """Whether somebody may edit this actor, its services, places and contacts (the rule of `editable_actors`)."""
    return editable_actors(user).filter(pk=actor.pk).exists()
