"""Facts of the data files: who can be reached, what was said when, and what staff have to find out."""

import re
from datetime import date

import pytest
from django.db.models import Q
from django.urls import reverse
from django.utils import translation

from actors.catalogue.sources import old_facts, told
from actors.enums import CompetenceKind, ContactKind, FactKind
from actors.mail_providers import shared_domains
from actors.models import Actor, CrisisNumber, MailDomain, Service, ServiceAtLocation, Source, SourceReference
from actors.pictograms.choice import neutral


@pytest.mark.usefixtures("real")
class TestOcmw:
    def test_every_ocmw_has_a_telephone_number(self):
        ocmw = Actor.objects.filter(competences__kind=CompetenceKind.OCMW_CPAS)
        without = ocmw.exclude(contacts__kind=ContactKind.PHONE)
        assert ocmw.count() == 19
        assert not without.exists()

    def test_a_fact_of_six_years_ago_is_to_be_checked(self, client):
        page = client.get(reverse("service", args=["ocmw-sint-joost-ten-node-hulp"]), headers={"accept-language": "nl"})
        assert "juli 2020" in page.text
        assert "na te kijken" in page.text

    def test_where_sources_disagree_only_staff_read_it(self, client):
        doubt = SourceReference.objects.get(actor__slug="ocmw-koekelberg", doubt_nl__gt="")
        page = client.get(reverse("actor", args=["ocmw-koekelberg"]), headers={"accept-language": "nl"})
        assert "02 412 17 00" in doubt.doubt_nl
        assert "02 412 17 00" not in page.text
        assert doubt in SourceReference.objects.to_check()

    def test_every_fact_names_a_source(self):
        assert SourceReference.objects.filter(about=FactKind.PHONE).count() >= 19


class TestOld:
    def reference(self, about, said_on, **values):
        return SourceReference(source=Source(pk=1), about=about, said_on=said_on, **values)

    def test_what_a_newer_source_repeats_is_not_old(self):
        old, new = self.reference("phone", date(2020, 7, 31)), self.reference("phone", date(2026, 8, 1))
        assert old_facts([new, old]) == {}
        assert old_facts([old]) == {"phone": old}

    def test_a_source_without_a_date_is_not_called_old(self):
        assert old_facts([self.reference("phone", None), self.reference("phone", date(2020, 1, 1))]) == {}

    def test_a_place_in_a_source_stands_once_with_its_facts(self):
        one, two = self.reference("phone", date(2026, 8, 1)), self.reference("address", date(2026, 8, 1))
        assert [[str(fact) for fact in source.facts] for source in told([one, two])] == [["telefoon", "adres"]]


@pytest.mark.usefixtures("real")
class TestCrisisNumbers:
    """What was broken: Samusocial answers day and night, and its own page said that its hours are not known."""

    @pytest.mark.parametrize(("language", "words"), [("nl", "24 uur per dag"), ("fr", "24 heures sur 24")])
    def test_samusocial_answers_day_and_night(self, client, language, words):
        with translation.override(language):
            page = client.get(reverse("service", args=["samusocial-nachtopvang"]))
        assert words in page.text

    @pytest.mark.parametrize(
        ("page", "cards"), [("/nl/aanbod/{}/", "/nl/hulp/adressen/"), ("/fr/services/{}/", "/fr/aide/adresses/")]
    )
    def test_number_and_hours_stand_there_once(self, client, page, cards):
        """What was broken: the same number twice, and "open now" of the door and of the telephone, which are one."""
        contacts = client.get(page.format("samusocial-nachtopvang")).text.partition('id="contact"')[2]
        assert contacts.partition("</section>")[0].count("tel:+3280099340") == 1
        found = client.get(cards, {"b": neutral("need:homelessness")}).text
        above, _, listed = found.partition('<article class="card"')
        number = re.sub("<[^>]+>", " ", above.partition('href="tel:+3280099340"')[2].partition("</article>")[0])
        assert len(re.findall("dag en nacht|jour et nuit", number)) == 1
        assert "tel:+3280099340" not in listed, "the number stands above the cards, so that no card repeats it"

    def test_a_line_has_the_hours_of_its_number_on_every_face(self):
        numbers = {number.number: number.opening_hours for number in CrisisNumber.objects.exclude(opening_hours="")}
        own = Q(service__contacts__value__in=numbers) | Q(service__actor__contacts__value__in=numbers)
        lines = ServiceAtLocation.objects.filter(location__kind="phone").filter(
            own | Q(service__dispatched_by__number__in=numbers)
        )
        compared = 0
        for line in lines.distinct():
            dispatched = line.service.dispatched_by
            contacts = {*line.service.contacts.all(), *line.service.actor.contacts.all()}
            called = [dispatched.number] if dispatched else [c.value for c in contacts if c.value in numbers]
            for number in called:
                assert line.opening_hours == numbers[number], line
                compared += 1
        assert compared >= 6


