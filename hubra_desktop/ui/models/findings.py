"""The item model of findings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hubra_desktop.model.findings import Finding
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROLES = {"stop": "danger", "warning": "warning", "tip": "muted"}


class FindingsModel(QAbstractListModel):
    """Shows findings in the order given; the level is said by icon and word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings, if they differ."""
        if tuple(findings) == self._findings:
            return
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def finding_at(self, place: int) -> Finding:
        """Return a finding by its place."""
        return self._findings[place]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{word(finding.level)}: {finding.sentence}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{word(finding.level)}: {finding.sentence}")
            case Qt.ItemDataRole.DecorationRole:
                return icon(finding.level.value, ROLES[finding.level.value])
        return None
