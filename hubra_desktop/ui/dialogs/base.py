"""What the dialogs have in common: a form, a place for refusals, and two buttons."""

from itertools import pairwise
from typing import Self

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.theme import GRID, ROW_HEIGHT
from hubra_desktop.ui.widgets.callout import announce


class FormDialog(QDialog):
    """Asks for a few values and stays open, with the reason, until they can be used.

    Subclasses fill ``form``, may put more beside it in ``body``, and answer ``read``,
    which raises InputError.
    """

    def __init__(self, name: str, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self._fields: list[QWidget] = []
        self._asked = QSize()
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * GRID)
        self.form.setVerticalSpacing(GRID)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("dialog-refusal")
        self._refusal.setProperty("role", "callout")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.buttons = QDialogButtonBox(self)
        self.buttons.setObjectName("dialog-buttons")
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setObjectName("dialog-accept")
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(2 * GRID)
        inside = QWidget(self)
        inside.setProperty("role", "plain")
        self.body = QHBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(3 * GRID)
        fields = QVBoxLayout()
        fields.addLayout(self.form)
        fields.addStretch(1)
        self.body.addLayout(fields, 1)
        self.column.addWidget(_Scrolled(inside, self), 1)
        self.column.addWidget(self._refusal)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(460)

    def read(self) -> None:
        """Read the fields into what the dialog answers; raises InputError."""
        raise NotImplementedError

    def add_row(self, text: str, field: QWidget, whole: QWidget | None = None) -> None:
        """Add a field with its label as buddy and name; ``whole`` holds more than the field."""
        label = QLabel(text, self)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        self.form.addRow(label, whole or field)
        self._fields += [field] if whole is None else stops_in(whole)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; Tab leads through the fields to the buttons."""
        super().showEvent(event)
        stops = [*self._fields, *self.buttons.buttons()]
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)
        stops[0].setFocus()

    def event(self, event: QEvent) -> bool:
        """Grow when a row or a refusal comes."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.sizeHint() != self._asked:
            self._asked = self.sizeHint()
            self._fit()
        return done

    def _fit(self) -> None:
        """Grow to what is inside, as far as the screen goes; the rest is scrolled."""
        wanted = self.size().expandedTo(self.sizeHint())
        wanted.setHeight(max(wanted.height(), self.column.totalHeightForWidth(wanted.width())))
        frame = self.frameGeometry().size() - self.size()
        self.resize(wanted.boundedTo(self.screen().availableSize() - frame))

    def ended(self) -> Self:
        """Wait until it is answered or left, and return what holds the answer."""
        self.exec()
        self.deleteLater()
        return self

    def _try(self) -> None:
        try:
            self.read()
        except InputError as refusal:
            self.refuse(refusal.sentence)
            return
        self.accept()

    def refuse(self, sentence: str) -> None:
        """Say in the dialog why something cannot be used; "" takes it away."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            announce(self._refusal, sentence)


class _Scrolled(QScrollArea):
    """Scrolls what is inside when the screen is too low for it, and only then."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._inside = inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, 3 * ROW_HEIGHT)


def stops_in(whole: QWidget) -> list[QWidget]:
    """Return what Tab stops at within a widget, in the order they were made."""
    inner = whole.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in inner if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
