from django.contrib import admin

from actors.models import Refusal, Suggestion
from repertorium.admin_lists import QuickList


class ToldAdmin(QuickList, admin.ModelAdmin):
    """What people told is looked at, never made up; what was made to harm may be deleted."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Refusal)
class RefusalAdmin(ToldAdmin):
    list_display = ["service", "reason", "weight", "reported_at", "answered_at"]
    list_filter = ["reason", "weight"]
    list_select_related = ["service"]
    date_hierarchy = "reported_at"


@admin.register(Suggestion)
class SuggestionAdmin(ToldAdmin):
    """Without the address of who wants an answer: nobody needs it."""

    list_display = ["__str__", "field", "state", "sent_at", "handled_at"]
    list_filter = ["state", "field", "by_professional"]
    list_select_related = ["actor__merged_into", "service__actor"]
    date_hierarchy = "sent_at"
    exclude = ["email", "reporter"]
