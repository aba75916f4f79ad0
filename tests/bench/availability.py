"""Keeping availability true: one tap on a front desk's page, and the work queue of a team."""

from itertools import cycle, islice
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.frontdesk.answers import answer
from actors.frontdesk.links import token_of
from actors.models import Availability, FrontDesk, Service
from actors.queue.kinds import KINDS
from tests.bench.measure import percentiles, timed
from tests.bench.web import Browser
from zones.models import CareZone, ZoneMember

TAPS, WARM = 100, 10
STATUSES = cycle(["open", "full", "limited"])


def one_taps(browser: Browser) -> dict[str, float]:
    """The p95 of one tap: of its write alone, and over HTTP with the page that says that it was done. Undone again."""
    asked = Service.objects.published().asked_for_room().filter(availabilities=None, is_statutory=False)
    chosen = list(asked.select_related("actor").order_by("pk")[: 2 * (TAPS + WARM)])
    typed = [{"service": service.pk, "status": status} for service, status in zip(chosen, STATUSES, strict=False)]
    over_http, written = chosen[: TAPS + WARM], chosen[TAPS + WARM :]
    try:
        with translation.override("nl"):
            pages = [reverse("front-desk", args=[token_of(service.actor)]) for service in over_http]
            browser.wait(pages[0])  # the connection was closed while this was made ready
            whole = [
                timed(lambda tap: browser.post(*tap), tap) for tap in zip(pages, map(urlencode, typed), strict=False)
            ]
            forms = [QueryDict(urlencode(form)) for form in typed[len(pages) :]]
            actors = [service.actor for service in written]
            writes = [timed(lambda tap: answer(*tap), tap) for tap in zip(actors, forms, strict=True)]
    finally:
        Availability.objects.filter(service__in=chosen).delete()
        FrontDesk.objects.filter(actor__in=[service.actor for service in chosen]).delete()
    return {"write": percentiles(writes[WARM:])[1], "whole": percentiles(whole[WARM:])[1]}


def team(zone: CareZone | None) -> tuple[Client, str, list[str]]:
    """Somebody of the team of a zone, or of the Region: a client, its cookie, the addresses of all kinds of work.

    The accounts stay in the database of the bench: the last person of the regional team cannot be removed.
    """
    users, email = get_user_model().objects, f"bench-{zone.code if zone else 'team'}@example.org"
    user = users.filter(email=email).first() or users.create_user(email, is_staff=zone is None)
    if zone:
        ZoneMember.objects.get_or_create(user=user, zone=zone)
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, data={"secret": ""})  # teams need one
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    with translation.override("nl"):
        home = reverse("staff-home")
    return (
        client,
        client.cookies.output(header="", attrs=[], sep=";").strip(),
        [f"{home}?kind={kind}" for kind in KINDS],
    )


def repeated(paths: list[str], wanted: int) -> list[str]:
    """So many of these addresses, each with a query that makes it another one."""
    return [f"{path}&n={number}" for number, path in enumerate(islice(cycle(paths), wanted))]
