"""The forms of what ties an actor to others: networks, hosting partners, territories for which it is competent."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from actors.enums import ActorKind, Status
from actors.models import Actor, Competence, Hosting, Membership
from actors.staff.fields import RecordForm, flat
from actors.staff.finder import TYPED, Finder

NOBODY = _("none")
TERRITORIES = ("zone", "municipality", "social_health_neighbourhood", "neighbourhood")


class TypedField(forms.CharField):
    """What somebody types to find an actor. It is no part of the listing."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "max_length": 100, "label": _("Find by name"), **kwargs})


class ActorField(forms.ChoiceField):
    """Another actor: one of those that were found."""

    widget = forms.RadioSelect


def offer(form: RecordForm, name: str) -> None:
    """Let a form choose the actor that it names already, and those whose names have what was typed."""
    finder: Finder = form.lists.finder
    field = form.own(name)
    keys = dict.fromkeys([*_keys(form._initial(name)), *form.shown(name)])
    known = [finder.known[key] for key in keys if key in finder.known]
    typed = form.shown(name + TYPED) if name + TYPED in form.fields else []
    found = [actor for actor in finder.search(name, typed[0]) if actor not in known] if typed else []
    for actor in found:
        finder.remember(actor)
    nobody = [] if field.required else [("", NOBODY)]
    field.choices = nobody + [(str(actor.pk), called(actor)) for actor in (*known, *found)]


def called(actor: Actor) -> str:
    """An actor in a list to choose from: two of one name are seldom of one kind, and one may be a draft."""
    kind = "" if actor.kind == ActorKind.NETWORK else f" · {actor.get_kind_display()}"
    draft = "" if actor.status == Status.PUBLISHED else f" · {actor.get_status_display()}"
    return f"{actor.name}{kind}{draft}"


def take(form: RecordForm, name: str) -> None:
    """The actor that was chosen; what was typed and not found once is asked."""
    form.cleaned_data[name] = form.lists.finder.known.get(form.cleaned_data.get(name) or "")
    if form.cleaned_data.get(name + TYPED):
        form._errors.pop(name, None)
        several = len(form.fields[name].choices) > 1
        form.add_error(name, _("Choose the one that you mean.") if several else _("No such organisation was found."))


def _keys(value) -> list[str]:
    return [str(value)] if value else []


class LinkForm(RecordForm):
    """A tie with another actor, `other`. Who that is can be chosen of a new one only: another one is another tie."""

    other = ""

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        if self.exists:
            self.lists.finder.remember(getattr(instance, self.other))
            del self.fields[self.other + TYPED]
        offer(self, self.other)

    @property
    def picked(self):
        """The field of the other actor."""
        return self[self.other]

    @property
    def typed(self):
        """The field in which one types to find it; None where there is nothing to choose."""
        return self[self.other + TYPED] if self.other + TYPED in self.fields else None

    @property
    def other_name(self) -> str:
        """What the other actor is called; empty while none is chosen."""
        known = self.lists.finder.known
        return next((known[key].name for key in self.shown(self.other) if key in known), "")

    @property
    def name(self):
        return f"{self.kind_words}{_(':')} {self.other_name}" if self.other_name else str(self.title)

    def clean(self):
        take(self, self.other)
        return self.cleaned_data


class MembershipForm(LinkForm):
    """A network that the actor belongs to, with its role there."""

    template = "staff/link_form.html"
    other = "network"
    title = _("New membership")
    kind_words = capfirst(Membership._meta.verbose_name)
    says_nothing = frozenset({"role"})
    network = ActorField(label=_("Network"))
    network_find = TypedField()

    class Meta:
        model = Membership
        fields = ["network", "role", "remark_nl", "remark_fr"]


class HostingForm(LinkForm):
    """Another actor that gives the service a home."""

    template = "staff/link_form.html"
    other = "host"
    title = _("New hosting partner")
    kind_words = capfirst(Hosting._meta.verbose_name)
    host = ActorField(label=_("Hosting partner"))
    host_find = TypedField()

    class Meta:
        model = Hosting
        fields = ["host", "remark_nl", "remark_fr"]


class CompetenceForm(RecordForm):
    """A way in which the actor is competent, and the territory where."""

    template = "staff/competence_form.html"
    title = _("New competence")
    says_nothing = frozenset({"kind"})
    territory = forms.ChoiceField(label=_("Territory"))

    class Meta:
        model = Competence
        fields = ["kind"]

    def __init__(self, *args, instance=None, **kwargs):
        given = {"territory": _territory(instance)} if instance else None
        super().__init__(*args, instance=instance, given=given, **kwargs)

    @classmethod
    def prepare(cls, fields, lists):
        fields["territory"].choices = lists.land.territories

    @property
    def territory_name(self) -> str:
        """The territory that is chosen."""
        chosen = self["territory"].value()
        return next((str(label) for value, label in flat(self.lists.land.territories) if value and value == chosen), "")

    @property
    def name(self):
        return str(self.instance.get_kind_display()) if self.exists else str(self.title)

    def clean(self):
        kind, _dash, pk = self.cleaned_data.get("territory", "").partition("-")
        for name in TERRITORIES:
            setattr(self.instance, f"{name}_id", int(pk) if name == kind else None)
        return self.cleaned_data


def _territory(competence: Competence) -> str:
    return next(f"{name}-{pk}" for name in TERRITORIES if (pk := getattr(competence, f"{name}_id")))
