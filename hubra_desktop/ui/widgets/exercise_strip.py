"""The strip over the pages of an exercise register: it cannot be taken for the real one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.language import say
from hubra_desktop.ui.widgets.plain import PlainLabel


class ExerciseStrip(PlainLabel):
    """Says in words that it is an exercise, and which day it is there; hidden in a real one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("exercise-strip")
        self.setProperty("role", "exercise")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def show_exercise(self, *, practice: bool, day: date | None) -> None:
        """Show whether it is an exercise, and its own day if it has one."""
        text = ""
        if practice and day is not None:
            shown = weekday_in_text(day)
            text = say(
                "ÖVNING: inget här är på riktigt. I dag är det {day}.",
                day=shown[:1].lower() + shown[1:],
            )
        elif practice:
            text = say("ÖVNING: inget här är på riktigt.")
        self.setText(text)
        self.setVisible(practice)
