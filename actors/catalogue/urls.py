from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.catalogue import map_views, print_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path(_("search/"), views.search, name="search"),
    path(_("search/suggestions/"), views.suggestions, name="suggestions"),
    path(_("search/map/places/"), map_views.places, name="map-places"),
    path(_("search/neighbourhoods.json"), map_views.neighbourhoods, name="neighbourhoods"),
    path("qr.svg", print_views.qr, name="qr"),
    path(_("services/<slug:slug>/"), views.service, name="service"),
    path(_("services/<slug:slug>/refer/"), views.refer, name="refer"),
    path(_("services/<slug:slug>/called/"), views.called, name="called"),
    path(_("actors/<slug:slug>/"), views.actor, name="actor"),
    path(_("pictograms/"), views.taxonomy, name="taxonomy"),
    path(_("components/"), views.all_components, name="components"),
]
