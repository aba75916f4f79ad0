"""Which tags mean which theme: rows of `fixtures/osm_tags.csv`, of which the first that fits counts.

`name_contains` holds parts of words, folded, with `|` between them; those of up to three letters are whole words.
`practice` marks kinds of places that are often named after the person who works there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from actors.enums import ActorKind
from actors.exchange.osm.places import Place
from actors.models import Theme
from actors.search.words import fold
from repertorium.fixtures import FOLDER, Loader, read_csv

TABLE = FOLDER / "osm_tags.csv"
WHOLE_WORD = 3  # letters; shorter ones stand inside too many other words


@dataclass(frozen=True)
class Rule:
    """One row: places with this tag, and with one of these words in their name when there are any."""

    key: str
    value: str
    name: re.Pattern | None
    theme: Theme
    kind: ActorKind
    is_practice: bool
    service_name: dict[str, str]

    def fits(self, place: Place) -> bool:
        return self.value in place.values(self.key) and (self.name is None or bool(self.name.search(fold(place.name))))


def read_rules(loader: Loader, path: Path = TABLE) -> list[Rule]:
    """The rows in their order; a theme or kind that does not exist is noted as a problem."""
    rules = []
    for line, row in enumerate(read_csv(path), start=2):
        record = f"{path.name}, line {line}"
        theme = loader.find(Theme, record, "theme", code=row["theme"])
        if row["kind"] not in ActorKind.values:
            loader.problem(record, "kind", f"there is no kind of actor '{row['kind']}'")
        elif theme:
            rules.append(_rule(row, theme))
    return rules


def _rule(row: dict[str, str], theme: Theme) -> Rule:
    return Rule(
        key=row["key"],
        value=row["value"],
        name=_pattern(row["name_contains"]),
        theme=theme,
        kind=ActorKind(row["kind"]),
        is_practice=row["practice"] == "yes",
        service_name={"nl": row["name_nl"], "fr": row["name_fr"]},
    )


def _pattern(contains: str) -> re.Pattern | None:
    parts = [re.escape(part) for part in contains.split("|") if part]
    return (
        re.compile("|".join(rf"\b{part}\b" if len(part) <= WHOLE_WORD else part for part in parts)) if parts else None
    )


def rule_for(place: Place, rules: list[Rule]) -> Rule | None:
    """The first rule that fits a place; None: its tags mean no theme of ours."""
    return next((rule for rule in rules if rule.fits(place)), None)
