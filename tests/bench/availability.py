"""Keeping availability true: one tap on a front desk's page, and the work queue of a team."""

from itertools import cycle, islice
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.frontdesk.links import token_of
from actors.models import Availability, FrontDesk, Service
from actors.queue.kinds import KINDS
from tests.bench.measure import percentiles, timed
from tests.bench.web import Browser

EMAIL = "bench-team@example.org"
TAPS, WARM = 100, 10


def one_taps(browser: Browser) -> dict[str, float]:
    """Percentiles of one tap over HTTP: the write, and the page that says that it was done. Undone afterwards."""
    asked = Service.objects.published().asked_for_room().filter(availabilities=None, is_statutory=False)
    chosen = list(asked.select_related("actor").order_by("pk")[: TAPS + WARM])
    with translation.override("nl"):
        taps = [
            (
                reverse("front-desk", args=[token_of(service.actor)]),
                urlencode({"service": service.pk, "status": status}),
            )
            for service, status in zip(chosen, cycle(["open", "full", "limited"]), strict=False)
        ]
    try:
        browser.wait(taps[0][0])  # the connection was closed while this was made ready
        times = [timed(lambda tap: browser.post(*tap), tap) for tap in taps]
    finally:
        Availability.objects.filter(service__in=chosen).delete()
        FrontDesk.objects.filter(actor__in=[service.actor for service in chosen]).delete()
    return dict(zip(("p50", "p95"), percentiles(times[WARM:])[:2], strict=False))


def team() -> tuple[Client, str, list[str]]:
    """Somebody of the regional team, whose work is all there is: a client, its cookie, the addresses of all kinds.

    The account stays in the database of the bench: the last person of that team cannot be removed.
    """
    users = get_user_model().objects
    user = users.filter(email=EMAIL).first() or users.create_user(EMAIL, is_staff=True)
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
