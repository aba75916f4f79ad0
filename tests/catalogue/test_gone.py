"""Listings that have ended: 410 and a way on, for those that everyone could see."""

from datetime import date

import pytest

from tests import factories


@pytest.mark.django_db
class TestGone:
    """What has ended says so; what was never for everyone is simply not there."""

    @pytest.mark.parametrize("ended", [{"status": "archived"}, {"ends_on": date(2024, 1, 31)}])
    def test_listing_that_has_ended(self, client, ended):
        actor, service = factories.actor(**ended), factories.service(**ended)
        for address in (f"/nl/actoren/{actor.slug}/", f"/nl/aanbod/{service.slug}/"):
            response = client.get(address)
            assert response.status_code == 410
            assert "Deze dienst is gestopt" in response.content.decode()
            assert "tel:112" in response.content.decode()

    def test_service_of_an_actor_that_has_ended(self, client):
        service = factories.service(actor=factories.actor(status="archived"))
        response = client.get(f"/fr/services/{service.slug}/")
        assert response.status_code == 410
        assert "Ce service n'existe plus" in response.content.decode()

    @pytest.mark.parametrize("hidden", [{"status": "draft"}, {"status": "archived", "level": "professionals"}])
    def test_no_hint_of_what_was_never_for_everyone(self, client, hidden):
        actor = factories.actor(**hidden)
        assert client.get(f"/nl/actoren/{actor.slug}/").status_code == 404
