"""What a form carries, signed: whose it is, of which listing, the version that it started from.

A form is taken by this ticket, and not by Django's token against forged requests: that one ends with the session, and
a form that was filled in must survive a session (docs/decisions/0014-editor.md). Only we can sign a ticket, and it
serves one user only, so that nobody can make somebody else send one.
"""

import uuid
from dataclasses import asdict, dataclass, field

from django.core import signing
from django.http import QueryDict

from actors.staff.merge import Place
from actors.staff.state import State

SALT = "staff.listing"
NAME = "ticket"


@dataclass
class Ticket:
    """`base` is the version that the form started from; `unsettled` are conflicts that nobody has settled yet."""

    user: int
    actor: int | None
    base: State = field(default_factory=dict)
    unsettled: list[Place] = field(default_factory=list)
    token: str = field(default_factory=lambda: str(uuid.uuid4()))

    def __str__(self):
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    @classmethod
    def of(cls, post: QueryDict) -> "Ticket | None":
        """The ticket of a posted form; None where there is none that we signed."""
        try:
            values = signing.loads(post.get(NAME, ""), salt=SALT)
        except signing.BadSignature:
            return None
        return cls(**{**values, "unsettled": [tuple(place) for place in values["unsettled"]]})

    def is_for(self, user, actor) -> bool:
        """Whether this user may use it, for this listing (None: a new one)."""
        return self.user == user.pk and self.actor == (actor.pk if actor else None)
