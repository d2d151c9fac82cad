"""Item models under Qt's own tester, and the smallest steps between two lists of rows."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.ui.models.rows import Insert, RowMove, RowRemoval, steps
from hubra_desktop.ui.pages.meetings.agenda.agenda_model import AgendaModel
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, agenda_rows
from hubra_desktop.ui.pages.meetings.meetings_model import ID_ROLE, MeetingsModel
from hubra_desktop.work.queries import MeetingRow, MeetingYear

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LISTS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def applied(before: list[str], after: list[str]) -> list[str]:
    now = list(before)
    for step in steps(before, after):
        if isinstance(step, RowRemoval):
            del now[step.at]
        elif isinstance(step, Insert):
            now.insert(step.at, step.id)
        else:
            assert step.source != step.target
            now.insert(step.target, now.pop(step.source))
    return now


@given(LISTS, LISTS)
def test_steps_lead_from_one_list_to_the_other(before: list[str], after: list[str]) -> None:
    assert applied(before, after) == after


@given(LISTS, st.data())
def test_one_row_that_moves_is_one_step(before: list[str], data: st.DataObject) -> None:
    if not before:
        return
    after = list(before)
    row = after.pop(data.draw(st.integers(0, len(before) - 1)))
    after.insert(data.draw(st.integers(0, len(after))), row)
    found = steps(before, after)
    assert len(found) <= 1
    assert all(isinstance(step, RowMove) for step in found)


def agenda(*titles: str) -> Meeting:
    items = tuple(Item(id=title, title=title, duration=10) for title in titles)
    return Meeting(date=date(2018, 3, 7), start=930, items=items)


def test_the_agenda_model_keeps_rows_by_id() -> None:
    model = AgendaModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.show_rows(agenda_rows(agenda("a", "b", "c"), HouseStyle()))
    kept = QPersistentModelIndex(model.index(1, AgendaColumn.TITLE))
    for titles in (("c", "b", "a"), ("b",), ("x", "b", "y", "z"), ("z", "y", "b")):
        model.show_rows(agenda_rows(agenda(*titles), HouseStyle()))
        assert kept.data() == "b"
    model.show_rows(agenda_rows(agenda(), HouseStyle()))
    assert not kept.isValid()
    assert model.rowCount() == 1


def test_only_rows_that_differ_are_told() -> None:
    model = AgendaModel()
    model.show_rows(agenda_rows(agenda("a", "b", "c"), HouseStyle()))
    told: list[int] = []

    def note(top: QModelIndex, bottom: QModelIndex) -> None:
        told.extend(range(top.row(), bottom.row() + 1))

    model.dataChanged.connect(note)
    sheet = agenda("a", "b", "c")
    last = Item(id="c", title="annat", duration=10)
    changed = Meeting(date=sheet.date, start=sheet.start, items=(*sheet.items[:2], last))
    model.show_rows(agenda_rows(changed, HouseStyle()))
    assert told == [2]


def test_every_cell_of_the_agenda_is_spoken() -> None:
    model = AgendaModel()
    model.show_rows(agenda_rows(agenda("a", "b"), HouseStyle()))
    for place in range(model.rowCount()):
        for column in AgendaColumn:
            spoken = model.index(place, column).data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken, (place, column)


def test_the_blank_row_can_become_the_row_just_made() -> None:
    model = AgendaModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.show_rows(agenda_rows(agenda("a"), HouseStyle()))
    blank = QPersistentModelIndex(model.index(1, AgendaColumn.TITLE))
    model.adopt("b")
    model.show_rows(agenda_rows(agenda("a", "b"), HouseStyle()))
    assert (blank.row(), blank.data()) == (1, "b")
    assert model.rowCount() == 3


def row(meeting_id: str, day: date, state: MeetingState = MeetingState.PLANNED) -> MeetingRow:
    return MeetingRow(meeting_id, day, 930, None, MeetingKind.ORDINARY, state, "A-salen", "Rådet")


def test_the_tree_reads_a_year_when_it_is_opened() -> None:
    asked: list[int] = []
    held = {
        2018: [row("b", date(2018, 5, 16)), row("a", date(2018, 3, 7), MeetingState.HELD)],
        2017: [row("c", date(2017, 11, 22))],
    }

    def read(year: int) -> list[MeetingRow]:
        asked.append(year)
        return held[year]

    model = MeetingsModel(read)
    tester = QAbstractItemModelTester(model, FATAL, model)
    tester.setUseFetchMore(False)
    model.show_years([MeetingYear(2018, 2), MeetingYear(2017, 1)])
    seen = model.index_of("a", 2018)
    assert asked == [2018]
    assert seen.data() == "7 mars · Hållet"
    assert seen.data(ID_ROLE) == "a"
    extra = row("e", date(2018, 3, 7))._replace(start=1080)
    held[2018] = [row("d", date(2018, 9, 12)), *held[2018], extra]
    kept = QPersistentModelIndex(seen)
    model.show_years([MeetingYear(2018, 3), MeetingYear(2017, 1)])
    assert kept.data(ID_ROLE) == "a"
    assert kept.row() == 2
    several = [model.index_of(each, 2018).data() for each in ("d", "a", "e")]
    assert several == ["12 september", f"7 mars {clock(930)} · Hållet", f"7 mars {clock(1080)}"]
    model.show_years([MeetingYear(2017, 1)])
    assert not kept.isValid()


def test_years_and_meetings_are_spoken() -> None:
    model = MeetingsModel(lambda year: [row("a", date(year, 3, 7))])
    model.show_years([MeetingYear(2018, 1)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "2018, 1 sammanträde"
    spoken = model.index_of("a", 2018).data(role)
    assert spoken == "Onsdag 7 mars 2018, A-salen, Ordinarie, Planerat"
