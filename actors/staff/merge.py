"""Two people edit one listing: field by field, what only one changed is taken; what both changed is asked."""

from dataclasses import dataclass, field

from actors.staff.state import REMOVE, Record, State, is_new, owner

MINE, THEIRS = "mine", "theirs"
PLACE = "location"  # the field of a service's place that says which one
Place = tuple[str, str]  # record, field


class UnknownRecordError(Exception):
    """A form names a record that is not one of this listing."""


@dataclass
class Merge:
    """What is to be saved, and what both changed: there `state` holds mine until somebody has chosen."""

    state: State = field(default_factory=dict)
    conflicts: list[Place] = field(default_factory=list)


def merge(base: State, theirs: State, mine: State, *, unsettled: set[Place] = frozenset(), chosen: dict[Place, str]):
    """Three versions of a listing in one: as I found it, as it is now, as I want it.

    `unsettled` are conflicts of an earlier round, which stay until they are chosen; records that my form did not
    show stay as they are now.

    Raises:
        UnknownRecordError: mine has a record that is neither of this listing nor new.
    """
    result = Merge()
    needed = {owner(mine[key]) for key in mine if is_new(key)} | {
        place
        for key in mine
        if mine[key].get(PLACE) != base.get(key, {}).get(PLACE)
        for place in mine[key].get(PLACE, ())
    }
    for key in [*theirs, *(key for key in mine if key not in theirs)]:
        if key not in mine:
            result.state[key] = theirs[key]
        elif key in theirs:
            result.state[key] = _fields(result, key, base.get(key, {}), theirs[key], mine[key], unsettled, chosen)
        elif is_new(key):
            result.state[key] = mine[key]
        elif key in base:
            _removed_meanwhile(result, key, base[key], mine[key], chosen, needed=key in needed)
        else:
            raise UnknownRecordError(key)
    _drop_what_belonged_to(result, {key for key in base if key not in result.state})
    return result


def _drop_what_belonged_to(result: Merge, gone: set[str]) -> None:
    """What was added to a record that stays removed goes with it."""
    while lost := {key for key, record in result.state.items() if is_new(key) and owner(record) in gone}:
        for key in lost:
            del result.state[key]
        gone = lost


def _fields(result: Merge, key: str, base: Record, theirs: Record, mine: Record, unsettled, chosen) -> Record:
    merged: Record = {}
    removes = REMOVE in mine and theirs != base
    for name in dict.fromkeys([*theirs, *mine, *([REMOVE] if removes else [])]):
        was, now, wish = (record.get(name, []) for record in (base, theirs, mine))
        both_changed = now != was != wish or (key, name) in unsettled or (name == REMOVE and removes)
        if both_changed and now != wish:
            choice = chosen.get((key, name))
            if choice is None:
                result.conflicts.append((key, name))
            value = now if choice == THEIRS else wish
        else:
            value = wish if was != wish else now
        if value:
            merged[name] = value
    return merged


def _removed_meanwhile(result: Merge, key: str, base: Record, mine: Record, chosen, *, needed: bool) -> None:
    """Somebody removed what I see. Where I changed it or added something to it, I am asked whether it comes back."""
    if (mine == base and not needed) or REMOVE in mine or chosen.get((key, REMOVE)) == THEIRS:
        return
    if (key, REMOVE) not in chosen:
        result.conflicts.append((key, REMOVE))
    result.state[key] = mine  # without an instance it is made anew
