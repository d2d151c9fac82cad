"""The paper that is in view: what is stored, what the year says, and what is to be looked at."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.compose import proposed
from hubra_desktop.model.reports.fact_check import Contradiction
from hubra_desktop.model.reports.facts import Facts
from hubra_desktop.model.reports.gaps import ReportGap, open_gaps
from hubra_desktop.model.reports.related_papers import ReportFinding
from hubra_desktop.model.reports.renewal import Stale
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import paper_style
from hubra_desktop.work.queries.reports import (
    ReportRow,
    ReportView,
    report_rows,
    report_view,
    view_of_text,
)

GAP = "gap:"
TEXT = frozenset({"report_section"})


def listed_papers(row: ReportRow) -> str:
    """Name a paper in a list: its kind, its year, and its day where it has one."""
    day = f" · {short_date(row.date)}" if row.date else ""
    return f"{swedish_word(row.kind)} {row.year}{day}"


class OpenReport(QObject):
    """Re-reads its paper and the year behind it after every change, while it is ``watched``.

    ``listed``: the year's papers are others. ``shown``: another paper, or none, is open.
    ``changed``: the same one, or what the register says of its year, is read anew.
    ``drafted``: what is being typed changed.
    """

    listed = Signal()
    shown = Signal()
    changed = Signal()
    drafted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: ReportView | None = None
        self._typed: dict[str, str] = {}
        self._behind = False
        self.watched = False
        self.year = 0
        self.rows: tuple[ReportRow, ...] = ()
        self.style = HouseStyle()
        desk.changed.connect(self._follow)

    @property
    def view(self) -> ReportView | None:
        """Return the paper with its year and all that is found in it, None when none is open."""
        return self._view

    @property
    def sheet(self) -> Report | None:
        """Return the paper as it is stored."""
        return self._view.sheet if self._view else None

    def show_year(self, year: int) -> None:
        """Show the papers of a year, and the first of them."""
        if year != self.year or self._desk.workspace is None:
            self.year = year
            self._list()
            self.open(self.rows[0].id if self.rows else "")

    def open(self, report_id: str) -> bool:
        """Show a paper, or none; False when typed text must be mended first."""
        if not self._desk.flush():
            return False
        self._typed = {}
        self._read(report_id)
        self.shown.emit()
        return True

    def watch(self, watched: bool) -> None:
        """Follow what happens in the register, or let it be until the paper is seen again."""
        self.watched = watched
        if watched and self._behind:
            self._read_anew()

    def section(self, section_id: str) -> ReportSection | None:
        """Return a section of the paper in view."""
        sections = self.sheet.sections if self.sheet else ()
        return next((each for each in sections if each.id == section_id), None)

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the texts of the paper in view by the ids of their sections."""
        sections = self.sheet.sections if self.sheet else ()
        return tuple((each.id, each.text) for each in sections)

    def proposed_text(self, section_id: str) -> str | None:
        """Return what the register proposes for a section today, None for one of the author's."""
        section = self.section(section_id)
        if section is None or self._view is None:
            return None
        fresh = proposed(self._view.sheet, self._view.year, known=self._view.facts)
        return next((each.text for each in fresh if each.key == section.key), None)

    def type(self, section_id: str, text: str) -> None:
        """Take note of what is being typed in a section, for the page in view."""
        self._typed = {section_id: text}
        self.drafted.emit()

    @property
    def draft(self) -> Report | None:
        """Return the paper with what is being typed."""
        if self.sheet is None or not self._typed:
            return self.sheet
        sections = (
            replace(each, text=self._typed.get(each.id, each.text)) for each in self.sheet.sections
        )
        return replace(self.sheet, sections=tuple(sections))

    @property
    def facts(self) -> Facts:
        """Return the year's facts by key."""
        return self._view.facts if self._view else {}

    @property
    def gaps(self) -> tuple[ReportGap, ...]:
        """Return the paper's gaps, with the author's answers."""
        return self._view.gaps if self._view else ()

    @property
    def unanswered(self) -> tuple[ReportGap, ...]:
        """Return the gaps that still want an answer."""
        return open_gaps(self.gaps)

    def stale_at(self, section_id: str, start: int) -> Stale | None:
        """Return the stale words that begin at a place of a section's text."""
        known = self._view.stale if self._view else ()
        spots = (each for each in known if each.section_id == section_id)
        return next((each for each in spots if each.start == start), None)

    def contradiction_at(self, section_id: str, start: int) -> Contradiction | None:
        """Return the words without a mark, at a place, that say something else."""
        known = self._view.contradicted if self._view else ()
        spots = (each for each in known if each.section_id == section_id)
        return next((each for each in spots if each.start == start), None)

    def stale_keys(self, section_id: str) -> frozenset[str]:
        """Return the facts that a section tells out of date."""
        known = self._view.stale if self._view else ()
        return frozenset(each.key for each in known if each.section_id == section_id)

    def findings_in(self, section_id: str) -> tuple[ReportFinding, ...]:
        """Return what is to be looked at in the text of a section; gaps are asked apart."""
        return tuple(
            each
            for each in self._findings()
            if each.where.kind == "report_section" and each.where.id == section_id
        )

    def of_the_whole(self) -> tuple[ReportFinding, ...]:
        """Return what is to be looked at in the paper as a whole, and among its company."""
        return tuple(
            each
            for each in self._findings()
            if each.where.kind != "report_section" and not each.id.startswith(GAP)
        )

    def _findings(self) -> tuple[ReportFinding, ...]:
        return self._view.findings if self._view else ()

    def _follow(self, changes: Changes) -> None:
        if self.watched and self._view is not None and changes.kinds <= TEXT:
            self._read_text(self._view)
            return
        self._behind = True
        if self.watched:
            self._read_anew()

    def _read_text(self, view: ReportView) -> None:
        """Read the paper's own text again, as it is typed: each second, so no more than that."""
        self._typed = {}
        with self._desk.read() as reader:
            self._view = view_of_text(reader, view)
        self.changed.emit()

    def _read_anew(self) -> None:
        """Read the year's papers and the one in view again; the first one if that is gone."""
        before = self.rows
        here = self.sheet.id if self.sheet else ""
        self._list()
        if here not in {each.id for each in self.rows}:
            self._typed = {}
            self._read(self.rows[0].id if self.rows else "")
            self.shown.emit()
            return
        self._typed = {}
        self._read(here)
        if before != self.rows:
            self.listed.emit()
        self.changed.emit()

    def _list(self) -> None:
        self.rows = ()
        if self._desk.workspace is not None and self.year:
            with self._desk.read() as reader:
                self.rows = report_rows(reader, self.year)
        self.listed.emit()

    def _read(self, report_id: str) -> None:
        self._view, self._behind = None, False
        if report_id and self._desk.workspace is not None:
            with self._desk.read() as reader:
                self._view = report_view(reader, report_id)
                self.style = paper_style(reader)
