"""What the view of a meeting is given and may not store stands there with the reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs.phrases import PhraseLibrary
from hubra_desktop.ui.messages import Messages
from hubra_desktop.ui.pages.meetings.attendance.attendance_view import KEYS
from hubra_desktop.ui.pages.meetings.roll_keys import ROLL_KEYS
from hubra_desktop.ui.pages.meetings.running.act_keys import ACTS
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.work.commands.running import StartMeeting
from hubra_desktop.work.edits import Add, Reorder
from hubra_desktop.work.queries.follow_ups import follow_up_rows
from hubra_desktop.work.workspace import Workspace
from tests.ui.running_hands import Hands, section

PRESENT = "u" + "n" * 15 + "\x1b"


def refuse_all(monkeypatch: pytest.MonkeyPatch, told: str = "Disken är full.") -> None:
    """Let nothing more be stored."""

    def refuse(self: Workspace, *_: object) -> object:
        raise refusal(told)

    monkeypatch.setattr(Workspace, "run", refuse)


@pytest.fixture
def read_hands(qtbot: QtBot, called: Path) -> Iterator[Hands]:
    """The view of a meeting that goes on, in a register that can only be read."""
    workspace = Workspace.open(called)
    workspace.run(StartMeeting("held", 930))
    workspace.close()
    home = QWidget()
    qtbot.addWidget(home)
    desk = Desk(Messages(home), home)
    desk.use(Workspace.open(called, read_only=True))
    view = RunningWindow(RunningState(desk, "held"), Actions(home), home)
    view.begin()
    yield Hands(view)
    desk.use(None)


def test_what_is_only_read_takes_no_notes_and_can_be_closed(read_hands: Hands) -> None:
    view = read_hands.window
    assert "öppet för läsning" in view.section.closed.text()
    notes = view.section.notes
    notes.setFocus()
    read_hands.text("Hej").keys("\x1b")
    assert notes.toPlainText() == ""
    assert not any(view.acts.can(act) for act in ACTS if act.id != "project")
    library = PhraseLibrary(view.state.desk, view)
    assert not library.add.isEnabled()
    assert not library.starters.isEnabled()
    assert library.closed.text() == view.section.closed.text()
    library.reject()
    assert view.close()


def test_a_section_that_is_approved_is_only_read(hands: Hands) -> None:
    hands.keys("n" + PRESENT)
    view = hands.window
    # What an immediate approval marks: the rest of the meeting goes on.
    kept = replace(section(view, "h1"), approval_id="a")
    view.state.sections = {**view.state.sections, "h1": kept}
    view.show_all()
    assert view.section.notes.isReadOnly()
    assert "justerad" in view.section.closed.text()
    can = {act.id for act in ACTS if view.acts.can(act)}
    assert {"next", "arrive", "pause"} <= can
    assert not {"approve", "vote", "step-aside", "execute", "write"} & can


def test_notes_that_cannot_be_stored_stand_until_esc_or_lie_in_a_file(
    hands: Hands, called: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.keys("n").keys("c").text("Mycket viktigt.")
    view, notes = hands.window, hands.window.section.notes
    with monkeypatch.context() as full:
        refuse_all(full)
        hands.keys("\x1b")
        assert (notes.toPlainText(), view.section.refusal.text()) == (
            "Mycket viktigt.", "Disken är full.",
        )  # fmt: skip
        hands.keys("\x1b")
        assert notes.toPlainText() == ""
        notes.undo()
        assert notes.toPlainText() == "Mycket viktigt."
        assert not view.close()
        assert "1 Anteckningar" in view.state.desk.messages.history[-1].text
        assert view.close()
    assert "ligger i filen" in view.state.desk.messages.history[-1].text
    [kept] = called.parent.glob("*osparat*.txt")
    assert "Mycket viktigt." in kept.read_text(encoding="utf-8")


def test_a_refused_vote_and_a_refused_text_stand_where_they_were_given(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.keys("n" + PRESENT)
    view = hands.window
    with monkeypatch.context() as full:
        refuse_all(full)
        hands.keys("o" + "jjn" + "\n")
        assert view.ballot.isVisible()
        assert view.ballot._refusal.text() == "Disken är full."
        view.acts.do(next(act for act in ACTS if act.id == "next"))
        assert "Avsluta omröstningen" in view.ballot._refusal.text()
    hands.keys("\n")
    assert (section(view, "h1").ballots[0].yes, view.ballot.isVisible()) == (2, False)
    with monkeypatch.context() as full:
        refuse_all(full)
        hands.keys("s").text("dan").keys("\n").text("För dyrt.").keys("\n")
        assert (view.ask.line.text(), view.ask.refusal.text()) == ("För dyrt.", "Disken är full.")
        assert not view.close()
    hands.keys("\n")
    assert [each.text for each in section(view, "h1").dissents] == ["För dyrt."]
    assert not view.ask.isVisible()


def test_an_answer_of_the_roll_call_is_shown_when_it_is_stored(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.keys("n").keys("u")
    roll = hands.window.roll
    with monkeypatch.context() as full:
        refuse_all(full)
        hands.keys("n")
        assert (roll.names.answers[0], roll.names.place) == (None, 0)
        assert roll.refusal.text() == "Disken är full."
    hands.keys("nf")
    assert roll.names.answers[:3] == [AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, None]
    hands.window.state.desk.undo()
    assert (roll.names.answers[1], roll.names.place) == (None, 1)
    hands.keys("x")
    assert "N eller mellanslag närvarande" in roll.refusal.text()
    for going, key, then in (("right", "a", 3), ("left left", "n", 3), ("left", "f", 3)):
        for each in going.split():
            QTest.keyClick(roll.names, Qt.Key.Key_Right if each == "right" else Qt.Key.Key_Left)
        hands.keys(key)
        assert roll.names.place == then


def test_names_and_numbers_are_not_mixed_and_nobody_to_vote_is_said_at_once(hands: Hands) -> None:
    hands.keys("n").keys("o")
    ballot = hands.window.ballot
    assert "Ingen deltar i beslut" in ballot._refusal.text()
    hands.keys("\x1b" + PRESENT).keys("o" + "jn")
    ballot.counts.setText("7 5")
    hands.keys("\n")
    assert "Både namn och antal" in ballot._refusal.text()
    assert section(hands.window, "h1").ballots == ()


def test_a_tie_asks_whether_the_chair_decided(hands: Hands) -> None:
    hands.keys("n" + PRESENT).keys("o" + "jn" + "\n")
    assert "1 mot 1" in hands.window.ask.question.text()
    hands.keys("\n")
    [ballot] = section(hands.window, "h1").ballots
    assert (ballot.yes, ballot.no, ballot.casting, len(ballot.voices)) == (1, 1, True, 2)


def test_who_carries_out_a_decision_is_followed_up_at_once(hands: Hands) -> None:
    hands.keys("n" + PRESENT).keys("f")
    view = hands.window
    assert "inget beslut" in view.state.desk.messages.history[-1].text
    hands.keys("i").keys("f").text("bo su").keys("\n").text("31 juni").keys("\n")
    assert view.ask.refusal.isVisible()
    view.ask.line.setText("")
    hands.text("14 juni").keys("\n")
    [decision] = section(view, "h1").decisions
    assert (decision.executor, decision.due) == ("Bo Sund", date(2019, 6, 14))
    assert decision.executor_id is not None
    with view.state.desk.read() as reader:
        [followed] = follow_up_rows(reader)
    assert followed.item.due == date(2019, 6, 14)
    assert ("plain", "Utförs av Bo Sund senast den 14 juni 2019") in view.section.recorded()
    hands.keys("f").text("Vaktbolaget").keys("\n")
    assert view.ask.line.text() == "2019-06-14"
    hands.keys("\n")
    assert section(view, "h1").decisions[0].executor == "Vaktbolaget"
    hands.keys("f").text("Vaktbolaget").keys("\n").text("10 maj").keys("\n")
    assert section(view, "h1").decisions[0].due == date(2020, 5, 10)


def test_a_key_of_the_roll_call_means_the_same_in_the_list_and_at_the_meeting() -> None:
    assert {key: KEYS[key] for key in ROLL_KEYS} == {
        key: status.value for key, status in ROLL_KEYS.items()
    }


def test_no_panel_is_wider_than_a_small_screen(hands: Hands) -> None:
    view = hands.window
    hands.keys("n" + PRESENT)
    view.resize(1024, 700)
    for panel in ("o", "\x1bu", "\x1bk"):
        hands.keys(panel)
        assert view.minimumSizeHint().width() <= 1024


def test_what_is_taken_back_is_said_in_the_view(hands: Hands) -> None:
    hands.keys("n").keys("m")
    view = hands.window
    assert not view.people.isVisible()
    view.state.desk.undo()
    assert view.told.text() == "Ångrat: avslutat sammanträde"
    assert view.people.isVisible()


def test_decisions_that_change_places_do_so_in_the_view(hands: Hands) -> None:
    view = hands.keys("n" + PRESENT).keys("i").window
    made = view.state.section
    assert made is not None
    for adopted in ("Två", "Tre"):
        view.state.desk.run(Add(Decision, {"adopted": adopted}, made.id))
    view.state.desk.run(Reorder(Decision, section(view, "h1").decisions[-1].id, 0))
    assert view.state.section == section(view, "h1")


def test_a_long_refusal_of_a_note_widens_nothing(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.keys("n")
    view = hands.window
    refuse_all(monkeypatch, "Registret kan inte skrivas nu, för någon annan har det öppet. " * 3)
    hands.keys("c").text("Hej").keys("\x1b")
    assert view.section.refusal.isVisible()
    assert view.minimumSizeHint().width() <= 1024


def test_an_answer_half_given_is_kept_when_the_register_is_closed(
    hands: Hands, called: Path
) -> None:
    hands.keys("n" + PRESENT).keys("s").text("dan").keys("\n").text("För dyrt")
    hands.window.abandon()
    [kept] = called.parent.glob("*osparat*.txt")
    assert kept.read_text(encoding="utf-8") == (
        "Reservation av Dan Berg: skälet (kan vara tomt):\nFör dyrt\n"
    )
