"""When a probe ends: once what it is about has been painted."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests.benchmarks.probes.peak import end


class Painted(QObject):
    """Ends the process after the first painting of what it watches."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, end)
        return False


def end_when_painted(widget: QWidget | None) -> None:
    """End the process when the widget has been painted."""
    assert widget is not None
    widget.installEventFilter(Painted(widget))
