"""The residents' pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from actors.pictograms.cards_screen import Cards, Paper
from actors.pictograms.interface import spoken_by
from actors.pictograms.screen import Screen
from actors.pictograms.screens import Legend, Numbers, What, Where
from repertorium import qr


def show(request: HttpRequest, page: Screen, template: str, **context) -> HttpResponse:
    """A screen in its language. Where a need was chosen no browser or cache keeps a copy, whatever the need."""
    with spoken_by(page.interface):
        response = render(request, template, {"page": page, **context})
    if page.choice.needs or page.interface:
        patch_cache_control(response, no_store=True, private=True)
    return response


@require_safe
def what(request: HttpRequest) -> HttpResponse:
    """Screen 1: what do you need?"""
    return show(request, What(request), "pictograms/what.html")


@require_safe
def where(request: HttpRequest) -> HttpResponse:
    """Screen 2: where are you?"""
    return show(request, Where(request), "pictograms/where.html")


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """Screen 3: places with a button to call. Without a need that we know it is the first screen again."""
    page = Cards(request)
    if not page.choice.needs and not page.choice.saved:
        return what(request)
    return show(request, page, "pictograms/cards.html")


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """Up to eight cards on one sheet."""
    page = Paper(request)
    if not page.choice.needs:
        return what(request)
    return show(request, page, "pictograms/paper.html", code=qr.svg(settings.SITE_URL + page.back))


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """Every crisis number."""
    return show(request, Numbers(request), "pictograms/numbers.html")


@require_safe
def legend(request: HttpRequest) -> HttpResponse:
    """What the pictograms mean."""
    return show(request, Legend(request), "pictograms/legend.html")
