"""What keeps a list of allowances from being closed, and what should be looked at before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.attendance.allowance import MeetingTimes, RateTable, claimed, paid_role
from hubra_desktop.model.attendance.allowance_difference import AllowanceDifference
from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance

PAID: Final = frozenset(
    {
        AttendanceRole.CHAIR,
        AttendanceRole.VICE_CHAIR,
        AttendanceRole.MEMBER,
        AttendanceRole.SUBSTITUTE,
    }
)
"""The roles whose presence must be known before they are paid."""


@dataclass(frozen=True, kw_only=True)
class AllowanceFinding:
    """Something about a list of allowances; a meeting and a person say where it is mended."""

    level: Level
    sentence: str
    meeting_id: str = ""
    attendance_id: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingAllowances:
    """A meeting of the period with those who were called to it; ``held`` when it is over."""

    times: MeetingTimes
    held: bool
    attendances: tuple[Attendance, ...] = ()

    @property
    def attended(self) -> bool:
        """Return whether it is noted that anybody was there."""
        return any(each.status is AttendanceStatus.PRESENT for each in self.attendances)


def allowance_findings(
    meetings: Iterable[MeetingAllowances], rates: RateTable, seats: Mapping[str, str]
) -> tuple[AllowanceFinding, ...]:
    """Return what is found, what stops first; ``seats`` are by the ids of the attendances."""
    found = [] if rates else [_no_rates(rates.year)]
    for each in meetings:
        found += _of_meeting(each, rates, seats)
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.STOP))


def _no_rates(year: int) -> AllowanceFinding:
    sentence = say("Det finns inga arvodessatser för {year}. Skriv dem först.", year=year)
    return AllowanceFinding(level=Level.STOP, sentence=sentence)


def _of_meeting(
    meeting: MeetingAllowances, rates: RateTable, seats: Mapping[str, str]
) -> Iterator[AllowanceFinding]:
    times, day = meeting.times, day_in_text(meeting.times.date)

    def finding(level: Level, sentence: str, who: str = "") -> AllowanceFinding:
        return AllowanceFinding(
            level=level, sentence=sentence, meeting_id=times.id, attendance_id=who
        )

    if not meeting.held:
        yield finding(Level.STOP, say("Sammanträdet {day} är inte hållet än.", day=day))
        return
    if not times.known:
        sentence = say(
            "Sammanträdet {day} saknar klockslag för när det öppnades eller slutade, så "
            "halvtimmarna går inte att räkna.",
            day=day,
        )
        yield finding(Level.STOP, sentence)
    if not meeting.attended:
        yield finding(Level.WARNING, say("Ingen närvaro är antecknad {day}.", day=day))
        return
    for each in meeting.attendances:
        name = each.name
        if each.role in PAID and each.status is AttendanceStatus.OPEN:
            sentence = say("{name} är inte avprickad {day}.", name=name, day=day)
            yield finding(Level.WARNING, sentence, each.id)
        for kind in claimed(each):
            if rates and rates.rate(paid_role(each), kind, seats.get(each.id, "")) is None:
                yield finding(Level.WARNING, _unpaid(kind, name, day), each.id)


def difference_finding(difference: AllowanceDifference) -> AllowanceFinding:
    """Tell of a difference; one that somebody decided on is no more than told."""
    return AllowanceFinding(
        level=Level.TIP if difference.decided else Level.WARNING,
        sentence=difference.sentence,
        meeting_id=difference.meeting_id,
        attendance_id=difference.who.attendance_id or "",
    )


def _unpaid(kind: AllowanceKind, name: str, day: str) -> str:
    match kind:
        case AllowanceKind.PRE_MEETING:
            sentence = say("{name} var på förmötet {day}, men har ingen sats för det.")
        case AllowanceKind.TRAVEL:
            sentence = say("{name} har en resa {day}, men ingen sats för resor.")
        case _:
            sentence = say(
                "{name} har förlorad arbetsinkomst {day}, men ingen sats som ersätter den."
            )
    return sentence.format(name=name, day=day)
