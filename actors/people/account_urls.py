"""Pages of one's own account: those of allauth that we use, under addresses in two languages, and our own.

What is not listed does not exist: an e-mail address is not changed but replaced, by a new account.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from actors.people import views

urlpatterns = [
    path(_("account/"), views.account, name="account"),
    path(_("account/mail/"), views.mail, name="account-mail"),
    path(_("account/mail/<str:token>/"), views.mail_arrives, name="account-mail-arrives"),
    path(_("account/invitation/<str:link>/"), views.invitation, name="account_invitation"),
    path(_("account/log-in/"), account.login, name="account_login"),
    path(_("account/log-in/code/"), account.request_login_code, name="account_request_login_code"),
    path(_("account/log-in/code/enter/"), account.confirm_login_code, name="account_confirm_login_code"),
    path(_("account/log-in/closed/"), account.account_inactive, name="account_inactive"),
    path(_("account/log-out/"), account.logout, name="account_logout"),
    path(_("account/register/"), account.signup, name="account_signup"),
    path(_("account/register/mail/"), account.email_verification_sent, name="account_email_verification_sent"),
    path(_("account/register/confirm/<str:key>/"), account.confirm_email, name="account_confirm_email"),
    path(_("account/confirm/"), account.reauthenticate, name="account_reauthenticate"),
    path(_("account/password/change/"), account.password_change, name="account_change_password"),
    path(_("account/password/set/"), account.password_set, name="account_set_password"),
    path(_("account/password/forgotten/"), account.password_reset, name="account_reset_password"),
    path(_("account/password/forgotten/mail/"), account.password_reset_done, name="account_reset_password_done"),
    re_path(  # allauth puts the two together with this hyphen
        _(r"^account/password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$"),
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        _("account/password/new/done/"),
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # The second factor
    path(_("account/second-factor/"), mfa.index, name="mfa_index"),
    path(_("account/second-factor/enter/"), mfa.authenticate, name="mfa_authenticate"),
    path(_("account/second-factor/confirm/"), mfa.reauthenticate, name="mfa_reauthenticate"),
    path(_("account/second-factor/app/"), totp.activate_totp, name="mfa_activate_totp"),
    path(_("account/second-factor/app/remove/"), totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(_("account/second-factor/codes/"), codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(_("account/second-factor/codes/new/"), codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(_("account/second-factor/codes/file/"), codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path(_("account/passkeys/"), keys.list_webauthn, name="mfa_list_webauthn"),
    path(_("account/passkeys/add/"), keys.add_webauthn, name="mfa_add_webauthn"),
    path(_("account/passkeys/log-in/"), keys.login_webauthn, name="mfa_login_webauthn"),
    path(_("account/passkeys/confirm/"), keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path(_("account/passkeys/<int:pk>/name/"), keys.edit_webauthn, name="mfa_edit_webauthn"),
    path(_("account/passkeys/<int:pk>/remove/"), keys.remove_webauthn, name="mfa_remove_webauthn"),
    # OpenID Connect: 404 without a provider. Registration there is by the provider's data, never by a form.
    path(_("account/oidc/<slug:provider_id>/log-in/"), openid.login, name="openid_connect_login"),
    path(_("account/oidc/<slug:provider_id>/back/"), openid.callback, name="openid_connect_callback"),
    path(_("account/oidc/cancelled/"), social.login_cancelled, name="socialaccount_login_cancelled"),
    path(_("account/oidc/error/"), social.login_error, name="socialaccount_login_error"),
    path(_("account/oidc/register/"), RedirectView.as_view(pattern_name="account_signup"), name="socialaccount_signup"),
]
