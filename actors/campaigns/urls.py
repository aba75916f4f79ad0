from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.campaigns import views

urlpatterns = [
    path(_("manage/campaigns/"), views.campaigns, name="campaigns"),
    path(_("manage/campaigns/new/"), views.edit, name="campaign-new"),
    path(_("manage/campaigns/<int:pk>/"), views.campaign, name="campaign"),
    path(_("manage/campaigns/<int:pk>/change/"), views.edit, name="campaign-edit"),
    path(_("manage/campaigns/<int:pk>/answers.csv"), views.table_file, name="campaign-csv"),
    path(_("manage/campaigns/<int:pk>/actors/<int:asked>/"), views.answer, name="campaign-answer"),
]
