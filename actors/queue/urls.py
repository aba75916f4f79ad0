from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.queue import views

urlpatterns = [
    path(_("manage/"), views.home, name="staff-home"),
    path(_("manage/queue/<slug:kind>/<int:pk>/"), views.work, name="queue-item"),
    path(_("manage/queue/<slug:kind>/<int:pk>/hand/"), views.hand, name="queue-hand"),
]
