"""Tables in and out of the window: shown before anything is taken in, undone in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.tables import Reads, TableExportDialog, TableImportDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.table_imports import TablePlan
from tests.ui.hands import settle, trigger
from tests.ui.plan_hands import plan_page


@pytest.fixture
def exported(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Path]:
    """Write the activities of 2017 as the menu does, in a file of the name given."""

    def export(name: str) -> Path:
        path = tmp_path / name
        monkeypatch.setattr(TableExportDialog, "ask", lambda *_: (TableName.ACTIVITIES, 2017))
        monkeypatch.setattr(files, "ask_table", lambda *_: path)
        trigger(window, "export-table")
        return path

    return export


def agreed(monkeypatch: pytest.MonkeyPatch) -> list[TablePlan]:
    """Let the preview be agreed to; return what it showed."""
    shown: list[TablePlan] = []

    def ask(parent: object, name: str, reads: Reads, first: TableName) -> TablePlan:
        shown.append(reads(first))
        return shown[-1]

    monkeypatch.setattr(TableImportDialog, "ask", ask)
    return shown


@pytest.mark.parametrize("name", ["ut.csv", "ut.xlsx"])
def test_what_was_written_is_here_already_when_it_comes_back(
    window: MainWindow,
    exported: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    path = exported(name)
    assert window.messages.history[-1].text == f"Exporterat till {name}."
    shown = agreed(monkeypatch)
    window.registers.import_file(path)
    assert shown[-1].name is TableName.ACTIVITIES
    assert shown[-1].command is None
    assert not shown[-1].bad


def test_good_rows_are_taken_in_and_bad_ones_named(
    window: MainWindow, exported: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = plan_page(window)
    before = len(page.plan.activities)
    path = exported("ut.csv")
    text = path.read_text(encoding="utf-8-sig")
    head, first, *_ = text.splitlines()
    first = first[first.index(";") :]  # a row without an id is a new one
    fresh = first.replace("Prioriterade samverkansområden", "Nya samverkansområden")
    wrong = first.replace("Prioriterade", "Andra").replace("enomförd", "enomtänkt")
    path.write_text(f"{head}\n{fresh}\n{wrong}\n", encoding="utf-8-sig")
    shown = agreed(monkeypatch)
    window.registers.import_file(path)
    assert len(shown[-1].bad) == 1
    assert len(page.plan.activities) == before + 1
    assert window.messages.history[-1].text == "Importen är klar. 1 rad lämnades utanför."
    trigger(window, "undo")
    assert len(page.plan.activities) == before


def test_a_table_dropped_on_the_window_is_taken_in_too(
    window: MainWindow, exported: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = exported("ut.csv")
    shown = agreed(monkeypatch)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    given = (
        QPointF(40, 40),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (QDragEnterEvent(*given), QDropEvent(*given)):
        QApplication.sendEvent(window, event)
    settle()
    assert len(shown) == 1


def test_a_file_that_is_no_table_is_refused_with_a_sentence(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "brev.csv"
    path.write_text("Kära du;hej\n1;2\n", encoding="utf-8")
    window.registers.import_file(path)
    assert window.messages.history[-1].level == "refusal"
    assert window.messages.history[-1].text


def test_the_preview_lists_what_comes_and_says_why_another_table_cannot(
    window: MainWindow, exported: Callable[[str], Path], qtbot: QtBot
) -> None:
    path = exported("ut.csv")
    seen: list[TableName] = []

    def reads(name: TableName) -> TablePlan:
        from datetime import date

        from hubra_desktop.work.table_files import TableFile
        from hubra_desktop.work.table_imports import plan_table

        seen.append(name)
        read = TableFile.at(path).read(name, date(2017, 6, 1))
        with window.desk.read() as reader:
            return plan_table(reader, name, read)

    dialog = TableImportDialog("ut.csv", reads, TableName.ACTIVITIES)
    qtbot.addWidget(dialog)
    assert dialog.lines.count() >= 1
    assert not dialog.accept_button.isEnabled()
    dialog.entries["table"].show_value(TableName.LEDGER)
    dialog._choose()
    assert not dialog._refusal.isHidden()
    assert seen == [TableName.ACTIVITIES, TableName.LEDGER]
    dialog._try()
    assert dialog.answer is None


def test_the_export_asks_for_table_and_year(qtbot: QtBot) -> None:
    dialog = TableExportDialog([2018, 2017])
    qtbot.addWidget(dialog)
    dialog.entries["table"].show_value(TableName.GRANTS)
    dialog.entries["year"].show_value(2017)
    dialog._try()
    answers = [dialog.answer]
    dialog.entries["year"].show_value(None)
    dialog._try()
    answers.append(dialog.answer)
    assert answers == [(TableName.GRANTS, 2017), (TableName.GRANTS, None)]
