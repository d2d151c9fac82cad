"""The list of what is missing or contradictory, beside what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.models.findings import FindingsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build

SHOWN = 4


class FindingsPanel(QWidget):
    """Enter or a click on a finding asks to go to where it is mended."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks-panel")
        self._model = FindingsModel(self)
        self._heading = build.label("", "small", self, name="checks-heading", wraps=False)
        self._list = QListView(self)
        self._list.setObjectName("checks")
        self._list.setProperty("role", "checks")
        self._list.setAccessibleName(say("Att se över"))
        self._list.setModel(self._model)
        self._list.setIconSize(QSize(16, 16))
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self._heading.setBuddy(self._list)
        build.column(self._heading, self._list, of=self, spacing=GRID // 2)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings; with none the list gives its room away."""
        self._model.show_findings(findings)
        self._heading.setText(self._said(findings))
        rows = min(SHOWN, len(findings))
        self._list.setVisible(bool(rows))
        height = max(theme().row_height - 4, self._list.sizeHintForRow(0))
        self._list.setFixedHeight(rows * height + 4)

    def _said(self, findings: Sequence[Finding]) -> str:
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

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.finding_at(index.row()))
