"""History of every change, kept by the database itself (django-pghistory).

Call `track` in an app's `translation.py`, after the model's texts are registered: a decorator on the model
runs too early and misses the `_nl` and `_fr` columns (docs/decisions/0004-history.md).
"""

import pghistory


def track(*models, exclude: tuple[str, ...] = ()) -> None:
    """Record every insert, update and delete of these models: bulk ones and raw SQL too.

    Left out: the columns that the database derives from others, and those in `exclude`.
    """
    for model in models:
        derived = [field.name for field in model._meta.fields if field.generated]
        events = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
        pghistory.track(*events, exclude=[*derived, *exclude])(model)
