"""All cards of an area as data: one file per language and area, for a device to keep.

Hours travel as open intervals of two weeks (`told`), a status with the minute until which it counts: whatever the
device finds out of date it says not to know. All needs are in it alike, so that it tells nothing about its owner.
The keys of a card:

    name, lang      of the actor, and its language where the screen has another
    text, textLang  the sentence;  auto: nobody wrote it
    places          [address, latitude, longitude, number of its hours, may be drawn], the first is shown
    room            [status, minute until which it counts]
    facts           the answers of `words.CONDITIONS`: y, n or ?
    languages       in words;  dispatch: places are given by the number of `call`
    call            [kind, link, words], and the number of its hours where it is answered at other ones than the door
    for             neutral codes of needs and themes;  main: of what it is first of all
    line            number of another service of its organisation, where it has none: `lines` has [link, words, who]
    reached         it has a number, mail or page of its own;  waits: leisure and the like, which can wait
    only            municipalities whose people may come, where it is not for all
"""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from threading import Lock
from weakref import ref

from django.db import connection
from django.utils import timezone
from pyroaring import BitMap

from actors.models import Viewer
from actors.pictograms.advisers import all_advisers
from actors.pictograms.cards import HelpCard, HelpPlace, help_cards
from actors.pictograms.cards_screen import FOR_RESIDENTS
from actors.pictograms.choice import REGION, neutral
from actors.pictograms.day import Day
from actors.pictograms.interface import Interface, spoken_by
from actors.pictograms.told import minutes, told_hours
from actors.pictograms.words import horizon
from actors.search import Near, Query, Sort, engine, search
from actors.search.document import LIMITED, REACHED
from actors.search.index import Index
from actors.search.meaning import Members
from actors.search.near import RADIUS
from actors.search.ranking import fresh, spoken, waiting

FORMAT = 6  # a device throws away what has another
FRESH_MINUTES = 15  # so old may what is handed out be
DAYS_AHEAD = 16  # of which a device is told the midnights: those of which hours are told, and what comes after
MOST = 100_000  # services
ANSWERS = {"good": "y", "calm": "n", "unknown": "?"}

_making = Lock()


