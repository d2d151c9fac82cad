"""Tables from files and to files: shown before anything is taken in, undone in one step."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.table_saving import save_table

if TYPE_CHECKING:
    from hubra_desktop.exchange.table_reading import TableAnswers, TableRead
    from hubra_desktop.exchange.tables import TableName
    from hubra_desktop.model.progress import Progress
    from hubra_desktop.ui.dialogs.table_import import TableTold
    from hubra_desktop.work.table_files import TableFile


class TableActions(QObject):
    """Takes in and writes the tables of the ledger, grants, activities and measurements."""

    def __init__(self, desk: Desk, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        actions.connect_all({"export-table": self.export, "paste-table": self.paste})

    def take_in(self, path: Path) -> None:
        """Show what a table would bring, and take in its good rows if that is agreed to.

        What was told of its headings is remembered. Raises InputError when the file cannot
        be read.
        """
        self._take(path.name, partial(_file_at, path))

    def paste(self) -> None:
        """Show what a table on the clipboard would bring, and take it in as a file's."""
        from hubra_desktop.work.table_files import TableFile

        text = QGuiApplication.clipboard().text()
        name = say("Urklipp")
        with self._desk.refusing():
            self._desk.must_be_writable()
            if not text.strip():
                raise refusal(
                    "Urklipp är tomt. Markera tabellen med sina rubriker där den finns, kopiera "
                    "den och försök igen."
                )
            if self._desk.flush_or_say():
                self._take(name, lambda: TableFile(name, text.encode()))

    def _take(self, name: str, file_of: Callable[[], "TableFile"]) -> None:
        from hubra_desktop.work.table_memory import remember_answers

        told = ask_table_of(self._desk, self._window, name, file_of)
        if told is None or told.plan.command is None:
            return
        if self._desk.attempt(told.plan.command, confirmed=None) is not None:
            headings = [each.text for each in told.plan.read.headings]
            remember_answers(told.plan.name, headings, told.answers)
            self._say_done(len(told.plan.bad))

    def _say_done(self, left: int) -> None:
        told = say("Importen är klar.")
        if left:
            told = say_count(
                "Importen är klar. {n} rad lämnades utanför.",
                "Importen är klar. {n} rader lämnades utanför.",
                left,
            )
        self._desk.messages.tell(told, "undo")

    def export(self) -> None:
        """Ask for a table, a year and a file, and write the table there."""
        from hubra_desktop.ui.dialogs.tables import TableExportDialog
        from hubra_desktop.work.money_tables import export_any
        from hubra_desktop.work.queries import years as meeting_years
        from hubra_desktop.work.queries.money import budget_years
        from hubra_desktop.work.queries.plan import plan_years

        if not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            held = (each.year for each in meeting_years(reader))
            years = sorted({*plan_years(reader), *budget_years(reader), *held}, reverse=True)
        answer = TableExportDialog.ask(self._window, years)
        if answer is None:
            return
        name, year = answer
        save_table(
            self._desk,
            self._window,
            f"{name}{f'-{year}' if year else ''}",
            lambda reader, xlsx: export_any(reader, name, year, xlsx=xlsx),
        )


def ask_table_file(
    desk: Desk, window: QWidget, path: Path, *, comparing: bool = False
) -> "TableTold | None":
    """Show what a file with a table would bring; see ``ask_table_of``."""
    return ask_table_of(desk, window, path.name, partial(_file_at, path), comparing=comparing)


def ask_table_of(
    desk: Desk,
    window: QWidget,
    source: str,
    file_of: Callable[[], "TableFile"],
    *,
    comparing: bool = False,
) -> "TableTold | None":
    """Show what a table from somewhere would bring; return what is agreed to, or None.

    ``source`` is what it is called. ``comparing`` is for accounts that are to be held
    against the ledger, and not booked. Raises InputError when it cannot be read.
    """
    from hubra_desktop.exchange.tables import TableName
    from hubra_desktop.ui.dialogs.table_import import TableImportDialog
    from hubra_desktop.work.table_names import known_words

    found = _read_file(window, source, file_of, desk.today())
    if found is None:
        return None
    file, likely = found
    tables = file.fitting
    if comparing:
        tables = tuple(each for each in tables if each is TableName.LEDGER)
        if not tables:
            raise refusal("Filen är inte en bokföring. Välj en SIE-, CSV- eller Excelfil.")
    first = TableName.LEDGER if comparing else likely
    with desk.read() as reader:
        known = known_words(reader)
    reads = _reading(desk, window, source, file, comparing=comparing)
    return TableImportDialog.ask(window, source, reads, tables, first, known, comparing=comparing)


def _reading(
    desk: Desk, window: QWidget, source: str, file: "TableFile", *, comparing: bool
) -> "Callable[[TableName, TableAnswers | None], TableTold]":
    """Return what reads the file as a table with answers, beside the window."""
    from hubra_desktop.exchange.table_reading import NO_ANSWERS
    from hubra_desktop.ui.dialogs.table_import import TableTold
    from hubra_desktop.ui.dialogs.work import read_beside
    from hubra_desktop.work.table_accounts import compared_answers
    from hubra_desktop.work.table_comparison import plan_comparison
    from hubra_desktop.work.table_imports import plan_table

    def reads(name: "TableName", told: "TableAnswers | None") -> TableTold:
        first = compared_answers() if comparing else NO_ANSWERS

        def understand(progress: "Progress") -> "tuple[TableRead, TableAnswers]":
            if told is None:
                return file.understood(name, desk.today(), first, progress)
            return file.read(name, desk.today(), told, progress), told

        understood = read_beside(window, source, understand)
        if understood is None:
            raise refusal("Läsningen avbröts. Välj vad filen innehåller för att läsa den igen.")
        read, answers = understood
        if comparing:
            return TableTold(plan_comparison(name, read, source), answers)
        with desk.read() as reader:
            return TableTold(plan_table(reader, name, read, answers, source), answers)

    return reads


def _file_at(path: Path) -> "TableFile":
    from hubra_desktop.work.table_files import TableFile

    return TableFile.at(path)


def _read_file(
    window: QWidget, source: str, file_of: Callable[[], "TableFile"], today: date
) -> "tuple[TableFile, TableName] | None":
    """Read a file beside the window; return it with the table it most likely is.

    None when that was given up. Raises InputError when it cannot be read.
    """
    from hubra_desktop.ui.dialogs.work import read_beside

    def read(progress: "Progress") -> "tuple[TableFile, TableName]":
        file = file_of()
        return file, file.likely(today, progress)

    return read_beside(window, source, read)
