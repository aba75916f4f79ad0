"""The catalogue: actors, their services, where and when these are given, to whom, and whether there is room."""

from actors.models.actor import Actor, ActorAuthority, Authority, Membership
from actors.models.availability import Availability
from actors.models.campaign import Campaign, CampaignRequest
from actors.models.care_level import CareLevelWord
from actors.models.competence import Competence, Procedure
from actors.models.contact import Contact
from actors.models.crisis import CrisisNumber, CrisisNumberLanguage, CrisisNumberNeed
from actors.models.draft import Draft, SavedForm
from actors.models.editor import ActorEditor
from actors.models.former_slug import FormerSlug
from actors.models.front_desk import FrontDesk
from actors.models.invitation import Invitation
from actors.models.language import Language
from actors.models.location import Closure, Location, ServiceAtLocation
from actors.models.mail_domain import MailDomain
from actors.models.not_the_same import NotTheSame
from actors.models.queue_handover import QueueHandover
from actors.models.queue_hold import QueueHold
from actors.models.refusal import Refusal
from actors.models.school_holiday import SchoolHoliday
from actors.models.service import (
    Hosting,
    Service,
    ServiceArea,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)
from actors.models.source import Source, SourceReference
from actors.models.spoken import AdmissionWords, UnlistedName
from actors.models.spreadsheet import Spreadsheet, SpreadsheetRow
from actors.models.subscription import SavedSearch, StaffDigest
from actors.models.suggestion import Suggestion
from actors.models.taxonomy import Need, TargetGroup, Theme
from actors.models.use import SearchDemand, ServiceUse
from actors.models.visibility import Viewer

__all__ = [
    "Actor",
    "ActorAuthority",
    "ActorEditor",
    "AdmissionWords",
    "Authority",
    "Availability",
    "Campaign",
    "CampaignRequest",
    "CareLevelWord",
    "Closure",
    "Competence",
    "Contact",
    "CrisisNumber",
    "CrisisNumberLanguage",
    "CrisisNumberNeed",
    "Draft",
    "FormerSlug",
    "FrontDesk",
    "Hosting",
    "Invitation",
    "Language",
    "Location",
    "MailDomain",
    "Membership",
    "Need",
    "NotTheSame",
    "Procedure",
    "QueueHandover",
    "QueueHold",
    "Refusal",
    "SavedForm",
    "SavedSearch",
    "SchoolHoliday",
    "SearchDemand",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceLanguage",
    "ServiceTarget",
    "ServiceTheme",
    "ServiceUse",
    "Source",
    "SourceReference",
    "Spreadsheet",
    "SpreadsheetRow",
    "StaffDigest",
    "Suggestion",
    "TargetGroup",
    "Theme",
    "UnlistedName",
    "Viewer",
]
