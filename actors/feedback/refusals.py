"""Reporting that somebody was refused: by anyone, with a reason of a fixed list, and nothing about the person."""

from django import forms
from django.db import transaction
from django.http import HttpRequest

from actors.catalogue.viewer import viewer_of
from actors.enums import RefusalReason
from actors.feedback.limits import TooManyError, is_within
from actors.models import Refusal, Service, Viewer
from actors.models.refusal import ANYBODY, DAYS, PROFESSIONAL
from actors.reporters import reporter_marks

MOST_A_DAY = {ANYBODY: 10, PROFESSIONAL: 30}  # reports by one reporter, of all services together
MOST_OF_A_SERVICE = 20  # reports a day by people without an account: more of them would tell nothing more


class RefusalForm(forms.Form):
    """Why somebody was refused."""

    reason = forms.ChoiceField(choices=RefusalReason.choices)


def report_refusal(request: HttpRequest, service: Service, reason: str) -> None:
    """Keep one report of this reporter of this service: who reports it again while it waits for an answer changes
    nothing, and after an answer it counts anew.

    Raises:
        TooManyError: whoever sends it reported as much today as one may.
    """
    weight = ANYBODY if viewer_of(request) is Viewer.VISITOR else PROFESSIONAL
    marks = reporter_marks(request, "refusal", service.pk, days=DAYS)
    known = Refusal.objects.filter(service=service, reporter__in=marks)
    if known.open().exists():
        return
    if not is_within(request, "refusals", MOST_A_DAY[weight]):
        raise TooManyError
    anybodys = Refusal.objects.filter(service=service, weight=ANYBODY).reported_today()
    if weight == ANYBODY and anybodys.count() >= MOST_OF_A_SERVICE:
        return
    with transaction.atomic():
        known.delete()
        report = Refusal(service=service, reason=reason, weight=weight, reporter=marks[0])
        Refusal.objects.bulk_create([report], ignore_conflicts=True)  # twice at once is once
