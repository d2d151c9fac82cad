"""The minutes while they are written: begun from the agenda, moved, voted, decided, numbered.

What is recorded of a person bears the name that the attendance has of them. §§ are numbered
in a step of their own, in the series of the body and the meeting's year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.attendance.presence import VOTING_ROLES
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.minutes_terms import (
    AppealKind,
    BallotAnswer,
    DecisionOutcome,
    DissentKind,
    MinutesKind,
    ProposalKind,
)
from hubra_desktop.model.minutes.sections import (
    RowToMinute,
    begun_section,
    body_subject,
    in_section_order,
    minuted_rows,
    next_section_number,
    numbered_sections,
    settled,
)
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import (
    BallotVoice,
    Decision,
    Disqualification,
    Minutes,
    Section,
    SectionBallot,
    SectionDissent,
    SectionProposal,
)
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.queries.minutes import (
    latest_minutes,
    section_numbers,
    sections_of,
    statements_of,
)
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.rulebook import rules_on

_DECIDING = VOTING_ROLES | {AttendanceRole.SUBSTITUTE}
"""The roles of those who may take part in what is decided."""


@dataclass(frozen=True)
class BeginMinutes(Step):
    """Make a meeting's minutes, and a § for each numbered row of its agenda that has none.

    The kind is what the body's rules of the day say. Each § has the heading and the case
    number of its row, and what a tjänsteutlåtande tells and proposes. What is there already
    stays. Returns the id of the minutes.
    """

    meeting_id: str
    label: ClassVar[str] = "begin-minutes"

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        if meeting.state in LIFTED_STATES:
            raise refusal("Sammanträdet är inställt eller flyttat, så det har inget protokoll.")
        rules = rules_on(rows.connection, meeting.body_id, meeting.date)
        minutes_id = _minutes_id(rows, meeting, rules.minutes_kind)
        appeal = AppealKind.LEGALITY if rules.local_government_act else AppealKind.NONE
        known = sections_of(rows.connection, meeting.id)
        place = max((each.position for each in known), default=-1) + 1
        have = {each.item_id for each in known}
        statements = statements_of(rows.connection, meeting)
        numbers = printed_numbers(meeting.items, house_style(rows.connection).sub_numbers)
        lacking = (each for each in minuted_rows(meeting, numbers) if each.id not in have)
        for position, item in enumerate(lacking, place):
            source = RowToMinute(item, statements.get(item.id))
            rows.add(begun_section(source, meeting.id, position, appeal))
        return minutes_id


def _minutes_id(rows: Rows, meeting: Meeting, kind: MinutesKind) -> str:
    """Return the id of a meeting's minutes, made where there are none."""
    known = rows.all(Minutes, TABLES["minutes"].c.meeting_id == meeting.id)
    if known:
        return known[0].id
    before = latest_minutes(rows.connection, meeting)
    place, kept_at = (before.place, before.kept_at) if before else ("", "")
    return rows.add(Minutes(meeting_id=meeting.id, kind=kind, place=place, kept_at=kept_at))


@dataclass(frozen=True)
class SettleDecision(Step):
    """Write what became of a proposal.

    Without ``adopted`` a bifall says what was proposed, and the like of a bordläggning its
    standing sentence. ``confirmed`` tells that somebody has seen that the words differ.
    """

    decision_id: str
    outcome: DecisionOutcome
    adopted: str = ""
    confirmed: bool = False
    label: ClassVar[str] = "settle-decision"

    def apply(self, rows: Rows) -> None:
        before = found(rows, Decision, self.decision_id)
        section: Section = found_owner(rows, Decision, self.decision_id)
        subject = _subject(rows, section)
        after = settled(before, self.outcome, self.adopted, subject, confirmed=self.confirmed)
        rows.put(after, was=before)


@dataclass(frozen=True)
class ConcludeSection(Step):
    """Write what became of a §: of its open decisions, of all of them where none is open.

    A § without any gets one.
    """

    section_id: str
    outcome: DecisionOutcome
    label: ClassVar[str] = "settle-decision"

    def apply(self, rows: Rows) -> None:
        section = found(rows, Section, self.section_id)
        subject = _subject(rows, section)
        known = section.decisions or (Decision(id=new_id()),)
        waiting = {each.id for each in known if each.outcome is DecisionOutcome.OPEN}
        decisions = tuple(
            settled(each, self.outcome, "", subject, confirmed=False)
            if each.id in waiting or not waiting
            else each
            for each in known
        )
        rows.put(replace(section, decisions=decisions), was=section)


