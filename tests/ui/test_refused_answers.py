"""What a dialog, or a form with a button, cannot use stays in it, told at the field it is about."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.meeting_rules import check_meeting_times
from hubra_desktop.model.templates import standard_template
from hubra_desktop.ui.dialogs.first_start import COUNCIL, MEETING, FirstStartDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from tests.ui.hands import settle, sheet, trigger
from tests.ui.money import page as money_page

Do = Callable[[object], object]


def test_a_refused_new_meeting_is_told_in_its_dialog(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    before = sheet(window).id

    def answer(dialog: NewMeetingDialog, do: Do) -> NewMeetingDialog:
        dialog._do = do
        dialog.show()
        entries = dialog.entries
        entries["date"].field.setText("16 maj 2018")
        entries["place"].field.setText("N" * 5_000)
        dialog._try()
        asked.append(entries["place"].told.text())
        assert dialog.isVisible()
        assert entries["place"].field.text() == "N" * 5_000
        entries["place"].field.setText("A-salen")
        dialog._try()
        assert not dialog.isVisible()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(NewMeetingDialog, "ended", answer)
    trigger(window, "new-meeting")
    assert asked
    assert "för lång" in asked[0]
    assert sheet(window).id != before
    assert sheet(window).place == "A-salen"


def test_a_name_too_long_for_a_register_is_told_before_its_place_is_asked_for(
    dressed: QApplication, qtbot: QtBot
) -> None:
    dialog = FirstStartDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.entries["organisation"].field.setText("N" * 5_000)
    dialog._try()
    assert dialog.answer is None
    assert dialog.entries["organisation"].refused


def test_a_form_tells_a_refusal_at_the_field_that_it_is_about(window: MainWindow) -> None:
    """Not at the amount, which refusals of the whole are told at."""
    page = money_page(window)
    page.show_part("ledger")
    trigger(window, "book-entry")
    settle()
    form = page.side.form
    assert form is not None
    form.entries["amount_ore"].field.setText("100")
    form.entries["voucher"].field.setText("N" * 5_000)
    form.send()
    assert [name for name, entry in form.entries.items() if entry.refused] == ["voucher"]


@pytest.fixture
def new_meeting(dressed: QApplication, qtbot: QtBot) -> NewMeetingDialog:
    """The dialog for a new meeting on a day that has been written."""
    dialog = NewMeetingDialog(date(2018, 3, 7), [], ("A-salen",), None, standard_template())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.entries["date"].field.setText("16 maj 2018")
    return dialog


def write(dialog: NewMeetingDialog, name: str, text: str) -> None:
    field = dialog.entries[name].field
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)


def test_an_evening_meeting_is_made_by_writing_when_it_begins(
    new_meeting: NewMeetingDialog,
) -> None:
    write(new_meeting, "start", "18.30")
    assert new_meeting.entries["end"].field.text() == "20.30"
    new_meeting._try()
    assert (new_meeting.answer.start, new_meeting.answer.end) == (1110, 1230)
    assert not new_meeting.isVisible()


def test_the_end_keeps_the_length_that_was_typed(new_meeting: NewMeetingDialog) -> None:
    write(new_meeting, "end", "16.15")
    write(new_meeting, "start", "9.00")
    assert new_meeting.entries["end"].field.text() == "09.45"


def test_a_refusal_stands_in_the_dialog_and_goes_when_either_time_is_mended(
    new_meeting: NewMeetingDialog,
) -> None:
    def make(_: object) -> None:
        check_meeting_times(930, 900)

    new_meeting._do = make
    new_meeting._try()
    assert new_meeting.isVisible()
    assert "innan det börjar" in new_meeting.entries["end"].told.text()
    write(new_meeting, "start", "14.00")
    assert not new_meeting.entries["end"].refused
    new_meeting._do = lambda _: (_ for _ in ()).throw(InputError("Filen är upptagen."))
    new_meeting._try()
    assert new_meeting._refusal.isVisible()
    write(new_meeting, "place", "B-salen")
    assert not new_meeting._refusal.isVisible()


def test_what_a_dialog_is_for_and_is_left_undone_keeps_it_open(
    new_meeting: NewMeetingDialog,
) -> None:
    new_meeting._do = lambda _: False
    new_meeting._try()
    assert new_meeting.isVisible()


def test_a_register_that_cannot_be_made_is_told_in_the_dialog(
    empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    taken = tmp_path / "upptagen.hubra"
    taken.write_text("något annat")

    def answer(dialog: FirstStartDialog, do: Do) -> FirstStartDialog:
        dialog._do = do
        dialog.show()
        dialog.entries["organisation"].field.setText("Rådet")
        dialog.entries["file"].field.setText(str(taken))
        dialog.show_step(MEETING)
        dialog.skip.click()
        assert dialog.step == COUNCIL
        told.append(dialog.entries["file"].told.text())
        assert dialog.isVisible()
        dialog.reject()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(FirstStartDialog, "ended", answer)
    trigger(empty_window, "new-register")
    assert told
    assert told[0]
    assert empty_window.desk.workspace is None


def test_the_end_goes_along_with_the_start_among_the_facts(window: MainWindow) -> None:
    trigger(window, "show-facts")
    start = window.meetings.facts.texts["start"]
    write_over(window.meetings.facts.texts["end"], "17.30")
    write_over(start, "18.30")
    assert start.flush()
    assert (sheet(window).start, sheet(window).end) == (1110, 1230)
    assert window.meetings.facts.texts["end"].text() == "20:30"
    trigger(window, "undo")
    assert (sheet(window).start, sheet(window).end) == (930, 1050)


def write_over(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
