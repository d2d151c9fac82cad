"""The line under the page: what was saved and where, and whether it can be changed."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.widgets import build


def status_line(bar: QStatusBar) -> tuple[QLabel, QLabel]:
    """Put the two labels in the bar: what is told, and that a register is open for reading."""
    told = build.label("", "", bar, name="status-text", wraps=False)
    words = say("Endast läsning")
    read_only = build.label(words, "readonly", bar, name="status-read-only", wraps=False)
    bar.setSizeGripEnabled(False)
    bar.addWidget(told)
    bar.addWidget(QWidget(bar), 1)
    bar.addPermanentWidget(read_only)
    return told, read_only