def change_decision(rows: Rows, before: Decision, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a decision's new values: other words are confirmed anew."""
    worded = {"proposed", "adopted"} & values.keys()
    if not worded or "deviation_confirmed" in values or not before.deviation_confirmed:
        return values
    return {**values, "deviation_confirmed": False}


def _subject(rows: Rows, section: Section) -> str:
    meeting = found(rows, Meeting, section.meeting_id)
    return body_subject(rows.get(Body, meeting.body_id))


def _attendance_at(rows: Rows, section: Section, attendance_id: str) -> Attendance:
    """Return somebody of a section's own meeting; raises InputError for others."""
    attendance = found(rows, Attendance, attendance_id)
    if attendance.meeting_id != section.meeting_id:
        raise refusal("Personen står inte i sammanträdets närvarolista. Välj någon som gör det.")
    return attendance


def _deciding(rows: Rows, section: Section, attendance_id: str) -> Attendance:
    """Return somebody who may take part in what a section decides; raises InputError."""
    attendance = _attendance_at(rows, section, attendance_id)
    if attendance.role not in _DECIDING:
        raise refusal(
            "{name} deltar inte i besluten. Välj en ledamot eller en ersättare.",
            name=attendance.name,
        )
    return attendance


@dataclass(frozen=True)
class MoveProposal(Step):
    """Record what somebody moved (yrkade); who joined them stands in ``seconded``."""

    section_id: str
    kind: ProposalKind
    attendance_id: str
    text: str = ""
    seconded: str = ""
    label: ClassVar[str] = "move-proposal"

    def apply(self, rows: Rows) -> str:
        section = found(rows, Section, self.section_id)
        who = _deciding(rows, section, self.attendance_id)
        made = SectionProposal(
            id=new_id(), kind=self.kind, attendance_id=who.id, name=who.name,
            seconded=self.seconded, text=self.text,
        )  # fmt: skip
        rows.put(replace(section, proposals=(*section.proposals, made)), was=section)
        return made.id


@dataclass(frozen=True)
class HoldBallot(Step):
    """Record a vote of a section, by name (``voices``: attendance and answer) or by ``counts``.

    ``counts`` are yes, no and those who abstained. With ``ballot_id`` an earlier one is
    recorded anew.
    """

    section_id: str
    yes_means: str = ""
    no_means: str = ""
    voices: tuple[tuple[str, BallotAnswer], ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    casting: bool = False
    secret: bool = False
    ballot_id: str = ""
    label: ClassVar[str] = "hold-ballot"

    def apply(self, rows: Rows) -> str:
        section = found(rows, Section, self.section_id)
        made = self._made(rows, section)
        kept = tuple(made if each.id == made.id else each for each in section.ballots)
        ballots = kept if self.ballot_id else (*section.ballots, made)
        rows.put(replace(section, ballots=ballots), was=section)
        return made.id

    def _made(self, rows: Rows, section: Section) -> SectionBallot:
        if self.ballot_id and all(each.id != self.ballot_id for each in section.ballots):
            raise refusal("Omröstningen finns inte i paragrafen längre. Anteckna den på nytt.")
        answers = [answer for _, answer in self.voices]
        counts = tuple(map(answers.count, BallotAnswer)) if self.voices else self.counts
        yes, no, abstained = counts
        return SectionBallot(
            id=self.ballot_id or new_id(), yes_means=self.yes_means, no_means=self.no_means,
            yes=yes, no=no, abstained=abstained, casting=self.casting, secret=self.secret,
            voices=_voices(rows, section, self.voices),
        )  # fmt: skip


def _voices(
    rows: Rows, section: Section, voices: Sequence[tuple[str, BallotAnswer]]
) -> tuple[BallotVoice, ...]:
    who = [(_deciding(rows, section, one), answer) for one, answer in voices]
    return tuple(
        BallotVoice(id=new_id(), attendance_id=each.id, name=each.name, answer=answer)
        for each, answer in who
    )


@dataclass(frozen=True)
class EnterDissent(Step):
    """Record a reservation, a särskilt yttrande or a protokollsanteckning."""

    section_id: str
    kind: DissentKind
    attendance_id: str
    text: str = ""
    label: ClassVar[str] = "enter-dissent"

    def apply(self, rows: Rows) -> str:
        section = found(rows, Section, self.section_id)
        of = _deciding if self.kind is DissentKind.RESERVATION else _attendance_at
        who = of(rows, section, self.attendance_id)
        made = SectionDissent(
            id=new_id(), kind=self.kind, attendance_id=who.id, name=who.name, text=self.text
        )
        rows.put(replace(section, dissents=(*section.dissents, made)), was=section)
        return made.id


@dataclass(frozen=True)
class Disqualify(Step):
    """Record that somebody takes no part in a section (jäv), and why."""

    section_id: str
    attendance_id: str
    reason: str = ""
    label: ClassVar[str] = "disqualify"

    def apply(self, rows: Rows) -> str:
        section = found(rows, Section, self.section_id)
        who = _attendance_at(rows, section, self.attendance_id)
        if any(each.attendance_id == who.id for each in section.disqualifications):
            raise refusal("{name} är redan antecknad för jäv i paragrafen.", name=who.name)
        made = Disqualification(
            id=new_id(), attendance_id=who.id, name=who.name, reason=self.reason
        )
        kept = (*section.disqualifications, made)
        rows.put(replace(section, disqualifications=kept), was=section)
        return made.id


@dataclass(frozen=True)
class NumberSections(Step):
    """Give the sections of a meeting the next numbers of the body and the meeting's year.

    They are never changed after. ``first`` begins a year that was kept elsewhere before.
    """

    meeting_id: str
    first: int | None = None
    label: ClassVar[str] = "number-sections"

    def apply(self, rows: Rows) -> None:
        meeting = found(rows, Meeting, self.meeting_id)
        minutes = rows.all(Minutes, TABLES["minutes"].c.meeting_id == meeting.id)
        if not minutes:
            raise refusal("Sammanträdet har inget protokoll än. Börja på det först.")
        if minutes[0].kind is MinutesKind.NOTES:
            raise refusal("Minnesanteckningar har inga paragrafer, så de numreras inte.")
        sections = sections_of(rows.connection, meeting.id)
        if all(each.number is not None for each in sections):
            raise refusal("Alla paragrafer har redan nummer.")
        taken = section_numbers(rows.connection, meeting.body_id, meeting.date.year)
        if taken and self.first is not None:
            raise refusal(
                "Årets paragrafer är redan numrerade till § {last}. Fortsätt därifrån.",
                last=max(taken),
            )
        if self.first is not None and self.first < 1:
            raise refusal("Årets första paragraf är § 1 eller en senare.", field="first")
        order = attendance_of(rows.connection, meeting.id).order
        following = next_section_number(taken, self.first)
        made = numbered_sections(in_section_order(sections, order), following)
        for position, each in enumerate(made):
            rows.change(Section, each.id, {"number": each.number, "position": position})
