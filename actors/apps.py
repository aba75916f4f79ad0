from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActorsConfig(AppConfig):
    name = "actors"
    verbose_name = _("Actors and services")

    def ready(self):
        from actors.people import retention  # noqa: F401, PLC0415 - models are there only now; it listens
        from actors.search import stamps  # noqa: PLC0415

        stamps.register()
