from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.subscriptions import views

urlpatterns = [
    path(_("account/searches/"), views.searches, name="saved-searches"),
    path(_("account/searches/<int:pk>/"), views.search, name="saved-search"),
    path(_("account/digest/"), views.digest, name="staff-digest"),
    path(_("mail/stop/<str:token>/"), views.stop, name="mail-stop"),
]
