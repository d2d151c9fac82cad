"""What a dialog, or a form with a button, cannot use stays in it, told at the field it is about."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.dialogs.new_register import NewRegisterDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from tests.ui.hands import settle, sheet, trigger
from tests.ui.money import page as money_page


def test_a_refused_new_meeting_is_told_in_its_dialog(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    before = sheet(window).id

    def answer(dialog: NewMeetingDialog) -> NewMeetingDialog:
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
    dialog = NewRegisterDialog()
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
