"""How words are read: apart, together, in other forms, close by, and which count when not all are found."""

import pytest

from actors.enums import Level
from actors.models.visibility import Viewer
from actors.search import PAGE, Query, search
from actors.search.engine import Engine
from actors.search.index import Index
from actors.search.reading import read_documents
from actors.search.term_records import load_terms
from tests import factories

pytestmark = pytest.mark.django_db


def named(name, **fields):
    return factories.service(**{"name_nl": name, "name_fr": name, **fields}).pk


def found(text):
    return search(Query(text=text)).pks


def corrected(text):
    return search(Query(text=text)).match.corrected


class TestApartAndTogether:
    def test_what_listings_write_together(self):
        pk = named("Screening op borstkanker")
        mentions = named("Onderzoek", description_nl="De borst, de longen; ook bij kanker")
        assert found("borst kanker") == [pk, mentions]

    def test_what_listings_only_write_together(self):
        pk = named("Borstkanker")
        assert found("borst kanker") == [pk]
        assert found("kanker borst") == []

    def test_a_word_that_nobody_uses_is_read_as_its_two_parts(self):
        pk = named("Alcohol")
        named("Probleemwijken")
        other = named("Een probleem")
        assert corrected("alcoholprobleem") == "alcohol probleem"
        assert set(found("alcoholprobleem")) >= {pk, other}

    @pytest.mark.parametrize("text", ["rolstoelvervoer", "vervoersdingen"])
    def test_else_as_the_one_part_that_is_known(self, text):
        pk = named("Vervoer")
        assert found(text) == [pk]
        assert corrected(text) == "vervoer"

    def test_exactly_these_words(self):
        named("Vervoer")
        assert search(Query(text="rolstoelvervoer", literal=True)).total == 0

    @pytest.mark.parametrize("text", ["darmkanker", "kanker"])
    def test_what_a_compound_ends_in_is_what_it_is(self, text):
        pk = named("Dikkedarmkanker")
        named("Darmkanker en kanker")
        assert pk in found(text)

    def test_listings_split_what_only_the_taxonomy_writes_together(self):
        factories.theme("childcare", name_nl="Kinderopvang")
        pk = factories.service(themes=["childcare"]).pk
        named("Opvang")
        assert pk in found("opvang")

    def test_a_name_is_no_word_with_more_to_it(self):
        named("Sint-Jans-Molenbeek")
        assert found("jansens") == []


class TestForms:
    @pytest.mark.parametrize("text", ["colis alimentaire", "colis alimentaires", "un colis alimentaire"])
    def test_a_name_of_the_taxonomy_in_another_number(self, text):
        factories.theme("parcels", name_fr="Colis alimentaires")
        pk = factories.service(themes=["parcels"]).pk
        named("Colis")
        assert found(text) == [pk]

    def test_people_of_age_are_no_parents(self):
        pk = named("Hulp voor ouderen", name_fr="")
        named("Hulp voor ouders", name_fr="")
        assert found("oudere") == found("ouderen") == [pk]

    @pytest.mark.parametrize("text", ["K&G", "k.g.", "KG"])
    def test_acronym_spelt_out(self, text):
        pk = factories.service(actor=factories.actor(acronym_nl="K&G")).pk
        named("Niets")
        assert found(text) == [pk]

    def test_two_mistakes_in_a_short_word_are_another_word(self):
        named("Verwijst")
        assert found("vermist") == []


class TestMistakes:
    def test_the_word_that_most_services_have(self):
        for number in range(3):
            named(f"Kaasje {number}")
        pk = named("Haasje")
        assert corrected("maasje") == "kaasje haasje"
        assert pk in found("maasje")

    def test_only_that_word_when_it_fills_a_page(self):
        for number in range(PAGE):
            named(f"Kaasje {number}")
        named("Haasje")
        assert corrected("maasje") == "kaasje"

    def test_the_word_of_the_taxonomy(self):
        factories.theme("cheese", name_nl="Kaasje")
        factories.service(themes=["cheese"])
        for number in range(3):
            named(f"Haasje {number}")
        assert corrected("maasje").startswith("kaasje ")

    def test_the_word_that_stands_beside_the_others(self):
        for number in range(3):
            named(f"Kaasje {number}")
        pk = named("Haasje huisarts")
        assert corrected("maasje huisarts") == "haasje huisarts"
        assert corrected("huisarts maasje") == "huisarts haasje"
        assert found("maasje huisarts") == [pk]

    def test_a_word_that_nobody_uses_any_more_is_not_meant(self):
        index = Index(load_terms())
        pk = named("Kaasje")
        index.put(read_documents([pk]).values())
        engine = Engine(index)
        index.remove([pk])
        assert engine.matcher.match("kaasj").corrected is None


def test_the_rare_word_counts_when_not_all_are_found():
    rare = named("Intoxication")
    for number in range(8):
        named(f"Enfant, enfants {number}", summary_fr="Pour un enfant")
    assert found("intoxication enfant") == [rare]  # what many are called decides nothing


def test_gaps_in_primary_keys_make_no_word_rarer():
    names = [named("Intoxication", pk=pk) for pk in (11, 12, 13)]
    mentions = [named("Iets", summary_nl="Enfant", pk=pk) for pk in (14, 15)]
    for pk in (16, 4095):
        named("Niets", pk=pk)
    assert set(found("intoxication enfant")[:3]) == set(names)
    assert set(found("intoxication enfant")[3:]) == set(mentions)


def test_a_neighbourhood_close_by():
    points = {"Hallepoort": (50.834, 4.345), "Bosnië": (50.830, 4.340), "Diep": (50.800, 4.400)}
    pks = {}
    for number, (name, (lat, lon)) in enumerate(points.items()):
        piece = factories.neighbourhood(f"21013-{number}", name_nl=name, name_fr=name, lat=lat, lon=lon)
        pks[name] = factories.service(at=factories.location(neighbourhood=piece)).pk
    assert found("bosnië") == [pks["Bosnië"], pks["Hallepoort"]]


class TestHiddenWords:
    """What only hidden listings say is learned by nobody who may not see them: not by a correction, not by a part."""

    @pytest.mark.parametrize(
        ("typed", "meant"), [("karpxthos", "karpathos"), ("karpathosfeest", "karpathos"), ("karpathosvervoer", None)]
    )
    def test_a_query_is_read_as_if_they_were_not_there(self, typed, meant):
        named("Vervoer")
        read_without = asked(typed, Viewer.VISITOR)
        named("Karpathos", level=Level.PROFESSIONALS)
        assert asked(typed, Viewer.VISITOR) == read_without
        assert "karpathos" not in str(read_without[0]).replace(typed, "")
        if meant:
            assert asked(typed, Viewer.PROFESSIONAL)[0] == meant

    def test_a_word_that_only_they_use_is_corrected_as_any_other(self):
        """Else the absence of a correction would say that it is there."""
        named("Karpatxos")
        read_without = asked("karpathos", Viewer.VISITOR)
        named("Karpathos", level=Level.PROFESSIONALS)
        assert asked("karpathos", Viewer.VISITOR) == read_without
        assert read_without[0] == "karpatxos"


def asked(text, viewer):
    """What a viewer learns of how a text was read: its correction, what is found, and what nothing was found for."""
    found = search(Query(text=text, viewer=viewer))
    return found.match.corrected, found.pks
