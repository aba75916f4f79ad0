"""A listing as it will be read, before it is saved: each service as professionals and as residents would see it.

It is saved for good measure, the faces draw it as they draw everything, and then all of that is taken back. So a
preview cannot look otherwise than the page will, and nobody has to draw a form.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from actors.enums import Status
from actors.models import Actor, Service
from actors.search.index import Index
from actors.search.process import engine
from actors.search.reading import read_documents
from actors.search.terms import Terms
from actors.staff import saving
from actors.staff.editor import Editor
from actors.staff.listing import ACTOR


@dataclass(frozen=True)
class Preview:
    """One service as both would see it; empty where they would not."""

    service: str
    professionals: SafeString | str
    residents: SafeString | str


def previews(editor: Editor) -> list[Preview]:
    """The services that the form shows. Drafts are shown as they would be once published."""
    terms = engine().index.terms
    keys = [form.key for form in editor.listing.under("service") if not form.folded]
    with transaction.atomic():
        stored = saving.try_out(**editor.given, chosen=editor.chosen, lists=editor.lists)
        found = _drawn(stored, [key for key in keys if key in stored], terms)
        transaction.set_rollback(True)
    return found


def _drawn(stored: dict, keys: list[str], terms: Terms) -> list[Preview]:
    services = [stored[key] for key in keys]
    if services:
        _publish(stored[ACTOR], *services)
    index = Index(terms)
    index.put(read_documents([service.pk for service in services]).values())
    draw = {name: import_string(path) for name, path in settings.PREVIEWS.items()}
    return [
        Preview(service.name, **{name: face(index, service.pk) for name, face in draw.items()}) for service in services
    ]


def _publish(*records: Actor | Service) -> None:
    """What is a draft, as far as a rule does not forbid that it is published."""
    for record in records:
        try:
            with transaction.atomic():
                type(record).objects.filter(pk=record.pk, status=Status.DRAFT).update(status=Status.PUBLISHED)
        except IntegrityError:
            continue
