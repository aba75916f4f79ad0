"""The editor of listings: somebody who keeps many actors, logged in, opens the page of one after the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.models import Actor, ActorEditor, Service

EMAIL = "bench-editor@example.org"


@dataclass(frozen=True)
class Editing:
    """A client that is logged in, its cookie for another one, and the addresses of editor pages."""

    client: Client
    cookie: str
    paths: list[str]


@contextmanager
def editing(wanted: int) -> Iterator[Editing]:
    """An account with so many actors, gone afterwards."""
    users = get_user_model().objects
    users.filter(email=EMAIL).delete()  # of a run that was broken off
    user = users.create_user(EMAIL)
    actors = list(Actor.objects.published().filter(pk__in=Service.objects.values("actor")).order_by("?")[:wanted])
    ActorEditor.objects.bulk_create(ActorEditor(user=user, actor=actor) for actor in actors)
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    with translation.override("nl"):
        paths = [reverse("staff-edit", args=[actor.slug]) for actor in actors]
    try:
        yield Editing(client, client.cookies.output(header="", attrs=[], sep=";").strip(), paths)
    finally:
        user.delete()
