"""An office whose held meeting is paid for: rates, a budget, and two lists, one of them closed."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    AllowanceRow,
    Attendance,
)
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import Allocation, BudgetPost, BudgetVersion, BudgetYear
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.allowances import CloseAllowancePeriod
from hubra_desktop.work.edits import Store
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import held_office
from tests.work.office import Office, settled

KRONA = 100
CLOSED_ON = date(2019, 6, 3)


def rate(kind: AllowanceKind, kronor: int, **more: object) -> AllowanceRate:
    values = {"id": f"rate-{kind.value}", "year": 2019, "kind": kind, **more}
    return AllowanceRate(**values, amount_ore=kronor * KRONA)  # type: ignore[arg-type]


RATES = (
    rate(AllowanceKind.FIRST_HOURS, 500, covers=60),
    rate(AllowanceKind.FIRST_HOURS, 900, covers=60, role=AttendanceRole.CHAIR, id="rate-chair"),
    rate(AllowanceKind.HALF_HOUR, 100),
    rate(AllowanceKind.TRAVEL, 2),
)
BUDGET = BudgetYear(
    id="year", year=2019,
    posts=(
        BudgetPost(id="fees", name="Arvoden", kind=PostKind.FEES),
        BudgetPost(id="grants", name="Bidrag", kind=PostKind.GRANTS),
    ),
    versions=(
        BudgetVersion(id="v", allocations=(
            Allocation(id="al", post_id="fees", planned_ore=60_000 * KRONA),
        )),
    ),
)  # fmt: skip
MAY = AllowancePeriod(id="may", name="maj 2019", first=date(2019, 5, 10), last=date(2019, 5, 31))
JUNE = AllowancePeriod(id="june", name="juni 2019", first=date(2019, 6, 1), last=date(2019, 6, 30))
CLOSING = CloseAllowancePeriod("may", CLOSED_ON)


def paid_office(path: Path, *, closed: bool = True) -> Office:
    """Put a register with lists for May (``closed`` or not) and June at ``path`` and open it.

    13 were paid for May's meeting of 108 minutes: the chair 1 100, Cia Alm, who was out for 20
    of them, 600, the eleven others (one of them a substitute who served) 700 each: 9 400 kr.
    """
    content, ids = _paid(closed)
    path.write_bytes(content)
    path.chmod(0o600)
    return Office(Workspace.open(path), *ids)


@cache
def _paid(closed: bool) -> tuple[bytes, tuple[str, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        office = held_office(path)
        for record in (*RATES, BUDGET, MAY, JUNE):
            office.run(Store(record))
        if closed:
            office.run(CLOSING)
        ids = (
            office.body, office.other, office.chair, office.clerk, office.mandate, office.matter,
            office.meeting,
        )  # fmt: skip
        office.workspace.close()
        return settled(path), ids


def allowances_of(body_id: str, year: int) -> tuple[object, ...]:
    """Return what may be closed, corrected and booked in a year, in an order to store."""
    day = date(year, 10, 1)
    paid = AllowanceRow(id="row", name="Erik Öman", amount_ore=500 * KRONA)
    later = replace(paid, id="later", amount_ore=KRONA, reason="Fel", corrects_id="row")
    return (
        Meeting(
            id="paid", body_id=body_id, date=day, state=MeetingState.HELD, start=930,
            opened_at=930, ended_at=1020,
        ),
        Meeting(
            id="before", body_id=body_id, date=date(year, 1, 15), state=MeetingState.HELD,
            start=930, opened_at=930, ended_at=1020,
        ),
        Attendance(id="beek", meeting_id="before", status=AttendanceStatus.PRESENT, name="Bo Ek"),
        Attendance(id="there", meeting_id="paid", status=AttendanceStatus.PRESENT, name="Åsa Ek"),
        replace(RATES[0], year=year),
        AllowancePeriod(
            id="shut", name="våren", first=date(year, 1, 1), last=date(year, 1, 31),
            closed_on=date(year, 2, 1), rows=(paid,),
        ),
        AllowancePeriod(
            id="open-period", name="hösten", first=day, last=date(year, 10, 31), rows=(later,)
        ),
    )  # fmt: skip
