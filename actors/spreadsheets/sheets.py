"""One table in one language, for one person: its head, its rows as cells, and what a head that comes back says."""

from collections.abc import Iterable, Iterator
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

KEY, VERSION, ABOVE = "id", "version", "above"
AT_ONCE = 200  # actors that are read at once
ALL_TABLES: dict[str, type[Table]] = {**TABLES, Arrivals.code: Arrivals}
DO_NOT_CHANGE = _("%(what)s (do not change)")


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
        return self._headers_in(self.language)

    def _headers_in(self, language: str) -> dict[str, str]:
        with translation.override(language):
            own = {name: self.header(name) for name in self.table.names}
            if self.table.is_new:
                return own
            above = {f"{ABOVE}{place}": DO_NOT_CHANGE % {"what": what} for place, what in enumerate(self.table.above)}
            return {
                KEY: DO_NOT_CHANGE % {"what": "id"},
                **above,
                **own,
                VERSION: DO_NOT_CHANGE % {"what": gettext("version")},
            }

    def header(self, name: str) -> str:
        """What a column is called, in the active language."""
        if self.table.is_new:
            return self.table.header(name)
        form, field = self.table.field(name)
        return label_of(form, field)[0]

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
            known |= {_folded(words): name for name, words in self._headers_in(language).items()}
        return known

    def find_columns(self, head: list[Value]) -> tuple[dict[int, str], list[str]]:
        """Which column stands where, and the columns of the table that are not there.

        Raises:
            SheetError: there is one of no meaning here, one that stands twice, or those that tell records apart are
                not there.
        """
        known = self.known
        found: dict[int, str] = {}
        for place, words in enumerate(head):
            text = _folded(str(words or ""))
            if not text:
                continue
            if text not in known:
                raise self._unknown(str(words))
            if known[text] in found.values():
                raise SheetError(_("The column “%(column)s” stands in this file twice."), column=words)
            found[place] = known[text]
        self._check_head(set(found.values()))
        return found, [name for name in self.table.names if name not in found.values()]

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

    def _unknown(self, words: str) -> SheetError:
        hint = _("This file has a column “%(column)s” that is not in this table. Take it out of the file.")
        if self._not_allowed(words):
            hint = _("The column “%(column)s” is not yours to change. Take it out of the file.")
        return SheetError(hint, column=words[:60])

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


def sheet_of(head: list[Value], user) -> Sheet:
    """The table of which this is the head: the one that knows most of its columns.

    Raises:
        SheetError: none knows any of them.
    """
    words = {_folded(str(one)) for one in head if one not in {None, ""}}
    sheets = [Sheet(code, user) for code in ALL_TABLES]
    known = [len(words & sheet.known.keys()) for sheet in sheets]
    if not max(known):
        raise SheetError(
            _("The first row must hold the names of the columns, as they were exported. It says: %(words)s"),
            words=", ".join(str(one) for one in head if one not in {None, ""})[:120],
        )
    return sheets[known.index(max(known))]


def of_actors(sheet: Sheet, actors: QuerySet) -> list[int]:
    """The keys of these actors in the order of their names."""
    return list(actors.in_name_order(sheet.language).values_list("pk", flat=True))


def _folded(text: str) -> str:
    return " ".join(text.removeprefix("\ufeff").casefold().split())


def _capital(text: object) -> str:
    return str(text)[:1].upper() + str(text)[1:]


def titles(codes: Iterable[str]) -> dict[str, str]:
    """What tables are called."""
    return {code: str(ALL_TABLES[code].title) for code in codes}
