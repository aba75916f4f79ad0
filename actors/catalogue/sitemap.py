"""The sitemap: every public page, in both languages, each pointing to the other."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from actors.models import Actor, Service, Viewer
from zones.models import CareZone


class Bilingual(Sitemap):
    """Pages that exist in both languages."""

    i18n = True
    alternates = True
    limit = 10_000


class Pages(Bilingual):
    """Pages of the site itself."""

    def items(self):
        return [
            "home",
            "help",
            "help-numbers",
            "search",
            "taxonomy",
            "zones",
            "about",
            "data",
            "accessibility",
            "privacy",
        ]

    def location(self, item):
        return reverse(item)


class Zones(Bilingual):
    """The five zones."""

    def items(self):
        return CareZone.objects.all()


class Actors(Bilingual):
    """The actors that everybody may see."""

    def items(self):
        return Actor.objects.visible_to(Viewer.VISITOR).filter(is_example=False).order_by("pk")


class Services(Bilingual):
    """The services that everybody may see."""

    def items(self):
        return Service.objects.visible_to(Viewer.VISITOR).filter(is_example=False).order_by("pk")


SITEMAPS = {"pages": Pages, "zones": Zones, "actors": Actors, "services": Services}
