"""Logging in with an OpenID Connect provider: a small real one, spoken to over HTTP by allauth's own client."""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.urls import reverse

from actors.models import MailDomain
from repertorium.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
CLIENT, SECRET = "repertorium", "a secret of both"


class Provider(ThreadingHTTPServer):
    """Knows one person, and hands a code to whoever comes with a browser."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.person: dict = {}
        self.codes: dict[str, dict] = {}
        self.tokens: set[str] = set()
        self.issuer = self.url

    def code_for(self, address: str) -> str:
        """What the browser carries back: a code that is good once, for who sent it here."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return code

    def token(self, sent: dict) -> dict | None:
        """A token, for the code, the secret and the proof (PKCE) of who asked for it."""
        asked = self.codes.pop(sent.get("code", ""), None)
        if asked is None or sent.get("client_secret") != SECRET or sent["redirect_uri"] != asked["redirect_uri"]:
            return None
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return None
        now, access = int(time.time()), secrets.token_urlsafe()
        self.tokens.add(access)
        claims = {**self.person, "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60}
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": access, "token_type": "Bearer", "expires_in": 60, "id_token": signed}

    def discovery(self) -> dict:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def jwks(self) -> dict:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]}


class Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self):
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        pages = {"/.well-known/openid-configuration": self.server.discovery, "/jwks": self.server.jwks}
        if self.path in pages:
            self.answer(200, pages[self.path]())
        elif self.path == "/userinfo" and token in self.server.tokens:
            self.answer(200, self.server.person)
        else:
            self.answer(401, {"error": "invalid_token"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        token = self.server.token({name: values[0] for name, values in parse_qs(body).items()})
        self.answer(200, token) if token else self.answer(400, {"error": "invalid_grant"})

    def answer(self, status: int, data: dict):
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        """Tests are silent."""


@pytest.fixture
def provider(settings):
    server = Provider()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = {"provider_id": "oidc", "name": "Test", "client_id": CLIENT, "secret": SECRET}
    app["settings"] = {"server_url": server.url}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    yield server
    server.shutdown()
    server.server_close()


def leave(client) -> str:
    """The address at the provider to which the login page sends somebody."""
    return client.post(reverse("openid_connect_login", args=["oidc"])).url


def come_back(client, provider, address, **changed):
    state = parse_qs(urlsplit(address).query)["state"][0]
    answer = {"code": provider.code_for(address), "state": state, **changed}
    return client.get(reverse("openid_connect_callback", args=["oidc"]), answer)


def log_in(client, provider, **person):
    provider.person = {"sub": "1234", "name": "Anna", **person}
    return come_back(client, provider, leave(client))


def organisation():
    MailDomain.objects.create(actor=factories.actor(), domain="organisation.example")


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


class TestKnown:
    def test_comes_in(self, client, provider):
        anna = factories.user("anna@example.org")
        response = log_in(client, provider, email="anna@example.org", email_verified=True)
        assert response.status_code == 302
        assert int(client.session["_auth_user_id"]) == anna.pk
        assert User.objects.count() == 1

    def test_comes_in_again_by_who_they_are_there(self, client, provider):
        anna = factories.user("anna@example.org")
        log_in(client, provider, email="anna@example.org", email_verified=True)
        client.logout()
        log_in(client, provider, email="anna@elsewhere.example", email_verified=True)
        assert int(client.session["_auth_user_id"]) == anna.pk

    def test_not_with_an_address_that_the_provider_did_not_verify(self, client, provider):
        factories.user("anna@example.org")
        log_in(client, provider, email="anna@example.org", email_verified=False)
        assert not is_in(client)


class TestUnknown:
    @pytest.mark.parametrize("verified", [True, False])
    def test_gets_no_account(self, client, provider, verified):
        log_in(client, provider, email="bram@example.org", email_verified=verified)
        assert not is_in(client)
        assert not User.objects.exists()

    def test_gets_no_account_without_an_address(self, client, provider):
        log_in(client, provider)
        assert not is_in(client)
        assert not User.objects.exists()

    def test_of_an_organisation_unverified_is_not_in(self, client, provider):
        organisation()
        log_in(client, provider, email="bram@organisation.example", email_verified=False)
        assert not is_in(client)
        assert not User.objects.filter(is_staff=True).exists()

    def test_of_an_organisation_is_a_professional_without_a_role(self, client, provider):
        organisation()
        log_in(client, provider, email="bram@organisation.example", email_verified=True)
        user = User.objects.get()
        assert is_in(client)
        assert not user.is_staff
        assert not user.zone_memberships.exists()
        assert not user.actor_editorships.exists()


class TestRefused:
    """Who was known would come in: only what is changed keeps them out."""

    @pytest.fixture(autouse=True)
    def anna(self, provider):
        provider.person = {"sub": "1234", "email": "anna@example.org", "email_verified": True}
        return factories.user("anna@example.org")

    def test_a_wrong_state(self, client, provider):
        come_back(client, provider, leave(client), state="wrong")
        assert not is_in(client)

    def test_a_state_of_another_browser(self, client, provider):
        stranger = client.__class__()
        leave(client)
        come_back(client, provider, leave(stranger))
        assert not is_in(client)

    def test_an_invented_code(self, client, provider):
        come_back(client, provider, leave(client), code="invented")
        assert not is_in(client)

    def test_a_code_that_was_asked_for_by_another(self, client, provider):
        """PKCE: the proof of one browser does not fit the code of another."""
        stolen = provider.code_for(leave(client.__class__()))
        come_back(client, provider, leave(client), code=stolen)
        assert not is_in(client)

    def test_a_token_of_another_issuer(self, client, provider):
        provider.issuer = "https://elsewhere.example"
        come_back(client, provider, leave(client))
        assert not is_in(client)
