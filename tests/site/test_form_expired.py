"""A form without the token of its session is answered by a page of ours."""

import pytest
from django.test import Client
from django.urls import reverse

from actors.models import Availability
from repertorium.accounts.models import User
from tests import factories


@pytest.mark.django_db
def test_a_page_of_ours_and_nothing_written(client):
    factories.service(slug="douches")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.create_superuser("team@example.org", "x"))
    answer = strict.post(reverse("staff-room", args=["douches"]), {"status": "full"})
    assert answer.status_code == 403
    assert "errors/expired.html" in [template.name for template in answer.templates]
    assert not Availability.objects.exists()
