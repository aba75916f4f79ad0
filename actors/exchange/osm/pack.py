"""Places of OpenStreetMap as a file of the product: only those that come in, without what belongs to a person."""

import gzip
import json
from datetime import date
from pathlib import Path

from actors.enums import ContactKind
from actors.exchange.osm.channels import Channel, channels_of
from actors.exchange.osm.places import IDENTIFIERS, Place
from actors.exchange.osm.privacy import ordinary_words
from actors.exchange.osm.report import Outcome, Report
from actors.exchange.osm.run import import_osm
from repertorium.fixtures import FOLDER

PACKED = FOLDER / "osm_places.json.gz"
DECISIONS = FOLDER / "osm_decisions.csv"
COMES_IN = {Outcome.NEW, Outcome.UPDATED, Outcome.SAME, Outcome.MATCHED, Outcome.UNSURE, Outcome.KNOWN, Outcome.REFUSED}
KEPT = {  # tags by their first part; who runs a place may be a person
    "name", "addr", "amenity", "healthcare", "social_facility", "shop", "office", "opening_hours", "wheelchair", "nis",
    "zone", "neighbourhood", *IDENTIFIERS, "type", "osm_type",
}  # fmt: skip
ATTRIBUTION = "© OpenStreetMap contributors"
LICENCE = "ODbL 1.0"
TAGS = {ContactKind.PHONE: "contact:phone", ContactKind.EMAIL: "contact:email", ContactKind.WEBSITE: "contact:website"}


def pack(path: Path, dated: date, target: Path = PACKED) -> int:
    """Write the places of a file that the product starts with; how many. `dated`: when the source said so."""
    report = import_osm(path, dry_run=True, quiet=True)
    ordinary = ordinary_words()
    places = [_entry(line.place, ordinary) for line in report.lines if line.outcome in COMES_IN]
    content = {"licence": LICENCE, "attribution": ATTRIBUTION, "dated": dated.isoformat(), "services": places}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    target.write_bytes(gzip.compress(text.encode(), mtime=0))
    return len(places)


def _entry(place: Place, ordinary: frozenset[str]) -> dict:
    tags = {key: value for key, value in place.tags.items() if key.split(":")[0] in KEPT}
    for channel in channels_of(place, Report(), ordinary):
        key = TAGS[channel.kind]
        tags[key] = ";".join(filter(None, (tags.get(key), _told(channel))))
    return {"lon": place.lon, "lat": place.lat, **tags}


def _told(channel: Channel) -> str:
    note = channel.label_nl or channel.label_fr or channel.opening_hours
    return f"{channel.value} ({note})" if note else channel.value
