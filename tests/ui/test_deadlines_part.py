"""The line of deadlines under a meeting's head, and the part where each stands with its rule."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.deadlines import DeadlineKind
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.ui.dialogs.long_text import LongTextDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.deadlines.deadline_rail import AFTER_MS, DeadlineRail
from hubra_desktop.ui.pages.meetings.deadlines.deadlines_part import DeadlinesPart
from hubra_desktop.ui.pages.meetings.deadlines.law_answers import answer_beside, answers_html
from hubra_desktop.work.edits import Change
from tests.ui.hands import settle, sheet


def rail_of(window: MainWindow) -> DeadlineRail:
    QTest.qWait(2 * AFTER_MS)
    settle()
    return window.meetings.rail


def test_the_line_tells_the_days_and_leads_to_the_part(window: MainWindow) -> None:
    rail = rail_of(window)
    assert rail.isVisible()
    assert rail.accessibleName().startswith("Frister: Kallelse 28 februari")
    QTest.keyClick(rail, Qt.Key.Key_Return)
    settle()
    assert window.meetings.parts.shown == "deadlines"
    part = window.findChild(DeadlinesPart)
    assert part is not None
    assert [part.rows.id_at(i) for i in range(part.rows.rowCount())] == ["call"]
    assert part.told.text().startswith(
        "Kallelsen ska ut: onsdag 28 februari 2018, 7 dagar före sammanträdet (Reglemente"
    )


def test_a_day_set_in_the_part_is_on_the_line(window: MainWindow) -> None:
    window.meetings.parts.show_part("deadlines")
    part = window.findChild(DeadlinesPart)
    assert part is not None
    field = part.form.texts["papers_due"]
    field.setFocus()
    QTest.keyClicks(field, "21/2")
    assert window.desk.flush()
    assert sheet(window).papers_due == date(2018, 2, 21)
    assert part.rows.id_at(0) == DeadlineKind.PAPERS
    assert rail_of(window).steps[0].text.startswith("Handlingar 21 februari")


def test_a_narrow_line_keeps_what_comes_next(window: MainWindow) -> None:
    days = {"papers_due": date(2018, 2, 21), "preparation_day": date(2018, 2, 23)}
    window.desk.run(Change(Meeting, sheet(window).id, days))
    rail = rail_of(window)
    assert len(rail.steps) == 3
    rail.resize(180, rail.height())
    assert len(rail.shown_steps()) == 1
    rail.resize(2000, rail.height())
    assert rail.shown_steps() == rail.steps


def test_what_the_law_says_stands_beside_and_on_a_page(window: MainWindow) -> None:
    window.meetings.parts.show_part("deadlines")
    part = window.findChild(DeadlinesPart)
    assert part is not None
    assert "Brukligt är en vecka (KL 3 kap. 1–7 §§; rådets reglemente)." in part.law.text()
    assert not answer_beside(DeadlineKind.PAPERS, date(2018, 3, 7), local_government_act=True)
    html = answers_html("Rådet", date(2026, 11, 30), local_government_act=True)
    assert "För Rådet gäller kommunallagens regler för nämnder." in html
    assert "Förslag: Kravet att alla ska se och höra varandra" in html
    dialog = LongTextDialog("law-answers", "Vad säger lagen?", html, window)
    assert "Delta på distans" in dialog.text.toPlainText()
    dialog.deleteLater()
