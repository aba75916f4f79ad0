"""Editing a listing: what is saved, what is refused, what nobody may touch."""

from datetime import date

import pytest
from django.urls import reverse

from actors.enums import Status
from actors.models import Actor, Availability, Closure, Contact, Draft, Location, Service, ServiceAtLocation
from tests import factories
from tests.staff.conftest import Form, service_of, ticket


def at(service):
    return f"at-{service.places.get().pk}"


def test_nothing_changed_writes_nothing(form, listing):
    before = Actor.pgh_event_model.objects.count(), Service.pgh_event_model.objects.count()
    assert form.send().status_code == 302
    assert (Actor.pgh_event_model.objects.count(), Service.pgh_event_model.objects.count()) == before


def test_texts_answers_and_links(form, listing):
    service = service_of(listing)
    theme, area = factories.theme("laundry"), factories.neighbourhood().zone
    key = f"service-{service.pk}"
    changes = {"name_fr": "Bains", "free": "no", "no_papers": "yes", "anonymous": None, "summary_nl": "Een douche."}
    changes |= {"themes": [theme.pk], "territory_limited": "yes", "areas": [f"zone-{area.pk}"]}
    assert form.send(**{f"{key}-{name}": value for name, value in changes.items()}).status_code == 302
    service.refresh_from_db()
    assert (service.name_fr, service.free, service.no_papers, service.anonymous) == ("Bains", False, True, None)
    assert [link.theme for link in service.theme_links.all()] == [theme]
    assert [place.zone for place in service.areas.all()] == [area]
    assert service.admission_confirmed_on == date.today()
    assert service.slug == "douches"


def test_hours_per_day(form, listing):
    place = service_of(listing).places.get()
    key = f"at-{place.pk}"
    form.send(
        **{
            f"{key}-sa": "10-12, 13u30-16",
            f"{key}-ph": "open",
            f"{key}-ph_hours": "10:00-11:00",
            f"{key}-rest": "Jul off",
        }
    )
    place.refresh_from_db()
    assert place.opening_hours == "Mo-Fr 09:00-12:00; Sa 10:00-12:00,13:30-16:00; PH 10:00-11:00; Jul off"
    assert place.hours_confirmed_on == date.today()


def test_hours_that_no_week_can_say_stay_untouched(staff, listing):
    text = "Mo[1] 09:00-12:00; PH off"
    ServiceAtLocation.objects.filter(service__actor=listing).update(opening_hours=text)
    Form(staff, reverse("staff-edit", args=["douche"])).send(**{"actor-name_nl": "Anders"})
    assert service_of(listing).places.get().opening_hours == text


def test_records_are_added_and_removed(form, listing):
    service, contact = service_of(listing), Contact.objects.get(actor=listing)
    new = {
        "record": [*form.data["record"], "location-n1", "at-n2", "contact-n3", "closure-n4", "contact-n5"],
        "location-n1-of": "actor", "location-n1-kind": "fixed", "location-n1-level": "public",
        "location-n1-precision": "exact", "location-n1-street_nl": "Plein 2",
        "location-n1-neighbourhood": factories.neighbourhood().pk,
        "at-n2-of": f"service-{service.pk}", "at-n2-location": "location-n1", "at-n2-mo": "9-10",
        "contact-n3-of": "location-n1", "contact-n3-kind": "phone", "contact-n3-level": "public", "contact-n3-value": "02 511 22 33",
        "closure-n4-of": "actor", "closure-n4-first": "2027-07-01", "closure-n4-last": "2027-07-31",
        "contact-n5-of": "actor", "contact-n5-kind": "email", "contact-n5-level": "public",  # left blank
        f"contact-{contact.pk}-remove": "on",
    }  # fmt: skip
    assert form.send(**new).status_code == 302
    place = Location.objects.get(street_nl="Plein 2")
    assert (place.lat, place.precision) == (50.829, "neighbourhood")
    assert service.places.get(location=place).opening_hours == "Mo 09:00-10:00"
    assert Contact.objects.get(location=place).value == "+3225112233"
    assert Closure.objects.get(actor=listing).days.upper == date(2027, 8, 1)
    assert not Contact.objects.filter(actor=listing).exists()


