"""Two editors, lost sessions, drafts: nothing is lost, and nothing is written twice or unseen."""

import pytest
from django.test import Client
from django.urls import reverse

from actors.models import Actor, Contact, Draft
from tests import factories
from tests.staff.conftest import Form, service_of
from tests.staff.test_undo import everything


@pytest.fixture
def colleague(client, own_editor, listing):
    """Somebody else with the same form open."""
    browser = Client()
    browser.force_login(own_editor)
    return Form(browser, reverse("staff-edit", args=[listing.slug]))


class TestTwoEditors:
    def test_different_fields(self, form, colleague, listing):
        colleague.send(**{"actor-name_fr": "De la collègue"})
        assert form.send(**{"actor-name_nl": "Van mij"}).status_code == 302
        listing.refresh_from_db()
        assert (listing.name_nl, listing.name_fr) == ("Van mij", "De la collègue")

    def test_same_field_asks_and_writes_nothing(self, form, colleague, listing):
        colleague.send(**{"actor-name_nl": "Van de collega"})
        answer = form.send(**{"actor-name_nl": "Van mij", "actor-description_nl": "Ook van mij"})
        assert answer.status_code == 409
        assert "Van de collega" in answer.content.decode()
        assert "Van mij" in answer.content.decode()
        listing.refresh_from_db()
        assert listing.name_nl == "Van de collega"
        assert not listing.description_nl

    @pytest.mark.parametrize(("choice", "kept"), [("mine", "Van mij"), ("theirs", "Van de collega")])
    def test_choosing(self, form, colleague, listing, choice, kept):
        colleague.send(**{"actor-name_nl": "Van de collega"})
        asked = form.send(**{"actor-name_nl": "Van mij", "actor-description_nl": "Ook van mij"})
        assert resend(form, asked).status_code == 409  # who does not choose is asked again
        assert resend(form, asked, **{"choice-actor-name_nl": choice}).status_code == 302
        listing.refresh_from_db()
        assert (listing.name_nl, listing.description_nl) == (kept, "Ook van mij")

    def test_back_to_the_form_keeps_asking(self, form, colleague):
        colleague.send(**{"actor-name_nl": "Van de collega"})
        asked = form.send(**{"actor-name_nl": "Van mij"})
        page = resend(form, asked, action="edit")
        assert page.status_code == 200
        assert [conflict.field for conflict in page.context["editor"].conflicts] == ["name_nl"]

    def test_a_record_that_the_other_added_stays(self, form, colleague, listing):
        colleague.send(
            **{
                "record": [*colleague.data["record"], "contact-n1"],
                "contact-n1-of": "actor",
                "contact-n1-kind": "phone",
                "contact-n1-level": "public",
                "contact-n1-value": "02 511 22 33",
            }
        )
        form.send(**{"actor-name_nl": "Van mij"})
        assert Contact.objects.filter(actor=listing).count() == 2

    def test_a_record_that_the_other_removed_comes_back_when_i_say_so(self, form, colleague, listing):
        key = f"contact-{listing.contacts.get().pk}"
        colleague.send(**{f"{key}-remove": "on"})
        asked = form.send(**{f"{key}-label_nl": "onthaal"})
        assert asked.status_code == 409
        assert resend(form, asked, **{f"choice-{key}-remove": "mine"}).status_code == 302
        assert listing.contacts.get().label_nl == "onthaal"


def resend(form, answer, **more):
    """Send the page with the question on, as a browser would."""
    editor = answer.context["editor"]
    data = {"ticket": str(editor.next_ticket), "action": "save"}
    for name, value in editor.hidden_fields:
        data.setdefault(name, []).append(value)
    return form.client.post(form.address, {**data, **more})


class TestWhatChanges:
    def test_in_words(self, form, listing):
        key = f"service-{service_of(listing).pk}"
        place = f"at-{service_of(listing).places.get().pk}"
        answer = form.send("review", **{"actor-name_nl": "Nieuw", f"{key}-free": "no", f"{place}-fr": ""})
        shown = [(change.field, change.before, change.after) for change in answer.context["editor"].own_changes]
        assert shown == [("name_nl", "De Douche", "Nieuw"), ("free", "ja", "nee"), ("fr", "09:00-12:00", "")]
        listing.refresh_from_db()
        assert listing.name_nl == "De Douche"


