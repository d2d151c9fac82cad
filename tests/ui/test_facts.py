"""The meeting's stage, who leads and writes, and where a moved meeting went."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from hubra_desktop.model.records.meeting import Meeting, Signature
from hubra_desktop.model.terms import MeetingState, Role
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.facts import FactsPanel
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.stepper import STAGES, Stepper
from hubra_desktop.work.commands.appointments import AppointOfficer
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.running import StartMeeting
from hubra_desktop.work.edits import Change
from tests.ui.hands import leave_alone, settle, sheet, trigger
from tests.ui.refusal_hands import told, type_in


@pytest.fixture
def facts(window: MainWindow) -> FactsPanel:
    window.activateWindow()
    window.actions_["show-facts"].setChecked(True)
    return window.meetings.facts


def new_meeting(window: MainWindow, day: date) -> str:
    changes = window.desk.run(NewMeeting(day, 930, None, "B-salen"))
    assert changes is not None
    assert changes.created is not None
    return changes.created


def choose(facts: FactsPanel, field: str, value: object) -> None:
    box = facts.choices[field]
    box.setCurrentIndex(box._values.index(value))
    box.activated.emit(box.currentIndex())


def turn_wheel(box: QComboBox) -> None:
    """Turn the wheel one notch down over the middle of the box."""
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)


def test_scrolling_by_changes_no_choice_and_no_officer(
    window: MainWindow, facts: FactsPanel
) -> None:
    before = sheet(window)
    for box in (
        *facts.choices.values(),
        facts.entries["chair_id"].field,
        facts.entries["secretary_id"].field,
    ):
        shown = box.currentIndex()
        turn_wheel(box)
        assert box.currentIndex() == shown, box.objectName()
    assert sheet(window) == before


def test_every_state_on_the_line_belongs_to_one_stage() -> None:
    on_line = [state for stage in STAGES for state in stage.states]
    beside = {MeetingState.CANCELLED, MeetingState.MOVED}
    assert sorted(on_line) == sorted(set(MeetingState) - beside)


def test_a_stage_opens_its_work_and_changes_nothing(window: MainWindow) -> None:
    window.desk.run(Change(Meeting, sheet(window).id, {"state": MeetingState.HELD}))
    before = sheet(window)
    parts = ("agenda", "dispatch", "attendance", "minutes", "approval")
    for button, part in zip(window.meetings.head.stages.buttons, parts, strict=True):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.meetings.parts.shown == part
    assert sheet(window) == before


def test_the_stages_are_one_stop_and_walked_with_arrows(window: MainWindow) -> None:
    window.activateWindow()
    window.desk.run(Change(Meeting, sheet(window).id, {"state": MeetingState.PREPARING}))
    stages = window.meetings.head.stages
    stops = [b for b in stages.buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [stages.buttons[0]]
    stops[0].setFocus()
    QTest.keyClick(stops[0], Qt.Key.Key_Return)
    assert sheet(window).state is MeetingState.PREPARING
    QTest.keyClick(stops[0], Qt.Key.Key_Right)
    assert stages.buttons[1].hasFocus()
    assert sheet(window).state is MeetingState.PREPARING
    QTest.keyClick(stages.buttons[4], Qt.Key.Key_Space)
    assert sheet(window).state is MeetingState.PREPARING
    assert window.meetings.parts.shown == "approval"


def test_a_stage_says_what_it_means_and_where_it_stands(window: MainWindow) -> None:
    stages: Stepper = window.meetings.head.stages
    stages.show_state(MeetingState.HELD)
    names = [button.accessibleName() for button in stages.buttons]
    assert names == [
        "Skede 1 av 5, passerat: Planera",
        "Skede 2 av 5, passerat: Kalla",
        "Skede 3 av 5, passerat: Genomför",
        "Skede 4 av 5, nu: Protokoll",
        "Skede 5 av 5: Klart",
    ]
    stages.show_state(MeetingState.HELD, called=False)
    uncalled = [button.accessibleName() for button in stages.buttons]
    assert uncalled == [names[0], "Skede 2 av 5: Kalla", *names[2:]]
    window.desk.run(StartMeeting(sheet(window).id, 930))
    settle()
    names = [button.accessibleName() for button in stages.buttons]
    assert names[1:3] == ["Skede 2 av 5: Kalla", "Skede 3 av 5, nu: Genomför"]
    told = "Kalla och skicka ut handlingarna"
    assert stages.buttons[1].toolTip() == told
    assert stages.buttons[1].accessibleDescription() == told


def test_moved_asks_in_place_and_is_written_in_one_step(
    window: MainWindow, facts: FactsPanel
) -> None:
    meeting: OpenMeeting = window.meeting
    other = new_meeting(window, date(2018, 3, 14))
    state = sheet(window).state
    assert facts.entries["moved_to"].isHidden()
    choose(facts, "state", MeetingState.MOVED)
    assert not facts.entries["moved_to"].isHidden()
    assert sheet(window).state is state
    choose(facts, "moved_to", other)
    assert (sheet(window).state, sheet(window).moved_to) == (MeetingState.MOVED, other)
    assert meeting.replacement is not None
    assert meeting.replacement.id == other
    assert window.meetings.head.state.text() == "Flyttat till 14 mars 2018"
    window.desk.run(Change(Meeting, other, {"date": date(2018, 3, 21)}))
    assert meeting.replacement.date == date(2018, 3, 21)
    trigger(window, "undo")
    trigger(window, "undo")
    assert sheet(window).state is state
    assert facts.entries["moved_to"].isHidden()


def test_a_move_without_a_meeting_is_taken_back_with_escape(
    window: MainWindow, facts: FactsPanel
) -> None:
    new_meeting(window, date(2018, 3, 14))
    state = sheet(window).state
    choose(facts, "state", MeetingState.MOVED)
    QTest.keyClick(facts.choices["moved_to"], Qt.Key.Key_Escape)
    assert facts.entries["moved_to"].isHidden()
    assert facts.choices["state"].value() is state


def test_a_move_with_nowhere_to_go_offers_a_new_meeting(
    window: MainWindow, facts: FactsPanel
) -> None:
    leave_alone(window)
    choose(facts, "state", MeetingState.MOVED)
    assert window.messages.history[-1].action == "new-meeting"
    assert facts.entries["moved_to"].isHidden()
    assert facts.choices["state"].value() is sheet(window).state


def test_a_name_typed_for_secretary_joins_the_register_and_signs(
    window: MainWindow, facts: FactsPanel
) -> None:
    window.desk.run(AppointOfficer(sheet(window).id, Role.SECRETARY))
    signing: Signature = sheet(window).signatures[0]
    window.desk.run(Change(Signature, signing.id, {"name": "", "role": "Sekreterare"}))
    field = facts.entries["secretary_id"].field
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "Maja Ask")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    settle()
    made = sheet(window).secretary_id
    assert made is not None
    assert field.itemData(field.currentIndex()) == made
    assert sheet(window).signatures[0].name == "Maja Ask"
    assert window.actions_["undo"].text() == "&Ångra: ändrad sekreterare"
    trigger(window, "undo")
    assert sheet(window).secretary_id is None
    assert field.findText("Maja Ask") < 0


def test_a_known_chair_is_chosen_and_nobody_is_an_answer(
    window: MainWindow, facts: FactsPanel
) -> None:
    field = facts.entries["chair_id"].field
    assert field.itemText(0) == "Ingen vald"
    field.setCurrentIndex(1)
    field.activated.emit(1)
    assert sheet(window).chair_id == field.itemData(1)
    field.setCurrentIndex(0)
    field.activated.emit(0)
    assert sheet(window).chair_id is None
    assert field.line.text() == ""


def test_a_name_that_is_too_long_stays_with_its_reason(
    window: MainWindow, facts: FactsPanel
) -> None:
    field = facts.entries["chair_id"].field
    held = sheet(window).chair_id
    field.line.setText("N" * 1200)
    assert not facts.flush()
    assert field.line.property("refused")
    assert sheet(window).chair_id == held
    field.line.setText("")
    facts.flush()


@pytest.mark.parametrize("link", ["JAVASCRIPT://x", "file:///etc/passwd", "se kallelsen"])
def test_a_link_that_leads_elsewhere_is_refused_at_its_field(
    window: MainWindow, facts: FactsPanel, link: str
) -> None:
    field = facts.entries["link"].field
    type_in(field, link)
    assert sheet(window).link == ""
    assert any("leder inte till webben" in each for each in told(window))
    type_in(field, "https://meet.example/\u200babc")
    assert sheet(window).link == "https://meet.example/abc"
    assert told(window) == []


def test_a_typed_name_is_freed_of_what_nobody_sees(window: MainWindow, facts: FactsPanel) -> None:
    type_in(facts.entries["place"].field, "\ufeffB-\u202esalen\u00ad")
    assert sheet(window).place == "B-salen"
