"""What a copied meeting still says of the old day stands in the checks, with a way to each."""

from datetime import date

from PySide6.QtWidgets import QApplication

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.parts import AGENDA
from hubra_desktop.ui.pages.meetings.stepper import DONE, PLAN
from hubra_desktop.work.commands.meetings import CopyMeeting
from hubra_desktop.work.edits import Change
from tests.ui.hands import items, settle, sheet


def test_each_leads_to_its_field(window: MainWindow) -> None:
    window.activateWindow()
    desk = window.desk
    desk.run(Change(Meeting, sheet(window).id, {"note": "Anmäl förhinder senast 2 mars."}))
    desk.run(Change(Item, items(window)[1].id, {"note": "Se https://old.example/7-mars."}))
    made = desk.run(CopyMeeting(sheet(window).id, date(2018, 5, 16)))
    assert made is not None
    assert made.created is not None
    assert window.meeting.open(made.created)
    settle()
    panel, meeting = window.meetings.agenda, window.meeting
    every = findings(sheet(window), meeting.style, source=meeting.source)
    found = {each.field: each for each in every if each.id.startswith("copied")}
    assert set(found) == {"head.note", "note"}
    panel.checks.chosen.emit(found["note"])
    settle()
    assert QApplication.focusWidget() is panel.details.texts["note"]
    panel.checks.chosen.emit(found["head.note"])
    settle()
    assert QApplication.focusWidget() is window.meetings.facts.texts["note"]


def test_a_new_meeting_is_shown_at_its_agenda(window: MainWindow) -> None:
    window.meetings.parts.show_stage(DONE)
    made = window.desk.run(CopyMeeting(sheet(window).id, date(2018, 5, 16)))
    assert made is not None
    window.meetings_actions.meeting_made.emit(made.created)
    assert sheet(window).id == made.created
    assert (window.meetings.parts.stage, window.meetings.parts.shown) == (PLAN, AGENDA)
