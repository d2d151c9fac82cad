"""Damage that the opening had no time to look for: looked for beside the window, soon after."""

from PySide6.QtCore import QObject, QThread, Signal

from hubra_desktop.model.language import say
from hubra_desktop.store.errors import DamagedRegisterError, RegisterError, WrongRowsError
from hubra_desktop.ui.crash_handler import report_once
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.work.workspace import Workspace

BEGIN_AFTER_MS = 2000
"""When the window has been painted and what it put off is made."""


class LateLook(QThread):
    """Looks through the open register once the window is at rest; a damaged one is closed.

    The opening looks at the pages alone, and at those of a vast register not to the end.
    ``damaged`` tells of one that was closed, with the sentence about it.
    """

    damaged = Signal(object, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("late-look")
        self._desk = desk
        self._workspace: Workspace | None = None
        self._damage: DamagedRegisterError | None = None
        self._waits = False  # to be closed once what is told of is mended
        self._later = later(BEGIN_AFTER_MS, self._begin, self)
        # The time before the window is shown does not count: a slow start is not slowed more.
        self._shown = later(0, self._later.start, self)
        self._closing = later(BEGIN_AFTER_MS, self._close, self)
        self.finished.connect(self._tell)
        desk.replaced.connect(self._follow)

    def _follow(self) -> None:
        """Look through the register that is open now, if that remains to be done."""
        self._closing.stop()
        self._waits = False
        workspace = self._desk.workspace
        if workspace is None or workspace.looked_through:
            self._shown.stop()
            self._later.stop()
        else:
            self._shown.start()

    def _begin(self) -> None:
        if not self.isRunning():
            self._workspace, self._damage = self._desk.workspace, None
            self.start(QThread.Priority.LowPriority)

    def run(self) -> None:
        try:
            if self._workspace is not None:
                self._workspace.look_through()
        except DamagedRegisterError as damage:
            self._damage = damage
        except RegisterError:
            pass  # Moved or locked since: the next reading tells of that itself.
        except Exception as error:
            report_once(error)

    def _tell(self) -> None:
        looked, self._workspace = self._workspace, None
        if looked is not self._desk.workspace:
            self._follow()  # another was opened meanwhile
        elif looked is not None and self._damage is not None:
            self._close()

    def _close(self) -> None:
        """Close the register, but not over what was typed and cannot be saved: that waits."""
        damaged = self._desk.workspace
        if damaged is None:
            return
        if self._waits and self._desk.still_refused():
            self._closing.start()
            return
        path = damaged.path
        if not self._desk.flush():
            told = say(
                "Registret ”{name}” är skadat och stängs när du har rättat det som inte kunde "
                "sparas, eller tagit tillbaka det med Esc.",
                name=path.name,
            )
            self._desk.messages.refuse(told, self._desk.still_refused)
            self._waits = True
            self._closing.start()
            return
        self._desk.use(None)
        self.damaged.emit(path, self._closed(path.name))

    def _closed(self, name: str) -> str:
        """Say that the register is closed, and what in it is not as it was written."""
        if isinstance(self._damage, WrongRowsError):
            return say(
                "Registret ”{name}” är skadat och har stängts. Det här är inte som programmet "
                "skrev det: {what}. Öppna den senaste säkerhetskopian, eller rädda det som går.",
                name=name,
                what=self._damage.what,
            )
        return say(
            "Registret ”{name}” är skadat och har stängts. Öppna den senaste säkerhetskopian, "
            "eller rädda det som går.",
            name=name,
        )

    def stop(self) -> None:
        """Begin no more, and wait for what has begun."""
        self._shown.stop()
        self._later.stop()
        self._closing.stop()
        self.wait()
