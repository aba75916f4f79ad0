"""Hours as organisations of Brussels write them on their own pages and doors, and what is understood of them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from actors.plain_hours import hours_words, in_words, plain_hours
from actors.understood import understood
from actors.week import same_hours
from actors.wording.reading import settle

ON_SITES = {
    "Maandag t/m vrijdag: 8u30 – 12u00 / 13u00 – 16u30": "Mo-Fr 08:30-12:00,13:00-16:30",
    "Onthaal: ma, di, do, vr 9.00-12.00 | wo 13.00-16.00": "Mo,Tu,Th,Fr 09:00-12:00; We 13:00-16:00",
    "maandagvoormiddag (9-12 uur), dinsdag en woensdag (9-12 en 14-16 uur) en vrijdagvoormiddag (9-12 uur)": (
        "Mo 09:00-12:00; Tu,We 09:00-12:00,14:00-16:00; Fr 09:00-12:00"
    ),
    "Op maandag-, woensdag- en vrijdagvoormiddag van 9u tot 12u": "Mo,We,Fr 09:00-12:00",
    "Wij zijn open op maandag van 10 tot 16 uur en op donderdag van 10 tot 19 uur.": "Mo 10:00-16:00; Th 10:00-19:00",
    "di+do 9u30-12u": "Tu,Th 09:30-12:00",
    "dag en nacht, 7/7": "24/7",
    "24h/24 et 7j/7 y compris les jours fériés": "24/7",
    "Alle dagen van 8u tot 20u, ook in het weekend en op feestdagen": "Mo-Su,PH 08:00-20:00",
    "ma-vr 9-17u, ook op feestdagen": "Mo-Fr,PH 09:00-17:00",
    "ma-vr 9-12u, woensdag ook van 13 tot 16u": "Mo-Fr 09:00-12:00, We 13:00-16:00",
    "lu-ve 9h-12h, mercredi aussi 14h-16h": "Mo-Fr 09:00-12:00, We 14:00-16:00",
    "Vrije inloop op dinsdag van 9u tot 11u30, op donderdag op afspraak": (
        'Tu 09:00-11:30 "Vrije inloop"; Th "op afspraak"'
    ),
    "Permanentie di 9-12, do 17-19; buiten deze uren op afspraak": ('Tu 09:00-12:00; Th 17:00-19:00 || "op afspraak"'),
    "Elke dag open, behalve zondag: 11u45-13u30": "Mo-Su 11:45-13:30; Su off",
    "20h - 8h, sauf le week-end : 24h/24": "20:00-08:00; Sa,Su 00:00-24:00",
    "lu/ma/je/ve : 9h>12h et 13h>16h": "Mo,Tu,Th,Fr 09:00-12:00,13:00-16:00",
    "9u-12u maandag tot vrijdag, 10u-12u zaterdag": "Mo-Fr 09:00-12:00; Sa 10:00-12:00",
    "9h-12h lundi, 13h-16h mardi, 9h-11h jeudi": "Mo 09:00-12:00; Tu 13:00-16:00; Th 09:00-11:00",
    "tous les matins du lundi au samedi de 8h30 à 11h": "Mo-Sa 08:30-11:00",
    "Ouvert de 10h à 18h, du mardi au dimanche. Fermé le lundi et le 25 décembre.": (
        "Tu-Su 10:00-18:00; Mo off; Dec 25 off"
    ),
    "Fermé le week-end. Ouvert du lundi au vendredi de 9h à 17h.": "Sa,Su off; Mo-Fr 09:00-17:00",
    "lu-ve 8h30-17h, fermé entre 12h30 et 13h30": "Mo-Fr 08:30-12:30,13:30-17:00",
    "ma-vr 9-12u 13-17u, gesloten woensdagnamiddag en vrijdagnamiddag": (
        "Mo-Fr 09:00-12:00,13:00-17:00; We,Fr 09:00-12:00"
    ),
}
SPECIAL = {
    "1e zaterdag v.d. maand 10-13u": "Sa[1] 10:00-13:00",
    "Tous les premiers lundis du mois de 17h30 à 19h30": "Mo[1] 17:30-19:30",
    "dinsdag 18u - 20u (2de en 4de van de maand)": "Tu[2,4] 18:00-20:00",
    "mardi 18h-20h (1er et 3e du mois)": "Tu[1,3] 18:00-20:00",
    "lundi (sauf le premier du mois) 9h-12h": "Mo 09:00-12:00; Mo[1] off",
    "elke woensdag behalve de laatste van de maand 14-16u": "We 14:00-16:00; We[-1] off",
    "fermé le premier jeudi du mois, sinon lu-ve 9h-16h": "Mo-Fr 09:00-16:00; Th[1] off",
    "ma-vr 9-12u, eerste maandag van de maand ook 14-16u": "Mo-Fr 09:00-12:00, Mo[1] 14:00-16:00",
    "ma-vr 9-17u, gesloten op woensdag en in juli": "Mo-Fr 09:00-17:00; We off; Jul off",
    "lu-ve 9h-17h, fermé le 25 décembre et le dimanche": "Mo-Fr 09:00-17:00; Su off; Dec 25 off",
    "lu-ve 9h-17h sauf mercredi et août": "Mo-Fr 09:00-17:00; We off; Aug off",
    "gesloten op zaterdag, zondag en 24 december; ma-vr 9-17u": "Sa,Su off; Mo-Fr 09:00-17:00; Dec 24 off",
    "ouvert toute l'année sauf en août: lu-ve 9h-16h": "Mo-Fr 09:00-16:00; Aug off",
    "fermé en août, lu-ve 9h-17h": "Mo-Fr 09:00-17:00; Aug off",
    "fermé du 15 au 31 août; lu-ve 9h-17h": "Mo-Fr 09:00-17:00; Aug 15-Aug 31 off",
    "fermé du 24 décembre au 2 janvier inclus, lu-ve 9h-16h": "Mo-Fr 09:00-16:00; Dec 24-Jan 02 off",
    "gesloten van 24/12 tot 02/01, anders ma-vr 9-17u": "Mo-Fr 09:00-17:00; Dec 24-Jan 02 off",
    "ma-vr 9-17u, gesloten op 24/12 en 31/12": "Mo-Fr 09:00-17:00; Dec 24,Dec 31 off",
    "ma-vr 9-17u, 24 december 9-12u": "Mo-Fr 09:00-17:00; Dec 24 09:00-12:00",
    "ma-vr 9-17u, juli-augustus ma-vr 9-13u": "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-13:00",
    "Ouvert 7/7 de 20h à 8h du 15 novembre au 31 mars": "Nov 15-Mar 31 Mo-Su 20:00-08:00",
    "tijdens de schoolvakanties: ma-vr 10-16u; buiten de schoolvakanties: wo 13-18u en za 10-18u": (
        "We 13:00-18:00; Sa 10:00-18:00; SH off; SH Mo-Fr 10:00-16:00"
    ),
}
TABLES = {  # as they are copied from a page
    "Lundi\n9h – 11h30\nFermé\nMardi\nFermé\nFermé\nJeudi\n9h – 11h30\n14h - 16h": (
        "Mo 09:00-11:30; Tu off; Th 09:00-11:30,14:00-16:00"
    ),
    "Lundi\nFermé\n13h-16h\nMardi\n9h-12h\nFermé": "Mo 13:00-16:00; Tu 09:00-12:00",
    "lundi 9h-12h / fermé, mardi fermé / 13h-16h": "Mo 09:00-12:00; Tu 13:00-16:00",
    "Maandag\t9.00 u – 12.00 u\t13.30 u – 16.00 u\nDinsdag\tGesloten\tGesloten": ("Mo 09:00-12:00,13:30-16:00; Tu off"),
}
ASKED = {
    "lundi 9h-12h et 14h-17h sur rdv": (
        "maandag 9.00–12.00 op afspraak, 14.00–17.00 op afspraak",
        "maandag 9.00–12.00 open, 14.00–17.00 op afspraak",
    ),
    "op afspraak: maandag 9-12u, dinsdag 13-16u": (
        "maandag 9.00–12.00 op afspraak; dinsdag 13.00–16.00 op afspraak",
        "maandag 9.00–12.00 op afspraak; dinsdag 13.00–16.00",
    ),
    "8.30-12 en 1.30-5": ("maandag–zondag 8.30–12.00, 13.30–17.00", "maandag–zondag 1.30–5.00, 8.30–12.00"),
    "lundi-vendredi 9h-17h, juillet-août 9h-13h": (
        "maandag–vrijdag 9.00–17.00; van juli tot augustus, ma–vr 9.00–13.00",
        "ma–vr 9.00–17.00; van juli tot augustus 9.00–13.00 (Mo-Fr 09:00-17:00; Jul-Aug 09:00-13:00)",
    ),
    "ma-vr 9-12u, eerste maandag van de maand 14-16u": (
        "ma–vr 9.00–12.00; eerste maandag van de maand 9.00–12.00, 14.00–16.00",
        "ma–vr 9.00–12.00; eerste maandag van de maand 14.00–16.00 (Mo-Fr 09:00-12:00; Mo[1] 14:00-16:00)",
    ),
}
NOT_UNDERSTOOD = [
    "elke eerste werkdag van de maand 9-12u",
    "lu-ve 9h-17h, une semaine sur deux le samedi 9h-12h",
    "ma-vr 9-17u. Geen permanentie op woensdag",
    "lu-ve 9h-17h. Pas de permanence le mercredi",
    "lundi - mercredi - vendredi : 10h-12h",
    "ma-vr 9-17u, laatste inschrijving 16u30",
    "ma 9u-12u (enkel telefonisch)",
    "lundi de 9h à 12h, mardi idem",
    "ma-vr 9-17u, gesloten tussen kerst en nieuwjaar",
    "zaterdag feestdagen zondag",
]


@pytest.mark.parametrize(("written", "kept"), [*ON_SITES.items(), *SPECIAL.items(), *TABLES.items()])
def test_what_is_kept(written, kept):
    assert understood(written) == kept
    assert settle(kept) == kept


@pytest.mark.parametrize(("written", "readings"), ASKED.items())
def test_what_means_two_things_is_asked_in_words_that_differ(written, readings):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    (message,) = caught.value.messages
    assert message == "Dit kan op twee manieren gelezen worden: {}, of {}. Schrijf op wat bedoeld is.".format(*readings)


@pytest.mark.parametrize(
    "written",
    [
        "ma-vr 9-12u, woensdag enkel op afspraak",
        "enkel op afspraak op woensdag, anders ma-vr 9-12u",
        "woensdag enkel op afspraak; ma-vr 9-12u",
        "lu-ve 9h-12h, mercredi uniquement sur rendez-vous",
        "mercredi uniquement sur rendez-vous, sinon lu-ve 9h-12h",
    ],
)
def test_a_day_by_appointment_has_no_hours_of_the_others(written):
    """What was broken: Wednesday was open from 9 to 12 and by appointment, in signs that no receptionist reads."""
    told = "maandag–dinsdag 9.00–12.00; woensdag alleen op afspraak; donderdag–vrijdag 9.00–12.00"
    assert in_words(understood(written)) == told


@pytest.mark.parametrize(
    ("written", "dutch", "french"),
    [
        (
            "ma-vr 9-12u, gesloten in de schoolvakanties",
            "maandag–vrijdag 9.00–12.00; in de schoolvakanties gesloten",
            "lundi–vendredi 9h00–12h00; pendant les vacances scolaires fermé",
        ),
        (
            "van 1 november tot 31 maart 20-8u",
            "van 1 november tot 31 maart 20.00–8.00 (volgende dag)",
            "du 1er novembre au 31 mars 20h00–8h00 (le lendemain)",
        ),
        (
            "vanaf 9u",
            "ma–zo vanaf 9.00, tot wanneer is niet bekend (09:00+)",
            "lun–dim à partir de 9h00, jusqu’à quand n’est pas connu (09:00+)",
        ),
    ],
)
def test_what_was_understood_is_said_in_words(written, dutch, french):
    kept = understood(written)
    assert in_words(kept) == dutch
    with translation.override("fr"):
        assert in_words(kept) == french


def test_who_adds_a_remark_reads_how():
    with pytest.raises(ValidationError) as caught:
        understood("ma-vr 9-17u, laatste onthaal om 16u30")
    assert "Een opmerking staat tussen aanhalingstekens" in caught.value.messages[0]
    assert understood("lu-ve 9h-17h « dernier accueil à 16h30 »") == 'Mo-Fr 09:00-17:00 "dernier accueil à 16h30"'
    assert understood('ma-vr 9-17u "laatste onthaal om 16u30"') == 'Mo-Fr 09:00-17:00 "laatste onthaal om 16u30"'


@pytest.mark.parametrize("written", NOT_UNDERSTOOD)
def test_better_refused_than_something_else(written):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    assert caught.value.code == "opening_hours"


@pytest.mark.parametrize("written", ["maandag 9u-12u gesloten", "Maandag: 9u-12u Gesloten\nDinsdag: Gesloten 13u-16u"])
def test_closed_hours_alone_say_nothing_of_the_others(written):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    assert caught.value.messages == ["Hier staan alleen uren waarop het gesloten is: schrijf op wanneer het open is."]


def test_an_appointment_in_the_afternoon_is_told_from_one_all_day():
    all_day, later = '09:00-12:00,14:00-17:00 "op afspraak"', '09:00-12:00; 14:00-17:00 "op afspraak"'
    assert hours_words(all_day) == "9.00–12.00 op afspraak, 14.00–17.00 op afspraak"
    assert hours_words(later) == "9.00–12.00 open, 14.00–17.00 op afspraak"
    for kept in ('Mo 09:00-12:00,14:00-17:00 "op afspraak"', 'Mo 09:00-12:00, Mo 14:00-17:00 "op afspraak"'):
        assert same_hours(understood(plain_hours(kept)), kept)
