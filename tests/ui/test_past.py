"""Så såg det ut: an earlier state is compared, shown in place of the present, and fetched from."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs.past import PastDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.history.since import left_out_text
from hubra_desktop.ui.past_window import PastWindow
from hubra_desktop.work.backups import back_up
from hubra_desktop.work.commands.fetch import DROPPED, ELSEWHERE, EMPTIED, PURGED, LeftOut
from hubra_desktop.work.edits import Add, Change, Remove
from tests.ui.hands import settle, sheet

MARCH = "meeting-01"


@pytest.fixture
def generation(window: MainWindow) -> Path:
    """The register as it is before a test changes it."""
    assert window.desk.path is not None
    return back_up(window.desk.path, BackupReason.BY_HAND).path


def opened(window: MainWindow) -> PastDialog:
    dialog = PastDialog(window.desk, None, None, window)
    dialog.show()
    settle()
    return dialog


def told(dialog: PastDialog) -> list[str]:
    return [str(dialog.model.index(row, 0).data()) for row in range(dialog.model.rowCount())]


def shown(window: MainWindow, generation: Path) -> PastWindow:
    dialog = opened(window)
    dialog.show_then.click()
    assert dialog.answer is not None
    window.past.show(dialog.answer)
    assert window.past.window is not None
    assert window.past.window.state.path == generation
    return window.past.window


@pytest.mark.usefixtures("generation")
def test_what_could_not_come_back_is_told_afterwards_too(window: MainWindow) -> None:
    chair = sheet(window).chair_id
    assert chair is not None
    window.desk.attempt(Change(Meeting, MARCH, {"place": "B-salen"}))
    window.desk.attempt(Remove(Person, chair))
    dialog = opened(window)
    assert "Borttagen person: ”Christian Ottosson”" in told(dialog)
    missing = "Sammanträde 7 mars 2018: ordförande blir tomt, för ”Christian Ottosson” finns inte"
    for begins in ("Hämtat tillbaka, men inte allt:", "Inget mer kan hämtas tillbaka nu:"):
        dialog._fetch(("meeting", MARCH))
        assert dialog.said.text().startswith(f"{begins} Sammanträde 7 mars 2018. {missing}")
    dialog.reject()


@pytest.mark.usefixtures("generation")
def test_what_differs_is_told_and_fetched_back(window: MainWindow) -> None:
    before = sheet(window)
    new = window.desk.attempt(Add(Item, {"title": "Ny"}, MARCH))
    window.desk.attempt(Change(Item, before.items[0].id, {"title": "En annan rubrik"}))
    assert new is not None
    dialog = opened(window)
    lines = told(dialog)
    assert len(lines) == 2
    assert lines[0].startswith("Ändrad rad: ”Godkännande av föredragningslistan” · sammanträde")
    assert lines[1].startswith("Ny rad: ”Ny”")
    assert dialog.said.text().startswith("2 rader skiljer sig från hur det var i dag")
    assert "rubrik: ”Godkännande" in dialog.text.toPlainText()
    dialog.copy.click()
    assert QApplication.clipboard().text().count("\n\n") == 2
    dialog.view.choose(dialog.model.id_at(1))
    assert not dialog.fetch_row.isEnabled()
    assert "fanns inte då" in dialog.told.text()
    dialog.view.choose(dialog.model.id_at(0))
    assert dialog.fetch_root.text() == "Hämta tillbaka allt i samma sammanträde"
    dialog.fetch_row.click()
    assert told(dialog) == lines[1:]
    assert sheet(window).items[0] == before.items[0]
    window.desk.undo()
    assert sheet(window).items[0].title == "En annan rubrik"
    window.desk.attempt(Remove(Meeting, MARCH))
    dialog._compare()
    dialog._fetch(("agenda_item", before.items[0].id))
    assert dialog.refusal.text().endswith("finns inte längre. Hämta tillbaka det först.")
    dialog._fetch(("meeting", MARCH))
    assert dialog.refusal.isHidden()
    assert dialog.said.text().startswith("Hämtat tillbaka som det var: Sammanträde 7 mars 2018.")
    dialog._fetch(("meeting", MARCH))
    assert dialog.said.text().startswith("Det är redan som det var")
    dialog.reject()


def test_a_day_chooses_its_last_state_and_a_removed_file_is_told(
    window: MainWindow, generation: Path
) -> None:
    older = generation.with_name("2026-03-02 09.10.00 (timme).hubra")
    older.write_bytes(generation.read_bytes())
    dialog = opened(window)
    dialog.choice.day.setText("5/3 2026")
    QTest.keyClick(dialog.choice.day, Qt.Key.Key_Return)
    assert dialog.choice.moments.currentText() == "Måndag 2 mars kl 09:10"
    assert dialog._past is not None
    dialog.choice.day.setText("1/1 2020")
    QTest.keyClick(dialog.choice.day, Qt.Key.Key_Return)
    assert "så långt tillbaka" in dialog.refusal.text()
    generation.unlink()
    dialog.choice.choose(dialog.choice._known[0])
    assert "finns inte kvar" in dialog.refusal.text()
    assert not dialog.show_then.isEnabled()
    older.write_bytes(b"something else" * 500)
    dialog.choice.choose(dialog.choice._known[1])
    assert "är inte ett register" in dialog.refusal.text()
    dialog.reject()


def test_all_of_it_is_shown_as_it_was_and_the_present_waits(
    window: MainWindow, generation: Path
) -> None:
    window.desk.attempt(Change(Meeting, MARCH, {"place": "B-salen"}))
    label = window.desk.workspace.undo_label if window.desk.workspace else ""
    past = shown(window, generation)
    generation.unlink()
    assert (window.isVisible(), past.isVisible()) == (False, True)
    band = past.findChild(QLabel, "past-band-text")
    assert band is not None
    assert band.text().startswith("Så såg det ut")
    assert band.text().endswith("· endast läsning")
    assert past.meeting.sheet is not None
    assert past.meeting.sheet.place == "A-salen"
    usable = {each.objectName() for each in past.actions_.all() if each.isEnabled()}
    assert not usable & {"open", "new-register", "practice", "save", "undo", "import-json", "past"}
    assert usable >= {"past-compare", "past-leave", "save-pdf", "print", "export-json"}
    past.show_page("page-meetings")
    past.meetings.parts.show_part("minutes")
    begin = past.findChild(QAbstractButton, "begin-minutes")
    assert begin is not None
    assert (begin.isEnabled(), begin.toolTip()) == (False, past.desk.closed_told)
    assert begin.toolTip().startswith("Så såg det ut då")
    past.show_page("page-money")
    assert past.shown_page() == "page-money"
    assert not past.registers.open(generation)
    past.showMinimized()
    window.past.raise_front()
    assert not past.isMinimized()
    assert not window.isVisible()
    past.actions_["quit"].trigger()
    settle()
    assert (window.isVisible(), window.past.window) == (True, None)
    assert window.shown_page() == "page-meetings"
    assert sheet(window).place == "B-salen"
    assert window.desk.workspace is not None
    assert window.desk.workspace.undo_label == label
    assert settings.stored_text("window/page") == ""


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (EMPTIED, "Rad ”Paus”: plats blir tomt, för ”Bo” finns inte längre."),
        (DROPPED, "Rad ”Paus” följer inte med, för ”Bo” finns inte längre."),
        (ELSEWHERE, "Rad ”Paus” ligger på ett annat ställe nu och lämnas där."),
        (PURGED, "Rad är gallrad och följer inte med."),
    ],
)
def test_what_does_not_come_back_is_told(why: str, told: str) -> None:
    images = {("agenda_item", "a"): {"title": "Paus"}, ("person", "b"): {"name": "Bo"}}
    left = LeftOut(("agenda_item", "a"), why, "place", ("person", "b"))
    assert left_out_text(left, images) == told


def test_closing_the_present_closes_what_was(first_page: MainWindow) -> None:
    assert first_page.desk.path is not None
    generation = back_up(first_page.desk.path, BackupReason.BY_HAND).path
    past = shown(first_page, generation)
    first_page.close()
    assert first_page.past.window is None
    assert past.desk.workspace is None
    assert first_page.desk.workspace is None
