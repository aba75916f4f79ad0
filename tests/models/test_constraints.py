"""The database guards itself: every rule refuses what breaks it, with its name, and people get a message."""

from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from actors.enums import ActorKind, Level, LocationKind, Status
from actors.models import (
    Availability,
    Closure,
    Competence,
    Contact,
    CrisisNumber,
    Membership,
    Refusal,
    Service,
    ServiceArea,
    Source,
    SourceReference,
    Suggestion,
)
from tests import factories

TODAY = timezone.localdate()
DAYS = DateRange(date(2026, 7, 1), date(2026, 7, 15))
OVERLAP = DateRange(date(2026, 7, 10), date(2026, 7, 20))


def contact(**fields):
    return Contact.objects.create(**{"actor": factories.actor(), "kind": "phone", "value": "+3225100910", **fields})


def two_closures():
    owner = factories.actor()
    Closure.objects.create(actor=owner, days=DAYS)
    Closure.objects.create(actor=owner, days=OVERLAP)


def two_statuses():
    given = factories.service()
    factories.availability(service=given)
    factories.availability("full", service=given)


def two_identifiers():
    source = Source.objects.create(slug="kbo", name_nl="KBO")
    for _ in range(2):
        SourceReference.objects.create(source=source, actor=factories.actor(), identifier="0123.456.789")


def member_of_itself():
    network = factories.actor(kind=ActorKind.NETWORK)
    Membership.objects.create(network=network, member=network)


def crisis(**fields):
    texts = {"name_nl": "n", "name_fr": "n", "purpose_nl": "p", "purpose_fr": "p"}
    return CrisisNumber.objects.create(slug="x", **{"number": "1733", **texts, **fields})


def own_parent():
    record = factories.actor()
    record.parent = record
    record.save()


def place_of_another():
    place = factories.service(at=True).places.get()
    factories.availability(service=factories.service(), place=place)


def refusal(**fields):
    given = {"service": fields.pop("service", None) or factories.service(), "reason": "full", **fields}
    return Refusal.objects.create(**given)


def suggestion(**fields):
    given = {
        "actor": factories.actor(),
        "field": "other",
        "proposed": "Anders",
        "language": "nl",
        "sent_at": timezone.now() - timedelta(hours=1),
    }
    return Suggestion.objects.create(**given | fields)


def two_reports():
    given = factories.service()
    for _ in range(2):
        refusal(service=given)  # of whom no mark is kept any more
    for _ in range(2):
        refusal(service=given, reporter="a mark")


BROKEN = {
    "actors_actor_has_a_name": lambda: factories.actor(name_nl="", name_fr=""),
    "actors_actor_status_is_known": lambda: factories.actor(status="gone"),
    "actors_service_level_is_known": lambda: factories.service(level="secret"),
    "actors_practitioner_published_with_consent": lambda: factories.actor(kind=ActorKind.PRACTITIONER),
    "actors_informal_public_with_consent": lambda: factories.actor(kind=ActorKind.INFORMAL),
    "actors_merged_names_its_heir": lambda: factories.actor(status=Status.MERGED),
    "actors_actor_not_its_own_relative": own_parent,
    "actors_service_ages_in_order": lambda: factories.service(age_min=30, age_max=20),
    "actors_service_free_has_no_price": lambda: factories.service(free=True, by_income=True),
    "actors_service_availability_days_positive": lambda: factories.service(availability_days=0),
    "actors_area_is_one_territory": lambda: ServiceArea.objects.create(
        service=factories.service(), zone=factories.zone(), municipality=factories.municipality()
    ),
    "actors_location_point_is_whole": lambda: factories.location(lon=None),
    "actors_location_in_the_street_has_neighbourhood_and_point": lambda: factories.location(lat=None, lon=None),
    "actors_location_at_a_distance_has_no_address": lambda: factories.location(kind=LocationKind.PHONE),
    "actors_contact_phone_is_as_dialled": lambda: contact(value="02 510 09 10"),
    "actors_contact_of_one_record": lambda: contact(actor=None),
    "actors_contact_of_a_person_public_with_consent": lambda: contact(is_personal=True),
    "actors_closures_of_actor_do_not_overlap": two_closures,
    "actors_closure_of_actor_or_place": lambda: Closure.objects.create(days=DAYS),
    "actors_closure_has_first_and_last_day": lambda: Closure.objects.create(
        actor=factories.actor(), days=DateRange(date(2026, 7, 1), None)
    ),
    "actors_availability_once_per_service_and_place": two_statuses,
    "actors_availability_counts_after_it_was_confirmed": lambda: factories.availability(
        valid_until=timezone.now() - timedelta(days=1)
    ),
    "actors_availability_free_places_within_total": lambda: factories.availability(places_free=5, places_total=4),
    "actors_availability_room_means_free_places": lambda: factories.availability(places_free=0, places_total=4),
    "actors_availability_free_places_mean_room": lambda: factories.availability("full", places_free=1, places_total=4),
    "actors_availability_free_places_of_a_total": lambda: factories.availability(places_free=1),
    "actors_availability_waiting_takes_days": lambda: factories.availability("waiting_list", waiting_days=0),
    "actors_availability_place_is_of_service": place_of_another,
    "actors_statutory_is_never_full": lambda: factories.availability(
        "full", service=factories.service(is_statutory=True)
    ),
    "actors_refusal_once_per_service_and_reporter": two_reports,
    "actors_refusal_reason_is_known": lambda: refusal(reason="rude"),
    "actors_refusal_weight_is_known": lambda: refusal(weight=100),
    "actors_refusal_answered_after_it_was_reported": lambda: refusal(answered_at=timezone.now() - timedelta(days=1)),
    "actors_suggestion_for_one_listing": lambda: suggestion(actor=None),
    "actors_suggestion_field_is_known": lambda: suggestion(field="secret"),
    "actors_suggestion_state_is_known": lambda: suggestion(state="gone", handled_at=timezone.now()),
    "actors_suggestion_says_something": lambda: suggestion(proposed=""),
    "actors_suggestion_handled_at_a_moment": lambda: suggestion(state="refused"),
    "actors_suggestion_keeps_no_address_once_handled": lambda: suggestion(
        state="refused", handled_at=timezone.now(), email="a@b.be"
    ),
    "actors_identifier_names_one_actor": two_identifiers,
    "actors_network_not_its_own_member": member_of_itself,
    "actors_crisis_number_checked_against_a_source": lambda: crisis(checked_on=TODAY),
    "actors_only_112_and_101_are_emergencies": lambda: crisis(is_emergency=True),
    "actors_competence_for_one_territory": lambda: Competence.objects.create(kind="ocmw-cpas", actor=factories.actor()),
}


