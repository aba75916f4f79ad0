"""Suggestions while typing: what is in the list, in which words, and for whom."""

import pytest

from actors.models import Actor, Viewer
from actors.search import suggest
from actors.search.beginnings import Beginnings
from tests import factories


def shown(client, path, **asked):
    """Kind and words of every option."""
    options = client.get(path, asked).context["page"].options
    return [(option.kind, f"{option.label} ({option.also})" if option.also else option.label) for option in options]


class TestBeginnings:
    @pytest.fixture
    def texts(self):
        found = Beginnings()
        for number, text in enumerate(["De Épicerie sociale", "Sociale dienst", "Soc", "Dienst voor C.P.A.S."]):
            found.put(number, [text])
        return found

    @pytest.mark.parametrize(
        ("typed", "all_of_them", "first"),
        [
            (["so"], {0, 1, 2}, {1, 2}),
            (["soc"], {0, 1, 2}, {1, 2}),
            (["soci"], {0, 1}, {1}),
            (["epic"], {0}, {0}),  # behind an article
            (["dienst", "cpas"], {3}, {3}),
            (["diensten"], set(), set()),
            ([], set(), set()),
        ],
    )
    def test_every_word_begins_a_word(self, texts, typed, all_of_them, first):
        assert (set(texts.of(typed)), set(texts.beginning_with(typed))) == (all_of_them, first)

    def test_changed_and_removed(self, texts):
        texts.put(1, ["Sint-Gillis"])
        texts.remove(2)
        assert set(texts.of(["soci"])) == {0}
        assert set(texts.of(["sint", "gil"])) == {1}


@pytest.mark.usefixtures("real")
class TestRealData:
    NL, FR = "/nl/zoeken/suggesties/", "/fr/recherche/suggestions/"

    def test_theme_once_in_the_language_of_the_page_with_what_was_typed(self, client):
        assert ("theme", "Douches") in shown(client, self.NL, q="douch")
        assert ("theme", "Voedselpakketten (Colis alimentaires)") in shown(client, self.NL, q="colis ali")
        assert [label for kind, label in shown(client, self.FR, q="colis ali") if kind == "theme"] == [
            "Colis alimentaires"
        ]

    def test_other_form_says_its_language(self, client):
        html = client.get(self.NL, {"q": "colis ali"}).content.decode()
        assert '<span lang="fr">(Colis alimentaires)</span>' in html

    @pytest.mark.parametrize("typed", ["hygi", "HYGI", "hygiè", "Hygië"])
    def test_case_and_accents(self, client, typed):
        assert ("need", "Hygiëne") in shown(client, self.NL, q=typed)

    @pytest.mark.parametrize(
        ("typed", "option"),
        [
            ("dakl", ("target", "Dakloze mensen")),
            ("ander", ("municipality", "Anderlecht")),
            ("1060", ("municipality", "Sint-Gillis (1060)")),
            ("maroll", ("neighbourhood", "Marollen")),
            ("vivalis", ("actor", "Vivalis")),
            ("douches dak", ("service", "Douches voor dakloze mensen")),
        ],
    )
    def test_every_kind(self, client, typed, option):
        assert option in shown(client, self.NL, q=typed)

    def test_places_only_in_the_box_of_where(self, client):
        assert shown(client, self.FR, where="marol") == [("neighbourhood", "Marolles")]
        assert ("street", "Rue Haute") in shown(client, self.FR, where="rue hau")

    @pytest.mark.parametrize("typed", ["", "d", "  ", "xyzzyx", "%", "\u202e", "x" * 5_000, "a b c"])
    def test_nothing_to_suggest(self, client, typed):
        assert shown(client, self.NL, q=typed) == []

    def test_few_queries_and_kept_by_caches(self, client, django_assert_max_num_queries):
        client.get(self.NL, {"q": "soc"})
        with django_assert_max_num_queries(3):
            response = client.get(self.NL, {"q": "soc"})
        assert "public" in response["Cache-Control"]


@pytest.mark.django_db
class TestWhoSeesWhat:
    def test_what_is_for_professionals(self, client):
        factories.service(name_nl="Geheime bakkerij", level="professionals", actor=factories.actor(name_nl="Open huis"))
        assert suggest("bakk", language="nl", viewer=Viewer.VISITOR).services == []
        assert suggest("open", language="nl", viewer=Viewer.VISITOR).actors == []
        assert len(suggest("bakk", language="nl", viewer=Viewer.PROFESSIONAL).services) == 1
        assert len(suggest("open", language="nl", viewer=Viewer.PROFESSIONAL).actors) == 1

    def test_actor_for_professionals_with_a_public_service(self):
        factories.service(actor=factories.actor(name_nl="Stil huis", level="professionals"))
        assert suggest("stil", language="nl", viewer=Viewer.VISITOR).actors == []

    @pytest.mark.parametrize("level", ["professionals", "undisclosed"])
    def test_street_that_must_not_be_known(self, level):
        owner = factories.actor()
        location = factories.location(actor=owner, level=level, street_nl="Geheimstraat 7", name_nl="Geheimhuis")
        factories.service(actor=owner, at=location)
        assert suggest("geheim", language="nl", viewer=Viewer.VISITOR, places=True).streets == []

    def test_theme_without_services_is_not_offered(self):
        factories.theme("shower", name_nl="Douches")
        assert suggest("douch", language="nl", viewer=Viewer.VISITOR).terms == []
        factories.service(themes=["shower"])
        assert len(suggest("douch", language="nl", viewer=Viewer.VISITOR).terms) == 1

    def test_who_offers_most_comes_first(self):
        small, large = factories.actor(name_nl="Huis klein"), factories.actor(name_nl="Huis groot")
        factories.service(actor=small)
        for _ in range(2):
            factories.service(actor=large)
        assert suggest("huis", language="nl", viewer=Viewer.VISITOR).actors == [large.pk, small.pk]

    def test_change_of_actor(self):
        service = factories.service(actor=factories.actor(name_nl="Oud huis"))
        assert len(suggest("oud", language="nl", viewer=Viewer.VISITOR).actors) == 1
        Actor.objects.update(name_nl="Nieuw huis", name_fr="Maison")
        assert suggest("oud", language="nl", viewer=Viewer.VISITOR).actors == []
        assert suggest("nieuw", language="nl", viewer=Viewer.VISITOR).actors == [service.actor.pk]
