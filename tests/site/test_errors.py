"""Errors lead somewhere: in the other language, and in the view where one was."""

import re

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from actors.models import Service
from repertorium import views

pytestmark = pytest.mark.usefixtures("real")


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/nl/dienst/bestaat-niet/", "/fr/"),
        ("/fr/n-existe-pas/", "/nl/"),
        ("/nl/hulp/bestaat-niet/", "/fr/aide/"),
        ("/fr/aide/n-existe-pas/", "/nl/hulp/"),
    ],
)
def test_the_language_switch_of_a_page_that_is_not_here_leads_to_one_that_is(client, address, other):
    response = client.get(address)
    assert response.status_code == 404
    switch = re.search(r'<a[^>]* href="([^"]*)"[^>]*hreflang', response.content.decode()).group(1)
    assert switch == other
    assert client.get(switch).status_code == 200


@pytest.mark.parametrize("path", ["/nl/hulp/adressen/", "/fr/aide/ou/"])
@pytest.mark.parametrize("error", [views.server_error, views.unavailable, views.too_many, views.not_found])
def test_residents_stay_in_their_view(path, error):
    page = error(RequestFactory().get(path)).content.decode()
    assert 'class="help"' in page
    assert "tel:112" in page
    assert "search" not in page  # no form of the professionals


@pytest.mark.parametrize("address", ["/nl/zoeken/?need=safety", "/fr/recherche/?theme=domestic-violence"])
def test_pages_about_violence_can_be_left(client, address):
    assert "data-leave" in client.get(address).content.decode()
    assert (
        "data-leave"
        not in client.get(address.replace("safety", "food").replace("domestic-violence", "shower")).content.decode()
    )


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_an_address_that_only_takes_forms_says_so_to_who_opens_it(client, language):
    """What was broken: after a reload the page was white."""
    with translation.override(language):
        response = client.get(reverse("refer", args=[Service.objects.order_by("pk").first().slug]))
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert {"nl": "Hier is geen pagina", "fr": "pas de page ici"}[language] in response.content.decode()
