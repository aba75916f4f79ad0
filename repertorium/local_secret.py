"""The secret key of a site on one's own machine."""

import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def local_secret(path: Path) -> str:
    """The key kept at `path`, made on first use and readable by its owner only.

    Several processes may come first at once: linking a finished file lets exactly one win.
    """
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:
            draft.write(secrets.token_urlsafe(50))
            draft.flush()
            with suppress(FileExistsError):
                path.hardlink_to(draft.name)
    return path.read_text()
