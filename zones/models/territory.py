"""The territory of the Brussels-Capital Region: 5 care zones, 19 municipalities, 145 neighbourhoods.

The City of Brussels lies in three care zones, so the zone of a place is reached through its neighbourhood,
never through its municipality.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class LatitudeField(models.FloatField):
    """Degrees north, WGS 84, within the Region and its edge."""

    default_validators = [MinValueValidator(50.7), MaxValueValidator(51.0)]


class LongitudeField(models.FloatField):
    """Degrees east, WGS 84, within the Region and its edge."""

    default_validators = [MinValueValidator(4.2), MaxValueValidator(4.6)]


RIM = 0.006  # degrees around the middles of neighbourhoods: about half the width of one


class CareZone(models.Model):
    """One of the five care zones (hulp- en zorgzone, bassin d'aide et de soins) and its contact point."""

    code = models.SlugField(_("code"), unique=True, help_text=_("The French slug, e.g. centre-ouest."))
    slug = models.SlugField(_("slug"), unique=True, help_text=_("One per language; it stands in web addresses."))
    name = models.CharField(_("name"), max_length=100)
    description = models.TextField(_("description"), blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("year of the population"), null=True, blank=True)
    contact_phone = models.CharField(
        _("phone of the contact point"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^\+\d{8,15}$", _("Write it as +3221234567."))],
    )
    contact_email = models.EmailField(_("e-mail address of the contact point"), blank=True)
    contact_website = models.URLField(_("website of the contact point"), blank=True)

    class Meta:
        verbose_name = _("care zone")
        verbose_name_plural = _("care zones")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(population__isnull=True, population_year__isnull=True)
                | models.Q(population__isnull=False, population_year__isnull=False),
                name="zones_population_has_its_year",
                violation_error_message=_("A population needs the year that it was counted, and the reverse."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("zone", args=[self.slug])

    @property
    def box(self) -> list[float] | None:
        """South, west, north, east of the middles of its neighbourhoods, in degrees, with a rim; None without any."""
        ends = {
            "south": models.Min("lat"),
            "west": models.Min("lon"),
            "north": models.Max("lat"),
            "east": models.Max("lon"),
        }
        found = self.neighbourhoods.aggregate(**ends)
        if found["south"] is None:
            return None
        return [found["south"] - RIM, found["west"] - RIM, found["north"] + RIM, found["east"] + RIM]


class Municipality(models.Model):
    """One of the 19 municipalities. Its point stands for addresses that must not be shown."""

    nis = models.CharField(
        _("NIS code"), max_length=5, unique=True, validators=[RegexValidator(r"^21\d{3}$", _("Like 21004."))]
    )
    name = models.CharField(_("name"), max_length=100)
    zone = models.ForeignKey(
        CareZone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="municipalities",
        verbose_name=_("care zone"),
        help_text=_("Only when the whole municipality lies in one."),
    )
    lat = LatitudeField(_("latitude"))
    lon = LongitudeField(_("longitude"))

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["nis"]

    def __str__(self):
        return self.name


class PostalCode(models.Model):
    """A postal code and a municipality that uses it; 1040 and 1050 are used by two.

    It decides neither neighbourhood nor zone: coordinates do. See `zones.geometry`.
    """

    code = models.CharField(
        _("postal code"), max_length=4, validators=[RegexValidator(r"^1[0-2]\d\d$", _("Like 1000."))]
    )
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, related_name="postal_codes", verbose_name=_("municipality")
    )

    class Meta:
        verbose_name = _("postal code")
        verbose_name_plural = _("postal codes")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "municipality"],
                name="zones_postal_code_once_per_municipality",
                violation_error_message=_("This municipality has this postal code already."),
            )
        ]

    def __str__(self):
        return f"{self.code} {self.municipality}"


class SocialHealthNeighbourhood(models.Model):
    """A social-health neighbourhood (welzijns- en gezondheidswijk), a group of neighbourhoods in one zone.

    There is no public list of the about 56, so staff keep them. Some have a local social-health contract
    (LWGC/CLSS).
    """

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    zone = models.ForeignKey(
        CareZone, models.PROTECT, related_name="social_health_neighbourhoods", verbose_name=_("care zone")
    )
    has_local_contract = models.BooleanField(_("local social-health contract (LWGC/CLSS)"), default=False)

    class Meta:
        verbose_name = _("social-health neighbourhood")
        verbose_name_plural = _("social-health neighbourhoods")
        ordering = ["slug"]

    def __str__(self):
        return self.name


class NeighbourhoodKind(models.TextChoices):
    """What a neighbourhood mostly is."""

    RESIDENTIAL = "residential", _("residential")
    GREEN = "green", _("green")
    INDUSTRY = "industry", _("industry")
    CEMETERY = "cemetery", _("cemetery")


class NeighbourhoodQuerySet(models.QuerySet):
    """Neighbourhoods in the words of the domain."""

    def in_zone(self, zone: CareZone):
        """The pieces of neighbourhoods that lie in this zone."""
        return self.filter(zone=zone)

    def with_territory(self):
        """With municipality and zone at hand, in the same query."""
        return self.select_related("municipality__zone", "zone")


class Neighbourhood(models.Model):
    """The smallest territory: a monitoring neighbourhood, cut where a municipal or zone border crosses it.

    So each has exactly one municipality and one zone. Pieces of one neighbourhood share `md` and name:
    show and count them as one.
    """

    code = models.SlugField(_("code"), unique=True, help_text=_("NIS code and number, e.g. 21004-1."))
    md = models.CharField(_("number in the neighbourhood monitor"), max_length=4, db_index=True)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=12, choices=NeighbourhoodKind)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="neighbourhoods", verbose_name=_("municipality")
    )
    zone = models.ForeignKey(CareZone, models.PROTECT, related_name="neighbourhoods", verbose_name=_("care zone"))
    social_health_neighbourhood = models.ForeignKey(
        SocialHealthNeighbourhood,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="neighbourhoods",
        verbose_name=_("social-health neighbourhood"),
    )
    lat = LatitudeField(_("latitude"))
    lon = LongitudeField(_("longitude"))
    area_km2 = models.FloatField(_("area (km²)"), validators=[MinValueValidator(0)])

    objects = NeighbourhoodQuerySet.as_manager()

    class Meta:
        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=NeighbourhoodKind.values),
                name="zones_neighbourhood_kind_is_known",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.municipality})"

    def clean(self):
        super().clean()
        group = self.social_health_neighbourhood
        if group and self.zone_id and group.zone_id != self.zone_id:
            raise ValidationError(
                {"social_health_neighbourhood": _("This social-health neighbourhood lies in another zone.")}
            )
