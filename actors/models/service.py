"""Services: what an actor offers, to whom, on what conditions. The unit of search and of referral."""

import pgtrigger
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.enums import AvailabilityKind, CareLevel, Level, SchoolCalendar, Serves
from actors.models import visibility
from actors.models.actor import Actor
from actors.models.admission import Admission, YesNoUnknown
from actors.models.former_slug import keep_former_slug
from actors.models.language import Language
from actors.models.listing import Listing, ListingQuerySet, in_one_language
from actors.models.taxonomy import TargetGroup, Theme
from actors.models.visibility import Viewer
from repertorium.constraints import at_most, exactly_one
from repertorium.prepared import AnyOf
from zones.models import CareZone, Municipality, Neighbourhood

MOST_DAYS = 366  # that a status holds
MOST_PROPOSALS = 1_000  # a day
TOO_LONG = _("A status holds for a year at most.")
TOO_MANY = _("At most a thousand proposals a day. Leave it empty where there is no limit.")


class ServiceQuerySet(ListingQuerySet):
    """Services in the words of the domain."""

    def published(self):
        """Published, as its actor is."""
        return super().published().filter(visibility.published("actor__"))

    def gone(self):
        """Services for everyone that have ended, or whose actor has."""
        ended = Q(pk__in=super().gone()) | Q(level=Level.PUBLIC, actor__in=Actor.objects.gone())
        return self.filter(ended)

    def asked_for_room(self):
        """Where room is a question: the service says so, or says nothing and it is one for one of its themes."""
        return self.with_room_asked().filter(room_asked=True)

    def with_room_asked(self):
        """Services, with `room_asked`: whether somebody is to say if there is room."""
        themes = ServiceTheme.objects.filter(service=OuterRef("pk"))
        asking = ArraySubquery(Theme.objects.filter(asks_room=True).values("pk"))
        by_theme = Q(Exists(themes.filter(AnyOf(F("theme"), asking)))) | ~Exists(themes)
        return self.annotate(room_asked=Coalesce("asks_room", ExpressionWrapper(by_theme, models.BooleanField())))

    def visible_to(self, viewer: Viewer):
        """What this viewer may see: the service and its actor must both be visible."""
        return super().visible_to(viewer).filter(visibility.visible_to(viewer, "actor__"))


class Service(Listing, Admission):
    """One thing that an actor offers."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="services", verbose_name=_("actor"), db_index=False)
    name = models.CharField(_("name"), max_length=200, blank=True)
    summary = models.CharField(_("in one sentence"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    plain = models.CharField(
        _("for residents"), max_length=200, blank=True, help_text=_("One short sentence in plain words.")
    )
    conditions = models.TextField(_("conditions, in words"), blank=True)
    cost = models.CharField(_("cost, in words"), max_length=300, blank=True)
    to_bring = models.CharField(_("what to bring"), max_length=300, blank=True)

    themes = models.ManyToManyField(Theme, through="ServiceTheme", related_name="services", verbose_name=_("themes"))
    targets = models.ManyToManyField(
        TargetGroup, through="ServiceTarget", related_name="services", verbose_name=_("target groups")
    )
    languages = models.ManyToManyField(
        Language, through="ServiceLanguage", related_name="services", verbose_name=_("languages spoken")
    )

    is_statutory = models.BooleanField(
        _("statutory"),
        default=False,
        help_text=_("Everybody may always apply here (OCMW/CPAS, emergency): it is never full or paused."),
    )
    care_level = models.CharField(_("level of care"), max_length=10, choices=CareLevel, blank=True)
    serves = models.CharField(_("serves"), max_length=13, choices=Serves, default=Serves.PUBLIC)

    asks_room = YesNoUnknown(
        _("room is a question"), help_text=_("Not said: as its themes have it. A museum is not asked for room.")
    )
    availability_kind = models.CharField(
        _("availability counts"), max_length=12, choices=AvailabilityKind, default=AvailabilityKind.INTAKE
    )
    availability_days = models.PositiveSmallIntegerField(
        _("a status holds for (days)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS, TOO_LONG)],
        help_text=_("Empty: what is usual for this kind."),
    )
    school_calendar = models.CharField(
        _("school calendar that it follows"),
        max_length=2,
        choices=SchoolCalendar,
        blank=True,
        help_text=_("Where its hours name school holidays. Empty: not known on those days."),
    )
    dispatched_by = models.ForeignKey(
        "actors.CrisisNumber",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dispatched_services",
        verbose_name=_("places are given by"),
        help_text=_("The number to call, where places are given by dispatch and not at the door."),
    )
    accepts_overflow = YesNoUnknown(
        _("may be proposed when another is full"),
        help_text=_("Not said: yes, but no for informal and volunteer groups."),
    )
    overflow_cap = models.PositiveSmallIntegerField(
        _("at most this many proposals a day"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_PROPOSALS, TOO_MANY)],
    )

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        # Rows are wide: what is counted on every page of the staff is read from an index alone.
        indexes = [
            models.Index(
                fields=["actor"], include=["id", "status", "ends_on", "asks_room"], name="actors_service_of_actor"
            ),
            models.Index(fields=["ends_on"], condition=Q(ends_on__isnull=False), name="actors_service_with_an_end"),
            models.Index(
                fields=["actor"],
                include=["status", "ends_on"],
                condition=in_one_language(),
                name="actors_service_one_language",
            ),
        ]
        constraints = [
            *Listing.Meta.constraints,
            *Admission.Meta.constraints,
            models.CheckConstraint(
                condition=Q(care_level__in=["", *CareLevel.values]), name="actors_service_care_level_is_known"
            ),
            models.CheckConstraint(condition=Q(serves__in=Serves.values), name="actors_service_serves_is_known"),
            models.CheckConstraint(
                condition=Q(availability_kind__in=AvailabilityKind.values),
                name="actors_service_availability_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(school_calendar__in=["", *SchoolCalendar.values]),
                name="actors_service_school_calendar_is_known",
            ),
            models.CheckConstraint(
                condition=Q(availability_days__isnull=True) | Q(availability_days__gt=0),
                name="actors_service_availability_days_positive",
                violation_error_message=_("A status holds for at least one day."),
            ),
            models.CheckConstraint(
                condition=at_most("availability_days", MOST_DAYS),
                name="actors_service_availability_days_within_a_year",
                violation_error_message=TOO_LONG,
            ),
            models.CheckConstraint(
                condition=at_most("overflow_cap", MOST_PROPOSALS),
                name="actors_service_overflow_cap_within_a_thousand",
                violation_error_message=TOO_MANY,
            ),
        ]
        triggers = [
            keep_former_slug("service"),
            pgtrigger.Trigger(
                name="statutory_is_never_full",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("is_statutory"),
                condition=pgtrigger.Q(new__is_statutory=True),
                func="""
                    IF EXISTS (SELECT 1 FROM actors_availability
                               WHERE service_id = NEW.id AND status IN ('full', 'paused')) THEN
                        RAISE EXCEPTION 'a statutory service cannot be full or paused'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'actors_statutory_is_never_full';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def clean(self):
        super().clean()
        if self.is_statutory and self.pk and self.availabilities.filter(status__in=["full", "paused"]).exists():
            raise ValidationError({"is_statutory": _("This service is said to be full or paused: change that first.")})

    def get_absolute_url(self):
        return reverse("service", args=[self.slug])


