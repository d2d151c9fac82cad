"""The page Budget och bidrag: the year's budget, its ledger and the grants."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets.empty import EmptyState


class MoneyPage(Page):
    """Says what belongs here until there is a budget."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("money-page")
        self._desk = desk
        self._actions = actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            EmptyState(
                self.tr("No budget yet"),
                self.tr("Here are the council's budget, its ledger and its grants."),
                parent=self,
            )
        )
