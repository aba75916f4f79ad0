"""Which texts of the catalogue exist in Dutch and French; its history is tracked here too."""

from modeltranslation.translator import TranslationOptions, register

from actors import models
from repertorium.history import track


@register(models.Actor)
class ActorTranslation(TranslationOptions):
    fields = ("name", "acronym", "description")


@register(models.Service)
class ServiceTranslation(TranslationOptions):
    fields = ("name", "summary", "description", "plain", "conditions", "cost", "to_bring")


@register(models.Location)
class LocationTranslation(TranslationOptions):
    fields = ("name", "street", "directions")


@register(models.ServiceAtLocation)
class ServiceAtLocationTranslation(TranslationOptions):
    fields = ("hours_remark",)


@register(models.Closure)
class ClosureTranslation(TranslationOptions):
    fields = ("reason",)


@register(models.Contact)
class ContactTranslation(TranslationOptions):
    fields = ("label",)


@register(models.Availability)
class AvailabilityTranslation(TranslationOptions):
    fields = ("note",)


@register([models.Need, models.TargetGroup])
class TermTranslation(TranslationOptions):
    fields = ("name", "plain", "synonyms")
    required_languages = {"default": ("name",)}


@register(models.Theme)
class ThemeTranslation(TranslationOptions):
    fields = (*TermTranslation.fields, "elsewhere")
    required_languages = TermTranslation.required_languages


@register(models.Language)
class LanguageTranslation(TranslationOptions):
    fields = ("name", "synonyms")
    required_languages = {"default": ("name",)}


@register(models.AdmissionWords)
class AdmissionWordsTranslation(TranslationOptions):
    fields = ("words",)


@register(models.UnlistedName)
class UnlistedNameTranslation(TranslationOptions):
    fields = ("name", "words")
    required_languages = {"default": ("name",)}


@register(models.Authority)
class AuthorityTranslation(TranslationOptions):
    fields = ("name", "acronym")
    required_languages = {"default": ("name",)}


@register([models.Membership, models.Hosting])
class RemarkTranslation(TranslationOptions):
    fields = ("remark",)


@register(models.Source)
class SourceTranslation(TranslationOptions):
    fields = ("name",)


@register(models.SourceReference)
class SourceReferenceTranslation(TranslationOptions):
    fields = ("locator", "doubt")


@register(models.CrisisNumber)
class CrisisNumberTranslation(TranslationOptions):
    fields = ("name", "purpose", "answered_by", "also_by", "phrases")
    required_languages = {"default": ("name", "purpose")}


@register(models.CareLevelWord)
class CareLevelWordTranslation(TranslationOptions):
    fields = ("word",)
    required_languages = ("nl", "fr")


@register(models.Procedure)
class ProcedureTranslation(TranslationOptions):
    fields = ("title", "text", "differences", "official_url")
    required_languages = {"default": ("title", "text", "official_url")}


@register(models.Campaign)
class CampaignTranslation(TranslationOptions):
    fields = ("title", "question")
    required_languages = ("nl", "fr")


track(
    models.Actor,
    models.ActorAuthority,
    models.ActorEditor,
    models.AdmissionWords,
    models.Authority,
    models.Availability,
    models.Campaign,
    models.CampaignRequest,
    models.CareLevelWord,
    models.Closure,
    models.Competence,
    models.Contact,
    models.CrisisNumber,
    models.CrisisNumberLanguage,
    models.CrisisNumberNeed,
    models.FormerSlug,
    models.FrontDesk,
    models.Hosting,
    models.Language,
    models.Location,
    models.MailDomain,
    models.Membership,
    models.Need,
    models.NotTheSame,
    models.Procedure,
    models.SchoolHoliday,
    models.Service,
    models.ServiceArea,
    models.ServiceAtLocation,
    models.ServiceLanguage,
    models.ServiceTarget,
    models.ServiceTheme,
    models.Source,
    models.SourceReference,
    models.TargetGroup,
    models.Theme,
    models.UnlistedName,
)
track(models.Invitation, exclude=("token_hash",))
