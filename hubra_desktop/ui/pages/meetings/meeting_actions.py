"""What the menus Redigera and Sammanträde do with meetings and rows."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import is_numbered
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.ui.actions import KIND_ACTIONS, Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.menus import exclusive
from hubra_desktop.ui.pages.meetings.agenda.agenda_panel import AgendaPanel
from hubra_desktop.ui.pages.meetings.agenda.parking import Parking
from hubra_desktop.ui.pages.meetings.dispatch.calling import Calling
from hubra_desktop.ui.pages.meetings.dispatch.lifting import Lifting
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.page_panel import PagePanel
from hubra_desktop.ui.pages.meetings.running.running_actions import RunningActions
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.papers import ORDINARY
from hubra_desktop.work.queries import Reader, meetings_of, register_info, years
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.queries.templates import own_template

if TYPE_CHECKING:
    from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingAnswer

TOGGLES = ("silent", "numbered", "closed", "withdrawn", "parallel")
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
        calling: Calling,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._meeting = meeting
        self._agenda = agenda
        self._page = page
        self._calling = calling
        self._actions = actions
        self._window = window
        self._parking = Parking(desk, meeting, agenda.current_id, window)
        self.running = RunningActions(desk, meeting, actions, window)
        self._lifting = Lifting(desk, meeting, window, self.meeting_made.emit)
        exclusive(actions, KIND_ACTIONS)
        self._connect()
        agenda.row_chosen.connect(self.show_row)

    def _connect(self) -> None:
        rows, calling = self._agenda.editing, self._calling
        self._actions.connect_all(
            {
                "copy-meeting": self.ask_copy,
                "remove-meeting": self.remove_meeting,
                "cancel-meeting": self._lifting.ask_cancel,
                "move-meeting": self._lifting.ask_move,
                "save-call-draft": lambda: calling.ask("save", self.save_draft),
                "save-as": lambda: calling.ask("save", self.save_as),
                "cut-rows": partial(self._clip, "cut"),
                "copy-rows": partial(self._clip, "copy"),
                "paste-rows": partial(self._clip, "paste"),
                "clear-cell": self._clear_cell,
                "send-rows": self.ask_send,
                "park-row": self._parking.ask_park,
                "take-up": self._parking.ask_take_up,
                "add-item": lambda: rows.add_below(self._current()),
                "add-break": lambda: rows.add_break_below(self._current()),
                "indent": lambda: self._to_row(rows.set_level, 1),
                "outdent": lambda: self._to_row(rows.set_level, 0),
                "pin": self._pin,
                **dict.fromkeys(TOGGLES, self._toggle),
                **dict.fromkeys(KIND_ACTIONS, self._set_kind),
            }
        )
        self._shared: dict[str, Callable[[], object]] = {
            "remove-item": lambda: self._to_rows(rows.remove),
            "move-up": lambda: self._to_rows(rows.shift, -1),
            "move-down": lambda: self._to_rows(rows.shift, 1),
            "save-pdf": lambda: calling.ask("save", self.save_pdf),
            "print": lambda: calling.ask("print", self.print_pdf),
            "view-pdf": lambda: calling.ask("view", self.view_pdf),
        }

    def do(self, action_id: str) -> None:
        """Do what several pages share."""
        if action_id in self._shared:
            self._shared[action_id]()

    def show_row(self, item_id: str) -> None:
        """Show in the menus what the current row is."""
        item = self._meeting.item(item_id)
        self._actions.check("pin", item is not None and item.pin is not None)
        silent = item is not None and item.print_time is PrintTime.NONE
        self._actions.check("silent", silent)
        self._actions.check("numbered", item is not None and is_numbered(item))
        for name in TOGGLES[2:]:
            self._actions.check(name, item is not None and bool(getattr(item, name)))
        for action_id in KIND_ACTIONS:
            kind = action_id.removeprefix("kind-")
            self._actions.check(action_id, item is not None and item.kind.value == kind)

    def _current(self) -> str:
        """Commit the open cell and return the id of its row."""
        self._desk.flush()
        return self._agenda.current_id()

    def _to_row(self, edit: Callable[..., None], *how: object) -> str:
        """Edit the row that is current, if one is, and return its id."""
        if item_id := self._current():
            edit(item_id, *how)
        return item_id

    def _to_rows(self, edit: Callable[..., None], *how: object) -> None:
        """Edit the rows that are chosen together."""
        if self._desk.flush_or_say() and (chosen := self._agenda.chosen_ids()):
            edit(chosen, *how)

    def _clear_cell(self) -> None:
        """Empty the current cell, whether it is open or not."""
        editor = self._agenda.view.open_editor()
        if editor is not None:
            editor.selectAll()
            editor.del_()
        else:
            self._agenda.view.clear_current()

    def _clip(self, what: str) -> None:
        """Cut, copy or paste in the text that is being written, else the rows chosen."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            getattr(field, what)()
            return
        chosen = self._agenda.chosen_ids()
        if what == "paste":
            self._agenda.clipboard.paste(chosen[-1] if chosen else "")
        else:
            getattr(self._agenda.clipboard, what)(chosen)

    def ask_send(self) -> None:
        """Ask which other meeting the rows chosen are to be moved to."""
        from hubra_desktop.ui.pages.meetings.agenda.send_rows import SendRowsDialog, other_meetings

        sheet, chosen = self._meeting.sheet, self._agenda.chosen_ids()
        if sheet is None or not chosen or not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            found = other_meetings(reader, sheet)
        if not found:
            told = say("Det finns inget annat sammanträde att flytta till. Skapa det först.")
            self._desk.messages.refuse(told)
            return
        days = {row.id: day_in_text(row.date) for row in found}

        def send(meeting_id: str) -> None:
            self._agenda.editing.send(chosen, meeting_id, days[meeting_id])

        SendRowsDialog.ask(self._window, found, send)

    def _pin(self, held: bool) -> None:
        self.show_row(self._to_row(self._agenda.editing.pin, held))

    def _toggle(self, on: bool) -> None:
        self._to_row(self._agenda.editing.toggle, self.sender().objectName(), on)

    def _set_kind(self) -> None:
        kind = ItemKind(self.sender().objectName().removeprefix("kind-"))
        self._to_row(self._agenda.editing.change, {"kind": kind})

    def ask_for(self, action_id: str) -> None:
        """Ask what an action that needs no open meeting asks."""
        asks = {
            "new-meeting": self.ask_new,
            "meeting-year": self.ask_year,
            "meeting-template": self.ask_template,
            "law-answers": self.show_law,
            "phrases": self.running.show_phrases,
        }
        asks[action_id]()

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
        today = self._desk.today()
        with self._desk.read() as reader:
            places, template = completions(reader).places, own_template(reader)
            rows = [row for year in self._years(reader) for row in meetings_of(reader, year)]
        chosen = [row for row in rows if row.id == copy_of]
        offered = [*chosen, *(row for row in rows[:COPIES_OFFERED] if row not in chosen)]
        made: list[Changes] = []

        def make(answer: "NewMeetingAnswer") -> None:
            made.append(self._desk.attempt_now(_making(answer)))

        NewMeetingDialog.ask(
            self._window, today, offered, places, copy_of, template, self._against, make
        )
        for changes in made:
            self.meeting_made.emit(changes.created)

    def show_law(self) -> None:
        """Show what the law says of what is done with a meeting, by the open one's body and day."""
        from hubra_desktop.ui.dialogs.long_text import LongTextDialog
        from hubra_desktop.ui.pages.meetings.deadlines.law_answers import answers_html
        from hubra_desktop.work.queries.rulebook import rules_on

        sheet = self._meeting.sheet
        day = sheet.date if sheet else self._desk.today()
        with self._desk.read() as reader:
            info = register_info(reader)
            body_id = sheet.body_id if sheet else info.own_body_id
            act = bool(body_id) and rules_on(reader, body_id or "", day).local_government_act
        body = sheet.body if sheet else info.body
        html = answers_html(body, day, local_government_act=act)
        LongTextDialog.show_page(self._window, "law-answers", say("Vad säger lagen?"), html)

    def ask_year(self) -> None:
        """Ask for a year of meetings, and go to the first of those that were made."""
        from hubra_desktop.ui.pages.meetings.deadlines.asked_year import ask_year

        made = ask_year(self._window, self._desk)
        if made:
            self.meeting_made.emit(made)

    def _against(self, day: date) -> str:
        """Say what speaks against a meeting on a day, "" where nothing does."""
        from hubra_desktop.model.meeting_year import against
        from hubra_desktop.work.queries.meeting_year import year_calendar

        with self._desk.read() as reader:
            return against(day, year_calendar(reader, day.year))

    def ask_template(self) -> None:
        """Ask what new meetings begin with."""
        from hubra_desktop.ui.pages.meetings.agenda.template import TemplateDialog

        if not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            template, places = own_template(reader), completions(reader).places
            names = {each.id: each.label for each in persons(reader)}

        chair = names.get(template.chair_id or "", "")
        secretary = names.get(template.secretary_id or "", "")
        people = (chair, secretary, tuple(names.values()))
        TemplateDialog.ask(self._window, template, people, places, self._desk.attempt_now)

    def _years(self, reader: Reader) -> list[int]:
        """Return the latest years, and that of the open meeting, newest first."""
        sheet = self._meeting.sheet
        latest = {year.year for year in years(reader)[:3]}
        return sorted(latest | ({sheet.date.year} if sheet else set()), reverse=True)

    def remove_meeting(self) -> None:
        """Take the open meeting away; Undo brings it back."""
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.run(Remove(Meeting, sheet.id)) is not None:
            told = say("Sammanträdet {day} togs bort.", day=day_in_text(sheet.date))
            self._desk.messages.tell(told, "undo")

    def save_pdf(self) -> None:
        """Ask for a file and write the kallelse there, as it went out if it has."""
        self._page.out.save(self._page.file_name(), self._page.content, offered="view-pdf")
        self._tell_changed()

    def save_draft(self) -> None:
        """Ask for a file and write there the draft of what would be issued next."""
        self._page.out.save(self._page.file_name(draft=True), self._page.draft_content)

    def save_as(self) -> None:
        """Ask in which form and where, and write the kallelse there."""
        from hubra_desktop.ui.pages.meetings.save_as import SaveAsDialog

        form = SaveAsDialog.ask(self._window)
        if form is not None:
            name = self._page.file_name(large=form.text_size is not None)
            offered = "view-pdf" if form == ORDINARY else ""
            self._page.out.save(name, self._page.content, form, offered)
            self._tell_changed()

    def print_pdf(self) -> None:
        """Print the kallelse on paper, as it went out if it has."""
        self._page.out.print(self._page.file_name(), self._page.content)
        self._tell_changed()

    def view_pdf(self) -> None:
        """Open the kallelse in the computer's own PDF program."""
        self._page.out.view(self._page.file_name(), self._page.content)
        self._tell_changed()

    def _tell_changed(self) -> None:
        """Say when the meeting is otherwise than the kallelse that was given."""
        told = self._page.changed_since()
        if told:
            self._desk.messages.warn(told)


def _making(answer: "NewMeetingAnswer") -> NewMeeting | CopyMeeting:
    """Return what makes the meeting that was asked for."""
    if answer.copy_of:
        head = ("start", "end", "place", "kind")
        values = {name: getattr(answer, name) for name in head}
        return CopyMeeting(answer.copy_of, answer.date, values)
    return NewMeeting(answer.date, answer.start, answer.end, answer.place, answer.kind)
