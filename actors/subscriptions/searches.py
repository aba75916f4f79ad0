"""Saved searches: a professional hears once a day at most of services, or of room, that appeared in a search."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from actors.catalogue import address
from actors.catalogue.facet_groups import label_of
from actors.models import SavedSearch, Service, Viewer
from actors.models.subscription import last_day
from actors.personal_data import Personal, personal_data_in
from actors.search import reader
from actors.search.document import EXAMPLE
from actors.search.filters import MANY, ServiceFilterSet, to_query
from actors.subscriptions.mailing import send

MOST = 20  # saved searches of one person
WIDEST = 500  # services that a search may find: of one that finds everything nobody reads the news
NAMED = 20  # services of a mail


@dataclass(frozen=True)
class Result:
    """What a search finds now: all services that exist, and those with room."""

    services: frozenset[int]
    with_room: frozenset[int]


def tidy(text: str) -> str:
    """A query string with only what asks something, without order, page or the number of a house."""
    return address.query({name: values for name, values in address.tidy(QueryDict(text)).items() if name != "sort"})


def run(query: str, user) -> Result:
    """Search as this person would, in the active language. Not in a transaction: there the whole index is read anew."""
    with reader() as engine:
        asked = to_query(
            ServiceFilterSet(QueryDict(query), engine=engine), language=user.language, viewer=Viewer.of(user)
        )
        examples = engine.index.postings[EXAMPLE]
        found = [
            engine.search(one, limit=1, counts=False).services - examples
            for one in (asked, replace(asked, has_room=True))
        ]
    return Result(*map(frozenset, found))


def name_of(query: str, language: str) -> str:
    """What a search is called: its words, its place, its filters."""
    data = QueryDict(query)
    with reader() as engine:
        filterset = ServiceFilterSet(data, engine=engine)
        values = filterset.form.cleaned_data if filterset.is_valid() else {}
        terms = engine.index.terms
        labels = [label_of(terms, name, code, language) for name in MANY for code in values.get(name) or ()]
    words = [f"“{data['q']}”"] if data.get("q") else []
    place = [_("near %(place)s") % {"place": data["where"]}] if data.get("where") else []
    said = {
        "room": _("Has room"),
        "open": _("Open now"),
        "open_at": _("Open on"),
        "day": _("Open on day"),
        "box": _("In this part of the map"),
    }
    return ", ".join([*words, *place, *labels, *(str(text) for name, text in said.items() if data.get(name))])


def save(query: str, user) -> SavedSearch:
    """Keep a search with what it finds now, so that only what comes later is news.

    Raises:
        ValidationError: it asks nothing, too much, something about a person, or there are too many already.
    """
    query = tidy(query)
    asked = QueryDict(query)
    if not set(asked) - address.ORDERS or len(query) > SavedSearch._meta.get_field("query").max_length:
        raise ValidationError(_("Search something first: words, a place or a filter."))
    if request := personal_data_in(asked.get("q", ""), allowed={Personal.BARE_NAME}):
        raise ValidationError(request)
    if SavedSearch.objects.filter(user=user).count() >= MOST:
        raise ValidationError(_("You saved %(number)s searches. Delete one first.") % {"number": MOST})
    result = run(query, user)
    if len(result.services) > WIDEST:
        raise ValidationError(_("This search finds too much to hear of what is new. Choose a filter or a place."))
    kept = {"seen": sorted(result.services), "with_room": sorted(result.with_room)}
    try:
        with transaction.atomic():
            return SavedSearch.objects.create(user=user, query=query, **kept)
    except IntegrityError:
        raise ValidationError(_("You saved this search already.")) from None


def prolong(search: SavedSearch) -> None:
    """Keep it for as long as a new one."""
    SavedSearch.objects.filter(pk=search.pk).update(ends_on=last_day())


def due() -> QuerySet[SavedSearch]:
    """Those that were not looked at today and are still wanted."""
    today = timezone.localdate()
    return SavedSearch.objects.filter(looked_on__lt=today, ends_on__gte=today, user__is_active=True)


def send_all() -> Iterator[str]:
    """Look at each search that is due: `sent`, `nothing` or `failed`. Two runs at once send one mail."""
    for search in due().select_related("user").order_by("pk"):
        with override(search.user.language):
            result = run(search.query, search.user)
            with transaction.atomic():
                held = (
                    due().select_for_update(of=("self",), skip_locked=True).select_related("user").filter(pk=search.pk)
                )
                if (now := held.first()) is not None:
                    yield _send(now, result)


def _send(search: SavedSearch, result: Result) -> str:
    new = result.services - set(search.seen)
    room = result.with_room - set(search.with_room) - new
    if new or room:
        context = {"name": name_of(search.query, search.user.language), "ends_on": search.ends_on}
        context |= {"new": _services(new), "room": _services(room), "link": link_of(search)}
        context["more"] = max(0, len(new) - NAMED) + max(0, len(room) - NAMED)
        try:
            send("subscriptions/email/search", "search", search, **context)
        except (SMTPException, OSError):
            return "failed"  # the next run looks again
    search.seen, search.with_room = sorted(result.services), sorted(result.with_room)
    search.looked_on = timezone.localdate()
    search.save(update_fields=["seen", "with_room", "looked_on"])
    return "sent" if new or room else "nothing"


def link_of(search: SavedSearch) -> str:
    """The search itself."""
    return f"{settings.SITE_URL}{reverse('search')}?{search.query}"


def _services(pks: set[int]) -> list[tuple[str, str, str]]:
    """The name, the actor and the address of some services."""
    found = (
        Service.objects.filter(pk__in=pks)
        .select_related("actor")
        .order_by(F("confirmed_on").desc(nulls_last=True), "pk")
    )
    return [(one.name, one.actor.name, settings.SITE_URL + one.get_absolute_url()) for one in found[:NAMED]]
