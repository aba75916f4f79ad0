"""Crisis and listening numbers: data, not text."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import Cost
from actors.models.language import Language
from actors.models.source import Source
from actors.models.taxonomy import Need
from actors.opening import validate_opening_hours
from actors.phones import display_phone
from actors.understood import OpeningHoursField
from repertorium.constraints import both_or_neither


class CrisisNumberQuerySet(models.QuerySet):
    """Crisis numbers in the words of the domain."""

    def checked(self):
        """Numbers that somebody checked: only these are shown to residents."""
        return self.filter(checked_on__isnull=False)

    def for_need(self, code: str):
        """The numbers of a need, the one that it opens with first."""
        return self.filter(need_links__need__code=code).order_by("need_links__position", "position")


class CrisisNumber(models.Model):
    """A number to call when it cannot wait. Only 112 and 101 are emergencies."""

    slug = models.SlugField(_("slug"), unique=True)
    number = models.CharField(
        _("number"),
        max_length=20,
        help_text=_("As dialled: 112, or +3280012345."),
        validators=[RegexValidator(r"^(\d{3,6}|\+\d{7,15})$", _("As dialled: 112, or +3280012345."))],
    )
    name = models.CharField(_("name"), max_length=100)
    purpose = models.CharField(_("for what"), max_length=200)
    answered_by = models.CharField(_("who answers"), max_length=150, blank=True)
    opening_hours = OpeningHoursField(
        _("opening hours"),
        max_length=300,
        blank=True,
        validators=[validate_opening_hours],
        help_text=_("OpenStreetMap syntax, e.g. 24/7. Empty: not known."),
    )
    cost = models.CharField(_("cost"), max_length=7, choices=Cost, default=Cost.UNKNOWN)
    is_emergency = models.BooleanField(_("emergency"), default=False)
    also_by = models.CharField(_("also by"), max_length=150, blank=True, help_text=_("App, SMS, chat …"))
    website = models.URLField(_("website"), blank=True)
    languages = models.ManyToManyField(
        Language, through="CrisisNumberLanguage", related_name="crisis_numbers", verbose_name=_("languages")
    )
    needs = models.ManyToManyField(
        Need, through="CrisisNumberNeed", related_name="crisis_numbers", verbose_name=_("needs")
    )
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))
    checked_on = models.DateField(
        _("checked on"), null=True, blank=True, help_text=_("Empty: to verify, and not shown to residents.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    phrases = models.TextField(
        _("words that ask for it"),
        blank=True,
        help_text=_(
            "Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a "
            "phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps "
            "+ bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). "
            "“@1712” stands for all that asks for the number with this slug."
        ),
    )
    foreign_phrases = models.TextField(
        _("such words in other languages"),
        blank=True,
        help_text=_("One language a line, the words split by | signs, as “tr: ekmek | yemek”."),
    )

    objects = CrisisNumberQuerySet.as_manager()

    class Meta:
        verbose_name = _("crisis number")
        verbose_name_plural = _("crisis numbers")
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("source", "checked_on"),
                name="actors_crisis_number_checked_against_a_source",
                violation_error_message=_("A checked number names its source and the day of the check."),
            ),
            models.CheckConstraint(condition=Q(cost__in=Cost.values), name="actors_crisis_number_cost_is_known"),
            models.CheckConstraint(
                condition=Q(is_emergency=False) | Q(number__in=["112", "101"]),
                name="actors_only_112_and_101_are_emergencies",
                violation_error_message=_("Only 112 and 101 are emergency numbers."),
            ),
        ]

    def __str__(self):
        return f"{self.display} {self.name}"

    @property
    def display(self) -> str:
        """As people know it: 112, 0800 99 340."""
        return display_phone(self.number)

    @property
    def is_checked(self) -> bool:
        return self.checked_on is not None and self.checked_on <= timezone.localdate()


class CrisisNumberLanguage(models.Model):
    """A language in which a crisis number answers."""

    crisis_number = models.ForeignKey(CrisisNumber, models.CASCADE, related_name="language_links")
    language = models.ForeignKey(Language, models.PROTECT, related_name="+", verbose_name=_("language"))

    class Meta:
        verbose_name = _("language of a crisis number")
        verbose_name_plural = _("languages of a crisis number")
        constraints = [
            models.UniqueConstraint(fields=["crisis_number", "language"], name="actors_language_once_per_crisis_number")
        ]

    def __str__(self):
        return str(self.language)


class CrisisNumberNeed(models.Model):
    """A need whose pages show a crisis number, and in which order."""

    crisis_number = models.ForeignKey(CrisisNumber, models.CASCADE, related_name="need_links")
    need = models.ForeignKey(Need, models.PROTECT, related_name="crisis_links", verbose_name=_("need"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("need of a crisis number")
        verbose_name_plural = _("needs of a crisis number")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["crisis_number", "need"], name="actors_need_once_per_crisis_number")
        ]

    def __str__(self):
        return str(self.need)
