"""A meeting that does not take place on its day: cancelled, or moved to another."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import DAY_NEEDED, START, TEXT
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.commands.calls import CancelMeeting, MoveMeeting
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.register import today


class CancelDialog(FormDialog):
    """Asks why a meeting is cancelled, and when that was decided; the answer is the command."""

    def __init__(self, meeting: Meeting, now: date, parent: QWidget | None = None) -> None:
        title, accept = say("Ställ in sammanträdet"), say("Ställ in")
        super().__init__("cancel-meeting-dialog", title, accept, parent)
        self._meeting_id = meeting.id
        self.form.come_close_to(now)
        told = say(
            "Sammanträdet den {day} ställs in. Kallelsen och handlingarna är kvar, och ett "
            "meddelande kan utfärdas.",
            day=day_in_text(meeting.date),
        )
        label = build.label(told, "muted", self)
        self.form.build_labelled("", label, label)
        self.form.build(
            Field("reason", say("&Skäl"), TEXT, hint=say("Skrivs ut i meddelandet")),
            Field("day", say("&Beslutat"), DAY_NEEDED, first=now),
        )

    def take(self, values: Values) -> None:
        self.answer = CancelMeeting(self._meeting_id, **values)

    @classmethod
    def ask(
        cls, parent: QWidget, meeting: Meeting, now: date, cancel: Callable[[CancelMeeting], None]
    ) -> None:
        """Ask, until ``cancel(command)`` has been done or the dialog is left."""
        cls(meeting, now, parent).ended(cancel)


class MoveMeetingDialog(FormDialog):
    """Asks to which day a meeting is moved, and why; begins with its own time and place."""

    def __init__(
        self,
        meeting: Meeting,
        now: date,
        places: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        title, accept = say("Flytta sammanträdet"), say("Flytta")
        super().__init__("move-meeting-dialog", title, accept, parent)
        self._meeting_id = meeting.id
        self.form.come_close_to(meeting.date)
        told = say(
            "Ett nytt sammanträde görs av det här, med samma ärenden, föredragande och "
            "handlingar. Det här står kvar som flyttat."
        )
        label = build.label(told, "muted", self)
        self.form.build_labelled("", label, label)
        self.form.build(
            Field("date", say("&Ny dag"), DAY_NEEDED, hint=say("14 mars eller 14/3")),
            Field("start", say("Bö&rjar"), START, first=meeting.start),
            Field("place", say("&Plats"), words=places, first=meeting.place),
            Field("reason", say("&Skäl"), TEXT, hint=say("Skrivs ut i meddelandet")),
            Field("day", say("&Beslutat"), DAY_NEEDED, first=now),
        )

    def take(self, values: Values) -> None:
        about: dict[str, Any] = {name: values[name] for name in ("date", "day", "reason")}
        head = {name: values[name] for name in ("start", "place")}
        self.answer = MoveMeeting(self._meeting_id, **about, values=head)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        meeting: Meeting,
        now: date,
        places: tuple[str, ...],
        move: Callable[[MoveMeeting], None],
    ) -> None:
        """Ask, until ``move(command)`` has been done or the dialog is left."""
        cls(meeting, now, places, parent).ended(move)


class Lifting:
    """What the two actions ask for; each answer is one step that can be undone.

    ``made(id)`` is told of the new meeting.
    """

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, window: QWidget, made: Callable[[str], object]
    ) -> None:
        self._desk, self._meeting, self._window, self._made = desk, meeting, window, made

    def ask_cancel(self) -> None:
        """Ask why the open meeting is cancelled, and let it be."""
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        told = say("Sammanträdet den {day} är inställt.", day=day_in_text(sheet.date))

        def cancel(command: CancelMeeting) -> None:
            self._desk.attempt_now(command)
            self._desk.messages.tell(told, "undo")

        CancelDialog.ask(self._window, sheet, self._today(), cancel)

    def ask_move(self) -> None:
        """Ask to which day the open meeting is moved, and go there."""
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            places = completions(reader).places
        made: list[tuple[str, date]] = []

        def move(command: MoveMeeting) -> None:
            changes = self._desk.attempt_now(command)
            if changes.created:
                made.append((changes.created, command.date))

        MoveMeetingDialog.ask(self._window, sheet, self._today(), places, move)
        for meeting_id, day in made:
            self._made(meeting_id)
            told = say("Sammanträdet är flyttat till den {day}.", day=day_in_text(day))
            self._desk.messages.tell(told, "undo")

    def _today(self) -> date:
        with self._desk.read() as reader:
            return today(reader)
