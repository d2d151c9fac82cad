"""The page Ärenden: matters with their whole life, and what waits for a later agenda."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.matters.backlog_panel import BacklogPanel
from hubra_desktop.ui.pages.matters.follow_ups_panel import FollowUpsPanel
from hubra_desktop.ui.pages.matters.matter_forms import AliasForm, MatterForm
from hubra_desktop.ui.pages.matters.matter_page import MatterPage
from hubra_desktop.ui.pages.matters.matters_list import MattersList
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.ui.paper_maker import PaperMaker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.build import action_button, column, label, row
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.matters import ListNumbers
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.matters import matter_of_alias, matter_view

MATTERS, BACKLOG, FOLLOW_UPS = "matters", "backlog", "follow-ups"
_TABLES = frozenset({
    "matter", "matter_alias", "backlog_item", "agenda_item", "meeting", "meeting_paper",
    "report", "grant", "grant_decision", "issued_paper", "activity", "activity_link",
    "consultation", "agreement", "dispatch", "person", "section", "decision", "follow_up",
})  # fmt: skip
"""What a matter's life is read from."""


class MattersPage(Page):
    """Shows the list or the matter that is open, or what waits; Esc leads back to the list."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matters-page")
        self._desk = desk
        self._editable, self._stale = True, True
        self.open_matter = ""
        parts = [
            (MATTERS, say("Ärenden")),
            (BACKLOG, say("Väntar")),
            (FOLLOW_UPS, say("Uppföljning")),
        ]
        self.parts = PartBar(say("Sidans delar"), parts, self)
        self.papers = PaperMaker(desk, self)
        self._stack = QStackedWidget(self)
        self._inside = QStackedWidget(self._stack)
        self.side = FormHost(self._inside, self._stack)
        self.list = MattersList(desk, actions, self._inside)
        self.matter = MatterPage(self._inside)
        self.backlog = BacklogPanel(desk, actions, self._stack)
        self.follow_ups = FollowUpsPanel(desk, actions, self._stack)
        for widget in (self.list, self.matter):
            self._inside.addWidget(widget)
        self._lay_out(actions)
        self._connect()

    def _lay_out(self, actions: Actions) -> None:
        matters = QWidget(self._stack)
        sides = (2 * GRID, 0, 2 * GRID, GRID)
        column((self.side, 1), of=matters, margins=sides)
        self._stack.addWidget(matters)
        put = say("Lägg på nästa sammanträde")
        self._stand(actions, self.backlog, ("new-backlog_item", ""), ("place-waiting", put))
        tell = say("Rapportera på nästa sammanträde")
        self._stand(actions, self.follow_ups, ("new-follow_up", ""), ("place-follow-up", tell))
        head = QWidget(self)
        title = label(say("Ärenden"), "title", head, name="matters-title", wraps=False)
        row(
            BesideOrUnder(row(title, None), row(self.parts), head),
            of=head,
            margins=(2 * GRID, 2 * GRID - 4, 2 * GRID, 0),
        )
        column(head, (self._stack, 1), of=self, spacing=GRID + 2)

    def _stand(self, actions: Actions, panel: RegisterPanel, *named: tuple[str, str]) -> None:
        """Stand a list as a part of the page, its buttons over it."""
        part = QWidget(self._stack)
        made = (
            action_button(actions[action], "matters", part, text=text, mark=True)
            for action, text in named
        )
        buttons = row(*made, None, margins=(2 * GRID, 0, 2 * GRID, 0), spacing=GRID)
        column(buttons, (panel, 1), of=part, spacing=GRID)
        self._stack.addWidget(part)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._choose_part)
        self.list.opened.connect(self.open)
        self.matter.asked.connect(self._do)
        for panel in (self.backlog, self.follow_ups):
            panel.allowed.connect(self.allowed)
            panel.place_asked.connect(self.place_asked)
        self._desk.replaced.connect(self._start_over)
        self._desk.changed.connect(self._note)

    def restore(self) -> None:
        part = settings.stored_text("matters/part", MATTERS)
        self.show_part(part if part in self.parts.names else MATTERS)

    def remember(self) -> None:
        settings.remember("matters/part", self.parts.shown)

    def start(self) -> None:
        self._refresh()

    def stop(self) -> None:
        self.papers.stop()

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        for panel in (self.backlog, self.follow_ups):
            panel.set_editable(editable)
        self._stale = True

    def showEvent(self, event: object) -> None:
        self._refresh()

    def _start_over(self) -> None:
        self.side.forget()
        self.open_matter = ""
        for panel in (self.backlog, self.follow_ups):
            panel.start_over()
        self._stale = True
        self._turn()
        if self.isVisible():
            self._refresh()

    def _note(self, changes: Changes) -> None:
        if changes.kinds & _TABLES:
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        """Read anew what is stale; a matter that is gone gives way to the list."""
        if self._desk.workspace is None or not self._stale:
            return
        self._stale = False
        self.list.read()
        if self.open_matter and not self._read_matter():
            self.open_matter = ""
        self._turn()

    def _read_matter(self) -> bool:
        try:
            with self._desk.read() as reader:
                view = matter_view(reader, self.open_matter)
        except InputError:
            return False
        self.matter.show_view(view, editable=self._editable)
        return True

    def _turn(self) -> None:
        self._inside.setCurrentWidget(self.matter if self.open_matter else self.list)
        self.allowed.emit()

    def _choose_part(self, name: str) -> None:
        if self._desk.flush():
            self.show_part(name)

    def show_part(self, name: str) -> None:
        """Show one of the parts."""
        self.parts.show_part(name)
        self._stack.setCurrentIndex(self.parts.names.index(name))
        self.allowed.emit()

    def open(self, matter_id: str) -> bool:
        """Show a matter; False when it is gone."""
        self.side.close_form()
        self.open_matter = matter_id
        if not self._read_matter():
            self.open_matter = ""
        self._turn()
        if self.open_matter:
            self.matter.go_to_top()
            self.matter.setFocus()
        return bool(self.open_matter)

    def back(self) -> None:
        """Go back from a matter to the list of all."""
        self.side.close_form()
        self.open_matter = ""
        self._turn()
        self.list.view.setFocus()

    def _do(self, what: str, record_id: str) -> None:
        """Do what a matter's page asks for."""
        view = self.matter.view
        if view is None:
            return
        match what:
            case "back":
                self.back()
            case "change" | "matter":
                self.side.open(MatterForm(self._desk, view.row), about=view.row.id)
            case "alias":
                alias = next((each for each in view.row.aliases if each.id == record_id), None)
                form = AliasForm(self._desk, view.row.matter, alias)
                self.side.open(form, about=f"{view.row.id} {record_id}")
            case "backlog_item" | "follow_up":
                self.go_to(what, record_id)
            case _:
                self.place_asked.emit(what, record_id)

    @property
    def _panel(self) -> BacklogPanel | FollowUpsPanel | None:
        """Return the list of a part that is shown, None where the matters are."""
        match self.parts.shown:
            case "backlog":
                return self.backlog
            case "follow-ups":
                return self.follow_ups
        return None

    def meets(self) -> Needs:
        if self._desk.workspace is None:
            return Needs.NOTHING
        if self._panel is not None:
            paper = Needs.PAPER if self._panel is self.follow_ups else Needs.NOTHING
            return self._panel.meets() | paper | Needs.PARTS
        return Needs.PARTS | (Needs.PAPER if self.open_matter else Needs.NOTHING)

    def do(self, action_id: str) -> None:
        match action_id:
            case "next-part" | "previous-part":
                self._turn_part(1 if action_id == "next-part" else -1)
            case "new-matter":
                self.show_part(MATTERS)
                self.side.open(MatterForm(self._desk), self._made)
            case "list-numbers":
                self.show_part(MATTERS)
                self._list_numbers()
            case "new-backlog_item":
                self.show_part(BACKLOG)
                self.backlog.add()
            case "place-waiting":
                self.backlog.place_next()
            case "new-follow_up":
                self.show_part(FOLLOW_UPS)
                self.follow_ups.add()
            case "place-follow-up":
                self.follow_ups.place_next()
            case "save-pdf" | "print" | "view-pdf":
                self._print(action_id)
            case _ if self._panel is not None:
                self._panel.do(action_id)

    def _print(self, action_id: str) -> None:
        if self._panel is self.follow_ups:
            self.papers.do(PaperRequest("uppfoljning", None), action_id)
        elif self.open_matter:
            self.papers.do(PaperRequest("arende", self.open_matter), action_id)

    def _list_numbers(self) -> None:
        """Make matters of the numbers on the agendas; Undo takes them away again."""
        before = len(self.list.rows)
        if self._desk.run(ListNumbers()) is not None:
            told = say_count(
                "{n} ärende lades upp.", "{n} ärenden lades upp.", len(self.list.rows) - before
            )
            self._desk.messages.tell(told, "undo")

    def _made(self, result: object) -> None:
        if isinstance(result, Changes) and result.created:
            self.open(result.created)

    def _turn_part(self, by: int) -> None:
        names = self.parts.names
        if self._desk.flush():
            self.show_part(names[(names.index(self.parts.shown) + by) % len(names)])
            self.parts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panes(self) -> list[QWidget]:
        if self._panel is not None:
            return [self.parts, *self._panel.panes()]
        shown: Any = self.matter if self.open_matter else self.list
        return [self.parts, shown, *([self.side.form] if self.side.form else [])]

    def go_to(self, kind: str, record_id: str) -> bool:
        if kind in ("backlog_item", "follow_up"):
            self.show_part(BACKLOG if kind == "backlog_item" else FOLLOW_UPS)
            panel = self._panel
            return panel is not None and panel.go_to(record_id)
        with self._desk.read() as reader:
            wanted = matter_of_alias(reader, record_id) if kind == "matter_alias" else record_id
        if wanted is None:
            return False
        self.show_part(MATTERS)
        return self.open(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back with Esc: from a form, else from a matter to the list."""
        if event.key() == Qt.Key.Key_Escape and self.parts.shown == MATTERS:
            if self.side.form is not None:
                self.side.close_form()
                return
            if self.open_matter:
                self.back()
                return
        super().keyPressEvent(event)
