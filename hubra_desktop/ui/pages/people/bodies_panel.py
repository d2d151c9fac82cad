"""The part Organ: the list, one body, and the forms of bodies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.people.bodies_list import BodiesList
from hubra_desktop.ui.pages.people.body_page import BodyPage
from hubra_desktop.ui.pages.people.forms import PeopleForms
from hubra_desktop.ui.pages.people.story_panel import StoryPanel
from hubra_desktop.work.queries.body_view import body_view
from hubra_desktop.work.queries.register import today


class BodiesPanel(StoryPanel):
    """Shows the list, or the body that is open.

    ``composition_asked(id)`` asks for the composition of a body.
    """

    composition_asked = Signal(str)

    def __init__(
        self, desk: Desk, actions: Actions, forms: PeopleForms, parent: QWidget | None = None
    ) -> None:
        super().__init__("bodies-panel", desk, parent)
        self._forms = forms
        self.list = BodiesList(desk, actions, self)
        self.body = BodyPage(self)
        self.lay_out(self.list, self.body)

    def show_open(self) -> None:
        with self.desk.read() as reader:
            view, day = body_view(reader, self.opened), today(reader)
        self.body.show_view(view, day, editable=self.editable)

    def open(self, row_id: str) -> bool:
        """Show a body, with no more of those who have left than the first."""
        self.body.whole = ""
        return super().open(row_id)

    def answer(self, what: str, record_id: str) -> None:
        view = self.body.view
        if view is None:
            return
        match what:
            case "back":
                self.back()
            case "change":
                self._forms.body(view.body)
            case "new-mandate":
                self._forms.mandate(body_id=view.body.id)
            case "composition":
                self.composition_asked.emit(view.body.id)
            case "former":
                self.body.whole = view.body.id
                self.show_open()
            case _:
                self.place_asked.emit(what, record_id)
