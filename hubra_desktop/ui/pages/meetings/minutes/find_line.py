"""Words looked for in all texts of the minutes, and exchanged where they are found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.places import field_source
from hubra_desktop.model.structured import seen_words
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.pages.meetings.minutes.section_form import SectionForm
from hubra_desktop.ui.pages.reports.find_words import FindWords
from hubra_desktop.ui.pages.reports.finder import exchange, places_found
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.widgets.callout import announce


class FindLine(FindWords):
    """``text_asked(id)``: the next place is in another text, by its ``field_source``."""

    text_asked = Signal(str)

    def __init__(
        self, minutes: OpenMinutes, form: SectionForm, parent: QWidget | None = None
    ) -> None:
        super().__init__("minutes-find", say("Sök i texten"), parent, prefix="minutes-")
        self._minutes, self._form = minutes, form
        form.texts_shown.connect(self.refresh)

    def open_line(self) -> None:
        chosen = next(
            (e.textCursor().selectedText() for e in self._editors().values() if e.hasFocus()), ""
        )
        self.set_editable(self._form.editable)
        self.begin_with("" if "\u2029" in chosen else chosen)

    def set_editable(self, editable: bool) -> None:
        """Offer to exchange words, or not."""
        for each in (self.one, self.others):
            each.setVisible(editable)

    def close_line(self) -> None:
        self.hide()
        self.mark()
        here = self._here() or next(iter(self._editors()), "")
        if here:
            self._editors()[here].setFocus(Qt.FocusReason.OtherFocusReason)

    def _editors(self) -> dict[str, RichEditor]:
        """Return the editors in view by the texts that they show, in their order."""
        written = self._form.written_texts()
        return {field_source(record_id, each.field): each.editor for record_id, each in written}

    def mark(self) -> None:
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

    def step(self, step: int) -> None:
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
        here = self._here()
        editor = self._editors().get(here)
        if editor is None or editor.isReadOnly():
            self.next()
            return
        chosen = QTextCursor(editor.textCursor())
        words = self.words.text().strip()
        if chosen.selectedText().casefold() == words.casefold():
            exchange(chosen, words, self.others.text())
            editor.flush()
        self.next()