class TestPreview:
    """The cards of the faces themselves, of what is not saved; nothing of it stays."""

    def previews(self, form, **changes):
        before = everything()
        answer = form.send("review", **changes)
        assert everything() == before
        return answer.context["previews"]

    def test_as_both_will_read_it(self, form, listing):
        key = f"service-{service_of(listing).pk}"
        changes = {f"{key}-summary_nl": "Zo leest het.", f"{key}-plain_nl": "U kunt zich wassen."}
        [preview] = self.previews(form, **changes, **{f"{key}-free": "no", f"room-{key}-status": "full"})
        assert "Zo leest het." in preview.professionals
        assert "Straat 1" in preview.professionals
        assert "room-full" in preview.professionals
        assert "U kunt zich wassen." in preview.residents
        assert "02 510 09 10" in preview.residents

    def test_a_new_service_and_a_draft_as_once_published(self, staff, form, listing):
        Actor.objects.update(status="draft")
        form = Form(staff, form.address)
        form.data["record"] = [*form.data["record"], "service-n1"]
        new = {"of": "actor", "name_nl": "Iets nieuws", "status": "draft", "level": "public", "serves": "public"}
        new |= {"themes": factories.theme().pk, "care_level": "1", "availability_kind": "intake"}
        first, second = self.previews(form, **{f"service-n1-{name}": new[name] for name in new})
        assert first.residents
        assert "Iets nieuws" in second.professionals

    def test_an_undisclosed_address_is_not_in_it(self, form, listing):
        [preview] = self.previews(form, **{f"location-{listing.locations.get().pk}-level": "undisclosed"})
        assert "Straat 1" not in preview.professionals + preview.residents

    def test_residents_do_not_see_what_is_for_professionals(self, form, listing):
        [preview] = self.previews(form, **{f"service-{service_of(listing).pk}-level": "professionals"})
        assert (bool(preview.professionals), preview.residents) == (True, "")


class TestSession:
    def test_form_of_somebody_who_was_logged_out_stays_in_their_hands(self, form, listing, member):
        form.client.logout()
        answer = form.send(**{"actor-name_nl": "Getypt"})
        assert answer.status_code == 401
        fields = {}
        for name, value in answer.context["fields"]:
            fields.setdefault(name, []).append(value)
        form.client.force_login(member)
        assert form.client.post(form.address, fields).status_code == 302
        listing.refresh_from_db()
        assert listing.name_nl == "Getypt"

    def test_without_ticket_or_with_that_of_another_nothing_is_taken(self, form, colleague, listing):
        for ticket in ("", "forged", colleague.data["ticket"]):
            assert form.send(ticket=ticket, **{"actor-name_nl": "Vervalst"}).status_code == 403
        listing.refresh_from_db()
        assert listing.name_nl == "De Douche"

    def test_visitor_logs_in(self, client, listing):
        for name in ("staff-home", "staff-new", "staff-rooms"):
            assert reverse("account_login") in client.get(reverse(name))["Location"]
        assert reverse("account_login") in client.get(reverse("staff-edit", args=[listing.slug]))["Location"]
        assert reverse("account_login") in client.post(reverse("staff-draft", args=[listing.slug]))["Location"]


class TestDraft:
    def keep(self, form, listing, **changes):
        form.address = reverse("staff-draft", args=[listing.slug])
        return form.send(**changes)

    def test_kept_offered_and_gone_on_with(self, form, listing, staff):
        assert self.keep(form, listing, **{"actor-name_nl": "Half getypt"}).status_code == 200
        address = reverse("staff-edit", args=[listing.slug])
        assert staff.get(address).context["editor"].draft is not None
        page = staff.get(address + "?draft=1")
        assert "Half getypt" in page.content.decode()
        listing.refresh_from_db()
        assert listing.name_nl == "De Douche"

    def test_gone_once_saved_and_a_late_one_does_not_come_back(self, form, listing):
        self.keep(form, listing)
        form.address = reverse("staff-edit", args=[listing.slug])
        form.send()
        self.keep(form, listing)
        assert not Draft.objects.exists()

    def test_thrown_away(self, form, listing):
        self.keep(form, listing)
        assert self.keep(form, listing, drop="1").status_code == 302
        assert not Draft.objects.exists()

    def test_is_of_one_person(self, form, colleague, listing):
        self.keep(form, listing)
        page = colleague.client.get(reverse("staff-edit", args=[listing.slug]) + "?draft=1")
        assert page.context["editor"].draft is None

    def test_of_somebody_logged_out_says_so(self, form, listing):
        form.client.logout()
        assert self.keep(form, listing).status_code == 401

    def test_of_a_new_listing(self, staff):
        form = Form(staff, reverse("staff-new"))
        form.address = reverse("staff-new-draft")
        form.send(**{"actor-name_nl": "Nog niets"})
        assert "Nog niets" in staff.get(reverse("staff-new") + "?draft=1").content.decode()
