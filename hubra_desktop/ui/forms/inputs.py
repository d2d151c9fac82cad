"""What values are entered in: one widget of each kind, each committing by itself if asked to."""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QStyledItemDelegate,
    QWidget,
)

from hubra_desktop.model.invisible import one_line
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.typed import Typed
from hubra_desktop.ui.widgets.pasting import plain_paste
from hubra_desktop.ui.widgets.undo_keys import TypedLine, leave_to_window

CommitName = Callable[[str, str | None, str], None]
SHOWN_AT_ONCE = 14
ROOM = 18
"""The height, in pixels, that an area's frame and padding take beside its lines."""


class TextField(Typed, TypedLine):
    """A line of text named ``field``."""

    def __init__(
        self,
        field: str,
        label: str,
        parent: QWidget | None = None,
        *,
        whole: bool = False,
        printed: bool = True,
    ) -> None:
        TypedLine.__init__(self, parent)
        self._begin(field, label, whole=whole, printed=printed)
        self.textChanged.connect(self._tell_printing)
        self.textEdited.connect(self.note_typing)
        self.returnPressed.connect(self.flush)

    def typed(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)

    def replace(self, text: str) -> None:
        self.selectAll()
        self.insert(text)


class TextArea(Typed, QPlainTextEdit):
    """Some lines of text named ``field``; Tab goes on to the next field.

    It shows from ``least`` to ``most`` lines, and grows with what is written in it.
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
        QPlainTextEdit.__init__(self, parent)
        self._least, self._most = least, most
        self._showing = False
        self.setTabChangesFocus(True)
        self._begin(field, label, printed=printed)
        self.textChanged.connect(self._note)
        self.textChanged.connect(self._tell_printing)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_soon)
        self._fit()

    def typed(self) -> str:
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = self.document()
        undo, redo = text.isUndoAvailable(), text.isRedoAvailable()
        if not leave_to_window(event, undo=undo, redo=redo):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(plain_paste(source))

    def put(self, text: str) -> None:
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def replace(self, text: str) -> None:
        self._showing = True
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._showing = False

    def _note(self) -> None:
        self._fit()
        if not self._showing:
            self.note_typing()

    def _fit(self, *_: object) -> None:
        """Take the height of the lines that are there."""
        blocks = round(self.document().size().height())
        lines = max(self._least, min(blocks, self._most))
        policies = Qt.ScrollBarPolicy
        more = blocks > self._most
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if more else policies.ScrollBarAlwaysOff
        )
        # A line is laid out in whole pixels, and the metrics are rounded down.
        spacing = ceil(QFontMetricsF(self.font()).lineSpacing())
        self.setFixedHeight(lines * spacing + ROOM)
        if (around := self.parentWidget()) is not None:
            # One that was measured while it was out of view is not measured anew by itself.
            around.updateGeometry()

    def _fit_soon(self, *_: object) -> None:
        # What changes its height while it is laid out keeps the room it had before.
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_soon()


class DropDown(QComboBox):
    """A choice named ``field``; the wheel is left to the page: scrolling by changes nothing."""

    def __init__(self, field: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"field-{field}")
        self.setAccessibleName(label)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(SHOWN_AT_ONCE)
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(DropDown):
    """One of a few values; choosing commits at once."""

    def __init__(self, field: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(field, label, parent)
        self._values: list[object] = []
        self._commit: Callable[[str, object], None] | None = None
        self.activated.connect(self._chosen)

    def commit_by(self, commit: Callable[[str, object], None]) -> None:
        """Give the field the one who writes what is chosen."""
        self._commit = commit

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these choices: what is shown, and the value."""
        shown = [text for text, _ in choices]
        if shown == [self.itemText(place) for place in range(self.count())]:
            self._values = [value for _, value in choices]
            return
        value = self.value()
        self.clear()
        self._values = [each for _, each in choices]
        self.addItems(shown)
        self.show_value(value)

    def value(self) -> object:
        """Return the value shown, None when there is none."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def show_value(self, value: object) -> None:
        """Show a value; nothing when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _chosen(self, place: int) -> None:
        if self._commit is not None:
            self._commit(self.field, self._values[place])


class NameField(DropDown):
    """An editable choice named ``field``; a name nobody bears is committed as typed.

    ``commit(field, person_id, name)`` gets the id of who was chosen or whose name was
    typed, else None and the name ("" for nobody). Its ``line`` is where it is typed.
    """

    def __init__(self, field: str, label: str, nobody: str, parent: QWidget | None = None) -> None:
        super().__init__(field, label, parent)
        self.line = TextField(f"{field}-name", label, self, whole=True)
        self.line.setPlaceholderText(nobody)
        self._nobody = nobody
        self._commit: CommitName | None = None
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.commit_by(self._enter)
        self.activated.connect(self._choose)
        self._people: dict[str, str] = {}

    def commit_by(self, commit: CommitName) -> None:
        """Give the field the one who writes what is chosen or typed."""
        self._commit = commit

    def offer(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people: the name, and the id."""
        wanted = {person_id: name for name, person_id in people}
        if wanted == self._people and self.count():
            return
        self._people = wanted
        typed = self.line.text()
        self.clear()
        self.addItem(self._nobody, None)
        for person_id, name in wanted.items():
            self.addItem(name, person_id)
        self.setCurrentIndex(-1)
        self.line.setText(typed)
        complete(self.line, tuple(wanted.values()))

    def show_value(self, person_id: str | None) -> None:
        """Show who is chosen, unless something else stands here that is typed or refused."""
        name = self._people.get(person_id or "", "")
        if not (self.line.dirty and (self.line.hasFocus() or self.line.refused)):
            self.setCurrentIndex(self.findData(person_id) if name else -1)
        self.line.show_text(name)

    def _choose(self, place: int) -> None:
        person_id = self.itemData(place)
        self.line.setText("" if person_id is None else self.itemText(place))
        self.line.flush()

    def _enter(self, field: str, text: str, edit: str) -> None:
        if self._commit is None:
            return
        name = one_line(text)
        chosen = self.itemData(self.currentIndex())
        same = self.itemText(self.currentIndex()) == name
        called = next((each for each, label in self._people.items() if label == name), None)
        self._commit(self.field, str(chosen) if chosen and same else called, name)
