"""Records for tests, each with just what the rules ask for."""

from itertools import count

from allauth.account.models import EmailAddress

from actors.enums import Status
from actors.models import (
    Actor,
    Availability,
    Language,
    Location,
    Need,
    Service,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
    TargetGroup,
    Theme,
)
from repertorium.accounts.models import User
from zones.models import CareZone, Municipality, Neighbourhood

number = count(1)


def zone(code="sud", **fields) -> CareZone:
    names = {"slug_nl": f"{code}-nl", "slug_fr": code, "name_nl": f"{code} NL", "name_fr": f"{code} FR"}
    return CareZone.objects.get_or_create(code=code, defaults={**names, **fields})[0]


def municipality(nis="21013", **fields) -> Municipality:
    defaults = {"name_nl": "Sint-Gillis", "name_fr": "Saint-Gilles", "lat": 50.8294, "lon": 4.3452, **fields}
    return Municipality.objects.get_or_create(nis=nis, defaults=defaults)[0]


def neighbourhood(code="21013-44", **fields) -> Neighbourhood:
    defaults = {
        "md": code.split("-")[1],
        "name_nl": "Bosnië",
        "name_fr": "Bosnie",
        "kind": "residential",
        "municipality": fields.pop("municipality", None) or municipality(),
        "zone": fields.pop("zone", None) or zone(),
        "lat": 50.829,
        "lon": 4.338,
        "area_km2": 0.5,
        **fields,
    }
    return Neighbourhood.objects.get_or_create(code=code, defaults=defaults)[0]


def need(code="hygiene", **fields) -> Need:
    names = {"name_nl": f"{code} NL", "name_fr": f"{code} FR", "pictogram": "shower"}
    return Need.objects.get_or_create(code=code, defaults={**names, **fields})[0]


def theme(code="shower", **fields) -> Theme:
    names = {"name_nl": f"{code} NL", "name_fr": f"{code} FR", "pictogram": "bath"}
    names["need"] = fields.pop("need", None) or need()
    return Theme.objects.get_or_create(code=code, defaults={**names, **fields})[0]


def target(code="homeless", **fields) -> TargetGroup:
    names = {"name_nl": f"{code} NL", "name_fr": f"{code} FR", "pictogram": "user"}
    return TargetGroup.objects.get_or_create(code=code, defaults={**names, **fields})[0]


def language(code="nl") -> Language:
    return Language.objects.get_or_create(code=code, defaults={"name_nl": code, "name_fr": code})[0]


def actor(**fields) -> Actor:
    slug = fields.pop("slug", f"actor-{next(number)}")
    names = {"name_nl": f"Organisatie {slug}", "name_fr": f"Organisation {slug}"}
    return Actor.objects.create(slug=slug, **{"status": Status.PUBLISHED, **names, **fields})


def location(**fields) -> Location:
    owner = fields.pop("actor", None) or actor()
    place = {
        "street_nl": "Straat 1",
        "street_fr": "Rue 1",
        "postal_code": "1060",
        "neighbourhood": fields.pop("neighbourhood", None) or neighbourhood(),
        "lat": 50.8291,
        "lon": 4.3381,
    }
    return Location.objects.create(actor=owner, **{**place, **fields})


def service(*, themes=("shower",), targets=(), languages=(), at=None, hours="", **fields) -> Service:
    """A published service. `at`: a location, or True for one of its own."""
    owner = fields.pop("actor", None) or actor()
    slug = fields.pop("slug", f"service-{next(number)}")
    names = {"name_nl": f"Dienst {slug}", "name_fr": f"Service {slug}"}
    made = Service.objects.create(actor=owner, slug=slug, **{"status": Status.PUBLISHED, **names, **fields})
    for code in themes:
        ServiceTheme.objects.create(service=made, theme=theme(code))
    for code in targets:
        ServiceTarget.objects.create(service=made, target=target(code))
    for code in languages:
        ServiceLanguage.objects.create(service=made, language=language(code))
    if at:
        place = location(actor=owner) if at is True else at
        ServiceAtLocation.objects.create(service=made, location=place, opening_hours=hours)
    return made


def availability(status="open", **fields) -> Availability:
    return Availability.objects.create(service=fields.pop("service", None) or service(), status=status, **fields)


def user(email="", *, confirmed=True, hashed="", **fields) -> User:
    """Somebody with an account, a professional: the address is confirmed. `hashed`: a password that is hashed already."""
    made = User.objects.create_user(email or f"user-{next(number)}@example.org", **fields)
    if hashed:
        User.objects.filter(pk=made.pk).update(password=hashed)
        made.refresh_from_db()
    EmailAddress.objects.create(user=made, email=made.email, verified=confirmed, primary=True)
    return made
