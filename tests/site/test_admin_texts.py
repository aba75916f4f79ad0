"""No English is left on the pages of Django's admin, ours or Django's."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import django
import polib
import pytest
from django.conf import settings
from django.contrib import admin
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from repertorium.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db

LIBRARIES = [
    Path(django.__file__).parent / "contrib" / name / "locale/en/LC_MESSAGES/django.po" for name in ("admin", "auth")
]
READ = ("title", "placeholder", "aria-label", "alt")


class Texts(HTMLParser):
    """Everything on a page that people read or hear."""

    def __init__(self, page: str):
        super().__init__()
        self.found, self.silent = set(), 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.silent += tag in {"script", "style"}
        names = (*READ, "value") if values.get("type") in {"submit", "button"} else READ
        self.found |= {values[name].strip() for name in names if values.get(name)}

    def handle_endtag(self, tag):
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.silent:
            self.found.add(" ".join(data.split()).removesuffix(":").rstrip())


@cache
def english() -> set[str]:
    """Every English text that a page of the admin may ask for, with a capital too."""
    sources = [*LIBRARIES, settings.LOCALE_PATHS[0] / "nl/LC_MESSAGES/django.po"]
    known = {entry.msgid for source in sources for entry in polib.pofile(str(source)) if not entry.obsolete}
    return {form for text in known if text for form in (text, text[0].upper() + text[1:])}


def left(page: str, language: str) -> set[str]:
    """The texts of a page that are English, and that in this language say something else or nothing yet.

    A text that is the same in both, like "Code", has a translation that says so.
    """
    catalogues = trans_real.translation(language)._catalog._catalogs
    said = {value for part in catalogues for value in part.values() if isinstance(value, str)}
    said |= {text[0].upper() + text[1:] for text in said if text}
    return {text for text in Texts(page).found if text in english() - said and text != text.lower()}


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_lists_and_forms(client, language):
    client.force_login(User.objects.create_superuser("team@example.org", "x"))
    factories.service(at=True, languages=["nl"], targets=["homeless"], name_nl="Eén", name_fr="Un")
    found = {}
    with translation.override(language):
        pages = [reverse("admin:index"), reverse("admin-changes")]
        pages += [
            reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
            for model in admin.site._registry
            for page in ("changelist", "add")
        ]
        for address in pages:
            response = client.get(address)
            if response.status_code == 200 and (words := left(response.content.decode(), language)):
                found[address] = words
    assert found == {}


def test_english_is_noticed():
    assert left('<p>Model name</p><img alt="Add link"><input type="submit" value="Search">', "nl") >= {"Search"}
    assert left("<script>Search</script><p>Zoeken</p>", "nl") == set()
