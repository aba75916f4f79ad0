"""Saved searches: what a professional saves, what it finds, what it is called. `news` says by mail what came since."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from actors.catalogue import address
from actors.catalogue.facet_groups import label_of
from actors.models import SavedSearch, Viewer
from actors.models.subscription import last_day
from actors.personal_data import Personal, personal_data_in
from actors.search import reader
from actors.search.document import EXAMPLE
from actors.search.filters import MANY, ServiceFilterSet, to_query

MOST = 20  # saved searches of one person
WIDEST = 500  # services that a search may find: of one that finds everything nobody reads the news


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
    words = [_("“%(words)s”") % {"words": data["q"]}] if data.get("q") else []
    place = [_("near %(place)s") % {"place": data["where"]}] if data.get("where") else []
    said = {
        "room": _("Has room"),
        "open": _("Open now"),
        "open_at": _("Open on"),
        "day": _("Open on day"),
        "box": _("In this part of the map"),
    }
    asked = [str(text) for name, text in said.items() if data.get(name)]
    first, *others = [*words, *place, *labels, *asked] or [""]
    return ", ".join([first, *(text[:1].lower() + text[1:] if text in asked else text for text in others)])


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
    kept = {"seen": sorted(result.services), "with_room": sorted(result.with_room), "ends_on": last_day()}
    if SavedSearch.objects.filter(user=user, query=query).exclude(stopped_on=None).update(**kept, stopped_on=None):
        return SavedSearch.objects.get(user=user, query=query)  # ended from a mail, and wanted again
    try:
        with transaction.atomic():
            return SavedSearch.objects.create(user=user, query=query, **kept)
    except IntegrityError:
        raise ValidationError(_("You saved this search already.")) from None


def prolong(search: SavedSearch) -> None:
    """Keep it for as long as a new one."""
    SavedSearch.objects.filter(pk=search.pk).update(ends_on=last_day())


def link_of(search: SavedSearch) -> str:
    """The search itself."""
    return f"{settings.SITE_URL}{reverse('search')}?{search.query}"
