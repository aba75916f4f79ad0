"""What machines read of a page: schema.org as JSON-LD, from the same values that people see."""

from django.conf import settings
from django.utils import timezone

from actors.catalogue.actor_page import ActorPage
from actors.catalogue.cards import ShownPlace
from actors.catalogue.jsonld_hours import CONTEXT, specifications
from actors.catalogue.service_page import ServicePage
from actors.enums import ActorKind, ContactKind
from actors.models import Actor, Contact


def service(page: ServicePage) -> dict:
    """A Service, or a GovernmentService where a public body must help everybody."""
    record = page.service
    found = {
        "@context": CONTEXT,
        "@type": "GovernmentService" if record.is_statutory else "Service",
        "@id": _address(record),
        "url": _address(record),
        "name": record.name,
        "description": record.summary or None,
        "provider": _organization(page.actor, page.contacts),
        "serviceType": [term.name(page.language) for term in page.card.themes] or None,
        "audience": [{"@type": "Audience", "audienceType": term.name(page.language)} for term in page.targets] or None,
        "availableChannel": [_channel(page, shown) for shown in page.card.places] or None,
        "areaServed": page.areas or None,
    }
    return _filled(found)


def organization(page: ActorPage) -> dict:
    """An Organization, or a GovernmentOrganization."""
    return {"@context": CONTEXT} | _organization(page.actor, page.contacts)


def _organization(actor: Actor, contacts: list[Contact]) -> dict:
    own = [contact for contact in contacts if contact.actor_id]
    of_kind = {kind: next((contact.value for contact in own if contact.kind == kind), None) for kind in ContactKind}
    public = actor.kind == ActorKind.PUBLIC_BODY
    return _filled(
        {
            "@type": "GovernmentOrganization" if public else "Organization",
            "@id": _address(actor),
            "url": _address(actor),
            "name": actor.name,
            "alternateName": actor.acronym or None,
            "description": actor.description or None,
            "telephone": of_kind[ContactKind.PHONE],
            "email": of_kind[ContactKind.EMAIL],
            "sameAs": of_kind[ContactKind.WEBSITE],
        }
    )


def _channel(page: ServicePage, shown: ShownPlace) -> dict:
    """One place where the service is given; an address that is withheld is not in it."""
    channel = {
        "@type": "ServiceChannel",
        "availableLanguage": [term.code for term in page.card.languages] or None,
        "serviceLocation": _place(shown),
        "servicePhone": _contact_point(page.phones[0]) if page.phones else None,
    }
    return _filled(channel)


def _contact_point(phone: Contact) -> dict:
    hours = specifications(phone.opening_hours, timezone.localdate()) if phone.opening_hours else None
    return _filled({"@type": "ContactPoint", "telephone": phone.value, "hoursAvailable": hours or None})


def _place(shown: ShownPlace) -> dict | None:
    where = shown.where
    if where.municipality is None:
        return None
    address = {
        "@type": "PostalAddress",
        "streetAddress": where.street or None,
        "postalCode": where.postal_code or None,
        "addressLocality": where.municipality.name,
        "addressCountry": "BE",
    }
    point = None
    if where.on_map:
        lat, lon = where.point
        point = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    hours = shown.place.opening_hours
    return _filled(
        {
            "@type": "Place",
            "name": where.name or None,
            "address": _filled(address),
            "geo": point,
            "openingHoursSpecification": specifications(hours, timezone.localdate()) or None if hours else None,
        }
    )


def _address(record) -> str:
    return f"{settings.SITE_URL}{record.get_absolute_url()}"


def _filled(values: dict) -> dict:
    return {key: value for key, value in values.items() if value is not None}
