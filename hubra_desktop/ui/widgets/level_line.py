"""A line about something to look at: how much it weighs is said by icon and word."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.findings import Level
from hubra_desktop.model.words import word
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine

ROLES = {"stop": "danger", "warning": "warning", "tip": "muted"}
"""The role of the colour of each level's icon."""


def levelled(level: Level, sentence: str) -> str:
    """Say the level before the sentence, for those who do not see its icon."""
    return f"{word(level)}: {sentence}"


def level_line(name: str, level: Level, sentence: str, parent: QWidget) -> WrappedLine:
    """Make a line that says how much what it leads to matters, by icon and word."""
    mark = (level.value, ROLES[level.value])
    return WrappedLine(name, levelled(level, sentence), mark, parent)
