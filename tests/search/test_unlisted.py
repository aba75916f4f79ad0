"""A well-known name is said not to be listed for as long as nobody here bears it."""

from django.utils import timezone

from actors.models import UnlistedName, Viewer
from actors.search import Query, search
from tests import factories


def test_a_name_that_somebody_bears_is_found_like_any_other(db):
    theme = factories.theme("social-service", need=factories.need("rights"))
    UnlistedName.objects.create(slug="red-cross", name_nl="Rode Kruis", name_fr="Croix-Rouge", theme=theme)
    near = factories.service(themes=["social-service"])
    query = Query(text="rode kruis", viewer=Viewer.VISITOR, now=timezone.now())
    found = search(query)
    assert [one.code for one in found.match.unlisted] == ["red-cross"]
    assert found.pks == [near.pk]
    bearer = factories.service(actor=factories.actor(name_nl="Rode Kruis Marollen"), themes=["shower"])
    found = search(query)
    assert not found.match.unlisted
    assert found.pks == [bearer.pk]
