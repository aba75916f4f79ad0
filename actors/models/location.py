"""Where services are given, when they are open there, and when they are closed."""

from dataclasses import dataclass

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.enums import Level, LocationKind, Precision
from actors.models import visibility
from actors.models.actor import Actor
from actors.models.service import Service
from actors.models.visibility import Viewer
from actors.opening import validate_opening_hours
from actors.understood import OpeningHoursField
from repertorium.constraints import CheckedAtOnce, both_or_neither, exactly_one, has_text
from zones.models import CareZone, Municipality, Neighbourhood
from zones.models.territory import LatitudeField, LongitudeField

IN_THE_STREET = [LocationKind.FIXED, LocationKind.MOBILE]


@dataclass(frozen=True)
class Whereabouts:
    """What one viewer may know of where a location is. Pages, maps and files show this, never the location.

    Of a withheld address the municipality is known, and its point serves for distances only: `on_map` is
    False. Its zone is known only where the whole municipality lies in one.
    """

    name: str
    street: str
    postal_code: str
    neighbourhood: Neighbourhood | None
    municipality: Municipality | None
    zone: CareZone | None
    point: tuple[float, float] | None
    withheld: bool
    approximate: bool

    @property
    def on_map(self) -> bool:
        return self.point is not None and not self.withheld

    @property
    def latitude(self) -> str:
        """In degrees, written with a point whatever the language."""
        return f"{self.point[0]:.5f}"

    @property
    def longitude(self) -> str:
        return f"{self.point[1]:.5f}"

    @property
    def address(self) -> str:
        """Street and town in one line, as on an envelope."""
        town = f"{self.postal_code} {self.municipality or ''}".strip()
        return ", ".join(part for part in (self.street, town) if part)


