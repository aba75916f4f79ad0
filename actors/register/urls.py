from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.register import views

urlpatterns = [path(_("beds-and-places/"), views.register, name="register")]
