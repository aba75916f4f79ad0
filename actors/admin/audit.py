"""What was changed, anywhere and by whom: a page of Django's admin on which nothing can be changed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from actors import permissions
from actors.history import audit, rows
from actors.history.words import NOT_SAID, Said, Words
from actors.models import Actor
from actors.people.access import only_for
from repertorium.accounts.models import User

MOST_PEOPLE = 50
NOT_SAID_HERE = NOT_SAID - {"user_id", "invited_by_id", "accepted_by_id"}  # whose role it is, is what one looks for
KINDS = {"insert": gettext_lazy("Added"), "update": gettext_lazy("Changed"), "delete": gettext_lazy("Removed")}
Pages = dict[tuple[type[Model], object], str]


class AuditForm(forms.Form):
    """Which changes one wants to see."""

    person = forms.CharField(label=gettext_lazy("Changed by"), help_text=gettext_lazy("Name or e-mail address"))
    origin = forms.ChoiceField(
        label=gettext_lazy("How"),
        choices=[
            ("", gettext_lazy("Everything")),
            ("people", gettext_lazy("By people")),
            ("automatic", gettext_lazy("Automatically: imports and the system")),
        ],
    )
    model = forms.ChoiceField(label=gettext_lazy("Kind of record"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of change"), choices=[("", gettext_lazy("Everything")), *KINDS.items()]
    )
    since = forms.DateField(label=gettext_lazy("From day"))
    until = forms.DateField(label=gettext_lazy("Until day"))

    def __init__(self, data: QueryDict):
        super().__init__(data)
        names = {name: capfirst(str(model._meta.verbose_name)) for name, model in audit.tracked().items()}
        ordered = sorted(names.items(), key=lambda item: item[1].casefold())
        self.fields["model"].choices = [("", _("Everything")), *ordered]
        for field in self.fields.values():
            field.required = False
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")

    def clean_person(self) -> list[int] | None:
        """The ids of everybody who is called like this."""
        text = self.cleaned_data["person"].strip()
        if not text:
            return None
        known = User.objects.filter(Q(name__icontains=text) | Q(email__icontains=text))
        found = list(known.values_list("pk", flat=True)[: MOST_PEOPLE + 1])
        if not found:
            raise ValidationError(_("Nobody has this in their name or e-mail address."))
        if len(found) > MOST_PEOPLE:
            raise ValidationError(_("Too many people have this in their name or e-mail address. Write more of it."))
        return found

    def asked(self) -> audit.Asked:
        """What to look for."""
        data = self.cleaned_data
        return audit.Asked(
            model=audit.tracked().get(data["model"]),
            label=data["kind"] or None,
            users=data["person"],
            automatic=data["origin"] == "automatic" if data["origin"] else None,
            since=data["since"] and _midnight(data["since"]),
            until=data["until"] and _midnight(data["until"] + timedelta(days=1)),
        )


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Entry:
    """One line of the list.

    `listing`: the actor in whose listing the record stands. `page`: where one reads more of it, or else of the
    record; `who_page`: of who changed it.
    """

    at: datetime
    who: str
    who_page: str
    kind: str
    listing: str
    record: str
    page: str
    said: list[Said]

    @property
    def summary(self) -> str:
        """The fields that changed, in one line."""
        count = ngettext("%(number)d field", "%(number)d fields", len(self.said)) % {"number": len(self.said)}
        return f"{count}{_(':')} {', '.join(dict.fromkeys(one.label for one in self.said))}"


class AuditPage:
    """One page of the list, cut where the one before ended."""

    def __init__(self, asked: QueryDict):
        self.query = asked.copy()
        self.after = audit.Position.read(self.query.pop("after", [""])[-1])
        self.form = AuditForm(self.query)
        self.is_filtered = any(self.query.get(name) for name in self.form.fields)

    @cached_property
    def _found(self) -> tuple[list[audit.Event], audit.Position | None]:
        return audit.newest(self.form.asked(), self.after) if self.form.is_valid() else ([], None)

    @property
    def older_query(self) -> str:
        """The address of the page with what was before; empty where there is nothing."""
        position = self._found[1]
        if position is None:
            return ""
        query = self.query.copy()
        query["after"] = str(position)
        return query.urlencode()

    @cached_property
    def entries(self) -> list[Entry]:
        events = self._found[0]
        people = {event.user for event in events if event.user}
        words = Words((event.record for event in events), others={User: people}, not_said=NOT_SAID_HERE)
        pages = _pages(events, words)
        return [self._entry(event, words, pages) for event in events]

    def _entry(self, event: audit.Event, words: Words, pages: Pages) -> Entry:
        one = event.record
        kind = "insert" if one.before is None else "delete" if one.after is None else "update"
        actor = words.actor_of(one.model, one.pk)
        return Entry(
            at=event.at,
            who=_who(event, words),
            who_page=pages.get((User, event.user), ""),
            kind=KINDS[kind],
            listing=words.name(Actor, actor) if actor and one.model is not Actor else "",
            record=words.record(one),
            page=pages.get((Actor, actor), "") or pages.get((one.model, one.pk), ""),
            said=words.said(one),
        )


def _who(event: audit.Event, words: Words) -> str:
    if event.user:
        return words.name(User, event.user) if words.knows(User, event.user) else _("somebody whose account is gone")
    return event.command or _("automatically (an import, or the system)")


def _pages(events: list[audit.Event], words: Words) -> Pages:
    """The page of each record that there still is: the history of a listing, else its own in the admin. One query."""
    wanted = {(event.record.model, event.record.pk) for event in events} | {(User, event.user) for event in events}
    wanted |= {(Actor, words.actor_of(model, pk)) for model, pk in wanted}
    by_model: dict[type[Model], set[int]] = {}
    for model, pk in wanted:
        if pk and admin.site.is_registered(model):
            by_model.setdefault(model, set()).add(pk)
    records = [(model, model._base_manager.filter(pk__in=pks)) for model, pks in by_model.items()]
    there_are = [(model, found.order_by().annotate(key=F("pk"))) for model, found in records]
    return {(model, row["key"]): _page_of(model, row) for model, row in rows.read(there_are, "key")}


def _page_of(model: type[Model], row: rows.Row) -> str:
    if model is Actor and not row["merged_into_id"]:
        return reverse("staff-history", args=[row["slug"]])
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row["key"]])


@require_safe
@only_for(permissions.can_audit)
def changes(request: HttpRequest) -> HttpResponse:
    """What was changed, the newest first."""
    context = {**admin.site.each_context(request), "title": _("What was changed"), "page": AuditPage(request.GET)}
    return render(request, "admin/changes.html", context)
