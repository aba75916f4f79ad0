"""What the lists of the staff have in common: searched by name, and on pages."""

from functools import cached_property

from django.core.paginator import Paginator
from django.http import HttpRequest

from repertorium.paging import Paged

A_PAGE = 20


class Page(Paged):
    """A list of what somebody may edit, searched and paginated."""

    def __init__(self, request: HttpRequest):
        self.user, self.asked = request.user, request.GET
        self.words = request.GET.get("q", "").strip()

    @cached_property
    def page(self):
        """The records of this page."""
        return Paginator(self.found, A_PAGE).get_page(self.asked.get("page"))

    def kept(self) -> dict[str, str]:
        return {name: self.asked.get(name, "") for name in ("q", "show", "how")}
