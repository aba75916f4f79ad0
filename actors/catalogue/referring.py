""" "I refer here", or a call: somebody is sent to a service, which is counted so that a small one is not overrun."""

import hashlib
import hmac

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from actors.models import ServiceUse

DAY = 24 * 60 * 60  # seconds


def note_referral(request: HttpRequest, service: int) -> bool:
    """Count it, once a day for whoever asks from one address, by a click, a call or both; whether it was counted.

    What is kept of the address is a hash with a key of the day, which tells nobody who it was. A count hides no
    service: it only says that many were sent there today.
    """
    day = timezone.localdate().isoformat()
    asked = f"{day} {service} {get_adapter().get_client_ip(request)}"
    mark = hmac.new(settings.SECRET_KEY.encode(), asked.encode(), hashlib.sha256).hexdigest()
    if not cache.add(f"referral:{mark}", 1, DAY):
        return False
    ServiceUse.objects.referred(service)
    return True
