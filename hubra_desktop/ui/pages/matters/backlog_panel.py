"""The part Väntar: ideas and rows put off, the form of one beside, and its way to an agenda."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import Due, day_in_words, in_order
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.ui.action_spec import LINE, Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.matters.backlog_form import BacklogForm
from hubra_desktop.ui.pages.matters.backlog_rows import backlog_columns
from hubra_desktop.ui.pages.plan.register_panel import PlanRegister, RegisterPanel
from hubra_desktop.work.commands.backlog import PlaceItem
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.queries import Reader, meeting_sheet
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows
from hubra_desktop.work.queries.due import waiting_due
from hubra_desktop.work.queries.meetings import coming_meetings
from hubra_desktop.work.queries.register import today


class BacklogPanel(RegisterPanel):
    """``place_asked(kind, id)`` asks for the row that a thing has become."""

    place_asked = Signal(str, str)
    first_entries = ("place-waiting", LINE)

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        form = BacklogForm(desk)
        form.row_of = self._row_of
        super().__init__(desk, actions, _register(desk, self._read_rows), form, parent)
        form.placing.asked.connect(self.place)
        form.placing.led.connect(self._lead)

    def _read_rows(self, reader: Reader) -> Sequence[BacklogRow]:
        self.form.meetings = coming_meetings(reader, today(reader))  # type: ignore[attr-defined]
        return backlog_rows(reader)

    def _row_of(self, row_id: str) -> BacklogRow | None:
        found: BacklogRow | None = self._records.get(row_id)
        return found

    def record(self, kind: str, row_id: str) -> Any:
        row = self._row_of(row_id)
        return None if row is None else row.item

    def meets(self) -> Needs:
        row = self._row_of(self.view.current_id())
        waits = row is not None and row.waits
        return super().meets() | (Needs.WAITING if waits else Needs.NOTHING)

    def place_next(self) -> None:
        """Put the thing that is chosen on the next meeting's agenda."""
        form = self.form
        assert isinstance(form, BacklogForm)
        if form.meetings:
            self.place(form.meetings[0].id)
        else:
            told = say("Det finns inget kommande sammanträde. Skapa det först.")
            self._desk.messages.refuse(told)

    def place(self, meeting_id: str) -> None:
        """Put the thing that is chosen on a meeting's agenda; Undo takes it off again."""
        row = self._row_of(self.view.current_id() or self.chosen[1])
        if row is None or self._desk.run(PlaceItem(row.id, meeting_id)) is None:
            return
        with self._desk.read() as reader:
            day = day_in_words(meeting_sheet(reader, meeting_id).date)
        told = say("”{title}” står nu på listan till sammanträdet {day}.", title=row.title, day=day)
        self._desk.messages.tell(told, "undo")

    def _lead(self) -> None:
        row = self._row_of(self.chosen[1])
        if row is not None and row.item.placed_item_id:
            self.place_asked.emit("agenda_item", row.item.placed_item_id)


def _register(desk: Desk, read: Callable[[Reader], Sequence[BacklogRow]]) -> PlanRegister:
    return PlanRegister(
        "backlog_item",
        frozenset({"backlog_item", "agenda_item", "meeting", "person"}),
        title=say("Det som väntar"),
        about=say(
            "Här står idéer, och det som har parkerats, bordlagts eller återremitterats. "
            "När tiden är inne lägger du det på ett sammanträde med en tangent."
        ),
        columns=backlog_columns(),
        read=read,
        count=lambda rows: say_count("{n} sak väntar", "{n} saker väntar", _waiting(rows)),
        due=_due,
        add=lambda: Store(BacklogItem(raised_on=desk.today())),
        remove=partial(Remove, BacklogItem),
    )


def _waiting(rows: Sequence[BacklogRow]) -> int:
    return sum(row.waits for row in rows)


def _due(reader: Reader, rows: Sequence[BacklogRow], day: date) -> Sequence[Due]:
    return in_order(waiting_due(reader, today(reader)))
