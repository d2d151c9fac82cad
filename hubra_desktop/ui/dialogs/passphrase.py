"""Asks for a register's passphrase: the one that opens it, or a new one."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.dialogs.work import Worker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.growing import Growing
from hubra_desktop.ui.widgets.tab_order import TabByEye
from hubra_desktop.ui.widgets.undo_keys import TypedLine

_WIDTH: Final = 480
_ROLE: Final = QDialogButtonBox.ButtonRole


class HiddenLine(TypedLine):
    """A line whose text is hidden unless it is asked for; ``capitals`` tells of Caps Lock."""

    capitals = Signal(bool)

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.show_text(False)

    def show_text(self, shown: bool) -> None:
        """Show what is typed, or hide it."""
        modes = TypedLine.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell from a letter whether Caps Lock is on; Qt has no other word on it."""
        super().keyPressEvent(event)
        letter = event.text()
        if letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() != shift)


class _Asking(TabByEye, Growing, QDialog):
    """What both dialogs have: lines, a box to show them, hints, a refusal and buttons."""

    def __init__(self, name: str, title: str, text: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self._lines: list[HiddenLine] = []
        self._labels: list[QLabel] = []
        self._text = build.label(text, "", self, name=f"{name}-text")
        self._shown = QCheckBox(say("&Visa"), self)
        self._shown.setObjectName(f"{name}-show")
        self._shown.toggled.connect(self._show_text)
        self._hint = build.label("", "muted", self, name=f"{name}-hint")
        self._hint.hide()
        self._refusal = build.label("", "callout", self, name="dialog-refusal")
        self._refusal.hide()
        self.buttons = QDialogButtonBox(self)
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setObjectName("dialog-accept")
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, _ROLE.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)

    def _line(self, name: str, label: str) -> HiddenLine:
        line = HiddenLine(name, label.replace("&", ""), self)
        line.capitals.connect(self._tell_capitals)
        line.textEdited.connect(self._forgive)
        above = build.label(label, "field", self)
        above.setBuddy(line)
        self._lines.append(line)
        self._labels.append(above)
        return line

    def _laid_out(self, *more: QWidget) -> None:
        lines = [each for pair in zip(self._labels, self._lines, strict=True) for each in pair]
        answer = (self._shown, self._hint, *more, self._refusal, None, self.buttons)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column = build.column(
            self._text, *lines, *answer, of=self, margins=margins, spacing=GRID
        )
        self.setMinimumWidth(_WIDTH)
        self._lines[0].setFocus()

    def _try(self) -> None:
        raise NotImplementedError

    def _show_text(self, shown: bool) -> None:
        for line in self._lines:
            line.show_text(shown)

    def _tell_capitals(self, on: bool) -> None:
        self._tell(say("Caps Lock är på.") if on else self._usual_hint())

    def _usual_hint(self) -> str:
        return ""

    def _tell(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _forgive(self) -> None:
        self._refusal.hide()

    def refuse(self, sentence: str) -> None:
        """Say in the dialog why it cannot go on."""
        self._refusal.setText(sentence)
        self._refusal.show()
        announce(self._refusal, sentence)


class UnlockDialog(_Asking):
    """Asks for the passphrase of a register, or the key of its recovery sheet.

    ``unlock`` and ``recover`` try what was typed, on a thread of their own, and raise
    InputError when it does not open the register.
    """

    def __init__(
        self,
        path: Path,
        unlock: Callable[[str], None],
        recover: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        text = say("Registret ”{name}” är låst med en lösenfras.", name=path.name)
        super().__init__("unlock-dialog", say("Lås upp registret"), text, say("&Lås upp"), parent)
        self._unlock, self._recover = unlock, recover
        self._by_sheet = False
        self._worker: Worker | None = None
        self._typed = self._line("unlock-passphrase", say("Lösen&fras"))
        self._sheet = build.button(
            say("&Använd återställningsbladet…"), "unlock-sheet", self, self._use_sheet
        )
        self.buttons.addButton(self._sheet, _ROLE.HelpRole)
        self._laid_out()

    @classmethod
    def ask(
        cls,
        path: Path,
        unlock: Callable[[str], None],
        recover: Callable[[str], None],
        parent: QWidget,
    ) -> bool:
        """Ask until the register is unlocked, or the question is left."""
        dialog = cls(path, unlock, recover, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    def _use_sheet(self) -> None:
        """Ask for the sheet's key instead, in plain sight: it is copied from paper."""
        self._by_sheet = True
        self._sheet.hide()
        self._shown.setChecked(True)
        self._shown.hide()
        self._forgive()
        self._tell(say("Skriv alla grupper i följd, med eller utan mellanrum."))
        self._labels[0].setText(say("&Nyckeln på bladet"))
        self._typed.setAccessibleName(say("Nyckeln på bladet"))
        self._typed.clear()
        self._typed.setFocus()

    def _usual_hint(self) -> str:
        by_sheet = say("Skriv alla grupper i följd, med eller utan mellanrum.")
        return by_sheet if self._by_sheet else ""

    def _tell_capitals(self, on: bool) -> None:
        super()._tell_capitals(on and not self._by_sheet)

    def _try(self) -> None:
        if self._worker is not None:
            return
        way, typed = self._recover if self._by_sheet else self._unlock, self._typed.text()
        self._forgive()
        self._work(True)
        self._worker = Worker(lambda _progress: way(typed))
        self._worker.finished.connect(self._tried)
        self._worker.start()

    def _tried(self) -> None:
        worker, self._worker = self._worker, None
        self._work(False)
        if worker is None:
            return
        worker.wait()
        if worker.refusal is None:
            self.accept()
            return
        self.refuse(worker.refusal.sentence)
        self._typed.setFocus()
        self._typed.selectAll()

    def _work(self, on: bool) -> None:
        for each in (self._typed, self.accept_button, self._sheet):
            each.setEnabled(not on)
        self._tell(say("Låser upp…") if on else self._usual_hint())

    def reject(self) -> None:
        """Leave the question; what is being tried is waited for."""
        if self._worker is not None:
            self._worker.finished.disconnect(self._tried)
            self._worker.wait()
            self._worker = None
        super().reject()


class NewPassphraseDialog(_Asking):
    """Asks for a new passphrase, twice; ``removed`` is set when there is to be none."""

    removed = False

    def __init__(
        self,
        hint_of: Callable[[str], str],
        check: Callable[[str, str], None],
        parent: QWidget,
        *,
        locked: bool,
    ) -> None:
        text = say(
            "Med en lösenfras kan den som stjäl datorn eller får tag i en säkerhetskopia inte "
            "läsa registret. Glöms den öppnar bara återställningsbladet, som du skriver ut "
            "härnäst."
        )
        title = say("Ändra lösenfras") if locked else say("Lås registret med en lösenfras")
        accept = say("&Ändra lösenfrasen") if locked else say("&Lås registret")
        super().__init__("passphrase-dialog", title, text, accept, parent)
        self._hint_of, self._check = hint_of, check
        self._new = self._line("passphrase-new", say("&Ny lösenfras"))
        self._again = self._line("passphrase-again", say("&En gång till"))
        self._new.textChanged.connect(lambda _: self._tell(self._usual_hint()))
        bytes_left = say(
            "Det som stod oskyddat skrivs över. På en SSD-disk, i en synkroniserad mapp eller i "
            "datorns egen säkerhetskopiering kan äldre kopior ligga kvar."
        )
        self._note = build.label(bytes_left, "muted", self, name="passphrase-note")
        self._note.setHidden(locked)
        if locked:
            remove = build.button(
                say("&Ta bort lösenfrasen"), "passphrase-remove", self, self._remove
            )
            self.buttons.addButton(remove, _ROLE.HelpRole)
        self._tell(self._usual_hint())
        self._laid_out(self._note)

    def answered(self) -> bool:
        """Wait until it is answered or left, and tell which."""
        done = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return done

    @property
    def passphrase(self) -> str | None:
        """Return what was chosen; None when there is to be no passphrase."""
        return None if self.removed else self._new.text()

    def _usual_hint(self) -> str:
        return self._hint_of(self._new.text())

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be, in the place of the note: a low screen has room for one."""
        self._note.hide()
        super().refuse(sentence)

    def _remove(self) -> None:
        self.removed = True
        self.accept()

    def _try(self) -> None:
        try:
            self._check(self._new.text(), self._again.text())
        except InputError as refusal:
            self.refuse(refusal.sentence)
            return
        self.accept()
