""" "I refer here", or a call: somebody is sent to a service, which is counted so that a small one is not overrun."""

from django.core.cache import cache
from django.http import HttpRequest

from actors.models import ServiceUse
from actors.reporters import reporter_mark

DAY = 24 * 60 * 60  # seconds


def note_referral(request: HttpRequest, service: int) -> bool:
    """Count it, once a day for whoever asks, by a click, a call or both; whether it was counted.

    A count hides no service: it only says that many were sent there today.
    """
    if not cache.add(f"referral:{reporter_mark(request, 'referral', service)}", 1, DAY):
        return False
    ServiceUse.objects.referred(service)
    return True
