"""The plain parts that pages are put together from: labels, buttons and boxes, each in one call."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.ui.widgets.plain import PlainLabel, plain_tip
from hubra_desktop.ui.widgets.undo_keys import TypedLine

Do = Callable[[], object]
Part = QWidget | QLayout | tuple[QWidget | QLayout, int | Qt.AlignmentFlag] | None
"""A part with its share of the room or its side; None is room that stays empty."""
Margins = tuple[int, int, int, int]
FLUSH: Margins = (0, 0, 0, 0)
BY_STYLE = -1
Box = TypeVar("Box", bound=QBoxLayout)


def label(
    text: str,
    role: str,
    parent: QWidget,
    *,
    name: str = "",
    wraps: bool = True,
    caution: bool = False,
) -> QLabel:
    """Return a label in one of the style sheet's roles."""
    made = PlainLabel(text, parent)
    made.setObjectName(name)
    made.setProperty("role", role)
    if caution:
        made.setProperty("caution", True)
    made.setWordWrap(wraps)
    return made


def button(
    text: str,
    name: str,
    parent: QWidget,
    do: Do | None = None,
    *,
    role: str = "",
    mark: QIcon | None = None,
) -> QPushButton:
    """Return a button that does something when it is pressed."""
    made = QPushButton(mark or QIcon(), text, parent)
    made.setObjectName(name)
    if role:
        made.setProperty("role", role)
    if do is not None:
        made.clicked.connect(do)
    return made


def action_button(
    action: QAction,
    prefix: str,
    parent: QWidget,
    *,
    role: str = "",
    text: str = "",
    mark: bool = False,
) -> QPushButton:
    """Return a button for an action, usable whenever that is; ``mark`` gives it its icon."""
    shown = text or action.text().replace("&", "")
    made = button(shown, f"{prefix}-{action.objectName()}", parent, action.trigger, role=role)
    if mark:
        made.setIcon(action.icon())
    made.setToolTip(plain_tip(action.toolTip()))
    made.setAutoDefault(True)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made


def search_line(name: str, hint: str, parent: QWidget) -> TypedLine:
    """Return a line to search in, which says so while it is empty."""
    made = TypedLine(parent)
    made.setObjectName(name)
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    made.setClearButtonEnabled(True)
    return made


def column(
    *parts: Part, of: QWidget | None = None, margins: Margins = FLUSH, spacing: int = BY_STYLE
) -> QVBoxLayout:
    """Return parts under each other, as the whole of a widget if one is named."""
    return _filled(QVBoxLayout(of) if of else QVBoxLayout(), parts, margins, spacing)


def row(
    *parts: Part, of: QWidget | None = None, margins: Margins = FLUSH, spacing: int = BY_STYLE
) -> QHBoxLayout:
    """Return parts beside each other, as the whole of a widget if one is named."""
    return _filled(QHBoxLayout(of) if of else QHBoxLayout(), parts, margins, spacing)


def _filled(box: Box, parts: tuple[Part, ...], margins: Margins, spacing: int) -> Box:
    box.setContentsMargins(*margins)
    if spacing != BY_STYLE:
        box.setSpacing(spacing)
    for part in parts:
        if part is None:
            box.addStretch(1)
            continue
        each, place = part if isinstance(part, tuple) else (part, 0)
        side = place if isinstance(place, Qt.AlignmentFlag) else Qt.AlignmentFlag(0)
        share = 0 if isinstance(place, Qt.AlignmentFlag) else place
        if isinstance(each, QLayout):
            box.addLayout(each, share)
        else:
            box.addWidget(each, share, side)
    return box
