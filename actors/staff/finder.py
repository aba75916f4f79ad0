"""Other actors that somebody may name in a listing, found by what is typed of their names."""

from collections.abc import Iterable
from functools import cached_property

from django.db.models import Q
from django.utils.translation import get_language

from actors import permissions
from actors.enums import ActorKind
from actors.models import Actor
from actors.staff.state import State
from repertorium.door import key_of

FIELDS = ("network", "host", "parent")  # that name another actor
EDITED = "actor"  # the field of an invitation: whose editor somebody becomes
MOST = 8  # that are offered at once
TYPED = "_find"  # ends the name of a field in which one types, beside the field that it fills
LIMITS = {"network": Q(kind=ActorKind.NETWORK)}  # field: which actors it takes


def by_name(prefix: str, words: str) -> Q:
    """Records whose name has all these words, in whatever language."""
    condition = Q()
    for word in words.split():
        condition &= Q(**{f"{prefix}name_nl__icontains": word}) | Q(**{f"{prefix}name_fr__icontains": word})
    return condition


class Finder:
    """The actors that one user may name. `known` are those that the page names already, by their keys."""

    def __init__(self, user, listing: int | None = None):
        """`listing`: the key of the actor that is edited, which is no relation of itself."""
        self.user, self.listing = user, listing
        self.known: dict[str, Actor] = {}

    @cached_property
    def may_place(self) -> bool:
        """Whether they say of what an actor is part and for what it is competent. They see every actor."""
        return permissions.can_place(self.user)

    @cached_property
    def actors(self):
        return permissions.findable_actors(self.user).exclude(pk=self.listing)

    def remember(self, actor: Actor | None) -> None:
        """An actor that was read already with a record that names it."""
        if actor:
            self.known[str(actor.pk)] = actor

    def look_up(self, keys: Iterable[str]) -> None:
        """Know the actors of these keys, as far as the user may."""
        missing = {pk for key in keys if key not in self.known and (pk := key_of(key)) is not None}
        for actor in self.actors.filter(pk__in=missing) if missing else ():
            self.remember(actor)

    def search(self, field: str, text: str) -> list[Actor]:
        """The first actors for this field whose name or acronym has what was typed; all words of it."""
        if not text.strip():
            return []
        words = by_name("", text) | Q(acronym_nl__icontains=text.strip()) | Q(acronym_fr__icontains=text.strip())
        found = self.actors.filter(words, LIMITS.get(field, Q()))
        first = self.called(field, text)
        rest = found.exclude(pk__in=[actor.pk for actor in first]).in_name_order(get_language())
        return [*first, *rest[: MOST - len(first)]]

    def called(self, field: str, text: str) -> list[Actor]:
        """Those that are called just so; nobody is called nothing, though many have no acronym."""
        if not text.strip():
            return []
        names = (f"{name}_{language}__iexact" for name in ("name", "acronym") for language in ("nl", "fr"))
        exactly = Q()
        for name in names:
            exactly |= Q(**{name: text.strip()})
        return list(self.actors.filter(exactly, LIMITS.get(field, Q())).order_by("pk")[:MOST])

    def settle(self, mine: State, base: State, asked: str = "") -> None:
        """Choose what was typed as one actor is called; and forget what was typed where one was chosen.

        What stays typed beside its field is asked. `asked`: the record in which somebody wants to see what there is.
        """
        for key, record in mine.items():
            if key == asked:
                continue
            for typed in [name for name in record if name.endswith(TYPED)]:
                field = typed.removesuffix(TYPED)
                if record.get(field) != base.get(key, {}).get(field):
                    del record[typed]
                elif len(same := self.called(field, record[typed][0])) == 1:
                    self.remember(same[0])
                    record[field] = [str(same[0].pk)]
                    del record[typed]
        self.look_up(value for record in (*mine.values(), *base.values()) for value in _named(record))


class OwnFinder(Finder):
    """The same among the actors that somebody may edit: whose editor they may invite."""

    @cached_property
    def actors(self):
        return permissions.editable_actors(self.user)


def finder_for(field: str, user, listing: int | None = None) -> Finder:
    """The finder of one field that names an actor."""
    return OwnFinder(user) if field == EDITED else Finder(user, listing)


def _named(record: dict) -> list[str]:
    return [record[field][0] for field in FIELDS if record.get(field)]
