from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.Model):
    """A language that people speak at a service; Belgian sign languages included."""

    code = models.CharField(
        _("code"),
        max_length=3,
        unique=True,
        help_text=_("ISO 639-1, or 639-3 where that has none."),
        validators=[RegexValidator(r"^[a-z]{2,3}$", _("Two or three small letters."))],
    )
    name = models.CharField(_("name"), max_length=50)
    synonyms = models.TextField(
        _("words that ask for it"),
        blank=True,
        help_text=_("Who types one of these beside a need sees first who speaks this language. Split by | signs."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name
