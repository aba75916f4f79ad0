"""History of every change, kept by the database itself (django-pghistory).

Call `track` in an app's `translation.py`, after the model's texts are registered: a decorator on the model
runs too early and misses the `_nl` and `_fr` columns (docs/decisions/0004-history.md).
"""

import pghistory
from django.db.models import Index, Model


def track(*models, exclude: tuple[str, ...] = ()) -> None:
    """Record every insert, update and delete of these models: bulk ones and raw SQL too.

    Left out: the columns that the database derives from others, and those in `exclude`.
    """
    for model in models:
        derived = [field.name for field in model._meta.fields if field.generated]
        events = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
        newest_first = Index(fields=["pgh_created_at", "pgh_id"])  # for the list of what changed anywhere
        pghistory.track(*events, exclude=[*derived, *exclude], meta={"indexes": [newest_first]})(model)


def edited_by_people(model: type[Model], path: str, ids: set[int]) -> set[int]:
    """Of these ids, those with a change of `model` made by somebody who was logged in.

    `path` leads from an event of the model to the id, like `pgh_obj_id` or `service__actor_id`. The middleware
    notes who is logged in; commands and imports are nobody.
    """
    events = model.pgh_event_model.objects.filter(pgh_context__metadata__user__gte=1, **{f"{path}__in": ids})
    return set(events.values_list(path, flat=True))