def test_point_finds_the_neighbourhood(form, listing):
    away = factories.neighbourhood("21001-10", lat=50.84, lon=4.31, name_nl="Kuregem")
    place = listing.locations.get()
    key = f"location-{place.pk}"
    form.send(**{f"{key}-lat": "50.8401", f"{key}-lon": "4.3101", f"{key}-neighbourhood": ""})
    place.refresh_from_db()
    assert (place.neighbourhood, place.territory_checked) == (away, False)


def test_archived_not_deleted(form, listing):
    form.send(**{f"service-{service_of(listing).pk}-status": "archived"})
    assert service_of(listing).status == Status.ARCHIVED


def test_room_and_its_period(form, listing):
    service = service_of(listing)
    form.send(**{f"room-service-{service.pk}-status": "limited", f"room-service-{service.pk}-waiting_days": "3"})
    said = Availability.objects.get(service=service)
    assert (said.status, said.waiting_days, said.confirmed_how) == ("limited", 3, "staff")
    assert (said.valid_until - said.confirmed_at).days == 14


def test_confirming_everything(form, listing):
    form.send(confirmed="everything")
    listing.refresh_from_db()
    assert listing.confirmed_on == service_of(listing).confirmed_on == date.today()
    assert service_of(listing).places.get().hours_confirmed_on == date.today()


REFUSED = [
    ("actor-consent_on", {"actor-kind": "practitioner"}),
    ("service-themes", {"service-themes": None}),
    ("service-age_min", {"service-age_min": "9", "service-age_max": "3"}),
    ("service-free", {"service-free": "yes", "service-fixed_price": "yes"}),
    ("at-mo", {"at-mo": "in the morning"}),
    ("at-rest", {"at-rest": "every now and then"}),
    ("contact-value", {"contact-value": "02 12"}),
    ("location-lat", {"location-lat": ""}),
]


@pytest.mark.parametrize(("where", "changes"), REFUSED)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_a_mistake_is_said_at_its_field_and_keeps_everything(form, listing, where, changes, language):
    service = service_of(listing)
    keys = {
        "actor": "actor", "service": f"service-{service.pk}", "at": at(service),
        "contact": f"contact-{listing.contacts.get().pk}", "location": f"location-{listing.locations.get().pk}",
    }  # fmt: skip

    def spelled(name):
        kind, _dash, field = name.partition("-")
        return f"{keys[kind]}-{field}"

    form.address = form.address.replace("/nl/", f"/{language}/")
    if language == "fr":
        from django.utils import translation

        with translation.override("fr"):
            form.address = reverse("staff-edit", args=[listing.slug])
    typed = {spelled(name): value for name, value in changes.items()}
    answer = form.send(**typed, **{"actor-description_nl": "Met zorg getypt."})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Met zorg getypt." in page
    assert f'id="id_{spelled(where)}_error"' in page or f'href="#id_{spelled(where)}"' in page
    listing.refresh_from_db()
    assert not listing.description_nl


def test_statutory_is_never_full(form, listing):
    service = service_of(listing)
    Service.objects.filter(pk=service.pk).update(is_statutory=True)
    assert form.send(**{f"room-service-{service.pk}-status": "full"}).status_code == 422
    assert not Availability.objects.exists()


def test_new_listing(staff, member):
    factories.theme("laundry")
    form = Form(staff, reverse("staff-new"))
    assert form.send(**{"actor-name_nl": "Wasserette", "actor-name_fr": "Laverie « L’Été »"}).status_code == 302
    actor = Actor.objects.get()
    assert (actor.slug, actor.steward.code, actor.status) == ("laverie-lete", "sud", "draft")
    assert [actor.services.count(), actor.locations.count(), actor.contacts.count()] == [0, 0, 0]


def test_sent_twice_is_saved_once(staff, member):
    form = Form(staff, reverse("staff-new"))
    changes = {"actor-name_nl": "Wasserette", "contact-n1-value": "02 511 22 33"}
    first, second = form.send(**changes), form.send(**changes)
    assert first["Location"] == second["Location"]
    assert Actor.objects.count() == Contact.objects.count() == 1


