from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.quality import views

urlpatterns = [path(_("manage/quality/"), views.quality, name="quality")]
