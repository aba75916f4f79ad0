from django.conf import settings
from django.http import HttpRequest

from actors.models import Viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Who looks at a page of the professional face. Without a session cookie no session is touched."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Viewer.VISITOR
    return Viewer.of(request.user)
