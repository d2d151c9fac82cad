"""Tables in and out of the window: shown before anything is taken in, undone in one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubra_desktop.exchange.table_headings import Heading
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.table_import import Reads, TableImportDialog, TableTold
from hubra_desktop.ui.dialogs.tables import TableExportDialog
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.widgets.table_preview import PreviewModel
from hubra_desktop.ui.widgets.table_ties import TableTies
from hubra_desktop.ui.widgets.undo_keys import TypedLine
from hubra_desktop.work.table_imports import PreviewRow, TablePlan
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

    def ask(
        parent: object,
        name: str,
        reads: Reads,
        tables: Sequence[TableName],
        first: TableName,
        known: object,
        *,
        comparing: bool,
    ) -> TableTold:
        assert not comparing
        told = reads(first, None)
        shown.append(told.plan)
        return told

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
    path.write_bytes(b"K\x00ra du;hej\n")
    window.registers.import_file(path)
    assert window.messages.history[-1].level == "refusal"
    assert window.messages.history[-1].text


class Opened:
    """The preview of a file, as the window opens it, driven by hands."""

    def __init__(self, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.dialogs: list[TableImportDialog] = []
        self.steps: list[Callable[[TableImportDialog], None]] = []

        def ended(dialog: TableImportDialog, do: object = None) -> TableImportDialog:
            self.dialogs.append(dialog)
            for step in self.steps:
                step(dialog)
            return dialog

        monkeypatch.setattr(TableImportDialog, "ended", ended)
        self._window, self._path = window, path

    def taking(self, *steps: Callable[[TableImportDialog], None]) -> TableImportDialog:
        """Open the preview and do the steps in it."""
        self.steps = list(steps)
        self._window.registers.import_file(self._path)
        return self.dialogs[-1]


def fates(dialog: TableImportDialog) -> list[tuple[int, str]]:
    return [(row.number, row.fate) for row in dialog.view.preview.rows]


def test_the_preview_shows_every_value_and_why_another_table_cannot_be(
    window: MainWindow, exported: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened(window, exported("ut.csv"), monkeypatch)

    def choose(dialog: TableImportDialog) -> None:
        assert fates(dialog)[0] == (2, "finns redan")
        model = dialog.view.preview
        heads = [
            model.headerData(place, Qt.Orientation.Horizontal)
            for place in range(model.columnCount())
        ]
        assert heads[:5] == ["Rad", "Blir", "Anmärkning", "Id", "År"]
        assert model.data(model.index(0, 4)) == "2017"
        assert not dialog.accept_button.isEnabled()
        dialog.entries["table"].show_value(TableName.LEDGER)
        dialog._choose()
        assert "”Post”" in dialog._refusal.text()
        assert dialog.stack.currentWidget() is dialog.ties

    dialog = opened.taking(choose)
    dialog._try()
    assert dialog.answer is None


OWN = "datum;leverantor;nettobelopp\n2017-05-01;Kaffebryggarn AB;30.000\n"


def test_headings_are_tied_once_and_a_reading_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(OWN.replace("nettobelopp", "pris"), encoding="utf-8")
    opened = Opened(window, path, monkeypatch)

    def tie(dialog: TableImportDialog) -> None:
        dialog.entries["table"].show_value(TableName.LEDGER)
        dialog._choose()
        assert not dialog.accept_button.isEnabled()
        field = dialog.ties.choices["pris"]
        field.show_value("amount_ore")
        field.activated.emit(field.currentIndex())
        kind = dialog.ties.values["kind"]
        assert isinstance(kind, ChoiceField)
        kind.show_value("kostnad")
        kind.activated.emit(kind.currentIndex())
        post = dialog.ties.values["post"]
        assert isinstance(post, TypedLine)
        post.setText("Trygghetsdagen")
        post.editingFinished.emit()

    def answer(dialog: TableImportDialog) -> None:
        assert dialog._refusal.isHidden()
        assert not dialog.accept_button.isEnabled()
        [question] = dialog.findChildren(ChoiceField, "field-question-amount_ore")
        question.show_value("point")
        question.activated.emit(question.currentIndex())
        assert dialog.accept_button.isEnabled()
        assert dialog.view.preview.rows[0].cells == (
            "2017-05-01", "Kaffebryggarn AB", "30\u00a0kr",
        )  # fmt: skip
        dialog._try()

    opened.taking(tie, answer)
    assert window.messages.history[-1].text == "Importen är klar."
    again = opened.taking()
    assert fates(again) == [(2, "finns redan")]
    assert "nummer 5 i huvudboken" in again.view.preview.rows[0].remark


def test_the_keys_stay_where_they_are_when_a_heading_is_tied(qtbot: QtBot) -> None:
    def told(answers: TableAnswers) -> None:
        heading = Heading(0, "pris", answers.tied.get("pris", ""), "30")
        ties.show_file(SHAPES[TableName.LEDGER], [heading], answers)

    ties = TableTies(told, {"post": ["Arvoden"]})
    qtbot.addWidget(ties)
    told(TableAnswers())
    ties.show()
    ties.activateWindow()
    qtbot.waitUntil(ties.isActiveWindow)
    post = ties.values["post"]
    post.setFocus()
    QTest.keyClicks(post, "Trygghetsdagen")
    kind = ties.values["kind"]
    kind.setFocus()
    assert (ties.values["post"], ties.values["kind"]) == (post, kind)
    assert kind.hasFocus()
    field = ties.choices["pris"]
    field.setFocus()
    field.show_value("amount_ore")
    field.activated.emit(field.currentIndex())
    assert "amount_ore" not in ties.values
    assert ties.choices["pris"].hasFocus()
    assert ties.choices["pris"] is not field


def test_a_row_that_is_unticked_is_left_out(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = plan_page(window)
    before = len(page.plan.activities)
    path = tmp_path / "plan.csv"
    path.write_text("År;Aktivitet\n2017;Ny ett\n2017;Ny två\n", encoding="utf-8")

    def untick(dialog: TableImportDialog) -> None:
        model = dialog.view.preview
        index = model.index(0, 0)
        assert index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        assert fates(dialog) == [(2, "lämnas utanför"), (3, "ny")]
        assert dialog.accept_button.text() == "Läs in 1 rad"
        dialog._try()

    Opened(window, path, monkeypatch).taking(untick)
    assert len(page.plan.activities) == before + 1
    assert page.plan.activities[-1].title == "Ny två"


def test_the_rows_of_a_file_are_a_sound_model(qtbot: QtBot) -> None:
    model = PreviewModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    model.show_rows(["A"], [PreviewRow(2, "ny", ("x",), "", good=True)])
    model.show_rows(["A", "B"], [
        PreviewRow(2, "ny", ("x", "y"), "", good=True),
        PreviewRow(3, "läses inte in", ("", ""), "fel", good=False),
    ])  # fmt: skip
    assert [row.number for row in model.rows] == [3, 2]
    ticks = [model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(2)]
    assert ticks == [None, Qt.CheckState.Checked]
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert tester.model() is model


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
