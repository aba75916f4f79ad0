"""Where allauth asks us: who may register, in which language mail goes out, how secrets are kept."""

import base64
import hashlib
import time
from urllib.parse import urlsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from actors.people import demo, domains, second_factor
from actors.people.landing import first_page
from actors.permissions import is_zone_staff
from repertorium.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by e-mail address, mail in the language of who receives it."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and password do not belong together. Try again."),
        "too_many_login_attempts": _("That was tried too often. Wait five minutes, then try again."),
        "rate_limited": _("That was tried too often. Wait a minute, then try again."),
        "incorrect_code": _("This code is not right. Look at the mail again."),
    }

    def pre_login(self, request, user, **hook):
        """Demo accounts open nothing outside one's own machine, even when their database is copied."""
        if user.is_demo and not demo.is_allowed():
            user.is_active = False  # unsaved: this login is answered like that of a closed account
        return super().pre_login(request, user, **hook)

    def is_reauthentication_required(self, *, app, **kwargs):
        """Who logged in a moment ago is not asked again who they are; staff come to set up their app that way."""
        records = get_authentication_records(self.request, self.request.user)
        recent = bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT
        return not recent and super().is_reauthentication_required(app=app, **kwargs)

    def save_user(self, request, user, form, commit=True):
        user.language = get_language()
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix, email, context):
        """Send a mail in the receiver's own language, with its links in that language too. It needs no request."""
        user = User.objects.filter(email=email.lower()).first()
        language = user.language if user else get_language()
        links = {
            name: _own_link(value, language)
            for name, value in context.items()
            if name.endswith("_url") and isinstance(value, str)
        }
        with override(language):
            words = {**context, **links, "email": email, "site_url": settings.SITE_URL}
            self.render_mail(template_prefix, email, words).send()

    def render_mail(self, template_prefix, email, context, headers=None):
        """Every mail is written once, as text; the HTML is that text with its links and paragraphs."""
        message = super().render_mail(template_prefix, email, context, headers)
        html = render_to_string("email/message.html", {"subject": message.subject, "body": message.body})
        message.attach_alternative(html, "text/html")
        return message

    def get_login_redirect_url(self, request):
        """Who came from no page in particular begins where they work."""
        return reverse(first_page(request.user))

    def send_account_already_exists_mail(self, email):
        """Who tries addresses learns nothing from the clock: a password is worked on here, as for a new account."""
        make_password(self.request.POST.get("password1") or "-")
        super().send_account_already_exists_mail(email)

    def get_email_verification_redirect_url(self, email_address):
        return reverse("account_login")

    def get_password_change_redirect_url(self, request):
        return reverse("account")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of apps are kept encrypted; staff cannot take away their last second factor."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Type the six digits that your app shows now."),
        "cannot_delete_authenticator": _("Staff need a second factor. Add another one first, then remove this one."),
    }

    def encrypt(self, text):
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator):
        others = Authenticator.objects.filter(user=authenticator.user, type__in=second_factor.KINDS)
        return not is_zone_staff(authenticator.user) or others.exclude(pk=authenticator.pk).exists()


class OpenIDAdapter(DefaultSocialAccountAdapter):
    """The provider says who somebody is. Who has no account yet registers by the rule of all registrations."""

    def is_open_for_signup(self, request, sociallogin):
        addresses = [address.email for address in sociallogin.email_addresses]
        return bool(addresses) and all(map(domains.is_of_an_organisation, addresses))


def _own_link(url: str, language: str) -> str:
    """A link of ours in this language, at the name of the site: never at the one that a request came with."""
    parts = urlsplit(translate_url(url, language))
    return f"{settings.SITE_URL}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _cipher() -> MultiFernet:
    """Encrypts by SECRET_KEY; what SECRET_KEY_FALLBACKS encrypted can still be read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())) for key in keys])
