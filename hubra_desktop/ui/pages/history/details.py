"""One step of the history told in full, with the ways to its place and back from it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.pages.history.rows_text import RowsText
from hubra_desktop.ui.pages.history.wording import Images, row_head, row_lines, title, when
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.work.queries.history import ChangedRow, HistoryStep


class StepDetails(QFrame):
    """Shows a step; ``show_asked`` and ``back_asked`` follow its buttons."""

    show_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-details")
        self.setProperty("role", "side")
        self.setAccessibleName(say("Steget"))
        self._title = build.label("", "lead", self, name="history-title")
        self._about = build.label("", "muted", self, name="history-about")
        self.text = RowsText("history-text", say("Vad steget ändrade"), self)
        self.refusal = build.label("", "callout", self, name="history-refusal")
        self.refusal.hide()
        self.show_place = build.button(say("Visa"), "history-show", self, self.show_asked.emit)
        self.take_back = build.button(
            say("Ta tillbaka"), "history-take-back", self, self.back_asked.emit
        )
        for each in (self.show_place, self.take_back):
            each.setAutoDefault(True)
        buttons = build.row(self.show_place, self.take_back, None, spacing=GRID)
        margins = (2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        parts = (self._title, self._about, (self.text, 1), self.refusal, buttons)
        build.column(*parts, of=self, margins=margins, spacing=GRID)

    def show_step(
        self, step: HistoryStep, rows: Sequence[ChangedRow], more: int, images: Images
    ) -> None:
        """Tell of a step and of its rows."""
        self.refuse("")
        self._title.setText(title(step))
        self._about.setText(" · ".join(filter(None, (when(step.at), step.who))))
        last = say_count("… och en rad till", "… och {n} rader till", more) if more else ""
        blocks = ((row_head(row, images), row_lines(row, images)) for row in rows)
        self.text.show_blocks(blocks, last)

    def refuse(self, sentence: str) -> None:
        """Say why the step cannot be taken back; "" takes it away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.refusal, sentence)
