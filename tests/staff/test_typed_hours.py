"""A week or the hours of a telephone typed in one line: read in plain words before they are kept."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import translation

from actors.models import Contact
from actors.plain_hours import plain_hours, speaks_of_holidays
from actors.understood import understood
from actors.week import same_hours
from tests.staff.conftest import Form, service_of

TYPED = "ma-vr 9-12u en 13-17u, za van 10 tot 12 op afspraak"
KEPT = 'Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00 "op afspraak"; PH off'
SYNTAX = re.compile(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b.*\d\d:\d\d")


@pytest.fixture
def place(listing):
    return service_of(listing).places.get()


def opened(staff, listing):
    return Form(staff, reverse("staff-edit", args=[listing.slug]))


def seen(page: str) -> str:
    """A page without what is folded away and what only scripts read."""
    folded = r"<details class=\"more\"(?! [^>]*open).*?</details>|data-fields=\"[^\"]*\"|<[^>]+>"
    return re.sub(folded, " ", page.partition("<main")[2], flags=re.DOTALL)


class TestWeek:
    def test_stands_in_the_days_before_it_is_kept(self, staff, listing, place):
        form = opened(staff, listing)
        answer = form.send(**{f"at-{place.pk}-line": TYPED})
        page = answer.content.decode()
        place.refresh_from_db()
        assert place.opening_hours == "Mo-Fr 09:00-12:00; PH off", "nothing is kept that nobody saw"
        assert "Nog niet bewaard: bedoelde u dit?" in page
        assert "maandag–vrijdag 9.00–12.00, 13.00–17.00; zaterdag 10.00–12.00 op afspraak" in page
        assert 'class="notice danger' not in page, "it was understood: that is no error"
        form.read(answer)
        assert form.data[f"at-{place.pk}-line"] == [TYPED], "what was typed stays in sight"
        assert form.data[f"at-{place.pk}-tu"] == ["09:00-12:00, 13:00-17:00"]
        assert form.send().status_code == 302
        place.refresh_from_db()
        assert place.opening_hours == KEPT

    def test_no_syntax_before_the_eyes_of_a_receptionist(self, staff, listing, place):
        answer = opened(staff, listing).send(**{f"at-{place.pk}-line": TYPED})
        assert not SYNTAX.search(seen(answer.content.decode()))
        again = staff.get(reverse("staff-edit", args=[listing.slug])).content.decode()
        assert not SYNTAX.search(seen(again))

    def test_what_changes_is_shown_and_not_an_error(self, staff, listing, place):
        form = opened(staff, listing)
        answer = form.send("review", **{f"at-{place.pk}-line": TYPED})
        assert answer.status_code == 200
        changed = {one.field: one.after for one in answer.context["editor"].own_changes}
        assert changed["mo"] == "09:00-12:00, 13:00-17:00"
        assert "ph" not in changed, "of which it says nothing, it stays"
        assert "line" not in changed
        data = {"ticket": str(answer.context["editor"].next_ticket), "action": "save"}
        for name, value in answer.context["editor"].hidden_fields:
            data.setdefault(name, []).append(value)
        assert staff.post(form.address, data).status_code == 302, "it was seen there"
        place.refresh_from_db()
        assert place.opening_hours == KEPT

    def test_a_list_of_days_keeps_its_lines(self, staff, listing, place):
        form = opened(staff, listing)
        pasted = "Maandag: 9u-12u\r\nDinsdag: 13u-17u\r\nWoensdag tot vrijdag: gesloten\r\nweekend gesloten"
        form.read(form.send(**{f"at-{place.pk}-line": pasted}))
        assert form.send().status_code == 302
        place.refresh_from_db()
        assert place.opening_hours == "Mo 09:00-12:00; Tu 13:00-17:00; PH off"

    def test_days_of_which_it_says_nothing_are_closed(self, staff, listing, place):
        type(place).objects.update(opening_hours="")
        form = opened(staff, listing)
        form.read(form.send(**{f"at-{place.pk}-line": "za 10u-12u"}))
        form.send()
        place.refresh_from_db()
        assert place.opening_hours == "Sa 10:00-12:00"

    def test_public_holidays_of_which_nothing_is_said_are_named(self, staff, listing, place):
        type(place).objects.update(opening_hours="Mo-Fr 09:00-11:00")
        page = opened(staff, listing).send(**{f"at-{place.pk}-line": "ma-vr 9-12u"}).content.decode()
        assert "Feestdagen: niet bekend." in page
        assert 'data-holidays="off"' in page
        page = opened(staff, listing).send(**{f"at-{place.pk}-line": "ma-vr 9-12u; feestdagen gesloten"})
        assert "Feestdagen: niet bekend." not in page.content.decode()

    def test_what_is_not_understood_stays_as_it_was_typed(self, staff, listing, place):
        form = opened(staff, listing)
        answer = form.send(**{f"at-{place.pk}-line": "meestal wel"})
        assert answer.status_code == 422
        form.read(answer)
        assert form.data[f"at-{place.pk}-line"] == ["meestal wel"]

    def test_of_a_draft_too(self, staff, listing, place):
        form = opened(staff, listing)
        draft = reverse("staff-draft", args=[listing.slug])
        staff.post(draft, {**form.data, f"at-{place.pk}-line": TYPED})
        form.read(page := staff.get(form.address + "?draft=1"))
        assert form.data[f"at-{place.pk}-sa"] == ['10:00-12:00 "op afspraak"']
        assert "bedoelde u dit?" in page.content.decode()

    def test_what_both_changed_is_asked(self, staff, listing, place):
        mine, theirs = opened(staff, listing), opened(staff, listing)
        theirs.send(**{f"at-{place.pk}-mo": "10:00-11:00"})
        answer = mine.send(**{f"at-{place.pk}-line": TYPED})
        assert answer.status_code == 409
        assert f"choice-at-{place.pk}-mo" in answer.content.decode()


class TestPartOfAWeek:
    """A sentence about one day, over a week that has hours: it is asked, and nothing is lost unasked."""

    @pytest.mark.parametrize("typed", ["le samedi sur rendez-vous", "zaterdag op afspraak"])
    def test_is_asked_with_both_in_words(self, staff, listing, place, typed):
        answer = opened(staff, listing).send(**{f"at-{place.pk}-line": typed})
        assert answer.status_code == 422
        page = answer.content.decode()
        place.refresh_from_db()
        assert place.opening_hours == "Mo-Fr 09:00-12:00; PH off"
        assert "maandag–vrijdag 9.00–12.00; zaterdag op afspraak; feestdagen gesloten" in page
        assert "zaterdag op afspraak; feestdagen gesloten" in page
        at = answer.context["listing"].forms[f"at-{place.pk}"]
        assert [*at.errors] == ["line"]
        assert at.shown("line") == [typed], "it stays as it was typed"
        assert at.shown("mo") == ["09:00-12:00"]

    @pytest.mark.parametrize(
        ("answer", "kept"),
        [("days", 'Mo-Fr 09:00-12:00; Sa "op afspraak"; PH off'), ("week", 'Sa "op afspraak"; PH off')],
    )
    def test_is_kept_as_it_is_answered(self, staff, listing, place, answer, kept):
        form = opened(staff, listing)
        form.read(form.send(**{f"at-{place.pk}-line": "zaterdag op afspraak"}))
        assert form.send(**{f"at-{place.pk}-line_for": answer}).status_code == 302, "its words stood at the answer"
        place.refresh_from_db()
        assert place.opening_hours == kept

    def test_a_whole_week_is_not_asked(self, staff, listing, place):
        page = opened(staff, listing).send(**{f"at-{place.pk}-line": "ma-za 10-13"}).content.decode()
        assert "line_for" not in page
        assert "maandag–zaterdag 10.00–13.00; feestdagen gesloten" in page

    @pytest.mark.parametrize(
        ("before", "typed", "only"),
        [
            ("Mo-Fr 09:00-12:00", "feestdagen gesloten", "Mo-Fr 09:00-12:00; PH off"),
            ("Mo-Fr 09:00-12:00", "eerste zaterdag van de maand 9-12", "Mo-Fr 09:00-12:00; Sa[1] 09:00-12:00"),
            ("Mo-Fr 09:00-12:00; Jul-Aug off", "ma-vr 10-12", "Mo-Fr 10:00-12:00; Jul-Aug off"),
            ("24/7", "zondag gesloten", "Mo-Sa 00:00-24:00; PH 00:00-24:00"),
        ],
    )
    def test_of_holidays_seasons_and_days_of_the_month_too(self, staff, listing, place, before, typed, only):
        type(place).objects.update(opening_hours=before)
        form = opened(staff, listing)
        form.read(form.send(**{f"at-{place.pk}-line": typed}))
        assert form.send(**{f"at-{place.pk}-line_for": "days"}).status_code == 302
        place.refresh_from_db()
        assert same_hours(place.opening_hours, only)

    def test_hours_that_cannot_be_taken_apart_are_not_mixed(self, staff, listing, place):
        type(place).objects.update(opening_hours='Mo-Fr 09:00-12:00 || "bel"')
        answer = opened(staff, listing).send(**{f"at-{place.pk}-line": "zaterdag 10-12"})
        asked = answer.context["listing"].forms[f"at-{place.pk}"].question
        assert [one.value for one in asked.options] == ["week"]

    def test_what_was_typed_in_the_days_counts_as_before(self, staff, listing, place):
        form = opened(staff, listing)
        page = form.send(**{f"at-{place.pk}-line": "za 10-12", f"at-{place.pk}-mo": "8-10"}).content.decode()
        assert "maandag 8.00–10.00; dinsdag–vrijdag 9.00–12.00; zaterdag 10.00–12.00" in page

    def test_days_that_are_changed_after_it_was_read_count(self, staff, listing, place):
        form = opened(staff, listing)
        form.read(form.send(**{f"at-{place.pk}-line": TYPED}))
        assert form.send(**{f"at-{place.pk}-mo": "10-11"}).status_code == 302
        place.refresh_from_db()
        assert place.opening_hours.startswith("Mo 10:00-11:00; Tu-Fr 09:00-12:00,13:00-17:00")

    def test_stays_in_sight_when_something_else_is_wrong(self, staff, listing, place):
        form = opened(staff, listing)
        answer = form.send(actor__name_nl="", actor__name_fr="", **{f"at-{place.pk}-line": TYPED})
        form.read(answer)
        assert form.data[f"at-{place.pk}-line"] == [TYPED]
        assert form.data[f"at-{place.pk}-tu"] == ["09:00-12:00, 13:00-17:00"]


class TestNight:
    """Hours that end the next day, which a slip of the hand makes too."""

    def test_in_a_row_is_said_before_it_is_kept(self, staff, listing, place):
        form = opened(staff, listing)
        answer = form.send(**{f"at-{place.pk}-mo": "17:00-09:00"})
        place.refresh_from_db()
        assert (answer.status_code, place.opening_hours) == (422, "Mo-Fr 09:00-12:00; PH off")
        assert "maandag 17.00–9.00 de volgende dag" in answer.content.decode()
        form.read(answer)
        assert form.send().status_code == 302, "once is enough"
        place.refresh_from_db()
        assert place.opening_hours.startswith("Mo 17:00-09:00")

    def test_another_one_is_said_again(self, staff, listing, place):
        form = opened(staff, listing)
        form.read(form.send(**{f"at-{place.pk}-mo": "17:00-09:00"}))
        assert "dinsdag 22.00–6.00" in form.send(**{f"at-{place.pk}-tu": "22-6"}).content.decode()

    def test_that_was_there_is_no_question(self, staff, listing, place):
        type(place).objects.update(opening_hours="Mo-Fr 20:00-08:00")
        assert opened(staff, listing).send(**{f"at-{place.pk}-sa": "9-12"}).status_code == 302

    def test_on_public_holidays_too(self, staff, listing, place):
        page = opened(staff, listing).send(**{f"at-{place.pk}-ph": "open", f"at-{place.pk}-ph_hours": "20-8"})
        assert "feestdagen 20.00–8.00 de volgende dag" in page.content.decode()

    def test_is_seen_among_what_changes(self, staff, listing, place):
        answer = opened(staff, listing).send("review", **{f"at-{place.pk}-mo": "17:00-09:00"})
        assert (f"at-{place.pk}-nights", "mo=17:00-09:00") in answer.context["editor"].hidden_fields


@pytest.mark.parametrize("half", ["09:00-", "-17:00", "09:00-12:00, 13:00-", '09:00- "op afspraak"'])
def test_a_row_with_one_clock_is_an_error_at_its_day_and_stays(staff, listing, place, half):
    form = opened(staff, listing)
    answer = form.send(**{f"at-{place.pk}-mo": half, f"at-{place.pk}-tu": "10:00-11:00"})
    assert answer.status_code == 422
    at = answer.context["listing"].forms[f"at-{place.pk}"]
    assert at.errors == {"mo": ["Uren hebben een begin en een einde: vul beide in, of haal ze weg."]}
    form.read(answer)
    assert (form.data[f"at-{place.pk}-mo"], form.data[f"at-{place.pk}-tu"]) == ([half], ["10:00-11:00"])


def test_a_night_says_that_it_ends_the_next_day(staff, listing, place):
    page = opened(staff, listing).send(**{f"at-{place.pk}-line": "vrijdag 17u tot 9u"}).content.decode()
    assert "vrijdag 17.00–9.00 de volgende dag" in page


def test_a_wrong_number_is_told_once(staff, listing):
    contact = listing.contacts.get()
    for key in (f"contact-{contact.pk}", "contact-n1"):
        form = opened(staff, listing)
        form.data["record"] = [*dict.fromkeys([*form.data["record"], key])]
        answer = form.send(
            **{f"{key}-of": "actor", f"{key}-kind": "phone", f"{key}-level": "public", f"{key}-value": "02 512 34"}
        )
        said = answer.context["listing"].forms[key].errors
        assert said == {"value": ["Schrijf het nummer als 02 123 45 67 of +32 2 123 45 67."]}


class TestScript:
    """What the page's script reads to fill in the days."""

    def test_gets_the_days_of_a_typed_week(self, staff, listing):
        page = staff.get(reverse("staff-hours"), {"line": "ma 9-12u; kerst"}).content.decode()
        assert "data-fields" not in page
        page = staff.get(reverse("staff-hours"), {"line": "za 9-12u", "mo": "8-10", "key": "at-1"}).content.decode()
        days = [json.loads(one.replace("&quot;", '"')) for one in re.findall('data-fields="([^"]*)"', page)]
        assert [(one["mo"], one["sa"]) for one in days] == [("08:00-10:00", "09:00-12:00"), ("", "09:00-12:00")]
        assert 'name="at-1-line_for"' in page
        page = staff.get(reverse("staff-hours"), {"line": "maandag 9-12u; 24 dec 2026 10-14u"}).content.decode()
        fields = json.loads(re.search('data-fields="([^"]*)"', page)[1].replace("&quot;", '"'))
        assert (fields["mo"], fields["date_1"], fields["date_hours_1"]) == ("09:00-12:00", "2026-12-24", "10:00-14:00")


