"""Everybody at every page of the real data: somebody in each role, and nobody.

Each page is opened by everybody, in each language, whole and as htmx asks for it; not in every combination of these
three, which takes four times as long: `WALK=everything` does that.
"""

import fcntl
import os
from itertools import product

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site_settings
from django.contrib.sessions.models import Session
from django.db.models import Count
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from actors import permissions
from actors.models import Actor, ActorEditor, Service, Viewer
from actors.people import roles, second_factor
from repertorium.accounts.models import User
from tests import conftest, factories
from zones.models import CareZone, ZoneMember

NOBODY = "nobody"
PEOPLE = [NOBODY, "professional", "editor", "zone", "regional"]
WAYS = list(product(["nl", "fr"], [False, True]))  # language, as htmx asks
PARTS = 2  # of the pages, so that two processes share the work
PLAIN = ["home", "search", "taxonomy", "zones", "about", "data", "accessibility", "privacy", "components", "help"]
PLAIN += ["help-where", "help-cards", "help-paper", "help-numbers", "help-legend"]
OF_STAFF = [
    "staff-home",
    "staff-rooms",
    "refusals",
    "suggestions-to-handle",
    "staff-new",
    "quality",
    "people",
    "duplicates",
    "admin-changes",
]
HIDDEN = {301, 404, 410}


@pytest.fixture(scope="session")
def cookies(real_database, django_db_blocker) -> dict[str, str]:
    """The session of somebody of each role in the real database, which nothing else may write."""
    with (
        open(site_settings.VAR_DIR / "test_real.lock", "w") as lock,
        django_db_blocker.unblock(),
        conftest._database(real_database),
    ):
        fcntl.flock(lock, fcntl.LOCK_EX)
        Session.objects.filter(expire_date__lt=timezone.now()).delete()
        return {name: _log_in(name) for name in PEOPLE if name != NOBODY}


def _log_in(name: str) -> str:
    user = User.objects.filter(email=f"{name}@walk.example").first()
    if user is None:
        user = factories.user(f"{name}@walk.example")
        _give_role(user, name)
    client = Client()
    client.force_login(user)
    session = client.session
    session["seen"] = session.get_expiry_date().timestamp()  # a page that is read now has no sign of life to write
    session.save()
    return client.cookies["sessionid"].value


def _give_role(user: User, name: str) -> None:
    """The editor has an actor with services and one without; the zone team is the one that keeps most."""
    if name == "editor":
        actors = Actor.objects.filter(merged_into=None).annotate(number=Count("services")).order_by("number", "pk")
        for actor in (actors.first(), actors.last()):
            ActorEditor.objects.create(user=user, actor=actor)
    elif name == "zone":
        zones = CareZone.objects.annotate(number=Count("stewarded_actors")).order_by("number", "pk")
        ZoneMember.objects.create(user=user, zone=zones.last())
    elif name == "regional":
        roles.give(user=user, role="regional")
    if second_factor.must_be_set_up(user):
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": ""})


def pages(name: str):
    """(what makes its address, whether this person may see it) of every page."""
    user = User.objects.filter(email=f"{name}@walk.example").first()
    viewer = Viewer.of(user) if user else Viewer.VISITOR
    for plain in PLAIN:
        yield (plain, []), True
    for zone in CareZone.objects.order_by("pk"):
        yield ("zone", [zone]), True
    for kind, model in (("actor", Actor), ("service", Service)):
        seen = set(model.objects.visible_to(viewer).values_list("pk", flat=True))
        for record in model.objects.order_by("pk"):
            yield (kind, [record.slug]), record.pk in seen
    if user is None:
        return
    for plain in OF_STAFF:
        yield (plain, []), None
    edited = set(permissions.editable_actors(user).values_list("pk", flat=True))
    for number, actor in enumerate(Actor.objects.order_by("pk")):
        if actor.pk in edited or number % 20 == 0:  # of what is not theirs some are enough: it is one query
            yield ("staff-edit", [actor.slug]), actor.pk in edited
            yield ("staff-history", [actor.slug]), actor.pk in edited


def ways(position: int, person: int) -> list:
    """In which language and how this person opens the page at this position; over all people each way is taken."""
    return WAYS if os.environ.get("WALK") == "everything" else [WAYS[(position + person) % len(WAYS)]]


def address(name: str, arguments: list) -> str:
    if name == "zone":
        return arguments[0].get_absolute_url()
    return reverse(name, args=arguments)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("name", PEOPLE)
def test_every_page_opens_for_everybody(real, cookies, name, part):
    client, broken = Client(raise_request_exception=False), []
    if name in cookies:
        client.cookies["sessionid"] = cookies[name]
    for position, (page, visible) in enumerate(pages(name)):
        if position % PARTS != part:
            continue
        for language, htmx in ways(position // PARTS, PEOPLE.index(name)):
            with translation.override(language):
                path = address(*page)
            answer = client.get(path, headers={"HX-Request": "true"} if htmx else {})
            right = {200} if visible else HIDDEN if visible is False else {200, *HIDDEN}
            if answer.status_code not in right:
                broken.append(f"{path}{' (htmx)' if htmx else ''}: {answer.status_code}")
    assert broken == []


def test_somebody_sees_both_kinds_of_each_record(real, cookies):
    """Without these the walk proves less than it says."""
    counted = Actor.objects.annotate(number=Count("services"))
    assert counted.filter(number=0).exists()
    assert counted.filter(number__gt=1).exists()
    assert Service.objects.filter(places=None).exists()
    assert Service.objects.exclude(places=None).exists()