def saved_bundle(area: str, content: str, interface: Interface | None) -> tuple[bytes, str]:
    """The file of an area and its version, made at most every quarter of an hour.

    `area` is REGION or the NIS code of a municipality, which brings what lies around it too.
    """
    quarter = int(timezone.now().timestamp() // (60 * FRESH_MINUTES))
    if connection.in_atomic_block:  # what a transaction sees is nobody else's
        return _make(area, content, interface)
    with _making:
        return _made(ref(engine().index), area, content, interface, quarter)


@lru_cache(maxsize=8)
def _made(_of: ref, area: str, content: str, interface: Interface | None, quarter: int) -> tuple[bytes, str]:
    """Of one index: another one may be of another database, or know another taxonomy."""
    return _make(area, content, interface)


def _make(area: str, content: str, interface: Interface | None) -> tuple[bytes, str]:
    with spoken_by(interface):
        data = bundle(area, content, content if interface else "", timezone.now())
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return text, f'"{hashlib.sha256(text).hexdigest()[:16]}"'


def bundle(area: str, content: str, lang: str, now: datetime) -> dict:
    """What a device keeps of an area, in the language that is active; `lang` marks texts that are in another."""
    index = engine().index
    cards = help_cards(index, _services(index, area, content, now), content, lang, now)
    hours: dict[str, int] = {}
    lines: dict[tuple, int] = {}
    return {
        "format": FORMAT,
        "area": area,
        "made": minutes(now),
        "until": minutes(horizon(now)),
        "days": [minutes(Day.after(ahead, now).end) for ahead in range(-1, DAYS_AHEAD)],
        "cards": [_card(index, card, hours, lines, now) for card in cards],
        "hours": list(hours),
        "lines": list(lines),
        "advisers": all_advisers(content),
    }


def _services(index: Index, area: str, content: str, now: datetime) -> list[int]:
    """What is kept of an area, by what no device works out: freshness, language, name. It sorts by the rest."""
    filters = {"serves": FOR_RESIDENTS}
    query = Query(filters=filters, language=content, viewer=Viewer.RESIDENT, now=now, sort=Sort.RESIDENT)
    if area != REGION:
        municipality = index.terms["municipality"][area]
        near = Near(municipality.name(content), *municipality.point, RADIUS)
        query = replace(query, near=near, here=index.terms.territories_of(municipality.key))
    pks = search(query, limit=MOST, counts=False).pks
    days = fresh(index.confirmed_days[pks], query.today.toordinal())
    members = Members(BitMap(pks), index.size)
    languages = dict(zip(members.pks.tolist(), spoken(index, content, members).tolist(), strict=True))
    names = index.name_ranks[content]
    order = {pk: (-day, -languages[pk], names[pk]) for pk, day in zip(pks, days.tolist(), strict=True)}
    return sorted(pks, key=order.__getitem__)


def _card(index: Index, card: HelpCard, hours: dict[str, int], lines: dict[tuple, int], now: datetime) -> dict:
    kept = index.kept[card.pk]
    needs = list(dict.fromkeys(index.terms["theme"][code].parent for code in kept.themes))
    codes = [*(f"need:{code}" for code in needs), *(f"theme:{code}" for code in kept.themes)]
    told = {
        "name": card.name,
        "lang": card.name_lang,
        "text": card.sentence.text,
        "textLang": card.sentence.lang,
        "auto": int(card.is_automatic),
        "places": [_place(place, hours, now) for place in card.places],
        "room": [card.room_status, minutes(card.room_until)] if card.room_until else None,
        "facts": "".join(ANSWERS[sign.tone] for sign in card.conditions),
        "women": int(card.women_only),
        "languages": ", ".join(words.text for words in card.languages),
        "call": _call(card, hours, now),
        "dispatch": int(card.is_dispatched),
        "example": int(card.is_example),
        "for": [neutral(code) for code in codes],
        "main": neutral(f"theme:{kept.themes[0]}") if kept.themes else "",
        "mainNeed": neutral(f"need:{needs[0]}") if needs else "",
        "reached": int(card.pk in index.postings[REACHED]),
        "waits": int(card.pk in waiting(index)),
        "only": _only(index, card.pk),
    }
    if card.helpline:
        line = (card.helpline.href, card.helpline.words, card.answered_by.text)
        return _there(told) | {"line": lines.setdefault(line, len(lines))}
    return _there(told)


def _call(card: HelpCard, hours: dict[str, int], now: datetime) -> list | None:
    if card.button is None:
        return None
    call = [card.button.kind, card.button.href, card.button.words]
    if card.answered:
        call.append(hours.setdefault(told_hours(card.answered.hours, now, card.answered.closed), len(hours)))
    return call


def _there(told: dict) -> dict:
    return {key: value for key, value in told.items() if value not in (0, "", None, [])}


def _place(place: HelpPlace, hours: dict[str, int], now: datetime) -> list:
    told = told_hours(place.hours, now, place.closed)
    number = hours.setdefault(told, len(hours))
    lat, lon = (round(degrees, 4) for degrees in place.where.point) if place.where.point else (0, 0)
    drawn = int(place.where.on_map and not place.where.approximate)
    town = place.where.municipality.nis if place.where.municipality else ""
    return [place.where.address, lat, lon, number, drawn, int(place.where.withheld), town]


def _only(index: Index, pk: int) -> list[str]:
    """The municipalities whose people may come; empty where all may."""
    if pk not in index.postings[LIMITED]:
        return []
    municipalities = index.terms["municipality"].values()
    return [term.code for term in municipalities if pk in index.competent(index.terms.territories_of(term.key))]
