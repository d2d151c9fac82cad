"""The parts of a paper, one under another, each with what is to be looked at in it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.reports.compose import section_name
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.widgets.part_outline import PartOutline, WrittenPart

HEAD = "head"
GAPS = "gaps"


class Outline(PartOutline):
    """Its parts are the sections by their ids, and ``HEAD`` and ``GAPS``."""

    def __init__(self, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__("report-outline", say("Handlingens delar"), parent)
        self._report = report

    def show_parts(self) -> None:
        """Show the parts of the paper in view; the chosen one stays chosen."""
        self.show_rows(self._parts())

    def _parts(self) -> Iterator[WrittenPart]:
        sheet = self._report.sheet
        if sheet is None:
            return
        whole = len(self._report.of_the_whole())
        yield WrittenPart(HEAD, say_in("facts of the paper", "Uppgifter"), whole)
        for section in sheet.sections:
            waiting = len(self._report.findings_in(section.id))
            yield WrittenPart(section.id, section_name(section), waiting, section.level - 2)
        if self._report.gaps:
            yield WrittenPart(GAPS, say("Luckor"), len(self._report.unanswered))
