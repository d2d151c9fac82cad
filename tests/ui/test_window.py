"""The window as a whole: registers, pages, undo, closing, what is remembered, what is said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs import choices, files
from hubra_desktop.ui.dialogs.first_start import FirstStartAnswer, FirstStartDialog
from hubra_desktop.ui.dialogs.house_style import HouseStyleDialog
from hubra_desktop.ui.dialogs.import_preview import ImportDialog
from hubra_desktop.ui.dialogs.register_facts import RegisterFactsDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.messages import MessageLevel
from hubra_desktop.ui.page_builder import BuiltPages
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingAnswer, NewMeetingDialog
from hubra_desktop.work.import_changes import Part
from hubra_desktop.work.imports import ImportPlan
from hubra_desktop.work.places import recent_registers
from hubra_desktop.work.queries import meeting_sheet, nearest_meeting
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import edit, items, settle, sheet, trigger, type_over

CONTROLS = ("QLineEdit", "QComboBox", "QCheckBox", "QPushButton", "QToolButton", "QPlainTextEdit")


def first_start(path: Path, name: str) -> FirstStartAnswer:
    """Return the answer of somebody who says no more than she must."""
    return FirstStartAnswer(path, name, "", "Lövstabro", b"", "", "", "", None)


def always(answer: object) -> Callable[..., object]:
    """Return what answers a question in the place of a dialog."""

    def answered(*_: object) -> object:
        return answer

    return answered


def answering(asked: object) -> Callable[..., None]:
    """Return what asks in the place of a dialog, and has done what the answer is for."""

    def answered(*given: Callable[[object], object]) -> None:
        given[-1](asked)

    return answered


def test_without_a_register_the_first_step_is_offered(empty_window: MainWindow) -> None:
    buttons = empty_window.overview._welcome.findChildren(QPushButton)
    steps = ("new-register", "open", "practice", "move-in", "take-back")
    assert [button.objectName() for button in buttons] == [f"empty-{each}" for each in steps]
    assert not empty_window.actions_["new-meeting"].isEnabled()
    assert empty_window._status.text() == "Inget register är öppet"


def test_a_new_register_is_made_and_offers_its_first_meeting(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nytt.hubra"
    begun = first_start(path, "Lövstabros brottsförebyggande råd")
    monkeypatch.setattr(FirstStartDialog, "ask", answering(begun))
    trigger(empty_window, "new-register")
    assert path.exists()
    assert empty_window.windowTitle() == "Lövstabros brottsförebyggande råd – Hubra"
    empty_window.show_page("page-meetings")
    assert empty_window.meetings._stack.currentWidget() is empty_window.meetings._empty
    asked = NewMeetingAnswer(date(2025, 9, 10), 930, 1050, "A-salen", MeetingKind.ORDINARY, None)
    monkeypatch.setattr(NewMeetingDialog, "ask", answering(asked))
    trigger(empty_window, "new-meeting")
    assert empty_window.meetings.head.title.text() == "Onsdag 10 september 2025 · A-salen"
    assert items(empty_window)[0].title == "Godkännande av föredragningslistan"


def test_a_council_is_renamed_wherever_it_stands(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = first_start(tmp_path / "nytt.hubra", "Lövstabos råd")
    monkeypatch.setattr(FirstStartDialog, "ask", answering(begun))
    trigger(empty_window, "new-register")
    empty_window.show_page("page-meetings")
    asked = NewMeetingAnswer(date(2025, 9, 10), 930, 1050, "", MeetingKind.ORDINARY, None)
    monkeypatch.setattr(NewMeetingDialog, "ask", answering(asked))
    trigger(empty_window, "new-meeting")

    def rename(dialog: RegisterFactsDialog, do: Callable[[object], object]) -> RegisterFactsDialog:
        dialog._do = do
        name, place = dialog.entries["organisation"].field, dialog.entries["municipality"].field
        assert isinstance(name, QLineEdit)
        assert isinstance(place, QLineEdit)
        assert (name.text(), place.text()) == ("Lövstabos råd", "Lövstabro")
        name.clear()
        dialog._try()
        assert name.accessibleDescription().startswith("Skriv rådets namn")
        name.setText("Lövstabros råd")
        dialog._try()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(RegisterFactsDialog, "ended", rename)
    trigger(empty_window, "register-facts")
    assert empty_window.windowTitle() == "Lövstabros råd – Hubra"
    assert sheet(empty_window).body == "Lövstabros råd"
    assert empty_window.meeting.style.organisation == "Lövstabros råd"
    trigger(empty_window, "undo")
    assert sheet(empty_window).body == "Lövstabos råd"
    assert empty_window.meeting.style.organisation == "Lövstabos råd"


def test_a_file_that_is_no_register_leaves_the_open_one(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "brev.hubra"
    other.write_text("inget register")
    before = window.desk.path
    assert not window.registers.open(other)
    assert window.desk.path == before
    said = window.messages.history[-1]
    assert said.level is MessageLevel.REFUSAL
    assert "är inte ett register" in said.text
    assert window.bar.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()


def test_a_locked_register_can_be_read(
    empty_window: MainWindow, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(parent: QWidget, sentence: str, *answers: str) -> int:
        asked.append(sentence)
        return 0

    monkeypatch.setattr(choices, "ask_which", answer)
    holder = Workspace.open(register)
    try:
        assert empty_window.registers.open(register)
    finally:
        holder.close()
    assert len(asked) == 1
    assert empty_window.desk.read_only


def test_save_commits_and_says_when(window: MainWindow) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    type_over(cell, "Information om läget", None)
    trigger(window, "save")
    assert items(window)[1].title == "Information om läget"
    assert window.messages.history[-1].text.startswith("Sparat ")
    assert window._status.text().startswith("Sparat ")
    assert window._status.text().endswith("HuBrå · radet.hubra")


def test_save_never_says_saved_of_a_file_that_is_gone(window: MainWindow, register: Path) -> None:
    trigger(window, "save")
    register.rename(register.with_name("flyttad.hubra"))
    trigger(window, "save")
    said = window.messages.history[-1].text
    assert "har bytts ut, flyttats eller tagits bort" in said
    (kept,) = register.parent.glob("radet (räddad *).hubra")
    assert kept.name in said
    # The file that has the name now can be opened at once, and so can what was kept.
    register.with_name("flyttad.hubra").rename(register)
    assert window.registers.open(register)
    trigger(window, "save")
    assert window.messages.history[-1].text.startswith("Sparat ")
    assert window.registers.open(kept)


def test_closing_commits_what_stands_in_the_editor(window: MainWindow, register: Path) -> None:
    type_over(edit(window, 1, AgendaColumn.TITLE), "Det sista jag skrev", None)
    assert window.close()
    workspace = Workspace.open(register, read_only=True)
    try:
        with workspace.read() as reader:
            meeting_id = nearest_meeting(reader, date(2018, 3, 1))
            assert meeting_id is not None
            assert meeting_sheet(reader, meeting_id).items[1].title == "Det sista jag skrev"
    finally:
        workspace.close()


def test_page_meeting_and_panels_are_remembered(
    window: MainWindow, register: Path, qtbot: QtBot
) -> None:
    window.actions_["show-facts"].setChecked(True)
    meeting_id = sheet(window).id
    qtbot.waitUntil(lambda: recent_registers() == [register])
    assert window.close()
    assert settings.open_meeting(register) == meeting_id
    second = MainWindow()
    qtbot.addWidget(second)
    assert second.registers.open(register)
    assert second.shown_page() == "page-meetings"
    assert second.actions_["show-facts"].isChecked()
    assert second.meeting.sheet is not None
    assert second.meeting.sheet.id == meeting_id
    second.close()


def test_a_meeting_that_is_gone_is_not_opened_again(window: MainWindow, register: Path) -> None:
    settings.remember_meeting(register, "borta")
    assert not window.meetings.try_open("borta")


def test_removing_a_meeting_offers_undo_in_the_message(window: MainWindow) -> None:
    meeting_id = sheet(window).id
    trigger(window, "remove-meeting")
    assert window.meeting.sheet is None
    assert window.messages.history[-1].action == "undo"
    offer = window.bar.findChild(QPushButton, "message-action")
    assert offer is not None
    offer.click()
    assert window.meeting.open(meeting_id)
    assert sheet(window).items


def test_a_copy_opens_and_stands_in_the_list(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = sheet(window)
    asked = NewMeetingAnswer(date(2018, 5, 16), 1110, 1230, "B-salen", copied.kind, copied.id)
    monkeypatch.setattr(NewMeetingDialog, "ask", answering(asked))
    trigger(window, "copy-meeting")
    assert sheet(window).date == date(2018, 5, 16)
    assert (sheet(window).start, sheet(window).end) == (1110, 1230)
    assert sheet(window).place == "B-salen"
    assert len(items(window)) == 8
    tree = window.meetings.meetings.tree
    assert tree.currentIndex().data() == "16 maj"


def test_facts_are_edited_in_place(window: MainWindow) -> None:
    window.actions_["show-facts"].setChecked(True)
    facts = window.meetings.facts
    field = facts.texts["end"]
    field.setText("17.30")
    assert field.flush()
    assert sheet(window).end == 17 * 60 + 30
    field.setText("halv sex")
    assert not field.flush()
    assert field.text() == "halv sex"
    assert field.property("refused")
    field.setText("17.30")
    assert field.flush()
    facts.choices["state"].activated.emit(0)
    assert sheet(window).state is MeetingState.PLANNED
    assert window.actions_["undo"].text() == "&Ångra: ändrat läge"


def test_groups_footnotes_and_signatures_are_added_and_removed(window: MainWindow) -> None:
    window.actions_["show-facts"].setChecked(True)
    for parts, name in zip(
        window.meetings.facts.lists, ("pre_meetings", "footnotes", "signatures"), strict=True
    ):
        before = len(getattr(sheet(window), name))
        parts.add.click()
        assert len(getattr(sheet(window), name)) == before + 1
        assert len(parts.lines) == before + 1
        trigger(window, "undo")
        assert len(getattr(sheet(window), name)) == before
        settle()


def test_what_a_field_of_the_head_shows_can_be_read_back(window: MainWindow) -> None:
    held, facts = sheet(window), window.meetings.facts
    for name in ("date", "start", "end", "place", "notice_date", "notice_place"):
        assert facts.entries[name].read() == getattr(held, name)
    facts.texts["start"].setText("")
    assert facts.entries["start"].read() is None
    facts.texts["start"].show_given()
    facts.texts["date"].setText("")
    with pytest.raises(InputError, match="datum"):
        facts.entries["date"].read()
    facts.texts["date"].show_given()


def test_the_live_page_is_made_and_follows(window: MainWindow, qtbot: QtBot) -> None:
    page = window.meetings.page
    with qtbot.waitSignal(page.builder.built, timeout=30_000) as made:
        page.ask()
    assert made.args is not None
    built: BuiltPages = made.args[0]
    assert built.refusal == ""
    assert built.pdf.startswith(b"%PDF-")
    qtbot.waitUntil(lambda: page._place.text().startswith("Sida 1 ("), timeout=10_000)
    drafted: list[BuiltPages] = []
    page.builder.built.connect(drafted.append)
    edit(window, 1, AgendaColumn.TITLE).setText("Utredningen i sin helhet")
    qtbot.waitUntil(lambda: bool(drafted), timeout=30_000)
    drawn = drafted[-1].wish.paper
    assert drawn.content.meeting.items[1].title == "Utredningen i sin helhet"
    assert drafted[-1].pdf != built.pdf
    assert items(window)[1].title == "Information: Utredning om HuBrå"


def test_the_kallelse_is_saved_where_asked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    def answer(parent: QWidget, name: str) -> Path:
        names.append(name)
        return tmp_path / "ut.pdf"

    monkeypatch.setattr(files, "ask_pdf", answer)
    trigger(window, "save-pdf")
    assert names == ["Övning Kallelse 2018-03-07.pdf"]
    assert (tmp_path / "ut.pdf").read_bytes().startswith(b"%PDF-")
    assert window.messages.history[-1].text == "Sparad som ut.pdf."


def test_the_register_goes_out_and_comes_in_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ut.json"
    told: list[str] = []

    def agree(
        parent: QWidget, name: str, plan: ImportPlan, do: Callable[[frozenset[Part]], object]
    ) -> None:
        told.extend((name, *map(str, plan.lines)))
        do(frozenset())

    monkeypatch.setattr(files, "ask_export", always(out))
    monkeypatch.setattr(files, "ask_import", always(out))
    monkeypatch.setattr(ImportDialog, "ask", agree)
    trigger(window, "export-json")
    trigger(window, "import-json")
    assert told[0] == "ut.json"
    assert "6 sammanträden" in told[1]
    assert window.messages.history[-1].text == "Allt fanns redan, så inget har ändrats."
    out.write_text("{")
    trigger(window, "import-json")
    assert window.messages.history[-1].level is MessageLevel.REFUSAL


def test_the_house_style_is_changed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HouseStyleDialog, "ask", answering({"time_separator": "."}))
    trigger(window, "house-style")
    assert window.meeting.style.time_separator == "."


def test_f6_goes_through_the_panes(window: MainWindow) -> None:
    window.activateWindow()
    window.meetings.agenda.view.setFocus()
    seen = []
    for _ in range(5):
        trigger(window, "next-pane")
        seen.append(window.focusWidget().objectName())
    assert "meetings-tree" in seen
    assert "page-view" in seen
    assert "agenda" in seen


def named(control: QWidget) -> bool:
    text = getattr(control, "text", str)() if hasattr(control, "text") else ""
    return bool(control.accessibleName() or (isinstance(text, str) and text))


def test_every_control_has_a_name_of_its_own_and_one_to_be_read(window: MainWindow) -> None:
    window.actions_["show-facts"].setChecked(True)
    controls = [widget for widget in window.findChildren(QWidget) if is_control(widget)]
    assert len(controls) > 40
    nameless = [control for control in controls if not control.objectName()]
    assert not nameless
    silent = [control.objectName() for control in controls if not named(control)]
    assert not silent


def is_control(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLabel):
        return False
    return any(widget.inherits(name) for name in CONTROLS)


def test_the_status_bar_says_what_was_taken_back(window: MainWindow) -> None:
    """The step may have been on another page, where nobody sees it change."""
    cell = edit(window, 1, AgendaColumn.TITLE)
    type_over(cell, "Information om läget")
    trigger(window, "page-overview")
    trigger(window, "undo")
    assert window._status.text().startswith("Ångrat: ändrad rubrik · Sparat ")
    trigger(window, "redo")
    assert window._status.text().startswith("Gjort om: ändrad rubrik · Sparat ")
    trigger(window, "save")
    assert window._status.text().startswith("Sparat ")
