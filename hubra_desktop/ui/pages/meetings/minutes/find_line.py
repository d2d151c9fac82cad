"""Words looked for in all texts of the minutes, and exchanged where they are found."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.places import field_source
from hubra_desktop.model.structured import seen_words
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.pages.meetings.minutes.section_form import SectionForm
from hubra_desktop.ui.pages.reports.finder import exchange, places_found
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row, search_line
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.plain import plain_tip


class FindLine(QFrame):
    """Enter goes on, Shift and Enter back, Esc ends where the search is.

    ``text_asked(id)``: the next place is in another text, by its ``field_source``.
    """

    text_asked = Signal(str)

    def __init__(
        self, minutes: OpenMinutes, form: SectionForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("minutes-find")
        self.setProperty("role", "plain")
        self._minutes, self._form = minutes, form
        self.words = search_line("minutes-find-words", say("Sök i protokollet"), self)
        self.count = label("", "small", self, name="minutes-find-count", wraps=False)
        self.others = search_line("minutes-find-others", say("Ersätt med"), self)
        back = self._tool("up", say("Föregående"), "Shift+F3", self.previous)
        on = self._tool("down", say("Nästa"), "F3", self.next)
        self._one = button(say("Ersätt"), "minutes-replace-one", self, self.replace)
        close = self._tool("close", say("Stäng"), "Esc", self.close_line)
        top = row((self.words, 1), self.count, back, on, close, spacing=GRID)
        below = row((self.others, 1), self._one, spacing=GRID)
        column(top, below, of=self, spacing=GRID // 2)
        self.words.textChanged.connect(self._mark)
        form.texts_shown.connect(self.refresh)
        self.hide()

    def _tool(self, name: str, text: str, keys: str, do: Callable[[], object]) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"minutes-find-{name}")
        made.setIcon(icon(name, "text"))
        made.setAccessibleName(text)
        made.setToolTip(plain_tip(f"{text} ({keys})"))
        made.clicked.connect(do)
        return made

    def open_line(self) -> None:
        """Show the line, with what is chosen in a text as the words."""
        chosen = next(
            (e.textCursor().selectedText() for e in self._editors().values() if e.hasFocus()), ""
        )
        self.show()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        writable = self._form.editable
        for each in (self._one, self.others):
            each.setVisible(writable)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._mark()

    def close_line(self) -> None:
        """Hide the line and go back to the text."""
        self.hide()
        self._mark()
        here = self._here() or next(iter(self._editors()), "")
        if here:
            self._editors()[here].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous if back else self.next)()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Look again where other texts are shown."""
        if self.isVisible():
            self._mark()

    def _editors(self) -> dict[str, RichEditor]:
        """Return the editors in view by the texts that they show, in their order."""
        written = self._form.written_texts()
        return {field_source(record_id, each.field): each.editor for record_id, each in written}

    def _mark(self) -> None:
        """Colour the places in view, and tell how many there are in all."""
        words = self.words.text().strip() if self.isVisible() else ""
        for editor in self._editors().values():
            editor.found = places_found(editor.document(), words) if words else []
            editor.tint()
        wanted = words.casefold()
        texts = self._minutes.texts if wanted else ()
        total = sum(seen_words(text).casefold().count(wanted) for _, text in texts)
        told = say_count("{n} träff", "{n} träffar", total) if total else say("inga träffar")
        self.count.setText(told if wanted else "")

    def _having(self) -> list[str]:
        """Return the texts that have the words, in the order of the minutes."""
        wanted = self.words.text().strip().casefold()
        texts = self._minutes.texts if wanted else ()
        return [each for each, text in texts if wanted in seen_words(text).casefold()]

    def _here(self) -> str:
        """Return the text in which the latest place was chosen, "" for none."""
        editors = self._editors().items()
        return next((each for each, editor in editors if editor.textCursor().hasSelection()), "")

    def next(self) -> None:
        """Choose the next place, round the minutes."""
        self.go(1)

    def previous(self) -> None:
        """Choose the place before."""
        self.go(-1)

    def go(self, step: int) -> None:
        """Choose the next place or the one before; without words, lead to where they are typed."""
        if not self.words.text().strip():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        here = self._here()
        if here and self._choose(here, step, after=True):
            return
        having = self._having()
        order = [each for each, _ in self._minutes.texts]
        begin = here or next(iter(self._editors()), "")
        place = order.index(begin) if begin in order else 0
        before = [each for each in having if order.index(each) < place]
        behind = [each for each in having if order.index(each) >= place and each != here]
        round_ = [*behind, *before, *(each for each in having if each == here)]
        if step < 0:
            round_ = [*reversed(before), *reversed(behind), *round_[-1:]]
        if not round_:
            announce(self.words, self.count.text())
            return
        self._leave(here)
        searching = self.words.hasFocus()
        if round_[0] not in self._editors():
            self.text_asked.emit(round_[0])
        self._choose(round_[0], step, after=False)
        if searching:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, text_id: str) -> None:
        """Let go of what is chosen in a text: the search goes on in another."""
        editor = self._editors().get(text_id)
        if editor is not None:
            cursor = editor.textCursor()
            cursor.clearSelection()
            editor.setTextCursor(cursor)

    def _choose(self, text_id: str, step: int, *, after: bool) -> bool:
        """Choose the next place in a text, from where the last one was or from its edge."""
        editor = self._editors().get(text_id)
        found = places_found(editor.document(), self.words.text().strip()) if editor else []
        if editor is None or not found:
            return False
        if after:
            cursor = editor.textCursor()
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            left = [c for c in found if c.selectionStart() >= end]
            found = left if step > 0 else [c for c in found if c.selectionEnd() <= start]
        if not found:
            return False
        editor.setTextCursor(found[0 if step > 0 else -1])
        self._form.bring(editor)
        return True

    def replace(self) -> None:
        """Put the other words in the place that is chosen, and go on to the next."""
        here = self._here()
        editor = self._editors().get(here)
        if editor is None:
            self.next()
            return
        chosen = QTextCursor(editor.textCursor())
        words = self.words.text().strip()
        if chosen.selectedText().casefold() == words.casefold():
            exchange(chosen, words, self.others.text())
            editor.flush()
        self.next()
