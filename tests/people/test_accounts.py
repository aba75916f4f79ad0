"""Logging in and registering, and those who try to get in otherwise."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib.auth.hashers import get_hasher
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.models import MailDomain, Viewer
from actors.people.adapters import OpenIDAdapter, SecondFactorAdapter
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def professional():
    return factories.user("an@huis.be", password=PASSWORD)


@pytest.fixture
def zone_staff():
    user = factories.user("zone@huis.be", password=PASSWORD)
    ZoneMember.objects.create(user=user, zone=factories.zone())
    return user


def test_after_a_logout_the_browser_forgets_what_it_kept(client, professional):
    client.force_login(professional)
    assert "Clear-Site-Data" not in client.get(reverse("account"))
    assert client.post(reverse("account_logout"))["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in client.get(reverse("home"))


def log_in(client, email="an@huis.be", password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def links(message):
    return ["/" + url.split("/", 3)[3] for url in re.findall(r"https?://\S+", message.body) if url.count("/") > 3]


class TestRegistering:
    @pytest.fixture(autouse=True)
    def organisation(self):
        MailDomain.objects.create(actor=factories.actor(), domain="huis.be")

    def register(self, client, email="new@huis.be"):
        return client.post(reverse("account_signup"), {"email": email, "password1": PASSWORD})

    @pytest.mark.parametrize("language", ["nl", "fr"])
    def test_by_a_link_to_the_address(self, client, language):
        with translation.override(language):
            assert self.register(client).url == reverse("account_email_verification_sent")
            user = User.objects.get(email="new@huis.be")
            assert (user.language, Viewer.of(user)) == (language, Viewer.VISITOR)
            (address,) = links(mail.outbox[0])
            assert address.startswith(f"/{language}/")
            client.get(address)
            assert Viewer.of(user) is Viewer.VISITOR  # mail scanners open links
            client.post(address)
            assert Viewer.of(user) is Viewer.PROFESSIONAL
            assert log_in(client, "new@huis.be").url == reverse("search")

    @pytest.mark.parametrize(("language", "words"), [("nl", "adres van uw werk"), ("fr", "adresse de votre travail")])
    def test_not_with_another_address(self, client, language, words):
        with translation.override(language):
            response = self.register(client, "an@gmail.com")
        assert words in response.content.decode()
        assert not User.objects.exists()

    def test_a_password_is_of_twelve_characters(self, client):
        response = client.post(reverse("account_signup"), {"email": "new@huis.be", "password1": "elf-tekens!"})
        assert "12" in response.content.decode()
        assert not User.objects.exists()

    def test_says_the_same_about_an_address_that_has_an_account(self, client, professional):
        known, new = self.register(client, "an@huis.be"), self.register(Client(), "new@huis.be")
        assert (known.status_code, known.url) == (new.status_code, new.url)
        assert professional.check_password(PASSWORD)

    def test_takes_equally_long_for_an_address_that_has_an_account(self, client, professional, monkeypatch):
        """What takes time is working on a password: it is done once for both."""
        worked_on = []
        hasher = type(get_hasher())
        encode = hasher.encode
        monkeypatch.setattr(hasher, "encode", lambda *a, **more: worked_on.append(a) or encode(*a, **more))
        self.register(client, "an@huis.be")
        known = len(worked_on)
        self.register(Client(), "new@huis.be")
        assert known == len(worked_on) - known > 0

    @pytest.mark.parametrize("email", ["an@huis.be", "new@huis.be"])
    def test_mailed_links_lead_to_the_site_by_whatever_name_it_was_asked(self, client, professional, settings, email):
        settings.ALLOWED_HOSTS = ["alias.example", "testserver"]
        client.post(
            reverse("account_signup"), {"email": email, "password1": PASSWORD}, headers={"host": "alias.example"}
        )
        assert settings.SITE_URL in mail.outbox[0].body
        assert "alias.example" not in str(mail.outbox[0].message())

    def test_without_confirming_nobody_comes_in(self, client):
        self.register(client)
        assert log_in(Client(), "new@huis.be").url == reverse("account_email_verification_sent")

    def test_by_another_site_under_the_same_rule(self, rf):
        class Answer:
            def __init__(self, *emails):
                self.email_addresses = [EmailAddress(email=email) for email in emails]

        is_open = OpenIDAdapter().is_open_for_signup
        assert is_open(rf.get("/"), Answer("new@huis.be"))
        assert not is_open(rf.get("/"), Answer("new@gmail.com"))
        assert not is_open(rf.get("/"), Answer())


class TestGuessing:
    @pytest.mark.parametrize(("language", "words"), [("nl", "Dat is te vaak geprobeerd"), ("fr", "trop d&#x27;essais")])
    def test_a_password_of_somebody(self, client, professional, language, words):
        with translation.override(language):
            for _try in range(5):
                log_in(client, password="wrong")
            response = log_in(client)
        assert words in response.content.decode()
        assert "_auth_user_id" not in client.session

    @pytest.mark.parametrize(("language", "title"), [("nl", "Te veel pogingen"), ("fr", "Trop d'essais")])
    def test_of_many_people_from_one_place(self, client, language, title):
        with translation.override(language):
            for number in range(31):
                response = log_in(client, f"user{number}@huis.be", "wrong")
        assert response.status_code == 429
        assert title in response.content.decode()

    def test_who_has_an_account(self, client, professional):
        def said(response):
            text = re.sub(
                r'value="[^"]*"|csrf\S+', "", response.content.decode() if not response.get("Location") else ""
            )
            return response.status_code, response.get("Location"), text

        wrong = [said(log_in(Client(), email, "wrong password")) for email in ("an@huis.be", "nobody@huis.be")]
        assert wrong[0] == wrong[1]
        for name in ("account_reset_password", "account_request_login_code"):
            told = [said(Client().post(reverse(name), {"email": email})) for email in ("an@huis.be", "nobody@huis.be")]
            assert told[0] == told[1]


class TestLoggingIn:
    def test_by_a_code_in_the_mail(self, client, professional):
        client.post(reverse("account_request_login_code"), {"email": professional.email})
        code = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[0].body, re.M).group()
        assert client.post(reverse("account_confirm_login_code"), {"code": code}).url == reverse("search")

    def test_forgotten_password(self, client, professional):
        client.post(reverse("account_reset_password"), {"email": professional.email})
        (address,) = links(mail.outbox[0])
        form = client.get(address).url
        client.post(form, {"password1": "another long password", "password2": "another long password"})
        assert log_in(client, password="another long password").url == reverse("search")
        assert b"<form" not in Client().get(address).content.partition(b"<h1>")[2].partition(b"</main>")[0]

    @pytest.mark.parametrize(
        "target", ["https://evil.example", "//evil.example/x", r"\\evil.example", "javascript:alert(1)", "http:///evil"]
    )
    def test_leads_to_no_other_site(self, client, professional, target):
        assert log_in(client, next=target).url == reverse("search")
        assert client.post(reverse("account_logout"), {"next": target}).url == reverse("home")

    def test_leads_back_to_where_one_was(self, client, professional):
        assert log_in(client, next="/nl/zoeken/?q=douche").url == "/nl/zoeken/?q=douche"

    def test_a_session_that_somebody_planted_is_not_used(self, client, professional):
        client.get(reverse("account_login"))
        session = client.session
        session["planted"] = True
        session.save()
        planted = session.session_key
        client.cookies["sessionid"] = planted
        log_in(client)
        assert client.cookies["sessionid"].value != planted
        assert not Session.objects.filter(session_key=planted).exists()

    def test_another_password_ends_the_other_sessions(self, client, professional):
        elsewhere = Client()
        for browser in (client, elsewhere):
            log_in(browser)
        new = {"oldpassword": PASSWORD, "password1": "another long password", "password2": "another long password"}
        client.post(reverse("account_change_password"), new)
        assert client.get(reverse("account")).status_code == 200
        assert elsewhere.get(reverse("account")).status_code == 302

    def test_stays_only_where_it_may(self, client, professional, zone_staff):
        log_in(client, remember="on")
        client.get(reverse("home"))
        assert client.session.get_expiry_age() > 13 * 24 * 3600
        staff = Client()
        staff.force_login(zone_staff)
        session = staff.session
        session.set_expiry(14 * 24 * 3600)
        session.save()
        staff.get(reverse("home"))
        assert staff.session.get_expire_at_browser_close()
        assert staff.session.get_expiry_age() == 12 * 3600


class TestSecondFactor:
    def test_staff_without_one_only_get_to_set_it_up(self, client, zone_staff):
        log_in(client, zone_staff.email)
        for name in ("people", "quality", "home", "admin:index"):
            assert client.get(reverse(name)).url == reverse("mfa_index")
        for name in ("account", "mfa_index", "mfa_activate_totp"):
            assert client.get(reverse(name)).status_code == 200

    def test_is_asked_of_who_has_one(self, client, zone_staff):
        secret = SecondFactorAdapter().encrypt(generate_totp_secret())
        Authenticator.objects.create(user=zone_staff, type="totp", data={"secret": secret})
        assert log_in(client, zone_staff.email).url == reverse("mfa_authenticate")
        assert client.get(reverse("people")).url.startswith(reverse("account_login"))
        assert b"klopt niet" in client.post(reverse("mfa_authenticate"), {"code": "000000"}).content

    def test_secrets_are_kept_encrypted(self):
        kept = SecondFactorAdapter().encrypt("JBSWY3DPEHPK3PXP")
        assert "JBSWY" not in kept
        assert SecondFactorAdapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"

    def test_staff_keep_their_last_one(self, zone_staff, professional):
        for user, may in ((zone_staff, False), (professional, True)):
            only = Authenticator.objects.create(user=user, type="totp", data={})
            assert SecondFactorAdapter().can_delete_authenticator(only) is may


class TestVisitors:
    def test_public_pages_ask_nothing_about_who_looks(self, client, django_assert_num_queries):
        with django_assert_num_queries(0):
            response = client.get(reverse("about"))
        assert not response.cookies
        assert reverse("account_login") in response.content.decode()

    def test_pages_with_a_form_are_kept_by_no_cache(self, client):
        for name in ("account_login", "account_reset_password", "account_signup"):
            assert "no-store" in client.get(reverse(name))["Cache-Control"]

    def test_who_is_logged_in_can_log_out_on_every_page(self, client, professional):
        client.force_login(professional)
        text = client.get(reverse("about")).content.decode()
        assert reverse("account") in text
        client.post(reverse("account_logout"))
        assert "_auth_user_id" not in client.session

    def test_database_away_for_somebody_logged_in(self, client, professional, monkeypatch):
        def away(*args, **kwargs):
            raise OperationalError("the database system is shutting down")

        client.force_login(professional)
        monkeypatch.setattr("actors.people.middleware._guard", away)
        monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
        assert client.get(reverse("about")).status_code == 503
