"""What should be looked at in one record: whole sentences that lead to where they are mended."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.findings import ROLES
from hubra_desktop.ui.widgets.build import column
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine


class FindingLines(QWidget):
    """``chosen(field)`` asks to go to the field of a sentence: Enter or a click on it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding-lines")
        self._findings: tuple[Finding, ...] = ()
        self._column = column(of=self, spacing=0)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings, if they differ."""
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        clear(self._column)
        for place, each in enumerate(findings):
            self._column.addWidget(self._line(place, each))
        self.setVisible(bool(findings))

    def _line(self, place: int, finding: Finding) -> WrappedLine:
        level, text = finding.level.value, f"{word(finding.level)}: {finding.sentence}"
        line = WrappedLine(f"finding-line-{place}", text, (level, ROLES[level]), self)
        line.setToolTip(plain_tip(say("Gå dit det rättas")))
        line.clicked.connect(partial(self.chosen.emit, finding.field))
        return line
