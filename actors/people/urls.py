from django.urls import path
from django.utils.translation import gettext_lazy as _

from actors.people import mail_domains, views

urlpatterns = [
    path(_("manage/people/"), views.people, name="people"),
    path(_("manage/people/<slug:role>/<int:pk>/"), views.role, name="people-role"),
    path(_("manage/people/invitations/<int:pk>/send-again/"), views.resend, name="people-resend"),
    path(_("manage/people/invitations/<int:pk>/revoke/"), views.revoke, name="people-revoke"),
    path(_("manage/mail-domains/"), mail_domains.mail_domains, name="mail-domains"),
    path(_("manage/mail-domains/<int:pk>/withdraw/"), mail_domains.withdraw_mail_domain, name="mail-domain-withdraw"),
]
