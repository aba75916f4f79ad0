"""How to reach an actor, a service or a place."""

from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.enums import ContactKind, Level
from actors.models.actor import Actor
from actors.models.location import Location
from actors.models.service import Service
from actors.models.visibility import Viewer
from actors.opening import validate_opening_hours
from actors.phones import display_phone, validate_phone
from actors.understood import OpeningHoursField
from repertorium.constraints import CheckedAtOnce, exactly_one

VALIDATORS = {
    ContactKind.PHONE: validate_phone,
    ContactKind.EMAIL: validate_email,
    ContactKind.WEBSITE: URLValidator(schemes=["http", "https"]),
    ContactKind.SOCIAL: URLValidator(schemes=["http", "https"]),
}


def mail_link(address: str) -> str:
    """A `mailto:` link to one address: no `?bcc=` or second receiver that somebody planted in it comes through."""
    return f"mailto:{quote(address, safe='@')}"


class ContactQuerySet(models.QuerySet):
    """Contact channels in the words of the domain."""

    def visible_to(self, viewer: Viewer):
        """Channels that this viewer may use; undisclosed ones are for staff only."""
        if viewer is Viewer.STAFF:
            return self
        return self.filter(level__in=set(viewer.levels) - {Level.UNDISCLOSED})


class Contact(CheckedAtOnce):
    """A telephone number, e-mail address or web page of an actor, a service or a place.

    `is_personal` marks what belongs to a person and not to the organisation: that is personal data, and is
    shown to everyone only with recorded consent.
    """

    actor = models.ForeignKey(Actor, models.CASCADE, null=True, blank=True, related_name="contacts")
    service = models.ForeignKey(Service, models.CASCADE, null=True, blank=True, related_name="contacts")
    location = models.ForeignKey(Location, models.CASCADE, null=True, blank=True, related_name="contacts")
    kind = models.CharField(_("kind"), max_length=7, choices=ContactKind, default=ContactKind.PHONE)
    value = models.CharField(_("number or address"), max_length=300)
    label = models.CharField(_("for what"), max_length=100, blank=True)
    opening_hours = OpeningHoursField(
        _("answered at these hours"),
        max_length=500,
        blank=True,
        validators=[validate_opening_hours],
        help_text=_("Where they differ from those of the door, e.g. ma-vr 9-12u. Empty: not known."),
    )
    level = models.CharField(_("publication level"), max_length=13, choices=Level, default=Level.PUBLIC)
    is_personal = models.BooleanField(_("belongs to a person"), default=False)
    consent_on = models.DateField(_("consent recorded on"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact channel")
        verbose_name_plural = _("contact channels")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("actor", "service", "location"),
                name="actors_contact_of_one_record",
                violation_error_message=_("A contact channel belongs to one actor, service or location."),
            ),
            models.CheckConstraint(condition=Q(kind__in=ContactKind.values), name="actors_contact_kind_is_known"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="actors_contact_level_is_known"),
            models.CheckConstraint(
                condition=~Q(kind=ContactKind.PHONE) | Q(value__regex=r"^(\d{3,6}|\+\d{7,15})$"),
                name="actors_contact_phone_is_as_dialled",
                violation_error_message=_("Write the number as +3221234567; a short one as 107."),
            ),
            models.CheckConstraint(
                condition=Q(is_personal=False) | ~Q(level=Level.PUBLIC) | Q(consent_on__isnull=False),
                name="actors_contact_of_a_person_public_with_consent",
                violation_error_message=_("What belongs to a person is public only with recorded consent."),
            ),
        ]

    def __str__(self):
        return self.display

    def clean(self):
        super().clean()
        try:
            VALIDATORS[self.kind](self.value)
        except ValidationError as error:
            raise ValidationError({"value": error}) from error

    @property
    def href(self) -> str:
        """What a link to it points to."""
        if self.kind == ContactKind.EMAIL:
            return mail_link(self.value)
        return f"tel:{self.value}" if self.kind == ContactKind.PHONE else self.value

    @property
    def display(self) -> str:
        """As people write it in Belgium: 02 512 34 56, and web addresses without their ceremony."""
        if self.kind == ContactKind.PHONE:
            return display_phone(self.value)
        if self.kind == ContactKind.EMAIL:
            return self.value
        return self.value.split("://", 1)[-1].removeprefix("www.").rstrip("/")
