"""The catalogue in Django's admin, for the regional team and for rare jobs; staff have pages of their own."""

from actors.admin import actor, feedback, reference, service, use

__all__ = ["actor", "feedback", "reference", "service", "use"]
