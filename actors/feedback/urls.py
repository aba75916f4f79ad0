from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.feedback import staff_views, views

urlpatterns = [
    path(_("services/<slug:slug>/refused/"), views.refused, name="refused"),
    path(_("services/<slug:slug>/correct/"), views.suggest_for_service, name="suggest-for-service"),
    path(_("actors/<slug:slug>/refused/"), views.refused_by_actor, name="refused-by-actor"),
    path(_("actors/<slug:slug>/correct/"), views.suggest_for_actor, name="suggest-for-actor"),
    path(_("manage/refusals/"), staff_views.refusals, name="refusals"),
    path(_("manage/refusals/undo/"), staff_views.undo_answer, name="refusals-undo"),
    path(_("manage/refusals/<slug:slug>/answer/"), staff_views.answer_refusals, name="refusals-answer"),
    path(_("manage/suggestions/"), staff_views.suggestions, name="suggestions-to-handle"),
    path(_("manage/suggestions/undo/"), staff_views.undo_refusing, name="suggestions-undo"),
    path(_("manage/suggestions/<int:pk>/"), staff_views.suggestion, name="suggestion"),
]
