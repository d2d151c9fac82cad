"""Text that is pasted or dropped: without the invisible marks of the program it comes from."""

from PySide6.QtCore import QMimeData

from hubra_desktop.model.records.rules import usable_text


def plain_paste(source: QMimeData) -> QMimeData:
    """Return what is pasted as plain text that can be stored."""
    plain = QMimeData()
    plain.setText(usable_text(source.text()))
    return plain
