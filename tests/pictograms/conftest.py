"""What tests of the residents' screens have at hand."""

import re
from html.parser import HTMLParser

import pytest

from actors.pictograms.choice import neutral


class Shown(HTMLParser):
    """A screen: its links, its cards with their texts, its title and its words with their language."""

    def __init__(self, response):
        super().__init__()
        self.links, self.title, self.words, self.cards, self.numbers = [], "", [], [], []
        self._languages, self._open, self._skip = [], [], 0
        self.html = response.content.decode()
        self.feed(re.sub(r"<template.*?</template>", "", self.html, flags=re.S))

    VOID = frozenset("meta link input br hr img use path".split())

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a":
            self.links.append(found.get("href", ""))
        if "card" in found.get("class", "").split():
            self.cards.append("")
        if "number" in found.get("class", "").split():
            self.numbers.append("")
        if tag not in self.VOID:
            self._open.append(tag)
            self._languages.append(found.get("lang") or (self._languages[-1] if self._languages else ""))

    def handle_endtag(self, tag):
        if tag not in self.VOID and self._open:
            self._open.pop()
            self._languages.pop()

    def handle_data(self, data):
        text = " ".join(data.split())
        if not text or (self._open and self._open[-1] in {"script", "style"}):
            return
        if "title" in self._open:
            self.title += text
        self.words.append((self._languages[-1] if self._languages else "", text))
        if "article" in self._open:
            last = self.cards if self.cards and "/template" not in text else self.numbers
            (last or self.numbers)[-1] += f" {text}"

    @property
    def text(self):
        return " ".join(text for _language, text in self.words)


@pytest.fixture
def see(client):
    """Open a screen and read it."""

    def see(address, status=200):
        response = client.get(address)
        assert response.status_code == status, address
        return Shown(response)

    return see


def code(what, kind="need"):
    """The neutral code of a need or theme."""
    return neutral(f"{kind}:{what}")
