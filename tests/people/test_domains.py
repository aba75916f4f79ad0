"""Whose address is of an organisation."""

import pytest

from actors.enums import Status
from actors.models import Contact
from actors.people.domains import is_of_an_organisation, shared_domains
from tests import factories

pytestmark = pytest.mark.django_db


def site(address, level="public", **fields):
    actor = factories.actor(**fields)
    return Contact.objects.create(actor=actor, kind="website", value=address, level=level)


@pytest.mark.parametrize(
    ("address", "email", "expected"),
    [
        ("https://www.huis.be/contact", "an@huis.be", True),
        ("http://huis.be", "An@HUIS.be", True),
        ("https://huis.be:8443?a=1", "an@huis.be", True),
        ("https://sociaal.evere.brussels", "an@evere.brussels", True),
        ("https://www.sociaal.evere.brussels/nl", "an@sociaal.evere.brussels", True),
        ("https://a.b.evere.brussels", "an@evere.brussels", False),
        ("https://huis.be", "an@mail.huis.be", False),
        ("https://huis.be", "an@anderhuis.be", False),
        ("https://huis.be", "an@huis.be.evil.org", False),
        ("https://huis-be.org", "an@huis.be", False),
        ("https://huisxbe", "an@huis.be", False),
        ("https://elders.org/huis.be/", "an@huis.be", False),
        ("https://elders.org?x=https://huis.be", "an@huis.be", False),
        ("https://huis.brussels", "an@brussels", False),
        ("https://ons-huis.wordpress.com", "an@wordpress.com", False),
        ("https://ons-huis.irisnet.be", "an@irisnet.be", False),
        ("https://www.gmail.com", "an@gmail.com", False),
    ],
)
def test_only_the_host_of_a_site_or_one_label_above_it(address, email, expected):
    site(address)
    assert is_of_an_organisation(email) is expected


@pytest.mark.parametrize(
    "fields",
    [{"status": Status.DRAFT}, {"is_automatic": True}, {"is_example": True}, {"level": "professionals"}],
    ids=["draft", "known from an automatic source only", "invented", "site not public"],
)
def test_sites_that_prove_nothing(fields):
    site("https://huis.be", **fields)
    assert not is_of_an_organisation("an@huis.be")


def test_every_shared_domain_is_written_as_addresses_are():
    assert {domain for domain in shared_domains() if domain != domain.strip().lower() or "@" in domain} == set()
