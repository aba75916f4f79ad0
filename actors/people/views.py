"""Pages of people: one's own account, an invitation, and who has which role."""

from smtplib import SMTPException

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actors import permissions
from actors.models import Invitation
from actors.people import bounces, holdings, invitations, roles, second_factor
from actors.people.access import anybody_logged_in, only_for
from actors.people.forms import HandOverForm, InvitationForm, WelcomeForm

GONE, FORBIDDEN = 410, 403


@require_safe
@only_for(anybody_logged_in)
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: who one is here, what one may do, and how one comes in."""
    context = {
        "held": holdings.held_by(request.user),
        "needs_factor": second_factor.must_be_set_up(request.user),
        "staff": permissions.is_zone_staff(request.user),
        "professional": permissions.sees_register(request.user),
    }
    return render(request, "account/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(anybody_logged_in)
def mail(request: HttpRequest) -> HttpResponse:
    """Whether mail to one's own address arrives; where it came back, a link that says that it does again."""
    if request.method == "POST" and request.user.bounced_at:
        try:
            bounces.ask(request.user)
        except (SMTPException, OSError):
            messages.error(request, _("The mail did not go out. Try again later."))
        else:
            messages.success(request, _("We sent you a mail. Open the link in it."))
        return redirect("account-mail")
    return render(request, "account/mail.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def mail_arrives(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link of that mail: say that it arrived. Looking says nothing: scanners of mail open links."""
    owner = bounces.of_token(token)
    if owner is None:
        return render(request, "account/mail_arrives.html", {"owner": None}, status=GONE)
    if request.method == "POST":
        bounces.clear(owner)
        owner.refresh_from_db(fields=["bounced_at"])
    return render(request, "account/mail_arrives.html", {"owner": owner})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: HttpRequest, link: str) -> HttpResponse:
    """An invitation, for whoever reads the mail of its address. Opening the link changes nothing."""
    found = Invitation.objects.select_related("actor", "zone", "invited_by", "replaces").of_link(link)
    if found is None:
        raise Http404
    if found.state != "open" or not invitations.may_be_given(found):
        return _over(request, found)
    try:
        return _accepting(request, found)
    except ValidationError:  # accepted meanwhile: by the same form, sent twice
        found.refresh_from_db()
        return _over(request, found)


def _over(request: HttpRequest, found: Invitation) -> HttpResponse:
    """An invitation that does not work any more; who accepted it is where it led."""
    if request.user.is_authenticated and found.accepted_by == request.user:
        return redirect("account")
    return render(request, "account/invitation_over.html", {"state": found.state}, status=GONE)


def _accepting(request: HttpRequest, found: Invitation) -> HttpResponse:
    if not request.user.is_authenticated:
        return _welcome(request, found)
    if request.user.email != found.email:
        return render(request, "account/invitation_other.html", status=FORBIDDEN)
    if request.method == "POST":
        invitations.accept(invitation=found, user=request.user)
        messages.success(request, _("You are now: %(role)s.") % {"role": found.what})
        return redirect("account")
    return render(request, "account/invitation.html", {"invitation": found})


def _welcome(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Somebody invited who is not logged in: they log in, or open an account."""
    if invitations.has_account(found.email):
        return render(request, "account/invitation.html", {"invitation": found, "next": request.path})
    form = WelcomeForm(request.POST or None, email=found.email)
    if form.is_valid():
        name, password = form.cleaned_data["name"], form.cleaned_data["password"]
        user = invitations.open_account(invitation=found, name=name, password=password)
        login = Login(user=user, email=user.email, redirect_url=reverse("account"))
        return perform_password_login(request, {"email": user.email}, login)
    return render(request, "account/invitation.html", {"invitation": found, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.is_zone_staff)
def people(request: HttpRequest) -> HttpResponse:
    """Who has which role, who is invited, and a form to invite somebody."""
    chosen = {"language": get_language(), "actor": request.GET.get("actor"), "role": request.GET.get("role")}
    finding = "find" in request.POST  # without a script: show whom was typed, send nothing yet
    sent = request.POST if request.POST and not finding else None
    form = InvitationForm(sent, by=request.user, initial=request.POST.dict() if finding else chosen)
    if form.is_valid() and _invite(form, by=request.user, **form.cleaned_data):
        messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
        return redirect("people")
    context = {
        "form": form,
        "holdings": holdings.manageable_by(request.user),
        "invitations": permissions.manageable_invitations(request.user).select_related("actor", "zone", "invited_by"),
    }
    return render(request, "staff/people.html", context)


def _invite(form: Form, **invitation) -> bool:
    """Invite somebody; what stands against it is said in the form."""
    try:
        invitations.invite(**invitation)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_POST
@only_for(permissions.is_zone_staff)
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an invitation again, with a new link."""
    unused = permissions.manageable_invitations(request.user).filter(accepted_at=None, revoked_at=None)
    found = get_object_or_404(unused, pk=pk)
    try:
        invitations.resend(invitation=found)
    except ValidationError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("A new link is on its way to %(email)s.") % {"email": found.email})
    return redirect("people")


@require_POST
@only_for(permissions.is_zone_staff)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke an invitation that nobody accepted yet."""
    found = get_object_or_404(permissions.manageable_invitations(request.user), pk=pk, accepted_at=None)
    invitations.revoke(invitation=found)
    messages.success(request, _("The invitation of %(email)s does not work any more.") % {"email": found.email})
    return redirect("people")


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(anybody_logged_in)
def role(request: HttpRequest, role: str, pk: int) -> HttpResponse:
    """A role of somebody, to end it or to hand it over to another person. For whoever may give it, and its holder."""
    held = holdings.find(request.user, role, pk)
    if held is None:
        raise Http404
    form = HandOverForm(request.POST if "email" in request.POST else None)
    if request.method == "POST" and "email" not in request.POST:
        return _take(request, held)
    passing_on = {"by": request.user, "replaces": held.user, "language": get_language(), **held.what}
    if form.is_valid() and _invite(form, email=(email := form.cleaned_data["email"]), **passing_on):
        messages.success(request, _("The role passes on when %(email)s accepts.") % {"email": email})
        return _home(request)
    return render(request, "staff/people_role.html", {"held": held, "form": form})


def _take(request: HttpRequest, held: holdings.Holding) -> HttpResponse:
    try:
        roles.take(user=held.user, **held.what)
    except ValidationError as error:
        messages.error(request, error.message)
    else:
        words = {"person": held.user, "role": held.words}
        messages.success(request, _("%(person)s is no longer: %(role)s.") % words)
    return _home(request)


def _home(request: HttpRequest) -> HttpResponse:
    """Back to where roles are listed, for who may still see it."""
    return redirect("people" if permissions.is_zone_staff(request.user) else "account")
