"""The pieces that stand on a page by the dozen, as HTML: their templates are stencils."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from actors.catalogue.cards import Card, ShownPlace
from actors.enums import AvailabilityStatus
from actors.models.admission import FACT_BY_CODE, Fact
from actors.room_words import RoomWords
from actors.search.terms import Term
from actors.walking import distance
from repertorium.stencil import fill
from repertorium.templatetags.site import pictogram, text


def draw_card(card: Card, *, hide_actor: bool = False, no_id: bool = False) -> SafeString:
    """A service in a list; without its actor on the actor's own page, and without id where it may stand twice."""
    service, zone = card.service, card.zone
    return fill(
        "includes/card.html",
        id="" if no_id else service.slug,
        number=str(card.number or ""),
        url=service.get_absolute_url(),
        name=text(service, "name"),
        room="" if card.room.status == AvailabilityStatus.UNKNOWN else draw_room(card.room),
        reported=draw_reported(card.reported),
        actor_url="" if hide_actor else service.actor.get_absolute_url(),
        actor=text(service.actor, "name"),
        zone="" if hide_actor or not zone else zone.code,
        zone_name=zone.name if zone else "",
        labels=service.has_labels and render_to_string("includes/labels.html", {"listing": service}),
        why=format_html_join(" · ", "<mark>{}</mark> {}", ((reason.strong, reason.rest) for reason in card.why)),
        summary=text(service, "summary"),
        is_open=card.open.now,
        hours=_hours(card),
        phone=card.phone.href if card.phone else "",
        called=card.called,
        phone_number=card.phone.display if card.phone else "",
        answered_by=card.phone.name(get_language()) if card.phone else "",
        answered=card.answered,
        unknown=card.unknown_words,
        **(_way(card.nearest) if card.nearest else {}),
        more=_more_words(card.more_places, get_language()) if card.more_places > 0 else "",
        languages=card.language_words,
        facts=fact_items(card.admission),
        themes=theme_items(card.themes),
        confirmed=card.confirmed_words,
    )


def _hours(card: Card) -> str:
    """Open or not, in words; where nothing is known of it, the remark at the place that the list shows: a market that
    is served on Mondays."""
    if not card.open.says_nothing:
        return card.open_words
    return text(card.nearest.place, "hours_remark") if card.nearest else ""


def _way(shown: ShownPlace) -> dict[str, str | bool]:
    address = shown.where.address or shown.place.location.get_kind_display()
    return {
        "distance": distance(shown.told),
        "withheld": shown.where.withheld,
        "address": address,
    }


@lru_cache(maxsize=200)
def _more_words(more: int, language: str) -> str:
    """Places besides the one that is shown; `language` is the active one."""
    return ngettext("and {count} more place", "and {count} more places", more).format(count=more)


def draw_room(room: RoomWords) -> SafeString:
    """Whether there is room: sign, words and date."""
    return fill(
        "includes/room.html",
        tone=room.tone,
        sign=pictogram(room.pictogram),
        words=room.words,
        when=room.when,
        detail=room.detail,
    )


def draw_reported(words: str) -> str:
    """That people report refusals: sign and words."""
    return words and fill("includes/reported.html", sign=pictogram("hand"), words=words)


def fact_items(facts: list[tuple[Fact, bool]]) -> str:
    """Admission facts as items of a list: pictogram and words."""
    language = get_language()
    return mark_safe("".join(_fact_item(fact.code, answer, language) for fact, answer in facts))  # noqa: S308 - of a template


@lru_cache(maxsize=200)
def _fact_item(code: str, answer: bool, language: str) -> str:
    """A fact and its answer; `language` is the active one."""
    fact = FACT_BY_CODE[code]
    return render_to_string("includes/fact.html", {"fact": fact, "answer": answer, "icon": fact.sign(answer)})


def theme_items(themes: list[Term]) -> str:
    """Themes as items of a list: pictogram and name."""
    language = get_language()
    return mark_safe("".join(_theme_item(theme.name(language), theme.pictogram) for theme in themes))  # noqa: S308 - as above


@lru_cache(maxsize=500)
def _theme_item(name: str, icon: str) -> str:
    return format_html("<li>{}<span>{}</span></li>", pictogram(icon), name)
