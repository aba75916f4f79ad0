"""What the catalogue refers to: taxonomy, languages, authorities, sources, crisis numbers, procedures."""

from django import forms
from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from actors.admin.pictogram import PictogramField
from actors.models import (
    AdmissionWords,
    Authority,
    CareLevelWord,
    CrisisNumber,
    CrisisNumberLanguage,
    CrisisNumberNeed,
    Language,
    Need,
    Procedure,
    SchoolHoliday,
    Source,
    TargetGroup,
    Theme,
    UnlistedName,
)
from repertorium.admin_lists import QuickList, QuickRows


class TermForm(forms.ModelForm):
    pictogram = PictogramField()


class TermAdmin(QuickList, TranslationAdmin):
    """A term with how many services have it."""

    list_display = ["name", "code", "pictogram", "position", "used"]
    search_fields = ["name_nl", "name_fr", "code", "synonyms_nl", "synonyms_fr"]
    counted = "service_links"
    form = TermForm

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(use_count=Count(self.counted))

    @admin.display(description=_("services"), ordering="use_count")
    def used(self, term):
        return term.use_count


@admin.register(Need)
class NeedAdmin(TermAdmin):
    list_display = [*TermAdmin.list_display, "is_sensitive", "is_urgent", "for_residents"]
    counted = "themes__service_links"


@admin.register(Theme)
class ThemeAdmin(TermAdmin):
    list_display = [*TermAdmin.list_display, "need"]
    list_filter = ["need"]
    list_select_related = ["need"]
    autocomplete_fields = ["need", "ask_at"]


@admin.register(TargetGroup)
class TargetGroupAdmin(TermAdmin):
    pass


@admin.register(Language)
class LanguageAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "code", "position"]
    search_fields = ["name_nl", "name_fr", "code"]


@admin.register(AdmissionWords)
class AdmissionWordsAdmin(QuickList, TranslationAdmin):
    list_display = ["fact", "words"]


@admin.register(UnlistedName)
class UnlistedNameAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "words", "theme"]
    list_select_related = ["theme"]
    search_fields = ["name_nl", "name_fr", "words_nl", "words_fr"]
    autocomplete_fields = ["theme"]


@admin.register(Authority)
class AuthorityAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "acronym", "slug"]
    search_fields = ["name_nl", "name_fr", "acronym_nl", "acronym_fr"]


@admin.register(SchoolHoliday)
class SchoolHolidayAdmin(QuickList, admin.ModelAdmin):
    list_display = ["name", "community", "first", "last", "source", "remark"]
    list_filter = ["community"]
    search_fields = ["name", "source"]


@admin.register(Source)
class SourceAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "publisher", "licence", "published_on", "is_automatic"]
    search_fields = ["name_nl", "name_fr", "slug"]


@admin.register(CareLevelWord)
class CareLevelWordAdmin(QuickList, TranslationAdmin):
    list_display = ["care_level", "serves", "sector", "word"]
    list_filter = ["care_level", "sector"]


class CrisisLanguageInline(QuickRows, admin.TabularInline):
    model = CrisisNumberLanguage
    extra = 0
    autocomplete_fields = ["language"]


class CrisisNeedInline(QuickRows, admin.TabularInline):
    model = CrisisNumberNeed
    extra = 0
    autocomplete_fields = ["need"]


@admin.register(CrisisNumber)
class CrisisNumberAdmin(QuickList, TranslationAdmin):
    list_display = ["display", "name", "purpose", "cost", "is_emergency", "checked_on"]
    list_filter = ["is_emergency", "cost"]
    search_fields = ["name_nl", "name_fr", "number"]
    inlines = [CrisisLanguageInline, CrisisNeedInline]


@admin.register(Procedure)
class ProcedureAdmin(QuickList, TranslationAdmin):
    list_display = ["title", "official_url", "checked_on"]
    search_fields = ["title_nl", "title_fr"]
