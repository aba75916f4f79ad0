"""Reporting something, as people and machines do it."""

from django.test import Client
from django.urls import reverse

from tests.staff.conftest import listing, member, other, own_editor, staff  # noqa: F401 - the same people and listings


class Sender:
    """Somebody who sends forms from one address on the network, without an account unless one is given."""

    def __init__(self, address="203.0.113.1", user=None, **headers):
        self.client = Client(REMOTE_ADDR=address, headers=headers)
        if user:
            self.client.force_login(user)

    def refused(self, service, reason="full", **data):
        """Report that somebody was refused at a service."""
        return self.client.post(reverse("refused", args=[service.slug]), {"reason": reason, **data})


def addresses(count):
    """So many different addresses."""
    return [f"203.0.{number // 250}.{number % 250 + 1}" for number in range(count)]
