"""A service as residents would read it, for whoever edits it (`PREVIEWS` in the settings)."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from actors.pictograms.cards import help_card
from actors.pictograms.records import read_records
from actors.search.index import Index


def preview(index: Index, pk: int) -> SafeString | str:
    """A page with its card alone, in the look of the residents' screens; nothing where they do not see it."""
    record = read_records([pk]).get(pk)
    if record is None:
        return ""
    card = help_card(index, record, get_language(), "", timezone.now())
    return render_to_string("pictograms/preview.html", {"card": card})
