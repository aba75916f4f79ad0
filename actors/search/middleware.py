"""One state of the index per request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from actors.search.process import live

READING = ("GET", "HEAD")  # looking never writes
Handler = Callable[[HttpRequest], HttpResponse]


def one_state_per_request(get_response: Handler) -> Handler:
    """From its first search to its answer a request reads one state of the index: list, counts, map and reasons agree.

    Changes wait for that; a request that never searches holds up nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        with live.request(only_reads=request.method in READING):
            return get_response(request)

    return middleware
