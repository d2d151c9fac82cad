"""The form of something that waits, and the choice of the meeting that it is put on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import BacklogKind, BacklogState, ItemKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, DAY, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.pages.matters.backlog_rows import shown_state
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.work.queries import MeetingRow
from hubra_desktop.work.queries.backlog import BacklogRow
from hubra_desktop.work.queries.people import PersonRow, persons

Meetings = Sequence[tuple[str, object]]


class Placing(QWidget):
    """Where a thing stands, and while it waits the meetings that it can be put on.

    ``asked(meeting_id)`` asks to put it there, ``led`` for the row that it has become.
    """

    asked = Signal(str)
    led = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("placing")
        self.told = label("", "muted", self, name="placing-told")
        self.meeting = ChoiceField("placing-meeting", say("Sammanträde"), self)
        self.put = button(say("Lägg på listan"), "placing-put", self, self._ask, role="primary")
        self.go = button(say("Visa raden"), "placing-go", self, self.led.emit, role="link")
        self._choice = QWidget(self)
        # Beside a button the day and the place have no room.
        column(self.meeting, row(self.put, None), of=self._choice, spacing=GRID)
        column(self.told, self._choice, row(self.go, None), of=self, spacing=GRID // 2)

    def show_standing(
        self, told: str, meetings: Meetings, *, waits: bool, placed: bool, editable: bool
    ) -> None:
        """Say where a thing stands; what ``waits`` can be put on one of the coming meetings."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.go.setVisible(placed)
        self.meeting.offer(meetings)
        if self.meeting.value() is None and meetings:
            self.meeting.setCurrentIndex(0)
        self._choice.setVisible(waits and bool(meetings))
        self.put.setEnabled(editable)
        self.meeting.setEnabled(editable)

    def _ask(self) -> None:
        chosen = self.meeting.value()
        if isinstance(chosen, str):
            self.asked.emit(chosen)


def _told(row: BacklogRow, state: BacklogState, *, any_meeting: bool) -> str:
    sentences = []
    if row.from_day:
        sentences.append(say("Från sammanträdet {day}.", day=day_in_words(row.from_day)))
    if state is BacklogState.PLACED and row.placed_day:
        day = day_in_words(row.placed_day)
        sentences.append(say("Står på listan till sammanträdet {day}.", day=day))
    elif state is BacklogState.WAITING and not any_meeting:
        sentences.append(say("Det finns inget kommande sammanträde att lägga det på."))
    return " ".join(sentences)


def coming_named(meetings: Sequence[MeetingRow]) -> list[tuple[str, object]]:
    """Return meetings to choose among, each by its day and place."""
    return [(_named(each), each.id) for each in meetings]


def _named(row: MeetingRow) -> str:
    return " · ".join(part for part in (weekday_in_text(row.date), row.place) if part)


class BacklogForm(Form):
    """Edits one thing that waits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("backlog-form", "", parent, desk=desk, change=BacklogItem)
        self.setAccessibleName(say("Sak som väntar"))
        self._people: PeopleByName[PersonRow] = PeopleByName(())
        self.row_of: Callable[[str], BacklogRow | None] = lambda row_id: None
        self.meetings: Sequence[MeetingRow] = ()
        self.placing = Placing(self.inside)
        self.build(
            self.placing,
            Field("title", say("Vad som väntar")),
            (
                Field("kind", say("Varför det väntar"), CHOICE,
                      choices=terms_of(BacklogKind, word)),
                Field("state", say("Läge"), CHOICE),
            ),
            (
                Field("wanted_by", say("Tas upp senast"), DAY),
                Field("raised_on", say("Togs upp"), DAY),
            ),
            Field("raised_by", say("Togs upp av")),
            Field("reason", say("Skäl"), TEXT),
            say("Som rad på listan"),
            (
                Field("item_kind", say("Slag"), CHOICE, choices=terms_of(ItemKind, word)),
                Field("duration", say("Minuter"), COUNT),
            ),
            Field("presenters", say("Föredragande"), hint=say("Namn, titel, enhet; nästa")),
            Field("case_number", say("Diarienummer")),
            Field("closed", say("Stängda dörrar"), FLAG),
            Field("note", say("Anteckning"), TEXT),
        )  # fmt: skip
        self.end()

    def near(self) -> date:
        raised = self.record.raised_on if self.record is not None else None
        return raised or self.desk.today()

    def fill(self, record: Any) -> None:
        with self.desk.read() as reader:
            people = persons(reader)
        self._people = PeopleByName(people)
        complete(self.texts["raised_by"], self._people.labels)
        placed = record.placed_item_id is not None
        there = BacklogState.PLACED if placed else BacklogState.WAITING
        states = (there, BacklogState.DROPPED)
        self.choices["state"].offer([(capitalised(word(each)), each) for each in states])
        super().fill(record)
        if record.state not in states:
            self.choices["state"].show_value(there)
        row = self.row_of(record.id)
        if row is not None:
            state = shown_state(row)
            self.placing.show_standing(
                _told(row, state, any_meeting=bool(self.meetings)),
                coming_named(self.meetings),
                waits=state is BacklogState.WAITING,
                placed=state is BacklogState.PLACED,
                editable=self.editable,
            )

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        if "raised_by" in values:
            name, known = self._people.named(str(values["raised_by"]))
            values = {**values, "raised_by": name, "raised_by_id": known}
        super().write(values, edit)
