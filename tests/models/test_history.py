"""No change escapes: bulk ones, raw SQL and translated columns neither."""

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from actors.models import (
    Actor,
    Draft,
    QueueHandover,
    QueueHold,
    Refusal,
    SavedForm,
    SavedSearch,
    SearchDemand,
    ServiceTheme,
    ServiceUse,
    Spreadsheet,
    SpreadsheetRow,
    StaffDigest,
    Suggestion,
)
from repertorium.accounts.models import User
from tests import factories

SECRET = {"Invitation": {"token_hash"}}
# Counts, unsaved forms, who is at what, and what people sent: not records of ours. A history of suggestions would keep
# the addresses that must go, one of reports the marks.
NOT_TRACKED = {Draft, QueueHold, Refusal, SavedForm, SearchDemand, ServiceUse, Spreadsheet, SpreadsheetRow, Suggestion}
NOT_TRACKED |= {QueueHandover}  # a history itself
NOT_TRACKED |= {SavedSearch, StaffDigest}  # what a person wants by mail, kept only as long as they want it


def test_every_model_is_tracked_with_its_translated_columns():
    missing = {}
    for model in apps.get_models():
        if model._meta.app_label not in {"actors", "zones"} or hasattr(model, "pgh_id") or model in NOT_TRACKED:
            continue
        if issubclass(model, pghistory.models.Event):
            continue
        event = getattr(model, "pgh_event_model", None)
        tracked = {field.name for field in event._meta.fields} if event else set()
        left_out = {field.name for field in model._meta.fields if not field.generated} - tracked
        if left_out - SECRET.get(model.__name__, set()):
            missing[model.__name__] = left_out
    assert missing == {}


@pytest.mark.django_db
class TestHistory:
    def labels(self, model, pk):
        return list(
            model.pgh_event_model.objects.filter(pgh_obj_id=pk).order_by("pgh_id").values_list("pgh_label", flat=True)
        )

    def test_bulk_update_of_a_translated_text(self):
        record = factories.actor()
        Actor.objects.filter(pk=record.pk).update(name_fr="Autre nom")
        assert Actor.pgh_event_model.objects.filter(name_fr="Autre nom").exists()
        assert self.labels(Actor, record.pk) == ["insert", "update"]

    def test_raw_sql(self):
        record = factories.actor()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE actors_actor SET name_nl = 'Anders' WHERE id = %s", [record.pk])
        assert self.labels(Actor, record.pk) == ["insert", "update"]

    def test_links_and_deletes(self):
        link = factories.service().theme_links.get()
        ServiceTheme.objects.filter(pk=link.pk).delete()
        assert self.labels(ServiceTheme, link.pk) == ["insert", "delete"]

    def test_password_is_not_kept(self):
        assert "password" not in {field.name for field in User.pgh_event_model._meta.fields}
