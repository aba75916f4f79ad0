from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.pictograms import offline, views

urlpatterns = [
    path(_("help/"), views.what, name="help"),
    path(_("help/where/"), views.where, name="help-where"),
    path(_("help/places/"), views.cards, name="help-cards"),
    path(_("help/paper/"), views.paper, name="help-paper"),
    path(_("help/numbers/"), views.numbers, name="help-numbers"),
    path(_("help/pictograms/"), views.legend, name="help-legend"),
    path(_("help/neighbourhoods.json"), offline.neighbourhoods, name="help-neighbourhoods"),
    path(_("help/saved/<str:area>.json"), offline.bundle, name="help-bundle"),
    path(_("help/app.webmanifest"), offline.manifest, name="help-manifest"),
]
