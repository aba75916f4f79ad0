"""Whether a mail address looks like that of one person: to be asked about, never a reason to refuse it."""

import re

from actors.mail_providers import is_shared
from actors.person_names import exists, may_be_called

PARTS = re.compile(r"[._-]+|(?<=\D)\d+$")
FIRST_LETTER = 1  # of a first name: "j.peeters"


def looks_personal(email: str) -> bool:
    """ "jan.peeters@", "j.peeters@", "fatima@"; not "info@", nor "nacht.opvang@", nor what the domain is called."""
    box, _at, domain = email.lower().partition("@")
    parts = [part for part in PARTS.split(box) if part]
    names = [part for part in parts if may_be_called(part) and (is_shared(domain) or part not in domain)]
    rest = [part for part in parts if part not in names and len(part) > FIRST_LETTER and exists(part)]
    return bool(names) and not rest