@pytest.mark.usefixtures("real")
class TestFactsInTheData:
    def test_who_needs_a_shower_finds_doucheflux_and_its_price(self, client):
        page = client.get(reverse("service", args=["doucheflux-douches"]), headers={"accept-language": "nl"})
        assert "02 319 58 27" in page.text
        assert "1 euro" in page.text

    def test_every_emergency_department_has_a_number(self):
        departments = Service.objects.filter(slug__endswith="-spoed", is_example=False)
        assert departments.count() == 13
        for department in departments:
            assert department.contacts.filter(kind=ContactKind.PHONE).exists(), department.slug

    def test_the_general_number_has_its_own_name_in_french(self, client):
        page = client.get("/fr/services/hallo-welzijnswerk/", headers={"accept-language": "fr"})
        assert "Allô ? Aide sociale" in page.text
        assert "Allô ? Social " not in page.text

    def test_community_health_workers_are_no_doctors_or_dentists(self):
        teams = Service.objects.filter(actor__slug="chw-intermut")
        assert teams.exists()
        assert not teams.filter(themes__code__in=["primary-care", "dental-care"]).exists()

    def test_what_gives_advice_is_no_hospital(self):
        advice = Service.objects.filter(actor__slug__in=["antigifcentrum", "hospichild"])
        assert advice.count() == 2
        assert not advice.filter(themes__code="hospital").exists()

    def test_other_names_are_names_and_not_notes(self):
        for actor in Actor.objects.all():
            for names in (actor.acronym_nl or "", actor.acronym_fr or ""):
                words = names.casefold().replace(",", " ").replace(":", " ").split()
                assert not {"vroeger", "anciennement", "bron", "source", "vzw", "asbl"} & set(words), actor.slug

    def test_nobody_is_told_one_persons_story(self):
        for actor in Actor.objects.filter(slug__in=["brailleliga", "eqla", "phare"]):
            for service in actor.services.all():
                assert "vrouw" not in service.summary_nl
                assert "femme" not in service.summary_fr


@pytest.mark.usefixtures("real")
class TestTextsForReaders:
    def test_nobody_reads_of_the_source(self):
        """What is not known is said to be not known: who looks for help does not know of any source."""
        source = re.compile(r"\b(de|in de|volgens de) bron\b|\bla source\b(?! de)", re.IGNORECASE)
        wrong = [text for text in _texts() if source.search(text)]
        assert wrong == []

    def test_nobody_reads_what_sounds_translated_or_official(self):
        """Patterns that readers stumbled over, in any text of the fixtures."""
        stumbled = re.compile(
            r"en apprendre plus|même sans papiers|Woont u in|ook financiële hulp|multidisciplinair team"
            r"|forfaitair systeem|cogéré|accompagnement social",
            re.IGNORECASE,
        )
        assert [text for text in _texts() if stumbled.search(text)] == []

    def test_residents_are_asked_questions_as_questions(self):
        statement = re.compile(r"\bU (woont|bent|hebt|wordt)\b[^.?]*\?")
        plain = Service.objects.values_list("plain_nl", flat=True)
        assert [text for text in plain if statement.search(text or "")] == []


def _texts() -> list[str]:
    """Every text of a service, an actor or a place, in both languages."""
    asked = {
        Service: ("name", "summary", "description", "plain", "conditions", "cost", "to_bring"),
        Actor: ("name", "acronym", "description"),
        ServiceAtLocation: ("hours_remark",),
    }
    columns = {
        model: [f"{field}_{language}" for field in fields for language in ("nl", "fr")]
        for model, fields in asked.items()
    }
    return [
        text for model, names in columns.items() for row in model.objects.values_list(*names) for text in row if text
    ]


@pytest.mark.usefixtures("real")
def test_domains_of_the_real_data_are_plain_and_nobody_elses():
    confirmed = set(MailDomain.objects.values_list("domain", flat=True))
    assert len(confirmed) > 40
    assert not confirmed & shared_domains()
    assert not MailDomain.objects.filter(actor__is_example=True).exists()
