"""A long form in reach: links to its parts, only the hours, only the conditions. What is not seen stays as it is."""

import pytest
from django.urls import reverse

from tests import factories
from tests.staff.conftest import Form, service_of


def address(listing, query=""):
    return reverse("staff-edit", args=[listing.slug]) + query


@pytest.mark.parametrize("part", ["hours", "conditions"])
def test_only_one_part_is_shown_and_stays_so_after_saving(staff, listing, part):
    service = service_of(listing)
    place = service.places.get()
    form = Form(staff, address(listing, f"?part={part}"))
    page = staff.get(form.address).content.decode()
    assert f'class="editor only-{part}"' in page
    assert 'value="everything"' not in page  # who sees a part has not checked everything
    answer = form.send(part=part, **{f"at-{place.pk}-mo": "10:00-11:00", f"service-{service.pk}-free": "no"})
    assert answer.url.endswith(f"part={part}")
    place.refresh_from_db()
    service.refresh_from_db()
    assert place.opening_hours.startswith("Mo 10:00-11:00")
    assert (service.free, service.name_nl, listing.contacts.count()) == (False, service.name_nl, 1)


def test_what_is_wrong_is_seen_whatever_part_was_asked(staff, listing):
    form = Form(staff, address(listing, "?part=hours"))
    answer = form.send(part="hours", actor__name_nl="", actor__name_fr="")
    assert answer.status_code == 422
    assert "only-hours" not in answer.content.decode()


@pytest.mark.parametrize(
    ("part", "field", "typed"),
    [
        ("hours", "at-{place}-mo", "9-25"), ("hours", "at-{place}-line", "meestal wel"),
        ("hours", "contact-{contact}-opening_hours", "soms"), ("conditions", "service-{service}-age_min", "oud"),
    ],
)  # fmt: skip
def test_a_part_stays_alone_when_what_is_wrong_stands_in_it(staff, listing, part, field, typed):
    service = service_of(listing)
    keys = {"place": service.places.get().pk, "service": service.pk, "contact": listing.contacts.get().pk}
    form = Form(staff, address(listing, f"?part={part}"))
    answer = form.send(part=part, **{field.format(**keys): typed})
    assert answer.status_code == 422
    assert f'class="editor only-{part}"' in answer.content.decode()


def test_after_what_was_wrong_elsewhere_the_part_is_alone_again(staff, listing):
    form = Form(staff, address(listing, "?part=hours"))
    page = form.send(part="hours", actor__name_nl="", actor__name_fr="").content.decode()
    assert '<input type="hidden" name="part" value="hours">' in page


def test_hours_of_all_services_stand_open_in_a_small_listing(staff, listing):
    factories.service(actor=listing, slug="tweede", at=True)
    page = staff.get(address(listing, "?part=hours"))
    assert not any(getattr(form, "folded", False) for form in page.context["listing"].forms.values())


def test_every_part_has_a_link_and_its_target(staff, listing):
    page = staff.get(address(listing)).content.decode()
    for part in ("actor", "contact", "places", "services", "closures"):
        assert f'href="#{part}"' in page
        assert f'id="{part}"' in page
    for link in ("?part=hours", "?part=conditions"):
        assert f'href="{link}"' in page
        assert link in staff.get(reverse("staff-home")).content.decode()


def test_coordinates_are_folded_and_the_street_comes_first(staff, listing):
    key = f"location-{listing.locations.get().pk}"
    page = staff.get(address(listing)).content.decode()
    assert page.index(f'name="{key}-street_nl"') < page.index(f'name="{key}-kind"') < page.index(f'name="{key}-lat"')
    before = page[: page.index(f'name="{key}-lat"')]
    assert before.rindex('<details class="more"><summary>') > before.rindex("</details>")
