"""What minutes lack before they can be approved; each line leads to where it is mended."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column, label
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.level_line import level_line


class FindingLines(QWidget):
    """A line for each finding; ``chosen(finding)`` follows one that is pressed."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines = column(of=self, spacing=0)

    def show_findings(self, findings: Sequence[MinutesFinding]) -> None:
        """Show these findings in their order."""
        clear(self._lines)
        for place, each in enumerate(findings):
            line = level_line(f"{self.objectName()}-{place}", each.level, each.sentence, self)
            line.clicked.connect(partial(self.chosen.emit, each))
            self._lines.addWidget(line)
        self.setVisible(bool(findings))


class MissingList(QScrollArea):
    """All that is missing, what holds up the approval first."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes-missing")
        self.setAccessibleName(say("Saknas"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QFrame(self)
        inside.setProperty("role", "form")
        told = label(
            say("Stopp hindrar justeringen. Tryck på en rad för att komma dit."),
            "muted", inside,
        )  # fmt: skip
        self.lines = FindingLines("missing-line", inside)
        self.lines.chosen.connect(self.chosen)
        margins = (2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column(told, self.lines, None, of=inside, margins=margins, spacing=GRID)
        self.setWidget(inside)

    def show_findings(self, findings: Sequence[MinutesFinding]) -> None:
        """Show what is missing now."""
        self.lines.show_findings(findings)
