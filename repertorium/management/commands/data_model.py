"""`manage.py data_model`: draws the models into docs/data-model.md, between its two markers."""

import re
from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import models

DOCUMENT = settings.BASE_DIR / "docs" / "data-model.md"
BEGIN, END = "<!-- drawn from the models: manage.py data_model -->", "<!-- end -->"
APPS = ("zones", "actors")


class Command(BaseCommand):
    help = "Draw the models into docs/data-model.md. With --check: fail when the drawing is out of date."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check, **options):
        current = DOCUMENT.read_text()
        drawn = re.sub(
            f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: f"{BEGIN}\n\n{drawing()}\n\n{END}", current, flags=re.S
        )
        if check and drawn != current:
            raise CommandError("docs/data-model.md is out of date: run manage.py data_model")
        DOCUMENT.write_text(drawn)


def drawing() -> str:
    """A diagram per app (Mermaid), and a line on every model: the first of its docstring."""
    return "\n\n".join(f"### `{label}`\n\n{diagram(label)}\n\n{table(label)}" for label in APPS)


def own_models(label: str) -> list[type[models.Model]]:
    """The models of an app without the tables of their history."""
    return [model for model in apps.get_app_config(label).get_models() if not hasattr(model, "pgh_tracked_model")]


def diagram(label: str) -> str:
    """Models as boxes, foreign keys as arrows."""
    lines = sorted({line for model in own_models(label) for line in _arrows(model)})
    return "\n".join(["```mermaid", "erDiagram", *(f"    {line}" for line in lines), "```"])


def _arrows(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.fields:
        if isinstance(field, models.ForeignKey):
            one = "|o" if field.null else "||"
            yield f'{field.related_model.__name__} {one}--o{{ {model.__name__} : "{field.name}"'


def table(label: str) -> str:
    """What each model is."""
    rows = [f"| `{model.__name__}` | {_first_line(model)} |" for model in own_models(label)]
    return "\n".join(["| model | what it is |", "|---|---|", *rows])


def _first_line(model: type[models.Model]) -> str:
    return " ".join((model.__doc__ or "").strip().split("\n\n")[0].split()).replace("|", "\\|")
