"""A year of meetings proposed in a dialog, and the periods that it keeps clear of."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from hubra_desktop.model.meeting_year import (
    YearCalendar,
    YearWish,
    proposed_days,
    usual_holidays,
)
from hubra_desktop.model.records.meeting import MeetingTemplate
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.deadlines.blocked_periods import PeriodsDialog
from hubra_desktop.ui.pages.meetings.deadlines.meeting_year import MeetingYearDialog, YearAsked
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from hubra_desktop.work.commands.meeting_year import MakeMeetings, SavePeriods
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.queries import meetings_of
from hubra_desktop.work.queries.meeting_year import blocked_periods, year_calendar, year_wish

READS = YearAsked(lambda year: YearWish(year=year), lambda _: YearCalendar(), lambda *_: None)


@pytest.fixture
def dialog(dressed: object) -> Iterator[MeetingYearDialog]:
    template = MeetingTemplate(start=930, end=1050, place="A-salen")
    made = MeetingYearDialog(2017, READS, template, ())
    made.show()
    yield made
    made.close()
    made.deleteLater()


def days(dialog: MeetingYearDialog) -> list[str]:
    return [dialog.rows.id_at(place) for place in range(dialog.rows.rowCount())]


def test_the_days_are_shown_with_their_reasons_and_made(dialog: MeetingYearDialog) -> None:
    assert days(dialog) == ["2017-03-08", "2017-05-17", "2017-09-13", "2017-11-22"]
    assert dialog.told.text() == "Onsdag 8 mars 2017: andra onsdagen i mars."
    assert dialog.accept_button.text() == "Skapa 4 sammanträden"
    dialog._drop()
    dialog._replacing(dialog.rows.row_at(0).proposed)(date(2017, 5, 25))
    assert days(dialog)[0] == "2017-05-25"
    assert dialog.rows.row_at(0).proposed.against == "Kristi himmelsfärdsdag"
    dialog._try()
    first, *rest = dialog.answer.meetings
    assert (first, len(rest)) == (NewMeeting(date(2017, 5, 25), 930, 1050, "A-salen"), 2)


def test_a_wish_that_cannot_be_read_leaves_the_days(dialog: MeetingYearDialog) -> None:
    dialog.entries["count"].show_raw("tolv")
    dialog._propose()
    assert len(days(dialog)) == 4
    dialog.entries["count"].show_value(2)
    dialog._propose()
    assert days(dialog) == ["2017-04-05", "2017-10-18"]


def test_the_meetings_are_one_step_in_the_register(window: MainWindow) -> None:
    with window.desk.read() as reader:
        wish, calendar = year_wish(reader, 2019), year_calendar(reader, 2019)
    found = proposed_days(wish, calendar)
    command = MakeMeetings(tuple(NewMeeting(each.day, 930) for each in found))
    assert window.desk.run(command) is not None
    with window.desk.read() as reader:
        assert len(meetings_of(reader, 2019)) == wish.count
        assert set(year_calendar(reader, 2019).meetings) == {each.day for each in found}
    window.desk.undo()
    with window.desk.read() as reader:
        assert not meetings_of(reader, 2019)


def test_periods_are_stored_as_they_stand(window: MainWindow) -> None:
    window.desk.run(SavePeriods(usual_holidays(2018)))
    with window.desk.read() as reader:
        periods = blocked_periods(reader)
    dialog = PeriodsDialog(periods, 2018, window)
    dialog.lines._add_usual()  # they are there already
    dialog.lines._add()  # a line where nothing is written
    dialog.lines._remove(dialog.lines._lines[0])
    dialog._try()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer.periods == periods[1:]
    line = dialog.lines._lines[0].entries
    line["last"].show_raw("2018-01-01")
    assert dialog.lines.read() is None
    assert line["last"].refused
    dialog.deleteLater()
    window.desk.run(SavePeriods(periods[1:]))
    with window.desk.read() as reader:
        assert blocked_periods(reader, 2018) == periods[1:]
        assert not blocked_periods(reader, 2019)


def test_a_new_meeting_is_told_what_speaks_against_its_day(window: MainWindow) -> None:
    against = window.meetings_actions._against
    dialog = NewMeetingDialog(
        date(2018, 3, 1), (), (), None, MeetingTemplate(), window, against=against
    )
    dialog.show()
    field = dialog.form.texts["date"]
    for typed, told in (
        ("2018-05-10", "Torsdag 10 maj 2018. Tänk på: Kristi himmelsfärdsdag."),
        ("2018-03-07", "Onsdag 7 mars 2018. Tänk på: Huddinges brottsförebyggande råd."),
        ("2018-03-14", "Onsdag 14 mars 2018"),
    ):
        field.selectAll()
        QTest.keyClicks(field, typed)
        assert dialog.entries["date"].told.text() == told
    dialog.close()
    dialog.deleteLater()
