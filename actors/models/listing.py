"""What actors and services have in common: a life (draft … archived), a level, and freshness."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import Level, Status
from actors.models import visibility
from actors.models.visibility import Viewer
from repertorium.constraints import CheckedAtOnce, has_text

MISSED_REVIEWS = 2  # after so many a listing leaves the resident's view


def _empty(name: str) -> Q:
    """A translated text that is not there: it may be NULL."""
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def in_one_language(prefix: str = "") -> Q:
    """A name or a description that exists in one language only."""
    name_nl, name_fr, text_nl, text_fr = (
        _empty(f"{prefix}{field}_{language}") for field in ("name", "description") for language in ("nl", "fr")
    )
    return name_nl | name_fr | (text_nl ^ text_fr)


class DerivedField(models.GeneratedField):
    """A column that the database works out itself, so that bulk writes and raw SQL keep it right too."""

    def __init__(self, **kwargs):
        kwargs.update(expression=self.derivation(), output_field=self.output(), db_persist=True)
        super().__init__(**kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        derived = {"expression", "output_field", "db_persist"}
        return name, path, args, {key: value for key, value in kwargs.items() if key not in derived}


class SortKeyNL(DerivedField):
    """The name in Dutch (else in French), folded: no accents, small letters.

    PostgreSQL runs without ICU here, where `É` sorts after `Z`.
    """

    languages = ("nl", "fr")
    output = models.TextField

    def derivation(self):
        first, second = (NullIf(F(f"name_{language}"), Value("")) for language in self.languages)
        return Func(Coalesce(first, second, Value("")), function="fold_text")


class SortKeyFR(SortKeyNL):
    """The same for French (else Dutch)."""

    languages = ("fr", "nl")


class ReviewDay(DerivedField):
    """The day that `rhythms` review rhythms have passed since the listing was confirmed, else entered."""

    output = models.DateField

    def __init__(self, rhythms: int = 1, **kwargs):
        self.rhythms = rhythms
        super().__init__(**kwargs)

    def derivation(self):
        start = Coalesce(F("confirmed_on"), F("entered_on"))
        return Func(start, F("review_months") * self.rhythms, function="add_months")

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "rhythms": self.rhythms}


class ListingQuerySet(models.QuerySet):
    """Listings in the words of the domain."""

    def published(self):
        """Published and not past its end date; who may see them is asked with `visible_to`."""
        return self.filter(visibility.published())

    def visible_to(self, viewer: Viewer):
        """What this viewer may see (the table in `actors.models.visibility`)."""
        return self.filter(visibility.visible_to(viewer))

    def gone(self):
        """Listings for everyone that have ended: archived, or past their last day."""
        ended = Q(status=Status.ARCHIVED) | Q(status=Status.PUBLISHED, ends_on__lt=timezone.localdate())
        return self.filter(ended, level=Level.PUBLIC)

    def formerly(self, slug: str):
        """The listing that had this slug before it was renamed."""
        return self.filter(former_slugs__slug=slug)

    def past_their_end(self):
        """Published still, though their last day is over."""
        return self.filter(status=Status.PUBLISHED, ends_on__lt=timezone.localdate())

    def in_name_order(self, language: str):
        """By name in this language, as a dictionary has it."""
        return self.order_by(f"sort_{language}", "pk")


class Listing(CheckedAtOnce):
    """A record of the repertorium with its publication and its freshness.

    `confirmed_on` is when a person last said that the whole listing is right; `due_on` when that is to be
    asked again, one review rhythm later; `stale_on` when two rhythms have passed without an answer.
    A record that nobody confirmed yet counts its rhythm from the day of entry.
    """

    slug = models.SlugField(_("slug"), max_length=80, unique=True, help_text=_("Stable; the same in both languages."))
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    level = models.CharField(_("publication level"), max_length=13, choices=Level, default=Level.PUBLIC)
    ends_on = models.DateField(_("ends on"), null=True, blank=True, help_text=_("Last day of a temporary project."))
    is_automatic = models.BooleanField(
        _("from an automatic source"),
        default=False,
        help_text=_("Only from an automatic source; residents see it once somebody has confirmed it."),
    )
    is_example = models.BooleanField(_("example"), default=False, help_text=_("Invented, to show how the site works."))
    entered_on = models.DateField(_("entered on"), default=timezone.localdate, editable=False)
    confirmed_on = models.DateField(_("last confirmed on"), null=True, blank=True)
    review_months = models.PositiveSmallIntegerField(
        _("review rhythm (months)"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
    )
    due_on = ReviewDay(1, verbose_name=_("review due on"))
    stale_on = ReviewDay(MISSED_REVIEWS, verbose_name=_("reviews missed on"), db_index=True)
    sort_nl = SortKeyNL(verbose_name=_("sort key (NL)"))
    sort_fr = SortKeyFR(verbose_name=_("sort key (FR)"))

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=has_text("name_nl") | has_text("name_fr"),
                name="%(app_label)s_%(class)s_has_a_name",
                violation_error_message=_("Give a name in at least one language."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="%(app_label)s_%(class)s_status_is_known"
            ),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="%(app_label)s_%(class)s_level_is_known"),
        ]

    def __str__(self):
        return self.name or self.slug

    def clean(self):
        super().clean()
        if self.confirmed_on and self.confirmed_on > timezone.localdate():
            raise ValidationError({"confirmed_on": _("This day is still to come.")})

    def confirm(self, on: date | None = None) -> None:
        """Somebody said "still right": the review rhythm starts again."""
        self.confirmed_on = on or timezone.localdate()
        self.save(update_fields=["confirmed_on"])
        self.refresh_from_db(fields=["due_on", "stale_on"])

    @property
    def is_past_its_end(self) -> bool:
        """Published still, though its last day is over (the rule of `past_their_end`)."""
        return self.status == Status.PUBLISHED and bool(self.ends_on) and self.ends_on < timezone.localdate()

    @property
    def is_unconfirmed(self) -> bool:
        """From an automatic source, and not confirmed by anyone."""
        return self.is_automatic and self.confirmed_on is None

    @property
    def has_labels(self) -> bool:
        """Something must be known of it before it is trusted."""
        return self.is_example or self.is_unconfirmed or self.is_stale

    @property
    def is_stale(self) -> bool:
        """Two reviews were missed."""
        return self.stale_on <= timezone.localdate()

    def is_visible_to(self, viewer: Viewer) -> bool:
        """Whether this viewer may see the record, by the same rule as lists of them."""
        return type(self).objects.visible_to(viewer).filter(pk=self.pk).exists()
