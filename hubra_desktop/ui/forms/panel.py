"""A form that stands in the page itself: its fields, refusals at their places, two buttons.

Used where the place itself can ask, instead of a dialog over it. It keeps what is
typed until it is sent or left with Esc.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from hubra_desktop.model.errors import ConfirmationError, InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.forms.entry import Entry, Saving
from hubra_desktop.ui.forms.form import Form, Row
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.layouts import close_button
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Change


class FormPanel(QFrame):
    """Subclasses call ``fill`` once and answer ``commit``, which raises InputError.

    A refusal with the name of a field in its ``field`` is shown there, else at the
    field named by ``blames``, else above the buttons. ``done(result)`` follows what
    ``commit`` returned, ``left`` Esc or Cancel. Only Cancel lets go of what was ``edited``.
    What is to be confirmed is asked above the buttons; the first then says that it is done
    all the same, and only pressing it does it.
    """

    done = Signal(object)
    left = Signal()
    blames = ""
    _accept = ""

    def __init__(self, name: str, desk: Desk | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self._desk = desk
        self.edited = self._changing = self._tried = False
        self._asked: tuple[str, ...] = ()
        self._confirmed: tuple[str, ...] = ()
        self._title = build.label("", "lead", self)
        self.form = Form(f"{name}-fields", parent=self, saving=Saving.BY_BUTTON, prefix="entry")
        self.form.lie_flat()
        self.form.edited.connect(self._forgive)
        self.refusal = build.label("", "callout", self, name="form-refusal")
        self.refusal.hide()
        self.accept = self._button("accept", "", "primary", self._press)
        self._lay_out()

    def _button(self, name: str, text: str, role: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"form-{name}")
        button.setProperty("role", role)
        button.setAutoDefault(True)
        button.clicked.connect(press)
        return button

    def _lay_out(self) -> None:
        close = close_button("form-close", say("Stäng formuläret"), self.left.emit, self)
        self.remove = self._removing()
        top = Qt.AlignmentFlag.AlignTop
        self.cancel = self._button("cancel", say("Avbryt"), "", self._cancel)
        build.column(
            build.row((self._title, 1), (self.remove, top), (close, top)),
            (self.form, 1),
            self.refusal,
            build.row(self.accept, self.cancel, None, spacing=GRID),
            of=self,
            margins=(2 * GRID, GRID + 4, GRID + 4, GRID + 4),
            spacing=GRID + 2,
        )

    def _removing(self) -> QToolButton:
        """Return the button that removes what the form is about: in the head, far from Save."""
        button = QToolButton(self)
        button.setObjectName("form-remove")
        button.setIcon(icon("remove"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._take_away)
        button.hide()
        return button

    @property
    def desk(self) -> Desk:
        """Return the register that the form writes to."""
        assert self._desk is not None
        return self._desk

    @property
    def entries(self) -> dict[str, Entry]:
        """Return the fields by name."""
        return self.form.entries

    def fill(self, title: str, accept: str, *rows: Row, said: str = "") -> None:
        """Put in the rows of the form's table, under a sentence of what it is for."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._accept = accept
        self.accept.setText(accept)
        if said:
            rows = (build.label(said, "muted", self.form.inside), *rows)
        self.form.build(*rows)
        self.form.end()
        self.form.show_fitting(self.form.now())
        for entry in self.entries.values():
            entry.edited.connect(self._note_edit)

    def _note_edit(self) -> None:
        self.edited, self._tried = True, False
        if self._asked:
            self._ask(())

    def _cancel(self) -> None:
        self.edited = False
        self.left.emit()

    def draft(self) -> dict[str, object]:
        """Return what stands in the fields, read or not."""
        return {name: entry.raw() for name, entry in self.entries.items()}

    def take_up(self, draft: Mapping[str, object]) -> None:
        """Go on with what stood in the fields when the form was left."""
        for name, raw in draft.items():
            if name in self.entries:
                self.entries[name].show_raw(raw)
        self.edited = True
        self.form.show_fitting(self.form.now())
        self.say(say("Det du skrev senast står kvar här."), caution=True)

    def offer_removal(self, text: str, remove: Callable[[], Command], after: str) -> None:
        """Let what the form is about be removed; ``after`` is said then, with a way back."""
        self._remove, self._after = remove, after
        self.remove.setToolTip(plain_tip(text))
        self.remove.setAccessibleName(text)
        self.remove.show()

    def _take_away(self) -> None:
        self.say("")
        self._finish(self._removed)

    def _removed(self) -> object | None:
        result = self.run(self._remove())
        if result is not None:
            self.desk.messages.tell(self._after, "undo")
        return result

    def show_record(self, record: object) -> None:
        """Show what a record holds in the fields that it has; Esc saves what is changed."""
        self._changing = bool(getattr(record, "id", ""))
        held = {name: getattr(record, name) for name in self.entries if hasattr(record, name)}
        self.show_values(held)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show values in the fields they name."""
        for name, value in values.items():
            self.entries[name].show_value(value)
        self.form.show_fitting(self.form.now())

    def begin(self, name: str = "") -> None:
        """Put the focus in a field, by default the first that can be written in."""
        open_ones = (e for e in self.entries.values() if e.field.focusPolicy() and e.isEnabled())
        entry = self.entries.get(name) or next(open_ones, None)
        if entry and entry.spec.first and isinstance(entry.field, QLineEdit):
            # What is only suggested gives way to what is typed, instead of running into it.
            entry.field.selectAll()
        (entry.field if entry else self.accept).setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self, values: Values) -> object:
        """Do what the form is for; raises InputError. None: it was not done, stay open."""
        raise NotImplementedError

    def run(self, command: Command) -> object:
        """Run a command; raises InputError. None: something else typed must be mended first."""
        return self.desk.attempt(command, self._confirmed)

    def change(
        self,
        record: Any,
        values: Values,
    ) -> object:
        """Write what differs from a record, if anything does; raises InputError."""
        different = values.changed(record)
        return self.run(Change(type(record), record.id, different)) if different else True

    def _press(self) -> None:
        """Commit the form by its button, which says yes to what it has asked."""
        self._confirmed = self._asked
        self.send()
        self._confirmed = ()

    def send(self) -> None:
        """Commit the form; what is wrong is said where it was entered."""
        self._ask(())
        values = self.form.read()
        if values is None:
            self._ask_amount()
        else:
            self._finish(lambda: self.commit(values))

    def _finish(self, deed: Callable[[], object]) -> None:
        try:
            result = deed()
        except ConfirmationError as unconfirmed:
            self._ask(unconfirmed.questions)
            return
        except InputError as refusal:
            if not self.form.tell(refusal, self.blames):
                self.say(refusal.sentence)
            return
        if result is not None:
            self.done.emit(result)

    def _ask(self, questions: tuple[str, ...]) -> None:
        """Ask questions, the button that says yes to them in focus; () asks nothing more."""
        self._asked = questions
        self.say("\n".join(questions), caution=bool(questions))
        text = say("{button} ändå", button=self._accept) if questions else self._accept
        self.accept.setText(text)
        if questions:
            self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str, *, caution: bool = False) -> None:
        """Say a refusal, or a caution, above the buttons; "" takes it away."""
        mark(self.refusal, "caution", caution)
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.refusal, sentence)

    def _forgive(self) -> None:
        """Let go of what was refused before something was entered anew."""
        if not self.refusal.property("caution"):
            self.say("")

    def _refused(self) -> bool:
        told = self.refusal.isVisible() and not self.refusal.property("caution")
        return told or bool(self.form.refused_entries())

    def _ask_amount(self) -> None:
        """Ask what the first refused amount means, if that is all that is wrong with it."""
        entry = next(each for each in self.entries.values() if each.refused)
        line = entry.field
        if isinstance(line, AmountEdit) and not line.settle() and line.question:
            entry.refuse("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter from a line, with Ctrl+Enter from anywhere; leave with Esc.

        Esc saves what was changed of a record; a second one leaves it, where it was refused.
        """
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_text = isinstance(self.focusWidget(), QPlainTextEdit)
        if enter and (held or not in_text):
            self.send()
        elif event.key() == Qt.Key.Key_Escape:
            unsaved = self.edited and self._changing and not self._tried
            self._tried = True
            (self.send if unsaved and not self._refused() else self.left.emit)()
        else:
            super().keyPressEvent(event)