class TestTelephone:
    def field(self, listing):
        return f"contact-{listing.contacts.get().pk}-opening_hours"

    def test_in_plain_words_before_and_after_it_is_kept(self, staff, listing):
        form = opened(staff, listing)
        answer = form.send(**{self.field(listing): "ma-vr van 9u tot 12u, feestdagen gesloten"})
        assert answer.status_code == 422
        assert not Contact.objects.get().opening_hours
        form.read(answer)
        words = ["maandag–vrijdag 9.00–12.00; feestdagen gesloten"]
        assert form.data[self.field(listing)] == words
        assert form.send().status_code == 302
        assert Contact.objects.get().opening_hours == "Mo-Fr 09:00-12:00; PH off"
        assert opened(staff, listing).data[self.field(listing)] == words

    def test_its_own_words_need_no_second_look(self, staff, listing):
        answer = opened(staff, listing).send(**{self.field(listing): "Maandag-vrijdag 9.00-12.00"})
        assert answer.status_code == 302
        assert Contact.objects.get().opening_hours == "Mo-Fr 09:00-12:00"

    def test_what_nobody_touched_stays_to_the_letter(self, staff, listing):
        rare = 'Mo-Fr 09:00-12:00 "sonnez au 2e" || "bel"'
        Contact.objects.update(opening_hours=rare)
        opened(staff, listing).send(**{f"contact-{listing.contacts.get().pk}-label_nl": "balie"})
        assert (Contact.objects.get().opening_hours, Contact.objects.get().label_nl) == (rare, "balie")

    def test_is_in_sight_and_among_only_the_hours(self, staff, listing):
        page = staff.get(reverse("staff-edit", args=[listing.slug]) + "?part=hours").content.decode()
        channels = page[page.index('id="contact"') :]
        assert 'class="panel part-hours' in page
        assert channels.index(self.field(listing)) < channels.index("<details"), "not behind a link"


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 09:00-12:00,13:00-17:00; PH off",
        "Mo 09:00-12:00; Tu 10:00-11:00",
        'Mo 09:00-12:00, Mo 13:00-16:00 "op afspraak"; PH 10:00-12:00',
        "Mo-Th,Su 20:00-08:00; Fr-Sa 18:00-09:00; PH 20:00-08:00",
        "Mo-Su off",
        "24/7",
        'Mo-Fr 09:00-12:00 "sonnez au 2e"',
        "Mo-Fr 09:00-12:00; Jul-Aug off",
        "Mo-Fr 09:00-12:00; Apr-Oct Mo-Su 10:00-18:00; Mo[1] 14:00-16:00",
        "Mo-Fr 09:00-17:00; SH off",
        "2026 Nov 23-2027 Jan 05 Mo-Fr 09:00-12:00",
    ],
)
def test_plain_words_are_understood_again(text, language):
    with translation.override(language):
        words = plain_hours(text)
        meant = understood(words)
    if "afspraak" in text and language == "fr":
        meant = meant.replace("sur rendez-vous", "op afspraak")
    assert same_hours(meant, understood(text))


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("24/7", True), ("Mo-Fr 09:00-12:00", False), ("PH off; Mo 9-12", True), ('Mo 09:00-12:00 "ook PH"', False)],
)
def test_what_speaks_of_holidays(text, speaks):
    assert speaks_of_holidays(text) is speaks


