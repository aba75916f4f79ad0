"""Whose site this is: on "about" and in the foot, from the settings."""

import pytest

from tests.catalogue.test_search_page import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/nl/over/", "/fr/a-propos/"])
def test_publisher_mail_and_feedback(client, settings, path):
    settings.PUBLISHER, settings.CONTACT_EMAIL = "Zorgzones Brussel", "hallo@example.org"
    settings.FEEDBACK_URL = "https://example.org/zeg-het"
    response = client.get(path)
    text, html = text_of(response), response.content.decode()
    assert text.count("Zorgzones Brussel") == 2
    assert html.count("mailto:hallo@example.org") == 2
    assert html.count("https://example.org/zeg-het") == 2


@pytest.mark.parametrize(
    ("path", "said"), [("/nl/over/", "nog niet ingevuld"), ("/fr/a-propos/", "pas encore indiqué")]
)
def test_an_unknown_publisher_is_said(client, path, said):
    assert said in text_of(client.get(path))