def test_slug_is_never_one_that_was_used(staff, listing):
    listing.slug = "nieuw-adres"
    listing.save()
    Form(staff, reverse("staff-new")).send(**{"actor-name_fr": "Douche"})
    assert Actor.objects.get(name_fr="Douche").slug == "douche-2"


def test_html_stays_text_everywhere(form, listing, staff):
    bad = "<script>alert(1)</script><b>x</b>"
    texts = [name for name in form.data if name.endswith(("_nl", "_fr"))]
    blank = [
        f"{key}-{name}"
        for key, one in staff.get(form.address).context["listing"].forms.items()
        for name in one.fields
        if name.endswith(("_nl", "_fr"))
    ]
    assert len(blank) > len(texts)
    rooms = {name.replace("note_nl", "status"): "open" for name in blank if name.endswith("note_nl")}
    assert form.send(**dict.fromkeys(blank, bad), **rooms).status_code == 302
    for answer in (
        staff.get(form.address),
        form.send("review", **{"actor-name_nl": bad + bad}),
        staff.get(reverse("staff-listings")),
        staff.get(reverse("staff-rooms")),
    ):
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()
        assert "<b>x" not in answer.content.decode()


def test_mail_of_a_draft_is_no_page(client, own_editor, listing):
    """An editor of the house edits what the zone team does, and nothing else."""
    client.force_login(own_editor)
    form = Form(client, reverse("staff-edit", args=[listing.slug]))
    assert form.send(**{"actor-name_nl": "Van ons", "actor-steward": factories.zone("nord").pk}).status_code == 302
    listing.refresh_from_db()
    assert (listing.name_nl, listing.steward.code) == ("Van ons", "sud")
    assert client.get(reverse("staff-new")).status_code == 404


class TestOthers:
    """Ids of other actors and zones, in addresses and in fields: no access, and no hint that they exist."""

    def test_addresses(self, staff, other, member):
        data = {"ticket": ticket(member, other), "record": "actor", "actor-name_nl": "Gekaapt"}
        for slug in ("elders", "bestaat-niet"):
            for name in ("staff-edit", "staff-draft"):
                assert staff.post(reverse(name, args=[slug]), data).status_code == 404
            assert staff.get(reverse("staff-edit", args=[slug])).status_code == 404
            assert staff.post(reverse("staff-room", args=[slug]), {"status": "full"}).status_code == 404
        assert staff.post(reverse("staff-room", args=["elders-1"]), {"status": "full"}).status_code == 404
        assert not Draft.objects.exists()
        assert not Availability.objects.exists()

    def test_records_in_a_form(self, form, other):
        service, contact, place = other.services.get(), other.contacts.get(), other.locations.get()
        for key in (
            f"service-{service.pk}",
            f"contact-{contact.pk}",
            f"location-{place.pk}",
            "contact-999999",
            "steward-1",
            "x",
        ):
            data = {
                "record": [*form.data["record"], key],
                f"{key}-of": "actor",
                f"{key}-name_nl": "Gekaapt",
                f"{key}-value": "x",
            }
            assert form.send(**data).status_code == 404, key
        for above in (f"service-{service.pk}", "contact-n1", "nobody"):
            data = {
                "record": [*form.data["record"], "contact-n1"],
                "contact-n1-of": above,
                "contact-n1-value": "02 511 22 33",
            }
            assert form.send(**data).status_code == 404, above

    def test_choices_in_a_form(self, form, listing, other):
        key = at(service_of(listing))
        assert form.send(**{f"{key}-location": f"location-{other.locations.get().pk}"}).status_code == 422
        assert form.send(**{f"{key}-location": "location-999999"}).status_code == 422

    def test_zone_of_a_new_listing(self, staff, other):
        form = Form(staff, reverse("staff-new"))
        assert form.send(**{"actor-name_nl": "X", "actor-steward": other.steward.pk}).status_code == 422

    def test_place_of_others_services_stays(self, form, listing, other):
        place = listing.locations.get()
        ServiceAtLocation.objects.create(service=other.services.get(), location=place)
        own = at(service_of(listing))
        answer = form.send(**{f"location-{place.pk}-remove": "on", f"{own}-remove": "on"})
        assert answer.status_code == 422
        assert Location.objects.filter(pk=place.pk).exists()
