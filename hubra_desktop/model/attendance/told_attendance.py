"""Who of those at a meeting may be told of outside it."""

from collections.abc import Iterable, Sequence

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import folded


def told_attendances(items: Iterable[Item], rows: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Return the rows but for those who present nothing but rows behind closed doors."""
    shown, closed = set[str](), set[str]()
    for item in items:
        hidden = item.closed and not item.print_presenters
        names = {folded(each.name or each.unit) for each in item.presenters}
        (closed if hidden else shown).update(names)
    return tuple(
        each
        for each in rows
        if each.role is not AttendanceRole.PRESENTER or folded(each.name) not in closed - shown
    )
