"""Writes a region into the database, through the models."""

from collections import defaultdict
from itertools import count

from django.core.management import call_command
from django.db import connection, models, transaction
from tqdm import tqdm

from actors.exchange.fixtures.reference import load_reference
from actors.models import (
    Actor,
    Availability,
    Closure,
    Contact,
    Location,
    Membership,
    Service,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
)
from repertorium.fixtures import loading
from tests.bench import SEED
from tests.bench.region import Region
from zones.fixtures import load_territory

BATCH = 1_000  # actors written in one transaction
ORDER = (
    Actor, Location, Service, ServiceAtLocation, ServiceTheme, ServiceTarget, ServiceLanguage, Availability,
    Membership, Contact, Closure,
)  # fmt: skip


def prepare() -> None:
    """Bring an empty database to where a region starts: tables, territory, taxonomy."""
    call_command("migrate", verbosity=0)
    load_taxonomy_and_territory()


def load_taxonomy_and_territory() -> None:
    """The real ones, without the real actors."""
    with loading() as loader:
        load_territory(loader)
        load_reference(loader)


def fill(services: int, seed: int = SEED) -> None:
    """Write a region of so many services beside territory and taxonomy."""
    region = Region(seed)
    Actor.objects.bulk_create(region.networks)
    batch, made = [], 0
    with tqdm(total=services, desc=f"Region of {services:,} services", unit=" services") as bar:
        for number in count():
            batch.append(household := region.actor(number, most=services - made))
            made += (new := sum(isinstance(record, Service) for record in household))
            bar.update(new)
            if len(batch) == BATCH or made == services:
                write(batch)
                batch = []
            if made == services:
                break


def write(households: list[list[models.Model]]) -> None:
    """Save actors with all that is theirs, in one transaction, parents first."""
    by_model = defaultdict(list)
    for household in households:
        for record in household:
            by_model[type(record)].append(record)
    with transaction.atomic():
        for model in ORDER:
            model._default_manager.bulk_create(by_model[model], batch_size=2_000)


def analyze() -> None:
    """Tell the planner what is there; waiting for autovacuum would make the first run another one than the next."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def main(services: str) -> None:
    """Make an empty region, or fill one with so many services."""
    if int(services):
        fill(int(services))
        analyze()
    else:
        prepare()
