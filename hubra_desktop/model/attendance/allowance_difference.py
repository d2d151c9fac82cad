"""Where a closed list no longer pays what the attendance says, and the rows that settle it.

A closed list never changes, so a late change of the attendance, of a claim or of a meeting's
day leaves a difference between what the attendance comes to now and what has been paid.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hubra_desktop.model.attendance.allowance import is_later, left_of, sum_ore
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.attendance import AllowanceRow, Attendance
from hubra_desktop.model.swedish import folded, sort_key


@dataclass(frozen=True, kw_only=True)
class AllowanceDifference:
    """What somebody is paid for a meeting of a closed list is not what the attendance comes to.

    ``computed`` are the rows that it comes to now, ``kept`` those of the closed list, ``later``
    those written since, in whatever list. ``id`` names the meeting and the person.
    """

    id: str
    meeting_id: str
    day: date
    computed: tuple[AllowanceRow, ...] = ()
    kept: tuple[AllowanceRow, ...] = ()
    later: tuple[AllowanceRow, ...] = ()

    @property
    def who(self) -> AllowanceRow:
        """Return a row that names the person."""
        return next(iter((*self.computed, *self.kept, *self.later)))

    @property
    def due_ore(self) -> int:
        """Return what the attendance comes to."""
        return sum_ore(self.computed)

    @property
    def paid_ore(self) -> int:
        """Return what is paid, with the corrections that wait in an open list."""
        return sum_ore((*self.kept, *self.later))

    @property
    def ore(self) -> int:
        """Return what is still to be paid, less than nothing where it is to be taken back."""
        return self.due_ore - self.paid_ore

    @property
    def decided(self) -> bool:
        """Return whether it was made by correcting what the attendance still comes to."""
        return bool(self.later) and self.due_ore == sum_ore(self.kept)

    @property
    def sentence(self) -> str:
        """Say who it is about, which meeting, and both amounts."""
        sentence = (
            say("{name} {day}: närvaron ger {due}, efter rättelser betalas {paid}.")
            if self.later
            else say("{name} {day}: närvaron ger {due}, den stängda listan har {paid}.")
        )
        return sentence.format(
            name=self.who.name,
            day=day_in_text(self.day),
            due=kronor(self.due_ore),
            paid=kronor(self.paid_ore),
        )


def allowance_differences(
    computed: Iterable[AllowanceRow],
    kept: Iterable[AllowanceRow],
    later: Iterable[AllowanceRow],
    called: Iterable[Attendance],
    days: Mapping[str, date],
) -> tuple[AllowanceDifference, ...]:
    """Return the differences of a closed list by day and name.

    ``called`` are those who stand on the lists of its meetings: a row whose presence is gone
    is known by the person, else by the name. A meeting where nobody stands any more is left
    out, for its attendance was weeded.
    """
    known = _Known(called)
    sorts = ("computed", computed), ("kept", kept), ("later", later)
    found: dict[tuple[str, str], dict[str, list[AllowanceRow]]] = defaultdict(
        lambda: {name: [] for name, _ in sorts}
    )
    for name, rows in sorts:
        for row in rows:
            meeting = row.meeting_id or ""
            if meeting in known.meetings and meeting in days:
                found[meeting, known.who(row)][name].append(row)
    made = (
        AllowanceDifference(
            id=f"{meeting}/{who}", meeting_id=meeting, day=days[meeting],
            **{name: tuple(rows) for name, rows in parts.items()},
        )
        for (meeting, who), parts in found.items()
    )  # fmt: skip
    different = [each for each in made if each.ore]
    return tuple(sorted(different, key=lambda each: (each.day, sort_key(each.who.name), each.id)))


class _Known:
    """Tells whom a row is about, though the presence it was computed from is another now."""

    def __init__(self, called: Iterable[Attendance]) -> None:
        self.meetings: set[str] = set()
        self._ids: set[str] = set()
        self._others: dict[tuple[str, str], str] = {}
        for each in called:
            self.meetings.add(each.meeting_id)
            self._ids.add(each.id)
            self._others.setdefault((each.meeting_id, folded(each.name)), each.id)
            if each.person_id:
                self._others[each.meeting_id, each.person_id] = each.id

    def who(self, row: AllowanceRow) -> str:
        """Return what names the person of a row among those of its meeting."""
        if row.attendance_id in self._ids:
            return str(row.attendance_id)
        meeting, name = row.meeting_id or "", folded(row.name)
        if row.person_id:
            return self._others.get((meeting, row.person_id), row.person_id)
        return self._others.get((meeting, name), name)


def settling_rows(difference: AllowanceDifference, reason: str) -> tuple[AllowanceRow, ...]:
    """Return the rows that settle a difference, kind by kind; each says why."""
    return tuple(
        replace(row, reason=reason) for kind in AllowanceKind for row in _settling(difference, kind)
    )


def _settling(difference: AllowanceDifference, kind: AllowanceKind) -> Iterator[AllowanceRow]:
    due = [row for row in difference.computed if row.kind is kind]
    paid = [row for row in (*difference.kept, *difference.later) if row.kind is kind]
    ore = sum_ore(due) - sum_ore(paid)
    first = next((row for row in paid if not is_later(row)), None)
    if ore > 0:
        origin = first or next(iter((*due, *paid)))
        yield _later_row(origin, ore, corrects=first.id if first is not None else None)
    for row in paid:
        left = min(-ore, left_of(row, difference.later))
        if row.corrects_id is None and left > 0:
            yield _later_row(row, -left, corrects=row.id)
            ore += left


def _later_row(row: AllowanceRow, ore: int, corrects: str | None) -> AllowanceRow:
    return replace(
        row, id="", units=0, rate_ore=0, amount_ore=abs(ore), lowers=ore < 0, corrects_id=corrects
    )


def differing_ore(differences: Iterable[AllowanceDifference]) -> int:
    """Return what differences come to together."""
    return sum(each.ore for each in differences)
