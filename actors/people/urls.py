from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.people import views

urlpatterns = [
    path(_("manage/people/"), views.people, name="people"),
    path(_("manage/people/<slug:role>/<int:pk>/"), views.role, name="people-role"),
    path(_("manage/people/invitations/<int:pk>/send-again/"), views.resend, name="people-resend"),
    path(_("manage/people/invitations/<int:pk>/revoke/"), views.revoke, name="people-revoke"),
]
