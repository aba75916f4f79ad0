"""Pages about violence can be left at once, also by who helps: somebody may look over a shoulder."""

from collections.abc import Iterable

from django.conf import settings

from actors.search.terms import Term

VIOLENCE = "safety"  # the need under which violence stands


def way_out(terms: Iterable[Term]) -> str:
    """Where "leave this page" leads, when one of these needs and themes is about violence; else empty."""
    about = any(VIOLENCE in (term.code if term.kind == "need" else "", term.parent) for term in terms)
    return settings.LEAVE_URL if about else ""
