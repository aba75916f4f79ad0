"""Who may do what: one predicate per rule, and the queryset that is scoped by the same rule (`domain.md`).

Pages, forms, admin and API ask here and nowhere else. Nobody may do anything that is not written here.
"""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Q, QuerySet, prefetch_related_objects

from actors.enums import Role, Status
from actors.models import Actor, ActorEditor, Campaign, CampaignRequest, Invitation, Suggestion, Viewer
from actors.models.visibility import visible_to
from repertorium.accounts.models import User
from repertorium.prepared import AnyOf
from zones.models import CareZone, ZoneMember

AnyUser = AbstractBaseUser | AnonymousUser


def is_regional(user: AnyUser) -> bool:
    """The regional team may do everything."""
    return user.is_authenticated and user.is_active and user.is_staff


def is_zone_staff(user: AnyUser) -> bool:
    """Members of the team of any zone, and the regional team."""
    return is_regional(user) or (user.is_authenticated and user.is_active and _is_member_of_a_zone(user))


def _is_member_of_a_zone(user: User) -> bool:
    prefetch_related_objects([user], "zone_memberships")  # asked of several times on a page, read once
    return user.zone_memberships.exists()


def edits_something(user: AnyUser) -> bool:
    """Whether somebody is of a zone team or the regional team, or edits an actor of their own."""
    return is_zone_staff(user) or (user.is_authenticated and user.is_active and _edits_an_actor(user))


def _edits_an_actor(user: User) -> bool:
    prefetch_related_objects([user], "actor_editorships")  # asked of several times on a page, read once
    return user.actor_editorships.exists()


def sees_register(user: AnyUser) -> bool:
    """Whether somebody reads the register of beds and places: professionals and staff with a confirmed address."""
    return Viewer.of(user) in {Viewer.PROFESSIONAL, Viewer.STAFF}


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
    zones = ArraySubquery(ZoneMember.objects.filter(user=user).values("zone"))
    own = ArraySubquery(ActorEditor.objects.filter(user=user).values("actor"))
    return actors.filter(Q(AnyOf(F("steward"), zones)) | Q(AnyOf(F("pk"), own)))  # by an index each


def can_edit(user: AnyUser, actor: Actor) -> bool:
    """Whether somebody may edit this actor, its services, places and contacts (the rule of `editable_actors`)."""
    return editable_actors(user).filter(pk=actor.pk).exists()


def handleable_suggestions(user: AnyUser) -> QuerySet[Suggestion]:
    """The suggestions that somebody may read and handle: those for actors that they may edit, and what these offer."""
    return Suggestion.objects.of_actors(editable_actors(user))


def zones_of(user: AnyUser) -> QuerySet[CareZone]:
    """The care zones for whose actors somebody works: their own; for the regional team all."""
    if is_regional(user):
        return CareZone.objects.all()
    if not user.is_authenticated or not user.is_active:
        return CareZone.objects.none()
    return CareZone.objects.filter(members__user=user)


def manageable_campaigns(user: AnyUser) -> QuerySet[Campaign]:
    """The campaigns that somebody may write, start and close: a zone team those of its zone, the regional team all."""
    if is_regional(user):
        return Campaign.objects.all()
    return Campaign.objects.filter(zone__in=zones_of(user))


def readable_campaigns(user: AnyUser) -> QuerySet[Campaign]:
    """The campaigns of which somebody may see how far they are: their own, and those of the Region once they began."""
    if not is_zone_staff(user):
        return Campaign.objects.none()
    of_region = Campaign.objects.filter(zone=None, started_at__isnull=False)
    return manageable_campaigns(user) | of_region


def answerable_requests(user: AnyUser) -> QuerySet[CampaignRequest]:
    """What was asked of actors that somebody may edit; staff read the answers and write down what they hear."""
    if not is_zone_staff(user):
        return CampaignRequest.objects.none()
    return CampaignRequest.objects.filter(actor__in=editable_actors(user).values("pk"))


def findable_actors(user: AnyUser) -> QuerySet[Actor]:
    """The actors that somebody may name in a listing that they edit, as a network or a hosting partner.

    Those that they may see on the site, and their own as long as they are drafts. Naming one changes nothing in its
    record.
    """
    actors = Actor.objects.exclude(status__in=[Status.ARCHIVED, Status.MERGED])
    if is_zone_staff(user):
        return actors
    return actors.filter(visible_to(Viewer.of(user)) | Q(pk__in=editable_actors(user).values("pk")))