@pytest.mark.parametrize(("name", "broken"), BROKEN.items(), ids=BROKEN)
@pytest.mark.django_db
def test_rule_refuses(name, broken):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        broken()
    assert refused.value.__cause__.diag.constraint_name == name


@pytest.mark.django_db
def test_full_service_cannot_become_statutory():
    given = factories.availability("full").service
    with pytest.raises(IntegrityError, match="statutory"), transaction.atomic():
        Service.objects.filter(pk=given.pk).update(is_statutory=True)


def test_every_rule_that_people_can_break_has_a_message():
    """Rules that the forms' own choices keep (…_is_known, …_once_…) need none."""
    silent = [
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in {"actors", "zones", "accounts"}
        for constraint in model._meta.constraints
        if not constraint.name.endswith("known")
        and "_once_" not in constraint.name
        and "known_level" not in constraint.name
        and constraint.violation_error_message == models.BaseConstraint.default_violation_error_message
    ]
    assert silent == []


@pytest.mark.django_db
class TestMessages:
    def test_constraint_speaks_to_people(self):
        record = factories.actor(kind=ActorKind.INFORMAL, level=Level.PROFESSIONALS)
        record.level = Level.PUBLIC
        with pytest.raises(ValidationError, match="informele groep"):
            record.full_clean()

    def test_statutory_status(self):
        status = Availability(service=factories.service(is_statutory=True), status="full")
        with pytest.raises(ValidationError) as refused:
            status.full_clean()
        assert "status" in refused.value.message_dict

    @pytest.mark.parametrize("value", ["02 510 09 10", "+32 2 510 09 10", "+32123", "+3225100910000000"])
    def test_phone(self, value):
        with pytest.raises(ValidationError):
            Contact(actor=factories.actor(), kind="phone", value=value).full_clean()

    def test_day_to_come(self):
        record = factories.actor()
        record.confirmed_on = TODAY + timedelta(days=1)
        with pytest.raises(ValidationError) as refused:
            record.full_clean()
        assert "confirmed_on" in refused.value.message_dict


@pytest.mark.django_db
class TestPeriods:
    @pytest.mark.parametrize(
        ("fields", "days"),
        [
            ({"availability_kind": "beds"}, 1),
            ({"availability_kind": "intake"}, 14),
            ({"availability_kind": "waiting-time"}, 90),
            ({"availability_kind": "beds", "availability_days": 3}, 3),
        ],
    )
    def test_status_counts_for_the_period_of_its_kind(self, fields, days):
        status = factories.availability(service=factories.service(**fields))
        assert status.valid_until - status.confirmed_at == timedelta(days=days)

    def test_stale_open_is_never_open(self):
        week_ago = timezone.now() - timedelta(days=7)
        status = factories.availability(confirmed_at=week_ago, valid_until=week_ago + timedelta(days=1))
        assert status.current_status == "unknown"
        assert not Availability.objects.with_room().exists()

    def test_review_days_follow_confirmation(self):
        record = factories.actor(entered_on=date(2026, 1, 31))
        record.refresh_from_db()
        assert (record.due_on, record.stale_on) == (date(2026, 7, 31), date(2027, 1, 31))
        record.confirm(on=date(2026, 3, 1))
        assert (record.due_on, record.stale_on) == (date(2026, 9, 1), date(2027, 3, 1))

    def test_moment_of_confirmation_is_kept(self):
        moment = timezone.make_aware(datetime(2026, 5, 1, 12))
        assert factories.availability(confirmed_at=moment, valid_until=moment + timedelta(1)).confirmed_at == moment
