"""A text of the minutes among other fields: it grows with what is written, and has its label."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.widgets import build

if TYPE_CHECKING:
    from hubra_desktop.ui.forms.form import Form

    _Form = Form
else:
    _Form = object

FRAME = 18
"""The height, in pixels, of an editor's frame and padding."""


class GrowingEditor(RichEditor):
    """As high as its text, at least ``least`` lines; what it stands in scrolls.

    ``entered`` tells that it has the focus.
    """

    entered = Signal()

    def __init__(
        self, name: str, label: str, parent: QWidget | None = None, *, least: int = 2
    ) -> None:
        super().__init__(name, label, parent)
        self._least = least
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(policies.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_soon)
        self.cursorPositionChanged.connect(self._bring_caret)
        self._fit()

    def _fit_soon(self, *_: object) -> None:
        # What changes its height while it is laid out keeps the room it had before.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Take the height of the text that is there."""
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        margin = 2 * self.document().documentMargin()
        least = self._least * line + margin
        self.setFixedHeight(ceil(max(least, self.document().size().height())) + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_soon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def _bring_caret(self) -> None:
        """Keep the line that is written in view of what scrolls around."""
        if self.hasFocus():
            QTimer.singleShot(0, self, self._show_caret)

    def _show_caret(self) -> None:
        area = self.parentWidget()
        while area is not None:
            inside = area.widget() if isinstance(area, QScrollArea) else None
            if isinstance(area, QScrollArea) and inside is not None:
                place = self.viewport().mapTo(inside, self.cursorRect().center())
                area.ensureVisible(place.x(), place.y(), 0, 2 * self.cursorRect().height())
            area = area.parentWidget()


class Written(QWidget):
    """An editor with its label above it, named ``field`` of its record."""

    def __init__(
        self, field: str, label: str, parent: QWidget, *, prefix: str = "field", least: int = 2
    ) -> None:
        super().__init__(parent)
        self.field, self.label = field, label
        self.phrases: QWidget | None = None  # the list that completes what is typed here
        self.editor = GrowingEditor(f"{prefix}-{field}", label, self, least=least)
        self.heading = build.label(label, "field", self, wraps=False)
        self.heading.setBuddy(self.editor)
        build.column(self.heading, self.editor, None, of=self, spacing=2)

    def flush(self) -> bool:
        """Commit what is typed; False when it is refused and still stands here."""
        return self.editor.flush()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.editor.setReadOnly(not editable)


class WithTexts(_Form):
    """What a form with such texts inherits, before its class: ``written`` are the texts."""

    written: tuple[Written, ...]

    def flush(self) -> bool:
        if self.record is None:
            return True
        return all([super().flush(), *(each.flush() for each in self.written)])

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        for each in self.written:
            each.set_editable(editable)

    @property
    def places(self) -> set[str]:
        return super().places | {each.field for each in self.written}

    def go_to(self, name: str) -> None:
        for each in self.written:
            if each.field == name:
                self.bring(each)
                each.editor.setFocus()
                return
        super().go_to(name)

    def mend(self) -> str:
        for each in self.written:
            if each.editor.refused:
                self.go_to(each.field)
                each.flush()
                return each.label
        return super().mend()


def show_written(editor: RichEditor, text: str, *, same: bool) -> None:
    """Show the text of the same record as it is now, or another's from its beginning."""
    if same:
        editor.show_text(text)
    else:
        editor.begin(text)
