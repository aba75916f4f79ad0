"""The page on which staff confirm whose e-mail domains are whose. The rule of registration is in `domains.py`."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from actors import permissions
from actors.models import Contact, MailDomain
from actors.people import domains
from actors.people.access import only_for


class MailDomainForm(forms.ModelForm):
    """One domain of the actor that a waiting site belongs to."""

    domain = forms.ChoiceField(label=gettext_lazy("domain"))

    class Meta:
        model = MailDomain
        fields = ("domain",)

    def __init__(self, *args, site: Contact, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = [(domain, domain) for domain in domains.domains_of(site.value)]


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.is_zone_staff)
def mail_domains(request: HttpRequest) -> HttpResponse:
    """Sites whose domains wait for somebody of the staff, and the domains that were confirmed."""
    waiting = domains.waiting(request.user)
    if request.method == "POST":
        return _confirm(request, {str(site.pk): site for site in waiting})
    context = {
        "waiting": [(site, list(domains.domains_of(site.value))) for site in waiting],
        "confirmed": domains.confirmed(request.user),
    }
    return render(request, "staff/mail_domains.html", context)


def _confirm(request: HttpRequest, waiting: dict[str, Contact]) -> HttpResponse:
    site = waiting.get(request.POST.get("site", ""))
    if site is None:
        messages.error(request, _("This was confirmed or changed meanwhile. Look again."))
        return redirect("mail-domains")
    domain = MailDomain(actor=site.actor, confirmed_by=request.user)
    form = MailDomainForm(request.POST, site=site, instance=domain)
    if form.is_valid():
        form.save()
        messages.success(request, _("Whoever has an address at %(domain)s may now register.") % {"domain": domain})
    else:
        messages.error(request, " ".join(message for found in form.errors.values() for message in found))
    return redirect("mail-domains")


@require_POST
@only_for(permissions.is_zone_staff)
def withdraw_mail_domain(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that a domain is an organisation's. Accounts that exist stay; nobody new registers by it."""
    domain = get_object_or_404(domains.confirmed(request.user), pk=pk)
    domain.delete()
    messages.success(request, _("Nobody registers with an address at %(domain)s any more.") % {"domain": domain})
    return redirect("mail-domains")
