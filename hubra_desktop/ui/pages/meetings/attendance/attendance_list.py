"""The list of the open meeting: replies before it, the roll-call, and who came and went."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence import VOTING_ROLES, stays_of
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.terms import APPROVED_STATES, MeetingState
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.pages.meetings.attendance.attendance_form import AttendanceForm
from hubra_desktop.ui.pages.meetings.attendance.attendance_model import (
    AttendanceModel,
    attendance_name,
    attendance_rows,
    told_of,
)
from hubra_desktop.ui.pages.meetings.attendance.attendance_view import AttendanceTable, letter_of
from hubra_desktop.ui.pages.meetings.attendance.coming_forms import (
    ArriveForm,
    CallForm,
    GuestForm,
    LeaveForm,
    ServeForm,
    empty_seats,
)
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.plan.rows_beside import RowsBeside
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.button_grid import ButtonGrid
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.commands.attendance import Reply, Serve, Tick
from hubra_desktop.work.commands.attendance_list import MakeAttendance
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of

_STATUSES = {
    "present": AttendanceStatus.PRESENT,
    "absent": AttendanceStatus.ABSENT,
    "excused": AttendanceStatus.EXCUSED,
    "open": AttendanceStatus.OPEN,
}
_REPLIES = {"comes": AttendanceReply.COMES, "prevented": AttendanceReply.PREVENTED}


class AttendanceList(ReadWhenSeen, RowsBeside):
    """Follows the open meeting. ``form_asked(form, field)`` asks for a form beside the list."""

    form_asked = Signal(object, str)

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, actions, parent)
        self._meeting = meeting
        self._editable = True
        self.shown: AttendanceView | None = None
        self.form = AttendanceForm(desk, meeting, self.side.ground)
        self.edit_in(self.form)
        self.rows = AttendanceModel(self)
        self.view = AttendanceTable(self.rows, self)
        self.make = self._button("attendance-make", say("Hämta nya uppdrag"), self._make)
        self.guest = self._button("attendance-guest", say("Lägg till någon…"), self._add_guest)
        self.tools = (self.make, self.guest)
        self.summary = build.label("", "muted", self, name="attendance-summary")
        self.quorum = build.label("", "callout", self, name="attendance-quorum", caution=True)
        self.deeds = self._make_deeds()
        self.keys = build.label(_keys_told(), "muted", self, name="attendance-keys")
        grid = ButtonGrid("attendance-deeds", 6, self)
        grid.show_buttons(list(self.deeds.values()))
        some = QWidget(self)
        parts = (self.summary, self.quorum, (self.view, 1), grid, self.keys)
        build.column(*parts, of=some, spacing=GRID)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(some)
        self.stack.addWidget(self._empty())
        self.lay_out("attendance-splitter", (self.stack, 1), margins=build.FLUSH)
        self.follow_view(self.view, ("remove-item",), ("remove-item",))
        self.view.pressed_for.connect(self.deed)
        meeting.shown.connect(self._start_over)
        meeting.committed.connect(self.refresh)

    def _button(self, name: str, text: str, do: Callable[[], object]) -> QPushButton:
        made = build.button(text, name, self, do)
        made.setAutoDefault(True)
        return made

    def _empty(self) -> EmptyState:
        self.begin = QAction(say("Gör närvarolistan"), self)
        self.begin.setObjectName("attendance-begin")
        self.begin.triggered.connect(self._make)
        return EmptyState(
            say("Ingen närvarolista än"),
            say("Den görs av uppdragen på sammanträdets dag och av dem som föredrar något."),
            self.begin,
            parent=self.stack,
        )

    def _make_deeds(self) -> dict[str, QPushButton]:
        told = {
            "comes": say("Kommer"),
            "prevented": say("Förhinder"),
            "present": say("Närvarande"),
            "absent": say("Frånvarande"),
            "excused": say("Anmäld frånvaro"),
            "arrive": say("Kom in…"),
            "leave": say("Gick…"),
            "serve": say("Tjänstgör…"),
            "call": say("Kalla ersättare…"),
            "open": say("Inte avprickad"),
            "details": say("Uppgifter…"),
        }
        return {
            deed: self._button(
                f"attendance-{deed}", _with_key(text, deed), partial(self.deed, deed)
            )
            for deed, text in told.items()
        }

    @property
    def rows_view(self) -> RowsView:
        return self.view

    def record(self, kind: str, row_id: str) -> Any:
        row = self.rows.row_of(row_id)
        return row.attendance if row is not None else None

    def form_of(self, kind: str) -> Form:
        return self.form

    def kind_of(self, row_id: str) -> str:
        return "attendance" if self.rows.row_of(row_id) is not None else ""

    def current(self) -> Attendance | None:
        """Return who is chosen in the list."""
        row = self.rows.row_of(self.view.current_id())
        return row.attendance if row is not None else None

    def _start_over(self) -> None:
        self.start_over()
        self.view.scrollToTop()

    def read_anew(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None or self._desk.workspace is None:
            self.shown = None
            self.rows.show_rows(())
            return
        with self._desk.read() as reader:
            self.shown = attendance_of(reader, sheet.id)
        self.form.know_rows(self.shown.numbers)
        with self.rows_changing():
            self.rows.show_rows(tuple(attendance_rows(self.shown)))
        self._tell(self.shown)
        self.form.set_editable(self._writable)
        self.refresh_side()
        if not self.view.current_id():
            self.view.choose(self.rows.id_at(0))
        self._show_usable()
        self.allowed.emit()

    def _tell(self, view: AttendanceView) -> None:
        """Say what stands in the list, and offer what comes next."""
        some = bool(view.rows)
        self.summary.setText(told_of(view) if some else "")
        self.stack.setCurrentIndex(0 if some else 1)
        warned = _closed_told(view) or quorum_warning(view)
        self.quorum.setText(warned)
        self.quorum.setVisible(bool(warned))

    @property
    def _writable(self) -> bool:
        """Tell whether the list may be changed: not once its minutes are approved."""
        view = self.shown
        return self._editable and (view is None or view.meeting.state not in APPROVED_STATES)

    def _make(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        changes = self._desk.run(MakeAttendance(sheet.id))
        if changes is not None and not changes.rows:
            self._desk.messages.tell(say("Listan stämmer redan med uppdragen den dagen."))
        if not self.view.current_id():
            self.view.choose(self.rows.id_at(0))
        self.view.setFocus()

    def _add_guest(self) -> None:
        if self.shown is not None:
            self._ask(GuestForm(self._desk, self.shown), "name")

    def _ask(self, form: FormPanel, field: str) -> None:
        if self._desk.flush_or_say():
            self.form_asked.emit(form, field)

    def deed(self, deed: str) -> None:
        """Do what a key or a button stands for with who is chosen."""
        who, view = self.current(), self.shown
        if who is None or view is None:
            return
        if deed == "details":
            self._open_row(who.id)
        elif not self._writable:
            self._desk.messages.warn(_closed_told(view) or self._desk.closed_told)
        elif deed in _STATUSES:
            self._tick(who, _STATUSES[deed])
        elif deed in _REPLIES:
            self._note_reply(who, _REPLIES[deed])
        elif deed == "serve":
            self._serve(who)
        elif deed == "call":
            self._call(who)
        else:
            made = ArriveForm if deed == "arrive" else LeaveForm
            self._ask(made(self._desk, view, who), "at")

    def _tick(self, who: Attendance, status: AttendanceStatus) -> None:
        """Tick somebody and go on to the next; who comes while it goes on came in then."""
        view = self.shown
        assert view is not None
        if status is AttendanceStatus.PRESENT and _has_begun(view) and not stays_of(who):
            self._ask(ArriveForm(self._desk, view, who), "at")
            return
        changes, following = self._desk.run(Tick(who.id, status)), self.rows.next_open(who.id)
        if changes is not None and not changes.rows and following == who.id:
            self._desk.messages.tell(
                say("{name} står redan så i listan.", name=attendance_name(who))
            )
        elif changes is not None:
            self.view.choose(following)

    def _note_reply(self, who: Attendance, reply: AttendanceReply) -> None:
        """Note what somebody answered today, and go on to the row below."""
        if self._desk.run(Reply(who.id, reply, self._desk.today(), who.reply_text)) is not None:
            place = self.rows.place_of(who.id)
            self.view.choose(self.rows.id_at(place + 1 if place is not None else 0))

    def _serve(self, who: Attendance) -> None:
        """Let a substitute serve: at the roll-call at once, where the rules tell for whom."""
        view = self.shown
        assert view is not None
        if who.role is not AttendanceRole.SUBSTITUTE:
            self._desk.messages.warn(say("Välj en ersättare: bara de tjänstgör för någon."))
            return
        seats = empty_seats(view, None)
        free = stays_of(who) and not any(stay.serves_for_id for stay in who.stays)
        if not _has_begun(view) and seats and free:
            self._desk.run(Serve(who.id, _seat_of(view, who, seats).id))
            return
        self._ask(ServeForm(self._desk, view, who), "for_id")

    def _call(self, who: Attendance) -> None:
        view = self.shown
        assert view is not None
        if who.role not in VOTING_ROLES:
            self._desk.messages.warn(say("Välj den ledamot som behöver en ersättare."))
            return
        self._ask(CallForm(self._desk, view, who), "who")

    def _click(self) -> None:
        """Choose a row alone: the roll is called with the mouse too; Enter opens the row."""
        if self.side.isVisibleTo(self):
            super()._click()

    def _follow_row(self, row_id: str) -> None:
        super()._follow_row(row_id)
        self._show_usable()

    def _show_usable(self) -> None:
        who = self.current()
        self.form.show_standing(self.rows.row_of(self.view.current_id()))
        some = who is not None and self._writable
        for deed, button in self.deeds.items():
            fits = who is not None and _fits(deed, who)
            button.setEnabled((some and fits) or (deed == "details" and who is not None))
        for tool in self.tools:
            tool.setEnabled(self._writable)
        self.keys.setVisible(self._writable)

    def do(self, action_id: str) -> None:
        """Take the chosen person off the list."""
        who = self.current()
        if action_id == "remove-item" and who is not None and self._desk.flush_or_say():
            changes = self._desk.run(Remove(Attendance, who.id))
            if changes is not None:
                self._desk.messages.tell(say("Borttagen ur närvarolistan."), "undo")

    def meets(self) -> Needs:
        """Return whether somebody is chosen."""
        return Needs.ITEM if self.current() is not None else Needs.NOTHING

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.view, self.side]

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self._editable = editable
        for tool in (*self.tools, self.begin):
            tool.setEnabled(editable)
        self._show_usable()


def _closed_told(view: AttendanceView) -> str:
    """Say why a list can only be read, "" where it may be changed."""
    if view.meeting.state not in APPROVED_STATES:
        return ""
    return say("Sammanträdet är justerat, så närvaron ändras inte mer.")


def quorum_warning(view: AttendanceView) -> str:
    """Warn when too few have a vote, or will have by the replies; "" where they are enough."""
    begun = any(each.status is AttendanceStatus.PRESENT for each in view.rows)
    counted = view.quorum(view.now_item_id) if begun else view.expected()
    left = any(
        each.status is AttendanceStatus.OPEN and each.role in VOTING_ROLES for each in view.rows
    )
    if counted.enough or not view.rows or (begun and left):
        return ""
    values = {"n": counted.voting, "of": counted.seats, "needed": counted.needed}
    if begun:
        return say("Inte beslutför: {n} av {of} har rösträtt här, och {needed} behövs.", **values)
    return say("Blir inte beslutför: {n} av {of} kan komma, och {needed} behövs.", **values)


def _has_begun(view: AttendanceView) -> bool:
    """Tell whether the meeting has come past its first row."""
    ongoing = view.meeting.state is MeetingState.ONGOING
    return ongoing and view.now_item_id not in (None, *view.order[:1])


def _seat_of(view: AttendanceView, who: Attendance, seats: list[Attendance]) -> Attendance:
    """Return the member for whom it is this substitute's turn, else the first who is away."""

    def turn(member: Attendance) -> bool:
        found = view.next_for(member.id)
        return found.attendance is not None and found.attendance.id == who.id

    return next(filter(turn, seats), seats[0])


def _fits(deed: str, who: Attendance) -> bool:
    """Tell whether something can be done with somebody at all."""
    match deed:
        case "serve":
            return who.role is AttendanceRole.SUBSTITUTE and bool(stays_of(who))
        case "call":
            return who.role in VOTING_ROLES
        case "leave":
            return bool(stays_of(who))
        case _:
            return True


def _with_key(text: str, deed: str) -> str:
    """Return a button's text with the key that does the same on a row."""
    letter = letter_of(deed)
    return f"{text} ({letter})" if letter else text


def _keys_told() -> str:
    return say("Tangenten inom parentes gör detsamma på raden. Mellanslag är närvarande.")
