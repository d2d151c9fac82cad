"""What hands do at the year's papers."""

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.reports.panel import ReportsPanel

ANNUAL = ReportKind.ANNUAL_REPORT


def papers_of_2017(qtbot: QtBot, window: MainWindow) -> Iterator[ReportsPanel]:
    """Show the papers of 2017 in a window of their own, the annual report open."""
    made = ReportsPanel(window.desk, window.actions_)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.start_over(2017)
    made.show()
    made.report.open(next(row.id for row in made.report.rows if row.kind is ANNUAL))
    yield made
    made.stop()


def section(panel: ReportsPanel, key: str) -> str:
    """Choose the section of a key and return its id."""
    sheet = panel.report.sheet
    assert sheet is not None
    found = next(each.id for each in sheet.sections if each.key == key)
    assert panel.outline.choose(found)
    return found


def stored(panel: ReportsPanel, section_id: str) -> str:
    """Return the text that is kept of a section."""
    found = panel.report.section(section_id)
    assert found is not None
    return found.text
