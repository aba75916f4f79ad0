"""Nobody is told to call without a number, and what is not known takes one quiet line: on every card of the real data."""

import re

import pytest
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.text import capfirst

from actors.catalogue.cards import cards
from actors.catalogue.drawing import draw_card
from actors.helplines import helplines
from actors.models import CrisisNumber, Service, ServiceAtLocation, Viewer
from actors.pictograms.advisers import advisers
from actors.pictograms.bundle import bundle
from actors.pictograms.cards import help_cards
from actors.pictograms.choice import REGION, neutral
from actors.pictograms.drawing import draw_card as draw_help_card
from actors.records import main_need
from actors.search import engine

CALL_FIRST = re.compile("bel eerst|appelez d.abord", re.IGNORECASE)
UNKNOWN = re.compile("niet bekend|inconnu|pas connu|Vraag na|À demander", re.IGNORECASE)
GENERAL_LINE = "0800 35 243"

pytestmark = pytest.mark.usefixtures("real")


@pytest.fixture(params=["nl", "fr"])
def language(request):
    with translation.override(request.param):
        yield request.param


def paragraphs(html):
    return re.findall(r"<(?:p|li)\b.*?</(?:p|li)>", re.sub(r"<p class=\"summary\">.*?</p>", "", html, flags=re.S), re.S)


def of_the_unknown(html):
    """The lines that say what nobody knows. A service's own remark ("on Wednesdays; hour not known") tells something."""
    own = ServiceAtLocation.objects.values_list("hours_remark_nl", "hours_remark_fr")
    remarks = {escape(capfirst(text)) for pair in own for text in pair if text}
    lines = (line for line in paragraphs(html) if UNKNOWN.search(line))
    return [line for line in lines if not any(f">{remark}<" in line for remark in remarks)]


class TestResidents:
    @pytest.fixture
    def every(self, language):
        pks = Service.objects.visible_to(Viewer.RESIDENT).values_list("pk", flat=True)
        found = help_cards(engine().index, pks, language, "", timezone.now())
        assert len(found) > 200
        return found

    def test_no_card_rings_somebody_else(self, every):
        """Big and green is only a number of its own or of its organisation; else one reads that it is not known."""
        silent = [card for card in every if 'href="tel:' not in draw_help_card(card)]
        said = re.compile("Wij kennen het nummer niet|Nous ne connaissons pas le numéro")
        assert any(card.has_no_number for card in silent)
        for card in every:
            assert bool(said.search(draw_help_card(card))) is (card in silent and not card.is_example)
            assert not card.answered_by or re.search("organis", card.answered_by.text)

    def test_no_invented_example_has_a_real_number(self, every):
        real = {number.number for number in CrisisNumber.objects.all()}
        real |= {line.number for line in helplines().by_municipality.values()}
        examples = "".join(draw_help_card(card) for card in every if card.is_example)
        assert examples
        assert not [number for number in real if f"tel:{number}" in examples]

    def test_what_is_unknown_takes_one_line_and_no_question_mark_sign(self, every):
        for card in every:
            html = draw_help_card(card)
            assert len(of_the_unknown(html)) <= 1, card.name
            assert 'class="unknown"' not in html

    def test_a_list_says_once_who_can_advise(self, client, language, every):
        """Of health the doctor on duty and no OCMW; of rights the OCMW of the place, or the general line."""
        assert self.advising(language, every, "health", "21015") == ["1733"]
        assert self.advising(language, every, "rights", "21015") == ["02 435 50 90"]
        assert self.advising(language, every, "rights", "") == [GENERAL_LINE]
        path = {"nl": "/nl/hulp/adressen/", "fr": "/fr/aide/adresses/"}[language]
        codes = {need: neutral(f"need:{need}") for need in ("health", "addiction")}
        pages = [
            client.get(path, {"b": code, "p": page}).content.decode()
            for code in codes.values()
            for page in (1, 2, 3, 9)
        ]
        asked = {"nl": "geen nummer op een kaart?", "fr": "Pas de numéro sur une carte"}[language]
        assert {page.count(asked) for page in pages} == {0, 1}

    def advising(self, language, every, need, home):
        silent = [card.pk for card in every if card.has_no_number and self.need(card) == need]
        assert silent
        return [line.display for line in advisers(engine().index, silent, language, "", home)]

    @staticmethod
    def need(card):
        return main_need(engine().index, card.pk)

    def test_another_service_of_the_same_organisation_is_closer_than_any_adviser(self):
        """The emergency department of a hospital has a number, the hospital itself none."""
        hospital = Service.objects.get(slug="kliniek-sint-jan-ziekenhuis")
        (card,) = help_cards(engine().index, [hospital.pk], "nl", "", timezone.now())
        assert card.answered_by.text == "andere dienst van dezelfde organisatie"

    def test_a_device_keeps_the_same_advisers(self, language):
        kept = bundle(REGION, language, "", timezone.now())
        assert kept["advisers"]["needs"][neutral("need:health")][1] == "1733"
        assert kept["advisers"]["towns"]["21015"][1] == "02 435 50 90"
        assert kept["advisers"]["general"][1] == GENERAL_LINE
        assert not [card["name"] for card in kept["cards"] if card.get("example") and "line" in card]


