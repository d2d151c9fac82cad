"""Asks which other meeting rows of the agenda are to be moved to."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import APPROVED_STATES, LIFTED_STATES
from hubra_desktop.ui.forms.converters import CHOICE
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.queries import MeetingRow, Reader, meetings_of, years


def other_meetings(reader: Reader, sheet: Meeting) -> tuple[MeetingRow, ...]:
    """Return the body's meetings that rows of one can be moved to: the next first, then earlier."""
    shut = LIFTED_STATES | APPROVED_STATES
    held = (row for year in years(reader) for row in meetings_of(reader, year.year))
    others = (row for row in held if row.id != sheet.id and row.body == sheet.body)
    rows = [row for row in others if row.state not in shut]
    coming = sorted((row for row in rows if row.date >= sheet.date), key=lambda row: row.date)
    past = sorted((row for row in rows if row.date < sheet.date), key=lambda row: row.date)
    return (*coming, *reversed(past))


class SendRowsDialog(FormDialog):
    """Offers other meetings; what is done with the one chosen can be undone in one step."""

    def __init__(self, meetings: Sequence[MeetingRow], parent: QWidget | None = None) -> None:
        title, accept = say("Flytta till annat sammanträde"), say("Flytta raderna")
        super().__init__("send-rows-dialog", title, accept, parent)
        choices: list[tuple[str, object]] = [(_named(row), row.id) for row in meetings]
        meeting = say("&Sammanträde")
        self.form.build(Field("meeting_id", meeting, CHOICE, choices=choices, first=choices[0][1]))

    def take(self, values: Values) -> None:
        self.answer = values["meeting_id"]

    @classmethod
    def ask(
        cls, parent: QWidget, meetings: Sequence[MeetingRow], send: Callable[[str], None]
    ) -> None:
        """Ask, until ``send(meeting_id)`` has moved the rows or the dialog is left."""
        cls(meetings, parent).ended(send)


def _named(row: MeetingRow) -> str:
    return " · ".join(part for part in (weekday_in_text(row.date), row.place) if part)
