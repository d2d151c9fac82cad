"""What another program's lock, or a server that is away, holds up: tried again by itself."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.widgets.layouts import later

AGAIN_MS = 500


class Waiting(QObject):
    """Saves the texts that were refused, and shows the pages that could not read, when it goes.

    Whether it has gone is asked without waiting: the window never stands still for it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pages_wait = False
        self._told = ""
        self._again = later(AGAIN_MS, self._try, self)
        desk.replaced.connect(self.end)

    @property
    def on(self) -> bool:
        """Return whether something waits."""
        return self._again.isActive()

    def begin(self, why: str, *, reading: bool) -> None:
        """Try again soon; say ``why`` of what waits, and what becomes of it."""
        self._pages_wait = self._pages_wait or reading
        told, self._told = self.on, why
        self._again.start()
        if not told and QApplication.activeModalWidget() is None:
            self._desk.messages.refuse(self.sentence, lambda: self.on)

    @property
    def sentence(self) -> str:
        """Say that what is typed is kept, and when it is saved."""
        return say(
            "Registret kan inte användas just nu: {reason}. Det du har skrivit står kvar, och "
            "sparas så snart det går.",
            reason=self._told,
        )

    def end(self) -> None:
        """Wait no more."""
        self._again.stop()
        self._pages_wait = False

    def _try(self) -> None:
        workspace = self._desk.workspace
        if workspace is not None and not workspace.is_free():
            self._again.start()
            return
        if self._desk.flush() and self._pages_wait and not self.on:
            self._desk.replaced.emit()
