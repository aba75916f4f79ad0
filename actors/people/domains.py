"""Whose e-mail address is of an organisation: registration is open to these alone."""

import csv
import re
from functools import cache

from django.conf import settings
from django.db.models import Q

from actors.enums import ContactKind, Level
from actors.models import Contact
from actors.models.visibility import published

SHARED = settings.BASE_DIR / "fixtures" / "shared_domains.csv"
LABEL = r"[a-z0-9-]+\."


@cache
def shared_domains() -> frozenset[str]:
    """Domains where everybody, or many organisations, have mail or pages: they prove nothing about who somebody is."""
    with SHARED.open(encoding="utf-8") as lines:
        return frozenset(row["domain"] for row in csv.DictReader(lines))


def is_of_an_organisation(email: str) -> bool:
    """Whether the domain of this address is that of the own website of a published actor.

    It is when the site stands at that domain (with or without `www.`), or exactly one label below it:
    `@evere.brussels` for `sociaal.evere.brussels`. Never the other way round: whoever is given a name below a site
    does not speak for it. Shared domains never count, nor do sites that only an automatic source knows, because
    anybody can write there; nor those of the invented examples.
    """
    domain = email.rpartition("@")[2].lower()
    if domain in shared_domains() or "." not in domain:
        return False
    confirmed = Q(actor__is_automatic=False) | Q(actor__confirmed_on__isnull=False)
    site = rf"^https?://(www\.)?({LABEL})?{re.escape(domain)}(:[0-9]+)?([/?#]|$)"
    sites = Contact.objects.filter(kind=ContactKind.WEBSITE, level=Level.PUBLIC, value__iregex=site)
    return sites.filter(published("actor__"), confirmed, actor__is_example=False).exists()
