"""Who may see which service: the index's copy of the rule in `actors.models.visibility`.

`tests/models/test_visibility.py` holds the two against each other, cell by cell.
"""

from datetime import date

from pyroaring import BitMap

from actors.models.visibility import Viewer
from actors.search.document import Document


class Visible:
    """Per viewer the services that are shown to them on a day."""

    def __init__(self):
        self._always: dict[Viewer, BitMap] = {viewer: BitMap() for viewer in Viewer}
        self.unconfirmed = BitMap()  # what came from a register and nobody confirmed
        self._last_day: dict[int, int] = {}  # of services or actors that end
        self._stale_day: dict[int, int] = {}
        self._known: dict[tuple[Viewer, date], BitMap] = {}

    def put(self, document: Document) -> None:
        """Take a service in, in place of what was known of it."""
        self.remove(document.pk)
        levels = document.levels
        for viewer, members in self._always.items():
            shown = viewer is Viewer.STAFF or all(level in viewer.levels for level in levels)
            if shown and not (viewer is Viewer.RESIDENT and document.is_unconfirmed):
                members.add(document.pk)
        if document.is_unconfirmed:
            self.unconfirmed.add(document.pk)
        if document.last_day:
            self._last_day[document.pk] = document.last_day
        self._stale_day[document.pk] = document.stale_day

    def remove(self, pk: int) -> None:
        """Take a service out."""
        self._known.clear()
        for members in self._always.values():
            members.discard(pk)
        self.unconfirmed.discard(pk)
        self._last_day.pop(pk, None)
        self._stale_day.pop(pk, None)

    def to(self, viewer: Viewer, today: date) -> BitMap:
        """What this viewer may see today."""
        known = self._known.get((viewer, today))
        if known is None:
            known = self._known[viewer, today] = self._work_out(viewer, today.toordinal())
        return known

    def _work_out(self, viewer: Viewer, today: int) -> BitMap:
        if viewer is Viewer.STAFF:
            return self._always[viewer].copy()
        gone = {pk for pk, last in self._last_day.items() if last < today}
        if viewer is Viewer.RESIDENT:
            gone |= {pk for pk, stale in self._stale_day.items() if stale <= today}
        return self._always[viewer] - BitMap(gone)
