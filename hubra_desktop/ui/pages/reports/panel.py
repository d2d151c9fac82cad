"""The year's written papers: chosen, written, held against the register, printed."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.words import swedish_word
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.earlier_pane import BesidePane, EarlierPane
from hubra_desktop.ui.pages.reports.gaps_view import GapsView
from hubra_desktop.ui.pages.reports.head_form import HeadForm
from hubra_desktop.ui.pages.reports.open_report import OpenReport, listed_papers
from hubra_desktop.ui.pages.reports.outline import GAPS, HEAD, Outline
from hubra_desktop.ui.pages.reports.paper import ReportPane
from hubra_desktop.ui.pages.reports.rich_reading import part_at, place_of
from hubra_desktop.ui.pages.reports.section_editor import SectionEditor
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, row
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.panes import Pane, Panes
from hubra_desktop.work.commands.reports import NewReport
from hubra_desktop.work.edits import Add, Remove, Reorder
from hubra_desktop.work.queries.plan_links import paper_of_section

WIDTHS = (256, 440, 400)
FOLLOW_MS = 120
"""How long after the caret has moved the page follows it."""


class ReportsPanel(QWidget):
    """Shows the papers of the year that ``show_year`` names.

    ``place_asked(kind, id)`` leads to a record on another page; ``allowed`` tells that
    what can be done has changed.
    """

    place_asked = Signal(str, str)
    allowed = Signal()

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports-panel")
        self._desk = desk
        self.report = OpenReport(desk, self)
        # Each part is made where it stands: moved, each of its widgets would be styled anew.
        self._stack = QStackedWidget(self)
        self._whole = QWidget(self._stack)
        self._panes = Panes("report-splitter", say("Handlingens delar"), self._whole)
        self.outline = Outline(self.report, self._panes.splitter)
        self._middle = QStackedWidget(self._panes.splitter)
        self.section = SectionEditor(desk, self.report, self._middle)
        self.head = HeadForm(desk, self.report, self._middle)
        self.gaps = GapsView(desk, self.report, self._middle)
        self.page = ReportPane(desk, self.report, actions, self)
        self.earlier = EarlierPane(desk, self.report, actions, self)
        self.beside = BesidePane(self.page, self.earlier, self)
        self._empty = EmptyState(
            say("Inga handlingar för året än"),
            say(
                "Här skrivs verksamhetsberättelsen, verksamhetsplanen och "
                "tjänsteutlåtandet. Programmet föreslår var och en av dem ur det som "
                "registret vet om året."
            ),
            parent=self,
        )
        self._lay_out()
        self._connect()
        desk.hold(self, self.mend)

    def _lay_out(self) -> None:
        self.papers = ChoiceField("paper", say("Handling"), self)
        self.papers.setMinimumContentsLength(34)
        self.new = self._button("add", say("Ny handling"))
        self.new.setMenu(self._new_menu())
        self.more = self._button("details", say("Mer"))
        self.more.setMenu(self._more_menu())
        margins = (2 * GRID, GRID, 2 * GRID, GRID)
        top = row(self.papers, self.new, self.more, None, margins=margins, spacing=GRID)
        for part in (self.section, self.head, self.gaps):
            self._middle.addWidget(part)
        parts = zip((self.outline, self._middle, self.beside), (0, 3, 2), WIDTHS, strict=True)
        tabs = (say("Text"), say("Text"), say("Sidan och förra året"))
        panes = (Pane(tab, *part) for tab, part in zip(tabs, parts, strict=True))
        self._panes.stand(*panes)
        self._panes.may_leave = self.outline.may_leave = self._desk.flush_or_say
        rule = QFrame(self._whole)
        rule.setProperty("role", "rule")
        column(rule, (self._panes, 1), of=self._whole, spacing=0)
        self._stack.addWidget(self._empty_place())
        self._stack.addWidget(self._whole)
        column(top, (self._stack, 1), of=self, spacing=0)

    def _empty_place(self) -> QWidget:
        """Return what is shown of a year without papers: the words, and the first step."""
        place = QWidget(self)
        text, mark = say("Börja på verksamhetsberättelsen"), icon("report", "on_accent")
        self._first = button(text, "begin-report", place, self._begin, role="primary", mark=mark)
        column((self._empty, 1), row(None, self._first, None), of=place).addStretch(2)
        return place

    def _button(self, name: str, label: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName(f"reports-{name}")
        tool.setIcon(icon(name, "text"))
        tool.setText(label)
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return tool

    def _new_menu(self) -> QMenu:
        menu = QMenu(self.new)
        for kind in ReportKind:
            menu.addAction(swedish_word(kind), partial(self._make, kind))
        return menu

    def _more_menu(self) -> QMenu:
        menu = QMenu(self.more)
        menu.addAction(say("Lägg till ett avsnitt under"), self._add_section)
        menu.addAction(say("Flytta avsnittet uppåt"), partial(self._move, -1))
        menu.addAction(say("Flytta avsnittet nedåt"), partial(self._move, 1))
        menu.addAction(say("Ta bort avsnittet"), self._remove_section)
        menu.addSeparator()
        menu.addAction(say("Ta bort handlingen"), self._remove_paper)
        return menu

    def _connect(self) -> None:
        self.papers.commit_by(self._choose)
        self.outline.part_chosen.connect(self._leave_part)
        self.report.listed.connect(self._list)
        self.report.shown.connect(self._show_paper)
        self.report.changed.connect(self._show_changed)
        self.section.place_asked.connect(self.place_asked)
        self.section.text.section_asked.connect(self.outline.choose)
        self.section.text.answer_in(self, self._bring_text)
        self._caret = later(FOLLOW_MS, self._follow_caret, self)
        self.section.editor.cursorPositionChanged.connect(self._caret.start)
        self.page.source_asked.connect(self._go_to_source)
        self.gaps.place_asked.connect(self.place_asked)
        self.earlier.allowed.connect(self.allowed)

    def show_year(self, year: int) -> None:
        """Show the papers of a year."""
        self.report.show_year(year)

    def start_over(self, year: int) -> None:
        """Show another register's papers."""
        self.report.year = 0
        self.report.show_year(year)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for part in (self.section, self.head, self.gaps):
            part.set_editable(editable)
        for each in (self.new, self.more, self._first):
            each.setEnabled(editable)

    def flush(self) -> bool:
        """Commit what is typed here."""
        return all([self.section.flush(), self.head.flush(), self.gaps.flush()])

    def mend(self) -> str:
        """Lead to what was refused, in the part where it stands; return its name."""
        self._panes.bring(self._middle)
        if not self.section.flush():
            self._show_part(self.section.section_id)
            return self.section.mend()
        for part, form in ((HEAD, self.head), (GAPS, self.gaps)):
            if not form.flush():
                self._show_part(part)
                return form.mend()
        return ""

    def meets(self) -> Needs:
        """Return what holds here of what actions can need."""
        if self.report.sheet is None:
            return Needs.NOTHING
        return Needs.PAPER | (Needs.EARLIER if self.earlier.can_be_taken else Needs.NOTHING)

    def do(self, action_id: str) -> None:
        """Do what an action that pages share asks for."""
        if action_id in ("move-up", "move-down"):
            self._move(-1 if action_id == "move-up" else 1)
        elif action_id == "remove-item":
            self._remove_section()
        elif action_id == "take-over-section":
            self.earlier.take_over()
        else:
            self.page.do(action_id)

    def go_to(self, kind: str, record_id: str) -> bool:
        """Show a paper, or the section or signature of one; False when it is not here."""
        if kind == "report":
            return record_id in {each.id for each in self.report.rows} and self.report.open(
                record_id
            )
        with self._desk.read() as reader:
            paper = paper_of_section(reader, record_id)
        return self.go_to("report", paper) and self.outline.choose(record_id)

    def go_to_field(self, field: str) -> None:
        """Go to a field of the paper's head."""
        if field in self.head.places and self.outline.choose(HEAD):
            self.head.go_to(field)

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self._panes.bar, self.outline, self._middle, self.beside]

    def restore(self) -> None:
        """Show it as it was."""
        self._panes.restore("reports/splitter")

    def remember(self) -> None:
        """Remember how it is shown."""
        self._panes.remember("reports/splitter")

    def stop(self) -> None:
        """End what goes on beside the window."""
        self.section.text.stop()
        self.page.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.report.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.report.watch(False)

    def _list(self) -> None:
        self.papers.offer([(listed_papers(each), each.id) for each in self.report.rows])
        self.papers.setVisible(bool(self.report.rows))
        self.more.setVisible(bool(self.report.rows))

    def _show_paper(self) -> None:
        sheet = self.report.sheet
        self._stack.setCurrentIndex(0 if sheet is None else 1)
        if sheet is not None:
            self.papers.show_value(sheet.id)
            self.outline.show_parts()
            self._show_part(self.outline.current())
        self.allowed.emit()

    def _show_changed(self) -> None:
        if self.report.sheet is not None:
            self.papers.show_value(self.report.sheet.id)
            self.outline.show_parts()
            self._show_part(self.outline.current())

    def _follow_caret(self) -> None:
        """Keep the page that is written in view."""
        editor = self.section.editor
        part = part_at(editor.document(), editor.textCursor().position())
        self.page.follow_text(self.section.section_id, part)

    def _go_to_source(self, section_id: str, part: int) -> None:
        """Go to what is printed at a place of the page."""
        if not self.outline.choose(section_id) or self.section.section_id != section_id:
            return
        editor = self.section.editor
        cursor = editor.textCursor()
        cursor.setPosition(place_of(editor.document(), max(part, 0)))
        editor.setTextCursor(cursor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.ensureCursorVisible()

    def _leave_part(self, part: str) -> None:
        """Go to another part: what was typed in this one has been committed."""
        self._show_part(part)

    def _bring_text(self) -> bool:
        """Bring a section's text into view, the first one where none is; False without one."""
        self._panes.bring(self._middle)
        if self._middle.currentWidget() is self.section:
            return self.report.sheet is not None
        sections = self.report.sheet.sections if self.report.sheet else ()
        return bool(sections) and self.outline.choose(sections[0].id)

    def _show_part(self, part: str) -> None:
        """Show a part, and choose it where it is led to from elsewhere."""
        with QSignalBlocker(self.outline):
            self.outline.choose(part)
        if part == HEAD:
            self._middle.setCurrentWidget(self.head)
            self.head.show_record(self.report.sheet)
        elif part == GAPS:
            self._middle.setCurrentWidget(self.gaps)
            self.gaps.show_gaps()
        elif part:
            self._middle.setCurrentWidget(self.section)
            self.section.show_section(part)
            self._caret.start()
        self.earlier.show_section("" if part in (HEAD, GAPS) else part)

    def _choose(self, field: str, report_id: object) -> None:
        sheet = self.report.sheet
        if not self.report.open(str(report_id)) and sheet is not None:
            self.papers.show_value(sheet.id)

    def _begin(self) -> None:
        self._make(ReportKind.ANNUAL_REPORT)

    def _make(self, kind: ReportKind) -> None:
        """Begin a paper; a statement is about the year's latest paper that has none."""
        loose = [
            each.id
            for each in self.report.rows
            if each.kind is not ReportKind.STATEMENT and each.attached_to_id is None
        ]
        attach = loose[0] if kind is ReportKind.STATEMENT and loose else None
        changes = self._desk.run(NewReport(self.report.year, kind, attach))
        if changes is not None and changes.created:
            self.report.open(changes.created)
            self.outline.setFocus()

    def _section_place(self) -> int:
        """Return where the chosen section stands, -1 when none is chosen."""
        sections = self.report.sheet.sections if self.report.sheet else ()
        ids = [each.id for each in sections]
        return ids.index(self.outline.current()) if self.outline.current() in ids else -1

    def _add_section(self) -> None:
        sheet = self.report.sheet
        if sheet is None:
            return
        place = self._section_place() + 1 or len(sheet.sections)
        values = {"heading": say("Nytt avsnitt"), "level": 2}
        changes = self._desk.run(Add(ReportSection, values, sheet.id, place))
        if changes is not None and changes.created and self.outline.choose(changes.created):
            self.section.heading.setFocus()
            self.section.heading.selectAll()

    def _move(self, step: int) -> None:
        place = self._section_place()
        sheet = self.report.sheet
        if sheet is not None and place >= 0 and 0 <= place + step < len(sheet.sections):
            self._desk.run(Reorder(ReportSection, sheet.sections[place].id, place + step))

    def _remove_section(self) -> None:
        section = self.report.section(self.outline.current())
        if section is not None and self._desk.run(Remove(ReportSection, section.id)) is not None:
            self._desk.messages.tell(say("Avsnittet togs bort."), "undo")

    def _remove_paper(self) -> None:
        sheet = self.report.sheet
        if sheet is not None and self._desk.run(Remove(Report, sheet.id)) is not None:
            text = say("{paper} togs bort.", paper=swedish_word(sheet.kind))
            self._desk.messages.tell(text, "undo")
