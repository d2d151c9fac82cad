"""The part Uppföljning: what somebody has to do after decisions, narrowed, and one at work."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import Due, day_in_words, in_order
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.follow_up_findings import follow_ups_due
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted, shortened
from hubra_desktop.ui.action_spec import LINE, Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.pages.matters.follow_up_form import FollowUpForm
from hubra_desktop.ui.pages.matters.follow_up_rows import follow_up_columns, follow_up_words
from hubra_desktop.ui.pages.plan.register_panel import PlanRegister, RegisterPanel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import label, search_line
from hubra_desktop.ui.widgets.build import row as in_row
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.work.commands.follow_ups import PlaceFollowUps
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.queries import Reader, meeting_sheet
from hubra_desktop.work.queries.follow_ups import FollowUpRow, follow_up_rows
from hubra_desktop.work.queries.meetings import coming_meetings
from hubra_desktop.work.queries.register import today

OPEN, LATE, CLOSED = "open", "late", "closed"
_TYPING_PAUSE_MS, _SHOWN = 120, 60


class FollowUpsPanel(RegisterPanel):
    """``place_asked(kind, id)`` asks for where something was decided, or is reported."""

    place_asked = Signal(str, str)
    first_entries = ("place-follow-up", LINE)

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        form = FollowUpForm(desk)
        form.row_of = self._row_of
        super().__init__(desk, actions, _register(desk, self._read_rows), form, parent)
        self.which = ChoiceField("follow-ups-which", say("Visa"), self)
        self.which.offer([
            (say("Alla uppföljningar"), None),
            (say("Öppna"), OPEN),
            (say("Försenade"), LATE),
            (say("Avslutade"), CLOSED),
        ])  # fmt: skip
        self.which.show_value(OPEN)
        self.search = search_line("follow-ups-search", say("Sök text, ansvarig eller nummer"), self)
        self.search.setMinimumWidth(theme().scaled(220))
        pause = later(_TYPING_PAUSE_MS, self.narrow, self)
        self.search.textChanged.connect(pause.start)
        self.which.commit_by(self.narrow)
        self.count = label("", "muted", self, name="follow-ups-count", wraps=False)
        self.above.addLayout(in_row(self.which, (self.search, 1), self.count, spacing=GRID))
        form.placing.asked.connect(self.place)
        form.placing.led.connect(self._lead)
        form.origin_asked.connect(self.place_asked)

    def _read_rows(self, reader: Reader) -> Sequence[FollowUpRow]:
        self.form.meetings = coming_meetings(reader, today(reader))  # type: ignore[attr-defined]
        return follow_up_rows(reader)

    def _row_of(self, row_id: str) -> FollowUpRow | None:
        found: FollowUpRow | None = self._records.get(row_id)
        return found

    def record(self, kind: str, row_id: str) -> Any:
        row = self._row_of(row_id)
        return None if row is None else row.item

    def shown(self, records: Sequence[FollowUpRow]) -> Sequence[FollowUpRow]:
        which, typed = self.which.value(), folded(self.search.text())
        day = self._desk.today()
        rows = [
            row
            for row in records
            if _is_wanted(row, which, day) and (not typed or typed in follow_up_words(row))
        ]
        self.count.setText(say("{n} av {all}", n=len(rows), all=len(records)))
        return rows

    def narrow(self, *_: object) -> None:
        """Show the rows that the choice and the words leave; the form stays on its own."""
        with self.rows_changing():
            self.rows.show_rows(self.shown(tuple(self._records.values())))
        self.allowed.emit()

    def go_to(self, row_id: str) -> bool:
        found = super().go_to(row_id)
        if found and self.view.current_id() != row_id:
            self.which.show_value(None)
            self.search.clear()
            self.narrow()
            self.view.choose(row_id)
        return found

    def meets(self) -> Needs:
        row = self._row_of(self.view.current_id())
        waits = row is not None and row.open and row.placed_day is None
        return super().meets() | (Needs.WAITING if waits else Needs.NOTHING)

    def place_next(self) -> None:
        """Let what is chosen be reported at the next meeting."""
        meetings = self.form.meetings  # type: ignore[attr-defined]
        if meetings:
            self.place(meetings[0].id)
        else:
            told = say("Det finns inget kommande sammanträde. Skapa det först.")
            self._desk.messages.refuse(told)

    def place(self, meeting_id: str) -> None:
        """Let what is chosen be reported at a meeting; Undo takes it off its agenda again."""
        row = self._row_of(self.view.current_id() or self.chosen[1])
        if row is None or self._desk.run(PlaceFollowUps((row.id,), meeting_id)) is None:
            return
        with self._desk.read() as reader:
            day = day_in_words(meeting_sheet(reader, meeting_id).date)
        title = quoted(shortened(row.title, _SHOWN))
        told = say("{title} rapporteras nu på sammanträdet {day}.", title=title, day=day)
        self._desk.messages.tell(told, "undo")

    def _lead(self) -> None:
        row = self._row_of(self.chosen[1])
        if row is not None and row.item.placed_item_id:
            self.place_asked.emit("agenda_item", row.item.placed_item_id)


def _is_wanted(row: FollowUpRow, which: object, day: date) -> bool:
    match which:
        case "open":
            return row.open
        case "late":
            return row.overdue(day)
        case "closed":
            return not row.open
    return True


def _register(desk: Desk, read: Callable[[Reader], Sequence[FollowUpRow]]) -> PlanRegister:
    return PlanRegister(
        "follow_up",
        frozenset({
            "follow_up", "follow_up_report", "agenda_item", "meeting", "section", "decision",
            "person", "body", "activity", "grant",
        }),
        title=say("Uppföljning av beslut"),
        about=say(
            "Här står det som någon ska göra efter rådets beslut. Ett beslut med en utförare "
            "får sin uppföljning av sig självt när det fattas; annat lägger du till här."
        ),
        columns=follow_up_columns(desk.today()),
        read=read,
        count=_count,
        due=_due,
        add=lambda: Store(FollowUp(created_on=desk.today())),
        remove=partial(Remove, FollowUp),
    )  # fmt: skip


def _count(rows: Sequence[FollowUpRow]) -> str:
    open_ = sum(row.open for row in rows)
    return say_count("{n} öppen uppföljning", "{n} öppna uppföljningar", open_)


def _due(reader: Reader, rows: Sequence[FollowUpRow], day: date) -> Sequence[Due]:
    return in_order(follow_ups_due(((row.item, row.owner) for row in rows), today(reader)))
