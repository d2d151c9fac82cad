"""The agenda edited in place: typing, refusing, moving, undoing."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_model import ITEM_MIME
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import edit, editor, items, settle, sheet, shown, trigger, type_over


def test_shows_the_demo_meeting_to_the_minute(window: MainWindow) -> None:
    times = [shown(window, place, AgendaColumn.TIME) for place in range(8)]
    assert times == [
        "15:30–15:35",
        "15:35–16:00",
        "16:00–16:20",
        "16:20–16:30",
        "16:30–16:50",
        "16:50–17:00",
        "17:00–17:10",
        "17:10",
    ]
    numbers = [shown(window, place, AgendaColumn.NUMBER) for place in range(8)]
    assert numbers == ["1", "2", "3", "", "4", "5", "6", "7"]
    assert window.meetings.head.title.text() == "Onsdag 7 mars 2018 · A-salen"
    expected = "15:30–17:10 · 100 min, varav information 65 av 90"
    assert window.meetings.head.summary.text() == expected


def test_the_last_row_is_blank_and_takes_a_new_item(window: MainWindow) -> None:
    before = len(items(window))
    type_over(edit(window, -1, AgendaColumn.TITLE), "Information från skolan")
    titles = [item.title for item in items(window)]
    assert titles[-2:] == ["Information från skolan", "Övriga frågor"]
    assert items(window)[-2].kind is ItemKind.INFORMATION
    model = window.meetings.agenda.model
    assert model.rowCount() == before + 2
    assert model.row_at(before + 1).item is None


def test_enter_in_the_blank_row_goes_on_to_the_next_blank_row(window: MainWindow) -> None:
    type_over(edit(window, -1, AgendaColumn.TITLE), "Ny punkt")
    view = window.meetings.agenda.view
    assert view.currentIndex().row() == window.meetings.agenda.model.rowCount() - 1


def test_a_whole_row_is_typed_with_tab(window: MainWindow) -> None:
    type_over(edit(window, -1, AgendaColumn.TITLE), "Information: Fältarbetet", Qt.Key.Key_Tab)
    settle()
    assert editor(window).column is AgendaColumn.PRESENTERS
    type_over(editor(window), "Maja Lindqvist, fältsekreterare, SÄF", Qt.Key.Key_Tab)
    settle()
    assert editor(window).column is AgendaColumn.MINUTES
    type_over(editor(window), "20", Qt.Key.Key_Tab)
    settle()
    type_over(editor(window), "KS-2018/77")
    added = items(window)[-2]
    assert (added.title, added.duration, added.case_number) == (
        "Information: Fältarbetet",
        20,
        "KS-2018/77",
    )
    assert [(p.name, p.title, p.unit) for p in added.presenters] == [
        ("Maja Lindqvist", "fältsekreterare", "SÄF")
    ]


def test_a_time_that_cannot_be_read_stays_with_its_sentence(window: MainWindow) -> None:
    cell = edit(window, 1, AgendaColumn.TIME)
    type_over(cell, "femton trettio")
    settle()
    assert editor(window) is cell
    assert cell.text() == "femton trettio"
    assert "Jag förstår inte" in cell.refusal
    callout = window.meetings.agenda._callout
    assert callout.isVisible()
    assert callout.text() == cell.refusal
    assert items(window)[1].duration == 25
    cell.setText("25")
    type_over(cell, "30")
    assert items(window)[1].duration == 30
    assert not callout.isVisible()


def test_a_refused_cell_survives_that_the_focus_leaves(window: MainWindow, qtbot: QtBot) -> None:
    cell = edit(window, 1, AgendaColumn.TIME)
    type_over(cell, "25.99", None)
    window.sidebar.setFocus()
    window.meetings.page.view.setFocus()
    settle()
    assert editor(window) is cell
    assert cell.refusal
    assert not window.close()
    assert window.messages.history[-1].text.startswith("Det du har skrivit")


def test_esc_saves_what_was_typed_and_leads_back(window: MainWindow) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    type_over(cell, "Något annat", Qt.Key.Key_Escape)
    settle()
    assert items(window)[1].title == "Något annat"
    assert window.meetings.agenda.view.open_editor() is None
    assert window.meeting.draft == window.meeting.sheet
    trigger(window, "undo")
    assert items(window)[1].title == "Information: Utredning om HuBrå"


def test_the_time_cell_takes_minutes_a_range_and_a_clock_time(window: MainWindow) -> None:
    type_over(edit(window, 1, AgendaColumn.TIME), "0:35")
    assert items(window)[1].duration == 35
    type_over(edit(window, 4, AgendaColumn.TIME), "16.45–17.00")
    assert (items(window)[4].pin, items(window)[4].duration) == (16 * 60 + 45, 15)


def test_what_moves_is_said_and_marked(window: MainWindow) -> None:
    type_over(edit(window, 1, AgendaColumn.MINUTES), "35")
    notice = window.meetings.agenda.checks.heading.text()
    assert "Ärende 3–6 och pausen börjar 10 minuter senare." in notice
    assert "Ctrl+Z" in notice
    model = window.meetings.agenda.model
    assert [model.row_at(p).id in model._moved for p in range(8)] == [
        False,
        False,
        True,
        True,
        True,
        True,
        True,
        False,
    ]


def test_what_was_said_of_a_move_gives_its_place_back(window: MainWindow) -> None:
    agenda = window.meetings.agenda
    before = agenda.checks.heading.text()
    type_over(edit(window, 1, AgendaColumn.MINUTES), "35")
    assert agenda.checks.heading.text() != before
    agenda._calm.timeout.emit()
    assert agenda.checks.heading.text() == before == "Att se över: 2"
    assert not any(agenda.model.row_at(p).id in agenda.model._moved for p in range(8))


def test_what_an_undo_moves_is_done_again_by_the_keys_it_names(window: MainWindow) -> None:
    type_over(edit(window, 1, AgendaColumn.MINUTES), "35")
    trigger(window, "undo")
    notice = window.meetings.agenda.checks.heading.text()
    assert "10 minuter tidigare." in notice
    assert notice.endswith("Gör om med Ctrl+Y.")


def test_consecutive_saves_of_one_visit_are_one_step(window: MainWindow) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    for text in ("Informa", "Information: Utredningen"):
        type_over(cell, text, None)
        assert window.desk.flush()
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert window.actions_["undo"].text() == "&Ångra: ändrad rubrik"
    trigger(window, "undo")
    assert items(window)[1].title == "Information: Utredning om HuBrå"
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].text() == "&Gör om: ändrad rubrik"


def test_a_row_saved_half_written_keeps_its_editor(window: MainWindow) -> None:
    cell = edit(window, -1, AgendaColumn.TITLE)
    type_over(cell, "Infor", None)
    cell.paused.emit()
    assert items(window)[-2].title == "Infor"
    assert editor(window) is cell
    type_over(cell, "Information om läget")
    assert items(window)[-2].title == "Information om läget"
    assert len(items(window)) == 9


def test_the_draft_follows_every_keystroke(window: MainWindow) -> None:
    cell = edit(window, 2, AgendaColumn.TITLE)
    cell.setText("Verksamhetsberättelsen")
    draft = window.meeting.draft
    assert draft is not None
    assert draft.items[2].title == "Verksamhetsberättelsen"
    assert items(window)[2].title.startswith("Verksamhetsberättelse för")
    cell.setText(cell.given)
    assert window.meeting.draft is not None
    assert window.meeting.draft.items[2].title == items(window)[2].title


def test_rows_move_by_the_keyboard_and_stay_chosen(window: MainWindow) -> None:
    first, second = items(window)[1].id, items(window)[2].id
    window.meetings.agenda.view.choose(first, AgendaColumn.TITLE)
    trigger(window, "move-down")
    assert [item.id for item in items(window)][1:3] == [second, first]
    assert window.meetings.agenda.current_id() == first
    trigger(window, "move-up")
    assert [item.id for item in items(window)][1:3] == [first, second]
    assert window.actions_["undo"].text() == "&Ångra: flyttad rad"


def test_a_row_dropped_on_another_place_moves_there(window: MainWindow) -> None:
    model = window.meetings.agenda.model
    moving = items(window)[5].id
    data = model.mimeData([model.index(5, 0)])
    assert data.data(ITEM_MIME).toStdString() == moving
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index(-1, -1))
    assert [item.id for item in items(window)].index(moving) == 1


def test_a_row_is_dropped_with_the_mouse_between_two_others(window: MainWindow) -> None:
    view, model = window.meetings.agenda.view, window.meetings.agenda.model
    moving = items(window)[4].id
    top = view.rowViewportPosition(1)
    dragged = model.mimeData([model.index(4, 0)])  # the event borrows it
    drop = QDropEvent(
        QPointF(200, top + 2),
        Qt.DropAction.MoveAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(drop)
    assert items(window)[1].id == moving
    assert len(items(window)) == 8


def test_the_blank_row_cannot_be_dragged(window: MainWindow) -> None:
    model = window.meetings.agenda.model
    blank = model.index(model.rowCount() - 1, 0)
    assert not model.flags(blank) & Qt.ItemFlag.ItemIsDragEnabled
    drop = model.mimeData([blank])
    assert not model.dropMimeData(drop, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    assert items(window)[0].title == "Godkännande av föredragningslistan"


def test_the_cell_of_minutes_takes_a_range_too(window: MainWindow) -> None:
    type_over(edit(window, 4, AgendaColumn.MINUTES), "16.40–17.00")
    assert (items(window)[4].pin, items(window)[4].duration) == (16 * 60 + 40, 20)
    type_over(edit(window, 4, AgendaColumn.MINUTES), "")
    assert items(window)[4].duration is None


def test_a_removed_row_comes_back_with_undo(window: MainWindow) -> None:
    gone = items(window)[4]
    window.meetings.agenda.view.choose(gone.id, AgendaColumn.TITLE)
    trigger(window, "remove-item")
    assert gone.id not in {item.id for item in items(window)}
    trigger(window, "undo")
    assert items(window)[4] == gone


def test_a_row_is_held_to_its_time_and_let_go(window: MainWindow) -> None:
    window.meetings.agenda.view.choose(items(window)[3].id, AgendaColumn.TITLE)
    trigger(window, "pin")
    assert items(window)[3].pin == 16 * 60 + 20
    assert "fast tid" in str(
        window.meetings.agenda.model.index(3, AgendaColumn.TIME).data(
            Qt.ItemDataRole.AccessibleTextRole
        )
    )
    trigger(window, "pin")
    assert items(window)[3].pin is None


def test_states_of_a_row_are_switched_and_said(window: MainWindow) -> None:
    item_id = items(window)[5].id
    window.meetings.agenda.view.choose(item_id, AgendaColumn.TITLE)
    for action_id in ("closed", "withdrawn", "parallel", "silent"):
        trigger(window, action_id)
    item = items(window)[5]
    assert (item.closed, item.withdrawn, item.parallel) == (True, True, True)
    assert item.print_time is PrintTime.NONE
    second = window.meetings.agenda.model.row_at(5).second
    assert second == "Utgår · Stängda dörrar, offentlig rubrik saknas · Parallellt"
    assert window.actions_["closed"].isChecked()


def test_a_row_becomes_a_sub_item_and_back(window: MainWindow) -> None:
    window.meetings.agenda.view.choose(items(window)[5].id, AgendaColumn.TITLE)
    trigger(window, "indent")
    assert items(window)[5].level == 1
    trigger(window, "outdent")
    assert items(window)[5].level == 0
    window.meetings.agenda.view.choose(items(window)[0].id, AgendaColumn.TITLE)
    trigger(window, "indent")
    assert items(window)[0].level == 0
    assert window.messages.history[-1].text.startswith("Den första raden")


def test_the_kind_is_chosen_from_the_menu_and_from_the_details(window: MainWindow) -> None:
    window.meetings.agenda.view.choose(items(window)[1].id, AgendaColumn.TITLE)
    trigger(window, "kind-decision")
    assert items(window)[1].kind is ItemKind.DECISION
    details = window.meetings.agenda.details
    details.choices["kind"].activated.emit(list(ItemKind).index(ItemKind.HEADING))
    assert items(window)[1].kind is ItemKind.HEADING


def test_details_are_written_when_the_focus_leaves(window: MainWindow) -> None:
    item_id = items(window)[1].id
    window.meetings.agenda.view.choose(item_id, AgendaColumn.TITLE)
    field = window.meetings.agenda.details.texts["inner_note"]
    field.setText("Ring utredaren")
    field.textEdited.emit("Ring utredaren")
    assert window.meetings.agenda.flush()
    assert items(window)[1].inner_note == "Ring utredaren"
    assert window.actions_["undo"].text() == "&Ångra: ändrad inre anteckning"


def test_new_rows_and_breaks_come_below_the_current_row(window: MainWindow) -> None:
    window.meetings.agenda.view.choose(items(window)[1].id, AgendaColumn.TITLE)
    trigger(window, "add-break")
    added = items(window)[2]
    assert (added.kind, added.title, added.duration) == (ItemKind.BREAK, "Paus", 10)
    assert window.meetings.agenda.current_id() == added.id


def test_a_finding_leads_to_its_cell(window: MainWindow) -> None:
    panel = window.meetings.agenda
    finding = next(f for f in panel.checks.list.findings if f.field == "presenters")
    panel.checks.chosen.emit(finding)
    index = panel.view.currentIndex()
    assert (panel.current_id(), index.column()) == (finding.item_id, AgendaColumn.PRESENTERS)


def test_presenters_and_case_numbers_are_completed(window: MainWindow) -> None:
    cell = edit(window, 6, AgendaColumn.PRESENTERS)
    words = window.meetings.agenda.view.delegate._words
    assert ("Björn Rosborg, utredare",) * 2 in words[AgendaColumn.PRESENTERS]
    assert any(value == "KS-2018/451.181" for _, value in words[AgendaColumn.CASE_NUMBER])
    cell.completer().setCompletionPrefix("polisen; klock")
    completer = cell.completer()
    assert completer.completionCount() >= 1
    assert completer.currentCompletion().startswith("polisen; Catarina Klockerud")


def test_a_word_typed_just_now_is_offered_in_the_next_cell(window: MainWindow) -> None:
    type_over(edit(window, 6, AgendaColumn.TITLE), "Nattvandring i Flemingsberg")
    edit(window, 7, AgendaColumn.TITLE)
    words = window.meetings.agenda.view.delegate._words
    assert ("Nattvandring i Flemingsberg",) * 2 in words[AgendaColumn.TITLE]


def test_words_of_a_register_are_not_offered_in_another(window: MainWindow, tmp_path: Path) -> None:
    edit(window, 6, AgendaColumn.TITLE)
    delegate = window.meetings.agenda.view.delegate
    assert delegate._words[AgendaColumn.TITLE]
    window.desk.flush()
    window.desk.use(Workspace.create(tmp_path / "annat.hubra"))
    window.meetings.agenda.words_asked.emit()
    assert not delegate._words[AgendaColumn.TITLE]


def test_a_register_open_for_reading_cannot_be_edited(
    empty_window: MainWindow, register: object
) -> None:
    window = empty_window
    assert window.registers.open(register, read_only=True)  # type: ignore[arg-type]
    window.show_page("page-meetings")
    model = window.meetings.agenda.model
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not window.actions_["remove-item"].isEnabled()
    assert window._read_only.isVisible()
    assert sheet(window).items
