"""Whose e-mail address is of an organisation: registration is open to these alone."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from actors import permissions
from actors.enums import ContactKind, Level, Status
from actors.mail_providers import is_shared
from actors.models import Actor, Contact, MailDomain
from actors.models.visibility import published
from repertorium.accounts.models import User


def is_of_an_organisation(email: str) -> bool:
    """Whether staff confirmed the domain of this address as that of a published actor, letter for letter.

    Neither what stands above a confirmed domain counts, nor what stands below it; the invented examples never do.
    """
    domain = email.rpartition("@")[2].lower()
    confirmed = MailDomain.objects.filter(domain=domain).filter(published("actor__"), actor__is_example=False)
    return domain.isascii() and not is_shared(domain) and confirmed.exists()


def domains_of(website: str) -> Iterator[str]:
    """The domains that a site at this address may speak for: its own without `www.`, and the one above it.

    `sociaal.evere.brussels` may be of `evere.brussels`. What is everybody's is left out.
    """
    try:
        host = (urlsplit(website).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no IPv6 address
        return
    for domain in (host, host.partition(".")[2]):
        if not is_shared(domain) and is_plain(domain):
            yield domain


def is_plain(domain: str) -> bool:
    """Whether this is a host name in ASCII and small letters, with a dot in it."""
    try:
        MailDomain(domain=domain).clean_fields(exclude=["actor", "confirmed_by"])
    except ValidationError:
        return False
    return True


def confirm_starting_data(actors: Iterable[Actor]) -> int:
    """Confirm the domains of the sites of these actors, as the starting data knows them; how many there are.

    The files were read by people. What an automatic source says, and the invented examples, confirm nothing.
    """
    own = [actor for actor in actors if not (actor.is_example or actor.is_automatic)]
    domains = {
        domain: site.actor_id
        for site in _sites().filter(actor__in=own).order_by("-pk")  # the first that names a domain has it
        for domain in domains_of(site.value)
    }
    MailDomain.objects.bulk_create(
        [MailDomain(domain=domain, actor_id=actor) for domain, actor in domains.items()], ignore_conflicts=True
    )
    return len(domains)


def waiting(user: User) -> list[Contact]:
    """Sites of the actors that a member of staff keeps, of which no domain is confirmed: the newest first.

    A site that an editor has just written down is among them.
    """
    if not permissions.is_zone_staff(user):
        return []
    confirmed = set(MailDomain.objects.values_list("domain", flat=True))
    sites = _sites().filter(actor__in=permissions.editable_actors(user), actor__status=Status.PUBLISHED)
    return [
        site
        for site in sites.select_related("actor").order_by("-pk")
        if (domains := set(domains_of(site.value))) and not domains & confirmed
    ]


def confirmed(user: User) -> QuerySet[MailDomain]:
    """The confirmed domains of the actors that a member of staff keeps: these may be withdrawn."""
    domains = MailDomain.objects.select_related("actor", "confirmed_by")
    return (
        domains.filter(actor__in=permissions.editable_actors(user))
        if permissions.is_zone_staff(user)
        else domains.none()
    )


def _sites() -> QuerySet[Contact]:
    return Contact.objects.filter(kind=ContactKind.WEBSITE, level=Level.PUBLIC, actor__is_example=False)
