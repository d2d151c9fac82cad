"""The minutes of a meeting with all that screens and papers tell of them, as frozen values.

Who takes part in a § follows from the attendance and the order in which rows were handled.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Approval, Minutes, Section


@dataclass(frozen=True, kw_only=True)
class SectionView:
    """A § with its row of the agenda and who took part.

    ``row_number`` is the row's number in the kallelse, "" where it has none. ``started`` and
    ``ended`` are when it was handled, in minutes since midnight of the meeting's date.
    ``voters`` are those who take part in its decision; those with jäv are not among them.
    """

    section: Section
    item: Item | None = None
    row_number: str = ""
    started: int | None = None
    ended: int | None = None
    inside: tuple[Attendance, ...] = ()
    voters: tuple[Attendance, ...] = ()

    @property
    def sign(self) -> str:
        """Return ``§ 14``; "" before it has its number."""
        return number_words([self.section.number]) if self.section.number is not None else ""


@dataclass(frozen=True, kw_only=True)
class MinutesView:
    """All that the minutes of a meeting say.

    ``minutes`` is None before they are begun; ``kind`` is then what the body's rules say.
    ``order`` are the ids of the agenda's rows in the order in which they were handled.
    ``chair`` and ``secretary`` are the names of those who led and wrote. ``due`` days are
    those in which the minutes are to be approved by the body's rules, None for no rule.
    """

    meeting: Meeting
    minutes: Minutes | None = None
    kind: MinutesKind = MinutesKind.PROTOCOL
    subject: str = "Rådet"
    sections: tuple[SectionView, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    order: tuple[str, ...] = ()
    chair: str = ""
    secretary: str = ""
    announced: bool = False
    approval_days: int | None = None
    adjusters: int | None = None
    earlier_unnumbered: str = ""

    @property
    def numbers(self) -> str:
        """Return which §§ the minutes have: ``§§ 14–20``."""
        given = (each.section.number for each in self.sections)
        return number_words([each for each in given if each is not None])

    @property
    def approval(self) -> Approval | None:
        """Return the approval of the minutes as a whole, the latest."""
        known = self.minutes.approvals if self.minutes else ()
        return next((each for each in reversed(known) if each.kind == "ordinary"), None)

    def attendance(self, attendance_id: str | None) -> Attendance | None:
        """Return a row of the attendance by its id."""
        return next((each for each in self.attendances if each.id == attendance_id), None)

    def section_view(self, section_id: str) -> SectionView | None:
        """Return a § by its id."""
        return next((each for each in self.sections if each.section.id == section_id), None)


def of_roles(
    attendances: Sequence[Attendance], *roles: AttendanceRole, there: bool = True
) -> tuple[Attendance, ...]:
    """Return those in some roles who were there, or (not ``there``) who were not."""
    return tuple(
        each
        for each in attendances
        if each.role in roles and (each.status is AttendanceStatus.PRESENT) == there
    )
