from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.zonepages import views

urlpatterns = [
    path(_("zones/"), views.zones, name="zones"),
    path(_("zones/<slug:slug>/"), views.zone, name="zone"),
]
