"""Who may log in. What somebody may do follows from roles (`zones.members`, `actors.models.Viewer`)."""

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
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

    def get_by_natural_key(self, username):
        return self.get(email=username.lower())


class User(AbstractUser):
    """A person with an account: a professional, an actor's editor, zone or regional staff.

    `is_staff` means the regional team. Residents never have an account.
    """

    username = None
    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), unique=True)

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
            )
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email = self.email.lower()

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)


track(User, exclude=("password", "last_login"))
