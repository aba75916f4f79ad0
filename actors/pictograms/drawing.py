"""The pieces that stand on a screen by the dozen, as HTML: their templates are stencils."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from actors.pictograms.cards import HelpCard
from actors.pictograms.interface import Words
from actors.pictograms.numbers import HelpNumber
from actors.pictograms.words import Sign
from repertorium.pictograms import inner, names, names_for_residents
from repertorium.stencil import fill


def draw_card(card: HelpCard, *, blank: bool = False) -> SafeString:
    """A service as a resident sees it; `blank` for the one that a device fills in, which has every part."""
    room, button, instead, helpline = card.room, card.button, card.instead, card.helpline
    return fill(
        "pictograms/card.html",
        blank=blank,
        name=card.name,
        name_lang=card.name_lang,
        lang=card.lang,
        is_example=card.is_example,
        covers=format_html_join("", "<span>{}{}</span>", ((sign("check"), says(need)) for need in card.covers)),
        sentence=says(card.sentence),
        also=format_html_join("", '<p class="also">{}</p>', ((says(words),) for words in card.also)),
        is_automatic=card.is_automatic,
        room=room.words if room else "",
        room_tone=room.tone if room else "",
        room_sign=sign(room.pictogram if room else "circle-check"),
        hours="" if card.hours.tone == "unknown" else says(card.hours_words),
        ask=card.to_ask,
        silent=card.has_no_number,
        hours_tone=card.hours.tone,
        hours_sign=sign(card.hours.pictogram),
        place=card.has_where,
        withheld=card.is_withheld,
        street=card.street,
        way=card.way,
        conditions=conditions(card.conditions if blank else card.known),
        women_only=card.women_only,
        languages=_listed(card.languages),
        instead=_draw_instead(instead) if instead else "",
        call=button.href if button else blank and "#",
        called=card.called,
        call_sign=sign(card.button_pictogram or "phone"),
        call_words=card.button_words,
        number=button.words if button else "",
        answered=card.answered.sign.words if card.answered else "",
        answered_tone=card.answered.sign.tone if card.answered else "",
        helpline=helpline.href if helpline else blank and "#",
        helpline_number=helpline.words if helpline else "",
        answered_by=says(card.answered_by) if card.answered_by else "",
        directions=card.directions or (blank and "#"),
        web_map=card.web_map or (blank and "#"),
    )


def _draw_instead(other: HelpCard) -> SafeString:
    """The nearest that has room, on the card of one that is full."""
    return fill(
        "pictograms/instead.html",
        name=other.name,
        name_lang=other.name_lang,
        way=other.way,
        often_proposed=other.often_proposed,
        called=other.called,
        call=other.button.href if other.button else "",
        call_words=other.button.words if other.button else "",
    )


def draw_number(number: HelpNumber) -> SafeString:
    """A crisis number."""
    return fill(
        "pictograms/number.html",
        is_emergency=number.is_emergency,
        href=number.href,
        display=number.display,
        name=number.name,
        lang=number.lang,
        purpose=number.purpose,
        told=number.told,
        hours=number.hours.words,
        hours_tone=number.hours.tone,
        hours_sign=sign(number.hours.pictogram),
        cost=number.cost,
        languages=_listed(number.languages),
    )


def _listed(several: list[Words]) -> SafeString:
    return mark_safe(", ".join(map(says, several)))  # noqa: S308 - escaped there


def says(words: Words | str) -> SafeString:
    """Words, marked where they are in another language than the screen."""
    if isinstance(words, Words) and words.lang:
        return format_html('<span lang="{}" dir="ltr">{}</span>', words.lang, words.text)
    return escape(words)


def sign(name: str) -> SafeString:
    """A pictogram beside words, from the small sprite where it is in it."""
    return _drawn(name)


@lru_cache(maxsize=500)
def _drawn(name: str) -> SafeString:
    """Seventy stand on a screen, and where the sprites lie changes only with a new version."""
    few = names_for_residents()
    drawn = inner(name, "help.svg", few) if name in few else inner(name, "pictograms.svg", names())
    return format_html('<svg class="sign" aria-hidden="true" focusable="false">{}</svg>', drawn)


def conditions(signs: list[Sign]) -> SafeString:
    """The answers on a card; five stand on each, and they are few."""
    language = get_language()
    return mark_safe("".join(_condition(one, language) for one in signs))  # noqa: S308 - of a template


@lru_cache(maxsize=500)
def _condition(sign: Sign, language: str) -> str:
    """An answer; `language` is the active one."""
    return render_to_string("pictograms/condition.html", {"sign": sign})
