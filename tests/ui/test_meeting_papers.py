"""The part Handlingar of a meeting's page: files in, rows edited, moved, removed, led to."""

import datetime as dt
import email
import email.policy
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog

from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.ui import settings
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.papers.ask_papers import AskPapersForm
from hubra_desktop.ui.pages.meetings.papers.papers_list import PapersList
from hubra_desktop.ui.pages.meetings.papers.papers_panel import PapersPanel
from hubra_desktop.ui.pages.meetings.papers.reminder_form import ReminderForm
from hubra_desktop.work.edits import Add, Change, Remove
from tests.ui.hands import settle, sheet, trigger

PDF = b"%PDF-1.7 bokslut"


@pytest.fixture(autouse=True)
def no_papers(window: MainWindow) -> None:
    """Begin without the papers that the demo's meeting has."""
    for each in sheet(window).papers:
        window.desk.run(Remove(MeetingPaper, each.id))


@pytest.fixture
def papers(window: MainWindow) -> PapersList:
    window.meetings.parts.bar.ask_for("papers")
    settle()
    [panel] = window.findChildren(PapersPanel)
    return panel.list


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Bokslut_2017.pdf"
    path.write_bytes(PDF)
    return path


def drop(window: MainWindow, papers: PapersList, path: Path, item: int) -> MeetingPaper:
    """Drop a file on the heading of an item; return what became of it."""
    place = papers.rows.place_of(f"item:{sheet(window).items[item].id}")
    assert place is not None
    row = papers.view.visualRect(papers.rows.index(place, 0)).center()
    papers.view.files.dropped.emit([path], row)
    return sheet(window).papers[-1]


def test_a_file_dropped_on_an_item_is_its_paper_and_can_be_undone(
    window: MainWindow, papers: PapersList, file: Path
) -> None:
    paper = drop(window, papers, file, 2)
    assert (paper.title, paper.item_id) == ("Bokslut 2017", sheet(window).items[2].id)
    assert papers.current() == paper
    assert papers.form.record == paper
    assert "Bokslut_2017.pdf" in papers.form.file.text()
    drop(window, papers, file, 4)
    assert "finns redan" in window.messages.history[-1].text
    assert len(sheet(window).papers) == 1
    trigger(window, "undo")
    assert sheet(window).papers == ()
    assert papers.record("", paper.id) is None


def test_a_paper_is_edited_moved_and_removed(window: MainWindow, papers: PapersList) -> None:
    first, third = sheet(window).items[0].id, sheet(window).items[2].id
    made = [
        window.desk.run(Add(MeetingPaper, {"title": title, "item_id": first}, sheet(window).id))
        for title in ("Ett", "Två")
    ]
    ids = [each.created for each in made if each is not None and each.created]
    papers.open_place("meeting_paper", ids[1])
    papers.form.commit_field("secret", True, "")
    assert sheet(window).papers[1].secret
    assert papers.form.entries["secrecy_ground"].isVisible()
    papers.do("move-up")
    assert [each.id for each in sheet(window).papers] == [ids[1], ids[0]]
    papers.do("move-up")
    assert [each.id for each in sheet(window).papers] == [ids[1], ids[0]]
    data = papers.rows.mimeData([papers.rows.index(papers.rows.place_of(ids[0]) or 0, 0)])
    heading = papers.rows.place_of(f"item:{third}") or 0
    action = Qt.DropAction.MoveAction
    papers.rows.dropMimeData(data, action, heading, 0, QModelIndex())
    assert {each.id: each.item_id for each in sheet(window).papers}[ids[0]] == third
    papers.open_place("meeting_paper", ids[0])
    papers.do("remove-item")
    assert [each.id for each in sheet(window).papers] == [ids[1]]


def test_a_row_is_dragged_to_another_item(window: MainWindow, papers: PapersList) -> None:
    first, third = sheet(window).items[0].id, sheet(window).items[2].id
    made = window.desk.run(Add(MeetingPaper, {"item_id": third}, sheet(window).id))
    assert made is not None
    settle()
    row = papers.rows.place_of(str(made.created)) or 0
    data = papers.rows.mimeData([papers.rows.index(row, 0)])
    heading = papers.rows.index(papers.rows.place_of(f"item:{first}") or 0, 0)
    place, action = papers.view.visualRect(heading).center(), Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    model = papers.rows
    assert model.flags(model.index(row, 1)) & Qt.ItemFlag.ItemIsDragEnabled
    drop = QDropEvent(place.toPointF(), action, data, left, none)
    papers.view.dropEvent(drop)
    assert drop.isAccepted()
    assert [each.item_id for each in sheet(window).papers] == [first]
    assert papers.rows.flags(heading) & Qt.ItemFlag.ItemIsDragEnabled == Qt.ItemFlag(0)


