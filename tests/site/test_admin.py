"""Django's admin: open to the regional team only, every list and form answers, rules speak to people."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Actor, Availability, Need, Service
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db

OURS = [model for model in admin.site._registry if model._meta.app_label in {"actors", "zones", "accounts"}]
READ_ONLY = {"boundary", "serviceuse", "refusal", "searchdemand", "suggestion", "user"}  # people are invited


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def regional(client):
    client.force_login(User.objects.create_superuser("team@example.org", "x"))
    return client


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
class TestPages:
    def test_list_searches_too(self, regional, model):
        assert regional.get(url(model, "changelist")).status_code == 200
        assert regional.get(url(model, "changelist") + "?q=douche").status_code == 200

    def test_form(self, regional, model):
        expected = 403 if model._meta.model_name in READ_ONLY else 200
        assert regional.get(url(model, "add")).status_code == expected

    def test_closed_to_others(self, client, model):
        member = User.objects.create_user("zone@example.org", "x")
        ZoneMember.objects.create(user=member, zone=factories.zone())
        client.force_login(member)
        assert client.get(url(model, "changelist")).status_code == 302


def test_editing_an_actor_asks_few_queries(regional, django_assert_max_num_queries):
    service = factories.service(at=True, languages=["nl"], targets=["homeless"])
    with django_assert_max_num_queries(60):
        assert regional.get(url(Service, "change", service.pk)).status_code == 200
    with django_assert_max_num_queries(60):
        assert regional.get(url(Actor, "change", service.actor.pk)).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_lists_ask_few_queries(regional, django_assert_max_num_queries, model):
    """However many rows there are."""
    for number in range(12):
        service = factories.service(at=True, languages=[f"l{number}"], targets=[f"t{number}"], themes=[f"th{number}"])
        factories.availability(service=service)
        factories.need(f"need{number}")
        User.objects.create_user(f"somebody{number}@example.org", "x")
    address = url(model, "changelist")
    regional.get(address)  # the first page of a session writes down when that was
    with django_assert_max_num_queries(12):
        page = regional.get(address)
    assert page.context["cl"].show_full_result_count is False


class TestPictogram:
    def answer(self, regional, name):
        data = {"code": "bed", "name_nl": "Bed", "name_fr": "Lit", "pictogram": name, "position": 0}
        return regional.post(url(Need, "add"), data)

    def test_that_exists(self, regional):
        assert self.answer(regional, "bed").status_code == 302
        assert Need.objects.get().pictogram == "bed"

    def test_that_does_not_exist_is_told(self, regional):
        page = self.answer(regional, "no-such-icon")
        assert "no-such-icon" in page.context["adminform"].form.errors["pictogram"][0]
        assert not Need.objects.exists()

    def test_works_without_script_and_has_none_inline(self, regional):
        page = regional.get(url(Need, "add")).content.decode()
        assert '<option value="bed">' in page
        assert 'list="pictogram-icons"' in page
        assert "all-pictograms.svg" in page


def test_rule_is_told_in_the_form_and_nothing_typed_is_lost(regional):
    page = regional.get(url(Actor, "add"))
    management = (inline.formset.management_form for inline in page.context["inline_admin_formsets"])
    data = {f"{form.prefix}-{name}": value for form in management for name, value in form.initial.items()}
    data |= {"name_nl": "Buurtgroep", "slug": "buurtgroep", "kind": "informal", "level": "public"}
    data |= {"status": "draft", "language_group": "nl", "review_months": 6}
    response = regional.post(url(Actor, "add"), data)
    text = response.content.decode()
    assert response.status_code == 200
    assert "informele groep" in text
    assert 'value="Buurtgroep"' in text
    assert not Actor.objects.exists()


def test_status_set_here_names_who_confirmed_it(regional):
    user = User.objects.get()
    service = factories.service()
    admin_of_service = admin.site._registry[Service]
    request = request_of(user)
    form_class = next(
        formset
        for formset, inline in admin_of_service.get_formsets_with_inlines(request, service)
        if inline.model is Availability
    )
    data = {
        "availabilities-TOTAL_FORMS": 1,
        "availabilities-INITIAL_FORMS": 0,
        "availabilities-0-status": "open",
    }
    moment = {"availabilities-0-confirmed_at_0": "2026-11-22", "availabilities-0-confirmed_at_1": "10:00"}
    formset = form_class({**data, **moment}, instance=service)
    assert formset.is_valid(), formset.errors
    admin_of_service.save_formset(request, None, formset, change=True)
    assert Availability.objects.get().confirmed_by == user


def request_of(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


class TestAccount:
    """Passwords and leaving are the site's own pages, with all that they ask and say."""

    @pytest.mark.parametrize("page", ["password_change", "password_change_done"])
    def test_password(self, regional, page):
        assert regional.get(reverse(f"admin:{page}")).url == reverse("account_change_password")

    def test_leaving(self, regional):
        assert regional.post(reverse("admin:logout")).url == reverse("home")
        assert "_auth_user_id" not in regional.session


def test_choosing_a_place_asks_few_queries(regional, django_assert_max_num_queries):
    """What a place is called comes from its service and its location."""
    for number in range(8):
        factories.service(at=True, slug=f"service-{number}", name_nl=f"Douche {number}")
    asked = {"app_label": "actors", "model_name": "availability", "field_name": "place", "term": "douche"}
    regional.get(reverse("admin:autocomplete"), asked)
    with django_assert_max_num_queries(6):
        answer = regional.get(reverse("admin:autocomplete"), asked).json()
    assert len(answer["results"]) == 8


def test_fields_of_rows_say_what_they_are(regional):
    """In a table they have no label of their own: who hears the page heard "edit text" twelve times."""
    service = factories.service(at=True, targets=["t0"])
    html = regional.get(url(Service, "change", service.pk)).content.decode()
    rows = html[html.index("inline-group") :]
    fields = re.findall(r'<(?:input type="(?:text|checkbox|number)"|select|textarea)[^>]*name="\w+-\d+-[^>]*>', rows)
    assert fields
    assert not [field for field in fields if "aria-label=" not in field]


def test_rows_of_a_service_are_read_together(regional, django_assert_max_num_queries):
    """One query for each row that names something: what it offers to choose. None for what the row is called."""
    few = factories.service(at=True, languages=["l0"], targets=["t0"])
    many = factories.service(at=True, languages=[f"l{n}" for n in range(5)], targets=[f"t{n}" for n in range(5)])
    regional.get(url(Service, "change", few.pk))
    with CaptureQueriesContext(connection) as queries:
        regional.get(url(Service, "change", few.pk))
    with django_assert_max_num_queries(len(queries) + 8):
        regional.get(url(Service, "change", many.pk))
