"""What a front desk says with one tap. Nobody is logged in: the link is what lets them."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.availability.one_click import Said, say, say_unchanged, step, undo
from actors.campaigns import answering
from actors.campaigns.answering import NAME
from actors.enums import ConfirmedHow
from actors.models import Actor, Availability, CampaignRequest, FrontDesk, Service, ServiceAtLocation
from actors.personal_data import Personal, personal_kind_in

AN_HOUR = timedelta(hours=1)
MOST_PER_HOUR = 300  # statuses and answers of one actor by its link: a large house at its busiest says a tenth of that
BY = {"user": None, "how": ConfirmedHow.DESK}


class Answer:
    """What one posted form (`typed`) said: about which service and place (None: all of them) or to which question of
    a campaign, and what came of it."""

    def __init__(
        self,
        said: Said,
        typed: QueryDict,
        service: Service | None = None,
        place: ServiceAtLocation | None = None,
        *,
        question: CampaignRequest | None = None,
        asks_name: bool = False,
    ):
        """`asks_name`: the words look like the name of a person, and whoever typed them may say that they are none."""
        self.said, self.typed, self.service, self.place, self.question = said, typed, service, place, question
        self.asks_name = asks_name

    def is_about(self, service: Service, place=None) -> bool:
        return self.service == service and (self.place and self.place.pk) == (place and place.pk)


@transaction.atomic
def answer(actor: Actor, data: QueryDict) -> Answer:
    """Say, of this actor's services only, what a posted form says. What is wrong comes back in words."""
    if "question" in data:
        return _answer_question(actor, data)
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


def _answer_question(actor: Actor, data: QueryDict) -> Answer:
    """The same of the question of a campaign."""
    key = data["question"]
    asked = CampaignRequest.objects.filter(actor=actor, pk=int(key) if key.isascii() and key.isdigit() else 0).first()
    try:
        _check_limit(actor)
        if asked is None:
            raise ValidationError(_("This question is over. Nothing was changed."))
        if note := data.get("undo"):
            answering.take_back(asked=asked, note=note)
            return Answer(Said(), data, question=asked)
        said = Said(undo=answering.answer(asked=asked, data=data, how=ConfirmedHow.DESK))
    except ValidationError as refused:
        asks_name = getattr(refused, "code", None) == NAME
        return Answer(Said(error=refused.messages[0]), data, question=asked, asks_name=asks_name)
    FrontDesk.objects.answered(actor)
    return Answer(said, data, question=asked)


def _do(actor: Actor, services: list[Service], service: Service | None, place, data: QueryDict) -> Said:
    _check_limit(actor)
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


def _check_limit(actor: Actor) -> None:
    """Nothing more is said by this actor's link once so much was said within the hour that no desk said it."""
    lately = {"pgh_created_at__gt": timezone.now() - AN_HOUR}
    services = Service.objects.filter(actor=actor).values("pk")
    statuses = Availability.pgh_event_model.objects.filter(service__in=services, confirmed_how=ConfirmedHow.DESK)
    answers = CampaignRequest.pgh_event_model.objects.filter(actor=actor, answered_how=ConfirmedHow.DESK)
    if statuses.filter(**lately).count() + answers.filter(**lately).count() >= MOST_PER_HOUR:
        raise ValidationError(_("This link was used very often in the last hour. Try again later, or call us."))
