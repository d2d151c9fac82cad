"""The passphrase in the window: asked for when a locked register is opened, and changed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress
from hubra_desktop.store.passphrase import unlock
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs.passphrase import NewPassphraseDialog, UnlockDialog
from hubra_desktop.ui.dialogs.work import WorkDialog
from hubra_desktop.work.passphrases import (
    ChangedPassphrase,
    change_passphrase,
    check_passphrase,
    has_passphrase,
    passphrase_hint,
    unlock_by_sheet,
)


class _Opener(Protocol):
    def __call__(self, path: Path, *, read_only: bool = False) -> bool: ...


class PassphraseActions(QObject):
    """Unlocks registers and changes their passphrases; keys are derived beside the window.

    ``open_register`` opens one; ``let_go`` ends what works beside the window on the open one.
    """

    def __init__(
        self,
        desk: Desk,
        open_register: _Opener,
        let_go: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._open = open_register
        self._let_go = let_go
        self._window = window

    def unlock_soon(self, path: Path, sentence: str, *, read_only: bool) -> None:
        """Ask for a register's passphrase and open it, once the window stands.

        ``sentence`` is left in the window when the question is left.
        """
        QTimer.singleShot(0, self, partial(self._unlock, path, sentence, read_only))

    def _unlock(self, path: Path, sentence: str, read_only: bool) -> None:
        way = partial(unlock, path), partial(unlock_by_sheet, path)
        if UnlockDialog.ask(path, *way, self._window):
            self._open(path, read_only=read_only)
        else:
            self._desk.messages.refuse(sentence)

    def show_dialog(self) -> None:
        """Ask for a new passphrase of the open register, and lock it and its copies."""
        path = self._desk.path
        if path is None or not self._desk.flush_or_say():
            return
        locked = has_passphrase(path)
        dialog = NewPassphraseDialog(passphrase_hint, check_passphrase, self._window, locked=locked)
        if dialog.answered():
            self._change(path, dialog.passphrase)

    def _change(self, path: Path, passphrase: str | None) -> None:
        """Change it while no window has the register, and open that again whatever came of it."""
        self._let_go()
        self._desk.use(None)
        changed: tuple[ChangedPassphrase, bytes] | None = None
        with self._desk.refusing():
            title = say("Låser registret") if passphrase else say("Låser upp registret för gott")
            changed = WorkDialog.run(
                self._window, title, lambda told: _changed(path, passphrase, told)
            )
        messages = self._desk.messages.history
        self._open(path)
        if changed is None:
            if messages:
                self._desk.messages.refuse(messages[-1].text)
            return
        done, sheet = changed
        told = " ".join(done.told)
        (self._desk.messages.warn if done.left else self._desk.messages.tell)(told)
        if sheet:
            self._print(path, sheet)

    def _print(self, path: Path, sheet: bytes) -> None:
        """Ask until the recovery sheet is printed or saved, or left: it cannot be had later."""
        from hubra_desktop.ui.dialogs.choices import ask_which
        from hubra_desktop.ui.dialogs.files import ask_pdf
        from hubra_desktop.ui.dialogs.printing import print_pdf

        name = say("Återställningsblad {register}.pdf", register=path.stem)
        question = say(
            "Skriv ut återställningsbladet och lås in det. Glöms lösenfrasen finns ingen annan "
            "väg in, och bladet går inte att få en gång till."
        )
        answers = say("Skriv ut…"), say("Spara som PDF…")
        done = False
        while not done:
            match ask_which(self._window, question, *answers):
                case None:
                    return
                case 0:
                    done = print_pdf(self._window, sheet, name)
                case _:
                    chosen = ask_pdf(self._window, name)
                    done = chosen is not None and self._desk.write_file(chosen, sheet)


def _changed(
    path: Path, passphrase: str | None, progress: Progress
) -> tuple[ChangedPassphrase, bytes]:
    """Change the passphrase, and return what came of it with the recovery sheet, if any."""
    from hubra_desktop.work.recovery_sheets import recovery_sheet

    done = change_passphrase(path, passphrase, progress)
    return done, recovery_sheet(path, done.key) if done.key else b""
