"""What has no room in a window: texts that are cut, and controls that stick out of their place."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""


def cut_texts(whole: QWidget) -> list[str]:
    """Return each text in view that has not the room it needs, and no other way to be read."""
    found = []
    for widget in (whole, *whole.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += [f"{_name(widget)}: {text!r}" for text in _cut_in(widget)]
    return found


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    around = parent.objectName() if parent else ""
    return f"{around}/{widget.objectName() or type(widget).__name__}"


def _cut_in(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _cut_label(widget)
        case QHeaderView():
            yield from _cut_headings(widget)
        case QTabBar():
            yield from _cut_tabs(widget)
        case QComboBox():
            text = widget.currentText()
            needs = QFontMetrics(widget.font()).horizontalAdvance(text) + 7 + 22
            if text and needs > widget.width() + SLACK and text not in widget.toolTip():
                yield text
        case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
            yield from _cut_button(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or label.textFormat() is Qt.TextFormat.RichText or label.toolTip():
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + SLACK:
            yield text
        longest = max(text.split(), key=len, default="")
        needs = QFontMetrics(label.font()).horizontalAdvance(longest)
    else:
        needs = label.sizeHint().width()
    if needs > label.width() + SLACK:
        yield text


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    model, horizontal = header.model(), Qt.Orientation.Horizontal
    for section in range(header.count()):
        text = str(model.headerData(section, horizontal) or "")
        tip = model.headerData(section, horizontal, Qt.ItemDataRole.ToolTipRole)
        width = header.sectionSize(section)
        if header.isSectionHidden(section) or width < 4 or tip:
            continue
        if header.sectionSizeFromContents(section).width() > width + SLACK:
            yield text


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    """Yield the tabs that are out of sight of a bar that cannot be scrolled."""
    for place in range(bar.count()):
        inside = bar.rect().contains(bar.tabRect(place))
        if bar.isTabVisible(place) and not inside and not bar.usesScrollButtons():
            yield bar.tabText(place)


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    text = button.text().replace("&", "")
    if text and button.sizeHint().width() > button.width() + SLACK:
        yield text


def out_of_reach(whole: QWidget) -> list[str]:
    """Return each control that sticks out of what it stands in and cannot be scrolled to."""
    found = []
    for widget in whole.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isVisible() and takes and not _can_be_seen(widget):
            found.append(_name(widget))
    return found


def _can_be_seen(widget: QWidget) -> bool:
    """Tell whether all of a control is in view, or would be when what it is in is scrolled."""
    part, inside = QRect(widget.rect()), widget
    while not inside.isWindow():
        around = inside.parentWidget()
        if around is None:
            return True
        part.translate(inside.pos())
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            return _can_be_seen(area)
        if not around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(part):
            return False
        inside = around
    return True


def cut_amounts(whole: QWidget) -> list[str]:
    """Return the figures in tables that have not the room they need."""
    found = []
    for view in whole.findChildren(QAbstractItemView):
        if view.isVisible() and isinstance(view, QTableView | QTreeView):
            found += [f"{_name(view)}: {text!r}" for text in _cut_figures(view)]
    return found


def _cut_figures(view: QTableView | QTreeView) -> Iterator[str]:
    index = view.indexAt(view.viewport().rect().topLeft() + QPoint(2, 2))
    while index.isValid() and view.visualRect(index).top() < view.viewport().height():
        for column in range(view.model().columnCount()):
            cell = index.siblingAtColumn(column)
            text = str(cell.data() or "")
            right = int(cell.data(Qt.ItemDataRole.TextAlignmentRole) or 0)
            width = view.visualRect(cell).width()
            needs = QFontMetrics(view.font()).horizontalAdvance(text)
            if right & Qt.AlignmentFlag.AlignRight.value and width and needs > width + SLACK:
                yield text
        index = view.indexAt(view.visualRect(index).bottomLeft() + QPoint(2, 4))
