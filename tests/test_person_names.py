"""A bare name is asked about, wherever its owner comes from; what the Region calls so itself is not."""

from pathlib import Path

import pytest

from actors.models import Actor, Location, Service, ServiceAtLocation
from actors.person_names import person_names
from actors.shared_mailboxes import looks_personal
from zones.gazetteer.files import rows, streets

NAMES = (Path(__file__).parent / "person_names.txt").read_text().splitlines()
LEFT_ALONE = 0.99  # of what is no name of a person


@pytest.mark.django_db
class TestNames:
    @pytest.mark.parametrize(
        "sentence",
        ["bed 12 voor {}", "pour {}", "vraag naar {}", "lit réservé à {}", "appeler {} avant midi", "de la part de {}"],
    )
    def test_of_many_origins_are_found(self, sentence):
        assert [name for name in NAMES if not person_names(sentence.format(name))] == []

    def test_without_capitals_where_a_person_is_told(self):
        found = [name for name in NAMES if person_names(f"bed voor {name}".lower())]
        assert len(found) >= 0.85 * len(NAMES)
        assert person_names("BED 12 VOOR AHMED EL IDRISSI")

    def test_at_the_beginning_of_a_sentence(self):
        assert person_names("Ahmed El Idrissi komt morgen")
        assert person_names("Marie Dupont rappellera lundi")
        assert not person_names("Gesloten op maandag")

    @pytest.mark.parametrize(
        "text",
        [
            "vol, bel morgen terug om 9 u.",
            "complet jusqu'à jeudi, rappeler avant 10 h",
            "ingang langs de Hoogstraat, tweede bel",
            "entrée rue Ernest Allard 23",
            "près de la place Flagey",
            "alleen voor vrouwen met kinderen",
            "pour Bruxelles et Molenbeek",
            "voor Anderlecht",
            "Fermé à Pâques et à Noël",
            "VOLZET, NIEMAND MEER VANDAAG",
            "Lessen Nederlands en Frans op dinsdag",
            "",
        ],
    )
    def test_words_about_the_door_are_left_alone(self, text):
        assert person_names(text) == []

    def test_a_person_in_a_street_is_found_beside_it(self):
        assert person_names("rue Haute 12, demander Karim") == ["Karim"]


@pytest.mark.usefixtures("real")
class TestRealTexts:
    """Of everything that we hold and publish, next to nothing is asked about."""

    @pytest.mark.parametrize("model", [Actor, Service, Location])
    def test_names_of_listings(self, model):
        self.left_alone(name for names in model.objects.values_list("name_nl", "name_fr") for name in names)

    def test_streets_and_places(self):
        self.left_alone(name for place in streets() for name in (place.nl, place.fr))
        self.left_alone(name for row in rows() for name in (row.nl, row.fr, *row.also))

    def test_remarks_and_summaries(self):
        texts = [*Service.objects.values_list("summary_nl", "summary_fr", "conditions_nl", "conditions_fr")]
        texts += [*Actor.objects.values_list("description_nl", "description_fr")]
        texts += [*ServiceAtLocation.objects.values_list("hours_remark_nl", "hours_remark_fr")]
        self.left_alone(text for row in texts for text in row)

    def left_alone(self, texts):
        every = sorted({text for text in texts if text})
        asked = {text: names for text in every if (names := person_names(text))}
        assert every
        assert 1 - len(asked) / len(every) >= LEFT_ALONE, asked


@pytest.mark.parametrize(
    "email",
    ["jan.peeters@gmail.com", "j.peeters@asbl.be", "fatima@asbl.be", "ahmed.elidrissi@cpas.be", "marie2@hotmail.com"],
)
def test_a_mailbox_of_one_person_looks_so(email):
    assert looks_personal(email)


@pytest.mark.parametrize(
    "email",
    ["info@asbl.be", "onthaal@nacht.be", "samusocial@samusocial.be", "accueil.nuit@x.be", "nachtopvang@gmail.com"],
)
def test_a_shared_mailbox_does_not(email):
    assert not looks_personal(email)
