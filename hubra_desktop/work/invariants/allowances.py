"""Rules of the allowances: a closed list never changes, and periods share no day.

What is written into an open list corrects a closed one, or pays afterwards for its meetings.
"""

from typing import Final

from sqlalchemy import select

from hubra_desktop.model.attendance.allowance import is_later, overlaps
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.attendance import AllowancePeriod
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes
from hubra_desktop.work.queries.allowance_meetings import is_paid_already

_PERIOD: Final = TABLES["allowance_period"].c

_MAY_CLEAR: Final = ("meeting_id", "attendance_id", "person_id")
"""References of a closed list's rows that are let go of with what they refer to."""


def check_allowances(touched: Touched) -> None:
    """Refuse to change a closed list, and periods that are none or share a day."""
    closed = _closed_before(touched)
    for each in touched.rows:
        if each.kind == "allowance_period" and each.row_id in closed:
            _refuse_rewriting(each, ("entry_id",))
        elif each.kind == "allowance_row" and _list_of(each) & closed:
            _refuse_rewriting(each, ())
        elif each.kind == "allowance_row":
            _check_later(touched, each)
    periods = touched_wholes(touched, AllowancePeriod)
    others = records(touched.reader, AllowancePeriod) if periods else ()
    for period in periods:
        _check_days(period, others)
        _check_rows(period)


def _closed_before(touched: Touched) -> set[str]:
    """Return the ids of the periods that were closed before anything was written."""
    own = [each for each in touched.rows if each.kind == "allowance_period"]
    before = {each.row_id for each in own if each.before and each.before["closed_on"]}
    changed = {each.row_id for each in own}
    stored = touched.reader.scalars(select(_PERIOD.id).where(_PERIOD.closed_on.is_not(None)))
    return before | (set(stored) - changed)


def _list_of(row: Recorded) -> set[str]:
    return {image["allowance_period_id"] for image in row.images}


def _refuse_rewriting(row: Recorded, free: tuple[str, ...]) -> None:
    """Refuse any change of a closed list but in what is free, and in references let go of."""
    if row.before is not None and row.after is not None and _only_freed(row, free):
        return
    raise refusal(
        "Listan är stängd och ändras inte mer. Rätta en rad med en ny i en period som är öppen."
    )


def _only_freed(row: Recorded, free: tuple[str, ...]) -> bool:
    before, after = row.before or {}, row.after or {}
    changed = {name for name in before if before[name] != after[name]}
    return all(name in free or _cleared(name, after) for name in changed)


def _cleared(name: str, after: Image) -> bool:
    return name in _MAY_CLEAR and after[name] is None


def _check_days(period: AllowancePeriod, others: tuple[AllowancePeriod, ...]) -> None:
    if period.last < period.first:
        raise refusal("Perioden slutar innan den börjar. Ändra någon av dagarna.", field="last")
    if period.first.year != period.last.year:
        raise refusal(
            "Perioden ska ligga inom ett år, för satserna och budgeten gäller ett år i taget.",
            field="last",
        )
    for other in others:
        if other.id != period.id and overlaps(period, other):
            raise refusal(
                "Perioden delar dagar med {name}. Ett sammanträde betalas bara en gång.",
                field="first",
                name=quoted(other.name),
            )


def _check_rows(period: AllowancePeriod) -> None:
    """Refuse rows in an open list that say nothing of a closed one: the others are computed."""
    if period.closed_on is None and not all(map(is_later, period.rows)):
        raise refusal("En öppen lista räknas fram ur närvaron. Bara rättelser skrivs in i den.")
    if not all(row.reason.strip() for row in period.rows if row.corrects_id):
        raise refusal("Skriv varför raden rättas.", field="reason")


def _check_later(touched: Touched, row: Recorded) -> None:
    """Refuse a new row that pays afterwards for a meeting that is paid with an open list."""
    if touched.stood or row.before is not None or row.after is None:
        return
    after, reader = row.after, touched.reader
    open_list = select(_PERIOD.id).where(
        _PERIOD.id == after["allowance_period_id"], _PERIOD.closed_on.is_(None)
    )
    if after["corrects_id"] or reader.scalar(open_list) is None:
        return
    if after["lowers"] or not is_paid_already(reader, after["meeting_id"] or ""):
        raise refusal(
            "Bara för ett sammanträde i en stängd lista betalas i efterhand. Andra räknas fram "
            "ur närvaron.",
            field="meeting_id",
        )
