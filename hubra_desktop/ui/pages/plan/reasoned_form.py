"""A form of work that goes on: its state, why it was not done, and what is noted of it."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.plan.notes import Notes


class ReasonedForm(Form):
    """Edits one record. A state that demands a reason is stored with it, never before.

    Subclasses build the fields ``state`` and ``reason``, shown where ``has_reason`` tells so,
    and ``notes``; ``reasoned`` are the states that demand a reason.
    """

    reasoned: Collection[Any]
    notes: Notes
    _asking: Any = None
    """A state that was chosen and waits for its reason."""

    def start_over(self) -> None:
        super().start_over()
        self._asking = None
        self.notes.start_over()

    def has_reason(self, record: Any) -> bool:
        """Tell whether a reason is demanded or stands there."""
        demanded = self._asking is not None or record.state in self.reasoned
        return demanded or bool(record.reason)

    def fill(self, record: Any) -> None:
        super().fill(record)
        self.choices["state"].show_value(self._asking or record.state)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        written = dict(values)
        if "reason" in values and self._asking is not None:
            written["state"] = self._asking
        asked, self._asking = self._asking, None
        try:
            super().write(written, edit)
        except InputError:
            self._asking = asked
            raise

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        if name == "state":
            self._choose_state(value)
        else:
            super().commit_field(name, value, edit)

    def _choose_state(self, state: Any) -> None:
        asked, self._asking = self._asking, None
        if state in self.reasoned and not self.record.reason.strip():
            self._asking = state
            self.fill(self.record)
            self.go_to("reason")
            return
        if asked is not None:
            self.fill(self.record)
            self.choices["state"].show_value(state)
        super().commit_field("state", state, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Esc a state that has no reason yet."""
        if event.key() == Qt.Key.Key_Escape and self._asking is not None:
            self._asking = None
            self.texts["reason"].accept()
            self.fill(self.record)
            self.go_to("state")
            return
        super().keyPressEvent(event)

    def flush(self) -> bool:
        committed = [super().flush(), self.record is None or self.notes.flush()]
        if self._asking is not None:
            # Left like this, the state that was chosen would be gone without a word.
            self.texts["reason"].refuse(self.entries["reason"].spec.hint)
            return False
        return all(committed)

    def mend(self) -> str:
        if self._asking is not None:
            self.go_to("reason")
            return self.entries["reason"].spec.label
        return super().mend() or self.notes.mend()

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.notes.set_editable(editable)
        if self.record is not None:
            self.fill(self.record)
