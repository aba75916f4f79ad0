"""What sources tell of a record, in the words of its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from actors.enums import FactKind
from actors.models import SourceReference


@dataclass(frozen=True)
class Told:
    """One place in one source, and the facts that stand there; none: the record as a whole."""

    reference: SourceReference
    facts: list[str]


def told(references: Iterable[SourceReference]) -> list[Told]:
    """The sources of a page, each place in them once."""
    found: dict[tuple, Told] = {}
    for reference in references:
        where = (reference.source_id, reference.locator or reference.identifier, reference.said_on)
        facts = found.setdefault(where, Told(reference, [])).facts
        word = FactKind(reference.about).label if reference.about else ""
        if word and word not in facts:
            facts.append(word)
    return list(found.values())


def old_facts(references: Iterable[SourceReference]) -> dict[str, SourceReference]:
    """The facts that no source told of late, by their codes, each with the newest that told it."""
    newest: dict[str, SourceReference] = {}
    undated = {reference.about for reference in references if reference.about and reference.said_on is None}
    for reference in sorted((one for one in references if one.said_on), key=lambda one: one.said_on):
        newest[reference.about] = reference
    return {about: one for about, one in newest.items() if about not in undated and one.is_old}
