"""Finding words in all sections of a paper, and exchanging them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.structured import seen_words
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.finder import exchange, exchanged_everywhere, places_found
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.pages.reports.rich_document import fill
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_objects import OBJECT, note_chosen
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row, search_line
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.commands.report_texts import RewriteSections


class FindBar(QFrame):
    """Looks through the paper of ``report``; ``editor`` shows the section ``section_id``.

    ``section_asked(id)``: the next place is in another section. Enter goes on, Shift and
    Enter back, Esc ends where the search is.
    """

    section_asked = Signal(str)

    def __init__(
        self, desk: Desk, report: OpenReport, editor: RichEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setProperty("role", "plain")
        self._desk, self._report, self._editor = desk, report, editor
        self.section_id = ""
        self._others: dict[str, tuple[str, QTextDocument]] = {}
        self.words = search_line("find-words", say("Sök i handlingen"), self)
        self.count = label("", "small", self, name="find-count", wraps=False)
        self.others = search_line("find-others", say("Ersätt med"), self)
        back = self._tool("up", say("Föregående"), "Shift+F3", self.previous)
        on = self._tool("down", say("Nästa"), "F3", self.next)
        self._one = button(say("Ersätt"), "replace-one", self, self.replace)
        self._all = button(say("Ersätt alla"), "replace-all", self, self.replace_all)
        close = self._tool("close", say("Stäng"), "Esc", self.close_bar)
        top = row((self.words, 1), self.count, back, on, close, spacing=GRID)
        below = row((self.others, 1), self._one, self._all, spacing=GRID)
        column(top, below, of=self, spacing=GRID // 2)
        self.words.textChanged.connect(self._mark)
        self.hide()

    def _tool(self, name: str, text: str, keys: str, do: Callable[[], None]) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"find-{name}")
        made.setIcon(icon(name, "text"))
        made.setAccessibleName(text)
        made.setToolTip(plain_tip(f"{text} ({keys})"))
        made.clicked.connect(do)
        return made

    def open_bar(self) -> None:
        """Show the bar, with what is chosen in the text as the words."""
        chosen = self._editor.textCursor().selectedText()
        self.show()
        if chosen and not {"\u2029", OBJECT} & {*chosen}:
            self.words.setText(chosen)
        for each in (self._one, self._all, self.others):
            each.setVisible(not self._editor.isReadOnly())
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._mark()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._editor.found = []
        self._editor.tint()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous if back else self.next)()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Look again where the text or the section has changed."""
        if self.isVisible():
            self._mark()

    def _mark(self) -> None:
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

    def next(self) -> None:
        """Go to the next place, from the last one to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before, from the first one to the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
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
            self._mark()
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self._tell()
        told = seen_words(note_chosen(cursor)) or cursor.block().text()
        announce(self.count, f"{told}, {self.count.text()}")

    def replace(self) -> None:
        """Exchange the words that are chosen, and go to the next place."""
        if self._at(self._places()) is None:
            self.next()
            return
        cursor = self._editor.textCursor()
        if not exchange(cursor, self.words.text(), self.others.text()):
            self._desk.messages.tell(_kept(1))
        self._editor.setTextCursor(cursor)
        self._mark()
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
        self._mark()
        told = say_count("{n} ställe ersattes.", "{n} ställen ersattes.", done)
        left = f" {_kept(count - done)}" if count > done else ""
        self._desk.messages.tell(told + left, "undo" if done else "")


def _kept(count: int) -> str:
    return say_count(
        "{n} står i en uppgift ur registret och ändrades inte.",
        "{n} står i uppgifter ur registret och ändrades inte.",
        count,
    )
