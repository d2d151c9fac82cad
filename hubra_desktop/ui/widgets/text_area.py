"""A field of several lines that commits by itself, and grows with what is written in it."""

from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.cell_editor import SAVE_AFTER_MS
from hubra_desktop.ui.widgets.fields import Commit
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.printing import PrintingTold

ROOM = 18


class TextArea(QPlainTextEdit):
    """Some lines of text named ``field``; what is typed is never lost.

    Keeps the contract of TextField: ``commit(field, text, edit)`` after a pause and when
    the field is left, a refusal beside it, Esc takes back. Tab goes on to the next
    field. It shows from ``least`` to ``most`` lines.
    """

    def __init__(
        self,
        field: str,
        label: str,
        parent: QWidget | None = None,
        *,
        least: int = 2,
        most: int = 10,
        printed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"field-{field}")
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self._least, self._most = least, most
        self._given = ""
        self._edit = uuid4().hex
        self._commit: Commit | None = None
        self._callout: Callout | None = None
        self._showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._note)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        if printed:
            PrintingTold(self)
        self._fit()

    def commit_by(self, commit: Commit) -> None:
        """Give the field the one who writes what is typed."""
        self._commit = commit

    @property
    def dirty(self) -> bool:
        """Return whether the text differs from what the register gave."""
        return self.toPlainText() != self._given

    def show_text(self, text: str) -> None:
        """Show the register's text, unless something else is being typed."""
        if self.dirty and self.hasFocus() and text == self._given:
            return
        self._given = text
        if self.toPlainText() != text:
            self._showing = True
            self.setPlainText(text)
            self._showing = False
        self._accept()

    def flush(self) -> bool:
        """Commit the text; False when it is refused and still stands here."""
        self._timer.stop()
        if not self.dirty or self._commit is None:
            return True
        typed = self.toPlainText()
        try:
            self._commit(self.field, typed, self._edit)
        except InputError as refusal:
            self._refuse(refusal.sentence)
            return False
        if self.toPlainText() == typed:
            self._given = typed
        self._accept()
        return True

    def _note(self) -> None:
        self._fit()
        if not self._showing:
            self._accept()
            self._timer.start()

    def _refuse(self, sentence: str) -> None:
        if self._callout is None:
            self._callout = Callout(self.window())
        self._mark(sentence)
        self._callout.show_at(self, sentence)

    def _accept(self) -> None:
        if self.property("refused"):
            self._mark("")
        if self._callout is not None:
            self._callout.hide()

    def _mark(self, sentence: str) -> None:
        mark(self, "refused", bool(sentence))
        self.setAccessibleDescription(sentence)

    def _fit(self, *_: object) -> None:
        """Take the height of the lines that are there."""
        blocks = round(self.document().size().height())
        lines = max(self._least, min(blocks, self._most))
        policies = Qt.ScrollBarPolicy
        more = blocks > self._most
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if more else policies.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._edit = uuid4().hex
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.dirty:
            self.show_given()
            return
        super().keyPressEvent(event)

    def show_given(self) -> None:
        """Take back what is typed."""
        self._timer.stop()
        self._showing = True
        self.setPlainText(self._given)
        self._showing = False
        self._accept()
