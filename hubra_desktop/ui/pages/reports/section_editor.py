"""One section of a paper: its heading, its text, and what is to be looked at in it."""

from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QToolButton, QWidget

from hubra_desktop.model.invisible import seen_line, seen_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.model.reports.fact import Fact
from hubra_desktop.model.reports.linking import proposed_links
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.reports.related_papers import ReportFinding
from hubra_desktop.model.reports.text_pictures import pictures_in
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.wording import quoted
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import TextField
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.pages.reports.proposal import ProposalPane
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_toolbar import RichToolbar
from hubra_desktop.ui.pages.reports.text_tools import TextTools
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.level_line import ROLES, levelled
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.wrapped_line import ICON, WrappedLine
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.report_texts import RewriteSections
from hubra_desktop.work.commands.reports import AcceptFact, RefreshSection, TieFact
from hubra_desktop.work.edits import Change

SHOWN = 4


class SectionEditor(QWidget):
    """Edits the section ``show_section`` names; ``place_asked(kind, id)`` leads to a record."""

    place_asked = Signal(str, str)

    def __init__(self, desk: Desk, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section-editor")
        self._desk = desk
        self._report = report
        self._id = ""
        self._renewed: set[str] = set()
        self.heading = TextField("heading", say("Rubrik"), self)
        self.heading.setProperty("role", "title-field")
        self.heading.commit_by(self._write_heading)
        self.editor = RichEditor("section-text", say("Avsnittets text"), self)
        self.editor.commit_by(self._write_text)
        self.editor.textChanged.connect(self._draft)
        self.editor.fact_asked.connect(self._go_to_record)
        self.tools = RichToolbar(self.editor, self)
        self.insert = self._menu_button("fact", say("Infoga en uppgift ur registret"))
        self.insert.setMenu(QMenu(self.insert))
        self.insert.menu().aboutToShow.connect(self._offer_facts)
        self.refresh = self._menu_button("refresh", say("Föreslå avsnittet på nytt"))
        self.refresh.clicked.connect(self._propose)
        self.text = TextTools(desk, report, self.editor, self)
        for each in self.text.buttons:
            self.tools.add(each)
        self.tools.add(self.insert)
        self.tools.add(self.refresh)
        self.proposal = ProposalPane(self)
        self.proposal.taken.connect(self._take)
        self.proposal.keep.clicked.connect(self._close_proposal)
        self._findings = QWidget(self)
        self._below = column(of=self._findings, spacing=GRID // 2)
        editing = column((self.editor, 1), self.text.objects, self.text.counted, spacing=GRID // 2)
        written = (self.heading, self.tools, self.text.finder, (editing, 1), (self.proposal, 1))
        margins = (2 * GRID, GRID, 2 * GRID, GRID)
        column(*written, self._findings, of=self, margins=margins, spacing=GRID)

    def _menu_button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"section-{name}")
        button.setIcon(icon(name, "text"))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(plain_tip(text))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def show_section(self, section_id: str) -> None:
        """Show another section, or the same one as the register has it now."""
        section = self._report.section(section_id)
        if section is None:
            return
        if section_id == self._id:
            self.editor.show_text(section.text)
        else:
            self._id = section_id
            self.editor.begin(section.text)
            self._close_proposal()
        self.heading.show_text(section.heading)
        self.heading.setVisible(bool(section.heading) or not section.key)
        self.editor.show_facts(
            {key: _told(fact) for key, fact in self._report.facts.items()},
            self._report.stale_keys(section_id),
        )
        self.text.show_section(section_id)
        self.refresh.setVisible(bool(section.key))
        self._show_findings(section_id)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.heading.setReadOnly(not editable)
        self.editor.setReadOnly(not editable)
        self.tools.set_editable(editable)
        self.text.set_editable(editable)
        self.insert.setEnabled(editable)
        self.refresh.setEnabled(editable)
        self.proposal.take.setEnabled(editable)

    def flush(self) -> bool:
        """Commit what is typed here."""
        return all([self.heading.flush(), self.editor.flush()])

    @property
    def section_id(self) -> str:
        """Return the section that is shown, "" before any."""
        return self._id

    def mend(self) -> str:
        """Lead to the heading or the text that was refused; return its name."""
        field = self.editor if self.heading.flush() else self.heading
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # Refused once more, so that the sentence stands where the field is now.
        field.flush()
        return field.accessibleName()

    def _write_heading(self, field: str, text: str, edit: str) -> None:
        self._desk.attempt_now(
            Change(ReportSection, self._id, {"heading": seen_line(text).strip()}, edit)
        )

    def _write_text(self, text: str, edit: str) -> None:
        seen = seen_text(text)
        step: Command = Change(ReportSection, self._id, {"text": seen}, edit)
        kept = {each.mark for each in self._report.sheet.pictures} if self._report.sheet else set()
        if pictures_in((seen,)) - kept:
            step = RewriteSections({self._id: seen})  # takes along what other papers show
        self._desk.attempt_now(step)

    def _draft(self) -> None:
        if self._id and self.editor.dirty:
            self._report.type(self._id, self.editor.text_typed())

    def _propose(self) -> None:
        """Show the register's own proposal; where nothing is written it is taken at once."""
        if not self._desk.flush():
            return
        section, text = self._report.section(self._id), self._report.proposed_text(self._id)
        if section is None or (text is not None and text == section.text):
            self._desk.messages.tell(say("Texten är den som registret föreslår."))
        elif text and section.text.strip():
            self._findings.hide()
            self.proposal.offer(text)
        else:
            self._take()

    def _close_proposal(self) -> None:
        self.proposal.hide()
        self._findings.show()

    def _take(self) -> None:
        """Write the proposal in the place of the text; undo brings the text back."""
        section = self._report.section(self._id)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close_proposal()
        if section is not None and self._report.sheet is not None:
            self._desk.run(RefreshSection(self._report.sheet.id, section.key))

    def _offer_facts(self) -> None:
        menu = self.insert.menu()
        menu.clear()
        self._offer_ties(menu)
        known = self._report.facts.values()
        facts = sorted(known, key=lambda each: (sort_key(_about(each)), sort_key(each.name)))
        for about, group in groupby(facts, _about):
            several = list(group)
            place = menu.addMenu(_literal(about)) if len(several) > 2 else menu
            for fact in several:
                action = place.addAction(_literal(_told(fact)))
                action.triggered.connect(partial(self._insert, fact.form, fact.key))

    def _offer_ties(self, menu: QMenu) -> None:
        """Offer to tie numbers that are written here to the facts that they seem to tell."""
        if not self.editor.flush():
            return
        section = self._report.section(self._id)
        text = section.text if section is not None else ""
        for each in proposed_links(text, self._report.facts.values()):
            around = " ".join(strip_links(text[each.start :]).split()[:4])
            action = menu.addAction(_literal(f"{quoted(around)} → {_told(each.fact)}"))
            action.triggered.connect(partial(self._tie, each.start, each.end, each.fact.key))
        menu.addSeparator()

    def _insert(self, words: str, key: str) -> None:
        """Tie the chosen words to the fact, or write it where the cursor stands."""
        chosen = self.editor.textCursor().selectedText()
        self.editor.insert_fact(chosen or words, key)
        self.editor.setFocus()

    def _show_findings(self, section_id: str) -> None:
        clear(self._below)
        found = self._report.findings_in(section_id)
        self._renewed = set()
        for place, finding in enumerate(found[:SHOWN]):
            self._below.addWidget(self._line(place, finding))
        if len(found) > SHOWN:
            more = say_count("… och {n} till", "… och {n} till", len(found) - SHOWN)
            self._below.addWidget(label(more, "small", self, wraps=False))

    def _line(self, place: int, finding: ReportFinding) -> QFrame:
        """Return a line that tells a finding, leads to its words, and mends what is stale."""
        frame = QFrame(self)
        frame.setProperty("role", "plain")
        level = finding.level.value
        sentence = levelled(finding.level, finding.sentence)
        text = WrappedLine(f"section-finding-{place}", sentence, (level, ROLES[level]), frame)
        text.clicked.connect(partial(self.lead_to, finding))
        lines = column(text, spacing=0)
        beside = row((lines, 1), of=frame, spacing=GRID)
        words = self._report.stale_at(finding.where.id, finding.where.start)
        if words is not None and words.new_sentence in self._renewed:
            return frame  # the sentence is accepted once, where it is told first
        mend = self._mender(finding, frame)
        if mend is not None:
            mend.setObjectName(f"section-mend-{place}")
            mend.setEnabled(not self._desk.read_only)
            beside.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
        if words is not None and words.new_sentence:
            self._renewed.add(words.new_sentence)
            lines.addWidget(self._preview(place, words.new_sentence, frame))
        return frame

    def _preview(self, place: int, sentence: str, parent: QWidget) -> QLabel:
        """Return what a sentence will read when it is accepted."""
        text, name = say("Blir: {sentence}", sentence=sentence), f"section-preview-{place}"
        shown = label(text, "small", parent, name=name)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setIndent(2 * GRID + ICON)
        return shown

    def _mender(self, finding: ReportFinding, parent: QWidget) -> QPushButton | None:
        """Return a button that mends what a finding is about, where one press can."""
        where = finding.where
        words = self._report.stale_at(where.id, where.start)
        if words is not None and words.new_sentence:
            mend = QPushButton(say("Byt meningen"), parent)
            if words.by_words_alone:
                mend.setText(say("Skriv {words}", words=words.new_words))
            mend.clicked.connect(partial(self._accept, words.key))
            return mend
        loose = self._report.contradiction_at(where.id, where.start)
        if loose is not None and loose.fact_key in self._report.facts:
            fact = self._report.facts[loose.fact_key]
            mend = QPushButton(_literal(say("Knyt till {fact}", fact=fact.name)), parent)
            mend.setToolTip(plain_tip(_told(fact)))
            mend.clicked.connect(partial(self._tie, loose.start, loose.end, loose.fact_key))
            return mend
        return None

    def _accept(self, key: str) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes away
        self._desk.run(AcceptFact(self._id, key))

    def _tie(self, start: int, end: int, key: str) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.run(TieFact(self._id, start, end, key))

    def _go_to_record(self, key: str) -> None:
        """Lead to the record that a fact stands on: the first of them."""
        fact = self._report.facts.get(key)
        if fact is not None and fact.sources:
            self.place_asked.emit(*fact.sources[0])

    def lead_to(self, finding: ReportFinding) -> None:
        """Choose the words that a finding is about."""
        section = self._report.section(finding.where.id)
        words = self._report.stale_at(finding.where.id, finding.where.start)
        if words is not None and self.editor.go_to_fact(words.key):
            return
        if section is not None:
            text = section.text[finding.where.start : finding.where.end]
            self.editor.go_to(" ".join(text.split()[:4]))


def _literal(text: str) -> str:
    """Return a text for a menu or a button, where a lone & would underline a letter."""
    return text.replace("&", "&&")


def _about(fact: Fact) -> str:
    """Return what several facts are about: a grant, a post, an indicator, taking part."""
    about, colon, _ = fact.name.partition(": ")
    return about if colon else fact.name.rpartition(", ")[0] or fact.name


def _told(fact: Fact) -> str:
    return f"{fact.name}: {fact.form}"
