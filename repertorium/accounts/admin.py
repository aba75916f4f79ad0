"""Accounts in Django's admin: who they are and whether they are open.

Roles are given on the page of people and nowhere else; passwords and second factors are nobody else's.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from repertorium.accounts.models import User
from repertorium.admin_lists import QuickList

admin.site.unregister([EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, Group])


class UserForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("name", "language", "is_active")

    def clean_is_active(self):
        active = self.cleaned_data["is_active"]
        if not active and self.instance.is_staff and not User.objects.regional().exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This is the last person of the regional team. Invite another one first."))
        return active


@admin.register(User)
class UserAdmin(QuickList, admin.ModelAdmin):
    form = UserForm
    fields = ("email", "name", "language", "is_active", "is_staff", "date_joined", "last_login")
    readonly_fields = ("email", "is_staff", "date_joined", "last_login")
    ordering = ("email",)
    list_display = ("email", "name", "is_staff", "is_active", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email", "name")
    actions = ["take_away_second_factor"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # people are invited

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_staff)

    @admin.action(description=_("Take away the second factor (telephone lost)"), permissions=["change"])
    def take_away_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """For who lost telephone and recovery codes: they set up another one when they log in again."""
        Authenticator.objects.filter(user__in=users).delete()
        users.update(session_generation=F("session_generation") + 1)
        messages.success(request, _("Done. They set up a new one when they log in."))
