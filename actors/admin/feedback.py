from django.contrib import admin

from actors.models import Refusal
from repertorium.admin_lists import QuickList


@admin.register(Refusal)
class RefusalAdmin(QuickList, admin.ModelAdmin):
    """Reports are looked at, never made up; one that was made to harm may be deleted."""

    list_display = ["service", "reason", "weight", "reported_at", "answered_at"]
    list_filter = ["reason", "weight"]
    list_select_related = ["service"]
    date_hierarchy = "reported_at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
