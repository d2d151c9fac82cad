"""A form in a dialog: its fields, a place for refusals, and two buttons."""

from collections.abc import Callable
from typing import Any, Self

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.entry import Entry, Saving
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID, ROW_HEIGHT
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.growing import Growing
from hubra_desktop.ui.widgets.tab_order import TabByEye, focusable_in, is_stop

LEAST = 520
"""A dialog's fields are scrolled sideways rather than ask for more than this, in pixels."""
FRAME = 16
"""What a desktop's frame adds to a dialog's width, about, in its pixels."""


class FormDialog(TabByEye, Growing, QDialog):
    """Asks for a few values and stays open, with the reason, until they can be used.

    Subclasses build ``form`` and answer ``take``, which raises InputError and sets
    ``answer``. What is to be done with the answer and can be refused is given to
    ``ended`` and done while it can still be mended. What was refused of the whole is
    told until something is entered anew.
    """

    answer: Any = None
    stored = False
    """Whether it shows what the register holds: Esc then saves, and leaves at a refusal."""

    def __init__(
        self,
        name: str,
        title: str,
        accept: str,
        parent: QWidget | None = None,
        *,
        prefix: str = "field",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = _Fields(name, prefix, self)
        self._refusal = build.label("", "callout", self, name="dialog-refusal")
        self._refusal.hide()
        self._do: Callable[[Any], object] | None = None
        self.form.edited.connect(self._forgive)
        self.buttons = QDialogButtonBox(self)
        self.buttons.setObjectName("dialog-buttons")
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setObjectName("dialog-accept")
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        parts, margins = ((self.form, 1), self._refusal, self.buttons), (3 * GRID, 3 * GRID)
        self.column = build.column(
            *parts, of=self, margins=(*margins, 3 * GRID, 2 * GRID), spacing=2 * GRID
        )
        self.setMinimumWidth(460)

    def setMinimumWidth(self, width: int, /) -> None:
        """Ask for a width, as far as the screen has it; what then has no room is scrolled."""
        super().setMinimumWidth(min(width, self.screen().availableSize().width() - FRAME))

    @property
    def entries(self) -> dict[str, Entry]:
        """Return the fields by name."""
        return self.form.entries

    def take(self, values: Values) -> None:
        """Make what was entered into what the dialog is for; raises InputError."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        fields = filter(is_stop, focusable_in(self.form))
        next(fields, self.accept_button).setFocus()

    def ended(self, do: Callable[[Any], object] | None = None) -> Self:
        """Wait until it is answered or left, and return what holds the answer.

        ``do`` is called with the answer: an InputError of it is told in the dialog, and
        False lets it stay open.
        """
        self._do = do
        self.exec()
        self.deleteLater()
        return self

    def _try(self) -> None:
        self.refuse("")
        values = self.form.read()
        if values is None:
            return
        try:
            self.take(values)
            left = self._do is not None and self._do(self.answer) is False
        except InputError as refusal:
            if not self.form.tell(refusal):
                self.refuse(refusal.sentence)
            return
        if not left:
            self.accept()

    def _forgive(self) -> None:
        self.refuse("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        refused = self._refusal.isVisible() or bool(self.form.refused_entries())
        if event.key() == Qt.Key.Key_Escape and self.stored and not refused:
            self._try()
            return
        super().keyPressEvent(event)

    def refuse(self, sentence: str) -> None:
        """Say in the dialog why something cannot be used; "" takes it away."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            announce(self._refusal, sentence)


class _Fields(Form):
    """The form of a dialog: labels beside, scrolled only when the screen is too low for it."""

    def __init__(self, name: str, prefix: str, parent: QWidget) -> None:
        super().__init__(
            f"{name}-fields", parent=parent, saving=Saving.BY_BUTTON, prefix=prefix, beside=True
        )
        self.lie_flat()
        self._whole = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        inside = self.inside.minimumSizeHint()
        width, height = min(inside.width() + bar, LEAST), min(inside.height(), 3 * ROW_HEIGHT)
        return QSize(width, height)