class Location(CheckedAtOnce):
    """A place of an actor: a fixed address, a mobile stop, "at your home", by telephone, online."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="locations", verbose_name=_("actor"))
    kind = models.CharField(_("kind"), max_length=6, choices=LocationKind, default=LocationKind.FIXED)
    level = models.CharField(_("publication level"), max_length=13, choices=Level, default=Level.PUBLIC)
    name = models.CharField(_("name of the place"), max_length=150, blank=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=4, blank=True)
    directions = models.CharField(_("how to get there"), max_length=300, blank=True)
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="locations",
        verbose_name=_("neighbourhood"),
    )
    territory_checked = models.BooleanField(
        _("neighbourhood is certain"),
        default=False,
        help_text=_("Found by border lines or by a person; otherwise it is that of the nearest point."),
    )
    lat = LatitudeField(_("latitude"), null=True, blank=True)
    lon = LongitudeField(_("longitude"), null=True, blank=True)
    precision = models.CharField(_("precision of the point"), max_length=13, choices=Precision, default=Precision.EXACT)

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=LocationKind.values), name="actors_location_kind_is_known"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="actors_location_level_is_known"),
            models.CheckConstraint(
                condition=Q(precision__in=Precision.values), name="actors_location_precision_is_known"
            ),
            models.CheckConstraint(
                condition=both_or_neither("lat", "lon"),
                name="actors_location_point_is_whole",
                violation_error_message=_("A point needs a latitude and a longitude."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=IN_THE_STREET) | Q(neighbourhood__isnull=False, lat__isnull=False),
                name="actors_location_in_the_street_has_neighbourhood_and_point",
                violation_error_message=_("A fixed address and a mobile stop need a neighbourhood and a point."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[LocationKind.PHONE, LocationKind.ONLINE])
                | (Q(lat__isnull=True, neighbourhood__isnull=True) & ~has_text("street_nl") & ~has_text("street_fr")),
                name="actors_location_at_a_distance_has_no_address",
                violation_error_message=_("Help by telephone or online has no address."),
            ),
        ]

    def __str__(self):
        return self.name or self.street or self.get_kind_display()

    @property
    def in_the_street(self) -> bool:
        """A place that one can go to."""
        return self.kind in IN_THE_STREET

    def seen_by(self, viewer: Viewer, *, withhold: bool = False) -> Whereabouts:
        """What this viewer may know of the place; `withhold` keeps the address back in any case."""
        if viewer is not Viewer.STAFF and (withhold or self.level == Level.UNDISCLOSED):
            return self._withheld()
        neighbourhood = self.neighbourhood
        return Whereabouts(
            name=self.name,
            street=self.street,
            postal_code=self.postal_code,
            neighbourhood=neighbourhood,
            municipality=neighbourhood and neighbourhood.municipality,
            zone=neighbourhood and neighbourhood.zone,
            point=(self.lat, self.lon) if self.lat is not None else None,
            withheld=False,
            approximate=self.precision == Precision.NEIGHBOURHOOD,
        )

    def _withheld(self) -> Whereabouts:
        neighbourhood = self.neighbourhood
        municipality = neighbourhood and neighbourhood.municipality
        return Whereabouts(
            name="",
            street="",
            postal_code="",
            neighbourhood=None,
            municipality=municipality,
            zone=municipality and municipality.zone,
            point=(municipality.lat, municipality.lon) if municipality else None,
            withheld=True,
            approximate=True,
        )


class ServiceAtLocationQuerySet(models.QuerySet):
    """Services at locations in the words of the domain."""

    def visible_to(self, viewer: Viewer):
        """Where visible services are given, at locations of a level that this viewer sees."""
        return (
            self.filter(location__level__in=viewer.levels)
            .filter(visibility.visible_to(viewer, "service__"))
            .filter(visibility.visible_to(viewer, "service__actor__"))
        )


class ServiceAtLocation(models.Model):
    """A service at a location, with its opening hours there. The location may be another actor's."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="places", verbose_name=_("service"))
    location = models.ForeignKey(Location, models.CASCADE, related_name="service_places", verbose_name=_("location"))
    opening_hours = OpeningHoursField(
        _("opening hours"),
        max_length=500,
        blank=True,
        validators=[validate_opening_hours],
        help_text=_("OpenStreetMap syntax, e.g. Mo-Fr 09:00-12:00,13:00-16:00; PH off. Empty: not known."),
    )
    hours_remark = models.CharField(_("remark on the hours"), max_length=200, blank=True)
    hours_confirmed_on = models.DateField(_("hours last confirmed on"), null=True, blank=True)

    objects = ServiceAtLocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("service at a location")
        verbose_name_plural = _("services at locations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "location"],
                name="actors_service_once_per_location",
                violation_error_message=_("This service is given at this location already."),
            )
        ]

    def __str__(self):
        return f"{self.service} – {self.location}"

    def seen_by(self, viewer: Viewer) -> Whereabouts:
        """What this viewer may know of the place; an undisclosed service or actor keeps it back too."""
        levels = {self.service.level, self.service.actor.level, self.location.actor.level}
        return self.location.seen_by(viewer, withhold=Level.UNDISCLOSED in levels)


class Closure(models.Model):
    """Days on which an actor, or a service at one location, is closed. School holidays are such days."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="closures", verbose_name=_("actor")
    )
    place = models.ForeignKey(
        ServiceAtLocation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="closures",
        verbose_name=_("service at a location"),
    )
    days = DateRangeField(_("days"), help_text=_("First day, and the day on which it is open again."))
    reason = models.CharField(_("reason"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["days"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("actor", "place"),
                name="actors_closure_of_actor_or_place",
                violation_error_message=_("A closure is of the whole actor or of one service at a location."),
            ),
            models.CheckConstraint(
                condition=Q(days__startswith__isnull=False, days__endswith__isnull=False, days__isempty=False),
                name="actors_closure_has_first_and_last_day",
                violation_error_message=_("A closure has a first day and ends after it."),
            ),
            ExclusionConstraint(
                name="actors_closures_of_actor_do_not_overlap",
                expressions=[("actor", RangeOperators.EQUAL), ("days", RangeOperators.OVERLAPS)],
                condition=Q(actor__isnull=False),
                violation_error_message=_("There is a closure on some of these days already."),
            ),
            ExclusionConstraint(
                name="actors_closures_of_place_do_not_overlap",
                expressions=[("place", RangeOperators.EQUAL), ("days", RangeOperators.OVERLAPS)],
                condition=Q(place__isnull=False),
                violation_error_message=_("There is a closure on some of these days already."),
            ),
        ]

    def __str__(self):
        return f"{self.days.lower:%d.%m.%Y} – {self.days.upper:%d.%m.%Y}"
