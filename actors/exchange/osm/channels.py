"""How a place is reached: telephone numbers, e-mail addresses and web pages, without what is a person's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from actors.enums import ContactKind
from actors.exchange.osm.names import likely_language
from actors.exchange.osm.places import Place
from actors.exchange.osm.privacy import is_mobile, is_private_email, is_private_note
from actors.exchange.osm.report import Left, Report
from actors.models import Contact
from actors.models.contact import VALIDATORS
from actors.phones import Phones, read_phones
from actors.wording.reading import TwoReadings, understand
from actors.wording.tokens import NotUnderstood

PHONES = ("contact:phone", "phone")
EMAILS = ("contact:email", "email")
WEBSITES = tuple(  # the page of the place, of its language too, and the older `url`
    f"{name}{language}"
    for name in ("contact:website", "website", "contact:url", "url")
    for language in ("", ":nl", ":fr")
)
BETWEEN = re.compile(  # addresses, of which none holds a space
    r"[;,\s]+(?:(?:ou|of|or|et|en|and|[-–&+|/])\s+)?|\s*\|\s*|/(?=[^/]*@)", re.IGNORECASE
)
HIDDEN = {  # signs as people write them who fear that machines read along
    "@": re.compile(r"\s*[\[({]\s*(?:at|à|a|arobase|apenstaartje|@)\s*[\])}]\s*", re.IGNORECASE),
    ".": re.compile(r"\s*[\[({]\s*(?:dot|point|punt|\.)\s*[\])}]\s*", re.IGNORECASE),
}
LABEL_LENGTH = Contact._meta.get_field("label").max_length


@dataclass(frozen=True)
class Channel:
    """One contact channel, as values of our model."""

    kind: ContactKind
    value: str
    label_nl: str = ""
    label_fr: str = ""
    opening_hours: str = ""


def phones_of(place: Place) -> Phones:
    """The telephone numbers that dial, in the one international format, and what is none."""
    return read_phones(";".join(filter(None, map(place.tags.get, PHONES))))


def channels_of(place: Place, report: Report, ordinary: frozenset[str]) -> Iterator[Channel]:
    """The contact channels of a place; what is left out is noted. `ordinary`: words that are no one's name."""
    yield from _phones(place, report, ordinary)
    for address in _addresses(place, EMAILS):
        if not _is_valid(ContactKind.EMAIL, address):
            report.leave(place, Left.BAD_EMAIL)
        elif is_private_email(address, place):
            report.leave(place, Left.PRIVATE_EMAIL)
        else:
            yield Channel(ContactKind.EMAIL, address)
    for address in _addresses(place, WEBSITES):
        whole = address if "://" in address else f"https://{address}"
        if _is_valid(ContactKind.WEBSITE, whole):
            yield Channel(ContactKind.WEBSITE, whole)
        else:
            report.leave(place, Left.BAD_WEBSITE, address)


def _phones(place: Place, report: Report, ordinary: frozenset[str]) -> Iterator[Channel]:
    """Its numbers, with what is said of them; hours in brackets after a number are when it is answered."""
    phones = phones_of(place)
    for text in phones.unread:
        report.leave(place, Left.BAD_PHONE, "" if is_private_note(text, ordinary) else text)
    for phone in phones.numbers:
        if is_mobile(phone.value):
            report.leave(place, Left.MOBILE)
            continue
        note = phone.note[:LABEL_LENGTH]
        if is_private_note(note, ordinary):
            report.leave(place, Left.PRIVATE_NOTE)
            note = ""
        said = {"opening_hours": hours} if (hours := _hours(note)) else {f"label_{likely_language(note) or 'fr'}": note}
        yield Channel(ContactKind.PHONE, phone.value, **said)


def _hours(note: str) -> str:
    """What stands after a number as opening hours ("lu-ve 9h-12h"), where it is any; "(matin)" is none."""
    try:
        return understand(note) if note and re.search(r"\d", note) else ""
    except (TwoReadings, NotUnderstood):
        return ""


def _addresses(place: Place, keys: tuple[str, ...]) -> list[str]:
    """What stands under these tags, without the signs that stick to an address where it was copied from."""
    copied = (part.strip("<>().,") for key in keys for part in BETWEEN.split(_shown(place.tags.get(key, ""))))
    found = [address for part in copied if (address := re.sub("^mailto:", "", part, flags=re.IGNORECASE))]
    return list({_page(address): address for address in reversed(found)}.values())[::-1]


def _shown(text: str) -> str:
    """The text with the signs that were written as words: "info (at) zon.be"."""
    for sign, words in HIDDEN.items():
        text = words.sub(sign, text)
    return text


def _page(address: str) -> str:
    """What an address leads to: `www.a.be` and `https://a.be/` are one page."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.casefold()).rstrip("/")


def _is_valid(kind: ContactKind, value: str) -> bool:
    """Whether the model takes it."""
    try:
        VALIDATORS[kind](value)
        Contact._meta.get_field("value").run_validators(value)
    except ValidationError:
        return False
    return True
