"""Is there room now? A status counts until a day; after that it is unknown, by itself, when it is read."""

from datetime import timedelta

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import AvailabilityKind, AvailabilityStatus, ConfirmedHow
from actors.models.contradictions import CONSTRAINTS, NEVER_STATUTORY, ROOM, contradiction
from actors.models.location import ServiceAtLocation
from actors.models.service import Service
from repertorium.constraints import CheckedAtOnce, at_most

PERIODS = {  # days that a status holds, by what it counts (design: domain.md)
    AvailabilityKind.BEDS: 1,
    AvailabilityKind.INTAKE: 14,
    AvailabilityKind.WAITING_TIME: 90,
}
COUNTS = ("waiting_days", "places_total", "places_free")
MOST_DAYS = 15 * 365  # of waiting: so long some wait for social housing
MOST_PLACES = 2_000  # in one house: twice as many as the largest of the Region has
TOO_LONG = _("Nobody waits for more than fifteen years: check the number of days.")
TOO_MANY = _("No house has more than 2,000 places: check the number.")


def period(service: Service) -> timedelta:
    """How long a status of this service holds: its own period, else that of its kind."""
    return timedelta(days=service.availability_days or PERIODS[service.availability_kind])


class AvailabilityQuerySet(models.QuerySet):
    """Statuses in the words of the domain."""

    def valid(self):
        """Statuses that still count."""
        return self.filter(valid_until__gt=timezone.now())

    def with_room(self):
        """Open or limited, and not expired."""
        return self.valid().filter(status__in=ROOM)


class Availability(CheckedAtOnce):
    """The last status of a service, or of a service at one of its locations.

    There is one row for each; what it said before stands in its history, which the database keeps.
    """

    service = models.ForeignKey(Service, models.CASCADE, related_name="availabilities", verbose_name=_("service"))
    place = models.ForeignKey(
        ServiceAtLocation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="availabilities",
        verbose_name=_("at one location"),
        help_text=_("Empty: for the service as a whole."),
    )
    status = models.CharField(_("status"), max_length=12, choices=AvailabilityStatus)
    waiting_days = models.PositiveSmallIntegerField(
        _("waiting time (days)"), null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS, TOO_LONG)]
    )
    places_total = models.PositiveSmallIntegerField(
        _("places in total"), null=True, blank=True, validators=[MaxValueValidator(MOST_PLACES, TOO_MANY)]
    )
    places_free = models.PositiveSmallIntegerField(
        _("places free"), null=True, blank=True, validators=[MaxValueValidator(MOST_PLACES, TOO_MANY)]
    )
    note = models.CharField(_("short note"), max_length=150, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), default=timezone.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_how = models.CharField(_("confirmed how"), max_length=6, choices=ConfirmedHow, default=ConfirmedHow.STAFF)
    valid_until = models.DateTimeField(_("counts until"), blank=True)

    objects = AvailabilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("availability")
        verbose_name_plural = _("availabilities")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "place"],
                nulls_distinct=False,
                name="actors_availability_once_per_service_and_place",
                violation_error_message=_("This service has a status there already: change that one."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=AvailabilityStatus.values), name="actors_availability_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_how__in=ConfirmedHow.values), name="actors_availability_how_is_known"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("confirmed_at")),
                name="actors_availability_counts_after_it_was_confirmed",
                violation_error_message=_("A status counts until a moment after it was confirmed."),
            ),
            models.CheckConstraint(
                condition=Q(places_free__isnull=True)
                | Q(places_total__isnull=True)
                | Q(places_free__lte=F("places_total")),
                name="actors_availability_free_places_within_total",
                violation_error_message=_("There are more places free than there are in total."),
            ),
            models.CheckConstraint(
                condition=at_most("waiting_days", MOST_DAYS),
                name="actors_availability_waiting_within_years",
                violation_error_message=TOO_LONG,
            ),
            models.CheckConstraint(
                condition=at_most("places_total", MOST_PLACES) & at_most("places_free", MOST_PLACES),
                name="actors_availability_places_within_a_house",
                violation_error_message=TOO_MANY,
            ),
            *CONSTRAINTS,
        ]
        triggers = [
            pgtrigger.Trigger(
                name="place_is_of_service",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.place_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM actors_serviceatlocation
                        WHERE id = NEW.place_id AND service_id = NEW.service_id) THEN
                        RAISE EXCEPTION 'the place is of another service'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'actors_availability_place_is_of_service';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="statutory_is_never_full",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__status__in=["full", "paused"]),
                func="""
                    IF EXISTS (SELECT 1 FROM actors_service WHERE id = NEW.service_id AND is_statutory) THEN
                        RAISE EXCEPTION 'a statutory service cannot be full or paused'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'actors_statutory_is_never_full';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self):
        return f"{self.service}: {self.get_status_display()}"

    def save(self, *args, **kwargs):
        self._set_valid_until()
        super().save(*args, **kwargs)

    def full_clean(self, *args, **kwargs):
        self._set_valid_until()  # constraints are checked before save
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.service_id and self.service.is_statutory and self.status in NEVER_STATUTORY:
            raise ValidationError({"status": _("A statutory service cannot be full or paused: give the waiting time.")})
        if self.place_id and self.place.service_id != self.service_id:
            raise ValidationError({"place": _("This location is of another service.")})

        counts = {name: getattr(self, name) for name in COUNTS}
        if found := contradiction(
            self.status, **counts, is_statutory=bool(self.service_id and self.service.is_statutory)
        ):
            raise found.error

    def _set_valid_until(self):
        if self.valid_until is None and self.service_id:
            self.valid_until = self.confirmed_at + period(self.service)

    @property
    def has_expired(self) -> bool:
        """Nobody renewed it in time."""
        return self.valid_until <= timezone.now()

    @property
    def current_status(self) -> str:
        """The status that counts now: an expired one is unknown."""
        return AvailabilityStatus.UNKNOWN if self.has_expired else self.status
