"""The page Verksamhet: the year's plan and the rest of the council's work."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets.empty import EmptyState


class PlanPage(Page):
    """Says what belongs here until there is a plan."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-page")
        self._desk = desk
        self._actions = actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            EmptyState(
                self.tr("No plan yet"),
                self.tr("Here are the council's plan for the year, and what came of it."),
                parent=self,
            )
        )
