"""Staff come in for the first time, in a real browser."""

import time

import pytest
from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse
from playwright.sync_api import expect

from actors.people.invitations import invite
from repertorium.accounts.models import User
from tests import factories

PASSWORD = "a long enough password"


@pytest.fixture
def site(empty_site):
    return empty_site


def code_for(secret):
    """What an app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))


def test_zone_staff_accept_set_up_an_app_and_reach_their_page(page):
    link = invite(by=None, email="zone@example.org", role="zone", zone=factories.zone())
    page.goto(page.site + "/" + link.split("/", 3)[3])
    page.get_by_label("Uw naam").fill("An Peeters")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanvaarden").click()
    page.get_by_role("link", name="Nu instellen").click()
    page.get_by_role("link", name="Stel een app in").click()
    page.get_by_text("Ik kan het niet scannen").click()
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("De zes cijfers").fill(code_for(secret))
    page.get_by_role("button", name="Instellen").click()
    expect(page.get_by_role("heading", name="Herstelcodes")).to_be_visible()
    page.get_by_role("link", name="Klaar").click()
    page.get_by_role("link", name="Mensen en uitnodigingen").click()
    expect(page.get_by_role("heading", name="Nodig iemand uit")).to_be_visible()

    page.get_by_role("button", name="Afmelden").click()
    page.goto(page.site + reverse("people"))
    page.get_by_label("E-mailadres").fill("zone@example.org")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    recovery = User.objects.get().authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    page.get_by_label("Code").fill(recovery)  # the app's code was used a moment ago
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(page).to_have_url(page.site + reverse("people"))


def test_a_passkey_instead_of_a_password(page):
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    factories.user("an@example.org", password=PASSWORD)
    page.goto(page.site + reverse("account_login") + "?next=" + reverse("mfa_index"))
    page.get_by_label("E-mailadres").fill("an@example.org")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    page.get_by_role("link", name="Voeg een toegangssleutel toe").click()
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("heading", name="Herstelcodes")).to_be_visible()

    page.get_by_role("button", name="Afmelden").click()
    page.goto(page.site + reverse("account_login"))
    page.get_by_role("button", name="Gebruik mijn toegangssleutel").click()
    expect(page).to_have_url(page.site + reverse("search"))