class ServiceTheme(models.Model):
    """A theme of a service."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="service_links", verbose_name=_("theme"))

    class Meta:
        verbose_name = _("theme of a service")
        verbose_name_plural = _("themes of a service")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["service", "theme"], name="actors_theme_once_per_service")]

    def __str__(self):
        return str(self.theme)


class ServiceTarget(models.Model):
    """A target group of a service."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="target_links")
    target = models.ForeignKey(
        TargetGroup, models.PROTECT, related_name="service_links", verbose_name=_("target group")
    )

    class Meta:
        verbose_name = _("target group of a service")
        verbose_name_plural = _("target groups of a service")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["service", "target"], name="actors_target_once_per_service")]

    def __str__(self):
        return str(self.target)


class ServiceLanguage(models.Model):
    """A language in which people can be helped at a service."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="language_links")
    language = models.ForeignKey(Language, models.PROTECT, related_name="service_links", verbose_name=_("language"))

    class Meta:
        verbose_name = _("language of a service")
        verbose_name_plural = _("languages of a service")
        constraints = [models.UniqueConstraint(fields=["service", "language"], name="actors_language_once_per_service")]

    def __str__(self):
        return str(self.language)


class ServiceArea(models.Model):
    """A territory to which a service is limited: a zone, a municipality or a neighbourhood."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="areas")
    zone = models.ForeignKey(
        CareZone, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("care zone")
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("neighbourhood"),
    )

    class Meta:
        verbose_name = _("territory of a service")
        verbose_name_plural = _("territories of a service")
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("zone", "municipality", "neighbourhood"),
                name="actors_area_is_one_territory",
                violation_error_message=_("Choose one: a zone, a municipality or a neighbourhood."),
            ),
            models.UniqueConstraint(
                fields=["service", "zone", "municipality", "neighbourhood"],
                nulls_distinct=False,
                name="actors_area_once_per_service",
            ),
        ]

    def __str__(self):
        return str(self.zone or self.municipality or self.neighbourhood)


class Hosting(models.Model):
    """The actor that gives a service of another a home: the hosting partner of a neighbourhood relay."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="hostings", verbose_name=_("service"))
    host = models.ForeignKey(Actor, models.PROTECT, related_name="hosted", verbose_name=_("hosting partner"))
    remark = models.CharField(_("remark"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("hosting partner")
        verbose_name_plural = _("hosting partners")
        constraints = [models.UniqueConstraint(fields=["service", "host"], name="actors_host_once_per_service")]

    def __str__(self):
        return str(self.host)
