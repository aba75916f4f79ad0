"""The places of OpenStreetMap that the product starts with, from `fixtures/`."""

from pathlib import Path

from actors.exchange.osm.pack import DECISIONS, PACKED
from actors.exchange.osm.report import Outcome
from actors.exchange.osm.run import SOURCE, import_osm
from actors.models import SourceReference
from repertorium.fixtures import Loader


def load_places(loader: Loader, folder: Path) -> None:
    """Import the packed places into a database that never had any: a later file of staff is newer than ours.

    Raises:
        FixtureError: a place is faulty.
    """
    path = folder / PACKED.name
    if not path.exists() or SourceReference.objects.filter(source__slug=SOURCE).exclude(identifier="").exists():
        return
    report = import_osm(path, decisions=folder / DECISIONS.name, all_or_nothing=True)
    loader.created["place of OpenStreetMap"] += report.outcomes[Outcome.NEW]
    loader.created["listing with facts of OpenStreetMap"] += sum(map(bool, report.filled.values()))
