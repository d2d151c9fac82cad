"""The part Protokoll of a meeting's page: each § in one place, what is missing, and the page."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.places import row_and_field
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.minutes import hindrances
from hubra_desktop.ui.pages.meetings.minutes.beside import BesideMinutes
from hubra_desktop.ui.pages.meetings.minutes.find_line import FindLine
from hubra_desktop.ui.pages.meetings.minutes.head_form import MinutesHead
from hubra_desktop.ui.pages.meetings.minutes.minutes_outline import HEAD, MISSING, MinutesOutline
from hubra_desktop.ui.pages.meetings.minutes.minutes_pane import MinutesPane
from hubra_desktop.ui.pages.meetings.minutes.missing_list import MissingList
from hubra_desktop.ui.pages.meetings.minutes.more_button import MoreButton
from hubra_desktop.ui.pages.meetings.minutes.number_form import NumberForm
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.pages.meetings.minutes.section_form import SectionForm
from hubra_desktop.ui.pages.meetings.minutes.spelling import MinutesSpelling
from hubra_desktop.ui.pages.meetings.minutes.toolbars import Toolbars
from hubra_desktop.ui.pages.meetings.minutes.transcript_pane import TranscriptPane
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.panes import Pane, Panes
from hubra_desktop.ui.widgets.usable import let_use
from hubra_desktop.work.commands.sections import BeginMinutes
from hubra_desktop.work.edits import Add, Remove

_ELSEWHERE = {
    "approver": "approval", "attendance": "attendance", "decision_notice": "after",
    "minutes": "approval", "presenter": "agenda",
}  # fmt: skip
"""The parts of the page where what is recorded of some kinds is mended, by their names."""
FOLLOW_MS = 120
"""How long after the caret has moved the page follows it."""
WIDTHS = (210, 480, 420)


class MinutesPart(Page):
    """Follows the open meeting; the page that is written stands beside it."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("minutes-part")
        self._desk, self._meeting = desk, meeting
        self.minutes = OpenMinutes(desk, meeting, self)
        self._stack = QStackedWidget(self)
        self._whole = QWidget(self._stack)
        self.side = FormHost(self._whole, self._stack)
        self.parts = Panes("minutes-splitter", say("Textens delar"), self._whole)
        within = self.parts.splitter
        self.outline = MinutesOutline(within)
        self._right = QWidget(within)
        self.tools = Toolbars(self._right)
        self._middle = QStackedWidget(self._right)
        self.section = SectionForm(desk, self.minutes, self._middle)
        self.spelling = MinutesSpelling(desk, self.minutes, self.section)
        self.finder = FindLine(self.minutes, self.section, self._right)
        self.head = MinutesHead(desk, self.minutes, self._middle)
        self.missing = MissingList(self._middle)
        self.page = MinutesPane(desk, self.minutes, actions, self)
        self.transcript = TranscriptPane(desk, self)
        self.beside = BesideMinutes(self.page, self.transcript, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.told = label("", "muted", self._whole, name="minutes-told")
        self.number = button(
            say("Numrera paragraferna…"), "minutes-number", self._whole, self._ask_number
        )
        self.number.setAutoDefault(True)
        self.more = MoreButton(
            self._whole,
            begin=self._add_missing,
            add=self._add_section,
            remove=self._remove_section,
        )
        for each in (self.section, self.head, self.missing):
            self._middle.addWidget(each)
        tools = row(self.tools, margins=(2 * GRID, 0, 2 * GRID, 0))
        find = row(self.finder, margins=(2 * GRID, 0, 2 * GRID, 0))
        column(tools, find, (self._middle, 1), of=self._right, spacing=GRID // 2)
        stood = zip((self.outline, self._right, self.beside), (0, 3, 2), WIDTHS, strict=True)
        tabs = (say("Text"), say("Text"), say("Sidan och transkriptionen"))
        self.parts.stand(*(Pane(tab, *each) for tab, each in zip(tabs, stood, strict=True)))
        self.parts.may_leave = self.outline.may_leave = self._desk.flush_or_say
        top = row((self.told, 1), self.number, self.more, spacing=GRID)
        column(top, (self.parts, 1), of=self._whole, spacing=GRID)
        self._stack.addWidget(self._empty_place())
        self._stack.addWidget(self.side)
        column(self._stack, of=self)

    def _empty_place(self) -> QWidget:
        """Return what is shown before the minutes are begun: the words, and the first step."""
        place = QWidget(self)
        empty = EmptyState(
            say("Inget är skrivet än"),
            say(
                "Programmet gör en paragraf av varje ärende, med bakgrund och förslag till beslut "
                "ur tjänsteutlåtandet. Det som antecknas under sammanträdet hamnar här."
            ),
            parent=place,
        )
        mark = icon("add", "on_accent")
        self._first = button(
            say("Börja skriva"), "begin-minutes", place, self._begin,
            role="primary", mark=mark,
        )  # fmt: skip
        column((empty, 1), row(None, self._first, None), of=place).addStretch(2)
        return place

    def _connect(self) -> None:
        self.outline.part_chosen.connect(self._leave_part)
        self.minutes.shown.connect(self._show)
        self.minutes.shown.connect(self._leave_transcript)
        self.minutes.changed.connect(self._show)
        self.section.editor_entered.connect(self.tools.follow)
        self.section.editor_left.connect(self.tools.drop)
        self.page.source_asked.connect(self._go_to_source)
        self.spelling.text_asked.connect(self._spell_on)
        self.tools.spelling_asked.connect(self.spelling.walk)
        self.finder.text_asked.connect(self._go_to_text)
        self.tools.search_asked.connect(self._find)
        for keys, do in (
            ("F7", self._spell), ("Ctrl+F", self._find),
            ("F3", partial(self._find_on, 1)), ("Shift+F3", partial(self._find_on, -1)),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        self._caret = later(FOLLOW_MS, self._follow_caret, self)
        self.section.caret_moved.connect(self._caret.start)
        self.missing.chosen.connect(self._go_to_finding)
        self.section.findings.chosen.connect(self._go_to_finding)
        self.transcript.insert_asked.connect(self._insert)
        self._meeting.shown.connect(self.side.close_form)
        self._desk.replaced.connect(self._forget)
        self._desk.hold(self, self._mend)

    def start(self) -> None:
        self._show()

    def stop(self) -> None:
        self.page.stop()
        self.spelling.stop()

    def restore(self) -> None:
        self.parts.restore("minutes/splitter")

    def remember(self) -> None:
        self.parts.remember("minutes/splitter")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minutes.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.minutes.watch(False)

    def set_editable(self, editable: bool) -> None:
        self._allow()

    def flush(self) -> bool:
        """Commit what is typed here."""
        return all([self.section.flush(), self.head.flush()])

    def _mend(self) -> str:
        """Lead to what was refused, in the part where it stands; return its name."""
        self.parts.bring(self._right)
        if not self.section.flush():
            self._middle.setCurrentWidget(self.section)
            return self.section.mend()
        self._middle.setCurrentWidget(self.head)
        return self.head.mend()

    def meets(self) -> Needs:
        return Needs.PAPER

    def do(self, action_id: str) -> None:
        self.page.do(action_id)

    def panes(self) -> list[QWidget]:
        return [self.parts.bar, self.outline, self._middle, self.beside]

    def go_to(self, kind: str, record_id: str) -> bool:
        """Show a § or something recorded at one, or the minutes as a whole."""
        self.minutes.watch(True)
        if kind == "minutes":
            return self.outline.choose(HEAD)
        section_id = record_id if kind == "section" else self.outline.section_of(record_id)
        if not section_id or not self.outline.choose(section_id):
            return False
        return kind == "section" or self.section.go_to_record(record_id, "")

    def go_to_field(self, kind: str, field: str) -> None:
        form = self.head if self._middle.currentWidget() is self.head else self.section
        if field in form.places:
            form.go_to(field)

    def _begin(self) -> bool:
        """Make the §§ that are lacking; tells whether that changed anything."""
        sheet = self._meeting.sheet
        changes = self._desk.run(BeginMinutes(sheet.id)) if sheet is not None else None
        if changes is not None:
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)
        return changes is None or bool(changes.rows)

    def _add_missing(self) -> None:
        if not self._begin():
            self._desk.messages.tell(say("Alla ärenden har redan en paragraf."))

    def _show(self) -> None:
        """Show the minutes of the open meeting as they are now."""
        view = self.minutes.view
        begun = view is not None and view.minutes is not None
        self._stack.setCurrentIndex(1 if begun else 0)
        if begun and view is not None:
            self.outline.show_view(view)
            self.told.setText(self.outline.summary())
            self._show_part(self.outline.current())
        self._allow()
        self.allowed.emit()

    def _allow(self) -> None:
        view, chosen = self.minutes.view, self.minutes.section(self.outline.current())
        hindrance = hindrances.minutes_hindrance(view, self._desk.closed_told)
        in_section = hindrance or hindrances.section_hindrance(chosen)
        self.section.set_editable(not in_section)
        self.tools.set_editable(not in_section)
        self.finder.set_editable(not in_section)
        self.head.set_editable(not hindrance)
        lacks = any(each.section.number is None for each in view.sections) if view else False
        numbered = view is not None and view.kind is MinutesKind.PROTOCOL
        self.number.setVisible(numbered and lacks)
        let_use(self.number, hindrance)
        let_use(self._first, hindrance)
        self.more.let(hindrance, in_section)
        self.transcript.let_insert(in_section)

    def _leave_part(self, part: str) -> None:
        """Go to another part: what was typed in this one has been committed."""
        self._show_part(part)
        self._allow()

    def _show_part(self, part: str) -> None:
        with QSignalBlocker(self.outline):
            self.outline.choose(part)
        view = self.minutes.view
        if part == HEAD and view is not None:
            self._middle.setCurrentWidget(self.head)
            self.head.show_minutes(view)
        elif part == MISSING:
            self._middle.setCurrentWidget(self.missing)
            self.missing.show_findings(self.outline.findings)
        elif part:
            self._middle.setCurrentWidget(self.section)
            self.section.show_section(part)
            self.section.show_findings(self.outline.found_in(part))
            if self.section.caret_place() is None:
                self.page.follow(part, "heading", 0)
            else:
                self._caret.start()
        in_text = self._middle.currentWidget() is self.section
        self.tools.setVisible(in_text)
        if not in_text:
            self.finder.hide()

    def _follow_caret(self) -> None:
        """Keep the text that is written in view on the page."""
        where = self.section.caret_place()
        if where is not None:
            self.page.follow(*where)

    def _go_to_source(self, row_id: str, field: str, part: int) -> None:
        """Go to what is printed at a place of the page."""
        view = self.minutes.view
        if view is None or view.minutes is None:
            return
        if row_id in (view.minutes.id, view.meeting.id):
            if self.outline.choose(HEAD):
                self.head.go_to(field)
            return
        home = self.outline.section_of(row_id) or row_id
        if self.outline.choose(home):
            self.section.go_to_text(row_id, field, max(part, 0))

    def _go_to_text(self, text_id: str) -> None:
        row_id, field = row_and_field(text_id)
        self._go_to_source(row_id, field, 0)

    def _bring_text(self) -> bool:
        """Bring a § into view where none is; False where there is none, which is said."""
        sections = self.minutes.view.sections if self.minutes.view else ()
        self.parts.bring(self._right)
        if not sections:
            self._desk.messages.tell(say("Det finns inga paragrafer än."))
        elif self._middle.currentWidget() is not self.section:
            self.outline.choose(sections[0].section.id)
        return self._middle.currentWidget() is self.section

    def _find(self) -> None:
        """Look for words, in a § that is brought into view where none is."""
        if self._bring_text():
            self.finder.open_line()

    def _find_on(self, step: int) -> None:
        """Go to the next place of the words, with the line in view that tells them."""
        if self.finder.isHidden():
            self._find()
        if not self.finder.isHidden():
            self.finder.go(step)

    def _spell(self) -> None:
        """Go through the spelling from where something was last written, or from the top."""
        if self._bring_text():
            if self.tools.editor is None:
                self.tools.follow(self.section.background.editor)
            self.tools.ask_spelling()

    def _spell_on(self, text_id: str) -> None:
        """Go to another text that has a misspelled word, and on from its beginning."""
        self._go_to_text(text_id)
        if self.tools.editor is not None and self.section.caret_place() is not None:
            self.spelling.walk(self.tools.editor)

    def _go_to_finding(self, finding: MinutesFinding) -> None:
        """Lead to where something that is missing is mended."""
        home = self.outline.home_of(finding)
        if finding.field == "number":
            self._ask_number()
        elif finding.field == "section":
            self._begin()
        elif home and finding.kind not in _ELSEWHERE and self.outline.choose(home):
            if finding.kind == "section":
                self.section.go_to(finding.field)
            else:
                self.section.go_to_record(self.outline.row_of(finding), finding.field)
        elif finding.field in self.head.places and self.outline.choose(HEAD):
            self.head.go_to(finding.field)
        else:
            self.mend_asked.emit(_ELSEWHERE.get(finding.kind, finding.field))

    def _ask_number(self) -> None:
        view = self.minutes.view
        if not self.number.isEnabled():
            self._desk.messages.tell(self.number.toolTip())
        elif view is not None and self._desk.flush_or_say():
            self.side.open(NumberForm(self._desk, view))

    def _add_section(self) -> None:
        view = self.minutes.view
        if view is None:
            return
        last = max((each.section.position for each in view.sections), default=-1)
        values = {"meeting_id": view.meeting.id, "position": last + 1}
        changes = self._desk.run(Add(Section, values))
        if changes is not None and changes.created and self.outline.choose(changes.created):
            self.section.go_to("heading")

    def _remove_section(self) -> None:
        chosen = self.minutes.section(self.outline.current())
        if chosen is not None and self._desk.run(Remove(Section, chosen.section.id)) is not None:
            self._desk.messages.tell(say("Paragrafen togs bort."), "undo")

    def _insert(self, text: str) -> None:
        """Put words of the transcript where the writer was, in the background by default."""
        editor = self.tools.editor or self.section.background.editor
        editor.textCursor().insertText(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_transcript(self) -> None:
        """Let go of what was said at another meeting."""
        sheet = self._meeting.sheet
        self.transcript.turn_to(sheet.id if sheet is not None else "")

    def _forget(self) -> None:
        self.side.forget()
        self.transcript.forget()
