"""Who may log in. What somebody may do follows from roles (`zones.members`, `actors.models.Viewer`)."""

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from repertorium.history import track


class EmailUserManager(UserManager):
    """Creates users by e-mail address; there are no user names."""

    def create_user(self, email: str, password: str | None = None, **fields):
        """A new user; without a password they can only come in by a link."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        """A new user of the regional team, who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def regional(self):
        """The regional team: those who may do everything."""
        return self.filter(is_active=True, is_staff=True)

    def get_by_natural_key(self, username):
        return self.get(email=username.lower())


class User(AbstractUser):
    """A person with an account: a professional, an actor's editor, zone or regional staff.

    `is_staff` means the regional team. Residents never have an account. Sessions carry the number of their
    `session_generation`: raising it ends them all, everywhere, at their next request.
    """

    username = None
    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(
        _("language of mail"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_demo = models.BooleanField(_("demo account"), default=False, editable=False)
    bounced_at = models.DateTimeField(_("mail came back on"), null=True, blank=True, editable=False)
    session_generation = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = EmailUserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="accounts_user_email_is_lower_case",
                violation_error_message=_("Write the e-mail address in small letters."),
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=[code for code, _name in settings.LANGUAGES]),
                name="accounts_user_language_is_known",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="somebody_is_regional",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("is_staff", "is_active") | pgtrigger.Delete,
                condition=pgtrigger.Q(old__is_staff=True, old__is_active=True, old__is_demo=False),
                # The lock makes two people who remove each other take turns.
                func="""
                    PERFORM pg_advisory_xact_lock(hashtext('accounts_somebody_is_regional'));
                    IF (TG_OP = 'DELETE' OR NOT (NEW.is_staff AND NEW.is_active)) AND NOT EXISTS (
                        SELECT 1 FROM accounts_user WHERE is_staff AND is_active AND NOT is_demo AND id <> OLD.id
                    ) THEN
                        RAISE EXCEPTION 'the last person of the regional team cannot be removed'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'accounts_somebody_is_regional';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email = self.email.lower()

    def _get_session_auth_hash(self, secret=None):
        value = f"{self.password}:{self.session_generation}"
        return salted_hmac("accounts.User.session", value, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)


track(User, exclude=("password", "last_login", "session_generation", "bounced_at"))
