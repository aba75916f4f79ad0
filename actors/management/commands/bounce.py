"""`manage.py bounce < message`: take note of mail that came back. The mail server pipes its reports here."""

import sys
from email import message_from_binary_file, policy

from django.core.management.base import BaseCommand

from actors.frontdesk.reminders import note_bounce
from actors.people import bounces


class Command(BaseCommand):
    help = (
        "Read a delivery report (RFC 3464) from standard input, and send nothing more to the addresses that failed: "
        "those of front desks, and those of accounts until their owner confirms them."
    )

    def handle(self, **options):
        report = message_from_binary_file(sys.stdin.buffer, policy=policy.default)
        failed = {address for part in report.walk() for address in _failed(part)}
        desks, accounts = (sum(map(note, failed)) for note in (note_bounce, bounces.note))
        self.stdout.write(f"{len(failed)} addresses failed, {desks} of a front desk, {accounts} of an account")


def _failed(part) -> set[str]:
    """The addresses of which one part of a report says that they failed for good.

    A server that gave up after days of trying says "failed" too, but with a status of 4: the next mail may arrive.
    """
    if part.get("Action", "").strip().lower() != "failed" or part.get("Status", "5").strip().startswith("4"):
        return set()
    _kind, _semicolon, address = part.get("Final-Recipient", "").partition(";")
    return {address.strip()} if address.strip() else set()
