"""Marks that the stylesheet reads: a refused field, a caution, the level of a message."""

from PySide6.QtWidgets import QWidget


def mark(widget: QWidget, name: str, value: object) -> None:
    """Mark a widget and dress it anew, if the mark is another than it bears; none is false."""
    if (widget.property(name) or False) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
