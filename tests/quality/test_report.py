"""Each measure, each row, and how many queries they take."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import Contact, CrisisNumber
from actors.quality.measures import MEASURES
from actors.quality.report import NOWHERE, Count, Report
from tests import factories

QUERIES = 8


@pytest.fixture
def good(db):
    """A service that wants nothing."""
    made = factories.service(
        at=True, hours="Mo-Fr 09:00-17:00", free=True, plain_nl="Kom eten.", plain_fr="Venez manger."
    )
    Contact.objects.create(service=made, value="+3225123456")
    return made


def change(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()


def wanting():
    report = Report()
    return {code for code, found in report.hits.items() if found}


def long_ago(months):
    return timezone.localdate() - timedelta(days=31 * months)


SPOILT = {
    "one-language": lambda service: change(service, summary_nl="Enkel in het Nederlands"),
    "no-hours": lambda service: change(service.places.get(), opening_hours=""),
    "no-admission": lambda service: change(service, free=None),
    "approximate": lambda service: change(service.places.get().location, precision="neighbourhood"),
    "no-phone": lambda service: service.contacts.all().delete(),
    "due": lambda service: change(service, confirmed_on=long_ago(7)),
    "stale": lambda service: change(service, confirmed_on=long_ago(13)),
    "unconfirmed": lambda service: change(service, is_automatic=True),
    "no-plain": lambda service: change(service, plain_nl="", plain_fr=None),
    "hard-plain": lambda service: change(service, plain_fr="Ici, on vous parle de tout et de rien " * 2),
}


def test_nothing_is_wanting(good):
    assert wanting() == set()
    assert Report().total.parity.percent == 100


@pytest.mark.parametrize("code", SPOILT)
def test_each_measure_finds_what_it_is_for(good, code):
    SPOILT[code](good)
    found = wanting()
    assert code in found
    assert found - {code} == ({"due"} if code == "stale" else set())


def test_each_measure_is_tried_above():
    assert SPOILT.keys() == {measure.code for measure in MEASURES}


class TestMeasures:
    def test_text_of_the_actor_or_the_place_counts_too(self, good):
        change(good.actor, description_fr="Seulement en français")
        assert wanting() == {"one-language"}
        change(good.actor, description_fr="")
        change(good.places.get().location, street_fr="")
        assert wanting() == {"one-language"}

    def test_phone_of_the_actor_or_of_the_place_will_do(self, good):
        contact = good.contacts.get()
        for owner in ({"actor": good.actor}, {"location": good.places.get().location}):
            change(contact, **{"service": None, "actor": None, "location": None, **owner})
            assert "no-phone" not in wanting()

    def test_so_will_the_crisis_number_that_gives_the_places(self, good):
        good.contacts.all().delete()
        change(good, dispatched_by=CrisisNumber.objects.create(slug="shelter", number="080099340", source=None))
        assert wanting() == set()

    def test_professionals_need_no_plain_text(self, good):
        change(good, plain_nl="", serves="professionals")
        assert "no-plain" not in wanting()

    def test_nor_do_services_that_residents_do_not_see(self, good):
        change(good, plain_nl="", plain_fr="", level="professionals")
        assert wanting() == set()

    def test_hours_are_asked_of_places_in_the_street_only(self, good):
        change(good.places.get(), opening_hours="")
        change(
            good.places.get().location, kind="phone", lat=None, lon=None, neighbourhood=None, street_nl="", street_fr=""
        )
        assert wanting() == set()
        assert Report().total.counts["no-hours"] == Count(0, 0)

    def test_drafts_are_not_measured(self, good):
        change(good, status="draft")
        assert Report().services == {}


def test_a_text_that_many_say_is_listed_once(good):
    factories.service(plain_nl="Kom eten.", plain_fr="Venez manger et boire.")
    report = Report()
    assert [text.text for text in report.hardest(report.total)] == [
        "Venez manger et boire.",
        "Kom eten.",
        "Venez manger.",
    ]


class TestRows:
    def test_zone_of_the_place_and_nowhere(self, good):
        elsewhere = factories.service(actor=good.actor, themes=["meals"])
        report = Report()
        assert {row.code: row.services for row in report.zones} == {"sud": {good.pk}, NOWHERE: {elsewhere.pk}}
        assert {row.code: row.services for row in report.themes} == {"shower": {good.pk}, "meals": {elsewhere.pk}}
        assert report.total.services == {good.pk, elsewhere.pk}

    def test_one_zone_only(self, good):
        factories.service(themes=["meals"])
        report = Report("sud")
        assert report.total.services == {good.pk}
        assert [row.code for row in report.zones] == ["sud"]
        assert [row.code for row in report.themes] == ["shower"]

    def test_parity_is_the_share_of_texts(self, good):
        """Seven texts of the service, two of its actor, two of its place; one is in Dutch only."""
        change(good, cost_nl="Gratis")
        assert Report().total.parity == Count(10, 11)

    def test_texts_of_an_actor_count_once(self, good):
        factories.service(actor=good.actor)
        change(good.actor, description_nl="Enkel Nederlands")
        assert Report().total.parity == Count(2 * 7 + 2 + 2 - 1, 2 * 7 + 2 + 2)

    @pytest.mark.parametrize(("number", "percent"), [(0, 0), (1, 1), (999, 99), (1000, 100)])
    def test_percent_never_hides_the_last_one(self, number, percent):
        assert Count(number, 1000).percent == percent


def test_number_of_queries_does_not_grow(good, django_assert_num_queries):
    factories.actor(name_nl=good.actor.name_nl)  # a pair
    for code in ("sud", "nord", "nord-est"):
        zone = factories.zone(code)
        place = factories.location(neighbourhood=factories.neighbourhood(f"21013-{code}", zone=zone))
        factories.service(at=place, themes=["shower", "meals"])
    with django_assert_num_queries(QUERIES):
        report = Report()
        for row in [report.total, *report.zones, *report.themes]:
            [str(service.actor) for code in report.hits for service in report.concerned(code, row)]
    assert report.pairs


@pytest.mark.usefixtures("real")
def test_every_real_text_is_in_both_languages():
    report = Report()
    assert len(report.services) > 300
    assert report.total.parity.number == report.total.parity.of
    assert [row.code for row in report.zones if row.parity.percent < 100] == []
