"""Whether a front desk wants to be asked by mail."""

from django.utils import timezone

from actors.models import Actor, FrontDesk


class MailPreferencesPage:
    """The page on which a front desk says that it wants no mail any more."""

    def __init__(self, actor: Actor, token: str):
        self.actor, self.token = actor, token
        self.desk = FrontDesk.objects.filter(actor=actor).first()

    @property
    def is_asked(self) -> bool:
        """Whether mail is sent now."""
        return bool(self.desk and self.desk.email and self.desk.unsubscribed_at is None)

    @property
    def may_be_asked(self) -> bool:
        """Whether there is an address at all."""
        return bool(self.desk and self.desk.email)


def set_mail_wanted(actor: Actor, *, wanted: bool) -> None:
    """Send this actor's front desk mail from now on, or no more. Saying it twice changes nothing more."""
    if wanted:
        FrontDesk.objects.filter(actor=actor).update(unsubscribed_at=None)
    else:
        FrontDesk.objects.filter(actor=actor, unsubscribed_at=None).update(unsubscribed_at=timezone.now())
