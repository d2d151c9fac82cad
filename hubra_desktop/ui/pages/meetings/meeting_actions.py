"""What the menus Redigera and Sammanträde do with meetings and rows."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.ui.actions import KIND_ACTIONS, Actions
from hubra_desktop.ui.days import day_in_text
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.menus import exclusive
from hubra_desktop.ui.pages.meetings.agenda_panel import AgendaPanel
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.page_panel import PagePanel
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.papers import ORDINARY
from hubra_desktop.work.queries import meetings_of, years
from hubra_desktop.work.queries.known import completions

TOGGLES = ("silent", "closed", "withdrawn", "parallel")
COPIES_OFFERED = 12


class MeetingActions(QObject):
    """Connects the actions to the open meeting and the current row.

    ``meeting_made(id)`` follows a new meeting.
    """

    meeting_made = Signal(str)

    def __init__(
        self,
        desk: Desk,
        meeting: OpenMeeting,
        agenda: AgendaPanel,
        page: PagePanel,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._meeting = meeting
        self._agenda = agenda
        self._page = page
        self._actions = actions
        self._window = window
        exclusive(actions, KIND_ACTIONS)
        self._connect()
        agenda.row_chosen.connect(self.show_row)

    def _connect(self) -> None:
        self._actions.connect_all(
            {
                "copy-meeting": self.ask_copy,
                "remove-meeting": self.remove_meeting,
                "save-as": self.save_as,
                "add-item": self._add,
                "add-break": self._add_break,
                "indent": self._indent,
                "outdent": self._outdent,
                "pin": self._pin,
            }
        )
        for name in TOGGLES:
            self._actions[name].triggered.connect(self._toggle)
        for action_id in KIND_ACTIONS:
            self._actions[action_id].triggered.connect(self._set_kind)

    def do(self, action_id: str) -> None:
        """Do what several pages share."""
        shared = {
            "remove-item": self._remove,
            "move-up": self._move_up,
            "move-down": self._move_down,
            "save-pdf": self.save_pdf,
            "print": self.print_pdf,
            "view-pdf": self.view_pdf,
        }
        if action_id in shared:
            shared[action_id]()

    def show_row(self, item_id: str) -> None:
        """Show in the menus what the current row is."""
        item = self._meeting.item(item_id)
        self._actions.check("pin", item is not None and item.pin is not None)
        silent = item is not None and item.print_time is PrintTime.NONE
        self._actions.check("silent", silent)
        for name in TOGGLES[1:]:
            self._actions.check(name, item is not None and bool(getattr(item, name)))
        for action_id in KIND_ACTIONS:
            kind = action_id.removeprefix("kind-")
            self._actions.check(action_id, item is not None and item.kind.value == kind)

    def _current(self) -> str:
        """Commit the open cell and return the id of its row."""
        self._desk.flush()
        return self._agenda.current_id()

    def _add(self) -> None:
        self._agenda.editing.add_below(self._current())

    def _add_break(self) -> None:
        self._agenda.editing.add_break_below(self._current())

    def _remove(self) -> None:
        self._agenda.editing.remove(self._current())

    def _move_up(self) -> None:
        if item_id := self._current():
            self._agenda.editing.shift(item_id, -1)

    def _move_down(self) -> None:
        if item_id := self._current():
            self._agenda.editing.shift(item_id, 1)

    def _indent(self) -> None:
        if item_id := self._current():
            self._agenda.editing.set_level(item_id, 1)

    def _outdent(self) -> None:
        if item_id := self._current():
            self._agenda.editing.set_level(item_id, 0)

    def _pin(self, held: bool) -> None:
        if item_id := self._current():
            self._agenda.editing.pin(item_id, held)
            self.show_row(item_id)

    def _toggle(self, on: bool) -> None:
        name = self.sender().objectName()
        if item_id := self._current():
            self._agenda.editing.toggle(item_id, name, on)

    def _set_kind(self) -> None:
        kind = ItemKind(self.sender().objectName().removeprefix("kind-"))
        if item_id := self._current():
            self._agenda.editing.change(item_id, {"kind": kind})

    def ask_new(self) -> None:
        """Ask for a new meeting."""
        self._ask(None)

    def ask_copy(self) -> None:
        """Ask for a new meeting as a copy of the open one."""
        self._ask(self._meeting.sheet.id if self._meeting.sheet else None)

    def _ask(self, copy_of: str | None) -> None:
        from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog

        if not self._desk.flush():
            return
        today = date.today()
        with self._desk.read() as reader:
            places = completions(reader).places
            rows = [row for year in years(reader)[:3] for row in meetings_of(reader, year.year)]
        sources: list[tuple[str, object]] = [
            (say("Kopia av sammanträdet {day}", day=day_in_text(row.date)), row.id)
            for row in rows[:COPIES_OFFERED]
        ]
        offered = {row_id for _, row_id in sources}
        chosen = copy_of if copy_of in offered else None
        answer = NewMeetingDialog.ask(self._window, today, sources, places, chosen)
        if answer is None:
            return
        command = (
            CopyMeeting(answer.copy_of, answer.date)
            if answer.copy_of
            else NewMeeting(answer.date, answer.start, answer.end, answer.place, answer.kind)
        )
        changes = self._desk.run(command)
        if changes is not None and changes.created:
            self.meeting_made.emit(changes.created)

    def remove_meeting(self) -> None:
        """Take the open meeting away; Undo brings it back."""
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.run(Remove(Meeting, sheet.id)) is not None:
            told = say("Sammanträdet {day} togs bort.", day=day_in_text(sheet.date))
            self._desk.messages.tell(told, "undo")

    def save_pdf(self) -> None:
        """Ask for a file and write the kallelse there, with the meeting as data in it."""
        self._page.out.save(self._page.file_name(), self._page.content, offered="view-pdf")

    def save_as(self) -> None:
        """Ask in which form and where, and write the kallelse there."""
        from hubra_desktop.ui.pages.meetings.save_as import SaveAsDialog

        form = SaveAsDialog.ask(self._window)
        if form is not None:
            name = self._page.file_name(large=form.text_size is not None)
            offered = "view-pdf" if form == ORDINARY else ""
            self._page.out.save(name, self._page.content, form, offered)

    def print_pdf(self) -> None:
        """Print the kallelse on paper."""
        self._page.out.print(self._page.file_name(), self._page.content)

    def view_pdf(self) -> None:
        """Open the kallelse in the computer's own PDF program."""
        self._page.out.view(self._page.file_name(), self._page.content)
