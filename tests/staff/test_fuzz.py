"""Two thousand forms as nobody would send them: whatever comes, the answer is a page and never a server error."""

import random

import pytest
from django.test import Client
from django.urls import reverse

from actors.models import ActorEditor
from actors.people.invitations import invite
from tests import factories
from tests.staff.conftest import Form

SEEDS, POSTS = range(8), 250
ODD = [
    "", " ", "0", "-1", "1", "on", "yes", "no", "open", "full", "40000", "9" * 19, "9" * 5000, "1e999", "nan", "-0.0",
    "\x00", "a\x00b", "\u202eabc", "'; DROP TABLE x; --", "<script>", "{{ x }}", "%s%(a)s", "x" * 2_000, "é" * 301,
    "2027-02-30", "0001-01-01", "9999-12-31", "25:99-31:00", "00:00-24:00", "Mo-Su 24/7; PH off", "actor", "service-1",
    "location-n1", "zone-1", "contact-n1", "at-1", "zone-" + "9" * 30, "٣", "²", "http://[::1", "a@b", "+32", "\ud83d\ude00",
    "published", "merged", "archived", "mine", "theirs", "practitioner", "phone", "regional", "editor", "🙂" * 200,
]  # fmt: skip
KINDS = ["location", "service", "at", "closure", "contact", "membership", "competence", "hosting", "room", "x"]
ACTIONS = ["save"] * 5 + ["review", "edit", "x"]


class Fuzz:
    """Posts of somebody who may do much, each a form that was opened and then spoiled."""

    def __init__(self, seed, client, listing, other):
        self.random, self.client, self.listing, self.other = random.Random(seed), client, listing, other
        self.form = Form(client, reverse("staff-edit", args=[listing.slug]))

    def odd(self):
        return self.random.choice(ODD).encode("utf-8", "ignore").decode()

    def post(self):
        kinds = [self.edit] * 6 + [
            self.draft,
            self.new,
            self.room,
            self.room,
            self.people,
            self.role,
            self.undo,
            self.merge,
        ]
        return self.random.choice(kinds)()

    def spoiled(self):
        data = dict(self.form.data)
        names = [name for name in data if name not in {"ticket", "record"}]
        for name in self.random.sample(names, self.random.choice([1, 1, 2, 5])):
            data[name] = self.odd()
        if self.random.random() < 0.4:
            key = f"{self.random.choice(KINDS)}-n{self.random.randrange(3)}"
            data["record"] = [*data["record"], key]
            data[f"{key}-of"] = self.random.choice([*self.form.data["record"], self.odd()])
            for name in (
                "kind",
                "value",
                "location",
                "first",
                "last",
                "network",
                "host",
                "territory",
                "status",
                "name_nl",
            ):
                data[f"{key}-{name}"] = self.odd()
        if self.random.random() < 0.1:
            data["record"] = [*data["record"], self.odd()]
        if self.random.random() < 0.1:
            data[self.random.choice(["add", "unfold"])] = f"{self.random.choice(KINDS)}:{self.odd()}"
        if self.random.random() < 0.05:
            data["ticket"] = self.odd()
        return data

    def edit(self):
        self.form.client, data = self.client, {**self.spoiled(), "action": self.random.choice(ACTIONS)}
        answer = self.client.post(self.form.address, data)
        if answer.status_code == 302 or self.random.random() < 0.1:  # saved: go on from there
            self.form = Form(self.client, self.form.address)
        return answer

    def draft(self):
        self.client.post(reverse("staff-draft", args=[self.listing.slug]), self.spoiled())
        return self.client.get(f"{self.form.address}?draft=1")

    def new(self):
        form = Form(self.client, reverse("staff-new"))
        names = [name for name in form.data if name not in {"ticket", "record"}]
        spoiled = {name: self.odd() for name in self.random.sample(names, 3)}
        return self.client.post(form.address, {**form.data, "actor-name_nl": "Nieuw", **spoiled, "action": "save"})

    def room(self):
        slug = self.random.choice(["douches", "elders-1", "x"])
        fields = {name: self.odd() for name in ("status", "place", "places_free", "places_total", "waiting_days")}
        headers = {"HX-Request": "true"} if self.random.random() < 0.5 else {}
        return self.client.post(reverse("staff-room", args=[slug]), fields, headers=headers)

    def people(self):
        fields = {name: self.odd() for name in ("email", "role", "actor", "zone", "language")}
        return self.client.post(reverse("people"), {**fields, "email": self.random.choice(["a@b.be", self.odd()])})

    def role(self):
        address = reverse("people-role", args=[self.random.choice(["editor", "zone", "x"]), self.random.randrange(3)])
        return self.client.post(address, {"email": self.odd()})

    def undo(self):
        history = self.client.get(reverse("staff-history", args=[self.listing.slug]))
        entries = history.context["page"].entries
        key = self.random.choice([*(entry.key for entry in entries), "x"])
        address = reverse("staff-undo", args=[self.listing.slug, key.replace("_", "-")])
        return self.client.post(address, {"shown": self.odd(), self.odd()[:50]: self.odd()})

    def merge(self):
        address = reverse("duplicates-merge", args=[self.other.slug, self.listing.slug])
        return self.client.post(address, {f"take-{name}": self.odd() for name in ("name_nl", "name_fr", "kind")})


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_sent_is_answered(listing, other, seed):
    from actors.people import roles

    somebody = factories.user("regional@example.org")
    roles.give(user=somebody, role="regional")
    ActorEditor.objects.create(user=factories.user(), actor=listing)
    invite(by=somebody, email="new@example.org", role="editor", actor=listing)
    client = Client(raise_request_exception=False)
    client.force_login(somebody)
    fuzz, broken = Fuzz(seed, client, listing, other), []
    for number in range(POSTS):
        answer = fuzz.post()
        if answer.status_code >= 500:
            error = answer.exc_info and repr(answer.exc_info[1])[:300]
            broken.append(f"{number}: {answer.request['PATH_INFO']}: {error}")
    assert broken == []
