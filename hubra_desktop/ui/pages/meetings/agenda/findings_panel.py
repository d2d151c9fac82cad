"""The list of what is missing or contradictory, beside what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.findings_list import CureOf, FindingsList

MOST = 124
"""How high the list may be before it is scrolled: four lines and a little of the next."""


class FindingsPanel(QWidget):
    """A press on a finding asks to go to where it is mended; ``cured`` mends it at once.

    Its heading also tells, for a while, what a change has moved: a line of its own would
    stand empty at all other times.
    """

    chosen = Signal(object)
    cured = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks-panel")
        self._said = self._told = ""
        self.heading = build.label("", "small", self, name="checks-heading")
        self.list = FindingsList("checks", self, most=MOST)
        self.list.chosen.connect(self.chosen)
        self.list.cured.connect(self.cured)
        self.heading.setBuddy(self.list)
        build.column(self.heading, self.list, of=self, spacing=GRID // 2)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding], cure_of: CureOf | None = None) -> None:
        """Show findings; with none the list gives its room away."""
        self.list.show_findings(findings, cure_of)
        self._said = _said(findings)
        self.tell(self._told)

    def tell(self, sentence: str) -> None:
        """Tell something in the heading's place; "" gives the heading back."""
        self._told = sentence
        self.heading.setText(sentence or self._said)


def _said(findings: Sequence[Finding]) -> str:
    if not findings:
        return say("Ingenting saknas.")
    stops = sum(1 for finding in findings if finding.level is Level.STOP)
    if stops:
        return say_count(
            "Att se över: {n}, varav {stops} hindrar kallelsen",
            "Att se över: {n}, varav {stops} hindrar kallelsen",
            len(findings),
            stops=stops,
        )
    return say_count("Att se över: {n}", "Att se över: {n}", len(findings))
