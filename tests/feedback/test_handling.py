"""The team handles suggestions beside what stands there now; who asked gets one answer, and their address goes."""

from html import unescape

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override

from actors.enums import SuggestionField
from actors.models import Contact, ServiceAtLocation, Suggestion
from tests import factories


@pytest.fixture
def douches(listing):
    return listing.services.get()


def suggestion(listing, **fields):
    of = {"service" if hasattr(listing, "actor_id") else "actor": listing}
    return Suggestion.objects.create(**of, **{"field": "phone", "proposed": "02 512 34 56", "language": "nl", **fields})


def text_of(answer):
    return unescape(answer.content.decode())


@pytest.fixture
def handle(staff, django_capture_on_commit_callbacks):
    """Send what the zone team clicks."""

    def send(one, act, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return staff.post(reverse("suggestion", args=[one.pk]), {"act": act, **data})

    return send


class TestQueue:
    def test_the_first_page_leads_to_those_of_ones_own_zone(self, staff, listing, other):
        own, foreign = suggestion(listing, proposed="02 510 00 00"), suggestion(other, proposed="02 599 99 99")
        assert staff.get(reverse("staff-home")).context["page"].counts["suggested"] == 1
        text = text_of(staff.get(reverse("suggestions-to-handle")))
        assert own.proposed in text
        assert foreign.proposed not in text
        assert staff.get(reverse("suggestion", args=[foreign.pk])).status_code == 404
        assert staff.post(reverse("suggestion", args=[foreign.pk]), {"act": "refused"}).status_code == 404

    def test_nobody_sees_the_address_of_who_sent_it(self, staff, listing):
        one = suggestion(listing, email="geheim@example.org")
        pages = [reverse("suggestions-to-handle"), reverse("suggestion", args=[one.pk])]
        texts = [text_of(staff.get(page)) for page in pages]
        assert not any("geheim@example.org" in text for text in texts)
        assert "vraagt een antwoord" in texts[0]

    def test_many_are_refused_at_once_and_wait_again(self, staff, listing, other):
        ticked = [suggestion(listing, proposed=f"spam {n}", email="x@y.be") for n in range(3)]
        foreign = suggestion(other)
        chosen = [one.pk for one in [*ticked, foreign]]
        answer = staff.post(reverse("suggestions-to-handle"), {"chosen": [*chosen, "x", "9" * 30]}, follow=True)
        assert "3 voorstellen niet overgenomen" in text_of(answer)
        assert list(Suggestion.objects.waiting()) == [foreign]
        assert len(mail.outbox) == 0
        staff.post(reverse("suggestions-undo"), {"undo": answer.context["page"].refused[1]})
        assert Suggestion.objects.waiting().count() == 4

    def test_all_of_one_sender_with_one_click(self, staff, listing, other):
        mine = [suggestion(listing, proposed=f"spam {n}", reporter="one") for n in range(60)]
        better = suggestion(listing, proposed="02 512 00 00", reporter="two")
        nameless = suggestion(listing, proposed="oud")
        foreign = suggestion(other, reporter="one")
        assert "Dit en nog 59 van dezelfde afzender" in text_of(staff.get(reverse("suggestions-to-handle")))
        staff.post(reverse("suggestions-to-handle"), {"sender": mine[0].pk})
        assert set(Suggestion.objects.waiting()) == {better, nameless, foreign}

    @pytest.mark.parametrize("data", [{}, {"chosen": "x"}, {"sender": "x"}, {"sender": "0"}])
    def test_nothing_chosen_does_nothing(self, staff, listing, data):
        suggestion(listing)
        assert staff.post(reverse("suggestions-to-handle"), data).status_code == 302
        assert Suggestion.objects.waiting().count() == 1

    def test_queries_do_not_grow_with_what_waits(self, staff, listing, django_assert_max_num_queries):
        for number in range(40):
            suggestion(listing.services.get() if number % 2 else listing, proposed=f"x {number}", reporter="one")
        with django_assert_max_num_queries(12):
            staff.get(reverse("suggestions-to-handle"))

    def test_of_a_merged_actor_it_waits_for_the_heir(self, staff, listing):
        gone = factories.actor(slug="oud", status="merged", merged_into=listing)
        one = suggestion(gone)
        assert (one.listing, one.owner) == (listing, listing)
        assert "oud" not in text_of(staff.get(reverse("suggestion", args=[one.pk]))).partition("<main")[2]


class TestTakingOver:
    def test_the_only_number_is_replaced_and_the_history_takes_it_back(self, handle, staff, listing):
        one = suggestion(listing)
        text = text_of(staff.get(reverse("suggestion", args=[one.pk])))
        assert "02 510 09 10" in text
        assert 'value="02 512 34 56"' in text
        number = Contact.objects.get()
        handle(one, "apply", target=number.pk, value="02 512 34 56", **{f"seen-{number.pk}": number.value})
        number.refresh_from_db()
        one.refresh_from_db()
        assert (number.value, one.state) == ("+3225123456", "accepted")
        assert "02 512 34 56" in text_of(staff.get(reverse("staff-history", args=[listing.slug])))

    def test_another_value_is_taken_over_otherwise(self, handle, listing):
        one, number = suggestion(listing), Contact.objects.get()
        handle(one, "apply", target=number.pk, value="02 512 34 99", **{f"seen-{number.pk}": number.value})
        one.refresh_from_db()
        assert one.state == "amended"
        assert Contact.objects.get().value == "+3225123499"

    def test_of_a_number_of_which_only_that_it_is_wrong_is_known(self, handle, staff, listing):
        wrong = Contact.objects.create(actor=listing, kind="phone", value="+3225100910")
        one = suggestion(listing, proposed="", email="ik@example.org")
        for address in (reverse("suggestions-to-handle"), reverse("suggestion", args=[one.pk])):
            assert "Dat het niet klopt" in text_of(staff.get(address))
        refused = handle(one, "apply", target=str(wrong.pk), **{f"seen-{wrong.pk}": wrong.value}, value="")
        assert refused.status_code == 422
        handle(one, "apply", target=str(wrong.pk), **{f"seen-{wrong.pk}": wrong.value}, value="02 511 11 11")
        wrong.refresh_from_db()
        assert wrong.value == "+3225111111"
        assert "De fiche is verbeterd" in mail.outbox[0].body

    def test_one_more_is_added(self, handle, listing, douches):
        handle(suggestion(douches), "apply", target="new", value="02 512 34 56")
        assert list(Contact.objects.filter(service=douches).values_list("value", flat=True)) == ["+3225123456"]
        assert Contact.objects.filter(actor=listing).exists()

    def test_a_website_gets_its_scheme_and_a_name_its_language(self, handle, listing):
        handle(
            suggestion(listing, field="website", proposed="douche.example"),
            "apply",
            target="new",
            value="douche.example",
        )
        assert Contact.objects.get(kind="website").value == "https://douche.example"
        one = suggestion(listing, field="name", proposed="De Nieuwe Douche")
        handle(one, "apply", target="name_nl", value="De Nieuwe Douche", **{"seen-name_nl": "De Douche"})
        listing.refresh_from_db()
        assert (listing.name_nl, listing.name_fr) == ("De Nieuwe Douche", "La Douche")

    @pytest.mark.parametrize(
        ("target", "value", "seen", "words"),
        [
            ("own", "geen nummer", None, "+3221234567"),
            ("own", " ", None, "Schrijf wat het moet zijn."),
            ("own", "02 512 34 56", "+3220000000", "intussen gewijzigd"),
            ("", "02 512 34 56", None, "Kies waar het komt te staan."),
            ("999999", "02 512 34 56", None, "intussen gewijzigd"),
            ("foreign", "02 512 34 56", None, "intussen gewijzigd"),
            ("name_nl", "02 512 34 56", None, "intussen gewijzigd"),
        ],
    )
    def test_what_cannot_be_written_is_said_and_stays_typed(self, handle, listing, other, target, value, seen, words):
        one, number = suggestion(listing, email="a@b.be"), Contact.objects.get(actor=listing)
        target = {"own": str(number.pk), "foreign": str(other.contacts.get().pk)}.get(target, target)
        data = {"target": target, "value": value, f"seen-{target}": seen or number.value, "words": "Een woord"}
        answer = handle(one, "apply", **data)
        text = text_of(answer)
        assert answer.status_code == 422
        assert words in text
        assert "Een woord" in text
        one.refresh_from_db()
        assert (one.state, one.email, len(mail.outbox)) == ("waiting", "a@b.be", 0)
        assert set(Contact.objects.values_list("value", flat=True)) == {"+3225100910", "+3225100911"}

    def test_a_name_may_not_be_lost_nor_another_field_written(self, handle, listing):
        one = suggestion(listing, field="name", proposed="X")
        answer = handle(one, "apply", target="slug", value="x", **{"seen-slug": listing.slug})
        assert answer.status_code == 422
        listing.refresh_from_db()
        assert listing.slug == "douche"

    @pytest.mark.parametrize(
        ("field", "words"), [("hours", "9.00–12.00"), ("address", "Straat 1"), ("conditions", "Gratis")]
    )
    def test_what_is_not_simple_is_shown_and_leads_to_the_editor(self, staff, douches, field, words):
        one = suggestion(douches, field=field, proposed="anders")
        text = text_of(staff.get(reverse("suggestion", args=[one.pk])))
        assert words in text
        link = staff.get(reverse("suggestion", args=[one.pk])).context["page"].editor
        assert link in text.replace("&amp;", "&")
        opened = staff.get(link)
        assert opened.status_code == 200
        assert f'id="{link.partition("#")[2]}"' in opened.content.decode()


class TestAnswer:
    @pytest.mark.parametrize(
        ("language", "act", "subject", "words"),
        [
            ("nl", "accepted", "Uw voorstel voor De Douche", "Wij hebben het overgenomen"),
            ("fr", "amended", "Votre proposition pour La Douche", "autrement que vous le proposiez"),
            ("nl", "refused", "Uw voorstel voor De Douche", "niet overgenomen"),
        ],
    )
    def test_who_asked_gets_one_mail_in_their_language_and_the_address_goes(
        self, handle, listing, language, act, subject, words
    ):
        one = suggestion(
            listing, field="other", proposed="Iets <b>anders</b>", email="ik@example.org", language=language
        )
        for _ in range(2):
            answer = handle(one, act, words="Met dank & groeten")
        assert answer.status_code == 409
        [sent] = mail.outbox
        assert (sent.to, subject in sent.subject) == (["ik@example.org"], True)
        assert words in sent.body
        assert "Met dank & groeten" in sent.body
        assert "Iets <b>anders</b>" in sent.body
        one.refresh_from_db()
        assert (one.email, one.state) == ("", act)

    def test_who_asked_for_none_gets_none(self, handle, listing):
        handle(suggestion(listing), "refused")
        assert len(mail.outbox) == 0

    def test_what_is_no_answer_is_asked_again(self, handle, listing):
        for act in ["", "waiting", "deleted", "apply\x00"]:
            assert handle(suggestion(listing, field="other", proposed=f"x{act}".strip("\x00")), act).status_code == 422

    def test_the_house_handles_its_own(self, client, own_editor, listing, other):
        client.force_login(own_editor)
        assert client.get(reverse("suggestion", args=[suggestion(listing).pk])).status_code == 200
        assert client.get(reverse("suggestion", args=[suggestion(other).pk])).status_code == 404


@pytest.mark.parametrize("field", SuggestionField.values)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_opens_where_nothing_is_known_of_what_it_is_about(staff, listing, field, language):
    """What is not known is what most people tell us: without hours the page of the suggestion was an error."""
    ServiceAtLocation.objects.update(opening_hours="")
    Contact.objects.all().delete()
    one = suggestion(listing, field=field, proposed="ma-vr 9-17")
    with override(language):
        page = text_of(staff.get(reverse("suggestion", args=[one.pk])))
    assert "ma-vr 9-17" in page
    assert field != "hours" or {"nl": "openingsuren niet bekend", "fr": "horaire inconnu"}[language] in page.casefold()
