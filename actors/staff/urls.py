from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.staff import duplicates_views, front_desk, helpers, history_views, listings_views, rooms_views, views

urlpatterns = [
    path(_("manage/listings/"), listings_views.listings, name="staff-listings"),
    path(_("manage/room/"), rooms_views.rooms, name="staff-rooms"),
    path(_("manage/room/<slug:slug>/"), rooms_views.room, name="staff-room"),
    path(_("manage/listings/<slug:slug>/front-desk/"), front_desk.front_desk, name="staff-front-desk"),
    path(_("manage/hours/"), helpers.hours, name="staff-hours"),
    path(_("manage/place/"), helpers.place, name="staff-place"),
    path(_("manage/street/"), helpers.street, name="staff-street"),
    path(_("manage/actors/"), helpers.actors, name="staff-actors"),
    path(_("manage/new/"), views.edit, name="staff-new"),
    path(_("manage/new/draft/"), views.draft, name="staff-new-draft"),
    path(_("manage/listings/<slug:slug>/"), views.edit, name="staff-edit"),
    path(_("manage/listings/<slug:slug>/draft/"), views.draft, name="staff-draft"),
    path(_("manage/listings/<slug:slug>/history/"), history_views.history, name="staff-history"),
    path(_("manage/listings/<slug:slug>/history/<slug:change>/"), history_views.put_back, name="staff-undo"),
    path(_("manage/duplicates/"), duplicates_views.duplicates, name="duplicates"),
    path(_("manage/duplicates/<slug:slug>/<slug:heir>/"), duplicates_views.merge, name="duplicates-merge"),
    path(_("manage/duplicates/<slug:slug>/<slug:heir>/apart/"), duplicates_views.apart, name="duplicates-apart"),
]
