"""Which files are spreadsheets that can be read; what cannot is refused before anything of it is believed."""

import re
import zipfile
from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from repertorium.spreadsheets import decoded

MOST_BYTES = 20_000_000  # of a file; 20,000 services with long texts are 15 MB as CSV and 6 MB as xlsx
MOST_UNPACKED = 200_000_000  # bytes in an xlsx, unpacked: what 20,000 rows take, several times over
MOST_STRINGS = 60_000_000  # of them in the list of texts, which has to be read at once

ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf", b"Rar!", b"7z\xbc\xaf")
STRICT = b"http://purl.oclc.org/ooxml/"
MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|svg)", re.IGNORECASE)
# Accents as DOS and old Macintosh programs write them, between letters; Windows has signs there that stand elsewhere.
OTHER_ACCENTS = re.compile(rb"[A-Za-z][\x81-\x83\x85\x87-\x8b\x8d-\x90\x95\x97][A-Za-z]")


class SheetError(Exception):
    """A file that is not taken as a whole. `messages`: why, by language."""

    def __init__(self, message, **values):
        self.messages = in_both(message, **values)
        super().__init__(self.messages["nl"])


def in_both(message, **values) -> dict[str, str]:
    """A lazy text in both languages, with its values filled in."""
    said = {}
    for language in ("nl", "fr"):
        with translation.override(language):
            text = str(message)
            said[language] = text % {name: str(value) for name, value in values.items()} if values else text
    return said


def kind_of(content: bytes) -> str:
    """Whether a file is an `xlsx` or a `csv`.

    Raises:
        SheetError: it is neither, or no file of this kind that can be read here.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise SheetError(_("This file is empty."))
    if content.startswith(ZIP):
        _check_package(content)
        return "xlsx"
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise SheetError(_("This file has a password. Save it without one, and send that."))
        raise SheetError(_("This file is of an old kind (.xls, from before 2007). Save it as .xlsx, and send that."))
    if content.startswith(BINARY):
        raise SheetError(_("This is no spreadsheet."))
    return "csv"


def _check_package(content: bytes) -> None:
    """What is in a zip, before any of it is unpacked: its sizes are those at which unpacking stops."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = {part.filename: part for part in package.infolist()}
            other = "mimetype" in parts and package.read("mimetype")[:60]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise SheetError(_("This file is damaged: it cannot be opened.")) from error
    if other and b"opendocument.spreadsheet" in other:
        raise SheetError(_("This is a file of LibreOffice (.ods). Save it as .xlsx, and send that."))
    if "[Content_Types].xml" not in parts or not any(name.startswith("xl/worksheets/") for name in parts):
        raise SheetError(_("This is no spreadsheet."))
    strings = sum(part.file_size for name, part in parts.items() if name.lower() == "xl/sharedstrings.xml")
    if sum(part.file_size for part in parts.values()) > MOST_UNPACKED or strings > MOST_STRINGS:
        raise SheetError(_("Unpacked this file is far too large for a spreadsheet of listings. It was not opened."))
    if any(part.flag_bits & 1 for part in parts.values()):
        raise SheetError(_("This file has a password. Save it without one, and send that."))
    if _is_strict(content):
        raise SheetError(
            _("This file was saved as “Strict Open XML”. Save it as an ordinary Excel workbook (.xlsx), and send that.")
        )


def _is_strict(content: bytes) -> bool:
    """Whether Excel saved it in the strict form of the standard, in which openpyxl finds no sheet."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return "xl/workbook.xml" in package.namelist() and STRICT in package.open("xl/workbook.xml").read(4_000)


def text_of(content: bytes) -> str:
    """The text of a CSV: in UTF-8 or UTF-16, else as Belgian Excel saves it (Windows-1252).

    Raises:
        SheetError: it is no text, or in an encoding that cannot be told.
    """
    try:
        text = decoded(content)
    except UnicodeDecodeError:
        if OTHER_ACCENTS.search(content):
            raise SheetError(
                _("Letters with accents in this file cannot be read. Save it as .xlsx or CSV UTF-8, and send that.")
            ) from None
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise SheetError(_("This is no spreadsheet.")) from None
    if "\x00" in text or MARKUP.match(text[:200]) or _is_binary(text[:4_000]):
        raise SheetError(_("This is no spreadsheet."))
    return text


def _is_binary(text: str) -> bool:
    strange = sum(1 for sign in text if ord(sign) < 32 and sign not in "\t\r\n\x0b\x0c")  # noqa: PLR2004
    return strange > len(text) / 100
