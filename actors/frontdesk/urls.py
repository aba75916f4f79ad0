from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.frontdesk import views

urlpatterns = [
    path(_("front-desk/<str:token>/"), views.desk, name="front-desk"),
    path(_("front-desk/<str:token>/mail/"), views.unsubscribe, name="front-desk-mail"),
]
