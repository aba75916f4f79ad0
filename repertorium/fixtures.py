"""Loading the data files of `fixtures/`: all or nothing, and every problem named by record and field.

Loading adds what is missing and leaves alone what is there, so it never overwrites what a person edited.
"""

import csv
import tomllib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction

FOLDER = settings.BASE_DIR / "fixtures"
BATCH = 500  # records in one statement
LANGUAGES = set(settings.MODELTRANSLATION_LANGUAGES)


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field of one record."""

    record: str
    field: str
    message: str

    def __str__(self):
        return f"{self.record}: {self.field}: {self.message}"


class FixtureError(Exception):
    """Something in the files is wrong; nothing was written. `problems` holds everything that was found."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


@dataclass
class Loader:
    """Creates records from plain values and collects what is wrong with them."""

    problems: list[Problem] = field(default_factory=list)
    created: Counter = field(default_factory=Counter)
    _found: dict = field(default_factory=dict)  # terms are referred to hundreds of times

    def problem(self, record: str, name: str, message: str) -> None:
        """Note a problem and go on, so that one run shows them all."""
        self.problems.append(Problem(record, name, message))

    def create(self, model: type[models.Model], record: str, key: dict, **values) -> models.Model | None:
        """The record with this key, made from the values when it is not there yet; see `make`."""
        existing = model._default_manager.filter(**key).first()
        return existing or self.make(model, record, **key, **values)

    def make(self, model: type[models.Model], record: str, **values) -> models.Model | None:
        """A new record. Texts may be given as `{"nl": …, "fr": …}`.

        None: it could not be made, and why has been noted.
        """
        values = spread_languages(values)
        if unknown := [name for name in values if not _has_field(model, name)]:
            for name in unknown:
                self.problem(record, name, "there is no such field")
            return None
        instance = model(**values)
        return instance if self._saved(record, instance) else None

    def make_all(self, model: type[models.Model], rows: list[tuple[str, dict]]) -> list[models.Model]:
        """New records of (name for reports, values), written together; of those with a problem none is made.

        What they refer to must be saved already.
        """
        made = []
        for record, values in rows:
            instance = model(**spread_languages(values))
            try:
                instance.full_clean(exclude=_references(model), validate_unique=False, validate_constraints=False)
            except ValidationError as error:
                self._note(record, error)
                continue
            made.append((record, instance))
        try:
            with transaction.atomic():
                model._default_manager.bulk_create([instance for _record, instance in made], batch_size=BATCH)
        except IntegrityError:  # of which record? one by one they tell
            return [instance for record, instance in made if self._saved(record, instance)]
        self.created[model._meta.model_name] += len(made)
        return [instance for _record, instance in made]

    def _saved(self, record: str, instance: models.Model) -> bool:
        """Whether it could be saved; if not, why has been noted."""
        try:
            self._save(instance)
        except ValidationError as error:
            self._note(record, error)
            return False
        self.created[instance._meta.model_name] += 1
        return True

    def _note(self, record: str, error: ValidationError) -> None:
        for name, messages in error.message_dict.items():
            self.problem(record, name.replace("__all__", "rule"), " ".join(messages))

    @staticmethod
    def _save(instance: models.Model) -> None:
        """Save what is right. The database checks its rules itself; only when it refuses we ask which one.

        Asking first would be ten queries a record.
        """
        instance.full_clean(validate_unique=False, validate_constraints=False)
        try:
            with transaction.atomic():
                instance.save()
        except IntegrityError as error:
            instance.validate_unique()
            instance.validate_constraints()
            raise ValidationError({NON_FIELD_ERRORS: str(error)}) from error

    def find(self, model: type[models.Model], record: str, name: str, **key) -> models.Model | None:
        """The record that a field refers to, or None after noting that there is none."""
        known = (model, *key.items())
        found = self._found.get(known) or model._default_manager.filter(**key).first()
        if found:
            self._found[known] = found
        else:
            wanted = ", ".join(str(value) for value in key.values())
            self.problem(record, name, f"there is no {model._meta.model_name} '{wanted}'")
        return found


@contextmanager
def loading(*, dry_run: bool = False):
    """A loader in one transaction: it commits when nothing was wrong (and this is no dry run).

    Raises:
        FixtureError: on leaving, when there were problems; the database is as it was before.
    """
    loader = Loader()
    with transaction.atomic():
        yield loader
        if loader.problems:
            raise FixtureError(loader.problems)
        if dry_run:
            transaction.set_rollback(True)


def spread_languages(values: dict) -> dict:
    """`{"name": {"nl": a, "fr": b}}` as the columns `name_nl` and `name_fr`."""
    columns = {}
    for name, value in values.items():
        if isinstance(value, dict) and value.keys() <= LANGUAGES:
            columns |= {f"{name}_{language}": text for language, text in value.items()}
        else:
            columns[name] = value
    return columns


def read_toml(path: Path) -> dict:
    """The contents of a TOML file.

    Raises:
        FixtureError: it is not TOML; the message says in which line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FixtureError([Problem(path.name, "file", str(error))]) from error


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a head line."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _references(model: type[models.Model]) -> set[str]:
    """The fields that refer to other records: each would be looked up once more."""
    return {field.name for field in model._meta.fields if field.is_relation}


def _has_field(model: type[models.Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
