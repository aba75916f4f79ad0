from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationTabularInline

from actors.admin.actor import DERIVED, FRESHNESS, ClosureInline, ContactInline, ReferenceInline
from actors.models import (
    Availability,
    Hosting,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)
from actors.models.admission import ACCESS_MODES, FACTS
from repertorium.admin_lists import QuickList, QuickRows


class ThemeInline(QuickRows, admin.TabularInline):
    model = ServiceTheme
    extra = 0
    autocomplete_fields = ["theme"]


class TargetInline(QuickRows, admin.TabularInline):
    model = ServiceTarget
    extra = 0
    autocomplete_fields = ["target"]


class LanguageInline(QuickRows, admin.TabularInline):
    model = ServiceLanguage
    extra = 0
    autocomplete_fields = ["language"]


class AreaInline(QuickRows, admin.TabularInline):
    model = ServiceArea
    extra = 0
    autocomplete_fields = ["zone", "municipality", "neighbourhood"]


class HostingInline(QuickRows, TranslationTabularInline):
    model = Hosting
    extra = 0
    autocomplete_fields = ["host"]


class PlaceInline(QuickRows, TranslationTabularInline):
    model = ServiceAtLocation
    extra = 0
    autocomplete_fields = ["location"]
    show_change_link = True


class AvailabilityInline(QuickRows, TranslationTabularInline):
    model = Availability
    extra = 0
    fields = [
        "place",
        "status",
        "waiting_days",
        "places_total",
        "places_free",
        "note",
        "confirmed_at",
        "valid_until",
    ]
    autocomplete_fields = ["place"]


@admin.register(Service)
class ServiceAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "actor", "status", "level", "serves", "confirmed_on", "due_on"]
    list_filter = ["status", "level", "themes__need", "serves", "is_statutory", "is_automatic", "is_example"]
    list_select_related = ["actor"]
    search_fields = ["name_nl", "name_fr", "slug", "actor__name_nl", "actor__name_fr"]
    autocomplete_fields = ["actor"]
    readonly_fields = DERIVED
    save_on_top = True
    inlines = [
        ThemeInline,
        TargetInline,
        LanguageInline,
        PlaceInline,
        AvailabilityInline,
        AreaInline,
        HostingInline,
        ContactInline,
        ReferenceInline,
    ]
    fieldsets = [
        (None, {"fields": ["actor", "name", "summary", "plain", "description", "slug"]}),
        (
            _("Admission"),
            {
                "fields": [
                    *(fact.field for fact in FACTS),
                    ("age_min", "age_max"),
                    "territory_limited",
                    "conditions",
                    "cost",
                    "to_bring",
                    "admission_confirmed_on",
                ]
            },
        ),
        (_("How it is given"), {"fields": [*(fact.field for fact in ACCESS_MODES), "care_level", "serves"]}),
        (
            _("Room"),
            {
                "fields": [
                    "asks_room",
                    "is_statutory",
                    "availability_kind",
                    "availability_days",
                    "dispatched_by",
                    ("accepts_overflow", "overflow_cap"),
                ]
            },
        ),
        (_("Publication"), {"fields": ["status", "level", "ends_on"]}),
        (_("Freshness"), {"fields": FRESHNESS}),
    ]

    def save_formset(self, request, form, formset, change):
        """Who sets a status here is who confirmed it."""
        if formset.model is Availability:
            for status in formset.save(commit=False):
                status.confirmed_by = request.user
        super().save_formset(request, form, formset, change)


@admin.register(ServiceAtLocation)
class ServiceAtLocationAdmin(QuickList, TranslationAdmin):
    list_display = ["service", "location", "opening_hours", "hours_confirmed_on"]
    list_select_related = ["service", "location"]
    search_fields = ["service__name_nl", "service__name_fr", "location__street_nl", "location__street_fr"]
    autocomplete_fields = ["service", "location"]
    inlines = [ClosureInline]
