from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline, TranslationTabularInline

from actors.models import (
    Actor,
    ActorAuthority,
    Closure,
    Competence,
    Contact,
    Location,
    Membership,
    Service,
    SourceReference,
)
from repertorium.admin_lists import QuickList, QuickRows, count_of

FRESHNESS = (
    "confirmed_on",
    "review_months",
    ("due_on", "stale_on"),
    "entered_on",
    ("is_automatic", "is_example"),
)
DERIVED = ("due_on", "stale_on", "entered_on")


class ContactInline(QuickRows, TranslationTabularInline):
    model = Contact
    extra = 0
    fields = ["kind", "value", "label", "level", "is_personal", "consent_on"]


class LocationInline(QuickRows, TranslationStackedInline):
    model = Location
    extra = 0
    autocomplete_fields = ["neighbourhood"]
    show_change_link = True


class ServiceInline(QuickRows, admin.TabularInline):
    """The services of an actor by name; each is edited on its own page."""

    model = Service
    extra = 0
    fields = ["slug", "status", "level"]
    readonly_fields = fields
    show_change_link = True
    can_delete = False

    def has_add_permission(self, request, obj):
        return False


class AuthorityInline(QuickRows, admin.TabularInline):
    model = ActorAuthority
    extra = 0
    autocomplete_fields = ["authority"]


class NetworkInline(QuickRows, TranslationTabularInline):
    model = Membership
    fk_name = "member"
    extra = 0
    autocomplete_fields = ["network"]
    verbose_name_plural = _("networks that it belongs to")


class CompetenceInline(QuickRows, admin.TabularInline):
    model = Competence
    extra = 0
    autocomplete_fields = ["zone", "municipality", "social_health_neighbourhood", "neighbourhood"]


class ClosureInline(QuickRows, TranslationTabularInline):
    model = Closure
    fields = ["days", "reason"]
    extra = 0


class ReferenceInline(QuickRows, TranslationTabularInline):
    model = SourceReference
    fields = ["source", "about", "identifier", "locator", "said_on", "doubt", "checked_on"]
    autocomplete_fields = ["source"]
    extra = 0


@admin.register(Actor)
class ActorAdmin(QuickList, TranslationAdmin):
    list_display = [
        "name",
        "kind",
        "status",
        "level",
        "steward",
        "services_offered",
        "confirmed_on",
        "due_on",
    ]
    list_filter = ["status", "level", "kind", "steward", "language_group", "is_automatic", "is_example"]
    list_select_related = ["steward"]
    search_fields = ["name_nl", "name_fr", "acronym_nl", "acronym_fr", "slug"]
    autocomplete_fields = ["parent", "steward", "merged_into"]
    readonly_fields = DERIVED
    prepopulated_fields = {"slug": ["name_fr"]}
    save_on_top = True
    inlines = [
        ContactInline,
        LocationInline,
        ServiceInline,
        AuthorityInline,
        NetworkInline,
        CompetenceInline,
        ClosureInline,
        ReferenceInline,
    ]
    fieldsets = [
        (
            None,
            {"fields": ["name", "name_language", "acronym", "description", "slug", "kind", "language_group", "parent"]},
        ),
        (
            _("Publication"),
            {"fields": ["status", "level", "consent_on", "steward", "ends_on", "merged_into"]},
        ),
        (_("Freshness"), {"fields": FRESHNESS}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(service_count=count_of(Service.objects.all(), "actor"))

    @admin.display(description=_("services"), ordering="service_count")
    def services_offered(self, actor):
        return actor.service_count


@admin.register(Location)
class LocationAdmin(QuickList, TranslationAdmin):
    list_display = ["__str__", "actor", "kind", "level", "neighbourhood", "territory_checked", "precision"]
    list_filter = ["kind", "level", "territory_checked", "precision", "neighbourhood__zone"]
    list_select_related = ["actor", "neighbourhood__municipality"]
    search_fields = ["name_nl", "name_fr", "street_nl", "street_fr", "actor__name_nl", "actor__name_fr"]
    autocomplete_fields = ["actor", "neighbourhood"]
    inlines = [ContactInline]
