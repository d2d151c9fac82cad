"""The minutes of a meeting with all that screens and papers tell of them, as frozen values.

Who takes part in a § follows from the attendance and the order in which rows were handled.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from hubra_desktop.model.attendance.told_attendance import told_attendances
from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import (
    Approval,
    Decision,
    DecisionNotice,
    Minutes,
    Section,
)
from hubra_desktop.model.records.rulebook import BodyRules


@dataclass(frozen=True, kw_only=True)
class SectionView:
    """A § with its row of the agenda and who took part.

    ``row_number`` is the row's number in the kallelse, "" where it has none, and ``row_id`` the
    row with which it was handled: that of the § before it where it has none. ``started`` and
    ``ended`` are when it was handled, in minutes since midnight of the meeting's date.
    ``voters`` are those who take part in its decision; those with jäv are not among them.
    ``withheld``: nothing is said of who was inside, as it was behind closed doors.
    """

    section: Section
    item: Item | None = None
    row_number: str = ""
    row_id: str | None = None
    started: int | None = None
    ended: int | None = None
    inside: tuple[Attendance, ...] = ()
    voters: tuple[Attendance, ...] = ()
    withheld: bool = False

    @property
    def at_row(self) -> str | None:
        """Return the row at which presence is asked; older frozen minutes name only their own."""
        return self.row_id or self.section.item_id

    @property
    def sign(self) -> str:
        """Return ``§ 14``; "" before it has its number."""
        return number_words([self.section.number]) if self.section.number is not None else ""


@dataclass(frozen=True, kw_only=True)
class MinutesView:
    """All that the minutes of a meeting say.

    ``minutes`` is None before they are begun; ``kind`` is then what the body's rules say.
    ``order`` are the ids of the agenda's rows in the order in which they were handled, and
    ``row_numbers`` the numbers that they have in the kallelse, by their ids. ``section_rows`` are
    the rows with which §§ were handled, also those that a paper of some of them has not.
    ``chair`` and ``secretary`` are the names of those who led and wrote. ``rules`` are those
    of the meeting's day. ``last_number`` is the last § that the body's year has, and
    ``earlier_unnumbered`` the day of an earlier meeting whose §§ have no numbers yet.
    ``protected`` are the names of those listed whose data are protected.
    """

    meeting: Meeting
    rules: BodyRules
    minutes: Minutes | None = None
    kind: MinutesKind = MinutesKind.PROTOCOL
    subject: str = "Rådet"
    sections: tuple[SectionView, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    order: tuple[str, ...] = ()
    row_numbers: Mapping[str, str] = field(default_factory=dict)
    section_rows: tuple[str, ...] = ()
    chair: str = ""
    secretary: str = ""
    pauses: tuple[tuple[int, int], ...] = ()
    last_number: int | None = None
    earlier_unnumbered: dt.date | None = None
    protected: tuple[str, ...] = ()

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


def printed_view(view: MinutesView) -> MinutesView:
    """Return what of minutes their paper may say: no inner note, no claim, no reply.

    Nobody is named who presented nothing but rows behind closed doors.
    What is frozen with an approval is this, and so it is all that such a paper can tell.
    """
    told = printed_people(view)
    ids = frozenset(each.id for each in told)
    return replace(
        view,
        meeting=replace(
            view.meeting, note="", lifted_reason="", items=(), papers=(), footnotes=(),
            pre_meetings=(), signatures=(),
        ),
        minutes=replace(view.minutes, note="") if view.minutes else None,
        sections=tuple(_printed_view(each, ids) for each in view.sections),
        attendances=told,
        earlier_unnumbered=None, protected=(),
    )  # fmt: skip


def printed_people(view: MinutesView) -> tuple[Attendance, ...]:
    """Return what minutes print of those who were there."""
    told = told_attendances(view.meeting.items, view.attendances)
    return tuple(map(_printed_attendance, told))


def printed_section(section: Section) -> Section:
    """Return what minutes print of a §.

    Of who is told of its decisions that is the name; what was asked at home is not in them.
    """
    decisions = tuple(map(_printed_decision, section.decisions))
    return replace(section, inner_note="", decisions=decisions)


def _printed_view(view: SectionView, told: Collection[str]) -> SectionView:
    item = public_row(view.item) if view.item else None
    return replace(
        view,
        section=printed_section(view.section),
        item=replace(item, inner_note="", raised_by="") if item else None,
        inside=tuple(_printed_attendance(each) for each in view.inside if each.id in told),
        voters=tuple(map(_printed_attendance, view.voters)),
    )


def _printed_decision(decision: Decision) -> Decision:
    named = tuple(DecisionNotice(id=each.id, name=each.name) for each in decision.notices)
    return replace(decision, notices=named, anchorings=())


def _printed_attendance(row: Attendance) -> Attendance:
    return replace(
        row, reply_text="", note="", lost_income_ore=None, travel_ore=None, travel_km=None
    )
