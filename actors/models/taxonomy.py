"""The one regional taxonomy: needs (the resident's pictograms), themes under them, and target groups.

Every term is known by its kind and code (`need/seniors` and `target/seniors` are two); three tables let the
database see to it that a service has themes where themes belong.
"""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGE_BEFORE = re.compile(r"^\s*[a-z]{2,3}\s*:", re.MULTILINE)


def split_words(text: str) -> tuple[str, ...]:
    """Words and phrases, one a line or split by `|`. A line may begin with its language, as `tr: ekmek | yemek`."""
    parts = LANGUAGE_BEFORE.sub("", text).replace("\n", "|").split("|")
    return tuple(part.strip() for part in parts if part.strip())


class Term(models.Model):
    """A term with its words. `synonyms` are words and phrases that people search by, see `split_words`."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    plain = models.CharField(_("in plain words"), max_length=100, blank=True)
    pictogram = models.SlugField(_("pictogram"), help_text=_("Name of a Font Awesome Free solid icon."))
    synonyms = models.TextField(_("synonyms"), blank=True, help_text=_("Split by | signs."))
    foreign_words = models.TextField(
        _("words in other languages"),
        blank=True,
        help_text=_("One language a line, the words split by | signs, as “tr: ekmek | yemek”."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self):
        return self.name

    @property
    def plain_or_name(self) -> str:
        """What a resident reads; needs for professionals have no plain words."""
        return self.plain or self.name


class Need(Term):
    """What somebody needs: the upper level, and the resident's first screen."""

    is_sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("Its pages have neutral addresses and a way to leave quickly."),
    )
    is_urgent = models.BooleanField(_("urgent"), default=False, help_text=_("Crisis numbers come first on its pages."))
    for_residents = models.BooleanField(_("shown to residents"), default=True)

    class Meta(Term.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")


class Theme(Term):
    """The lower level: the professional's filter. Every service has at least one."""

    need = models.ForeignKey(Need, models.PROTECT, related_name="themes", verbose_name=_("need"))
    is_sensitive = models.BooleanField(_("sensitive"), default=False)
    can_wait = models.BooleanField(
        _("can wait"),
        default=False,
        help_text=_("Leisure, meeting people, staying healthy: stands after what is urgent under the same need."),
    )
    asks_room = models.BooleanField(
        _("room is a question"),
        default=True,
        help_text=_("No where everybody can always come in, as at a museum or a square: then nobody asks for it."),
    )
    elsewhere = models.TextField(
        _("where else"),
        blank=True,
        help_text=_("Where to go as long as no service here has this theme."),
    )
    ask_at = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("ask at"),
        help_text=_("The theme whose services can say where to go, as long as no service here has this one."),
    )

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class TargetGroup(Term):
    """For whom."""

    class Meta(Term.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")