def can_place(user: AnyUser) -> bool:
    """Whether somebody may say of what actors that they edit are a part, and for what they are competent.

    Those are facts of the Region's organisation: zone teams and the regional team say them, not the house itself.
    """
    return is_zone_staff(user)


def roles_to_give(user: AnyUser) -> list[Role]:
    """The roles that somebody may give: nobody gives more than they have.

    The regional team gives every role; a zone team makes professionals, and editors of actors that it may edit.
    """
    if is_regional(user):
        return list(Role)
    return [Role.PROFESSIONAL, Role.EDITOR] if is_zone_staff(user) else []


def can_invite(user: AnyUser, role: Role, actor: Actor | None = None) -> bool:
    """Whether somebody may give this role to others; `actor`: whose editor."""
    return role in roles_to_give(user) and (role != Role.EDITOR or (actor is not None and can_edit(user, actor)))


def can_hand_over(user: AnyUser, role: Role, holder: AnyUser, actor: Actor | None = None) -> bool:
    """Whether somebody may pass a role of `holder` to another person: their own, or one that they may give."""
    return user == holder or can_invite(user, role, actor)


def manageable_invitations(user: AnyUser) -> QuerySet[Invitation]:
    """The invitations that somebody may see, send again and revoke: their own, and those for actors that they edit.

    The regional team manages all of them.
    """
    if is_regional(user):
        return Invitation.objects.all()
    if not is_zone_staff(user):
        return Invitation.objects.none()
    return Invitation.objects.filter(Q(invited_by=user) | Q(actor__in=editable_actors(user)))


def manageable_editors(user: AnyUser) -> QuerySet[ActorEditor]:
    """The editors whose role somebody may end: zone teams those of the actors that they edit."""
    if not is_zone_staff(user):
        return ActorEditor.objects.none()
    return ActorEditor.objects.filter(actor__in=editable_actors(user))


def manageable_members(user: AnyUser) -> QuerySet[ZoneMember]:
    """The members of zone teams whose role somebody may end: the regional team, everybody's."""
    return ZoneMember.objects.all() if is_regional(user) else ZoneMember.objects.none()


def manageable_regional(user: AnyUser) -> QuerySet[User]:
    """The regional people whose role somebody may end: the regional team itself."""
    return User.objects.regional() if is_regional(user) else User.objects.none()


def zones_to_give(user: AnyUser) -> QuerySet[CareZone]:
    """The care zones of which somebody may give away the team's role."""
    return CareZone.objects.all() if is_regional(user) else CareZone.objects.none()


# What the editor writes; everything else of a listing is the regional team's, in the admin.
OF_THE_EDITOR = {
    *("actor", "actorauthority", "location", "service", "servicetheme", "servicetarget", "servicelanguage"),
    *("servicearea", "serviceatlocation", "closure", "contact", "availability", "membership", "hosting"),
}
OF_THE_REGION = {"steward", "merged_into", "slug", "is_example", "is_automatic", "dispatched_by"}
OF_THE_REGION |= {"actor", "member", "service"}  # whose a record is
PLACED = {("competence", ""), ("competence", "kind"), ("actor", "parent")}  # what those say who `can_place`
PLACED |= {("competence", name) for name in ("zone", "municipality", "social_health_neighbourhood", "neighbourhood")}


def can_put_back(user: AnyUser, touched: Iterable[tuple[str, str]]) -> bool:
    """Whether somebody who may edit a listing may undo a change that touched these fields (model, field).

    The regional team may undo everything; others only what they could have changed themselves. The field of a record
    that came or went as a whole is empty.
    """
    if is_regional(user):
        return True
    placed = {one for one in touched if one in PLACED}
    others = all(model in OF_THE_EDITOR and field not in OF_THE_REGION for model, field in {*touched} - placed)
    return others and (not placed or can_place(user))


def sees_names(user: AnyUser) -> bool:
    """Whether somebody reads in a history who changed it: staff do, others read only in what role."""
    return is_zone_staff(user)


def can_audit(user: AnyUser) -> bool:
    """Whether somebody reads every change of every record, with the names of people: the regional team."""
    return is_regional(user)


def can_merge(user: AnyUser) -> bool:
    """Whether somebody may make one actor of two, and say of two that they are not one: the regional team."""
    return is_regional(user)
