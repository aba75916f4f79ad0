"""A service as professionals would read it, for whoever edits it (`PREVIEWS` in the settings)."""

from django.utils import timezone
from django.utils.safestring import SafeString

from actors.catalogue.cards import cards
from actors.catalogue.drawing import draw_card
from actors.models import Viewer
from actors.search.index import Index


def preview(index: Index, pk: int) -> SafeString | str:
    """Its card in a list; nothing where they do not see it."""
    found = cards(index, [pk], Viewer.PROFESSIONAL, timezone.now())
    return draw_card(found[0], no_id=True) if found else ""
