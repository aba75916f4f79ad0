"""What changed in a listing: who reads what, in words."""

import pghistory
import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actors.availability.update import set_availability
from actors.history.changes import days_of_change
from actors.models import (
    Actor,
    Contact,
    Hosting,
    Membership,
    Service,
    ServiceAtLocation,
    ServiceTheme,
    Viewer,
)
from tests import factories
from tests.staff.conftest import Form, service_of


def page_of(client, actor):
    return client.get(reverse("staff-history", args=[actor.slug])).context["page"]


def newest(client, actor):
    return next(entry for entry in page_of(client, actor).entries if entry.change.user)


def said(entry):
    return {(one.label, one.before, one.after) for _act, _record, fields in entry.records for one in fields}


class TestWords:
    def test_texts_facts_choices_and_names(self, form, staff, listing):
        service = service_of(listing)
        key = f"service-{service.pk}"
        theme = factories.theme("bath", name_nl="Bad", name_fr="Bain")
        form.send(**{
            "actor-name_nl": "Nieuw",
            f"{key}-free": "no",
            f"{key}-wheelchair": "yes",
            f"{key}-level": "professionals",
            f"{key}-themes": [str(theme.pk)],
        })  # fmt: skip
        entry = newest(staff, listing)
        assert {
            ("Officiële naam (NL)", "De Douche", "Nieuw"),
            ("Gratis", "ja", "nee"),
            ("Toegankelijk met rolstoel", "niet bekend", "ja"),
        } <= said(entry)
        acts = {(act, record) for act, record, _said in entry.records if act != "changed"}
        assert ("added", "Dienst douches › Thema van een dienst: Bad") in acts
        assert ("removed", "Dienst douches › Thema van een dienst: shower NL") in acts

    def test_hours_are_said_in_words(self, staff, listing, member):
        place = service_of(listing).places.get()
        with pghistory.context(user=member.pk):
            type(place).objects.filter(pk=place.pk).update(opening_hours="Mo-Tu 09:00-12:00; PH off")
        hours = [after for _label, _before, after in said(newest(staff, listing)) if "9.00" in after]
        assert len(hours) == 1
        assert "ma" in hours[0]
        assert "Mo" not in hours[0]
        assert "off" not in hours[0]

    def test_in_the_language_of_the_page(self, form, staff, listing):
        form.send(**{"actor-name_nl": "Nieuw", "actor-language_group": "nl"})
        with translation.override("fr"):
            address = reverse("staff-history", args=[listing.slug])
            labels = {str(Actor._meta.get_field(name).verbose_name).capitalize() for name in ("name", "language_group")}
        page = staff.get(address).context["page"]
        entry = next(entry for entry in page.entries if entry.change.user)
        assert {label.removesuffix(" (NL)") for label, _before, _after in said(entry)} == labels

    def test_one_save_is_one_change(self, form, staff, listing):
        contact = Contact.objects.get()
        form.send(**{"actor-name_nl": "Nieuw", f"contact-{contact.pk}-value": "02 510 09 99"})
        entry = newest(staff, listing)
        assert {record for _act, record, _said in entry.records} == {"Actor: Nieuw", "Contactkanaal: 02 510 09 99"}

    def test_what_is_gone_keeps_its_name(self, form, staff, listing):
        contact = Contact.objects.get()
        form.send(**{f"contact-{contact.pk}-remove": "on"})
        assert [one[:2] for one in newest(staff, listing).records] == [("removed", "Contactkanaal: 02 510 09 10")]


class TestWho:
    def test_staff_read_the_name_others_the_role(self, client, form, staff, member, own_editor, listing):
        form.send(**{"actor-name_nl": "Nieuw"})
        assert str(member) in newest(staff, listing).who
        client.force_login(own_editor)
        who = newest(client, listing).who
        assert "sud NL" in who
        assert member.email not in client.get(reverse("staff-history", args=[listing.slug])).content.decode()

    def test_who_confirmed_a_status_is_no_field(self, staff, listing, own_editor, member):
        set_availability(user=member, service=service_of(listing), status="open")
        staff.logout()
        staff.force_login(own_editor)
        assert member.email not in staff.get(reverse("staff-history", args=[listing.slug])).content.decode()

    def test_imports_are_nobody(self, staff, listing):
        entry = page_of(staff, listing).entries[0]
        assert (entry.change.user, entry.who) == (None, _("automatically (an import, or the system)"))


