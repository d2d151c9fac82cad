"""What hinders the kallelse stands in the way of calling it, with a way to each and one past."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.dispatch.calling import StopsPanel
from hubra_desktop.work.edits import Change
from tests.ui.hands import settle, sheet, trigger


@pytest.fixture
def stopped(window: MainWindow) -> MainWindow:
    """The window at a planned meeting without a place."""
    values = {"state": MeetingState.PLANNED, "place": "", "link": ""}
    window.desk.run(Change(Meeting, sheet(window).id, values))
    window.activateWindow()
    settle()
    return window


def panel(window: MainWindow) -> StopsPanel:
    return window.meetings.calling.panel


def press_call(window: MainWindow) -> None:
    """Choose among the facts that the meeting is called already: nothing is sent."""
    window.actions_["show-facts"].setChecked(True)
    state = window.meetings.facts.choices["state"]
    state.setFocus()
    state.setCurrentIndex(list(MeetingState).index(MeetingState.CALLED))
    state.activated.emit(state.currentIndex())
    settle()


def test_nothing_stands_in_the_way_of_a_meeting_that_lacks_nothing(window: MainWindow) -> None:
    window.desk.run(Change(Meeting, sheet(window).id, {"state": MeetingState.PLANNED}))
    press_call(window)
    assert sheet(window).state is MeetingState.CALLED
    assert not panel(window).isVisible()


def test_a_stop_hinders_the_call_and_says_where_it_is_mended(stopped: MainWindow) -> None:
    press_call(stopped)
    assert sheet(stopped).state is MeetingState.PLANNED
    assert panel(stopped).isVisible()
    (line,) = panel(stopped).list.lines()
    assert line.text() == "Stopp: Sammanträdet har ingen plats. Skriv var det hålls."
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    place = stopped.meetings.facts.texts["place"]
    assert place.hasFocus()


def test_when_it_is_mended_the_call_is_offered(stopped: MainWindow) -> None:
    press_call(stopped)
    assert panel(stopped).go_on.text() == "Kalla ändå"
    assert panel(stopped).go_on.property("role") != "primary"
    stopped.desk.run(Change(Meeting, sheet(stopped).id, {"place": "A-salen"}))
    settle()
    assert panel(stopped).go_on.text() == "Kalla"
    panel(stopped).go_on.click()
    assert sheet(stopped).state is MeetingState.CALLED
    assert not panel(stopped).isVisible()


def test_it_is_called_all_the_same_only_on_purpose(stopped: MainWindow) -> None:
    press_call(stopped)
    QTest.keyClick(panel(stopped), Qt.Key.Key_Escape)
    assert not panel(stopped).isVisible()
    assert sheet(stopped).state is MeetingState.PLANNED
    press_call(stopped)
    panel(stopped).go_on.click()
    assert sheet(stopped).state is MeetingState.CALLED
    trigger(stopped, "undo")
    assert sheet(stopped).state is MeetingState.PLANNED


def test_the_keys_stay_where_the_list_was_asked_for(stopped: MainWindow) -> None:
    press_call(stopped)
    panel(stopped).go_on.setFocus()
    panel(stopped).go_on.click()
    settle()
    assert stopped.meetings.facts.choices["state"].hasFocus()


def test_the_agenda_has_the_keys_when_the_facts_are_folded(stopped: MainWindow) -> None:
    trigger(stopped, "show-facts")
    stopped.meetings.facts.texts["place"].setFocus()
    trigger(stopped, "show-facts")
    settle()
    assert stopped.meetings.agenda.view.hasFocus()
    line = stopped.meetings.agenda.details.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    trigger(stopped, "show-details")
    settle()
    assert stopped.meetings.agenda.view.hasFocus()


@pytest.mark.parametrize("action", ["save-pdf", "print", "view-pdf", "save-as"])
def test_papers_are_hindered_too(
    stopped: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    done: list[str] = []
    out = stopped.meetings.page.out
    for name in ("save", "print", "view"):
        monkeypatch.setattr(out, name, lambda *_, **__: done.append("done"))
    monkeypatch.setattr(
        "hubra_desktop.ui.pages.meetings.save_as.SaveAsDialog.ask",
        lambda *_: None,
    )
    trigger(stopped, action)
    assert panel(stopped).isVisible()
    assert done == []
    panel(stopped).go_on.click()
    assert not panel(stopped).isVisible()
    assert done == ([] if action == "save-as" else ["done"])


def test_a_kallelse_that_nothing_hinders_is_saved_at_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer: Callable[..., Path] = lambda *_: tmp_path / "ut.pdf"  # noqa: E731
    monkeypatch.setattr(files, "ask_pdf", answer)
    trigger(window, "save-pdf")
    assert (tmp_path / "ut.pdf").exists()


def test_the_list_goes_with_the_meeting_it_is_about(stopped: MainWindow) -> None:
    press_call(stopped)
    stopped.meeting.close()
    assert not panel(stopped).isVisible()
