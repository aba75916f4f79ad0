"""What `manage.py check --deploy` asks of a public site, besides what Django does."""

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def mail_is_sent(app_configs, **kwargs) -> list[checks.Warning]:
    """Mail holds links that let people in: on a public site it must not end in a file and a log."""
    if settings.EMAIL_BACKEND != "repertorium.mail.LocalMail":
        return []
    hint = "Set EMAIL_URL, like smtp+tls://user:password@mail.example.org:587"
    return [checks.Warning("Mail is written to var/mail instead of being sent.", hint=hint, id="repertorium.W001")]
