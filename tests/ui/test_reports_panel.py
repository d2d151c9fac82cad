"""The year's papers in the window: proposed, written, held against the register, printed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.model.reports.fact import money
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.reports.outline import GAPS, HEAD
from hubra_desktop.ui.pages.reports.panel import ReportsPanel
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries import meetings_of
from tests.ui.report_hands import ANNUAL, papers_of_2017, section, stored


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow) -> Iterator[ReportsPanel]:
    yield from papers_of_2017(qtbot, window)


def lose_a_meeting(window: MainWindow) -> None:
    """Let the register know of one meeting less than the papers tell."""
    with window.desk.read() as reader:
        meeting = meetings_of(reader, 2017)[0]
    window.desk.run(Change(Meeting, meeting.id, {"state": MeetingState.CANCELLED}))


def test_the_outline_names_the_parts_in_order(panel: ReportsPanel) -> None:
    names = [
        panel.outline.item(row).data(Qt.ItemDataRole.AccessibleTextRole).split(",")[0].strip()
        for row in range(panel.outline.count())
    ]
    assert names[1:4] == [
        "Inledning",
        "Uppföljning av prioriteringar och aktiviteter",
        "1. Genomföra insatser utifrån lokal lägesbild och samverkansöverenskommelse",
    ]
    assert names[-4:-1] == [
        "Redovisning av budget",
        "Uppföljning och indikatorer",
        "Analys och slutsatser",
    ]


def test_what_is_typed_is_stored_and_undone(panel: ReportsPanel, window: MainWindow) -> None:
    chosen = section(panel, "analysis")
    before = stored(panel, chosen)
    panel.section.editor.setFocus()
    panel.section.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(panel.section.editor, "Nytt ")
    assert panel.report.draft != panel.report.sheet
    assert window.desk.flush()
    assert stored(panel, chosen) == f"Nytt {before}"
    window.desk.undo()
    assert stored(panel, chosen) == before
    assert panel.section.editor.text_typed() == before


def test_what_nobody_sees_is_not_stored(panel: ReportsPanel, window: MainWindow) -> None:
    chosen = section(panel, "analysis")
    before = stored(panel, chosen)
    panel.section.editor.moveCursor(QTextCursor.MoveOperation.Start)
    panel.section.editor.insertPlainText("Ny\u202ett\u200b ")
    assert window.desk.flush()
    assert stored(panel, chosen) == f"Nytt {before}"
    assert panel.section.editor.text_typed() == f"Nytt {before}"
    assert not panel.section.editor.dirty


def test_going_to_another_part_keeps_what_was_typed(panel: ReportsPanel) -> None:
    chosen = section(panel, "analysis")
    before = stored(panel, chosen)
    panel.section.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(panel.section.editor, "Nytt ")
    other = section(panel, "intro")
    assert stored(panel, chosen) == f"Nytt {before}"
    assert panel.section.editor.text_typed() == stored(panel, other)


def test_a_number_gone_stale_is_told_and_mended_with_a_press(
    panel: ReportsPanel, window: MainWindow
) -> None:
    sheet = panel.report.sheet
    assert sheet is not None
    telling = next(each for each in sheet.sections if "](fakta:sammantraden-hallna)" in each.text)
    panel.outline.choose(telling.id)
    assert panel.report.findings_in(telling.id) == ()
    lose_a_meeting(window)
    found = panel.report.findings_in(telling.id)
    assert [each.id for each in found] == ["stale_fact"]
    mend = panel.section.findChild(QPushButton, "section-mend-0")
    assert isinstance(mend, QPushButton)
    mend.click()
    assert panel.report.findings_in(telling.id) == ()
    assert "[tre](fakta:sammantraden-hallna)" in stored(panel, telling.id)


def test_a_line_leads_to_its_words(panel: ReportsPanel, window: MainWindow) -> None:
    sheet = panel.report.sheet
    assert sheet is not None
    telling = next(each for each in sheet.sections if "](fakta:sammantraden-hallna)" in each.text)
    lose_a_meeting(window)
    panel.outline.choose(telling.id)
    line = panel.section.findChild(WrappedLine, "section-finding-0")
    assert isinstance(line, WrappedLine)
    line.click()
    assert panel.section.editor.textCursor().selectedText() == "fyra"


def test_a_gap_is_answered_or_printed(panel: ReportsPanel) -> None:
    assert panel.outline.choose(GAPS)
    gap = next(each for each in panel.report.gaps if each.must and not each.known)
    card = panel.gaps.cards[gap.key]
    printed, answer = card.entries["printed"].field, card.entries["text"].field
    if printed.isChecked():
        printed.click()
    assert gap.key in {each.key for each in panel.report.unanswered}
    QTest.keyClicks(answer, "Ingen undersokning i ar")
    assert card.flush()
    assert gap.key not in {each.key for each in panel.report.unanswered}
    assert panel.gaps.cards[gap.key] is card  # answered where it stands: the focus stays


def refuse(command: object) -> None:
    """Refuse whatever is to be written."""
    raise InputError("Det går inte.")


def test_a_refused_tick_is_taken_back(
    panel: ReportsPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert panel.outline.choose(GAPS)
    box = next(iter(panel.gaps.cards.values())).entries["printed"].field
    before = box.isChecked()
    monkeypatch.setattr(window.desk, "attempt_now", refuse)
    box.click()
    assert box.isChecked() is before
    assert box.accessibleDescription() == "Det går inte."


def test_a_refused_answer_is_led_back_to(
    panel: ReportsPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert panel.outline.choose(GAPS)
    answer = next(iter(panel.gaps.cards.values())).entries["text"].field
    QTest.keyClicks(answer, "Nej")
    monkeypatch.setattr(window.desk, "attempt_now", refuse)
    panel.outline.choose(HEAD)
    assert panel.outline.current() == GAPS
    assert "Svar" in window.desk.not_usable_yet()
    assert answer.toPlainText().endswith("Nej")
    monkeypatch.undo()
    assert window.desk.flush()


def test_a_refused_text_of_a_section_stays(
    panel: ReportsPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = panel.section.editor
    QTest.keyClicks(editor, "Kvar ")
    typed = editor.text_typed()
    monkeypatch.setattr(window.desk, "attempt_now", refuse)
    panel.outline.choose(HEAD)
    assert panel.outline.current() == panel.section.section_id
    panel.report.changed.emit()
    assert editor.text_typed() == typed
    monkeypatch.undo()
    assert window.desk.flush()


def test_what_contradicts_the_company_stands_over_the_facts(panel: ReportsPanel) -> None:
    assert panel.outline.choose(HEAD)
    told = [each.sentence for each in panel.report.of_the_whole()]
    assert any("KS-2018/451.181" in each and "KS-2016/1968.173" in each for each in told)
    reason = panel.head.texts["number_reason"]
    reason.setFocus()
    QTest.keyClicks(reason, "Planens nummer")
    assert panel.head.flush()
    told = [each.sentence for each in panel.report.of_the_whole()]
    assert not any("KS-2016/1968.173" in each for each in told)


def test_a_year_without_papers_offers_to_begin(panel: ReportsPanel, window: MainWindow) -> None:
    panel.show_year(2018)
    assert panel.report.rows == ()
    first = panel.findChild(QPushButton, "begin-report")
    assert isinstance(first, QPushButton)
    first.click()
    sheet = panel.report.sheet
    assert sheet is not None
    assert (sheet.kind, sheet.year) == (ANNUAL, 2018)
    window.desk.undo()
    assert panel.report.rows == ()


def test_sections_are_added_moved_and_taken_away(panel: ReportsPanel, window: MainWindow) -> None:
    section(panel, "intro")
    panel._add_section()
    chosen = panel.outline.current()
    sheet = panel.report.sheet
    assert sheet is not None
    assert [each.id for each in sheet.sections].index(chosen) == 1
    panel.do("move-up")
    sheet = panel.report.sheet
    assert sheet is not None
    assert sheet.sections[0].id == chosen
    panel.do("remove-item")
    assert panel.report.section(chosen) is None
    window.desk.undo()
    assert panel.report.section(chosen) is not None


def test_the_paper_is_saved_as_it_is_stored(
    panel: ReportsPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(parent: object, name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr(files, "ask_pdf", answer)
    with qtbot.waitSignal(panel.page.maker.made, timeout=20_000):
        panel.do("save-pdf")
    assert asked == ["Övning Verksamhetsberättelse 2017.pdf"]
    assert (tmp_path / asked[0]).read_bytes().startswith(b"%PDF-")


def test_the_page_follows_what_is_typed(panel: ReportsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.page.built, timeout=20_000):
        panel.page.ask()


def test_a_register_that_is_read_only_is_left_alone(
    qtbot: QtBot, register: Path, empty_window: MainWindow
) -> None:
    from hubra_desktop.work.workspace import Workspace

    empty_window.desk.use(Workspace.open(register, read_only=True))
    panel = ReportsPanel(empty_window.desk, empty_window.actions_)
    qtbot.addWidget(panel)
    panel.set_editable(False)
    panel.start_over(2017)
    panel.show()
    section(panel, "analysis")
    assert panel.section.editor.isReadOnly()
    assert not panel.new.isEnabled()
    panel.stop()


def test_a_number_leads_to_its_records(panel: ReportsPanel) -> None:
    sheet = panel.report.sheet
    assert sheet is not None
    telling = next(each for each in sheet.sections if "](fakta:sammantraden-hallna)" in each.text)
    panel.outline.choose(telling.id)
    asked: list[tuple[str, str]] = []
    panel.place_asked.connect(lambda kind, row: asked.append((kind, row)))
    panel.section.editor.fact_asked.emit("sammantraden-hallna")
    assert [kind for kind, _ in asked] == ["meeting"]


def test_a_sentence_is_shown_as_it_will_read(panel: ReportsPanel, window: MainWindow) -> None:
    sheet = panel.report.sheet
    assert sheet is not None
    telling = next(each for each in sheet.sections if "](fakta:sammantraden-hallna)" in each.text)
    panel.outline.choose(telling.id)
    lose_a_meeting(window)
    shown = panel.section.findChild(QLabel, "section-preview-0")
    assert isinstance(shown, QLabel)
    wanted = "Rådet har sammanträtt vid tre tillfällen."
    assert shown.text() == f"Blir: {wanted}"
    assert wanted not in strip_links(stored(panel, telling.id))
    mend = panel.section.findChild(QPushButton, "section-mend-0")
    assert isinstance(mend, QPushButton)
    mend.click()
    assert wanted in strip_links(stored(panel, telling.id))


def test_a_proposal_is_shown_before_it_takes_the_place_of_the_text(
    panel: ReportsPanel, window: MainWindow
) -> None:
    chosen = section(panel, "budget")
    before = stored(panel, chosen)
    pane = panel.section.proposal
    panel.section.refresh.click()
    assert pane.isVisible()
    assert "Därför har föreningen återbetalat" in pane.text.toPlainText()
    assert stored(panel, chosen) == before
    pane.keep.click()
    assert not pane.isVisible()
    panel.section.refresh.click()
    pane.take.click()
    assert "Därför har föreningen återbetalat" in strip_links(stored(panel, chosen))
    assert not pane.isVisible()
    panel.section.refresh.click()
    assert not pane.isVisible()
    window.desk.undo()
    assert stored(panel, chosen) == before
    panel.section.refresh.click()
    section(panel, "intro")
    assert not pane.isVisible()


def test_a_number_of_the_authors_is_tied_by_choosing(
    panel: ReportsPanel, window: MainWindow
) -> None:
    chosen = section(panel, "analysis")
    window.desk.run(Change(ReportSection, chosen, {"text": "Trygghetsbrevet kom ut 7 gånger."}))
    menu = panel.section.insert.menu()
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert first.text() == "”7 gånger.” → Skickade Trygghetsbrev: sju"
    assert "fakta:" not in stored(panel, chosen)
    first.trigger()
    assert stored(panel, chosen) == "Trygghetsbrevet kom ut [7](fakta:brev-skickade) gånger."


def test_names_stand_in_the_menu_as_they_are(panel: ReportsPanel) -> None:
    section(panel, "analysis")
    view = panel.report.view
    assert view is not None
    known = {f"k{n}": money(f"k{n}", f"R&D <b>: {n}", n, ()) for n in range(3)}
    panel.report._view = replace(view, facts=known)
    menu = panel.section.insert.menu()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions() if each.text()] == ["R&&D <b>"]
