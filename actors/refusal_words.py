"""Reports of refusal, in the words in which professionals, the team and the organisation read them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models.refusal import Reports


def reported_words(reports: Reports) -> str:
    """How many there are, and how many of them by professionals; that nobody confirmed them. Empty where none are."""
    if not reports:
        return ""
    count = len(reports)
    words = ngettext("{count} report of a refusal in seven days", "{count} reports of a refusal in seven days", count)
    parts = [words.format(count=count)]
    if professionals := reports.by_professionals:
        by = ngettext("{count} of them by a professional", "{count} of them by professionals", professionals)
        parts.append(by.format(count=professionals))
    return ", ".join([*parts, _("not confirmed")])


def reason_words(reports: Reports) -> str:
    """The reasons that were given, with how many gave each: "full (2), no answer (1)"."""
    return ", ".join(f"{words} ({count})" for words, count in reports.by_reason)


def told_words(reports: Reports) -> str:
    """What stands beside the status for professionals; empty as long as too few people reported it."""
    return reported_words(reports) if reports.are_told else ""
