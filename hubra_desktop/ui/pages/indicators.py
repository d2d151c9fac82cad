"""The page Mått: what the council measures, as it is printed, with its gaps named."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets.empty import EmptyState


class IndicatorsPage(Page):
    """The indicators of the open register."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("indicators-page")
        self._desk = desk
        self._actions = actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            EmptyState(
                self.tr("No indicators yet"),
                self.tr("Here stands what the council measures, with its latest values."),
                parent=self,
            )
        )
