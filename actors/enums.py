"""The closed lists of the catalogue. Their words stand in `locale/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    """What an actor is."""

    ORGANISATION = "organisation", _("organisation")
    PUBLIC_BODY = "public-body", _("public body")
    PRACTICE = "practice", _("group practice")
    PRACTITIONER = "practitioner", _("independent practitioner")
    NETWORK = "network", _("network")
    INFORMAL = "informal", _("informal or volunteer group")
    PROJECT = "project", _("project")


class LanguageGroup(models.TextChoices):
    """The language group that an actor belongs to."""

    DUTCH = "nl", _("Dutch-speaking")
    FRENCH = "fr", _("French-speaking")
    BOTH = "bi", _("bilingual (bicommunity)")
    UNKNOWN = "unknown", _("not known")


class Status(models.TextChoices):
    """Where a listing stands in its life."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")
    MERGED = "merged", _("merged into another")


class Level(models.TextChoices):
    """Who may see a published record; `actors.models.visibility` holds what follows from it."""

    PUBLIC = "public", _("everyone")
    PROFESSIONALS = "professionals", _("professionals only")
    UNDISCLOSED = "undisclosed", _("address on request")


class LocationKind(models.TextChoices):
    """How one gets to a service."""

    FIXED = "fixed", _("fixed address")
    MOBILE = "mobile", _("mobile stop")
    HOME = "home", _("at your home")
    PHONE = "phone", _("by telephone")
    ONLINE = "online", _("online")


class Precision(models.TextChoices):
    """How well the point of a location is known."""

    EXACT = "exact", _("the building")
    STREET = "street", _("the street")
    NEIGHBOURHOOD = "neighbourhood", _("the neighbourhood, approximately")


class ContactKind(models.TextChoices):
    """How an actor, a service or a place is reached."""

    PHONE = "phone", _("telephone")
    EMAIL = "email", _("e-mail")
    WEBSITE = "website", _("website")
    SOCIAL = "social", _("social media")


class SchoolCalendar(models.TextChoices):
    """Whose schools: since 2022 those of the two Communities rest on different days."""

    FLEMISH = "vg", _("Flemish Community")
    FRENCH = "cf", _("French Community")


class FactKind(models.TextChoices):
    """What a source tells of a record."""

    NAME = "name", _("name")
    ADDRESS = "address", _("address")
    PHONE = "phone", _("telephone")
    EMAIL = "email", _("e-mail")
    WEBSITE = "website", _("website")
    HOURS = "hours", _("opening hours")
    ADMISSION = "admission", _("conditions")
    COST = "cost", _("cost")


class AvailabilityStatus(models.TextChoices):
    """Whether there is room; an expired status is UNKNOWN."""

    OPEN = "open", _("has room")
    LIMITED = "limited", _("little room")
    WAITING_LIST = "waiting_list", _("waiting list")
    FULL = "full", _("full")
    PAUSED = "paused", _("paused")
    UNKNOWN = "unknown", _("not known")


class AvailabilityKind(models.TextChoices):
    """What an availability counts; it decides how long a status holds (`availability.PERIODS`)."""

    BEDS = "beds", _("beds or places, counted per day")
    INTAKE = "intake", _("intake of new people")
    WAITING_TIME = "waiting-time", _("usual waiting time")


class ConfirmedHow(models.TextChoices):
    """How we know a status."""

    STAFF = "staff", _("by the zone or regional team")
    ACTOR = "actor", _("by the actor itself")
    DESK = "desk", _("by the front desk of the actor")
    PHONE = "phone", _("by telephone")
    VISIT = "visit", _("on a visit")
    IMPORT = "import", _("by an import")
    SOURCE = "source", _("stated by the source")


class RefusalReason(models.TextChoices):
    """Why somebody was refused, as whoever reports it says."""

    FULL = "full", _("full")
    OTHER_ZONE = "other-zone", _("outside the territory")
    NOT_ELIGIBLE = "not-eligible", _("conditions not met")
    LANGUAGE = "language", _("no common language")
    CLOSED = "closed", _("closed")
    NO_ANSWER = "no-answer", _("no answer")


