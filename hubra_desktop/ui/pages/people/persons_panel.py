"""The part Personer: the list, one person, and the forms of people and their mandates."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.people.disposing import dispose_of
from hubra_desktop.ui.pages.people.forms import PeopleForms
from hubra_desktop.ui.pages.people.person_page import PersonPage
from hubra_desktop.ui.pages.people.persons_list import PersonsList
from hubra_desktop.ui.pages.people.story_panel import StoryPanel
from hubra_desktop.work.queries.person_view import person_view
from hubra_desktop.work.queries.register import today


class PersonsPanel(StoryPanel):
    """Shows the list, or the person that is open."""

    def __init__(
        self, desk: Desk, actions: Actions, forms: PeopleForms, parent: QWidget | None = None
    ) -> None:
        super().__init__("persons-panel", desk, parent)
        self._forms = forms
        self.list = PersonsList(desk, actions, self)
        self.person = PersonPage(self)
        self.lay_out(self.list, self.person)

    def show_open(self) -> None:
        with self.desk.read() as reader:
            view, day = person_view(reader, self.opened), today(reader)
        self.person.show_view(view, day, editable=self.editable)

    def open(self, row_id: str) -> bool:
        """Show a person, with nothing revealed."""
        self.person.revealed = self.person.whole = ""
        return super().open(row_id)

    def answer(self, what: str, record_id: str) -> None:
        view = self.person.view
        if view is None:
            return
        match what:
            case "back":
                self.back()
            case "change":
                self._forms.person(view.person)
            case "new-mandate":
                self._forms.mandate(person_id=view.person.id)
            case "mandate":
                rows = (row.mandate for row in view.mandates)
                self._forms.mandate(next(each for each in rows if each.id == record_id))
            case "dispose":
                if dispose_of(self.desk, self, view.person.id, view.label):
                    self.back()
            case "more" | "reveal":
                self._show_more(view.person.id, record_id)
            case _ if record_id:
                self.place_asked.emit(what, record_id)

    def _show_more(self, person_id: str, card: str) -> None:
        """Show the rest of a card's lines, or how a protected person is reached."""
        if card:
            self.person.whole = card
        else:
            self.person.revealed = person_id
        self.show_open()
