"""Which values every filter has, as keys like `theme:shower`, in the order in which people see them."""

from actors.enums import ActorKind, CareLevel, Serves
from actors.models.admission import ALL_FACTS
from actors.search.terms import Terms

# Filter: the kinds of terms that are its values.
KINDS = {
    "what": ("need", "theme"),
    "target": ("target",),
    "zone": ("zone",),
    "municipality": ("municipality",),
    "neighbourhood": ("neighbourhood",),
    "language": ("language",),
    "network": ("network",),
}
# Filters whose values are closed lists of the code.
FIXED = {
    "admission": tuple(f"admission:{fact.code}" for fact in ALL_FACTS),
    "level": tuple(f"level:{level}" for level in CareLevel.values),
    "kind": tuple(f"kind:{kind}" for kind in ActorKind.values),
    "serves": tuple(f"serves:{serves}" for serves in Serves.values),
}
FILTERS = (*KINDS, *FIXED)


def keys(terms: Terms, name: str) -> list[str]:
    """Every value of a filter."""
    if name in FIXED:
        return list(FIXED[name])
    return [f"{kind}:{code}" for kind in KINDS[name] for code in terms[kind]]