class SuggestionField(models.TextChoices):
    """What somebody says is wrong in a listing, in the words of who reads it."""

    NAME = "name", _("name")
    PHONE = "phone", _("telephone number")
    EMAIL = "email", _("e-mail address")
    WEBSITE = "website", _("website")
    ADDRESS = "address", _("address")
    HOURS = "hours", _("opening hours")
    CONDITIONS = "conditions", _("conditions")
    OTHER = "other", _("something else")


class SuggestionState(models.TextChoices):
    """What became of a suggestion."""

    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("taken over")
    AMENDED = "amended", _("taken over otherwise")
    REFUSED = "refused", _("not taken over")


class CampaignKind(models.TextChoices):
    """What can be answered to the question of a campaign."""

    YES_NO = "yes-no", _("yes or no")
    NUMBER = "number", _("yes, and how many, or no")
    CLOSED = "closed", _("open as usual, closed on some days, or other hours")
    TEXT = "text", _("a few words")


class CampaignAnswer(models.TextChoices):
    """What somebody answered to the question of a campaign."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    AS_USUAL = "as-usual", _("open as usual")
    CLOSED = "closed", _("closed on some days")
    OTHER_HOURS = "other-hours", _("other hours")
    WORDS = "words", _("answered in words")


class CareLevel(models.TextChoices):
    """Level of care in the numbering of the World Health Organization (source: Panorama 2025, table of 3.1.2).

    `2-hospital` is split off because the Dutch-speaking health sector calls it the third line.
    """

    COMMUNITY = "0", _("0 – community work")
    LOW_THRESHOLD = "0.5", _("0.5 – low threshold")
    FIRST = "1", _("1 – first contact, general care")
    SUPPORT = "1.5", _("1.5 – support to the first line")
    SPECIALISED = "2", _("2 – specialised, on referral")
    HOSPITAL = "2-hospital", _("2 – specialised, in a hospital or centre")
    HIGHLY_SPECIALISED = "3", _("3 – highly specialised")


class Serves(models.TextChoices):
    """Whether a service helps people themselves or those who help them."""

    PUBLIC = "public", _("the public")
    PROFESSIONALS = "professionals", _("professionals")
    BOTH = "both", _("the public and professionals")


class Sector(models.TextChoices):
    """The sectors that have their own words for levels of care."""

    NL_HEALTH = "nl-health", _("Dutch-speaking health sector")
    FR_HEALTH = "fr-health", _("French-speaking health sector")
    FR_SOCIAL = "fr-social", _("French-speaking social sector")


class NetworkRole(models.TextChoices):
    """What an actor is in a network."""

    COORDINATOR = "coordinator", _("coordinates")
    MEMBER = "member", _("member")
    PARTNER = "partner", _("partner")
    HOST = "host", _("hosting partner")
    FUNDER = "funder", _("funds")


class CompetenceKind(models.TextChoices):
    """Who is competent for an address."""

    OCMW_CPAS = "ocmw-cpas", _("public centre for social welfare (OCMW/CPAS)")
    ZONE_CONTACT = "zone-contact", _("contact point of the care zone")
    BAR_RAQ = "bar-raq", _("neighbourhood action relay (BAR/RAQ)")
    CHW = "chw", _("community health workers (CHW)")
    LOCAL_CONTRACT = "local-contract", _("local social-health contract (LWGC/CLSS)")


class Cost(models.TextChoices):
    """What a call costs."""

    FREE = "free", _("free call")
    PAID = "paid", _("paid call")
    UNKNOWN = "unknown", _("cost not known")


class Role(models.TextChoices):
    """What somebody with an account is. Each of the last three may do what `permissions.py` says."""

    PROFESSIONAL = "professional", _("professional")
    EDITOR = "editor", _("editor of an actor")
    ZONE = "zone", _("team of a care zone")
    REGIONAL = "regional", _("regional team")
