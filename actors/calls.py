"""Where calls are counted: of services that set how many people a day may be sent there, and of no others."""

from django.urls import reverse
from django.utils import translation

from actors.models import Service
from actors.search.document import CAPPED
from actors.search.index import Index


def counted_at(index: Index, service: Service, language: str) -> str:
    """The address to which a browser tells that the number of a service was tapped; empty where nobody counts.

    `language` is one in which the site has pages.
    """
    if service.pk not in index.postings[CAPPED]:
        return ""
    with translation.override(language):
        return reverse("called", args=[service.slug])
