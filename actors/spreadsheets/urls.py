from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.spreadsheets import views

urlpatterns = [
    path(_("manage/spreadsheets/"), views.spreadsheets, name="staff-spreadsheets"),
    path(_("manage/spreadsheets/upload/"), views.upload, name="staff-spreadsheet-upload"),
    path(_("manage/spreadsheets/new/"), views.template, name="staff-spreadsheet-template"),
    path(_("manage/spreadsheets/<int:pk>/"), views.spreadsheet, name="staff-spreadsheet"),
    path(_("manage/spreadsheets/<int:pk>/file/"), views.download, name="staff-spreadsheet-file"),
]
