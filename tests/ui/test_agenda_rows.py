"""Rows of the agenda: where new ones go, emptied cells, and rows chosen together."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.agenda.send_rows import SendRowsDialog, other_meetings
from hubra_desktop.work.queries import meeting_sheet
from tests.ui.agenda_hands import choose, said, titles
from tests.ui.hands import edit, editor, items, leave_alone, settle, sheet, trigger, type_over


def test_a_title_typed_last_is_put_before_other_questions(window: MainWindow) -> None:
    count = len(items(window))
    cell = edit(window, -1, AgendaColumn.TITLE)
    type_over(cell, "Infor", None)
    cell.paused.emit()
    assert titles(window)[-2:] == ["Infor", "Övriga frågor"]
    assert editor(window) is cell
    type_over(cell, "Information om läget", Qt.Key.Key_Tab)
    assert titles(window)[-2:] == ["Information om läget", "Övriga frågor"]
    type_over(editor(window), "Anna Berg, utredare", Qt.Key.Key_Tab)
    type_over(editor(window), "15", Qt.Key.Key_Tab)
    type_over(editor(window), "KS-2018/77", Qt.Key.Key_Tab)
    made = items(window)[-2]
    assert (made.duration, made.case_number, len(made.presenters)) == (15, "KS-2018/77", 1)
    assert window.meetings.agenda.current_id() == ""
    type_over(editor(window), "Nästa sammanträde", Qt.Key.Key_Tab)
    QTest.keyClick(editor(window), Qt.Key.Key_Tab)
    type_over(editor(window), "5")
    index = window.meetings.agenda.view.currentIndex()
    assert (window.meetings.agenda.current_id(), index.column()) == ("", AgendaColumn.TITLE)
    assert titles(window)[-3:] == ["Information om läget", "Övriga frågor", "Nästa sammanträde"]
    assert len(items(window)) == count + 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_words_that_are_offered_hold_no_key_back(window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    cell = edit(window, -1, AgendaColumn.TITLE)
    QTest.keyClicks(cell, "Information: Utredning om Hu")
    popup = cell.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, key)
    settle()
    settle()  # the key is sent once more, and Enter closes the cell a moment later
    assert titles(window)[-2] == "Information: Utredning om Hu"
    view = window.meetings.agenda.view
    if key == Qt.Key.Key_Tab:
        assert view.currentIndex().column() == AgendaColumn.PRESENTERS
        assert window.meetings.agenda.current_id() == items(window)[-2].id
    else:
        assert window.focusWidget() is view
        assert window.meetings.agenda.current_id() == ""


def test_the_page_shows_a_new_row_where_it_will_stand(window: MainWindow) -> None:
    cell = edit(window, -1, AgendaColumn.TITLE)
    type_over(cell, "Ny", None)
    draft = window.meeting.draft
    assert draft is not None
    assert [item.title for item in draft.items][-2:] == ["Ny", "Övriga frågor"]


def test_the_kind_of_a_new_row_follows_its_title_until_it_is_left(window: MainWindow) -> None:
    cell = edit(window, -1, AgendaColumn.TITLE)
    type_over(cell, "Pa", None)
    cell.paused.emit()
    assert items(window)[-2].kind is ItemKind.INFORMATION
    type_over(cell, "Paus")
    made = items(window)[-2]
    assert (made.title, made.kind) == ("Paus", ItemKind.BREAK)
    trigger(window, "undo")
    assert made.id not in {item.id for item in items(window)}, "one visit is one step"
    trigger(window, "redo")
    type_over(edit(window, len(items(window)) - 2, AgendaColumn.TITLE), "Beslut om något")
    assert items(window)[-2].kind is ItemKind.BREAK, "a row that is there keeps its kind"


@pytest.mark.parametrize("place", [0, 3, 7, -1])
def test_ctrl_enter_never_puts_a_row_after_other_questions(window: MainWindow, place: int) -> None:
    view = window.meetings.agenda.view
    view.choose(items(window)[place].id if place >= 0 else "", AgendaColumn.TITLE)
    trigger(window, "add-item")
    assert titles(window)[-1] == "Övriga frågor"
    wanted = place + 1 if 0 <= place < 7 else 7
    assert titles(window)[wanted] == ""
    assert window.meetings.agenda.current_id() == items(window)[wanted].id


def move_mouse(window: MainWindow, y: int) -> None:
    """Move the mouse over the agenda with no button held down."""
    viewport = window.meetings.agenda.view.viewport()
    none, place = Qt.MouseButton.NoButton, QPointF(300, y)
    plain = Qt.KeyboardModifier.NoModifier
    where = QPointF(viewport.mapToGlobal(place.toPoint()))
    moved = QMouseEvent(QEvent.Type.MouseMove, place, where, none, none, plain)
    QApplication.sendEvent(viewport, moved)
    settle()


def hover(window: MainWindow, place: int) -> None:
    """Move the mouse to the border over a row."""
    view = window.meetings.agenda.view
    view._fit()
    move_mouse(window, view.rowViewportPosition(place) + 2)


def test_a_plus_between_two_rows_makes_one_there(window: MainWindow) -> None:
    handle = window.meetings.agenda.view.insertion
    assert handle.isHidden()
    hover(window, 2)
    assert not handle.isHidden()
    assert handle.accessibleName().startswith("Ny rad före Verksamhetsberättelse")
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    settle()
    assert titles(window)[2] == ""
    assert handle.isHidden()
    type_over(editor(window), "Mitt emellan")
    assert titles(window)[2] == "Mitt emellan"


def test_the_plus_stands_aside_in_rows_and_while_a_cell_is_open(window: MainWindow) -> None:
    view = window.meetings.agenda.view
    hover(window, 2)
    move_mouse(window, view.rowViewportPosition(2) + 20)
    assert view.insertion.isHidden()
    edit(window, 1, AgendaColumn.TITLE)
    hover(window, 2)
    assert view.insertion.isHidden()


EMPTIED = [
    (AgendaColumn.TIME, 3, "Tid", "duration", None),
    (AgendaColumn.TITLE, 1, "Ärende och föredragande", "title", ""),
    (AgendaColumn.MINUTES, 1, "Min", "duration", None),
    (AgendaColumn.PRESENTERS, 1, "Föredragande", "presenters", ()),
    (AgendaColumn.CASE_NUMBER, 2, "Diarienr", "case_number", ""),
]


@pytest.mark.parametrize(("column", "place", "heading", "field", "empty"), EMPTIED)
@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_del_empties_the_cell_and_says_so(
    window: MainWindow,
    column: AgendaColumn,
    place: int,
    heading: str,
    field: str,
    empty: object,
    key: Qt.Key,
) -> None:
    before = items(window)
    model = window.meetings.agenda.model
    stood = model.row_at(place).typed[column]
    view = window.meetings.agenda.view
    view.choose(before[place].id, column)
    QTest.keyClick(view, key)
    assert getattr(items(window)[place], field) == empty
    assert said(window) == f"Rutan {heading} tömdes. Där stod ”{stood}”."
    assert window.messages.history[-1].action == "undo"
    assert len(items(window)) == len(before)
    trigger(window, "undo")
    assert items(window) == before


def test_del_in_an_empty_cell_does_nothing(window: MainWindow) -> None:
    view = window.meetings.agenda.view
    view.choose(items(window)[0].id, AgendaColumn.CASE_NUMBER)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    view.choose("", AgendaColumn.TITLE)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert not window.messages.history
    assert not window.actions_["undo"].isEnabled()


def test_the_menu_empties_the_cell_that_is_open(window: MainWindow) -> None:
    edit(window, 1, AgendaColumn.TITLE)
    trigger(window, "clear-cell")
    assert editor(window).text() == ""
    assert window.desk.flush()
    assert items(window)[1].title == ""
    trigger(window, "undo")
    assert items(window)[1].title == "Information: Utredning om HuBrå"


def test_ctrl_del_removes_the_rows_chosen_and_says_which(window: MainWindow) -> None:
    before = items(window)
    view = window.meetings.agenda.view
    choose(window, 1, 4)
    QTest.keyClick(view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(items(window)) == len(before) - 2
    assert said(window) == (
        "2 rader togs bort: ”Information: Utredning om HuBrå” och "
        "”Information: Våldsbejakande extremism”."
    )
    assert window.meetings.agenda.chosen_ids() == (window.meetings.agenda.current_id(),)
    trigger(window, "undo")
    assert items(window) == before
    assert window.meetings.agenda.chosen_ids() == (before[1].id, before[4].id)


def test_many_rows_that_go_are_counted(window: MainWindow) -> None:
    choose(window, 0, 1, 2, 4, 5)
    trigger(window, "remove-item")
    assert said(window).startswith("5 rader togs bort: ”Godkännande av föredragningslistan”, ")
    assert said(window).endswith(" och 3 till.")


def test_a_long_title_is_told_in_short(window: MainWindow) -> None:
    item = items(window)[1]
    window.meetings.agenda.editing.change(item.id, {"title": "Lång rubrik " * 30})
    choose(window, 1)
    trigger(window, "remove-item")
    assert said(window).endswith("…”.")
    assert len(said(window)) < 100


def test_shift_and_ctrl_choose_rows_together(window: MainWindow) -> None:
    view, model = window.meetings.agenda.view, window.meetings.agenda.model
    ids = [item.id for item in items(window)]
    view.choose(ids[1], AgendaColumn.TITLE)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.meetings.agenda.chosen_ids() == tuple(ids[1:3])
    view._fit()
    there = view.visualRect(model.index(5, AgendaColumn.TITLE)).topLeft() + QPoint(60, 8)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, there)
    assert window.meetings.agenda.chosen_ids() == (ids[1], ids[2], ids[5])
    view.choose(ids[0], AgendaColumn.TITLE)
    assert window.meetings.agenda.chosen_ids() == (ids[0],)


def test_rows_chosen_move_together_and_stay_chosen(window: MainWindow) -> None:
    ids = [item.id for item in items(window)]
    chosen = choose(window, 1, 2)
    trigger(window, "move-down")
    assert [item.id for item in items(window)][:4] == [ids[0], ids[3], ids[1], ids[2]]
    assert window.meetings.agenda.chosen_ids() == chosen
    trigger(window, "move-up")
    assert [item.id for item in items(window)] == ids
    assert window.actions_["undo"].text() == "&Ångra: flyttade rader"


def test_rows_chosen_are_dragged_together(window: MainWindow) -> None:
    ids = [item.id for item in items(window)]
    model = window.meetings.agenda.model
    data = model.mimeData([model.index(5, 0), model.index(5, 2), model.index(4, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index(-1, -1))
    assert [item.id for item in items(window)][:4] == [ids[0], ids[4], ids[5], ids[1]]


def test_rows_are_sent_to_another_meeting_in_one_step(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, here = items(window), sheet(window)
    with window.desk.read() as reader:
        target = other_meetings(reader, here)[0]
        rows_there = len(meeting_sheet(reader, target.id).items)
    answers = [target.id]
    monkeypatch.setattr(SendRowsDialog, "ask", lambda _window, _rows, send: send(answers[0]))
    chosen = choose(window, 1, 2)
    trigger(window, "send-rows")
    assert [item.id for item in items(window)] == [
        item.id for item in before if item.id not in chosen
    ]
    with window.desk.read() as reader:
        there = meeting_sheet(reader, target.id)
    assert set(chosen) <= {item.id for item in there.items}
    assert len(there.items) == rows_there + 2
    assert said(window).startswith("2 rader flyttades till sammanträdet ")
    trigger(window, "undo")
    assert items(window) == before


def test_there_may_be_no_other_meeting(window: MainWindow) -> None:
    leave_alone(window)
    choose(window, 1)
    trigger(window, "send-rows")
    assert said(window).startswith("Det finns inget annat sammanträde")


def test_the_dialog_offers_other_meetings_the_next_first(window: MainWindow) -> None:
    with window.desk.read() as reader:
        found = other_meetings(reader, sheet(window))
    dialog = SendRowsDialog(found)
    choice = dialog.form.choices["meeting_id"]
    assert choice.count() == len(found) > 1
    days = [row.date for row in found]
    assert days == sorted(days, reverse=True), "all of the demo's others came before"
    dialog.entries["meeting_id"].show_value(found[1].id)
    dialog._try()
    assert dialog.answer == found[1].id
    assert isinstance(sheet(window), Meeting)


def test_the_row_that_ctrl_and_a_key_lead_to_is_the_one_chosen(window: MainWindow) -> None:
    view = window.meetings.agenda.view
    choose(window, 2)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.selectionModel().selectedRows()) == 2
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
    assert view.chosen_ids() == (items(window)[0].id,)
