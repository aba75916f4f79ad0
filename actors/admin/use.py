from django.contrib import admin

from actors.models import SearchDemand, ServiceUse
from repertorium.admin_lists import QuickList


class CountAdmin(QuickList, admin.ModelAdmin):
    """Counts are looked at, never made up."""

    date_hierarchy = "day"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(ServiceUse)
class ServiceUseAdmin(CountAdmin):
    list_display = ["service", "day", "count"]
    list_select_related = ["service"]


@admin.register(SearchDemand)
class SearchDemandAdmin(CountAdmin):
    list_display = ["day", "need", "zone", "had_results", "count"]
    list_filter = ["had_results", "zone", "need"]
    list_select_related = ["need", "zone"]

    def get_queryset(self, request):
        """Small counts are nobody's to read."""
        return super().get_queryset(request).large()
