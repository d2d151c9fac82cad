"""Rows of the agenda on the clipboard, and text of other programs made rows."""

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hubra_desktop.model.terms import ItemKind
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_clipboard import MOST_ROWS, ROWS_MIME
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from tests.ui.agenda_hands import choose, clipboard_text, said, titles
from tests.ui.hands import edit, editor, items, trigger, type_over


def test_rows_are_copied_whole_and_as_text(window: MainWindow) -> None:
    window.meetings.agenda.editing.change(items(window)[2].id, {"closed": True, "note": "Bilaga"})
    choose(window, 1, 2)
    trigger(window, "copy-rows")
    carried = QGuiApplication.clipboard().mimeData()
    lines = carried.text().split("\n")
    assert lines[0] == (
        "15:35–16:00\t\tInformation: Utredning om HuBrå\tBjörn Rosborg, utredare\t25\t"
    )
    assert carried.hasFormat(ROWS_MIME)
    choose(window, 6)
    trigger(window, "paste-rows")
    one, two = items(window)[7:9]
    assert (one.title, one.duration, len(one.presenters)) == (items(window)[1].title, 25, 1)
    assert (two.closed, two.note, two.case_number) == (True, "Bilaga", "KS-2018/451.181")
    assert window.meetings.agenda.chosen_ids() == (one.id, two.id)
    assert said(window) == "2 rader klistrades in."
    trigger(window, "undo")
    assert len(items(window)) == 8


def test_rows_that_are_cut_come_back_where_they_are_pasted(window: MainWindow) -> None:
    before = titles(window)
    choose(window, 1, 2)
    trigger(window, "cut-rows")
    assert titles(window) == [before[0], *before[3:]]
    window.meetings.agenda.view.choose("", AgendaColumn.TITLE)
    trigger(window, "paste-rows")
    assert titles(window) == [before[0], *before[3:7], before[1], before[2], before[7]]


def test_four_lines_from_word_are_four_rows(window: MainWindow) -> None:
    clipboard_text(
        "1.\tMötets öppnande\r\n2.\tInformation från skolan\r\n\r\n• Lägesbild (20 min)\r\nPaus\r\n"
    )
    window.meetings.agenda.view.choose("", AgendaColumn.TITLE)
    trigger(window, "paste-rows")
    made = items(window)[7:11]
    assert [item.title for item in made] == [
        "Mötets öppnande",
        "Information från skolan",
        "Lägesbild",
        "Paus",
    ]
    assert [item.kind for item in made][::3] == [ItemKind.FORMALITY, ItemKind.BREAK]
    assert made[2].duration == 20
    assert titles(window)[-1] == "Övriga frågor"


def test_cells_from_a_table_fall_into_their_places(window: MainWindow) -> None:
    clipboard_text(
        "Tid\tNr\tÄrende\tFöredragande\tMin\tDiarienr\n"
        "17.10–17.25\t8\tLägesbild\tAnna Berg, utredare\t15\tKS-2018/77\n"
        "25.99\tFel tid\t5\n"
    )
    choose(window, 6)
    trigger(window, "paste-rows")
    one, two = items(window)[7:9]
    assert (one.title, one.duration, one.pin, one.case_number) == (
        "Lägesbild",
        15,
        None,
        "KS-2018/77",
    )
    assert [each.name for each in one.presenters] == ["Anna Berg"]
    assert (two.title, two.duration) == ("Fel tid 25.99", 5), "what cannot be read is kept"


def test_nothing_to_paste_and_far_too_much_are_refused(window: MainWindow) -> None:
    before = items(window)
    clipboard_text(" \n\t\n")
    trigger(window, "paste-rows")
    assert said(window).startswith("Det finns ingen text att klistra in.")
    clipboard_text("rad\n" * (MOST_ROWS + 50))
    trigger(window, "paste-rows")
    assert said(window).endswith(f"Klistra in högst {MOST_ROWS} åt gången.")
    assert items(window) == before


def test_damaged_rows_on_the_clipboard_are_taken_as_text(window: MainWindow) -> None:
    choose(window, 1)
    trigger(window, "copy-rows")
    carried = QGuiApplication.clipboard().mimeData()
    damaged = QMimeData()
    damaged.setText(carried.text())
    damaged.setData(ROWS_MIME, QByteArray(b'[{"title": 7}]'))
    QGuiApplication.clipboard().setMimeData(damaged)
    trigger(window, "paste-rows")
    assert titles(window)[2] == titles(window)[1]


def test_the_menu_cuts_and_pastes_in_the_text_that_is_written(window: MainWindow) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    cell.selectAll()
    trigger(window, "cut-rows")
    assert cell.text() == ""
    trigger(window, "paste-rows")
    assert cell.text() == "Information: Utredning om HuBrå"
    assert len(items(window)) == 8
    assert isinstance(cell, QLineEdit)


def test_lines_pasted_in_an_open_title_are_rows_in_place_of_an_empty_one(
    window: MainWindow,
) -> None:
    choose(window, 1)
    trigger(window, "add-item")
    clipboard_text("Ett\nTvå\n")
    QTest.keyClick(editor(window), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert titles(window)[2:4] == ["Ett", "Två"]
    assert len(items(window)) == 10
    trigger(window, "undo")
    assert titles(window)[2] == ""
    type_over(edit(window, 2, AgendaColumn.TITLE), "Skrivet", None)
    trigger(window, "paste-rows")
    assert titles(window)[2:5] == ["Skrivet", "Ett", "Två"]


def test_lines_pasted_in_the_blank_row_come_before_other_questions(window: MainWindow) -> None:
    cell = edit(window, -1, AgendaColumn.TITLE)
    clipboard_text("Ett\nTvå")
    QTest.keyClick(cell, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert titles(window)[-3:] == ["Ett", "Två", "Övriga frågor"]
    assert window.meetings.agenda.view.open_editor() is None


def test_one_line_pasted_in_a_title_stands_there(window: MainWindow) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    cell.selectAll()
    clipboard_text("En rad\n")
    QTest.keyClick(cell, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor(window).text().strip() == "En rad"


def test_lines_of_presenters_are_parted(window: MainWindow) -> None:
    cell = edit(window, 0, AgendaColumn.PRESENTERS)
    clipboard_text("Anna Berg, utredare\r\nLeif Nilsson, enhetschef, NBF\r\n")
    QTest.keyClick(cell, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.flush()
    assert [each.name for each in items(window)[0].presenters] == ["Anna Berg", "Leif Nilsson"]
