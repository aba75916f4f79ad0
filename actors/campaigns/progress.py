"""How far a campaign is: how many answered what, who was asked, whom nobody reached; and the same as a file."""

from datetime import date, timedelta
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Sum, Value, When
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from actors import permissions
from actors.campaigns import calls
from actors.campaigns.publishing import is_public
from actors.campaigns.question import Question
from actors.campaigns.said import Said
from actors.enums import CampaignAnswer, CampaignKind
from actors.models import Actor, Campaign, CampaignRequest, Contact, FrontDesk
from repertorium.paging import Paged

A_PAGE = 50
GONE, SILENT = "gone", "silent"
TO_CALL, LATER, ASKED, TO_ASK = "to-call", "to-call-later", "asked", "to-ask"  # as long as the campaign runs
UNANSWERED = {
    ASKED: gettext_lazy("asked by mail, no answer yet"),
    TO_ASK: gettext_lazy("mail goes out within the hour, or tomorrow"),
    TO_CALL: gettext_lazy("not reached: to call"),
    LATER: gettext_lazy("not reached: to call on a later day"),
    SILENT: gettext_lazy("no answer"),
    GONE: gettext_lazy("no longer in the repertorium"),
}


class Row(Question):
    """One actor of a campaign as staff see it."""

    @property
    def state(self) -> str:
        """Where it stands, in words, where it did not answer."""
        return str(UNANSWERED[self.asked.state]) if self.asked.state in UNANSWERED else ""

    @property
    def phones(self) -> list[Contact]:
        """Where it is called, as long as it did not answer."""
        return [] if self.words or not self.may_answer else calls.phones_of(self.asked.actor)

    @property
    def is_called(self) -> bool:
        """Whether it is reached by telephone alone, today or later."""
        return self.may_answer and self.asked.state in {TO_CALL, LATER}

    @property
    def public(self) -> tuple[date, date]:
        """The first and the last day on which the public reads that it is closed."""
        return self.asked.closure.days.lower, self.asked.closure.days.upper - timedelta(days=1)

    @property
    def may_answer(self) -> bool:
        """Whether an answer can be written down."""
        return self.asked.campaign.is_running and self.asked.state != GONE

    @property
    def may_publish(self) -> bool:
        """Whether the public does not read yet what was answered."""
        return self.asked.state != GONE and not is_public(self.asked)


def with_state(asked: QuerySet[CampaignRequest]) -> QuerySet[CampaignRequest]:
    """What was asked of actors, with where each stands (`state`): its answer, or why there is none."""
    listed = Actor.objects.published().filter(pk=OuterRef("actor"))
    mailed = FrontDesk.objects.reached_by_mail().filter(actor=OuterRef("actor"))
    state = Case(
        When(~Q(answer=""), then="answer"),
        When(~Exists(listed), then=Value(GONE)),
        When(~Q(campaign__in=Campaign.objects.running().values("pk")), then=Value(SILENT)),
        When(CampaignRequest.objects.all().unreached(), then=Value(TO_CALL)),
        When(~Exists(mailed), then=Value(LATER)),
        When(mails=0, then=Value(TO_ASK)),
        default=Value(ASKED),
    )
    return asked.annotate(state=state).select_related("campaign", "actor__steward", "closure", "answered_by")


class Progress(Paged):
    """The page of a campaign that was started."""

    def __init__(self, user, campaign: Campaign, data):
        self.campaign, self.data = campaign, data
        self.requests = with_state(permissions.answerable_requests(user).filter(campaign=campaign))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many stand where, by state."""
        return dict(self.requests.order_by().values_list("state").annotate(Count("pk")))

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        return sum(number for state, number in self.counts.items() if state not in UNANSWERED)

    @cached_property
    def together(self) -> dict[str, int] | None:
        """Where "how many" was asked: the sum, and of how many of those that said yes it is."""
        if self.campaign.kind != CampaignKind.NUMBER or not self.counts.get(CampaignAnswer.YES):
            return None
        found = self.requests.order_by().aggregate(sum=Sum("number", default=0), known=Count("number"))
        return {**found, "yes": self.counts[CampaignAnswer.YES]}

    @property
    def percent(self) -> int:
        """How many of a hundred answered."""
        return _percent(self.answered, self.total)

    @property
    def lines(self) -> list[tuple]:
        """Each answer, and each reason why there is none: words, address of its list, chosen, number, percent."""
        states = [(one.value, str(one.label)) for one in self.campaign.answers]
        states += [(state, str(words)) for state, words in UNANSWERED.items() if self.counts.get(state)]
        return [
            (words, self.query(show=state), state == self.show, number, _percent(number, self.total))
            for state, words in states
            for number in [self.counts.get(state, 0)]
        ]

    @property
    def show(self) -> str:
        """The state whose list is shown; empty: all."""
        asked = self.data.get("show", "")
        return asked if asked in {*UNANSWERED, *CampaignAnswer.values} else ""

    @property
    def shown_words(self) -> str:
        """The state that is shown, in words."""
        return next((words for words, _query, chosen, *_numbers in self.lines if chosen), "")

    def kept(self) -> dict[str, str]:
        return {"show": self.show}

    @property
    def here(self) -> str:
        """The query of what is shown now."""
        return self.query()

    @cached_property
    def page(self):
        """The actors of this page."""
        found = calls.with_phones(self.requests.filter(state=self.show) if self.show else self.requests)
        return Paginator(found.order_by(f"actor__sort_{get_language()}", "pk"), A_PAGE).get_page(self.data.get("page"))

    @property
    def rows(self) -> list[Row]:
        return [Row(asked) for asked in self.page]

    @property
    def number_without_mail(self) -> int:
        return self.counts.get(TO_CALL, 0)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody was written to and nobody answered, so that the start can be taken back."""
        return not self.campaign.requests.filter(Q(mails__gt=0) | ~Q(answer="")).exists()


def _percent(number: int, total: int) -> int:
    """How many of a hundred; none and all of them are said of none and all alone."""
    if not total or number in {0, total}:
        return 100 if number else 0
    return min(99, max(1, round(100 * number / total)))


def row_of(user, campaign: Campaign, pk: int, said: Said | None = None, typed=None) -> Row | None:
    """One actor of a campaign, where somebody may edit it."""
    requests = permissions.answerable_requests(user).filter(campaign=campaign, pk=pk)
    asked = calls.with_phones(with_state(requests)).first()
    return asked and Row(asked, said, typed, asks_name=bool(said and said.asks_name))


def table(progress: Progress) -> list[list[str]]:
    """All of it as rows for a spreadsheet, with a head; without the names of people."""
    head = [
        _("organisation"),
        _("answer"),
        _("how many"),
        _("first day closed"),
        _("last day closed"),
        _("answer in words"),
    ]
    head += [_("answered how"), _("answered at"), _("mails sent"), _("slug")]
    rows = [head]
    for asked in progress.requests.order_by(f"actor__sort_{get_language()}", "pk"):
        when = date_format(timezone.localtime(asked.answered_at), "Y-m-d H:i") if asked.answered_at else ""
        answer = asked.get_answer_display() or str(UNANSWERED[asked.state])
        days = [day.isoformat() if day else "" for day in (asked.closed_from, asked.closed_until)]
        how = asked.get_answered_how_display() if asked.answered_how else ""
        number = "" if asked.number is None else asked.number
        rows.append([asked.actor.name, answer, number, *days, asked.words, how, when, asked.mails, asked.actor.slug])
    return rows
