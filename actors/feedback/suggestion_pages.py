"""The suggestions that wait, and one of them beside what stands there now."""

from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from actors import permissions
from actors.enums import SuggestionField, SuggestionState
from actors.feedback import handling
from actors.feedback.present import KINDS, NEW, Value, as_written, present_values
from actors.models import Actor, Service, Suggestion
from actors.models.suggestion import LONGEST
from actors.personal_data import personal_data_in
from actors.phones import dialled, display_phone
from repertorium.door import key_of, plain_text
from repertorium.paging import Paged
from zones.models import CareZone

A_PAGE = 50
PARTS = {SuggestionField.HOURS: "hours", SuggestionField.CONDITIONS: "conditions"}  # of the editor
ANCHORS = {SuggestionField.ADDRESS: "places", **dict.fromkeys(KINDS, "contact")}


class SuggestionList(Paged):
    """What waits, of what somebody may handle: all of it, of one zone, or by one sender."""

    def __init__(self, request: HttpRequest):
        self.user, self.asked = request.user, request.GET

    @cached_property
    def _mine(self):
        return permissions.handleable_suggestions(self.user).waiting()

    @cached_property
    def zones(self) -> list[CareZone]:
        """The zones to choose from, for who handles those of several."""
        zones = CareZone.objects.order_by("pk") if permissions.is_regional(self.user) else CareZone.objects.none()
        return list(zones)

    @property
    def zone(self) -> CareZone | None:
        return next((zone for zone in self.zones if zone.code == self.asked.get("zone")), None)

    @property
    def found(self):
        found = self._mine.select_related("service__actor", "actor__merged_into")
        return found.of_actors(Actor.objects.filter(steward=self.zone)) if self.zone else found

    @cached_property
    def page(self):
        return Paginator(self.found, A_PAGE).get_page(self.asked.get("page"))

    @cached_property
    def items(self) -> list[Suggestion]:
        """Those of this page; the first of each sender with how many others by the same one wait (`more`)."""
        items = list(self.page)
        senders = {item.reporter for item in items if item.reporter}
        counted = self._mine.order_by().filter(reporter__in=senders).values("reporter").annotate(count=Count("pk"))
        by_sender = {row["reporter"]: row["count"] for row in counted}
        for item in items:
            item.more = by_sender.pop(item.reporter, 1) - 1
        return items

    @property
    def refused(self) -> tuple[int, str]:
        """How many were refused at once just now, and the note that takes it back."""
        note = self.asked.get("undo", "")
        return handling.read(note)[0], note

    def chosen(self, post) -> list[int]:
        """Those that were ticked, or all by the sender of one."""
        if (key := key_of(post.get("sender", ""))) is not None:
            mark = self._mine.filter(pk=key).exclude(reporter="").values("reporter")
            return list(self._mine.filter(reporter__in=mark).values_list("pk", flat=True))
        return [key for text in post.getlist("chosen") if (key := key_of(text)) is not None]

    def kept(self) -> dict[str, str]:
        return {"zone": self.zone.code if self.zone else ""}


class SuggestionPage:
    """One suggestion side by side with what stands there now, and what was typed by whoever handles it."""

    def __init__(self, request: HttpRequest, pk: int):
        """Raises Http404 where there is none that they may handle."""
        mine = permissions.handleable_suggestions(request.user).select_related("service__actor", "actor__merged_into")
        self.user, self.post, self.error = request.user, request.POST, ""
        self.suggestion = mine.filter(pk=pk).first()
        if self.suggestion is None:
            raise Http404

    @property
    def waits(self) -> bool:
        return self.suggestion.state == SuggestionState.WAITING

    @cached_property
    def values(self) -> list[Value]:
        """What stands there now."""
        return present_values(self.suggestion)

    @property
    def is_simple(self) -> bool:
        """Whether it can be written here: one value in one place."""
        return self.suggestion.field in KINDS or self.suggestion.field == SuggestionField.NAME

    @property
    def may_be_new(self) -> bool:
        """Whether it may be one more, beside those that are there."""
        return self.suggestion.field in KINDS

    @property
    def target(self) -> str:
        """Where it will be written: chosen, else the only place that there is."""
        if "target" in self.post:
            return self.post["target"]
        if self.suggestion.field == SuggestionField.NAME:
            return f"name_{self.suggestion.language}"
        if not self.values:
            return NEW
        return self.values[0].key if len(self.values) == 1 else ""

    @property
    def value(self) -> str:
        """What will be written: typed, else as it was proposed."""
        if "value" in self.post:
            return self.post["value"]
        value = as_written(self.suggestion.field, self.suggestion.proposed)
        return display_phone(value) if dialled(value) == value else value

    @property
    def words(self) -> str:
        return plain_text(self.post.get("words", ""))[:LONGEST]

    @property
    def warning(self) -> str | None:
        """What in it may be about a person."""
        return personal_data_in(self.suggestion.proposed)

    @property
    def editor(self) -> str:
        """Where it is changed in the editor, opened at what it is about."""
        listing, field = self.suggestion.listing, self.suggestion.field
        address = reverse("staff-edit", args=[self.suggestion.owner.slug])
        of = f"service-{listing.pk}" if isinstance(listing, Service) else "actor"
        if part := PARTS.get(field):
            return f"{address}?{urlencode({'part': part, 'open': of})}#{of}"
        return f"{address}?{urlencode({'open': of})}#{ANCHORS.get(field, of)}"

    def do(self) -> bool:
        """Do what was clicked; whether it was done, else `error` says why not."""
        given = {"user": self.user, "suggestion": self.suggestion, "words": self.words}
        try:
            if self.post.get("act") == "apply" and self.is_simple:
                seen = self.post.get(f"seen-{self.target}", "")
                handling.apply(**given, target=self.target, value=plain_text(self.value), seen=seen)
            elif (state := self.post.get("act")) in set(SuggestionState.values) - {SuggestionState.WAITING}:
                handling.handle(**given, state=state)
            else:
                self.error = _("Choose what becomes of it.")
        except ValidationError as refused:
            self.error = " ".join(refused.messages)
        return not self.error
