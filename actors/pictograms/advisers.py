"""Who can advise on cards without a telephone number: said once for a list, as on the professionals' pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from actors.helplines import WITH_OWN_NUMBER, Helpline, helplines
from actors.pictograms.choice import neutral
from actors.pictograms.interface import Words
from actors.records import main_need
from actors.search.index import Index


@dataclass(frozen=True)
class Adviser:
    """Whom to call, and under which number."""

    name: Words
    href: str
    display: str


def advisers(index: Index, pks: Iterable[int], content: str, lang: str, home: str) -> list[Adviser]:
    """The numbers for what these services are for, each once. `lang` is that of the names where the screen has another;
    `home` the NIS code of the municipality that the person chose."""
    pks = list(pks)
    if not pks:
        return []
    needs = (main_need(index, pk) for pk in pks)
    return [_adviser(line, content, lang) for line in helplines().advising_on(needs, content, [home])]


def all_advisers(content: str) -> dict:
    """The same for a device: per need, per municipality, and for all else; each a link, words, and who answers."""
    lines = helplines()
    needs = {need: lines.by_need.get((need, content)) for need in WITH_OWN_NUMBER}
    return {
        "needs": {neutral(f"need:{need}"): _told(line, content) for need, line in needs.items() if line},
        "towns": {nis: _told(line, content) for nis, line in lines.by_municipality.items()},
        "general": _told(lines.general, content) if lines.general else None,
    }


def _told(line: Helpline, content: str) -> list[str]:
    return [line.href, line.display, line.name(content)]


def _adviser(line: Helpline, content: str, lang: str) -> Adviser:
    return Adviser(Words(line.name(content), lang), line.href, line.display)
