"""What is seen of the agenda: the place of presenters, widths, clashes and clock times."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.ui import settings
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, agenda_rows
from hubra_desktop.ui.pages.meetings.agenda.agenda_view import FITTED, AgendaView
from hubra_desktop.work.commands.settings import ChangeHouseStyle
from tests.ui.hands import edit, editor, items, settle, shown, trigger, type_over

NBSP = "\u00a0"


def view_of(window: MainWindow) -> AgendaView:
    view = window.meetings.agenda.view
    view._fit()
    return view


def presenters_place(window: MainWindow, row: int) -> QPoint:
    model = window.meetings.agenda.model
    line = view_of(window).visualRect(model.index(row, AgendaColumn.PRESENTERS))
    return line.topLeft() + QPoint(12, 6)


def click(window: MainWindow, place: QPoint) -> None:
    view = window.meetings.agenda.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def test_a_click_under_a_title_begins_to_write_who_presents_it(window: MainWindow) -> None:
    click(window, presenters_place(window, 0))
    assert editor(window).column is AgendaColumn.PRESENTERS
    type_over(editor(window), "Anna Berg, utredare")
    assert [each.name for each in items(window)[0].presenters] == ["Anna Berg"]


def test_a_click_beside_the_words_that_ask_only_chooses_the_row(window: MainWindow) -> None:
    click(window, presenters_place(window, 2) + QPoint(200, 0))
    view = window.meetings.agenda.view
    assert view.open_editor() is None
    assert view.currentIndex() == window.meetings.agenda.model.index(2, AgendaColumn.TITLE)


def test_rows_are_chosen_together_on_the_place_of_presenters_too(window: MainWindow) -> None:
    view, ids = window.meetings.agenda.view, [item.id for item in items(window)]
    click(window, presenters_place(window, 1))
    place, control = presenters_place(window, 2), Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, place)
    settle()
    assert window.meetings.agenda.chosen_ids() == (ids[1], ids[2])


def test_a_click_on_presenters_that_are_there_only_goes_to_them(window: MainWindow) -> None:
    click(window, presenters_place(window, 1))
    view = window.meetings.agenda.view
    assert view.open_editor() is None
    assert view.currentIndex().row() == 1
    assert view.currentIndex().column() == AgendaColumn.PRESENTERS


def test_rows_without_presenters_keep_a_line_for_them_but_breaks_do_not(
    window: MainWindow,
) -> None:
    view, model = view_of(window), window.meetings.agenda.model
    small = QFontMetrics(view.font()).height() // 2
    plain, paused = view.rowHeight(0), view.rowHeight(3)
    assert items(window)[3].kind is ItemKind.BREAK
    assert plain > paused + small
    assert not model.row_at(3).asks_presenters
    assert not model.row_at(model.rowCount() - 1).asks_presenters


def test_tab_and_shift_tab_go_as_the_eye_does(window: MainWindow) -> None:
    seen = []
    edit(window, 1, AgendaColumn.TIME)
    for press in range(5):
        if press:
            QTest.keyClick(editor(window), Qt.Key.Key_Tab)
            settle()
        seen.append(editor(window).column)
    assert seen == [
        AgendaColumn.TIME,
        AgendaColumn.TITLE,
        AgendaColumn.PRESENTERS,
        AgendaColumn.MINUTES,
        AgendaColumn.CASE_NUMBER,
    ]
    back = [editor(window).column]
    for _ in range(4):
        QTest.keyClick(editor(window), Qt.Key.Key_Backtab)
        settle()
        back.append(editor(window).column)
    assert back == seen[::-1]


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_no_heading_time_or_case_number_is_cut_or_split(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    item = items(window)[1]
    window.meetings.agenda.editing.change(item.id, {"case_number": "KS-2018/451.181"})
    settle()
    view, model = view_of(window), window.meetings.agenda.model
    metrics = QFontMetrics(view.font())
    for column in FITTED:
        room = view.columnWidth(column) - 16
        for row in range(model.rowCount()):
            for word in model.row_at(row).cells[column].split():
                assert metrics.horizontalAdvance(word) <= room, word
        assert view.columnWidth(column) >= view.horizontalHeader().sectionSizeHint(column)
    others = sum(view.columnWidth(column) for column in FITTED)
    assert view.columnWidth(AgendaColumn.TITLE) >= view.viewport().width() - others - 2


def test_titles_take_the_room_that_no_case_number_needs(window: MainWindow) -> None:
    before = view_of(window).columnWidth(AgendaColumn.TITLE)
    for item in items(window):
        window.meetings.agenda.editing.change(item.id, {"case_number": ""})
    assert view_of(window).columnWidth(AgendaColumn.TITLE) > before


def test_a_case_number_without_end_leaves_titles_their_room(window: MainWindow) -> None:
    item = items(window)[1]
    window.meetings.agenda.editing.change(item.id, {"case_number": "KS-" + "1" * 300})
    view = view_of(window)
    assert view.columnWidth(AgendaColumn.TITLE) >= view.viewport().width() * 0.35


def test_a_column_drawn_wider_stays_so_and_is_remembered(window: MainWindow) -> None:
    view = view_of(window)
    view.horizontalHeader().resizeSection(AgendaColumn.TIME, 190)
    assert view_of(window).columnWidth(AgendaColumn.TIME) == 190
    view.horizontalHeader().resizeSection(AgendaColumn.NUMBER, 2)
    assert view_of(window).columnWidth(AgendaColumn.NUMBER) > 2
    window.meetings.remember()
    assert settings.stored_text("meetings/widths").startswith(f"{int(AgendaColumn.TIME)}:190")
    view.chosen_widths.clear()
    window.meetings.restore()
    assert view.chosen_widths[AgendaColumn.TIME] == 190


def clashing() -> Meeting:
    anna = (Presenter(id="p", name="Anna Berg"),)
    rows = (
        Item(id="a", title="A", duration=30),
        Item(id="b", title="B", duration=20, pin=940),
        Item(id="c", title="C", duration=20),
        Item(id="d", title="D", duration=20, presenters=anna),
        Item(id="e", title="E", duration=20, presenters=anna, parallel=True, place="B"),
    )
    return Meeting(date=date(2018, 3, 7), start=930, place="A", items=rows)


def test_both_rows_that_collide_are_marked_and_say_why() -> None:
    sheet = clashing()
    rows = agenda_rows(sheet, HouseStyle(), findings(sheet, HouseStyle()))
    assert [bool(row.clash) for row in rows] == [True, True, False, True, True, False]
    assert rows[0].clash == rows[1].clash
    assert rows[0].clash.startswith("Krock:")
    assert "på två ställen samtidigt" in rows[3].clash
    assert all(row.clash in row.spoken[AgendaColumn.TIME] for row in (rows[1], rows[4]))


def test_a_clash_is_told_in_the_window_where_the_times_stand(window: MainWindow) -> None:
    type_over(edit(window, 3, AgendaColumn.TIME), "16.10–16.30")
    model = window.meetings.agenda.model
    tips = [
        model.index(row, AgendaColumn.TIME).data(Qt.ItemDataRole.ToolTipRole) for row in range(6)
    ]
    assert [bool(tip) for tip in tips] == [False, False, True, True, False, False]
    assert tips[2].startswith("Krock: Paus börjar 16:10")
    view = view_of(window)
    assert view.rowHeight(3) > QFontMetrics(view.font()).height() * 2
    trigger(window, "undo")
    assert not model.row_at(3).clash


def test_clock_times_in_the_window_are_written_as_the_house_writes_them(
    window: MainWindow,
) -> None:
    facts = window.meetings.facts
    assert shown(window, 0, AgendaColumn.TIME) == "15:30–15:35"
    assert facts.texts["start"].text() == "15:30"
    assert window.meetings.head.summary.text().startswith("15:30–17:10")
    window.desk.run(ChangeHouseStyle({"time_separator": "."}))
    settle()
    assert shown(window, 0, AgendaColumn.TIME) == "15.30–15.35"
    assert facts.texts["start"].text() == "15.30"
    assert window.meetings.head.summary.text().startswith("15.30–17.10")
    type_over(edit(window, 1, AgendaColumn.MINUTES), "35")
    assert "slutar 17.20" in window.meetings.agenda.checks.heading.text()
    type_over(edit(window, 1, AgendaColumn.TIME), "16.00–16.00", None)
    assert not window.desk.flush()
    assert "16.00" in editor(window).refusal
    QTest.keyClick(editor(window), Qt.Key.Key_Escape)
    trigger(window, "undo")
    trigger(window, "undo")
    type_over(edit(window, 1, AgendaColumn.TIME), "16.00–16.00", None)
    assert not window.desk.flush()
    assert "16:00" in editor(window).refusal


def test_the_moment_of_saving_is_a_clock_time_too(window: MainWindow) -> None:
    trigger(window, "save")
    assert ":" in window.messages.history[-1].text.removeprefix("Sparat ")


def test_a_row_is_the_same_whatever_it_collides_with() -> None:
    sheet = clashing()
    plain, marked = (
        agenda_rows(sheet, HouseStyle()),
        agenda_rows(sheet, HouseStyle(), findings(sheet, HouseStyle())),
    )
    assert [replace(row, clash="", spoken=()) for row in marked] == [
        replace(row, spoken=()) for row in plain
    ]
