"""Says at an ordinary field what of its text cannot be printed, while it is typed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hubra_desktop.ui.printable import unprintable
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.marks import mark


class PrintingTold(QObject):
    """Watches a field whose text is printed; lives as long as the field.

    The text is kept. The field is marked and described as long as it holds such
    characters; the sentence stands beside it while it has the focus.
    """

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self.callout: Callout | None = None
        field.textChanged.connect(self._tell)
        field.installEventFilter(self)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show(self._sentence(), event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _sentence(self) -> str:
        field = self._field
        typed = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        return unprintable(typed)

    def _tell(self) -> None:
        field, sentence = self._field, self._sentence()
        field.setAccessibleDescription(sentence)
        mark(field, "caution", bool(sentence))
        self._show(sentence, field.hasFocus())

    def _show(self, sentence: str, focused: bool) -> None:
        if sentence and focused:
            if self.callout is None:
                self.callout = Callout(self._field.window())
            self.callout.show_at(self._field, sentence, caution=True)
        elif self.callout is not None:
            self.callout.hide()
