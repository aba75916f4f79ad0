"""E-mail domains of which staff confirmed that they are an organisation's own."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.mail_providers import is_shared
from actors.models.actor import Actor

# Host names as DNS knows them: no other script that looks alike, no capital, no dot at the end.
HOST = r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$"

PLAIN = _("Write a domain in small letters, like house.be.")


class MailDomain(models.Model):
    """Whoever reads mail at this domain works for `actor`, and may register as a professional.

    A website proves nothing by itself: an actor's editor writes what they like there. So a person of a zone team or the
    regional team confirms it. Without `confirmed_by` it came with the starting data.
    """

    domain = models.CharField(
        _("domain"),
        max_length=253,
        unique=True,
        validators=[RegexValidator(HOST, PLAIN)],
        error_messages={"unique": _("This domain is confirmed already.")},
    )
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="mail_domains", verbose_name=_("actor"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed on"), default=timezone.now)

    class Meta:
        verbose_name = _("e-mail domain")
        verbose_name_plural = _("e-mail domains")
        ordering = ["domain"]
        constraints = [
            models.CheckConstraint(
                condition=Q(domain__regex=HOST),
                name="actors_mail_domain_is_plain",
                violation_error_message=PLAIN,
            ),
        ]

    def __str__(self):
        return self.domain

    def clean(self):
        super().clean()
        if is_shared(self.domain):
            raise ValidationError({"domain": _("Everybody can have mail at this domain: it is no organisation's own.")})
