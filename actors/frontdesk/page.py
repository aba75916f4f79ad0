"""What stands on the page of a front desk: its services, what is said of each, and what can be said."""

from functools import cached_property

from django.utils.translation import get_language

from actors.availability.questions import RoomQuestion, asked_services
from actors.campaigns.question import Question
from actors.enums import AvailabilityStatus
from actors.frontdesk.answers import Answer
from actors.models import Actor, CampaignRequest, Viewer
from actors.models.availability import COUNTS
from actors.room_words import SIGNS
from repertorium.pictograms import drawing

DRAWN = {pictogram for pictogram, _tone in SIGNS.values()} | {"rotate-left"}


class DeskRow(RoomQuestion):
    """A service, or one of its places, as a front desk is asked of it."""

    answer: Answer | None = None

    @property
    def is_counted(self) -> bool:
        """Whether one place more or fewer can be said with one tap."""
        return bool(self.said) and self.said.places_free is not None and self.said.status != AvailabilityStatus.PAUSED

    @property
    def fields(self) -> dict[str, str]:
        """What stands in the fields: what was typed, where that was not right, else what is said now."""
        note = getattr(self.said, f"note_{get_language()}") if self.said else ""
        now = {name: getattr(self.said, name, None) for name in COUNTS} | {"note": note}
        if self.answer and self.answer.said.error:
            now |= {name: self.answer.typed[name] for name in now if name in self.answer.typed}
        return {name: "" if value is None else str(value) for name, value in now.items()}

    @property
    def follows(self) -> bool:
        """A place of which nothing of its own is said: it is as the whole service."""
        return bool(self.place) and not self.said

    @property
    def asks_name(self) -> bool:
        """Whether what was typed looks like the name of a person, and may be said to be none."""
        return self.answer is not None and self.answer.asks_name

    @property
    def details_open(self) -> bool:
        """Whether the numbers are in sight: something there is not right, or a click asks for it."""
        if self.answer is None:
            return False
        return bool(self.answer.said.error) or self.asks_days or (self.asks_places and not self.is_counted)


class DeskPage:
    """The page of one actor's link, after an answer or without."""

    def __init__(self, actor: Actor, token: str, answer: Answer | None = None):
        self.actor, self.token, self.answer = actor, token, answer

    @cached_property
    def rows(self) -> list[DeskRow]:
        """The services that are asked; each with its places, where there are several to speak of."""
        services = asked_services().filter(actor=self.actor).order_by(f"sort_{get_language()}", "pk")
        return [self._row(service) for service in services]

    def _row(self, service) -> DeskRow:
        row = DeskRow(service)
        row.places = [DeskRow(service, one.place) for one in RoomQuestion(service).places]
        for one in [row, *row.places]:
            if self.answer and self.answer.is_about(service, one.place):
                one.answer = self.answer
        return row

    @cached_property
    def _questions(self) -> list[Question]:
        """The questions of campaigns that can be answered now, those that end first before the others."""
        asked = CampaignRequest.objects.open().filter(actor=self.actor).select_related("campaign__zone")
        questions = [Question(one) for one in asked.order_by("campaign__ends_on", "pk")]
        for one in questions:
            if self.answer and one.asked == self.answer.question:
                one.said, one.typed, one.asks_name = self.answer.said, self.answer.typed, self.answer.asks_name
        return questions

    @property
    def questions(self) -> list[Question]:
        """What stands above everything else: what was answered just now, and one question that waits."""
        waiting = [one for one in self._questions if not one.asked.answer and not one.said]
        return [one for one in self._questions if one.said] + waiting[:1]

    @property
    def answered_questions(self) -> list[Question]:
        """What was answered before, and can be answered otherwise."""
        return [one for one in self._questions if one.asked.answer and not one.said]

    @property
    def result_is_elsewhere(self) -> bool:
        """Whether what came of a form stands at what it is about, and not at the head of the page."""
        return bool(self.changed) or any(one.said for one in self._questions)

    @property
    def changed(self) -> DeskRow | None:
        """The row that was answered just now."""
        return next((one for row in self.rows for one in [row, *row.places] if one.answer), None)

    @property
    def said_something(self) -> bool:
        """Whether there is anything that may be unchanged."""
        return any(row.service.said for row in self.rows)

    @property
    def never_said(self) -> int:
        """How many services nobody ever said anything of."""
        return sum(not row.service.said for row in self.rows)

    @property
    def signs(self) -> list[tuple[str, str, str]]:
        """The pictograms of this page, drawn within it: name, view box, paths."""
        return [(name, *drawing(name)) for name in sorted(DRAWN)]

    @property
    def team(self):
        """The zone team that keeps the listing, as far as a visitor may know."""
        return self.actor.team_known_to(Viewer.VISITOR)
