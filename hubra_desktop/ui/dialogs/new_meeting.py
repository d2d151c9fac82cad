"""Asks for the day of a new meeting: from the standing items, or as a copy of an earlier one."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import clock, parse_date
from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.model.time_entry import parse_clock
from hubra_desktop.ui.days import weekday_in_text
from hubra_desktop.ui.dialogs.base import FormDialog
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import ChoiceField
from hubra_desktop.ui.widgets.printing import PrintingTold
from hubra_desktop.ui.words import word

DEFAULT_START = 15 * 60 + 30
DEFAULT_END = 17 * 60 + 30


@dataclass(frozen=True)
class NewMeetingAnswer:
    """What was asked for; ``copy_of`` is the id of the meeting to copy, None for the template.

    Times are minutes since midnight.
    """

    date: date
    start: int
    end: int | None
    place: str
    kind: MeetingKind
    copy_of: str | None


class NewMeetingDialog(FormDialog):
    """Reads dates and times in all typed forms; a copy takes times and place along."""

    def __init__(
        self,
        today: date,
        meetings: list[tuple[str, object]],
        places: tuple[str, ...],
        copy_of: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("new-meeting", self.tr("New meeting"), self.tr("Make meeting"), parent)
        self._today = today
        self.answer: NewMeetingAnswer | None = None
        self._make_fields(meetings, places)
        self.source.show_value(copy_of)
        self.source.activated.connect(self._show_source)
        self.day.textEdited.connect(self._tell_day)
        self._show_source()
        self._tell_day()

    def _make_fields(self, meetings: list[tuple[str, object]], places: tuple[str, ...]) -> None:
        self.day = QLineEdit(self)
        self.day.setObjectName("new-date")
        self.day.setPlaceholderText(self.tr("7 mars, 7/3 2018 or 2018-03-07"))
        self.said = QLabel(self)
        self.said.setObjectName("new-date-said")
        self.said.setProperty("role", "small")
        self.source = ChoiceField("source", self.tr("Begin with"), self)
        self.source.offer([(self.tr("Standing items"), None), *meetings])
        self.start = QLineEdit(clock(DEFAULT_START), self)
        self.start.setObjectName("new-start")
        self.end = QLineEdit(clock(DEFAULT_END), self)
        self.end.setObjectName("new-end")
        self.place = QLineEdit(places[0] if places else "", self)
        self.place.setObjectName("new-place")
        complete(self.place, places)
        PrintingTold(self.place)
        self.kind = ChoiceField("kind", self.tr("Kind"), self)
        self.kind.offer([(word(each), each) for each in MeetingKind])
        self.kind.show_value(MeetingKind.ORDINARY)
        self.add_row(self.tr("&Date"), self.day)
        self.form.addRow("", self.said)
        self.add_row(self.tr("&Begin with"), self.source)
        self.add_row(self.tr("&Starts"), self.start)
        self.add_row(self.tr("Planned &end"), self.end)
        self.add_row(self.tr("&Place"), self.place)
        self.add_row(self.tr("&Kind"), self.kind)

    def _show_source(self) -> None:
        """Leave out what a copy takes from the earlier meeting."""
        for field in (self.start, self.end, self.place, self.kind):
            self.form.setRowVisible(field, self.source.value() is None)

    def _tell_day(self) -> None:
        try:
            said = weekday_in_text(parse_date(self.day.text(), near=self._today))
        except InputError:
            said = self.tr("The weekday is shown here.")
        self.said.setText(said)

    def read(self) -> None:
        start = parse_clock(self.start.text())
        if start is None:
            raise InputError(
                say(
                    "Skriv när sammanträdet börjar, till exempel 15.30.",
                    "Type when the meeting starts, such as 15.30.",
                )
            )
        kind = self.kind.value()
        source = self.source.value()
        self.answer = NewMeetingAnswer(
            date=parse_date(self.day.text(), near=self._today),
            start=start,
            end=parse_clock(self.end.text()),
            place=" ".join(self.place.text().split()),
            kind=kind if isinstance(kind, MeetingKind) else MeetingKind.ORDINARY,
            copy_of=None if source is None else str(source),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        today: date,
        meetings: list[tuple[str, object]],
        places: tuple[str, ...],
        copy_of: str | None = None,
    ) -> NewMeetingAnswer | None:
        """Ask, and return what was answered or None."""
        return cls(today, meetings, places, copy_of, parent).ended().answer
