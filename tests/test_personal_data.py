"""What is about a person is found in what people type; what only looks like it is left alone."""

import pytest
from django.utils import translation

from actors.personal_data import Personal, personal_data_in

NATIONAL = [
    "85.07.30-033.28",
    "85073003328",
    "85 07 30 033 28",
    "n° 85/07/30-033-28, à rappeler",
    "８５０７３００３３２８",  # as a Japanese keyboard types them
    "02 512 34 56 / 85.07.30-033.28",
    "85.47.30-033.17",  # a bis number, of who is not in the register
    "00.00.00-001.28",  # born in 2000, on a day that nobody knows
]
NO_NATIONAL = [
    "85.07.30-033.29",  # the check does not hold
    "85.17.30-033.28",  # there is no such month
    "+32 2 512 34 56",
    "0800 99 340",
    "BE68 5390 0754 7034",
    "0403.019.261",  # a number of an organisation
    "1000 Bruxelles, 30/07/1985",
    "08:30-12:30, 13:00-17:30, 09:00-12:00",
    "",
]


def in_language(text: str, language: str) -> str | None:
    with translation.override(language):
        return personal_data_in(text)


@pytest.mark.parametrize("text", NATIONAL)
def test_a_national_number_is_found_however_it_is_written(text):
    assert in_language(text, "fr") == in_language("85.07.30-033.28", "fr")
    assert "numéro de registre national" in in_language(text, "fr")
    assert "rijksregisternummer" in in_language(text, "nl")


@pytest.mark.django_db
@pytest.mark.parametrize("text", NO_NATIONAL)
def test_other_numbers_are_left_alone(text):
    assert personal_data_in(text) is None


@pytest.mark.parametrize("text", ["jan.peeters@example.org", "schrijf naar a+b@mail.example.be."])
def test_a_mail_address_is_found(text):
    assert "e-mail" in in_language(text, "fr")
    assert personal_data_in(text, allowed={Personal.EMAIL}) is None


@pytest.mark.parametrize("text", ["0470 12 34 56", "bel 0470/12.34.56", "+32470123456", "+33 6 12 34 56 78"])
def test_a_mobile_number_is_found(text):
    assert "gsm" in in_language(text, "fr").casefold()
    assert personal_data_in(text, allowed={Personal.MOBILE}) is None


@pytest.mark.parametrize(
    "text", ["Mme Dupont a été refusée", "vraag naar mevr. Janssens", "De heer D. wacht", "voir M. Éloy", "mr. Çelik"]
)
def test_a_name_after_a_form_of_address_is_found(text):
    assert "nom" in in_language(text, "fr")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "Madame, votre porte est fermée",
        "fermé le lundi",
        "complet, rappeler jeudi avant 10 h",
        "sonner au 2, rue M",
        "MEVROUW KAN ALTIJD BINNEN",
        "02 512 34 56",
        "vol, bel morgen terug @ 9 u.",
    ],
)
def test_words_about_the_door_are_no_names(text):
    assert personal_data_in(text) is None


@pytest.mark.django_db
def test_a_bare_name_is_asked_about_and_may_be_said_to_be_none():
    for text in ("bed 12 voor Ahmed El Idrissi", "pour Fatima B."):
        assert "geen naam van een persoon" in in_language(text, "nl")
        assert "ce n'est pas le nom" in in_language(text, "fr")
        assert personal_data_in(text, allowed={Personal.BARE_NAME}) is None


def test_what_weighs_most_is_said_first():
    assert "numéro de registre national" in in_language("Mme Dupont, 0470 12 34 56, 85.07.30-033.28", "fr")