def test_the_parts_are_turned_by_keys_and_remembered(
    window: MainWindow, papers: PapersList
) -> None:
    page = window.meetings
    assert not page.page.isVisible()
    assert not window.actions_["pin"].isEnabled()
    trigger(window, "previous-part")
    assert page.agenda.isVisible()
    assert page.page.isVisible()
    trigger(window, "next-part")
    assert papers.isVisible()
    page.remember()
    assert settings.stored_text("meetings/part") == "papers"
    page.go_to_row(None, "head.place")
    assert page.agenda.isVisible()


def test_a_paper_is_led_to(window: MainWindow, papers: PapersList) -> None:
    made = window.desk.run(Add(MeetingPaper, {"title": "Ett"}, sheet(window).id))
    assert made is not None
    trigger(window, "next-part")
    window.show_page("page-meetings")
    assert window.meetings.go_to("meeting_paper", str(made.created))
    window.meetings.go_to_field("meeting_paper", "left_out")
    assert papers.isVisible()
    assert papers.form.record.title == "Ett"


def test_a_file_is_asked_for_opened_saved_and_replaced(
    window: MainWindow,
    papers: PapersList,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    chosen = [str(file)]
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: chosen)

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    papers.add.click()
    papers.form.opens.click()
    assert Path(opened[0]).read_bytes() == PDF
    chosen[0] = str(file.with_name("kopia.pdf"))
    papers.form.saves.click()
    assert file.with_name("kopia.pdf").read_bytes() == PDF
    file.with_name("kopia.pdf").write_bytes(PDF + b"2")
    papers.form.replaces.click()
    assert sheet(window).papers[0].name == "kopia.pdf"
    assert sheet(window).papers[0].title == "Bokslut 2017"


def test_files_are_pasted_and_other_things_are_not(
    window: MainWindow, papers: PapersList, file: Path
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("hej")
    papers.view.pasted.emit()
    assert "ingen fil" in window.messages.history[-1].text
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    clipboard.setMimeData(data)
    papers.view.pasted.emit()
    assert len(sheet(window).papers) == 1


def test_files_dropped_on_the_agenda_go_to_the_row_under_them(
    window: MainWindow, file: Path
) -> None:
    agenda, files = window.meetings.agenda, window.meetings.files
    files.target.dropped.emit([file], agenda.view.visualRect(agenda.model.index(1, 2)).center())
    assert [each.item_id for each in sheet(window).papers] == [sheet(window).items[1].id]
    assert "1 handling" in agenda.model.row_at(1).second
    file.write_bytes(PDF + b"2")
    files.target.dropped.emit([file], QPoint(5, 5000))
    assert sheet(window).papers[1].item_id is None


def owing(window: MainWindow) -> PapersPanel:
    """Put the meeting a month ahead, and show what is owed to it."""
    day = dt.date.today() + dt.timedelta(days=30)
    window.desk.run(Change(Meeting, sheet(window).id, {"date": day}))
    [panel] = window.findChildren(PapersPanel)
    return panel


def test_papers_are_asked_for_by_ticks(window: MainWindow, papers: PapersList) -> None:
    panel = owing(window)
    panel.ask.click()
    form = panel.side.form
    assert isinstance(form, AskPapersForm)
    first, second = sheet(window).items[1:3]
    boxes = [form.entries[f"item-{item.id}"].field for item in (first, second)]
    assert [box.isChecked() for box in boxes if isinstance(box, QCheckBox)] == [False, True]
    for box in boxes:
        form.entries[box.objectName().removeprefix("entry-")].show_value(False)
    form.send()
    assert "minst ett ärende" in form.refusal.text()
    for box in boxes:
        form.entries[box.objectName().removeprefix("entry-")].show_value(True)
    form.send()
    assert panel.side.form is None
    made = sheet(window).papers
    assert [each.item_id for each in made] == [first.id, second.id]
    assert made[0].author == first.presenters[0].name
    panel.bar.ask_for("owed")
    settle()
    assert panel.owed.rows.rowCount() == 2


def test_a_reminder_is_a_draft_of_a_mail_and_is_noted(
    window: MainWindow, papers: PapersList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = owing(window)
    late = {"title": "Yttrande", "author": "Åsa Ek", "due": dt.date(2018, 1, 8)}
    window.desk.run(Add(MeetingPaper, late, sheet(window).id))
    panel.bar.ask_for("owed")
    settle()
    panel.owed.remind.click()
    form = panel.side.form
    assert isinstance(form, ReminderForm)
    assert not form.edited
    form.entries["address"].show_raw("asa.ek@example.se")
    path = tmp_path / "p.eml"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])
    form.send()
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert letter["To"] == "Åsa Ek <asa.ek@example.se>"
    body = letter.get_content()
    assert "”Yttrande”, skulle ha varit inne den 8 januari 2018." in body
    assert sheet(window).papers[-1].reminded_on == dt.date.today()
    assert panel.side.form is None


def test_nothing_is_added_where_nothing_can_be_changed(
    window: MainWindow, papers: PapersList, file: Path
) -> None:
    papers.set_editable(False)
    papers.view.files.dropped.emit([file], QPoint(5, 5))
    assert sheet(window).papers == ()
    assert not papers.add.isEnabled()
