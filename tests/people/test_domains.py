"""Whose address is of an organisation: that of which staff confirmed the domain, and nobody else's."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from actors.enums import Status
from actors.mail_providers import is_shared, shared_domains
from actors.models import Contact, MailDomain
from actors.people.domains import domains_of, is_of_an_organisation, waiting
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db


def site(address, level="public", **fields):
    actor = factories.actor(**{"slug": f"a{Contact.objects.count()}", **fields})
    return Contact.objects.create(actor=actor, kind="website", value=address, level=level)


def confirm(domain, **fields):
    return MailDomain.objects.create(domain=domain, actor=factories.actor(**fields))


@pytest.fixture
def zone_staff():
    zone = factories.zone("sud")
    user = factories.user("zone@example.org")
    ZoneMember.objects.create(user=user, zone=zone)
    return user


@pytest.mark.parametrize(
    ("domain", "email", "expected"),
    [
        ("huis.be", "an@huis.be", True),
        ("huis.be", "An@HUIS.be", True),
        ("huis.be", "an@mail.huis.be", False),
        ("sociaal.evere.brussels", "an@evere.brussels", False),
        ("huis.be", "an@anderhuis.be", False),
        ("huis.be", "an@huis.be.evil.org", False),
        ("huis.be", "an@huıs.be", False),  # a letter that looks alike
        ("huis.be", "an@huis.be\u200b", False),
    ],
)
def test_only_a_confirmed_domain_letter_for_letter(domain, email, expected):
    confirm(domain)
    assert is_of_an_organisation(email) is expected


def test_a_website_alone_proves_nothing():
    """An editor writes down any site they like: nobody registers by it until staff have looked."""
    site("https://www.huis.be/contact")
    assert not is_of_an_organisation("an@huis.be")


@pytest.mark.parametrize("fields", [{"status": Status.DRAFT}, {"is_example": True}], ids=["draft", "invented"])
def test_actors_that_nobody_sees_let_nobody_in(fields):
    confirm("huis.be", **fields)
    assert not is_of_an_organisation("an@huis.be")


@pytest.mark.parametrize(
    "domain", ["gmail.com", "hotmail.be", "yopmail.com", "irisnet.be", "163.com", "ons-huis.irisnet.be"]
)
def test_mail_of_everybody_is_never_confirmed(domain):
    assert is_shared(domain)
    with pytest.raises(ValidationError):
        MailDomain(domain=domain, actor=factories.actor()).full_clean()
    confirm(domain)  # past the form
    assert not is_of_an_organisation(f"an@{domain}")


@pytest.mark.parametrize("domain", ["HUIS.be", "huis", "huıs.be", "huis.be.", "-huis.be", "huis.be/x", "hu is.be", ""])
def test_a_domain_is_plain(domain):
    with pytest.raises(IntegrityError), transaction.atomic():
        confirm(domain)


@pytest.mark.parametrize(
    ("website", "domains"),
    [
        ("https://www.huis.be/contact", ["huis.be"]),
        ("https://huis.be:8443?a=1", ["huis.be"]),
        ("https://sociaal.evere.brussels", ["sociaal.evere.brussels", "evere.brussels"]),
        ("https://huis.be@evil.org/", ["evil.org"]),
        ("https://elders.org?x=https://huis.be", ["elders.org"]),
        ("https://huis.brussels", ["huis.brussels"]),
        ("https://ons-huis.wordpress.com", []),
        ("https://www.facebook.com/huis", []),
        ("https://[::1", []),
        ("https://héis.be", []),
    ],
)
def test_domains_that_a_site_may_speak_for(website, domains):
    assert list(domains_of(website)) == domains


def test_what_an_editor_wrote_down_waits_for_the_staff_of_its_zone(client, zone_staff):
    zone = zone_staff.zone_memberships.get().zone
    new = site("https://www.huis.be", steward=zone)
    site("https://elders.be", steward=factories.zone("nord"))
    assert waiting(zone_staff) == [new]

    client.force_login(zone_staff)
    page = client.get(reverse("mail-domains")).content.decode()
    assert "@huis.be" in page
    assert "elders.be" not in page
    assert not is_of_an_organisation("an@huis.be")

    client.post(reverse("mail-domains"), {"site": new.pk, "domain": "huis.be"})
    assert is_of_an_organisation("an@huis.be")
    assert MailDomain.objects.get().confirmed_by == zone_staff
    assert waiting(zone_staff) == []

    client.post(reverse("mail-domain-withdraw", args=[MailDomain.objects.get().pk]))
    assert not is_of_an_organisation("an@huis.be")


@pytest.mark.parametrize("sent", [{"domain": "elders.be"}, {"domain": ""}, {}, {"site": "0", "domain": "huis.be"}])
def test_only_a_domain_of_that_site_is_confirmed(client, zone_staff, sent):
    new = site("https://www.huis.be", steward=zone_staff.zone_memberships.get().zone)
    client.force_login(zone_staff)
    assert client.post(reverse("mail-domains"), {"site": new.pk, **sent}).status_code == 302
    assert not MailDomain.objects.exists()


def test_every_shared_domain_is_written_as_addresses_are():
    assert {domain for domain in shared_domains() if domain != domain.strip().lower() or "@" in domain} == set()
