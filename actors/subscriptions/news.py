"""What is new in saved searches, by mail: once a day at most one mail for each person, whatever they saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from actors.models import SavedSearch, Service
from actors.people import bounces
from actors.subscriptions.mailing import send, stop_link
from actors.subscriptions.searches import Result, link_of, name_of, run
from repertorium.accounts.models import User

NAMED = 20  # services of a search in a mail


@dataclass
class News:
    """What came into one search; `told`: the services that stand above in the same mail already."""

    search: SavedSearch
    result: Result
    told: frozenset[int] = frozenset()

    @cached_property
    def new(self) -> frozenset[int]:
        """Services that it did not find before."""
        return self.result.services - frozenset(self.search.seen) - self.told

    @cached_property
    def room(self) -> frozenset[int]:
        """Services that it found before, and where there is room since."""
        return self.result.with_room - frozenset(self.search.with_room) - self.new - self.told

    @property
    def name(self) -> str:
        return name_of(self.search.query, self.search.user.language)

    @property
    def link(self) -> str:
        return link_of(self.search)

    @property
    def stop(self) -> str:
        """The link that ends this search alone."""
        return stop_link("search", self.search.pk)

    @cached_property
    def services(self) -> dict[str, list[tuple[str, str, str, bool]]]:
        """By what happened: the name, the actor, the address of some services, and whether there is room."""
        return {"new": self._read(self.new), "room": self._read(self.room)}

    @property
    def number(self) -> int:
        return len(self.new) + len(self.room)

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.number - sum(map(len, self.services.values()))

    def _read(self, pks: frozenset[int]) -> list[tuple[str, str, str, bool]]:
        found = Service.objects.filter(pk__in=pks).select_related("actor")
        found = found.order_by(F("confirmed_on").desc(nulls_last=True), "pk")[:NAMED]
        return [
            (one.name, one.actor.name, settings.SITE_URL + one.get_absolute_url(), one.pk in self.result.with_room)
            for one in found
        ]

    def keep(self, *, mailed: bool) -> None:
        """What was found is known from now on."""
        self.search.seen, self.search.with_room = sorted(self.result.services), sorted(self.result.with_room)
        if mailed:
            self.search.mailed_on = timezone.localdate()
        self.search.save(update_fields=["seen", "with_room", "mailed_on"])


def due() -> QuerySet[SavedSearch]:
    """Those that are to be looked at now, and are still wanted."""
    return SavedSearch.objects.due().filter(ends_on__gte=timezone.localdate())


def send_all() -> Iterator[str]:
    """Look at what is due of each person: `sent`, `nothing`, `bounced` or `failed`. Two runs at once send one mail."""
    for pk in due().order_by("user").values_list("user", flat=True).distinct():
        found = {search.pk: run(search.query, search.user) for search in _own(pk)}  # in no transaction: see `run`
        with transaction.atomic():
            # One run at a time has a person: two that shared out the searches would send two mails.
            people = User.objects.select_for_update(skip_locked=True, no_key=True)
            if people.filter(pk=pk).first() and (searches := [one for one in _own(pk) if one.pk in found]):
                yield _tell([(one, found[one.pk]) for one in searches])


def _own(user: int) -> list[SavedSearch]:
    return list(due().filter(user=user).select_related("user").order_by("pk"))


def _tell(found: list[tuple[SavedSearch, Result]]) -> str:
    user = found[0][0].user
    with override(user.language):
        news = _each_once(found)
        telling = [one for one in news if one.number]
        try:
            if telling:
                _mail(user, telling)
        except SMTPRecipientsRefused:
            bounces.note(user.email)
            return "bounced"
        except (SMTPException, OSError):
            return "failed"  # the next run looks again
    for one in news:
        one.keep(mailed=bool(telling))
    return "sent" if telling else "nothing"


def _each_once(found: list[tuple[SavedSearch, Result]]) -> list[News]:
    """The news of each search; a service that several find stands in the first of them."""
    news, told = [], frozenset()
    for search, result in found:
        news.append(News(search, result, told))
        told |= news[-1].new | news[-1].room
    return news


def _mail(user: User, news: list[News]) -> None:
    only = next(service for one in news for services in one.services.values() for service in services)
    context = {
        "news": news,
        "number": sum(one.number for one in news),
        "only": only,  # what the subject names where it is all there is
        "change": settings.SITE_URL + reverse("saved-searches"),
    }
    send("subscriptions/email/search", user.email, stop_link("search", *(one.search.pk for one in news)), **context)
