"""The benchmark's own parts: its data are valid and repeatable, and its smallest run works. No time is asserted."""

import unicodedata

import pytest
from django.db import models

from actors.models import Actor, Availability, Location, Service, ServiceAtLocation
from actors.search.process import fresh_engine
from actors.search.words import fold
from repertorium.folding import LIGATURES
from tests.bench.fill import fill, load_taxonomy_and_territory
from tests.bench.held_out import Known, hit_rates
from tests.bench.oracle import Oracle
from tests.bench.region import Region
from tests.bench.report import Line, doubling, lines, nearest, table

SERVICES = 200


@pytest.fixture
def territory():
    load_taxonomy_and_territory()


@pytest.fixture
def region(territory):
    fill(SERVICES)


def facts(records: list[models.Model]) -> list[dict]:
    """What stands in unsaved records, without keys that the database gives out."""
    return [
        {
            field.attname: getattr(record, field.attname)
            for field in record._meta.concrete_fields
            if not field.is_relation and not field.primary_key and not field.generated
        }
        for record in records
    ]


@pytest.mark.django_db
class TestRegion:
    def test_same_seed_same_region(self, territory):
        first, again = (facts(Region(7).actor(3)) for _ in range(2))
        assert first == again
        assert facts(Region(8).actor(3)) != first

    def test_larger_region_has_the_smaller_one(self, territory):
        whole, cut = Region().actor(1), Region().actor(1, most=1)
        assert sum(isinstance(record, Service) for record in whole) > 1
        assert facts(cut) == facts(whole[: len(cut)])

    def test_as_many_services_as_asked(self, region):
        assert Service.objects.count() == SERVICES

    @pytest.mark.parametrize("model", [Actor, Service, Location, ServiceAtLocation, Availability])
    def test_rules_hold(self, region, model):
        sample = list(model.objects.order_by("pk")[:15])
        assert sample
        for record in sample:
            record.full_clean()


@pytest.mark.django_db
class TestRun:
    def test_smallest_run(self, region):
        pytest.importorskip("tantivy", reason="only `make bench` installs tantivy")
        from tests.bench.measure import compare

        found = compare(fresh_engine(), rounds=1, each=20, questions=24)
        assert found["services"] == SERVICES
        assert found["hits"]["engine"]["all"] > 0.5
        assert found["hits"]["tantivy"]["all"] > 0.5
        assert all(time > 0 for side in found["times"].values() for time in side.values())

    def test_both_sides_find_the_same(self, region):
        """Of requests without text and place both find exactly the same, or they would not do the same work."""
        pytest.importorskip("tantivy", reason="only `make bench` installs tantivy")
        from tests.bench.measure import all_documents
        from tests.bench.requests import Request
        from tests.bench.tantivy_side import Tantivy

        engine = fresh_engine()
        other = Tantivy(engine.index.terms, all_documents())
        for filters in ({}, {"level": ("level:1",)}, {"admission": ("admission:free",)}, {"what": ("need:food",)}):
            request = Request("", "nl", filters)
            found = engine.search(request.query)
            total, _pks, counts = other.search(request)
            assert total == found.total
            theirs = {bucket["key"]: bucket["doc_count"] for bucket in counts["what"]["buckets"]}
            assert theirs == {key: count for key, count in found.facets["what"].items() if count}

    def test_hit_rate_counts_the_right_answer_only(self):
        asked = [Known("typo", "a", 1), Known("typo", "b", 2), Known("plural", "c", 3)]
        answers = {"a": [1], "b": [5], "c": [*range(10, 20), 3]}
        assert hit_rates(asked, answers.get) == {"all": 1 / 3, "typo": 1 / 2, "plural": 0}


class TestOracle:
    names = {"food": {"delvaux": {1}, "delvaut": {2}, "brug": set(range(10, 21))}, "care": {"delvaus": {3}}}

    @pytest.mark.parametrize(
        ("typed", "meant", "known"),
        [
            ("Delvaux", 1, True),
            ("Delvauw", 1, True),  # as near to two, which both fit on a page
            ("Delvaut", 1, False),  # the name of another
            ("Delvaus", 1, True),  # that of another with another theme
            ("Brug", 12, False),  # more of them than fit on a page
        ],
    )
    def test_knows(self, typed, meant, known):
        assert Oracle(self.names).knows(Known("typo", typed, meant, typed, "food")) is known


class TestReport:
    found = {
        "services": 12_000,
        "times": {"engine": {"p50": 1, "p95": 4}, "tantivy": {"p50": 2, "p95": 4}},
        "hits": {"engine": {"all": 0.9}, "tantivy": {"all": 0.8}},
    }

    def test_red_where_a_budget_is_not_kept(self):
        verdicts = {line.what: line.row()[3] for line in lines(self.found)}
        assert verdicts["search, engine only, p95"] == "RED"  # 4 ms, 3 at 10,000
        assert verdicts["ratio to tantivy, p50"] == "ok"
        assert verdicts["ratio to tantivy, p95"] == "RED"
        assert verdicts["right answer in the first ten"] == "RED"

    def test_nearest_budget(self):
        budgets = {10_000: 3, 100_000: 5}
        assert [nearest(budgets, services) for services in (200, 30_000, 40_000, 10**7)] == [3, 3, 5, 5]

    def test_growth(self):
        larger = {**self.found, "services": 48_000, "times": {"engine": {"p50": 4, "p95": 16}}}
        assert [line.measured for line in doubling(self.found, larger)] == [2, 2]

    def test_table_says_ok_and_red(self):
        text = table("Title", [Line("slow", 9, budget=3), Line("found", 0.99, "", 0.95, at_least=True)], colour=False)
        assert [line.split()[-1] for line in text.splitlines()] == ["Title", "RED", "ok"]


def test_folding_letter_by_letter_is_folding_the_whole_text():
    text = "Œuvre d’été, Ångström: İstanbul ǽ ﬁn ½ straße e\u0301 한 Łódź øre"
    whole = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    assert fold(text) == "".join(letter for letter in whole if not unicodedata.combining(letter))
