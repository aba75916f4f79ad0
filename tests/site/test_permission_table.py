"""Every address × everybody × GET and POST, as `permission_table.toml` says. An address without a row fails."""

import tomllib
from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path

import pghistory
import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from actors.campaigns.audience import audience, start
from actors.frontdesk.links import token_of
from actors.models import Actor, ActorEditor, Campaign, Invitation, MailDomain, SavedSearch, Spreadsheet, Suggestion
from actors.people import bounces, roles
from actors.people.invitations import invite
from actors.subscriptions.mailing import SIGNER
from tests import factories
from zones.models import ZoneMember

TABLE = tomllib.loads((Path(__file__).parent / "permission_table.toml").read_text())
PEOPLE = TABLE.pop("columns")


def addresses(patterns=None, namespace="", route=""):
    """(name, names of its arguments) of every address of the site; what has no name goes by its route."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = f"{namespace}{pattern.name}" if pattern.name else here.partition("/")[2]
            yield name, list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, inner, here)


ADDRESSES = dict(addresses())


def row_of(name):
    """The row of an address: its own, or that of the first pattern that fits."""
    return TABLE.get(name) or next((row for key, row in TABLE.items() if fnmatchcase(name, key)), None)


def changed_by(actor):
    """The key of a change of this actor, such as the editor makes them."""
    with pghistory.context() as context:
        Actor.objects.filter(pk=actor.pk).update(description_nl="Anders")
    return context.id


def asked_by(zone):
    """A campaign of a zone that runs."""
    texts = {f"{name}_{language}": name for name in ("title", "question") for language in ("nl", "fr")}
    campaign = Campaign.objects.create(zone=zone, kind="yes-no", ends_on=timezone.localdate(), **texts)
    start(campaign, number=audience(campaign).count())
    return campaign


def suggested(**of):
    """A suggestion for an actor or a service."""
    return Suggestion.objects.create(**of, field="phone", proposed="02 512 34 56", language="nl")


def exported_by(user):
    """The key of a spreadsheet that somebody exported."""
    made = Spreadsheet.objects.create(
        user=user, act="export", state="done", table="actors", language="nl", content=b"id;version"
    )
    return made.pk


@pytest.fixture
def world(db):
    """One of each record, and everybody. Returns the users by column, and what stands in the addresses.

    Of listings there is one of each kind: an actor without services or places and a service without a place have the
    same pages, for the same people, as those that have them.
    """
    here, there = factories.zone("sud"), factories.zone("nord")
    actor, other = factories.actor(slug="actor", steward=here), factories.actor(slug="other", steward=there)
    service = factories.service(actor=actor, slug="service", at=True)
    bare, no_place = factories.actor(slug="bare", steward=here), factories.service(actor=actor, slug="no-place")
    password = make_password("a long password")  # once: it is slow
    users = {n: factories.user(f"{n}@example.org", hashed=password) for n in PEOPLE if n != "visitor"}
    for own in (actor, bare):
        ActorEditor.objects.create(user=users["editor"], actor=own)
    ActorEditor.objects.create(user=users["other_editor"], actor=other)
    ZoneMember.objects.create(user=users["zone"], zone=here)
    ZoneMember.objects.create(user=users["other_zone"], zone=there)
    roles.give(user=users["regional"], role="regional")
    link = invite(by=users["regional"], email="new@example.org", role="editor", actor=actor)
    campaign = asked_by(here)
    values = {
        **{key: {"pk": campaign.pk} for key in ("campaign", "campaign-edit", "campaign-csv")},
        "saved-search": {"pk": SavedSearch.objects.create(user=users["professional"], query="q=x").pk},
        "account-mail-arrives": {
            "token": signing.dumps([users["professional"].pk, users["professional"].email], salt=bounces.SALT)
        },
        "mail-stop": {"token": SIGNER.sign("search-0")},
        "campaign-answer": [{"pk": campaign.pk, "asked": asked.pk} for asked in campaign.requests.all()],
        "actor": [{"slug": actor.slug}, {"slug": bare.slug}],
        "service": [{"slug": service.slug}, {"slug": no_place.slug}],
        "refer": [{"slug": service.slug}, {"slug": no_place.slug}],
        "called": [{"slug": service.slug}, {"slug": no_place.slug}],
        "refused": [{"slug": service.slug}, {"slug": no_place.slug}],
        "refused-by-actor": {"slug": bare.slug},
        "suggest-for-service": [{"slug": service.slug}, {"slug": no_place.slug}],
        "suggest-for-actor": [{"slug": actor.slug}, {"slug": bare.slug}],
        "suggestion": [{"pk": suggested(**of).pk} for of in ({"actor": bare}, {"service": service})],
        "refusals-answer": [{"slug": service.slug}, {"slug": no_place.slug}],
        "zone": {"slug": here.slug},
        "account_invitation": {"link": link.rstrip("/").rpartition("/")[2]},
        "account_confirm_email": {"key": "no-such-key"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "no-key"},
        "mfa_edit_webauthn": {"pk": 1},
        "mfa_remove_webauthn": {"pk": 1},
        "help-bundle": {"area": "region"},
        "staff-edit": [{"slug": actor.slug}, {"slug": bare.slug}],
        "staff-draft": [{"slug": actor.slug}, {"slug": bare.slug}],
        "staff-history": [{"slug": actor.slug}, {"slug": bare.slug}],
        "queue-item": [{"kind": "due", "pk": one.pk} for one in (actor, bare)],
        "queue-hand": [{"kind": "due", "pk": one.pk} for one in (actor, bare)],
        "staff-front-desk": [{"slug": actor.slug}, {"slug": bare.slug}],
        "front-desk": [{"token": token_of(one)} for one in (actor, bare)],
        "front-desk-mail": [{"token": token_of(one)} for one in (actor, bare)],
        "staff-undo": [{"slug": one.slug, "change": changed_by(one)} for one in (actor, bare)],
        "staff-spreadsheet": {"pk": exported_by(users["zone"])},
        "staff-spreadsheet-file": {"pk": exported_by(users["zone"])},
        "duplicates-merge": [{"slug": actor.slug, "heir": other.slug}, {"slug": bare.slug, "heir": other.slug}],
        "duplicates-apart": {"slug": actor.slug, "heir": other.slug},
        "staff-room": [{"slug": service.slug}, {"slug": no_place.slug}],
        "openid_connect_login": {"provider_id": "oidc"},
        "openid_connect_callback": {"provider_id": "oidc"},
        "people-role": {"role": "editor", "pk": actor.editors.get().pk},
        "people-resend": {"pk": Invitation.objects.get().pk},
        "people-revoke": {"pk": Invitation.objects.get().pk},
        "mail-domain-withdraw": {"pk": MailDomain.objects.create(domain="house.be", actor=actor).pk},
        "admin:app_list": {"app_label": "actors"},
        "admin:view_on_site": {"content_type_id": ContentType.objects.get_for_model(Actor).pk, "object_id": actor.pk},
    }
    return users, values


QUERIES = {"staff-actors": "?field=host"}  # without a field there is nothing to find


def paths_of(name, arguments, values):
    """Where an address is, with records in it that exist: once for each kind of record."""
    if "/" in name:
        return [f"/nl/{name}".replace("<path:object_id>", "0").replace("(?P<url>.*)$", "0")]
    if not arguments:
        return [f"{reverse(name)}{QUERIES.get(name, '')}"]
    if name.startswith("admin:") and arguments == ["object_id"]:
        return [reverse(name, args=[0])]
    records = values[name] if isinstance(values[name], list) else [values[name]]
    return [reverse(name, kwargs=record) for record in records]


def outcome(client, path, method):
    """What somebody gets: the status, or `login` for who is sent to the login page. Nothing is kept of it."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(path)
        transaction.set_rollback(True)
    client.cookies = cookies
    if response.status_code == 302 and response.url.startswith((reverse("account_login"), reverse("admin:login"))):
        return "login"
    return str(response.status_code)


def test_every_address_has_a_row_and_every_row_an_address():
    assert [name for name in ADDRESSES if row_of(name) is None] == []
    assert [key for key in TABLE if not any(fnmatchcase(name, key) for name in ADDRESSES)] == []


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_gets_what_the_table_says(world, person):
    users, values = world
    client = Client()
    if person in users:
        client.force_login(users[person])
    wrong = []
    for name, arguments in ADDRESSES.items():
        row = row_of(name)
        for path, method in product(paths_of(name, arguments, values), ("get", "post")):
            cache.clear()  # nobody is told that they try too often
            got = outcome(client, path, method)
            expected = row[method].split()[PEOPLE.index(person)]
            if got != expected:
                wrong.append(f"{method} {path} ({name}): {got} instead of {expected}")
    assert wrong == []
