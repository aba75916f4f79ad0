"""What people and mappers write as opening hours, and what is kept of it; or why not."""

import pytest
from django.core.exceptions import ValidationError

from actors.understood import tidy_hours, understood
from actors.wording.reading import TwoReadings, understand

SPACING = {
    "Mo, Tu, Th 09:00-12:00": "Mo,Tu,Th 09:00-12:00",
    "Mo-Fr 09:00-12:00, 13:00-17:00": "Mo-Fr 09:00-12:00,13:00-17:00",
    "Mo-Fr 09:00-12:00 , 13:00-17:00": "Mo-Fr 09:00-12:00,13:00-17:00",
    "Mo-Fr 09:00-12:00,  13:00-17:00": "Mo-Fr 09:00-12:00,13:00-17:00",
    "Mo-Fr 09:00-12:00 13:00-17:00": "Mo-Fr 09:00-12:00,13:00-17:00",
    "Mo - Fr 9:00 - 12:00": "Mo-Fr 09:00-12:00",
    "Mo-Fr: 7:00-18:00, Sat: 7:00-13:00": "Mo-Fr 07:00-18:00; Sa 07:00-13:00",
    "Mo-Fr 09:00-12:00;Sa off;": "Mo-Fr 09:00-12:00; Sa off",
    "Mo-Fr 08:30-12:30; Mo-Fr 14:30-19:00": "Mo-Fr 08:30-12:30,14:30-19:00",
    "Mo-Fr 09:00-12:00, We 13:00-15:00": "Mo-Fr 09:00-12:00, We 13:00-15:00",
    "Mo-Tu, Th-Fr 14:00-18:00; Sa, Su off": "Mo-Tu,Th-Fr 14:00-18:00; Sa,Su off",
    "Mo,We 09:00-19:00, Th,Su,PH closed": "Mo,We 09:00-19:00; Th,Su,PH off",
    "Mo-Su 00:00-00:00": "Mo-Su 00:00-24:00",
    "mo-fr 07:00-19:00; sa 12:00-18:00": "Mo-Fr 07:00-19:00; Sa 12:00-18:00",
    "Dec 25 off; Mo-Fr 09:00-12:00": "Mo-Fr 09:00-12:00; Dec 25 off",
    'Mo-Su 20:00-08:00 "bel aan; PH ook, altijd"': 'Mo-Su 20:00-08:00 "bel aan; PH ook, altijd"',
    "Mo-Su 5:00 AM-9:00 PM": "Mo-Su 05:00-21:00",
}
KEPT = [
    "24/7", "24/7; Dec 25 off", "Mo[1] 14:00-16:00", "Nov-Mar Mo-Su 20:00-08:00", "09:00+", "Sa 20:00-02:00+",
    "week 1-53/2 Mo 09:00-12:00", "easter -2 days off", "2026 Dec 24-2027 Jan 02 off", "SH Mo-Fr 13:00-19:00",
    'Mo-Fr 09:00-12:00 || "bel"', "Mo-Fr sunrise-sunset", '"sur rendez-vous"', "Mo-Fr 09:00-26:00", "Dec 24-26 off",
]  # fmt: skip
TYPED = {
    "woensdagnamiddag 14-16u": "We 14:00-16:00",
    "elke maandagvoormiddag van 9u tot 12u": "Mo 09:00-12:00",
    "zaterdagochtenden 9u-12u": "Sa 09:00-12:00",
    "'s woensdagsnamiddags 14-16": "We 14:00-16:00",
    "dinsdag- en donderdagnamiddag 13u30-16u": "Tu,Th 13:30-16:00",
    "tous les mercredis après-midi de 14h à 17h": "We 14:00-17:00",
    "appointment only": '"appointment only"',
    "mercredi PM 14h-16h": "We 14:00-16:00",
    "d'avril à octobre 9h-12h": "Apr-Oct 09:00-12:00",
    "24/12/2026 10u-14u": "2026 Dec 24 10:00-14:00",
    "24 december 2026 10u-14u": "2026 Dec 24 10:00-14:00",
    "de 9h à 12h": "09:00-12:00",
    "van 9 tot 12": "09:00-12:00",
    "tussen 9 en 12 uur": "09:00-12:00",
    "entre 9h et 12h30": "09:00-12:30",
    "9.30u - 12u": "09:30-12:00",
    "9-12 / 13-17": "09:00-12:00,13:00-17:00",
    "0900-1700": "09:00-17:00",
    "de 9 à 12 et de 13 à 17 heures": "09:00-12:00,13:00-17:00",
    "24h/24": "24/7",
    "24u/24, 7d/7": "24/7",
    "7j/7 24h/24": "24/7",
    "ma-vr 24u/24": "Mo-Fr 00:00-24:00",
    "fermé": "off",
    "gesloten": "off",
    "minuit à 6h": "00:00-06:00",
    "ma-vr 9-17u": "Mo-Fr 09:00-17:00",
    "lu-ve 9h-17h": "Mo-Fr 09:00-17:00",
    "lun-ven 9h-12h30/13h30-17h": "Mo-Fr 09:00-12:30,13:30-17:00",
    "lu, ma, me 9h-12h": "Mo,Tu,We 09:00-12:00",
    "ma, di en wo 9-12": "Mo,Tu,We 09:00-12:00",
    "lun. mar. mer. 9h-12h": "Mo,Tu,We 09:00-12:00",
    "Mon-Sat 8:00-20:00": "Mo-Sa 08:00-20:00",
    "Du lundi au vendredi de 8h30 à 16h": "Mo-Fr 08:30-16:00",
    "Van maandag tot vrijdag van 8.30 uur tot 16 uur": "Mo-Fr 08:30-16:00",
    "9h-12h du lundi au vendredi": "Mo-Fr 09:00-12:00",
    "Lundi : 9h-12h\nMardi : 13h-17h\nMercredi : fermé": "Mo 09:00-12:00; Tu 13:00-17:00; We off",
    "maandag 9u00 - 12u30 en 13u-17u": "Mo 09:00-12:30,13:00-17:00",
    "mercredi après-midi de 14h à 17h": "We 14:00-17:00",
    "weekdagen 8u tot 19u, zondag 10u tot 13u": "Mo-Fr 08:00-19:00; Su 10:00-13:00",
    "tous les jours sauf le mercredi de 9h à 17h": "Mo-Su 09:00-17:00; We off",
    "ma-vr 9-17 behalve feestdagen": "Mo-Fr 09:00-17:00; PH off",
    "hors vacances scolaires lu-ve 9h-12h": "Mo-Fr 09:00-12:00; SH off",
    "fermé le lundi": "Mo off",
    "op afspraak": '"op afspraak"',
    "ma-vr 9-12 op afspraak": 'Mo-Fr 09:00-12:00 "op afspraak"',
    "eerste maandag van de maand 14-16u": "Mo[1] 14:00-16:00",
    "le premier lundi du mois de 14h à 16h": "Mo[1] 14:00-16:00",
    "de novembre à mars: 20h-8h": "Nov-Mar 20:00-08:00",
    "van 1 juli tot 31 augustus 9u-12u": "Jul 01-Aug 31 09:00-12:00",
    "à partir de 9h": "09:00+",
}
NL, FR = "maandag tot vrijdag 9 tot 12 en 13u tot 17u30", "du lundi au vendredi de 9h à 12h et de 13h à 17h30"
WEEK = "Mo-Fr 09:00-12:00,13:00-17:30"
CLOSED_PARTS = {
    **{f"{NL}{said}": f"{WEEK}; We 09:00-12:00" for said in (
        ", woensdag namiddag gesloten", ", woensdagnamiddag gesloten", " behalve woensdagnamiddag",
        "; gesloten op woensdagnamiddag", ", woensdag gesloten in de namiddag", " (woensdagnamiddag gesloten)",
    )},
    **{f"{FR}{said}": f"{WEEK}; We 09:00-12:00" for said in (
        ", fermé le mercredi après-midi", " sauf mercredi après-midi", " sauf le mercredi après-midi",
        ", mercredi après-midi fermé",
    )},
    f"{NL}, woensdagnamiddag en vrijdagnamiddag gesloten": f"{WEEK}; We,Fr 09:00-12:00",
    f"{NL}, vrijdagvoormiddag gesloten": f"{WEEK}; Fr 13:00-17:30",
    f"{NL}, woensdagnamiddag gesloten, zaterdag 10-12": f"{WEEK}; We 09:00-12:00; Sa 10:00-12:00",
    f"{NL} op afspraak, vrijdagnamiddag gesloten": f'{WEEK} "op afspraak"; Fr 09:00-12:00 "op afspraak"',
    "tous les jours sauf le mercredi après-midi de 9h à 12h et de 13h à 17h":
        "Mo-Su 09:00-12:00,13:00-17:00; We 09:00-12:00",
    "ma-vr 13-17, woensdagnamiddag gesloten": "Mo-Fr 13:00-17:00; We off",
    "ma-vr 9-12, namiddag gesloten": "Mo-Fr 09:00-12:00",
}  # fmt: skip
CLOSED_HOURS = {
    **{f"{said}": "Mo-Fr 09:00-12:00,13:00-17:00" for said in (
        "ma-vr 9-17u, gesloten van 12 tot 13", "ma-vr 9-17 gesloten 12-13", "ma-vr 9-17u behalve 12-13u",
        "ma-vr van 9u tot 17u (gesloten tussen 12 en 13u)", "lu-ve 9h-17h, fermé de 12h à 13h",
        "lu-ve de 9h à 17h sauf de 12h à 13h", "Monday to Friday 9am-5pm, closed from 12 to 1pm",
    )},
    "lu-ve 9h-17h, fermé le mercredi de 14h à 17h": "Mo-Fr 09:00-17:00; We 09:00-14:00",
    "ma-vr 9-17; gesloten op woensdag van 12 tot 14": "Mo-Fr 09:00-17:00; We 09:00-12:00,14:00-17:00",
    "ma-vr 9-12, wo gesloten van 9 tot 12": "Mo-Fr 09:00-12:00; We off",
    "ma-vr 9-17; za 10-12; gesloten 12-13": "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00",
    "ma-vr 9-12u behalve woensdag 13-16u": "Mo-Fr 09:00-12:00; We 13:00-16:00",
    "behalve woensdagnamiddag 14-17u": "We 14:00-17:00",
}  # fmt: skip
OTHERS_HAVE_REPORTED = {  # in the words of people, of the kinds that they report
    "ma en do: 9u-11u30 (zonder afspraak) en 13u-16u (op afspraak)": 'Mo,Th 09:00-11:30 "zonder afspraak", Mo,Th 13:00-16:00 "op afspraak"',
    "fermé en juillet et août": "Jul,Aug off",
    "lu-ve 9h-17h, fermé en juillet et en août": "Mo-Fr 09:00-17:00; Jul,Aug off",
    "du 1er novembre au 31 mars 20h-8h": "Nov 01-Mar 31 20:00-08:00",
    "van 1ste mei tot 30 september 10u-18u": "May 01-Sep 30 10:00-18:00",
    "vrijdag van 20 uur tot zaterdag 8 uur": "Fr 20:00-08:00",
    "tlj 8h-20h": "Mo-Su 08:00-20:00",
    "van maandag tot vrijdag van 20u tot 8u, in het weekend van 18u tot 9u": "Mo-Fr 20:00-08:00; Sa,Su 18:00-09:00",
    "ma-vr 9u tot 17u, middagpauze 12-12u30": "Mo-Fr 09:00-12:00,12:30-17:00",
    "lu-ve 9h-17h, pause de midi de 12h à 13h": "Mo-Fr 09:00-12:00,13:00-17:00",
    "van 9 uur 's morgens tot 5 uur 's avonds": "09:00-17:00",
    "de 9h du matin à 5h de l'après-midi": "09:00-17:00",
    "van 8 tot 10 uur 's avonds": "20:00-22:00",
    "van 8 uur 's avonds tot 2 uur 's nachts": "20:00-02:00",
    "woensdag 13u30-16u zonder afspraak, andere dagen op afspraak": 'We 13:30-16:00 "zonder afspraak"; Mo,Tu,Th,Fr,Sa,Su "op afspraak"',
    "ma 9-12, de rest van de week gesloten": "Mo 09:00-12:00; Tu,We,Th,Fr,Sa,Su off",
    "ma-vr 9-17, niet in juli en augustus": "Mo-Fr 09:00-17:00; Jul,Aug off",
    "24 en 31 december gesloten": "Dec 24,Dec 31 off",
    "fermé le 24 et le 31 décembre": "Dec 24,Dec 31 off",
    "ma-vr 9-12 en 13 mei 10-12": "Mo-Fr 09:00-12:00; May 13 10:00-12:00",
    "lun > ven : 9h > 17h": "Mo-Fr 09:00-17:00",
}
NAMED_AGAIN = {
    "ma-vr 9-12 en 13-17u30, wo 9-12": f"{WEEK}; We 09:00-12:00",
    "ma-vr 9-12 en 13-17u30; wo 9-12": f"{WEEK}; We 09:00-12:00",
    "ma 9-12, maandag 9-12": "Mo 09:00-12:00",
}
TWO_WAYS = {
    "ma-vr 9-12, wo 13-16": ("Mo-Fr 09:00-12:00, We 13:00-16:00", "Mo-Fr 09:00-12:00; We 13:00-16:00"),
    "maandag 9-12, maandag 10-13": ("Mo 09:00-13:00", "Mo 10:00-13:00"),
    "ma-wo 9-12, wo-vr 10-13": (
        "We-Fr 10:00-13:00; Mo-We 09:00-12:00",
        "Mo-We 09:00-12:00; We-Fr 10:00-13:00",
    ),
    "wo 9-12, ma-vr 9-17": ("Mo-Fr 09:00-17:00; We 09:00-12:00", "We 09:00-12:00; Mo-Fr 09:00-17:00"),
    "ma-vr 9-12 en 13-17, wo 13-17 op afspraak": (
        'Mo-Fr 09:00-12:00,13:00-17:00; We 09:00-12:00, We 13:00-17:00 "op afspraak"',
        'Mo-Fr 09:00-12:00,13:00-17:00; We 13:00-17:00 "op afspraak"',
    ),
    "Mo-Fr 09:00-12:00; 13:00-17:00": (
        "Mo-Fr 09:00-12:00,13:00-17:00",
        "Mo-Fr 09:00-12:00; Mo-Su 13:00-17:00",
    ),
    "Mo-Fr 09:00-17:00; Sa": ("Mo-Fr 09:00-17:00; Sa off", "Mo-Fr 09:00-17:00; Sa 00:00-24:00"),
    "Mo; We-Fr 09:00-18:00": ("Mo,We-Fr 09:00-18:00", "Mo 00:00-24:00; We-Fr 09:00-18:00"),
    "Mo-Su 09:00-17:00; PH Su closed": ("Mo-Su 09:00-17:00; PH,Su off", "Mo-Su 09:00-17:00; PH Su off"),
    "9-5": ("09:00-17:00", "09:00-05:00"),
    "2-6": ("14:00-18:00", "02:00-06:00"),
    "ma, di 9-12": ("Mo,Tu 09:00-12:00", "Tu,Su 09:00-12:00"),
    "du vendredi 18h au lundi 8h": (
        "Fr 18:00-24:00; Sa,Su 00:00-24:00; Mo 00:00-08:00",
        "Fr,Sa,Su 18:00-08:00",
    ),
    "lundi 9h au vendredi 17h": (
        "Mo,Tu,We,Th,Fr 09:00-17:00",
        "Mo 09:00-24:00; Tu,We,Th 00:00-24:00; Fr 00:00-17:00",
    ),
    "ma-vr 9-17u behalve woensdagnamiddag 14-17u": (
        "Mo-Fr 09:00-17:00; We 14:00-17:00",
        "Mo-Fr 09:00-17:00; We 09:00-14:00",
    ),
    "lu-ve 9h-12h et 13h-17h sauf le mercredi après-midi de 14h à 17h": (
        "Mo-Fr 09:00-12:00,13:00-17:00; We 09:00-12:00,14:00-17:00",
        "Mo-Fr 09:00-12:00,13:00-17:00; We 09:00-12:00,13:00-14:00",
    ),
    "ma-vr 9-17u behalve woensdag 10-12u": (
        "Mo-Fr 09:00-17:00; We 10:00-12:00",
        "Mo-Fr 09:00-17:00; We 09:00-10:00,12:00-17:00",
    ),
    "jours ouvrables 9h-17h": ("Mo-Fr 09:00-17:00", "Mo-Sa 09:00-17:00"),
    "ma-vr 9-12; wo 13-16": ("Mo-Fr 09:00-12:00, We 13:00-16:00", "Mo-Fr 09:00-12:00; We 13:00-16:00"),
    "10:00-12:00,11:00-14:00": ("10:00-14:00", "11:00-14:00"),
    'Mo-Fr 09:00-12:00; "op afspraak"': ('Mo-Fr 09:00-12:00 "op afspraak"', 'Mo-Fr 09:00-12:00 || "op afspraak"'),
}
REFUSED = {
    "when the sun shines": "when",
    "9-25": "",
    "9:70-12": "70-12",
    "31/02/2026 10-14": "",
    "lundi 9h-12h, sur rendez-vous l'après-midi": "",
    "<b>": "<b>",
    "ma-vr voormiddag op afspraak, 's namiddags 13-17 onder voorbehoud": "",
}


