"""A few fields and a button inside another form, for what is done with them together."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.entry import Saving
from hubra_desktop.ui.forms.form import Form, Row
from hubra_desktop.ui.forms.values import Values


class InlineForm(Form):
    """The button stands beside the last field, or under one that comes and goes.

    ``do(values)`` raises InputError; that is shown at the field it is about, else at the
    one named by ``blames``.
    Enter in a line presses the button.
    """

    def __init__(
        self,
        name: str,
        button: QPushButton,
        do: Callable[[Values], object],
        parent: QWidget,
        *rows: Row,
        blames: str,
    ) -> None:
        super().__init__(f"{name}-fields", parent=parent, saving=Saving.BY_BUTTON, prefix=name)
        self._do, self._blames, self.accept = do, blames, button
        self.stand_in_panel()
        self.lie_flat()
        self.build(*rows)
        last = list(self.entries.values())[-1]
        if last.spec.shown is None:
            last.put_beside(button)
        else:
            self.put_below(button)
        button.clicked.connect(self.send)

    def send(self) -> None:
        """Do what the button says; what is wrong is said where it was entered."""
        values = self.read()
        if values is None:
            return
        try:
            self._do(values)
        except InputError as refusal:
            self.tell(refusal, self._blames)

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.accept.setEnabled(editable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not isinstance(self.focusWidget(), QPlainTextEdit):
            self.send()
            return
        super().keyPressEvent(event)
