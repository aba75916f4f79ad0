"""The listings that somebody may open in the editor: the rules stand in `actors.permissions`."""

from django.shortcuts import get_object_or_404

from actors import permissions
from actors.models import Actor
from actors.staff.reading import with_links


def editable_or_404(user, slug: str) -> Actor:
    """The actor of this slug where somebody may edit it; what they may not edit does not exist for them."""
    actors = permissions.editable_actors(user)
    if permissions.can_place(user):
        actors = actors.select_related("parent")  # which only they change
    return get_object_or_404(with_links(actors, user), slug=slug)
