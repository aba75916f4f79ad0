"""Who works for which zone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zones.models.territory import CareZone


class ZoneMember(models.Model):
    """A member of the team of a zone. Members may edit every actor that is seated in their zone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="zone_memberships", verbose_name=_("user")
    )
    zone = models.ForeignKey(CareZone, models.CASCADE, related_name="members", verbose_name=_("care zone"))

    class Meta:
        verbose_name = _("member of a zone team")
        verbose_name_plural = _("members of zone teams")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "zone"],
                name="zones_member_once_per_zone",
                violation_error_message=_("This person is a member of this zone team already."),
            )
        ]

    def __str__(self):
        return f"{self.user} ({self.zone})"
