"""The reports of refusal that wait for an answer, on one page for whoever may edit the listings."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from actors import permissions
from actors.availability.questions import RoomQuestion, with_questions
from actors.models import Refusal, Service
from repertorium.paging import Paged

A_PAGE = 20
SALT = "feedback.answered"


@dataclass(frozen=True)
class ToAnswer:
    """A service of which refusals were reported: the last time, and whether room is a question there."""

    room: RoomQuestion
    last_at: datetime
    asks_room: bool


class AnsweringPage(Paged):
    """Services of which refusals were reported, of those that somebody may edit; what weighs most first."""

    def __init__(self, request: HttpRequest):
        self.user, self.number, self.undo = request.user, request.GET.get("page"), request.GET.get("undo", "")

    @cached_property
    def page(self):
        return Paginator(Refusal.objects.to_answer(answerable(self.user)), A_PAGE).get_page(self.number)

    @cached_property
    def items(self) -> list[ToAnswer]:
        """Those of this page."""
        rows = {row["service"]: row for row in self.page}
        services = with_questions(Service.objects.with_room_asked()).in_bulk(rows)
        return [
            ToAnswer(RoomQuestion(services[pk]), row["last_at"], services[pk].room_asked) for pk, row in rows.items()
        ]

    @property
    def answered(self) -> Service | None:
        """The service of which somebody just said that the reports were looked into, which can be taken back."""
        pk, _moment = read(self.undo)
        return answerable(self.user).filter(pk=pk).first() if pk else None


def answerable(user):
    """The services of which somebody may answer reports: those whose listing they may edit."""
    return Service.objects.published().filter(actor__in=permissions.editable_actors(user).values("pk"))


def answer(*, service: Service, user) -> str:
    """Say that what was reported was looked into; a signed note that takes this back, empty where nothing waited."""
    moment = Refusal.objects.answer(service, user)
    return signing.dumps([service.pk, moment.isoformat()], salt=SALT) if moment else ""


def take_back(*, user, token: str) -> Service:
    """Let what was answered by this note wait again.

    Raises:
        ValidationError: this is no such note, or not of a listing that they may edit.
    """
    pk, moment = read(token)
    service = answerable(user).filter(pk=pk).first() if pk else None
    if service is None:
        raise ValidationError(_("Nothing was undone."))
    Refusal.objects.filter(service=service, answered_at=moment).update(answered_at=None, answered_by=None)
    return service


def read(token: str) -> tuple[int | None, str]:
    """The service and the moment that a note names; none where it is not one of ours."""
    try:
        pk, moment = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None, ""
    return pk, moment