class TestProfessionals:
    @pytest.fixture
    def every(self, language):
        pks = Service.objects.visible_to(Viewer.VISITOR).values_list("pk", flat=True)
        found = cards(engine().index, pks, Viewer.VISITOR, timezone.now())
        assert len(found) > 200
        return [draw_card(card) for card in found]

    def test_no_card_shows_the_number_of_an_ocmw_that_is_not_its_own(self, every):
        """It changes with the place, and knows nothing of a pharmacy; who can advise is said once for a list."""
        assert not [html for html in every if re.search(r"</a> \((OCMW|CPAS|Hallo|Allô)", html)]

    def test_a_card_without_a_number_says_so_and_the_list_who_can_advise(self, client, language, every):
        silent = [html for html in every if 'href="tel:' not in html]
        assert silent
        assert all({"nl": "telefoonnummer", "fr": "numéro de téléphone"}[language] in html for html in silent)
        path = {"nl": "/nl/zoeken/", "fr": "/fr/recherche/"}[language]
        response = client.get(path, {"theme": "community-work", "where": "Schaarbeek", "radius": "0"})
        page = response.context["page"]
        assert page.without_phone
        centres = [line.display for line in page.advisers if re.search("OCMW|CPAS", line.name(language))]
        assert centres == ["02 435 50 90"]
        assert response.content.decode().count("02 435 50 90") == 1

    def test_of_health_the_doctor_on_duty_can_advise_and_no_ocmw(self, client, language):
        path, theme = {"nl": "/nl/zoeken/", "fr": "/fr/recherche/"}[language], "chronic-palliative"
        page = client.get(path, {"theme": theme, "where": "Schaarbeek", "radius": "0"}).context["page"]
        assert page.without_phone
        assert [line.display for line in page.advisers] == ["1733"]

    def test_what_is_unknown_takes_one_line(self, every):
        for html in every:
            assert len(of_the_unknown(html)) <= 1, html

    @pytest.mark.parametrize("slug", ["village-solidaire-eten", "rolling-douche-camper"])
    def test_a_square_without_known_hours_says_on_which_day(self, language, slug):
        service = Service.objects.get(slug=slug)
        (card,) = cards(engine().index, [service.pk], Viewer.VISITOR, timezone.now())
        assert {"nl": "Op maandag", "fr": "Le lundi"}[language] in draw_card(card)

    def test_no_tick_stands_before_what_was_not_confirmed(self, every):
        assert not any("nog niet bevestigd" in html or "pas encore confirm" in html for html in every)

    def test_the_page_of_a_service_says_the_same(self, client, language):
        silent = Service.objects.visible_to(Viewer.VISITOR).filter(
            contacts=None, actor__contacts=None, places__location__contacts=None, dispatched_by=None
        )
        assert silent.exists()
        page = client.get(silent.first().get_absolute_url()).content.decode()
        assert 'href="tel:' in re.search(r'aria-labelledby="contact".*?</section>', page, re.S)[0]
