"""Rows of the agenda put off to a later meeting, and what waits taken up on this one."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, BacklogKind
from hubra_desktop.model.wording import shortened
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, FLAG, TEXT
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.commands.backlog import ParkItem
from hubra_desktop.work.commands.follow_ups import TakeUp
from hubra_desktop.work.queries.backlog import BacklogRow, waiting_by
from hubra_desktop.work.queries.follow_ups import FollowUpRow, to_report

_SHOWN, _WIDTH = 60, 620
_KINDS = (BacklogKind.PARKED, BacklogKind.TABLED, BacklogKind.REFERRED_BACK)


class ParkDialog(FormDialog):
    """Asks why a row is put off, and by when it is to be taken up; the answer is the command."""

    def __init__(self, item_id: str, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__("park-dialog", say("Parkera raden"), say("Parkera"), parent)
        self._item_id = item_id
        self.form.come_close_to(meeting.date)
        kinds: list[tuple[str, object]] = [(capitalised(word(each)), each) for each in _KINDS]
        first = BacklogKind.TABLED if meeting.state in HELD_STATES else BacklogKind.PARKED
        self.form.build(
            Field("kind", say("&Varför"), CHOICE, choices=kinds, first=first),
            Field("reason", say("&Skäl"), TEXT),
            Field("wanted_by", say("&Tas upp senast"), DAY),
        )

    def take(self, values: Values) -> None:
        self.answer = ParkItem(self._item_id, **values)

    @classmethod
    def ask(
        cls, parent: QWidget, item_id: str, meeting: Meeting, park: Callable[[ParkItem], None]
    ) -> None:
        """Ask, until ``park(command)`` has been done or the dialog is left."""
        cls(item_id, meeting, parent).ended(park)


class TakeUpDialog(FormDialog):
    """Offers what waits: what is wanted by the meeting's day is ticked from the beginning.

    Under it stand the follow-ups to report: what is late or due by that day is ticked. The
    answer is the ids of what waits, and those of the follow-ups.
    """

    def __init__(
        self,
        rows: Sequence[BacklogRow],
        day: date,
        parent: QWidget | None = None,
        followed: Sequence[FollowUpRow] = (),
    ) -> None:
        title, accept = say("Ta upp det som väntar"), say("Lägg på listan")
        super().__init__("take-up-dialog", title, accept, parent)
        self.setMinimumWidth(_WIDTH)
        wanted = [each for each in rows if each.item.wanted_by and each.item.wanted_by <= day]
        others = [each for each in rows if each not in wanted]
        if wanted:
            self.form.build(say("Ska tas upp till det här sammanträdet"))
            self.form.build(*(_tick(each, ticked=True) for each in wanted))
        if others:
            self.form.build(say("Annat som väntar") if wanted else say("Väntar"))
            self.form.build(*(_tick(each, ticked=False) for each in others))
        self._followed = frozenset(each.id for each in followed)
        if followed:
            self.form.build(say("Uppföljningar att rapportera"))
            self.form.build(*(_follow_tick(each, day) for each in followed))

    def take(self, values: Values) -> None:
        chosen = [row_id for row_id, ticked in values.items() if ticked]
        if not chosen:
            raise refusal("Kryssa för det som ska tas upp, eller avbryt.")
        self.answer = Chosen(
            tuple(each for each in chosen if each not in self._followed),
            tuple(each for each in chosen if each in self._followed),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        rows: Sequence[BacklogRow],
        day: date,
        place: "Callable[[Chosen], None]",
        followed: Sequence[FollowUpRow] = (),
    ) -> None:
        """Ask, until ``place(chosen)`` has put what is ticked on the agenda or it is left."""
        cls(rows, day, parent, followed).ended(place)


class Chosen(NamedTuple):
    """What is ticked: of what waits, and of the follow-ups."""

    waiting: tuple[str, ...]
    followed: tuple[str, ...]


def _tick(row: BacklogRow, *, ticked: bool) -> Field:
    told = [shortened(row.title, _SHOWN) or say("(utan rubrik)")]
    if row.item.wanted_by:
        told.append(say("senast {day}", day=short_date(row.item.wanted_by)))
    elif row.from_day:
        told.append(say("från sammanträdet {day}", day=day_in_words(row.from_day)))
    return Field(row.id, "", FLAG, hint=" · ".join(told), first=ticked)


def _follow_tick(row: FollowUpRow, day: date) -> Field:
    told = [shortened(row.title, _SHOWN) or say("(utan text)"), row.owner]
    if row.item.due:
        told.append(say("senast {day}", day=short_date(row.item.due)))
    due = row.item.due is not None and row.item.due <= day
    return Field(row.id, "", FLAG, hint=" · ".join(filter(None, told)), first=due)


class Parking:
    """What the actions ask for; each answer is one step that can be undone."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, current: Callable[[], str], window: QWidget
    ) -> None:
        self._desk, self._meeting, self._current, self._window = desk, meeting, current, window

    def ask_park(self) -> None:
        """Ask why the current row is put off, and let it wait."""
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        item = self._meeting.item(self._current())
        if item is None:
            return
        told = say("”{title}” väntar nu på ett senare sammanträde.", title=item.title)

        def park(command: ParkItem) -> None:
            self._desk.attempt_now(command)
            self._desk.messages.tell(told, "undo")

        ParkDialog.ask(self._window, item.id, sheet, park)

    def ask_take_up(self) -> None:
        """Offer what waits, and put what is ticked on the agenda."""
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            rows = waiting_by(reader, sheet.date)
            followed = to_report(reader, sheet.id) if _is_coming(sheet) else ()
        if not rows and not followed:
            self._desk.messages.tell(say("Ingenting väntar på ett senare sammanträde."))
            return
        meeting_id, day = sheet.id, day_in_text(sheet.date)

        def place(chosen: Chosen) -> None:
            count = len(chosen.waiting) + len(chosen.followed)
            if count and self._desk.attempt_now(TakeUp(*chosen, meeting_id)):
                told = say_count(
                    "{n} sak togs upp på listan till sammanträdet {day}.",
                    "{n} saker togs upp på listan till sammanträdet {day}.",
                    count,
                    day=day,
                )
                self._desk.messages.tell(told, "undo")

        TakeUpDialog.ask(self._window, rows, sheet.date, place, followed)


def _is_coming(meeting: Meeting) -> bool:
    return meeting.state not in HELD_STATES | LIFTED_STATES
