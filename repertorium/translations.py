"""The texts of the interface: compiled without gettext, which a fresh machine may lack."""

import polib
from django.conf import settings
from django.utils.translation import gettext_noop

# Texts of Django's own pages and forms that it does not have in Dutch, or has in words that nobody says in Brussels
# ("courriel"); here they are found with ours, and ours come first.
OF_DJANGO = (
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
    gettext_noop("Enter a valid email address."),
    gettext_noop("Enter a valid URL."),
)


def compile_translations() -> list[str]:
    """Compile every catalogue that changed; the files that were written."""
    written = []
    for folder in settings.LOCALE_PATHS:
        for source in folder.glob("*/LC_MESSAGES/*.po"):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                polib.pofile(str(source)).save_as_mofile(str(target))
                written.append(str(target))
    return written
