"""The territory, for the regional team."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from repertorium.admin_lists import QuickList, QuickRows
from zones.models import (
    Boundary,
    CareZone,
    Municipality,
    Neighbourhood,
    PostalCode,
    SocialHealthNeighbourhood,
    ZoneMember,
)


class ZoneMemberInline(QuickRows, admin.TabularInline):
    model = ZoneMember
    extra = 0
    autocomplete_fields = ["user"]


@admin.register(CareZone)
class CareZoneAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "code", "population", "contact_phone", "contact_email"]
    inlines = [ZoneMemberInline]
    search_fields = ["name_nl", "name_fr", "code"]


class PostalCodeInline(QuickRows, admin.TabularInline):
    model = PostalCode
    extra = 0


@admin.register(Municipality)
class MunicipalityAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "nis", "zone"]
    list_select_related = ["zone"]
    search_fields = ["name_nl", "name_fr", "nis", "postal_codes__code"]
    inlines = [PostalCodeInline]


@admin.register(SocialHealthNeighbourhood)
class SocialHealthNeighbourhoodAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "zone", "has_local_contract", "pieces"]
    list_filter = ["zone", "has_local_contract"]
    list_select_related = ["zone"]
    search_fields = ["name_nl", "name_fr"]
    prepopulated_fields = {"slug": ["name_fr"]}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(piece_count=Count("neighbourhoods"))

    @admin.display(description=_("neighbourhoods"), ordering="piece_count")
    def pieces(self, group):
        return group.piece_count


@admin.register(Neighbourhood)
class NeighbourhoodAdmin(QuickList, TranslationAdmin):
    list_display = ["name", "code", "municipality", "zone", "social_health_neighbourhood", "kind"]
    list_filter = ["zone", "municipality", "kind"]
    list_select_related = ["municipality", "zone", "social_health_neighbourhood"]
    search_fields = ["name_nl", "name_fr", "code"]
    autocomplete_fields = ["municipality", "zone", "social_health_neighbourhood"]


@admin.register(Boundary)
class BoundaryAdmin(QuickList, admin.ModelAdmin):
    """Border lines are imported by `manage.py import_boundaries`; here they can only be looked at."""

    list_display = ["code", "level", "attribution", "imported_at"]
    list_filter = ["level"]
    readonly_fields = ["level", "code", "geometry", "attribution", "imported_at"]

    def has_add_permission(self, request):
        return False
