"""Backups in the window: the status line's word on them, and the dialog to make and restore."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason, Generation
from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.backup_keeper import BackupKeeper
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.backups import difference, keep_up, restore

if TYPE_CHECKING:
    from hubra_desktop.ui.dialogs.backups import BackupsDialog
    from hubra_desktop.ui.register_actions import RegisterActions


class BackupActions(QObject):
    """Shows how the open register stands with its backups, and does what is asked of them."""

    def __init__(
        self, desk: Desk, registers: "RegisterActions", actions: Actions, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._desk, self._registers, self._window = desk, registers, window
        self._actions = actions
        self.keeper = BackupKeeper(desk, window)
        bar = window.statusBar()
        self._status = build.button("", "status-backup", bar, self.show_dialog, role="status")
        self._status.hide()
        bar.insertWidget(1, self._status)
        self.keeper.shown.connect(self._show)
        self.keeper.told.connect(desk.messages.warn)

    @property
    def begun(self) -> bool:
        """Tell whether backups are made by themselves."""
        return self.keeper.begun

    def begin(self) -> None:
        """Make backups by themselves from now on."""
        self.keeper.begin()

    def close(self) -> None:
        """Back up what has changed, if that is quick, and stop."""
        if self.keeper.begun and self._desk.workspace is not None:
            self._window.hide()
        self.keeper.close()

    def _show(self) -> None:
        now, state = datetime.now(), self.keeper.state
        wrong = state.wrong(now)
        self._status.setVisible(self._desk.workspace is not None and self.keeper.begun)
        self._status.setText(state.words(now))
        self._status.setIcon(icon("warning", "danger") if wrong else icon("backup", "muted"))
        told = wrong or say("Visa säkerhetskopiorna")
        self._status.setToolTip(plain_tip(told))
        self._status.setAccessibleName(f"{state.words(now)}. {wrong}" if wrong else "")
        if self._status.property("wrong") != bool(wrong):
            self._status.setProperty("wrong", bool(wrong))
            self._status.style().polish(self._status)

    def show_dialog(self) -> None:
        """Show the generations, and what can be done with them."""
        from hubra_desktop.ui.dialogs.backups import BackupsDialog

        path = self._desk.path
        if path is None or not self._desk.flush_or_say():
            return
        dialog = BackupsDialog(path, self._window, editable=not self._desk.read_only)
        dialog.tell(self.keeper.state.wrong(datetime.now()))
        dialog.copy_asked.connect(partial(self._copy_now, dialog))
        dialog.restore_asked.connect(partial(self._ask_restore, dialog))
        dialog.past_asked.connect(partial(self._show_past, dialog))
        dialog.help_asked.connect(partial(self._show_help, dialog))
        dialog.place_changed.connect(partial(self.keeper.make, BackupReason.HOUR))
        follow = partial(self._follow, dialog)
        self.keeper.shown.connect(follow)
        dialog.show_until_left()
        self.keeper.shown.disconnect(follow)

    def _follow(self, dialog: "BackupsDialog") -> None:
        """Show in the dialog what has come of a backup meanwhile."""
        dialog.tell(self.keeper.state.wrong(datetime.now()))
        dialog.read()

    def _show_past(self, dialog: "BackupsDialog", generation: Generation) -> None:
        dialog.accept()
        self._registers.past_asked.emit(generation)

    def _show_help(self, dialog: QWidget) -> None:
        from hubra_desktop.ui.dialogs.help import HelpDialog

        HelpDialog(self._actions, dialog).show_topic("backups")

    def _copy_now(self, dialog: "BackupsDialog") -> None:
        from hubra_desktop.ui.dialogs.work import WorkDialog

        path = self._desk.path
        assert path is not None
        self.keeper.halt()
        title = say("Säkerhetskopierar registret")
        with dialog.refusing():
            done = WorkDialog.run(
                dialog, title, lambda told: keep_up(path, BackupReason.BY_HAND, told=told)
            )
            if done is not None and done.newest is not None:
                self.keeper.note_made(done)
                dialog.read()
                dialog.view.choose(done.newest.path.name)

    def _ask_restore(self, dialog: "BackupsDialog", generation: Generation) -> None:
        """Ask whether the register is to become what it was, and let it."""
        from hubra_desktop.ui.dialogs.choices import ask_which

        path = self._desk.path
        assert path is not None
        back = say(
            "Registret blir som det var då. Det som finns nu säkerhetskopieras först, så att du "
            "kan gå tillbaka till det."
        )
        asked = f"{difference(path, generation)} {back}"
        if ask_which(dialog, asked, say("Återställ")) is not None:
            dialog.accept()
            self._restore(path, generation)

    def _restore(self, path: Path, generation: Generation) -> None:
        """Put the register back while no window has it, and open it again whatever came of it."""
        from hubra_desktop.ui.dialogs.work import WorkDialog

        title, refused, kept = say("Återställer registret"), "", None
        self.keeper.pause()
        self._desk.use(None)
        try:
            kept = WorkDialog.run(self._window, title, lambda told: restore(path, generation, told))
        except InputError as error:
            refused = error.sentence
        self._registers.open(path)
        if refused:
            self._desk.messages.refuse(refused)
        elif kept is not None:
            done = say(
                "Registret är som det var {moment}. Det som fanns före ligger bland "
                "säkerhetskopiorna.",
                moment=moment_in_words(generation.moment, datetime.now()),
            )
            self._desk.messages.tell(done, "backups")
