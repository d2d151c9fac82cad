"""What is read anew when the register changes, but only while it can be seen."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent

from hubra_desktop.work.changes import Changes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Seen = QWidget
else:
    _Seen = object


class ReadWhenSeen(_Seen):
    """What a widget inherits, before its class of Qt, to be read anew no more than it must be.

    Subclasses name the kinds of records that they show, and show them in ``read_anew``.
    """

    followed: frozenset[str]
    stale = True

    def refresh(self, *_: object) -> None:
        """Read anew, now if it can be seen, else when it is shown."""
        self.stale = True
        if self.isVisible():
            self.read_now()

    def read_now(self) -> None:
        """Read anew whether it can be seen or not."""
        self.stale = False
        self.read_anew()

    def read_anew(self) -> None:
        """Show what the register holds now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stale:
            self.read_now()

    def follow_changes(self, changes: Changes) -> None:
        """Read anew after changes of what is shown."""
        if changes.kinds & self.followed:
            self.refresh()
