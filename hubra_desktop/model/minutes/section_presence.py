"""Who is inside at each § and takes part in its decision, also where it has no row of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hubra_desktop.model.attendance.presence import present_at, voters_at
from hubra_desktop.model.minutes.sections import in_section_order
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.minutes import Section


@dataclass(frozen=True)
class SectionPresence:
    """Who is inside at a § and who votes on it, those with jäv left out.

    ``row_id`` is the row of the agenda with which it was handled: its own, else that of the
    nearest § before it; None before the first row.
    """

    row_id: str | None
    inside: tuple[Attendance, ...]
    voters: tuple[Attendance, ...]


def presence_by_section(
    sections: Iterable[Section], attendances: Sequence[Attendance], order: Sequence[str]
) -> Mapping[str, SectionPresence]:
    """Return who took part in the §§ of a meeting, by their ids and in their order."""
    found: dict[str, SectionPresence] = {}
    row_id: str | None = None
    for each in in_section_order(sections, order):
        row_id = each.item_id if each.item_id in order else row_id
        out = {one.attendance_id for one in each.disqualifications if one.attendance_id}
        found[each.id] = SectionPresence(
            row_id,
            present_at(attendances, row_id, order),
            voters_at(attendances, row_id, order, out),
        )
    return found


def handled_times(runs: Sequence[AgendaRun], item_id: str | None) -> tuple[int | None, int | None]:
    """Return when a row was first taken up and last left, by the stretches of its meeting."""
    mine = [each for each in runs if item_id and each.item_id == item_id]
    if not mine:
        return None, None
    ended = [each.ended for each in mine]
    over = None if None in ended else max(each for each in ended if each is not None)
    return min(each.started for each in mine), over
