"""A meeting that has been called: what changed after, its kallelse as it went out, its end."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.dispatch.lifting import CancelDialog, MoveMeetingDialog
from hubra_desktop.work.calling.calls import current_call, prepare_call, rendered_call
from hubra_desktop.work.commands.calls import IssueCall
from hubra_desktop.work.edits import Change
from hubra_desktop.work.issued_papers import issued_pdf
from tests.ui.hands import settle, sheet, trigger

DAY = date(2018, 2, 28)


@pytest.fixture
def called(window: MainWindow) -> MainWindow:
    """The window at a meeting that was called on 28 February 2018."""
    with window.desk.read() as reader:
        read = prepare_call(reader, sheet(window).id, audience=Audience.PUBLIC, day=DAY)
    issue = IssueCall((rendered_call(read),), "Åsa Ek", datetime(2018, 2, 28, 9))
    assert window.desk.run(issue) is not None
    settle()
    return window


def test_what_changes_after_the_kallelse_stands_under_the_head(called: MainWindow) -> None:
    line = called.meetings.changed
    assert line.isHidden()
    item = next(each for each in sheet(called).items if each.title)
    called.desk.run(Change(Item, item.id, {"title": "En annan rubrik"}))
    settle()
    assert line.isVisible()
    assert line.button.text() == "Ändrad efter kallelsen den 28 februari 2018: 1 ändring"
    assert line.told.isHidden()
    line.button.click()
    assert "till ”En annan rubrik”." in line.told.text()
    called.desk.workspace.undo()  # type: ignore[union-attr]


def test_the_saved_kallelse_is_the_one_that_went_out(
    called: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kallelse.pdf"
    monkeypatch.setattr("hubra_desktop.ui.dialogs.files.ask_pdf", lambda *_: path)
    called.desk.run(Change(Meeting, sheet(called).id, {"place": "B-salen"}))
    trigger(called, "save-pdf")
    with called.desk.read() as reader:
        call = current_call(reader, sheet(called).id)
        assert call is not None
        assert path.read_bytes() == issued_pdf(reader, call.id)
    assert "Sedan dess: 1 ändring." in called.desk.messages.history[-1].text
    trigger(called, "save-call-draft")
    assert path.read_bytes() != issued_pdf_of(called, call.id)
    assert called.meetings.page.file_name(draft=True).endswith("version 2.pdf")


def issued_pdf_of(window: MainWindow, call: str) -> bytes:
    with window.desk.read() as reader:
        return issued_pdf(reader, call)


def answers(monkeypatch: pytest.MonkeyPatch, dialog: type, values: dict[str, object]) -> None:
    """Let a dialog be filled in and accepted instead of shown."""

    def ended(self: object, do: Callable[[object], object]) -> None:
        entries = self.entries  # type: ignore[attr-defined]
        for name, value in values.items():
            entries[name].show_value(value)
        self._try()  # type: ignore[attr-defined]
        do(self.answer)  # type: ignore[attr-defined]

    monkeypatch.setattr(dialog, "ended", ended)


def test_a_meeting_is_cancelled_from_the_menu(
    called: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, CancelDialog, {"reason": "För få kan komma."})
    trigger(called, "cancel-meeting")
    assert sheet(called).state is MeetingState.CANCELLED
    assert sheet(called).lifted_reason == "För få kan komma."
    assert "är inställt" in called.desk.messages.history[-1].text


def test_a_meeting_is_moved_from_the_menu_and_the_new_one_opened(
    called: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = sheet(called)
    answers(monkeypatch, MoveMeetingDialog, {"date": date(2018, 3, 14), "place": "C-salen"})
    trigger(called, "move-meeting")
    new = sheet(called)
    assert (new.date, new.place, new.state) == (
        date(2018, 3, 14), "C-salen", MeetingState.PLANNED,
    )  # fmt: skip
    assert [each.title for each in new.items] == [
        each.title for each in old.items if not each.withdrawn
    ]
