"""What every text that is typed has in common: it is committed meanwhile, and never lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.printable import unprintable
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.saving import SaveTimer

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

Commit = Callable[[str, str, str], None]
Draft = Callable[[str, str], None]


class Typed(_Widget):
    """A text that is typed, in a line or in an area; what is typed is never lost.

    ``commit(field, text, edit)`` writes it and raises InputError when it cannot; the
    sentence then stands at the field, which keeps its text, whatever else is shown,
    until it is mended or taken back with Esc. ``draft(field, text)`` is told every
    keystroke. While somebody types, the text is committed within a second of each
    key and stands as it was typed; it is shown as the register holds it when the field is
    left. Text that must be ``whole`` to mean something is committed only then. Without
    ``commit`` the text is read by whoever asks for it.

    A ``printed`` text with characters that cannot be printed is kept, and the field
    says so as long as it is so.
    """

    def _begin(self, field: str, label: str, *, whole: bool = False, printed: bool = True) -> None:
        self.field = field
        self.setObjectName(f"field-{field}")
        self.setAccessibleName(label)
        self.printed = printed
        self._whole = whole
        self._given = ""
        self._taken: str | None = None
        self._passing = False
        self._edit = uuid4().hex
        self._commit: Commit | None = None
        self._draft: Draft | None = None
        self._callout: Callout | None = None
        self._timer = SaveTimer(self._save_in_passing, self)

    def typed(self) -> str:
        """Return the text as it stands."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Let a text stand here."""
        raise NotImplementedError

    def replace(self, text: str) -> None:
        """Put a text in the place of what is typed, which the field's own undo brings back."""
        raise NotImplementedError

    def commit_by(self, commit: Commit, draft: Draft | None = None) -> None:
        """Give the field those who write what is typed."""
        self._commit = commit
        self._draft = draft

    @property
    def dirty(self) -> bool:
        """Return whether the text differs from what the register gave, or took."""
        return self.typed() not in (self._given, self._taken)

    @property
    def refused(self) -> bool:
        """Return whether what stands here was refused."""
        return bool(self.property("refused"))

    def show_text(self, text: str) -> None:
        """Show the register's text, unless a refused one or one being typed stands here."""
        if self._passing:
            self._given, self._taken = text, self.typed()
            return
        typing = self.hasFocus() and text == self._given and self.typed() != text
        if typing or (self.refused and self.dirty):
            self._given = text
            return
        self._given, self._taken = text, None
        if self.typed() != text:
            self.put(text)
        self.accept()

    def show_given(self) -> None:
        """Take back what is typed."""
        self._timer.stop()
        self.put(self._given)
        self.accept()

    def _save_in_passing(self) -> None:
        """Commit what is typed while the user goes on typing."""
        self._passing = True
        try:
            self.flush()
        finally:
            self._passing = False

    def _show_taken(self) -> None:
        """Show what the register made of the text that it took."""
        if not self._passing and self.typed() == self._taken != self._given:
            self.put(self._given)
            self._taken = None

    def flush(self) -> bool:
        """Commit the text; False when it is refused and still stands here."""
        self._timer.stop()
        if not self.dirty or self._commit is None:
            self._show_taken()
            return True
        typed = self.typed()
        try:
            self._commit(self.field, typed, self._edit)
        except InputError as refusal:
            self.refuse(refusal.where_typed)
            return False
        if self.typed() == typed != self._taken:
            self._given = typed
        self.accept()
        return True

    def note_typing(self) -> None:
        """Commit within a second what is being typed, and tell it as it is."""
        self.accept()
        if not self._whole and self._commit is not None:
            self._timer.note_key()
        if self._draft is not None:
            self._draft(self.field, self.typed())

    def refuse(self, sentence: str) -> None:
        """Say beside the field why its text cannot be used."""
        mark(self, "refused", True)
        self.setAccessibleDescription(sentence)
        self._say(sentence, caution=False)

    def accept(self) -> None:
        """Take away the refusal."""
        mark(self, "refused", False)
        self._tell_printing()

    def _tell_printing(self) -> None:
        """Say what cannot be printed, as long as it stands here."""
        if self.refused:
            return
        sentence = unprintable(self.typed()) if self.printed else ""
        mark(self, "caution", bool(sentence))
        self.setAccessibleDescription(sentence)
        if sentence and self.hasFocus():
            self._say(sentence, caution=True)
        elif self._callout is not None:
            self._callout.hide()

    def _say(self, sentence: str, *, caution: bool) -> None:
        if self._callout is None:
            self._callout = Callout(self.window())
        if self.isVisible():
            self._callout.show_at(self, sentence, caution=caution)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._edit = uuid4().hex
        super().focusInEvent(event)
        if not self.refused:
            self.accept()
        elif self._commit is not None:
            self._say(self.accessibleDescription(), caution=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self.flush():
            self._tell_printing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Esc what is typed, and go back; take back what was refused before."""
        esc = event.key() == Qt.Key.Key_Escape and self._commit is not None
        if esc and self.refused:
            self._take_back()
        elif not esc or self.flush():
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        """Show what the register holds in the place of a refused text, which undo brings back."""
        self._timer.stop()
        self.replace(self._given)
        self.accept()
        if self._draft is not None:
            self._draft(self.field, self._given)

    def hideEvent(self, event: object) -> None:
        """Take the sentence away with what it is about."""
        if self._callout is not None:
            self._callout.hide()
