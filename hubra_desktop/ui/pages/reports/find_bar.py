"""Finding words in all sections of a paper, and exchanging them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.structured import seen_words
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.reports.find_words import FindWords
from hubra_desktop.ui.pages.reports.finder import exchange, exchanged_everywhere, places_found
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.pages.reports.rich_document import fill
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_objects import OBJECT, note_chosen
from hubra_desktop.ui.widgets.build import button
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.work.commands.report_texts import RewriteSections


class FindBar(FindWords):
    """Looks through the paper of ``report``; ``editor`` shows the section ``section_id``.

    ``section_asked(id)``: the next place is in another section.
    """

    section_asked = Signal(str)

    def __init__(
        self, desk: Desk, report: OpenReport, editor: RichEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__("find-bar", say("Sök i handlingen"), parent)
        self._desk, self._report, self._editor = desk, report, editor
        self.section_id = ""
        self._others: dict[str, tuple[str, QTextDocument]] = {}
        self._all = button(say("Ersätt alla"), "replace-all", self, self.replace_all)
        self.below.addWidget(self._all)

    def open_line(self) -> None:
        chosen = self._editor.textCursor().selectedText()
        for each in (self.one, self._all, self.others):
            each.setVisible(not self._editor.isReadOnly())
        self.begin_with("" if {"\u2029", OBJECT} & {*chosen} else chosen)

    def close_line(self) -> None:
        self.hide()
        self._editor.found = []
        self._editor.tint()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self) -> None:
        self._editor.found = places_found(self._editor.document(), self.words.text())
        self._editor.tint()
        self._tell()

    def _places(self) -> list[tuple[str, QTextCursor]]:
        """Return every place in the order of the paper, each with its section."""
        sheet = self._report.sheet
        found: list[tuple[str, QTextCursor]] = []
        for section in sheet.sections if sheet else ():
            here = section.id == self.section_id
            known = self._editor.found if here else places_found(
                self._document(section.id, section.text), self.words.text()
            )  # fmt: skip
            found += [(section.id, cursor) for cursor in known]
        return found

    def _document(self, section_id: str, text: str) -> QTextDocument:
        """Return a section that is not shown as a document, made when its text has changed."""
        known = self._others.get(section_id)
        if known is None or known[0] != text:
            document = QTextDocument(self)
            fill(document, text)
            known = self._others[section_id] = (text, document)
        return known[1]

    def _tell(self) -> None:
        places = self._places()
        at = self._at(places)
        told = say_count("{n} träff", "{n} träffar", len(places))
        if at is not None:
            told = say("{place} av {count}", place=at + 1, count=len(places))
        self.count.setText(told if self.words.text() else "")

    def _at(self, places: list[tuple[str, QTextCursor]]) -> int | None:
        """Return which of the places is chosen in the text."""
        chosen = self._editor.textCursor()
        span = (self.section_id, chosen.selectionStart(), chosen.selectionEnd())
        known = [(each, c.selectionStart(), c.selectionEnd()) for each, c in places]
        return known.index(span) if span in known else None

    def step(self, step: int) -> None:
        places = self._places()
        if not places:
            self._tell()
            announce(self.count, self.count.text())
            return
        at = self._at(places)
        self._go(*places[(at + step) % len(places) if at is not None else self._from(places, step)])

    def _from(self, places: list[tuple[str, QTextCursor]], step: int) -> int:
        """Return the first place after (or last before) the caret, in the order of the paper."""
        sheet = self._report.sheet
        order = {each.id: place for place, each in enumerate(sheet.sections if sheet else ())}
        here = (order.get(self.section_id, 0), self._editor.textCursor().position())
        known = [(order[each], cursor.selectionStart()) for each, cursor in places]
        if step > 0:
            return next((place for place, each in enumerate(known) if each >= here), 0)
        return next(
            (len(known) - 1 - n for n, each in enumerate(reversed(known)) if each < here), -1
        )

    def _go(self, section_id: str, place: QTextCursor) -> None:
        start, end = place.selectionStart(), place.selectionEnd()
        if section_id != self.section_id:
            self.section_asked.emit(section_id)
            if section_id != self.section_id:
                return  # what is typed must be mended first
            self.mark()
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self._tell()
        told = seen_words(note_chosen(cursor)) or cursor.block().text()
        announce(self.count, f"{told}, {self.count.text()}")

    def replace(self) -> None:
        if self._at(self._places()) is None:
            self.next()
            return
        cursor = self._editor.textCursor()
        if not exchange(cursor, self.words.text(), self.others.text()):
            self._desk.messages.tell(_kept(1))
        self._editor.setTextCursor(cursor)
        self.mark()
        self.next()

    def replace_all(self) -> None:
        """Exchange the words in every section of the paper, in one step that can be undone."""
        sheet = self._report.sheet
        if sheet is None or not self._desk.flush():
            return
        count = len(self._places())
        sections = self._report.sheet.sections if self._report.sheet else ()
        words, others = self.words.text(), self.others.text()
        made = {each.id: exchanged_everywhere(each.text, words, others) for each in sections}
        done = sum(number for _, number in made.values())
        texts = {section: text for section, (text, number) in made.items() if number}
        if texts and self._desk.run(RewriteSections(texts)) is None:
            return
        self.mark()
        told = say_count("{n} ställe ersattes.", "{n} ställen ersattes.", done)
        left = f" {_kept(count - done)}" if count > done else ""
        self._desk.messages.tell(told + left, "undo" if done else "")


def _kept(count: int) -> str:
    return say_count(
        "{n} står i en uppgift ur registret och ändrades inte.",
        "{n} står i uppgifter ur registret och ändrades inte.",
        count,
    )
