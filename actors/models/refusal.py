"""Reports that somebody was refused: what stands beside a status and never in its place (design: `domain.md`).

Nothing about the person is kept, nor who reports: a mark that counts everybody once (`actors.reporters`) and goes
after seven days.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast, Concat, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import ConfirmedHow, RefusalReason
from actors.models.availability import Availability
from actors.models.service import Service

DAYS = 7  # that a report counts, and that a mark of whoever reported is kept
PERIOD = timedelta(days=DAYS)
KEPT = timedelta(days=365)  # the reports themselves, without any mark
ANYBODY, PROFESSIONAL = 1, 2  # what a report weighs: of whoever it is, and of an account of a professional
TOLD = 3  # different reporters from whom on professionals read of it
TO_HANDLE = 3  # weight from which on it is work for the team
APART, TEXT = "|", models.CharField()  # of the values of a report, where it is read with its service
NO_PERSON = (ConfirmedHow.IMPORT, ConfirmedHow.SOURCE)  # nobody answered anything


@dataclass(frozen=True)
class Reports:
    """What was reported of one service and nobody answered yet: one report a reporter."""

    reasons: Counter = field(default_factory=Counter)
    by_professionals: int = 0

    def __len__(self) -> int:
        return self.reasons.total()

    @property
    def are_told(self) -> bool:
        """Whether professionals read of it: one person with a grudge is not enough."""
        return len(self) >= TOLD

    @property
    def by_reason(self) -> list[tuple[str, int]]:
        """Each reason in words, with how many gave it, the most frequent first."""
        return [(str(RefusalReason(reason).label), count) for reason, count in self.reasons.most_common()]


NONE = Reports()


class RefusalQuerySet(models.QuerySet):
    """Reports of refusal in the words of the domain."""

    def open(self):
        """Of the last seven days, and not answered: nobody said whether there is room since, or that it was handled."""
        said = Availability.objects.filter(service=OuterRef("service"), confirmed_at__gte=OuterRef("reported_at"))
        return self.lately().exclude(Exists(said.exclude(confirmed_how__in=NO_PERSON)))

    def lately(self):
        """Of the last seven days, and nobody said that they were looked into."""
        return self.filter(reported_at__gt=Now() - PERIOD, answered_at=None)

    def to_answer(self, services: QuerySet[Service] | Iterable[Service] | None = None, *, weight: int = ANYBODY):
        """What waits for an answer of these services, or of any: one row for each service, what weighs most first.

        A row has `service`, `reports`, `by_professionals`, `total_weight`, `last_at` and `all_reasons`; `reports_of`
        makes `Reports` of it. `weight`: from how much on, which is `TO_HANDLE` for a queue of work.
        """
        found = self.open() if services is None else self.open().filter(service__in=services)
        rows = (
            found.order_by()
            .values("service")
            .annotate(
                reports=Count("pk"),
                by_professionals=Count("pk", filter=Q(weight=PROFESSIONAL)),
                total_weight=Sum("weight"),
                last_at=Max("reported_at"),
                all_reasons=ArrayAgg("reason"),
            )
        )
        return rows.filter(total_weight__gte=weight).order_by("-total_weight", "-last_at", "service")

    def by_service(self, services: QuerySet[Service] | Iterable[Service]) -> dict[int, Reports]:
        """What waits for an answer, by the primary key of each of these services that has something."""
        return {row["service"]: reports_of(row) for row in self.to_answer(services)}

    def answer(self, service: Service, user) -> datetime | None:
        """Say that what was reported of a service was looked into; when that was, None where nothing waited."""
        now = timezone.now()
        return now if self.open().filter(service=service).update(answered_at=now, answered_by=user) else None

    def reported_today(self):
        """Those since midnight in Brussels."""
        return self.filter(reported_at__gte=timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0))


def reports_of(row: dict) -> Reports:
    """What a row of `to_answer` says."""
    return Reports(Counter(row["all_reasons"]), row["by_professionals"])


REPORTS = ("refusal_rows",)  # what `with_reports` adds


def with_reports(services: QuerySet) -> QuerySet:
    """These services, with the reports of refusal of the last seven days in the same query (`reports_on`).

    Whether a status answered them is asked there, of the statuses that are read anyway: to ask it here would take
    PostgreSQL longer to plan than all the rest.
    """
    row = Concat(
        "reason", Value(APART), Cast("weight", TEXT), Value(APART), Cast("reported_at", TEXT), output_field=TEXT
    )
    reports = Refusal.objects.lately().filter(service=OuterRef("pk")).order_by()
    return services.annotate(refusal_rows=ArraySubquery(reports.annotate(row=row).values("row")))


def without_reports(services: QuerySet) -> QuerySet:
    """These services as above, without any: residents read nothing of reports."""
    return services.annotate(refusal_rows=Value([], ArrayField(models.CharField())))


def reports_on(service: Service) -> Reports:
    """What was reported of a service that was read `with_reports` and what was said of it (`said`), and waits for an
    answer; nothing of one that was read without. The rule of `RefusalQuerySet.open`."""
    rows = [row.split(APART) for row in getattr(service, "refusal_rows", ())]
    if not rows:
        return NONE
    last = max((one.confirmed_at for one in service.said if one.confirmed_how not in NO_PERSON), default=None)
    waiting = [row for row in rows if last is None or datetime.fromisoformat(row[2]) > last]
    professionals = sum(weight == str(PROFESSIONAL) for _reason, weight, _moment in waiting)
    return Reports(Counter(reason for reason, _weight, _moment in waiting), professionals)


class Refusal(models.Model):
    """Somebody was refused at a service, for a reason of a fixed list."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="refusals", verbose_name=_("service"))
    reason = models.CharField(_("reason"), max_length=12, choices=RefusalReason)
    weight = models.PositiveSmallIntegerField(_("weight"), default=ANYBODY)
    reporter = models.CharField(
        _("mark of the reporter"), max_length=64, blank=True, editable=False, help_text=_("Goes after seven days.")
    )
    reported_at = models.DateTimeField(_("reported at"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = RefusalQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a refusal")
        verbose_name_plural = _("reports of refusal")
        indexes = [models.Index(fields=["service", "reported_at"], name="actors_refusal_of_service")]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "reporter"],
                condition=~Q(reporter=""),
                name="actors_refusal_once_per_service_and_reporter",
                violation_error_message=_("You reported this already."),
            ),
            models.CheckConstraint(condition=Q(reason__in=RefusalReason.values), name="actors_refusal_reason_is_known"),
            models.CheckConstraint(
                condition=Q(weight__in=[ANYBODY, PROFESSIONAL]), name="actors_refusal_weight_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("reported_at")),
                name="actors_refusal_answered_after_it_was_reported",
                violation_error_message=_("An answer comes after the report."),
            ),
        ]

    def __str__(self):
        return f"{self.service}: {self.get_reason_display()}"
