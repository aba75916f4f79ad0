"""One table in one language, for one person: its head, its rows as cells, and what a head that comes back says."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from difflib import get_close_matches
from functools import cached_property

from django.db.models import Model, QuerySet
from django.forms import Field
from django.utils import translation
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from actors.spreadsheets.arrivals import Arrivals
from actors.spreadsheets.cells import LANGUAGES, Cells, Value
from actors.spreadsheets.files import SheetError
from actors.spreadsheets.tables import TABLES, Table
from actors.spreadsheets.versions import version_of
from actors.staff.changes import label_of
from actors.staff.finder import Finder
from actors.staff.lists import Lists
from repertorium.door import plain_text

KEY, VERSION, ABOVE = "id", "version", "above"
LOOKS_LIKE = 0.8  # of 1: from here on the name of a column is another one with a slip in it
AT_ONCE = 200  # actors that are read at once
ALL_TABLES: dict[str, type[Table]] = {**TABLES, Arrivals.code: Arrivals}
DO_NOT_CHANGE = _("%(what)s (do not change)")


@dataclass
class Columns:
    """What a head says: which column stands at which place, those of the table that are not there, and those that no
    table knows."""

    places: dict[int, str] = dataclass_field(default_factory=dict)
    missing: list[str] = dataclass_field(default_factory=list)
    unread: list[str] = dataclass_field(default_factory=list)


class Sheet:
    """A table, in the active language."""

    def __init__(self, code: str, user):
        self.language = get_language()
        self._tables = {one: ALL_TABLES[code](user, Lists(Finder(user))) for one in LANGUAGES}
        self.table: Table = self._tables[self.language]
        self.user = user

    @cached_property
    def columns(self) -> dict[str, Cells]:
        """The columns that may be changed, by name."""
        return {name: Cells(name, self._fields(name), self.language) for name in self.table.names}

    def _fields(self, name: str) -> dict[str, Field]:
        """A field with its choices in each language."""
        fields = {}
        for language, table in self._tables.items():
            with translation.override(language):
                form, field = table.field(name)
                fields[language] = form.fields[field]
        return fields

    @cached_property
    def headers(self) -> dict[str, str]:
        """What stands over each column, in its order."""
        return self.headers_in(self.language)

    def headers_in(self, language: str) -> dict[str, str]:
        """The same in one of the languages. A table makes its choices where it is first asked anything, and keeps them:
        so each is asked in its own language alone."""
        with translation.override(language):
            table = self._tables[language]
            own = {name: _header(table, name) for name in table.names}
            if self.table.is_new:
                return own
            above = {f"{ABOVE}{place}": DO_NOT_CHANGE % {"what": what} for place, what in enumerate(self.table.above)}
            return {
                KEY: DO_NOT_CHANGE % {"what": "id"},
                **above,
                **own,
                VERSION: DO_NOT_CHANGE % {"what": gettext("version")},
            }

    # --- out ----------------------------------------------------------------------------------------------------

    def rows(self, actors: list[int]) -> Iterator[list[Value]]:
        """The rows of these actors (primary keys), in their order."""
        for start in range(0, len(actors), AT_ONCE):
            yield from self._rows_of(actors[start : start + AT_ONCE])

    def _rows_of(self, actors: list[int]) -> Iterator[list[Value]]:
        order = {pk: place for place, pk in enumerate(actors)}
        records = list(self.table.read(actors))
        owners = self.table.owners([record.pk for record in records])
        for record in sorted(records, key=lambda one: (order[owners[one.pk]], one.pk)):
            state = self.canonical(self.table.state(record))
            cells = [self.columns[name].shown(state.get(name, [])) for name in self.table.names]
            yield [record.pk, *self.table.says_whose(record), *cells, self.version(record, state)]

    def canonical(self, state: dict[str, list[str]]) -> dict[str, list[str]]:
        """The values of the columns in the one way of writing in which they are compared."""
        return {name: cells.canonical(state.get(name, [])) for name, cells in self.columns.items()}

    def key(self, record: Model) -> str:
        """The record in versions."""
        return f"{self.table.code}-{record.pk}"

    def version(self, record: Model, state: dict[str, list[str]]) -> str:
        """The version of a record with these values."""
        return version_of(self.key(record), self.table.names, state)

    # --- in -----------------------------------------------------------------------------------------------------

    @cached_property
    def known(self) -> dict[str, str]:
        """The columns by what stands over them, in either language."""
        known: dict[str, str] = {}
        for language in (*LANGUAGES, self.language):
            known |= {_folded(words): name for name, words in self.headers_in(language).items()}
        return known

    def find_columns(self, head: list[Value]) -> "Columns":
        """Which column stands where.

        Raises:
            SheetError: there is one that may not be changed or that looks like another one, one that stands twice, or
                those that tell records apart are not there.
        """
        found = Columns()
        for place, words in enumerate(head):
            text = _folded(str(words or ""))
            name = self.known.get(text)
            if name is None and text:
                found.unread.append(str(words))
            elif name in found.places.values():
                raise SheetError(_("The column “%(column)s” stands in this file twice."), column=words)
            elif name:
                found.places[place] = name
        for words in found.unread:
            self._check_unknown(words, set(found.places.values()))
        self._check_head(set(found.places.values()))
        found.missing = [name for name in self.table.names if name not in found.places.values()]
        return found

    def _check_head(self, names: set[str]) -> None:
        missing = {KEY, VERSION} - names if not self.table.is_new else set()
        if missing:
            raise SheetError(
                _(
                    "The columns “id” and “version” must be in the first row, as they were exported. This file does "
                    "not have “%(column)s”."
                ),
                column=sorted(missing)[0],
            )
        if not names & set(self.table.names):
            raise SheetError(_("There is no column in this file that could be changed."))

    def _check_unknown(self, words: str, there: set[str]) -> None:
        """A column of nobody is left alone, unless it may not be changed or is one of ours with a slip in its name."""
        ours = {text: name for text, name in self.known.items() if name not in there}
        if self._not_allowed(words):
            hint = _("The column “%(column)s” is not yours to change. Take it out of the file.")
            raise SheetError(hint, column=words[:60])
        if near := get_close_matches(_folded(words), ours, n=1, cutoff=LOOKS_LIKE):
            hint = _("There is no column “%(column)s”. If you mean “%(near)s”, correct its name; else give it another.")
            raise SheetError(hint, column=words[:60], near=self.headers[ours[near[0]]])
        if self.table.is_new:
            hint = _("This file has a column “%(column)s” that is not in this table. Take it out of the file.")
            raise SheetError(hint, column=words[:60])

    def _not_allowed(self, words: str) -> set[str]:
        form = self.table.blank if not self.table.is_new else None
        names = {name for name in self.table.not_allowed if form and name in form.fields}
        return {name for name in names if _folded(words) in self._words_of(form, name)}

    def _words_of(self, form, name: str) -> set[str]:
        words = set()
        for language in LANGUAGES:
            with translation.override(language):
                words.add(_folded(_capital(form.fields[name].label)))
        return words


def sheet_of(rows: list[list[Value]], user) -> tuple[int, Sheet]:
    """Which of these first rows of a file is its head, and the table that knows most of its columns.

    Raises:
        SheetError: none knows any of them.
    """
    sheets = [Sheet(code, user) for code in ALL_TABLES]
    words = [{_folded(str(one)) for one in row if one not in {None, ""}} for row in rows]
    known = {(place, sheet): len(row & sheet.known.keys()) for place, row in enumerate(words) for sheet in sheets}
    place, sheet = max(known, key=known.get)  # the first of equal ones
    if not known[place, sheet]:
        raise SheetError(
            _("The first row must hold the names of the columns, as they were exported. It says: %(words)s"),
            words=", ".join(str(one) for one in rows[0] if one not in {None, ""})[:120],
        )
    return place, sheet


def _header(table: Table, name: str) -> str:
    """What a column is called, in the language of its table."""
    if table.is_new:
        return table.header(name)
    form, field = table.field(name)
    return label_of(form, field)[0]


def of_actors(sheet: Sheet, actors: QuerySet) -> list[int]:
    """The keys of these actors in the order of their names."""
    return list(actors.in_name_order(sheet.language).values_list("pk", flat=True))


def _folded(text: str) -> str:
    return " ".join(plain_text(text).casefold().split())


def _capital(text: object) -> str:
    return str(text)[:1].upper() + str(text)[1:]


def titles_of_sheets() -> set[str]:
    """What sheets of ours are called in a workbook, in either language."""
    found = set()
    for language in LANGUAGES:
        with translation.override(language):
            found |= {title_of_sheet(table) for table in ALL_TABLES.values()}
    return found


def title_of_sheet(table: type[Table]) -> str:
    """What the sheet of a table is called, as long as a spreadsheet lets it be."""
    return str(table.title)[:31]
