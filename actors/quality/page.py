"""What stands on the page of data quality."""

from functools import cached_property

from django.http import Http404, HttpRequest

from actors.models import Service
from actors.permissions import can_merge
from actors.quality.duplicates import Pair
from actors.quality.measures import LANGUAGES, MEASURE_BY_CODE, MEASURES, Measure
from actors.quality.readability import B1_EASE
from actors.quality.report import Count, Report, ResidentText, Row

HARDEST = 20
PAIRS = 100


class QualityPage:
    """The report, the row that is chosen in it (`?zone=` or `?theme=`), and what is listed of it (`?measure=`).

    Without a choice the members of a zone team see their own zone, everybody else the whole.
    """

    measures = MEASURES
    b1_ease = B1_EASE

    def __init__(self, request: HttpRequest):
        self.own = list(request.user.zone_memberships.order_by("zone__code").values_list("zone__code", flat=True))
        self.edits = request.user.is_staff
        self.merges = can_merge(request.user)
        self.report = Report()
        self.row = self._chosen(request)
        self.measure = self._measure(request.GET.get("measure", ""))

    @cached_property
    def zones(self) -> list[Row]:
        """The rows of the zones, those of whoever looks first."""
        return sorted(self.report.zones, key=lambda row: row.code not in self.own)

    @property
    def rows(self) -> list[Row]:
        """The whole and the zones: what can be chosen above."""
        return [*(row for row in self.zones if row.code in self.own), self.report.total, *self.others]

    @property
    def others(self) -> list[Row]:
        """The zones of others."""
        return [row for row in self.zones if row.code not in self.own]

    @property
    def counts(self) -> list[tuple[Measure, Count]]:
        """Every measure of the chosen row."""
        return [(measure, self.row.counts[measure.code]) for measure in MEASURES]

    @property
    def concerned(self) -> list[Service]:
        """The services of the chosen row that the chosen measure is about."""
        return self.report.concerned(self.measure.code, self.row)

    @property
    def pairs(self) -> list[Pair]:
        return self.row.pairs[:PAIRS]

    @property
    def hardest(self) -> list[ResidentText]:
        """The hardest texts of the chosen row."""
        return self.report.hardest(self.row)[:HARDEST]

    @property
    def eases(self) -> list[tuple[str, float | None]]:
        """The reading ease of all texts for residents, per language."""
        return [(language, self.report.reading_ease(language)) for language in LANGUAGES]

    def _chosen(self, request: HttpRequest) -> Row:
        for kind in ("zone", "theme"):
            if code := request.GET.get(kind):
                return self._found(self.report.row(kind, code))
        # An empty zone is the whole, chosen by a member of a zone team.
        own = "" if "zone" in request.GET else next(iter(self.own), "")
        return self.report.row("zone", own) if own else self.report.total

    @staticmethod
    def _measure(code: str) -> Measure | None:
        return QualityPage._found(MEASURE_BY_CODE.get(code)) if code else None

    @staticmethod
    def _found(wanted):
        if wanted is None:
            raise Http404
        return wanted