class TestHiddenNames:
    """An editor reads no name in a history that the form hides; the teams read all of them."""

    @pytest.fixture
    def secrets(self, listing):
        """The house belongs to a network that is a draft, and its service is given at a refuge and by a hidden host."""
        service = service_of(listing)
        network = factories.actor(slug="netwerk", kind="network", status="draft", name_nl="Netwerk in wording")
        Membership.objects.create(network=network, member=listing)
        refuge = factories.actor(slug="vluchthuis", status="draft", name_nl="Vluchthuis van Els")
        place = factories.location(
            actor=refuge, level="undisclosed", street_nl="Geheimstraat 7", name_nl="Achter de bakker"
        )
        ServiceAtLocation.objects.create(service=service, location=place)
        Hosting.objects.create(service=service, host=refuge)
        return "Netwerk in wording", "Vluchthuis van Els", "Geheimstraat", "Achter de bakker"

    def test_an_editor_does_not_read_them(self, client, listing, own_editor, secrets):
        client.force_login(own_editor)
        content = client.get(reverse("staff-history", args=[listing.slug])).content.decode()
        assert [name for name in secrets if name in content] == []
        assert "(niet openbaar)" in content
        assert "De Douche" in content

    def test_a_team_reads_them(self, staff, listing, secrets):
        content = staff.get(reverse("staff-history", args=[listing.slug])).content.decode()
        assert secrets[0] in content
        assert secrets[1] in content

    def test_nor_where_a_change_is_undone(self, client, listing, own_editor, secrets):
        client.force_login(own_editor)
        for entry in page_of(client, listing).entries:
            address = reverse("staff-undo", args=[listing.slug, entry.key])
            content = client.get(address, follow=True).content.decode()
            assert [name for name in secrets if name in content] == []


class TestScope:
    def test_other_listings_stay_out(self, staff, listing, other):
        other.name_nl = "Geheim van elders"
        other.save()
        assert "Geheim van elders" not in staff.get(reverse("staff-history", args=[listing.slug])).content.decode()

    def test_other_listings_are_not_found(self, staff, other):
        assert staff.get(reverse("staff-history", args=[other.slug])).status_code == 404

    @pytest.mark.django_db(transaction=True)
    def test_newest_first_and_page_by_page(self, staff, listing):
        for number in range(12):
            listing.description_nl = f"Tekst {number}"
            listing.save()
        entries = page_of(staff, listing).entries
        assert len(entries) == 10
        assert said(entries[0]) == {("Beschrijving (NL)", "Tekst 10", "Tekst 11")}
        second = staff.get(reverse("staff-history", args=[listing.slug]), {"page": "2"})
        assert {("Beschrijving (NL)", "", "Tekst 0")} in [said(one) for one in second.context["page"].entries]

    def test_queries_do_not_grow_with_the_changes(self, staff, listing, django_assert_max_num_queries):
        form = Form(staff, reverse("staff-edit", args=[listing.slug]))
        for number in range(3):
            form = Form(staff, form.address)
            form.send(**{"actor-name_nl": f"Naam {number}", f"service-{service_of(listing).pk}-name_nl": f"N {number}"})
        Service.objects.update(free=False)
        ServiceTheme.objects.all().delete()
        with django_assert_max_num_queries(40):
            staff.get(reverse("staff-history", args=[listing.slug]))


class TestPublicPages:
    """Professionals read that and when, everybody else nothing."""

    @pytest.mark.parametrize("name", ["service", "actor"])
    @pytest.mark.parametrize(("who", "days"), [("visitor", 0), ("unconfirmed", 0), ("professional", 1), ("staff", 1)])
    def test_who_reads_when(self, client, listing, member, name, who, days):
        if who != "visitor":
            somebody = member if who == "staff" else factories.user(confirmed=who == "professional")
            client.force_login(somebody)
        slug = {"service": "douches", "actor": "douche"}[name]
        page = client.get(reverse(name, args=[slug])).context["page"]
        assert page.changed == [timezone.localdate()] * days

    def test_queries(self, listing, django_assert_num_queries):
        service = service_of(listing)
        with django_assert_num_queries(4):
            assert days_of_change(listing, Viewer.PROFESSIONAL)
        with django_assert_num_queries(2):
            assert days_of_change(service, Viewer.PROFESSIONAL)