def test_hours_alone_can_be_confirmed(staff, listing, place):
    """And the page says that the rest of the listing is still to be confirmed."""
    form = Form(staff, reverse("staff-edit", args=[listing.slug]) + "?part=hours")
    answer = form.send(part="hours", confirmed="hours")
    place.refresh_from_db()
    listing.refresh_from_db()
    assert place.hours_confirmed_on is not None
    assert listing.confirmed_on is None
    assert "nog te bevestigen" in staff.get(answer.url).content.decode()


def test_confirmed_today_is_not_confirmed_by_nobody(staff, listing, place):
    service = service_of(listing)
    type(service).objects.update(status="published", is_automatic=True, confirmed_on=None)
    type(listing).objects.update(status="published")
    address = service.get_absolute_url()
    assert "Door niemand bevestigd" in staff.get(address).content.decode()
    Form(staff, reverse("staff-edit", args=[listing.slug])).send(**{f"at-{place.pk}-mo": "10:00-11:00"})
    page = staff.get(address).content.decode()
    assert "Uren bevestigd op" in page
    assert "Door niemand bevestigd" not in page
    assert "Maar voor een deel bevestigd" in page


def test_to_confirm_goes_down_after_confirming(staff, listing):
    type(listing).objects.update(status="published", confirmed_on=None)
    home = reverse("staff-listings")
    assert staff.get(home).context["page"].counts["due"] == 1
    opened(staff, listing).send(confirmed="everything")
    assert staff.get(home).context["page"].counts["due"] == 0
