from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "repertorium.accounts"
    verbose_name = _("Accounts")

    def ready(self):
        from repertorium import checks  # noqa: F401, PLC0415 - registers itself
