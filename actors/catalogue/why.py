"""Why a service stands where it stands: each result says it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.catalogue.as_typed import AsTyped
from actors.models import Service
from actors.search.document import ACTOR, DESCRIPTION, NAME, PLACE, SUMMARY
from actors.search.engine import Found
from actors.search.index import AROUND, Index
from actors.search.meaning import COMPOUND, CONDITION, STRENGTH, Group
from actors.search.query import Query
from actors.search.words import FILLERS, fold

MOST = 4  # reasons a result shows


@dataclass(frozen=True)
class Reason:
    """One reason in words; `strong` is the part that is highlighted."""

    strong: str
    rest: str = ""

    def __str__(self):
        return f"{self.strong} {self.rest}".strip()


def reasons(index: Index, query: Query, found: Found, service: Service) -> list[Reason]:
    """What made this service match, the strongest first."""
    typed = AsTyped(index.terms, query.text)
    said = [_covers(index, query, service.pk)] if len(query.wanted) > 1 else []
    if query.here and query.near and service.pk in index.competent(query.here):
        said.append(Reason(query.near.label, _("in the area it works for")))
    said += [_of_group(index, query, group, service, typed) for group in found.match.groups]
    return [reason for reason in dict.fromkeys(said) if reason][:MOST]


def _covers(index: Index, query: Query, pk: int) -> Reason | None:
    """Of several needs asked for, those that this service covers."""
    covered = [index.terms.get(key) for key in query.wanted if pk in index.postings[key]]
    names = ", ".join(term.name(query.language) for term in covered if term)
    if not names:
        return None
    count = _("{count} of {total} needs").format(count=len(covered), total=len(query.wanted))
    return Reason(count, names)


def _of_group(index: Index, query: Query, group: Group, service: Service, typed: AsTyped) -> Reason | None:
    """Where a word was found, in the place that speaks strongest."""
    places = [where for where, services in group.found.items() if service.pk in services]
    if not places:
        return None
    strongest = max(places, key=STRENGTH.__getitem__)
    if strongest == COMPOUND:
        return _longer(group, query.language, service)
    return Reason(typed(_core(group.text)), _where_words(strongest, index, query, group, service.pk))


def _core(phrase: str) -> str:
    """A phrase without the "and" or "for" that a text went on with."""
    said = phrase.split()
    while len(said) > 1 and said[-1] in FILLERS:
        said.pop()
    return " ".join(said)


def _longer(group: Group, language: str, service: Service) -> Reason | None:
    """The longer word that a word was found in: "schuldbemiddeling" in the name, for who typed "schuld"."""
    for where in (NAME, SUMMARY):
        for written in (getattr(service, f"{where}_{language}") or getattr(service, where)).split():
            if group.text in fold(written):
                return Reason(written.strip(".,;:()"), str(WHERE[where]))
    return None


WHERE = {
    NAME: gettext_lazy("in the name"),
    ACTOR: gettext_lazy("in the name of the organisation"),
    PLACE: gettext_lazy("in the place"),
    AROUND: gettext_lazy("in a neighbourhood close by"),
    CONDITION: gettext_lazy("in the conditions"),
    SUMMARY: gettext_lazy("in the summary"),
    DESCRIPTION: gettext_lazy("in the description"),
}


def _where_words(where: str, index: Index, query: Query, group: Group, pk: int) -> str:
    return str(WHERE[where]) if where in WHERE else _term_words(index, query, group, pk)


def _term_words(index: Index, query: Query, group: Group, pk: int) -> str:
    """The term of the taxonomy that says the word: of a theme rather than of the need above it."""
    kinds = {"theme": _("theme: {name}"), "target": _("for: {name}"), "need": _("need: {name}")}
    for kind, words in kinds.items():
        for term in group.terms:
            if term.kind == kind and pk in index.postings[term.key]:
                return words.format(name=term.name(query.language))
    return _("by the theme")