@pytest.mark.parametrize(
    ("written", "kept"),
    {
        **SPACING,
        **TYPED,
        **CLOSED_PARTS,
        **CLOSED_HOURS,
        **OTHERS_HAVE_REPORTED,
        **NAMED_AGAIN,
        **{text: text for text in KEPT},
    }.items(),
)
def test_what_is_kept(written, kept):
    assert understand(written) == kept


@pytest.mark.parametrize("kept", [*SPACING.values(), *TYPED.values()])
def test_what_is_kept_is_understood_as_it_is(kept):
    assert understand(kept) == kept


@pytest.mark.parametrize(("written", "readings"), TWO_WAYS.items())
def test_what_can_mean_two_things_is_asked(written, readings):
    with pytest.raises(TwoReadings) as caught:
        understand(written)
    assert caught.value.readings == readings


def test_both_readings_stand_side_by_side_in_words():
    with pytest.raises(ValidationError) as caught:
        understood("Mo-Fr 09:00-12:00; 13:00-17:00")
    (message,) = caught.value.messages
    assert "maandag–vrijdag 9.00–12.00, 13.00–17.00" in message
    assert "maandag–zondag 13.00–17.00" in message
    assert "Mo-Fr" not in message, "who sits at a desk reads words"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("9-12, 10-13", "9.00–13.00, of 10.00–13.00"), ("9-5", "9.00–17.00, of 9.00–5.00 de volgende dag"),
    ],
)  # fmt: skip
def test_hours_of_one_day_are_asked_without_other_days(hours, said):
    with pytest.raises(ValidationError) as caught:
        tidy_hours(hours)
    assert f"twee manieren gelezen worden: {said}." in caught.value.messages[0]


