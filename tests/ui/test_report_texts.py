"""What is written in the window's papers: found, spelled, beside last year's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.reports.outline import HEAD
from hubra_desktop.ui.pages.reports.panel import ReportsPanel
from hubra_desktop.work.commands.reports import NewReport
from hubra_desktop.work.edits import Change
from tests.documents.samples import picture
from tests.ui.report_hands import papers_of_2017, section, stored


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow) -> Iterator[ReportsPanel]:
    yield from papers_of_2017(qtbot, window)


def test_last_years_text_stands_beside_and_is_taken_over(
    panel: ReportsPanel, window: MainWindow
) -> None:
    window.desk.run(NewReport(2018))
    panel.show_year(2018)
    chosen = section(panel, "areas")
    panel.beside.bar.ask_for("earlier")
    assert "sammanträtt vid fyra tillfällen" in panel.earlier.text.toPlainText()
    assert panel.earlier.text.isReadOnly()
    figures = panel.earlier.findChild(QLabel, "earlier-figures")
    assert figures is not None
    assert "Hållna sammanträden: fyra, nu" in figures.text()
    assert Needs.EARLIER in panel.meets()
    before = stored(panel, chosen)
    panel.do("take-over-section")
    assert stored(panel, chosen) != before
    assert panel.section.editor.text_typed() == stored(panel, chosen)
    window.desk.undo()
    assert stored(panel, chosen) == before
    assert panel.outline.choose(HEAD)
    assert Needs.EARLIER not in panel.meets()


def test_words_are_found_and_exchanged_through_the_whole_paper(
    panel: ReportsPanel, window: MainWindow
) -> None:
    first, last = section(panel, "analysis"), section(panel, "intro")
    for each, text in ((first, "Zebra ett. Zebra två."), (last, "En zebra.")):
        window.desk.run(Change(ReportSection, each, {"text": text}))
    panel.activateWindow()
    panel.section.editor.setFocus()
    QTest.keyClick(panel.section.editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = panel.section.text.finder
    assert bar.isVisible()
    bar.words.setText("zebra")
    assert bar.count.text() == "3 träffar"
    seen = []
    for _ in range(3):
        QTest.keyClick(bar.words, Qt.Key.Key_Return)
        seen.append((panel.outline.current(), bar.count.text()))
    assert seen == [(last, "1 av 3"), (first, "2 av 3"), (first, "3 av 3")]
    bar.others.setText("Häst")
    bar.replace_all()
    assert stored(panel, first) == "Häst ett. Häst två."
    assert stored(panel, last) == "En Häst."
    window.desk.undo()
    assert (stored(panel, first), stored(panel, last)) == ("Zebra ett. Zebra två.", "En zebra.")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_misspelled_words_are_marked_mended_and_learnt(
    panel: ReportsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    chosen = section(panel, "analysis")
    window.desk.run(Change(ReportSection, chosen, {"text": "Verksamhetn i Flumpelby."}))
    editor, spelling = panel.section.editor, panel.section.text.spelling

    def wrong() -> list[str]:
        return [each.selectedText() for each in editor.wrong]

    qtbot.waitUntil(lambda: wrong() == ["Verksamhetn", "Flumpelby"])
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(panel.section.heading, Qt.Key.Key_F7)
    menu = next(each for each in editor.findChildren(QMenu) if each.isVisible())
    offered = [each.text() for each in menu.actions()]
    assert "Verksamheten" in offered
    assert "Lägg till ”Verksamhetn” i ordlistan" in offered
    menu.actions()[offered.index("Verksamheten")].trigger()
    menu.close()
    assert editor.text_typed() == "Verksamheten i Flumpelby."
    spelling._learn("Flumpelby")
    qtbot.waitUntil(lambda: wrong() == [])
    window.desk.undo()
    qtbot.waitUntil(lambda: wrong() == ["Flumpelby"])


def test_a_misspelled_word_in_a_footnote_is_marked_at_its_number_and_mended(
    panel: ReportsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    chosen = section(panel, "analysis")
    window.desk.run(Change(ReportSection, chosen, {"text": "Rådet^[En *verksamhetn* i år.] möts."}))
    editor = panel.section.editor
    qtbot.waitUntil(lambda: [each.selectedText() for each in editor.wrong] == ["\ufffc"])
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(editor, Qt.Key.Key_F7)
    assert panel.section.text.objects.words.text() == "En *verksamhetn* i år."
    menu = next(each for each in editor.findChildren(QMenu) if each.isVisible())
    offered = {each.text(): each for each in menu.actions()}
    assert "Lägg till ”verksamhetn” i ordlistan" in offered
    offered["verksamheten"].trigger()
    menu.close()
    assert editor.text_typed() == "Rådet^[En *verksamheten* i år.] möts."
    qtbot.waitUntil(lambda: editor.wrong == [])


def test_a_picture_stands_in_the_paper_when_it_is_told(
    panel: ReportsPanel, window: MainWindow
) -> None:
    chosen = section(panel, "analysis")
    before = stored(panel, chosen)
    bar = panel.section.text.objects
    panel.section.editor.moveCursor(QTextCursor.MoveOperation.End)
    panel.section.editor.picture_asked.emit(picture(8, 4, "RGB"))
    bar._put.click()
    assert "kryssa i" in bar._refusal.text()
    assert stored(panel, chosen) == before
    bar.words.setText("En lekplats")
    bar._put.click()
    assert panel.report.sheet is not None
    (kept,) = panel.report.sheet.pictures
    assert stored(panel, chosen) == f"{before}\n\n![En lekplats](bild:{kept.mark})"
    window.desk.undo()
    assert stored(panel, chosen) == before
    assert panel.report.sheet.pictures == ()


def test_a_footnote_is_written_beside_the_text(panel: ReportsPanel, window: MainWindow) -> None:
    chosen = section(panel, "analysis")
    window.desk.run(Change(ReportSection, chosen, {"text": "Ord"}))
    panel.section.editor.moveCursor(QTextCursor.MoveOperation.End)
    panel.activateWindow()
    panel.section.editor.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(panel.section.editor, Qt.Key.Key_F, keys)
    bar = panel.section.text.objects
    assert bar._name.text() == "Fotnot 1"
    bar.words.setText("Källa: rådet")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert window.desk.flush()
    assert stored(panel, chosen) == "Ord^[Källa: rådet]"
    assert panel.section.text.counted.text().startswith("3 ord i avsnittet")


def test_the_words_are_looked_for_wherever_in_the_panel_the_keys_are_pressed(
    panel: ReportsPanel,
) -> None:
    finder = panel.section.text.finder
    for place in (panel.page, panel.outline):
        assert panel.outline.choose(HEAD)
        QTest.keyClick(place, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert finder.isVisible()
        assert finder.words.hasFocus()
        finder.close_line()
