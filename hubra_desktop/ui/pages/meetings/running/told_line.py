"""Says in one line of the view what has just been stored, or taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.labels import step_told
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.plain import PlainLabel, plain_tip
from hubra_desktop.work.changes import Changes


class ToldLine(PlainLabel):
    """What it says is cut rather than let the view grow wider than the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("running-told")
        self.setProperty("role", "small")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def tell_stored(self, sentence: str) -> None:
        """Say what has just been stored."""
        self._show(say("{what} – sparat", what=sentence))
        announce(self, sentence)

    def tell_step(self, changes: Changes, back: bool) -> None:
        """Say what was taken back: what was told as stored before is so no longer."""
        told = step_told(changes.label, back=back)
        self._show(told)
        announce(self, told)

    def _show(self, text: str) -> None:
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(shown)
        self.setToolTip(plain_tip(text))
