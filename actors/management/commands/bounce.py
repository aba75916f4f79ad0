"""`manage.py bounce < message`: take note of mail that came back. The mail server pipes its reports here."""

import sys
from email import message_from_binary_file, policy

from django.core.management.base import BaseCommand

from actors.frontdesk.reminders import note_bounce


class Command(BaseCommand):
    help = "Read a delivery report (RFC 3464) from standard input, and send nothing more to the addresses that failed."

    def handle(self, **options):
        report = message_from_binary_file(sys.stdin.buffer, policy=policy.default)
        failed = {address for part in report.walk() for address in _failed(part)}
        noted = sum(note_bounce(address) for address in failed)
        self.stdout.write(f"{len(failed)} addresses failed, {noted} of a front desk")


def _failed(part) -> set[str]:
    """The addresses of which one part of a report says that they failed for good."""
    if part.get("Action", "").strip().lower() != "failed":
        return set()
    _kind, _semicolon, address = part.get("Final-Recipient", "").partition(";")
    return {address.strip()} if address.strip() else set()
