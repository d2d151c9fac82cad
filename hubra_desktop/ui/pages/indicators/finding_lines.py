"""What should be looked at in one record: whole sentences that lead to where they are mended."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.checks import ROLES
from hubra_desktop.ui.theme import GRID, theme

ICON = 16


class FindingLines(QWidget):
    """``chosen(field)`` asks to go to the field of a sentence: Enter or a click on it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding-lines")
        self._findings: tuple[Finding, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        theme().changed.connect(self._again)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings, if they differ."""
        if tuple(findings) != self._findings:
            self._findings = tuple(findings)
            self._again()

    def _again(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(place, each) for place, each in enumerate(self._findings)]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    def _row(self, place: int, finding: Finding) -> QWidget:
        row = QWidget(self)
        role = ROLES[finding.level.value]
        picture = QLabel(row)
        side = round(ICON * theme().scale.body / 13)
        picture.setPixmap(icon(finding.level.value, role).pixmap(side, side))
        told = f"{word(finding.level)}: {finding.sentence}"
        line = QLabel(row)
        line.setObjectName(f"finding-line-{place}")
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.RichText)
        ink = theme().colour(role).name()
        link = f"<a href='{escape(finding.field)}' style='color: {ink}'>{escape(told)}</a>"
        line.setText(link)
        line.setAccessibleName(told)
        line.setToolTip(say("Gå dit det rättas"))
        flags = Qt.TextInteractionFlag
        line.setTextInteractionFlags(flags.LinksAccessibleByKeyboard | flags.LinksAccessibleByMouse)
        line.linkActivated.connect(self.chosen)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID // 2)
        inside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(line, 1)
        return row
