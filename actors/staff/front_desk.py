"""The link of an actor's front desk: seen, printed, sent, and replaced by whoever may edit the actor."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actors import permissions
from actors.availability.questions import asked_services
from actors.enums import ContactKind
from actors.frontdesk import reminders
from actors.frontdesk.links import link_of
from actors.models import Actor, CampaignRequest, FrontDesk
from actors.models.front_desk import renew_link
from actors.people.access import only_for
from actors.shared_mailboxes import looks_personal
from actors.staff.access import editable_or_404
from repertorium import qr


class FrontDeskForm(forms.ModelForm):
    """Where a front desk gets its mail, and in which language."""

    is_shared = forms.BooleanField(required=False)  # whoever types an address that looks personal keeps it
    asks_shared = False

    class Meta:
        model = FrontDesk
        fields = ("email", "language")
        labels = {"email": gettext_lazy("E-mail address of the front desk"), "language": gettext_lazy("Language")}

    def clean(self):
        """One person goes on leave; who wants their address all the same says so with one more click."""
        cleaned = super().clean()
        email = cleaned.get("email", "")
        is_new = self.instance.pk is None or "email" in self.changed_data
        if email and is_new and not cleaned.pop("is_shared", False) and looks_personal(email):
            self.asks_shared = True
            self.add_error(
                "email",
                _(
                    "This looks like the address of one person, who may be on leave or leave the house. An address "
                    "that several people read is better."
                ),
            )
        return cleaned

    def save(self, commit=True):
        """A new address was never wrong, and wants mail until it says otherwise."""
        if "email" in self.changed_data:
            self.instance.bounced_at = self.instance.unsubscribed_at = self.instance.asked_at = None
            self.instance.unanswered = 0
        return super().save(commit)


class FrontDeskPage:
    """What stands on the page of a link."""

    def __init__(self, actor: Actor, desk: FrontDesk, form: FrontDeskForm):
        self.actor, self.desk, self.form = actor, desk, form

    @property
    def link(self) -> str:
        return link_of(self.actor, get_language())

    @property
    def code(self):
        """The link as a QR code."""
        return qr.svg(self.link)

    @property
    def works(self) -> bool:
        """Whether the link opens anything: only published actors have a front desk."""
        return Actor.objects.published().filter(pk=self.actor.pk).exists()

    @property
    def is_asked(self) -> bool:
        """Whether the page of the link asks anything: whether there is room, or the question of a campaign."""
        return bool(self.services) or CampaignRequest.objects.open().filter(actor=self.actor).exists()

    @property
    def services(self) -> list:
        """The services that are asked."""
        return list(asked_services().filter(actor=self.actor).order_by(f"sort_{get_language()}", "pk"))


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.edits_something)
def front_desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The link, its code for the counter, and the address that is asked by mail."""
    actor = editable_or_404(request.user, slug)
    desk = FrontDesk.objects.filter(actor=actor).first() or _new(actor)
    form = FrontDeskForm(request.POST if request.method == "POST" else None, instance=desk)
    if request.method == "POST" and (done := _do(request, actor, desk, form)):
        messages.success(request, done)
        return redirect(reverse("staff-front-desk", args=[actor.slug]))
    status = 422 if form.errors else 200
    page = FrontDeskPage(actor, desk, form)
    return render(request, "staff/front_desk.html", {"page": page, "actor": actor}, status=status)


def _new(actor: Actor) -> FrontDesk:
    """One that is not kept yet, with the general address of the house as a proposal."""
    email = actor.contacts.filter(kind=ContactKind.EMAIL).order_by("pk").values_list("value", flat=True).first()
    return FrontDesk(actor=actor, language=get_language(), email=email or "")


def _do(request: HttpRequest, actor: Actor, desk: FrontDesk, form: FrontDeskForm) -> str:
    """What was asked for; in words, that it was done. Empty: something is not right, which stands in the form."""
    if "renew" in request.POST:
        renew_link(actor)
        return _("The old link does not work any more. Print and send the new one.")
    if not form.is_valid():
        return ""
    form.save()
    if "send" not in request.POST:
        return _("Saved.")
    try:
        reminders.send_link(desk)
    except ValidationError as refused:
        form.add_error("email", refused)
        return ""
    return _("The link was sent to %(email)s.") % {"email": desk.email}
