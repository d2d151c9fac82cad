"""Who was at a meeting, when its items were handled, and what is paid for it.

Clock times are whole minutes since midnight of the meeting's date and may pass 1440.
"""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.records.fields import (
    Count,
    Day,
    Identity,
    Indexed,
    LateClock,
    Line,
    Ore,
    Ref,
    Text,
    Year,
)


@dataclass(frozen=True, kw_only=True)
class AttendanceStay:
    """A stretch of a meeting in which somebody was inside.

    It begins with ``came_item_id``, the first row that the person takes part in, and ends
    before ``left_item_id``, the first one not taken part in; without a row it reaches to the
    meeting's beginning or end, as it does without a clock time. ``remote`` is by sound and
    picture. A substitute serves in it for the member ``serves_for_id``.
    """

    id: Identity = ""
    came: LateClock | None = None
    came_item_id: Annotated[str, Ref("agenda_item")] | None = None
    left: LateClock | None = None
    left_item_id: Annotated[str, Ref("agenda_item")] | None = None
    remote: bool = False
    serves_for_id: Annotated[str, Ref("attendance")] | None = None


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """Somebody's answer to a call and presence at the meeting, named as they were on the day.

    ``mandate_id`` is the seat that they had then. A substitute was called on ``called_on`` in
    place of the member ``called_for_id``. Without a person it is a guest by ``name`` alone.
    The claims are what is paid beside the time: lost income and travel in whole öre.
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")]
    person_id: Annotated[str, Ref("person")] | None = None
    mandate_id: Annotated[str, Ref("mandate")] | None = None
    name: Line = ""
    title: Line = ""
    unit: Line = ""
    party: Line = ""
    group: Line = ""
    role: AttendanceRole = AttendanceRole.MEMBER
    reply: AttendanceReply = AttendanceReply.NONE
    replied_on: Day | None = None
    reply_text: Line = ""
    called_on: Day | None = None
    called_for_id: Annotated[str, Ref("attendance")] | None = None
    status: AttendanceStatus = AttendanceStatus.OPEN
    lost_income_ore: Ore | None = None
    travel_ore: Ore | None = None
    travel_km: Count | None = None
    pre_meeting: bool = False
    note: Text = ""
    stays: tuple[AttendanceStay, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaRun:
    """A stretch of a meeting as it was: a row that was handled, or a pause.

    The one without an ``ended`` is what goes on now.
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")]
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    pause: bool = False
    started: LateClock = 0
    ended: LateClock | None = None


@dataclass(frozen=True, kw_only=True)
class AllowanceRate:
    """What is paid in a year for one kind of thing to those in one role, in whole öre.

    ``covers`` is how many minutes the first hours are, None for the whole meeting;
    ``ceiling_ore`` is the most that is paid of lost income or travel at one meeting. Travel is
    paid for each kilometre. With ``seat`` it is paid to those who hold a seat of that sort only.
    """

    id: Identity = ""
    year: Annotated[Year, Indexed()] = 0
    role: AttendanceRole = AttendanceRole.MEMBER
    kind: AllowanceKind = AllowanceKind.FIRST_HOURS
    amount_ore: Ore = 0
    covers: Count | None = None
    ceiling_ore: Ore | None = None
    seat: Line = ""
    decision: Line = ""


@dataclass(frozen=True, kw_only=True)
class AllowanceRow:
    """What somebody is paid for one thing at one meeting.

    ``amount_ore`` is ``units`` times ``rate_ore`` unless a ceiling held. A row that
    ``lowers`` takes back: it corrects ``corrects_id`` in a period that was closed, and says why.
    One with a reason that corrects no row pays afterwards for a meeting of such a period.
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    attendance_id: Annotated[str, Ref("attendance")] | None = None
    person_id: Annotated[str, Ref("person")] | None = None
    name: Line = ""
    role: AttendanceRole = AttendanceRole.MEMBER
    kind: AllowanceKind = AllowanceKind.FIRST_HOURS
    units: Count = 0
    rate_ore: Ore = 0
    amount_ore: Ore = 0
    lowers: bool = False
    corrects_id: Annotated[str, Ref("allowance_row")] | None = None
    reason: Text = ""


@dataclass(frozen=True, kw_only=True)
class AllowancePeriod:
    """Meetings whose allowances go to the payroll together.

    Open, it has no rows: they are computed from the attendance. Closed on ``closed_on`` it
    keeps them and never changes. ``entry_id`` is the row of the ledger that its sum was booked
    in.
    """

    id: Identity = ""
    name: Line = ""
    first: Day
    last: Day
    closed_on: Day | None = None
    entry_id: Annotated[str, Ref("ledger_entry")] | None = None
    note: Text = ""
    rows: tuple[AllowanceRow, ...] = ()
