"""What a front desk says with one tap. Nobody is logged in: the link is what lets them."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.availability.one_click import Said, say, say_unchanged, step, undo
from actors.enums import ConfirmedHow
from actors.models import Actor, Availability, FrontDesk, Service
from actors.personal_data import Personal, personal_kind_in

AN_HOUR = timedelta(hours=1)
MOST_PER_HOUR = 300  # statuses of one actor by its link: a large house at its busiest says a tenth of that
BY = {"user": None, "how": ConfirmedHow.DESK}
NAME = "name"  # code of an error: what was typed looks like a name, and may be said to be none


class Answer:
    """What one posted form (`typed`) said: about which service and place (None: all of them), and what came of it."""

    def __init__(self, said: Said, typed: QueryDict, service: Service | None = None, place=None, *, asks_name=False):
        """`asks_name`: the note looks like the name of a person, and whoever typed it may say that it is none."""
        self.said, self.typed, self.service, self.place = said, typed, service, place
        self.asks_name = asks_name

    def is_about(self, service: Service, place=None) -> bool:
        return self.service == service and (self.place and self.place.pk) == (place and place.pk)


@transaction.atomic
def answer(actor: Actor, data: QueryDict) -> Answer:
    """Say, of this actor's services only, what a posted form says. What is wrong comes back in words."""
    services = list(Service.objects.published().asked_for_room().filter(actor=actor))
    service = next((one for one in services if str(one.pk) == data.get("service")), None)
    place = None
    if service and data.get("place"):
        place = next((one for one in service.places.all() if str(one.pk) == data["place"]), None)
        if place is None:
            service = None
    try:
        said = _do(actor, services, service, place, data)
    except ValidationError as refused:
        asks_name = getattr(refused, "code", None) == NAME
        return Answer(Said(error=refused.messages[0]), data, service, place, asks_name=asks_name)
    if not said.error:
        FrontDesk.objects.answered(actor)
    return Answer(said, data, service, place)


def _do(actor: Actor, services: list[Service], service: Service | None, place, data: QueryDict) -> Said:
    if _too_many(actor):
        raise ValidationError(_("This link was used very often in the last hour. Try again later, or call us."))
    if token := data.get("undo"):
        undo(services=services, token=token)
        return Said()
    if data.get("act") == "unchanged":
        return say_unchanged(services=services, **BY)
    if service is None:
        raise ValidationError(_("This service is not asked any more. The page below is as it is now."))
    if data.get("step") in {"-1", "1"}:
        return step(service=service, place=place, by=int(data["step"]), **BY)
    return say(service=service, place=place, data=data, **BY, **_note(data, service, place))


def _note(data: QueryDict, service: Service, place) -> dict[str, str]:
    """The short note in the language of the page, where the form has one. What stands there already was asked before.

    Raises:
        ValidationError: it is about a person, or too long.
    """
    if "note" not in data:
        return {}
    name, note = f"note_{get_language()}", " ".join(data["note"].split())
    if note and not Availability.objects.filter(service=service, place=place, **{name: note}).exists():
        allowed = {Personal.BARE_NAME} if "no_person" in data else ()
        if kind := personal_kind_in(note, allowed=allowed):
            raise ValidationError(kind.request, code=NAME if kind is Personal.BARE_NAME else None)
    return {name: note}


def _too_many(actor: Actor) -> bool:
    """Whether so much was said by this actor's link within the hour that no desk said it."""
    events = Availability.pgh_event_model.objects.filter(
        service__in=Service.objects.filter(actor=actor).values("pk"),
        confirmed_how=ConfirmedHow.DESK,
        pgh_created_at__gt=timezone.now() - AN_HOUR,
    )
    return events.count() >= MOST_PER_HOUR
