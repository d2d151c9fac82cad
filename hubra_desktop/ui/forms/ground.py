"""What the fields of a form stand on: a column that scrolls, or a strip as high as it is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import PlainLabel

RESIZED = Qt.WidgetAttribute.WA_WState_Created


class Ground(QScrollArea):
    """A column of rows, with labels over them or ``beside`` them, and columns beside it."""

    def __init__(self, name: str, label: str, parent: QWidget | None, *, beside: bool) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QFrame(self)
        self._column: QVBoxLayout | QFormLayout = QFormLayout() if beside else QVBoxLayout()
        self._column.setSpacing(GRID + 2)
        self._beside, self._whole = beside, False
        self._sides = QHBoxLayout(self._inside)
        self._sides.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self._sides.setSpacing(2 * GRID)
        self._sides.addLayout(self._column, 1)
        if beside:
            self._sides.setAlignment(self._column, Qt.AlignmentFlag.AlignTop)
        self._inside.setProperty("role", "form")
        self.setWidget(self._inside)

    @property
    def inside(self) -> QWidget:
        """Return what the fields stand in."""
        return self._inside

    def put_below(self, button: QWidget) -> None:
        """Put a button under what stands there, as wide as it needs to be."""
        if isinstance(self._column, QVBoxLayout):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def build_labelled(self, text: str, buddy: QWidget, whole: QWidget) -> None:
        """Put something of the form's own under what stands there, with its label."""
        label = PlainLabel(text, self._inside)
        label.setBuddy(buddy)
        self._add(whole, label)

    def show_widget(self, row: QWidget, *, visible: bool) -> None:
        """Show or hide something that stands here, with its label."""
        row.setVisible(visible)
        if isinstance(self._column, QFormLayout):
            self._column.setRowVisible(row, visible)

    def end(self) -> None:
        """Leave the rest of the column empty."""
        if isinstance(self._column, QVBoxLayout):
            self._column.addStretch(1)

    def _add(self, widget: QWidget, label: QLabel | None = None) -> None:
        if isinstance(self._column, QVBoxLayout):
            self._column.addWidget(widget)
        elif label is None:
            self._column.addRow(widget)
        elif label.text():
            self._column.addRow(label, widget)
        else:
            label.hide()
            self._column.addRow("", widget)

    def lie_flat(self) -> None:
        """Stand without ground or margins of its own, in a frame that has them."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        mark(self._inside, "role", "plain")
        self._sides.setContentsMargins(0, 0, 0 if self._beside else GRID // 2, 0)

    def stand_in_panel(self) -> None:
        """Stand as a strip under what it is about, as high as its fields."""
        self._whole = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        mark(self._inside, "role", "panel")
        self._sides.setContentsMargins(GRID + 4, GRID - 2, GRID + 4, GRID)
        self._column.setSpacing(GRID - 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._with_height(self._inside.sizeHint()) if self._whole else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._inside.minimumSizeHint()
        if self._whole:
            return self._with_height(least)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, super().minimumSizeHint().height())

    def _with_height(self, size: QSize) -> QSize:
        """Return a size as high as its sentences take at the width that there is."""
        if self._sides.hasHeightForWidth() and self.testAttribute(RESIZED):
            size.setHeight(self._sides.totalHeightForWidth(self.width()))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def bring(self, widget: QWidget) -> None:
        """Bring what stands here into view, now and when what is said of it has its room."""
        self._scroll_to(widget)
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        area: QWidget | None = self
        while area is not None:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(widget)
            area = area.parentWidget()