def test_the_same_hours_twice_are_no_question():
    assert tidy_hours("9-12, 9-12, 13-17") == "09:00-12:00,13:00-17:00"


@pytest.mark.parametrize(
    "written",
    [
        "woensdagnamiddag", "maandagvoormiddag", "lundi matin", "samedi après-midi", "woensdag namiddag op afspraak",
        "lundi AM", "ma-vr voormiddag", "'s woensdagsnamiddags", "mercredi après-midi sur rendez-vous",
        "maandag 9-12, woensdagnamiddag", "wo namiddag gesloten", "mercredi après-midi fermé", "24 dec namiddag gesloten",
        "ma 9-12, wo namiddag gesloten", "ma-vr 9-17, woensdagnamiddag gesloten", f"{NL}, 's avonds gesloten",
        f"{NL}, woensdag en vrijdag namiddag gesloten", f"{NL}, feestdagen en woensdagnamiddag gesloten",
        f"{NL}, woensdag enkel voormiddag open", "tous les jours sauf le mercredi après-midi 14-17h",
        "elke dag behalve zaterdagvoormiddag 9-12u",
    ],
)  # fmt: skip
def test_a_part_of_a_day_without_hours_is_asked_and_never_the_whole_day(written):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    assert caught.value.code == "hours_missing"
    assert "van wanneer tot wanneer" in caught.value.messages[0]


@pytest.mark.parametrize(
    "written",
    [
        "dinsdag 14 uur",
        "vrijdag tot 16u",
        "lu-je 9h-17h, ve jusqu'à 15h",
        "eerste maandag van de maand 14u",
    ],
)
def test_one_clock_asks_for_the_other(written):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    assert caught.value.messages == ["Uren hebben een begin en een einde: vul beide in, of haal ze weg."]


@pytest.mark.parametrize(
    "written",
    ["9-25", "ma-vr 9-", "ma-vr 9:00-9:00", "lundi-", "- 12", "van vrijdag 18u tot maandag 8u en 10-12", "[3]"],
)
def test_a_message_never_names_what_nobody_wrote(written):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    said = caught.value.messages[0]
    assert "“" not in said or said.split("“")[1].split("”")[0].lower() in written.lower()


def test_a_night_that_is_closed_for_a_while_is_asked():
    with pytest.raises(ValidationError):
        understood("ma-do 20u-8u, gesloten van 2u tot 4u")


@pytest.mark.parametrize(("written", "word"), REFUSED.items())
def test_what_is_not_understood_is_refused_with_the_word(written, word):
    with pytest.raises(ValidationError) as caught:
        understood(written)
    assert word in caught.value.messages[0]
