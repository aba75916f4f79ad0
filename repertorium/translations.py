"""The texts of the interface: compiled without gettext, which a fresh machine may lack."""

import polib
from django.conf import settings


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
