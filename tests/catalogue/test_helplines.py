"""Numbers that are kept for a minute never lack one that a service was just read with."""

import pytest

from actors import helplines
from actors.models import Service

pytestmark = pytest.mark.usefixtures("real")


def test_a_number_that_was_added_since_is_read_at_once(monkeypatch):
    dispatched = Service.objects.exclude(dispatched_by=None).values_list("dispatched_by", flat=True).first()
    assert dispatched in helplines.dispatchers({dispatched})
    monkeypatch.setattr(helplines, "_read_this_minute", lambda database, minute: helplines.Helplines({}, None))
    assert dispatched in helplines.dispatchers({dispatched})
