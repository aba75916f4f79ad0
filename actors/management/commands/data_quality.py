"""`manage.py data_quality`: what is wanting in the published data, per care zone and per theme."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from actors.quality.measures import LANGUAGES, MEASURES
from actors.quality.points import Contradiction, contradictions
from actors.quality.report import NOWHERE, Count, Report, Row
from repertorium.spreadsheets import Writer
from zones.models import CareZone


class Command(BaseCommand):
    help = "Count what is wanting in the published data, and list probable duplicates and the hardest texts."

    def add_arguments(self, parser):
        parser.add_argument("--zone", metavar="CODE", default="", help=f"only this zone; {NOWHERE}: what lies in none")
        parser.add_argument("--format", choices=["table", "csv", "json"], default="table")
        parser.add_argument("--limit", type=int, default=10, metavar="N", help="length of the lists")

    def handle(self, *, zone, limit, **options):
        codes = [*CareZone.objects.values_list("code", flat=True), NOWHERE]
        if zone and zone not in codes:
            raise CommandError(f"--zone: '{zone}' is none of {', '.join(codes)}")
        if limit < 0:
            raise CommandError("--limit: give a number of 0 or more")
        with translation.override("en"):  # the words of the measures as they stand in the code
            getattr(self, f"_{options['format']}")(Report(zone), limit)

    def _table(self, report: Report, limit: int) -> None:
        rows = [report.total, *report.zones]
        measures = [[str(m.label), *(_words(row.counts[m.code]) for row in rows)] for m in MEASURES]
        self._grid(
            ["", *(row.code or "everything" for row in rows)],
            [
                ["Services", *(str(len(row.services)) for row in rows)],
                ["Dutch/French parity of texts", *(f"{row.parity.percent} %" for row in rows)],
                *measures,
                ["Probable duplicates (pairs of actors)", *(str(len(row.pairs)) for row in rows)],
            ],
        )
        self._grid(
            ["theme", "services", "parity", *(str(m.short) for m in MEASURES)],
            [
                [row.code, str(len(row.services)), f"{row.parity.percent} %"]
                + [str(row.counts[m.code].number) for m in MEASURES]
                for row in report.themes
            ],
        )
        self._list("Probable duplicates", [_pair(pair) for pair in report.total.pairs], limit)
        outside = [_contradiction(one) for one in contradictions()]
        self._list("Points outside their stated neighbourhood", outside, limit)
        self._list(
            "Hardest texts for residents (1.00 is the limit of B1)",
            [_text(t) for t in report.hardest(report.total)],
            limit,
        )
        eases = {language: report.reading_ease(language) for language in LANGUAGES}
        known = [f"{language} {ease:.0f}" for language, ease in eases.items() if ease is not None]
        self.stdout.write(f"Reading ease of all of them together: {', '.join(known) or 'too few words'}")

    def _grid(self, head: list[str], lines: list[list[str]]) -> None:
        """Columns as wide as their widest word; numbers to the right."""
        widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
        for name, *numbers in [head, *lines]:
            cells = (number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True))
            self.stdout.write("  ".join([name.ljust(widths[0]), *cells]))
        self.stdout.write("")

    def _list(self, title: str, lines: list[str], limit: int) -> None:
        self.stdout.write(f"{title}: {len(lines)}")
        for line in lines[:limit]:
            self.stdout.write(f"  {line}")
        self.stdout.write("")

    def _csv(self, report: Report, limit: int) -> None:
        writer = Writer(self.stdout)
        writer.writerow(["kind", "code", "measure", "number", "of"])
        for row in [report.total, *report.zones, *report.themes]:
            for measure, count in _counts(row).items():
                writer.writerow([row.kind or "everything", row.code, measure, count.number, count.of])

    def _json(self, report: Report, limit: int) -> None:
        answer = {
            "everything": _as_json(report.total),
            "zones": {row.code: _as_json(row) for row in report.zones},
            "themes": {row.code: _as_json(row) for row in report.themes},
            "duplicates": [
                {"actors": [pair.first.slug, pair.second.slug], "reasons": pair.codes}
                for pair in report.total.pairs[:limit]
            ],
            "points": [
                {"actor": one.location.actor.slug, "stated": one.stated, "found": one.found}
                for one in contradictions()[:limit]
            ],
            "hardest": [
                {"load": round(t.readability.load, 2), "language": t.language, "text": t.text, "of": _owner(t)}
                for t in report.hardest(report.total)[:limit]
            ],
            "reading_ease": {language: report.reading_ease(language) for language in LANGUAGES},
        }
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))


def _counts(row: Row) -> dict[str, Count]:
    return {"parity": row.parity, **row.counts, "duplicates": Count(len(row.pairs), len(row.pairs))}


def _as_json(row: Row) -> dict:
    counts = {code: {"number": count.number, "of": count.of} for code, count in _counts(row).items()}
    return {"services": len(row.services), **counts}


def _words(count: Count) -> str:
    return f"{count.number} ({count.percent} %)"


def _pair(pair) -> str:
    return f"{pair.first.slug} – {pair.second.slug}: {', '.join(map(str, pair.reasons))}"


def _contradiction(one: Contradiction) -> str:
    return f"{one.location.actor.slug}, {one.location}: stated {one.stated}, the point lies in {one.found or 'none'}"


def _owner(text) -> str:
    return getattr(text.owner, "slug", "") or text.owner.code


def _text(text) -> str:
    return f"{text.readability.load:.2f} {text.language} {_owner(text)}: {text.text}"
