"""The part Efter mötet: recipients and bodies that are asked, under the decisions of a meeting."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.minutes.minutes_terms import AnchoringAnswer
from hubra_desktop.model.records.council import Body
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.after.after_part import AfterPart
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.after_meeting import AfterMeeting, after_meeting
from tests.ui.hands import settle, trigger
from tests.work.held_office import held_office
from tests.work.test_approval import MarkApproved


@pytest.fixture
def part(empty_window: MainWindow, tmp_path: Path) -> AfterPart:
    """The part over a meeting that was held."""
    path = tmp_path / "held.hubra"
    office = held_office(path)
    office.run(Add(Body, {"name": "Kultur och fritid", "email": "kof@exempel.se"}))
    office.workspace.close()
    assert empty_window.registers.open(path)
    empty_window.show_page("page-meetings")
    assert empty_window.meetings.go_to("meeting", "held")
    empty_window.meetings.parts.show_part("after")
    settle()
    found = empty_window.findChild(AfterPart)
    assert found is not None
    return found


def told(window: MainWindow) -> str:
    message = window.bar.message
    return message.text if message else ""


def after(window: MainWindow) -> AfterMeeting:
    window.desk.flush()
    settle()
    with window.desk.read() as reader:
        return after_meeting(reader, "held", window.desk.today())


def test_a_recipient_is_added_to_a_decision_told_and_removed(
    part: AfterPart, empty_window: MainWindow
) -> None:
    shown = part.notices
    assert shown.view.choose("hd3")
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    settle()
    QTest.keyClicks(shown.form.texts["name"], "kultur och fritid")
    rows = after(empty_window).notices
    notice = rows[-1].notice
    assert (rows[-1].place.id, notice.name, notice.address) == (
        "hd3", "Kultur och fritid", "kof@exempel.se",
    )  # fmt: skip
    shown.mark.click()
    settle()
    assert after(empty_window).notices[-1].notice.sent == empty_window.desk.today()
    assert shown.mark.text() == "Ta bort markeringen"
    assert shown.summary.text() == "2 mottagare · 1 väntar"
    trigger(empty_window, "remove-item")
    settle()
    assert len(after(empty_window).notices) == 1
    assert shown.view.model().rowCount() == 3


def test_a_body_is_asked_and_answers(part: AfterPart, empty_window: MainWindow) -> None:
    part.bar.ask_for("anchorings")
    settle()
    shown = part.anchorings
    assert shown.isVisible()
    assert not part.notices.new.isVisible()
    assert shown.view.choose("hd2")
    shown.new.click()
    settle()
    QTest.keyClicks(shown.form.texts["name"], "Kultur och fritid")
    (row,) = after(empty_window).anchorings
    assert (row.anchoring.name, row.anchoring.asked_on) == (
        "Kultur och fritid", empty_window.desk.today(),
    )  # fmt: skip
    choice = shown.form.choices["answer"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    (row,) = after(empty_window).anchorings
    assert row.anchoring.answer is AnchoringAnswer.AGREES
    assert row.anchoring.answered_on == empty_window.desk.today()
    assert shown.summary.text() == "1 tillfrågad · alla har svarat"


def test_one_is_led_to_from_the_overview(part: AfterPart, empty_window: MainWindow) -> None:
    empty_window.meetings.parts.show_part("agenda")
    assert empty_window.meetings.go_to("decision_notice", "hn1")
    settle()
    assert part.notices.chosen == ("decision_notice", "hn1")


def test_an_extract_is_issued_and_its_draft_saved(
    part: AfterPart, empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = part.notices
    assert shown.view.choose("hn1")
    shown.issue.click()
    settle()
    assert "inte justerad än" in told(empty_window)
    empty_window.desk.run(MarkApproved())
    settle()
    assert (shown.issue.isEnabled(), shown.draft.isEnabled()) == (True, False)
    shown.issue.click()
    settle()
    row = after(empty_window).notices[0]
    assert row.notice.issued_id is not None
    assert row.notice.sent == empty_window.desk.today()
    assert empty_window.focusWidget() is shown.draft
    assert shown.issue.text() == "Skicka på nytt"
    monkeypatch.setattr(files, "ask_copy", lambda _, name: tmp_path / name)
    shown.draft.click()
    settle()
    (saved,) = tmp_path.glob("Utdrag*.eml")
    assert saved.stat().st_size > 5_000
