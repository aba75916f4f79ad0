"""`manage.py find "TEXT" … --json`: the search of the professional pages, as an anonymous visitor has it."""

import json
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict
from django.utils import timezone, translation

from actors.catalogue.as_typed import AsTyped
from actors.catalogue.cards import Card, cards
from actors.catalogue.said_first import crisis_lines, themes_without_service, unlisted, wishes
from actors.catalogue.why import reasons
from actors.helplines import helplines
from actors.models import Viewer
from actors.models.admission import ALL_FACTS
from actors.opening import BRUSSELS
from actors.search import search
from actors.search.filters import ServiceFilterSet, to_query
from actors.search.query import PAGE

REPEATED = (
    "need",
    "theme",
    "target",
    "zone",
    "municipality",
    "neighbourhood",
    "language",
    "admission",
    "network",
)


class Command(BaseCommand):
    help = (
        "Search the services as the professional pages do. Options that may be given more than once widen the "
        "search, except --admission, which narrows it. Admission codes: "
        + ", ".join(f"{fact.code} ({fact.label})" for fact in ALL_FACTS)
    )

    def add_arguments(self, parser):
        parser.add_argument("text", nargs="?", default="", help="what or who, in Dutch or French")
        parser.add_argument("--lang", choices=["nl", "fr"], default="nl", help="language of names and reasons")
        for name in REPEATED:
            parser.add_argument(f"--{name}", action="append", nargs="+", default=[], metavar="CODE")
        parser.add_argument(
            "--near", default="", metavar="NAME", help="neighbourhood, municipality, postal code, street"
        )
        parser.add_argument("--radius", type=int, metavar="METRES", help="with --near; 0 is everywhere")
        parser.add_argument("--open-at", metavar="ISO", help="2026-11-23T10:00; without offset: Brussels time")
        parser.add_argument("--room", action="store_true", help="only what has room")
        parser.add_argument("--sort", choices=["best", "nearest", "soonest", "recent"], default="best")
        parser.add_argument("--limit", type=int, default=PAGE, metavar="N")
        parser.add_argument("--json", action="store_true", help="print JSON; without it: a list to read")

    def handle(self, *args, **options):
        with translation.override(options["lang"]):
            answer = self._answer(options)
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            self._print(answer)

    def _answer(self, options: dict) -> dict:
        filterset = ServiceFilterSet(self._data(options))
        query = to_query(filterset, language=options["lang"], viewer=Viewer.VISITOR)
        self._refuse(filterset, options, query)
        found = search(query, limit=options["limit"])
        index = filterset.engine.index
        shown = cards(index, found.pks, query.viewer, query.begins, query.near)
        for card in shown:
            card.why = reasons(index, query, found, card.service)
        typed = AsTyped(index.terms, query.text)
        return {
            "total": found.total,
            "corrected": found.match.corrected,
            "crisis": [f"{line.display} {line.name}" for line in crisis_lines(found, options["lang"])],
            "not_found": [*map(typed, found.match.unmet(found.services))],
            "wishes": [f"{wish.words}: {wish.label} ({wish.known})" for wish in wishes(found, query, typed)],
            "not_listed": [f"{one.name}: {one.theme}" for one in unlisted(index, found, options["lang"])],
            "without_service": [
                f"{theme.name}: {theme.elsewhere}".strip(" :")
                for theme in themes_without_service(index, query, found, helplines)
            ],
            "left_out": found.left_out,
            "results": [self._result(card) for card in shown],
            "facets": self._facets(found.facets),
        }

    @staticmethod
    def _data(options: dict) -> QueryDict:
        """The options as the query string that a page would have."""
        data = QueryDict(mutable=True)
        data["q"], data["where"], data["sort"] = options["text"], options["near"], options["sort"]
        for name in REPEATED:
            data.setlist(name, [code for codes in options[name] for code in codes])
        if options["radius"] is not None:
            data["radius"] = str(options["radius"])
        if options["room"]:
            data["room"] = "on"
        if options["open_at"]:
            data["open_at"] = _moment(options["open_at"]).isoformat()
        return data

    @staticmethod
    def _refuse(filterset: ServiceFilterSet, options: dict, query) -> None:
        """Say what is not understood, instead of answering another question."""
        if filterset.errors:
            problems = (f"--{name.replace('_', '-')}: {' '.join(said)}" for name, said in filterset.errors.items())
            raise CommandError("\n".join(problems))
        if options["near"] and query.near is None:
            raise CommandError(f"--near: no place here is called '{options['near']}'")
        if options["limit"] < 1:
            raise CommandError("--limit: give a number of 1 or more")

    @staticmethod
    def _result(card: Card) -> dict:
        return {
            "service": card.service.slug,
            "name": card.service.name,
            "actor": card.service.actor.name,
            "themes": [term.code for term in card.themes],
            "zone": card.zone.code if card.zone else None,
            "municipality": card.municipality.name if card.municipality else None,
            "availability": card.room.status,
            "open": card.open.now,
            "distance_m": card.metres,
            "why": [str(reason) for reason in card.why],
        }

    @staticmethod
    def _facets(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
        """Counts by kind and code; values that would find nothing are left out."""
        facets: dict[str, dict[str, int]] = {}
        for values in counts.values():
            for key, count in values.items():
                kind, _, code = key.partition(":")
                if count and code:
                    facets.setdefault(kind, {})[code] = count
        return facets

    def _print(self, answer: dict) -> None:
        if answer["corrected"]:
            self.stdout.write(f"({answer['corrected']})")
        for line in answer["crisis"]:
            self.stdout.write(f"  ! {line}")
        for line in (*answer["not_listed"], *answer["without_service"], *answer["wishes"]):
            self.stdout.write(f"  ~ {line}")
        for number, result in enumerate(answer["results"], start=1):
            place = result["municipality"] or "–"
            why = "; ".join(result["why"])
            self.stdout.write(
                f"{number:>3}. {result['name']} – {result['actor']} ({place}) [{result['availability']}] {why}"
            )
        elsewhere = f" ({answer['left_out']} only for people of other areas)" if answer["left_out"] else ""
        self.stdout.write(f"{answer['total']} in total{elsewhere}")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"--open-at: '{text}' is no moment like 2026-11-23T10:00") from error
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=BRUSSELS)
