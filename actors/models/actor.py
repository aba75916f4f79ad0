"""Actors: organisations, public bodies, practices, networks, informal groups and projects that help people."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.enums import ActorKind, LanguageGroup, Level, NetworkRole, Status
from actors.models.former_slug import keep_former_slug
from actors.models.listing import Listing, ListingQuerySet
from actors.models.visibility import Viewer
from zones.models import CareZone


class Authority(models.Model):
    """A subsidising or recognising authority (GGC/COCOM, VGC, COCOF, RIZIV/INAMI …)."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering = ["slug"]

    def __str__(self):
        return self.acronym or self.name


class ActorQuerySet(ListingQuerySet):
    """Actors in the words of the domain."""

    def networks(self):
        """The actors that others belong to."""
        return self.filter(kind=ActorKind.NETWORK)


class Actor(Listing):
    """Who helps. Its official name and acronyms may differ per language."""

    name = models.CharField(_("official name"), max_length=200, blank=True)
    name_language = models.CharField(
        _("language of the name"),
        max_length=2,
        blank=True,
        choices=[("nl", _("Dutch")), ("fr", _("French"))],
        help_text=_("Of a name that is the same on every page, so that it is read aloud rightly."),
    )
    acronym = models.CharField(_("acronyms and other names"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=ActorKind, default=ActorKind.ORGANISATION)
    language_group = models.CharField(
        _("language group"), max_length=7, choices=LanguageGroup, default=LanguageGroup.UNKNOWN
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    authorities = models.ManyToManyField(
        Authority, through="ActorAuthority", related_name="actors", verbose_name=_("authorities")
    )
    steward = models.ForeignKey(
        CareZone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stewarded_actors",
        verbose_name=_("zone team that keeps it"),
        help_text=_("That of the actor's seat; empty: the regional team, for actors of the whole Region."),
    )
    contacts_confirmed_on = models.DateField(_("contact details last confirmed on"), null=True, blank=True)
    consent_on = models.DateField(
        _("consent recorded on"),
        null=True,
        blank=True,
        help_text=_("Independent practitioners, and informal groups that everyone may see, need it."),
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="absorbed", verbose_name=_("merged into")
    )

    objects = ActorQuerySet.as_manager()

    class Meta(Listing.Meta):
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        constraints = [
            *Listing.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=ActorKind.values), name="actors_actor_kind_is_known"),
            models.CheckConstraint(
                condition=Q(language_group__in=LanguageGroup.values),
                name="actors_actor_language_group_is_known",
            ),
            models.CheckConstraint(
                condition=Q(name_language__in=["", "nl", "fr"]), name="actors_actor_name_language_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind=ActorKind.PRACTITIONER, status=Status.PUBLISHED) | Q(consent_on__isnull=False),
                name="actors_practitioner_published_with_consent",
                violation_error_message=_("An independent practitioner is published only with recorded consent."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=ActorKind.INFORMAL, level=Level.PUBLIC) | Q(consent_on__isnull=False),
                name="actors_informal_public_with_consent",
                violation_error_message=_(
                    "An informal group is for professionals only, until it consents to be seen by everyone."
                ),
            ),
            models.CheckConstraint(
                condition=Q(status=Status.MERGED, merged_into__isnull=False)
                | (~Q(status=Status.MERGED) & Q(merged_into__isnull=True)),
                name="actors_merged_names_its_heir",
                violation_error_message=_("A merged actor says into which one, and only a merged one does."),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("pk")) & ~Q(parent=F("pk")),
                name="actors_actor_not_its_own_relative",
                violation_error_message=_("An actor cannot be part of itself."),
            ),
        ]
        triggers = [keep_former_slug("actor")]

    def team_known_to(self, viewer: Viewer) -> CareZone | None:
        """The zone team that keeps it, as far as this viewer may know.

        A municipality may lie in several zones; there the team would tell in which part of it a withheld address is.
        """
        return self.steward if viewer is Viewer.STAFF or not self.has_withheld_place else None

    @property
    def has_withheld_place(self) -> bool:
        """Whether an address of it, or of what it offers, is withheld."""
        hidden = Level.UNDISCLOSED
        return (
            self.level == hidden
            or self.locations.filter(level=hidden).exists()
            or self.services.filter(Q(level=hidden) | Q(places__location__level=hidden)).exists()
        )

    def clean(self):
        super().clean()
        above, seen = self.parent, set()
        while above and above.pk not in seen:
            if above.pk == self.pk:
                raise ValidationError({"parent": _("An actor cannot be part of one of its own parts.")})
            seen.add(above.pk)
            above = above.parent

    def get_absolute_url(self):
        return reverse("actor", args=[self.slug])


class ActorAuthority(models.Model):
    """An authority that subsidises or recognises an actor."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="authority_links")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="actor_links", verbose_name=_("authority"))

    class Meta:
        verbose_name = _("authority of an actor")
        verbose_name_plural = _("authorities of an actor")
        constraints = [models.UniqueConstraint(fields=["actor", "authority"], name="actors_authority_once_per_actor")]

    def __str__(self):
        return str(self.authority)


class Membership(models.Model):
    """A lasting tie: an actor in a network, with its role there."""

    network = models.ForeignKey(Actor, models.CASCADE, related_name="member_links", verbose_name=_("network"))
    member = models.ForeignKey(Actor, models.CASCADE, related_name="network_links", verbose_name=_("member"))
    role = models.CharField(_("role"), max_length=11, choices=NetworkRole, default=NetworkRole.MEMBER)
    remark = models.CharField(_("remark"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "member", "role"],
                name="actors_membership_role_once",
                violation_error_message=_("This actor has this role in the network already."),
            ),
            models.CheckConstraint(
                condition=~Q(network=F("member")),
                name="actors_network_not_its_own_member",
                violation_error_message=_("A network is not a member of itself."),
            ),
            models.CheckConstraint(condition=Q(role__in=NetworkRole.values), name="actors_membership_role_is_known"),
        ]

    def __str__(self):
        return f"{self.member} – {self.network}"

    def clean(self):
        super().clean()
        if self.network_id and self.network.kind != ActorKind.NETWORK:
            raise ValidationError({"network": _("This actor is not a network.")})
