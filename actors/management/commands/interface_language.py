"""`manage.py interface_language tr`: a translation file of the residents' screens, ready to be filled in."""

from pathlib import Path

import polib
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.management.base import BaseCommand
from django.utils.translation import get_language_info

from actors.pictograms.interface import TERM_KINDS
from actors.search import engine

ROOMS = ("pictograms/", "actors/walking.py")  # in the folders of code and templates alike
HEAD = ("X-Language-Name", "X-Reviewed-By", "X-Reviewed-On")
UNREVIEWED = "Nobody who speaks this language has checked these texts. Whoever does writes name and day in the head."


class Command(BaseCommand):
    help = (
        "Make or complete locale/<code>/LC_MESSAGES/django.po with every text of the residents' screens. What is "
        "translated stays; Dutch and French stand beside each text. A language is offered once its head says who "
        "reviewed it, and when."
    )

    def add_arguments(self, parser):
        parser.add_argument("code", help="code of the language, like ar")
        parser.add_argument("--name", help="what its speakers call it, where Django does not know it")

    def handle(self, *, code, name, **options):
        path = Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES" / "django.po"
        old = polib.pofile(str(path)) if path.exists() else polib.POFile()
        known = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in old}
        new = polib.POFile(wrapwidth=0)
        new.metadata = {**_head(code, name), **{each: old.metadata[each] for each in HEAD if old.metadata.get(each)}}
        new.header = "" if new.metadata["X-Reviewed-By"] else UNREVIEWED
        for entry in [*texts(), *terms()]:
            entry.msgstr = known.get((entry.msgctxt, entry.msgid), "")
            new.append(entry)
        path.parent.mkdir(parents=True, exist_ok=True)
        new.save(str(path))
        self.stdout.write(f"{path}: {len(new.translated_entries())} of {len(new)} texts are translated")


def texts() -> list[polib.POEntry]:
    """The texts of the screens, with Dutch and French for who translates. Addresses are not texts."""
    dutch, french = (polib.pofile(f"{settings.LOCALE_PATHS[0]}/{code}/LC_MESSAGES/django.po") for code in ("nl", "fr"))
    return [
        polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt, comment=_beside(entry, french), flags=_flags(entry))
        for entry in dutch
        if any(room in file and not file.endswith("urls.py") for file, _line in entry.occurrences for room in ROOMS)
    ]


def _beside(entry: polib.POEntry, french: polib.POFile) -> str:
    other = french.find(entry.msgid, msgctxt=entry.msgctxt or False)
    return f"{entry.msgstr}\n{other.msgstr if other else ''}"


def _flags(entry: polib.POEntry) -> list[str]:
    return [flag for flag in entry.flags if flag != "fuzzy"]


def terms() -> list[polib.POEntry]:
    """Needs, themes and spoken languages by their codes."""
    found = engine().index.terms
    return [
        polib.POEntry(msgid=term.code, msgctxt=kind, comment=f"{term.plain_name('nl')}\n{term.plain_name('fr')}")
        for kind in TERM_KINDS
        for term in found[kind].values()
        if kind != "need" or "resident" in term.marks
    ]


def _head(code: str, name: str | None) -> dict[str, str]:
    return {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": code,
        "X-Language-Name": name or (get_language_info(code)["name_local"] if code in LANG_INFO else code),
        "X-Reviewed-By": "",
        "X-Reviewed-On": "",
    }
