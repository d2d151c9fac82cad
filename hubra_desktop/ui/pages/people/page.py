"""The page Personer: people and bodies, and who serves where."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.pages.people.bodies_panel import BodiesPanel
from hubra_desktop.ui.pages.people.composition_panel import CompositionPanel
from hubra_desktop.ui.pages.people.disposing import show_disposals
from hubra_desktop.ui.pages.people.forms import PeopleForms
from hubra_desktop.ui.pages.people.lists_panel import ListsPanel
from hubra_desktop.ui.pages.people.persons_panel import PersonsPanel
from hubra_desktop.ui.pages.people.story_panel import StoryPanel
from hubra_desktop.ui.paper_maker import PaperMaker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.mailing_lists import list_of_member
from hubra_desktop.work.queries.people import mandate_owner
from hubra_desktop.work.queries.rulebook import ruled_body

PERSONS, BODIES, COMPOSITION, LISTS = "persons", "bodies", "composition", "lists"
PARTS = (PERSONS, BODIES, COMPOSITION, LISTS)
PART_OF = {
    "person": PERSONS,
    "body": BODIES,
    "body_rules": COMPOSITION,
    "mailing_list": LISTS,
}
"""The parts where records are shown."""
Panel = StoryPanel | CompositionPanel
READ_FROM = frozenset(
    {
        "agenda_item",
        "association",
        "body",
        "body_rules",
        "dispatch",
        "dispatch_recipient",
        "grant",
        "letter",
        "letter_recipient",
        "list_member",
        "mailing_list",
        "mandate",
        "matter",
        "meeting",
        "person",
        "presenter",
        "register",
        "rules_committee",
        "rules_seat",
    }
)
"""The tables that the page tells from."""


class PeoplePage(Page):
    """Shows one of its parts; what a part shows is read when it comes into view."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people-page")
        self._desk = desk
        self._stack = QStackedWidget(self)
        self.side = FormHost(self._stack, self)
        self.forms = PeopleForms(desk, self.side, self)
        self.title = label(say("Personer"), "title", self, name="people-title", wraps=False)
        parts = (
            (PERSONS, say("Personer")),
            (BODIES, say_in("bodies", "Organ")),
            (COMPOSITION, say("Sammansättning")),
            (LISTS, say("Sändlistor")),
        )
        self.parts = PartBar(say("Sidans del"), parts, self)
        self.persons = PersonsPanel(desk, actions, self.forms, self._stack)
        self.bodies = BodiesPanel(desk, actions, self.forms, self._stack)
        self.lists = ListsPanel(desk, actions, self.forms, self._stack)
        self.papers = PaperMaker(desk, self)
        self.composition = CompositionPanel(desk, self.forms, self.papers, self._stack)
        self._panels: dict[str, Panel] = {
            PERSONS: self.persons,
            BODIES: self.bodies,
            COMPOSITION: self.composition,
            LISTS: self.lists,
        }
        self._stale = dict.fromkeys(PARTS, True)
        for panel in self._panels.values():
            self._stack.addWidget(panel)
            panel.turned.connect(self.allowed)
            panel.place_asked.connect(self._lead)
        head = QWidget(self)
        row(BesideOrUnder(row(self.title, None), row(self.parts), head), of=head)
        margins = (2 * GRID, 2 * GRID - 4, 2 * GRID, GRID)
        column(head, (self.side, 1), of=self, margins=margins, spacing=GRID + 2)
        self.bodies.composition_asked.connect(partial(self.go_to, "body_rules"))
        self.parts.chosen.connect(self.show_part)
        self.forms.made.connect(self._lead)
        desk.replaced.connect(self._start_over)
        desk.changed.connect(self._note)

    @property
    def part(self) -> str:
        """Return the name of the part that is shown."""
        return self.parts.shown

    def restore(self) -> None:
        part = settings.stored_text("people/part", PERSONS)
        self.parts.show_part(part if part in PARTS else PERSONS)

    def remember(self) -> None:
        settings.remember("people/part", self.part)

    def start(self) -> None:
        self._show_part()

    def stop(self) -> None:
        self.papers.stop()

    def set_editable(self, editable: bool) -> None:
        for panel in self._panels.values():
            panel.set_editable(editable)

    def showEvent(self, event: object) -> None:
        self._show_part()

    def _start_over(self) -> None:
        self.side.forget()
        for panel in self._panels.values():
            panel.forget()
        self._stale = dict.fromkeys(PARTS, True)
        if self.isVisible():
            self._show_part()

    def _note(self, changes: Changes) -> None:
        if changes.kinds & READ_FROM:
            self._stale = dict.fromkeys(PARTS, True)
            if self.isVisible():
                self._show_part()

    def show_part(self, part: str) -> None:
        """Show one of the parts."""
        if self._desk.flush():
            self.parts.show_part(part)
            self._show_part()

    def _show_part(self) -> None:
        """Read what is stale of what is in view."""
        if self._desk.workspace is None:
            return
        panel = self._panels[self.part]
        if self._stale[self.part]:
            self._stale[self.part] = False
            panel.read()
        self._stack.setCurrentWidget(panel)
        self.allowed.emit()

    def meets(self) -> Needs:
        return Needs.PARTS if self._paper() is None else Needs.PARTS | Needs.PAPER

    def _paper(self) -> PaperRequest | None:
        """Return the paper of what is in view."""
        return self.composition.paper() if self.part == COMPOSITION else None

    def do(self, action_id: str) -> None:
        match action_id:
            case "next-part" | "previous-part":
                self._turn(1 if action_id == "next-part" else -1)
            case "new-person":
                self.show_part(PERSONS)
                self.forms.person()
            case "new-body":
                self.show_part(BODIES)
                self.forms.body()
            case "new-mandate":
                person = self.persons.opened if self.part == PERSONS else ""
                body = self.bodies.opened if self.part == BODIES else ""
                if self.part == COMPOSITION:
                    body = self.composition.body_id
                self.forms.mandate(person_id=person, body_id=body)
            case "show-disposals":
                show_disposals(self._desk, self)
            case "new-mailing-list":
                self.show_part(LISTS)
                self.forms.mailing_list()
            case "save-pdf" | "print" | "view-pdf":
                if paper := self._paper():
                    self.papers.do(paper, action_id)

    def _turn(self, by: int) -> None:
        part = PARTS[(PARTS.index(self.part) + by) % len(PARTS)]
        self.show_part(part)
        if self.part == part:
            self.parts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lead(self, kind: str, record_id: str) -> None:
        """Lead to a record on this page, or let the window lead to another."""
        if not self.go_to(kind, record_id):
            self.place_asked.emit(kind, record_id)

    def go_to(self, kind: str, record_id: str) -> bool:
        if kind == "mandate":
            with self._desk.read() as reader:
                record_id = mandate_owner(reader, record_id) or ""
            kind = "person"
        if kind == "list_member":
            with self._desk.read() as reader:
                record_id = list_of_member(reader, record_id) or ""
            kind = "mailing_list"
        if kind == "body_rules":
            with self._desk.read() as reader:
                record_id = ruled_body(reader, record_id) or record_id
        if kind not in PART_OF or not record_id:
            return False
        self.side.close_form()
        self.show_part(PART_OF[kind])
        return self._panels[PART_OF[kind]].open(record_id)

    def panes(self) -> list[QWidget]:
        shown = self._stack.currentWidget()
        form = [self.side.form] if self.side.form else []
        return [self.parts, *([shown] if shown else []), *form]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back with Esc: from a form, else from what is open to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.side.form is not None:
                self.side.close_form()
                return
            if self._panels[self.part].back():
                return
        super().keyPressEvent(event)
