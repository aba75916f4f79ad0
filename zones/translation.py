"""Which texts of the territory exist in Dutch and French; its history is tracked here too."""

from modeltranslation.translator import TranslationOptions, register

from repertorium.history import track
from zones.models import (
    Boundary,
    CareZone,
    Municipality,
    Neighbourhood,
    PostalCode,
    SocialHealthNeighbourhood,
    ZoneMember,
)


@register(CareZone)
class CareZoneTranslation(TranslationOptions):
    fields = ("slug", "name", "description")
    required_languages = {"default": ("slug", "name")}


@register([Municipality, SocialHealthNeighbourhood, Neighbourhood])
class NameTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("nl", "fr")


track(CareZone, Municipality, PostalCode, SocialHealthNeighbourhood, Neighbourhood, ZoneMember, Boundary)
