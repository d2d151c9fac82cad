"""What minutes say of those who were there and of what was moved, voted and decided.

In Swedish, as it is printed. Clock times are written in the house's way.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import (
    VOTING_ROLES,
    reach,
    row_place,
    serves_for,
    stay_at,
    stays_of,
)
from hubra_desktop.model.minutes.minutes_terms import (
    BallotAnswer,
    DissentKind,
    MinutesKind,
    ProposalKind,
)
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.numbering import number_list
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Disqualification, SectionBallot, SectionProposal
from hubra_desktop.model.swedish import clock, listed
from hubra_desktop.model.words import swedish_word

_MOVES: Final = {
    ProposalKind.APPROVE: "bifall till förslaget",
    ProposalKind.AMEND: "ändring av förslaget",
    ProposalKind.REJECT: "avslag på förslaget",
    ProposalKind.TABLE: "att ärendet bordläggs",
    ProposalKind.REFER_BACK: "att ärendet återremitteras",
}
_WITH_TITLE: Final = frozenset(
    {AttendanceRole.CO_OPTED, AttendanceRole.SECRETARY, AttendanceRole.PRESENTER,
     AttendanceRole.GUEST}
)  # fmt: skip
"""Those who are named with title and unit, not with a party."""
DISSENTS: Final = {
    DissentKind.RESERVATION: ("Reservation", "Reservationer"),
    DissentKind.STATEMENT: ("Särskilt yttrande", "Särskilda yttranden"),
    DissentKind.NOTE: ("Protokollsanteckning", "Protokollsanteckningar"),
}
"""The headings of one and of several."""


@dataclass(frozen=True)
class Groups:
    """Who was there, in the groups of a first page, a line for each."""

    deciding: tuple[str, ...] = ()
    substitutes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    away: tuple[str, ...] = ()


def groups(view: MinutesView) -> Groups:
    """Return who decided, which other substitutes were there, who else, and who was away."""
    present = [each for each in view.attendances if each.status is AttendanceStatus.PRESENT]
    seated = _seated(view)
    substitutes = [each for each in present if each.role is AttendanceRole.SUBSTITUTE]
    away = [
        each
        for each in view.attendances
        if each.status in {AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED}
        and each.role not in {AttendanceRole.PRESENTER, AttendanceRole.GUEST}
    ]
    return Groups(
        deciding=tuple(_listed_name(view, each, deciding=True) for each in seated),
        substitutes=tuple(_listed_name(view, each) for each in substitutes if each not in seated),
        others=tuple(
            _listed_name(view, each)
            for each in present
            if each not in seated and each not in substitutes
        ),
        away=tuple(_away_name(each) for each in away),
    )


def _seated(view: MinutesView) -> list[Attendance]:
    """Return the members who were there, and the substitutes who took part in some decision."""
    voting = {each.id for section in _told(view) for each in section.voters}
    return [
        each
        for each in view.attendances
        if each.status is AttendanceStatus.PRESENT
        and (each.role in VOTING_ROLES or each.id in voting)
    ]


def _listed_name(view: MinutesView, each: Attendance, *, deciding: bool = False) -> str:
    """Name somebody as on the first page: ``Nils Palm (M), tjänstgör för Mats Nord, §§ 2–4``."""
    said = [person_name(each)]
    if each.role in {AttendanceRole.CHAIR, AttendanceRole.VICE_CHAIR, AttendanceRole.SECRETARY}:
        said.append(swedish_word(each.role))
    said += [f"tjänstgör för {name}" for name in _served(view, each)]
    mine = [
        section
        for section in _told(view)
        if each.id in {one.id for one in (section.voters if deciding else section.inside)}
    ]
    said += [words for words in (_span(view, mine), _remote(view, each, mine)) if words]
    return ", ".join(said)


def _told(view: MinutesView) -> list[SectionView]:
    """Return the §§ of which is told who was inside."""
    return [each for each in view.sections if not each.withheld]


def _away_name(each: Attendance) -> str:
    told = each.status is AttendanceStatus.EXCUSED
    return f"{person_name(each)}{', anmält förhinder' if told else ''}"


def person_name(each: Attendance) -> str:
    """Name somebody with the party in brackets, or with title and unit."""
    name = each.name.strip() or each.unit.strip()
    if each.role not in _WITH_TITLE:
        return f"{name} ({each.party.strip()})" if each.party.strip() else name
    more = (part.strip() for part in (each.title, each.unit) if part.strip() != name)
    return ", ".join([name, *filter(None, more)])


def _served(view: MinutesView, each: Attendance) -> list[str]:
    told = {row_place(one.at_row, view.order) for one in _told(view)}
    inside = (
        stay
        for stay in stays_of(each)
        if not view.sections or told & {*range(*reach(stay, view.order))}
    )
    ids = dict.fromkeys(stay.serves_for_id for stay in inside if stay.serves_for_id)
    found = (view.attendance(each) for each in ids)
    return [served.name for served in found if served is not None]


def _span(view: MinutesView, mine: Sequence[SectionView]) -> str:
    """Say at which §§ somebody was there, "" where it was at all of them."""
    told = _told(view)
    if len(mine) == len(told):
        return ""
    return sections_named(mine) or f"inte {sections_named(told)}"


def _remote(view: MinutesView, each: Attendance, mine: Sequence[SectionView]) -> str:
    stays = stays_of(each)
    if not any(stay.remote for stay in stays):
        return ""
    if all(stay.remote for stay in stays):
        return "på distans"
    afar = [section for section in mine if _is_remote(view, each, section)]
    if view.sections and not afar:
        return ""
    return f"på distans {sections_named(afar)}".strip()


def _is_remote(view: MinutesView, each: Attendance, section: SectionView) -> bool:
    stay = stay_at(each, section.at_row, view.order)
    return stay is not None and stay.remote


def sections_named(sections: Sequence[SectionView]) -> str:
    """Name §§ by their numbers, before they have any by those of the agenda's rows."""
    numbers = [each.section.number for each in sections if each.section.number is not None]
    if numbers:
        return number_words(numbers)
    rows = [each.row_number for each in sections if each.row_number]
    return f"ärende {number_list(rows)}" if rows else ""


def taking_part(view: MinutesView, section: SectionView) -> str:
    """Say who took part in the decision of a §; "" where the attendance tells nothing."""
    if not section.voters:
        return ""
    # Those of the first page, also where the paper is of a single § that one has no part in.
    inside = {each.id for each in section.voters}
    out = [each for each in _seated(view) if each.id not in inside and _decides(each, section)]
    count = len(section.voters)
    if not out and view.kind is MinutesKind.NOTES:
        return ""
    if not out:
        return f"I beslutet deltar alla beslutande ({count})."
    if len(out) <= max(3, count // 3):
        names = listed([each.name for each in out])
        return f"I beslutet deltar {count}: alla beslutande utom {names}."
    return f"I beslutet deltar {count}: {listed([each.name for each in section.voters])}."


def _decides(each: Attendance, section: SectionView) -> bool:
    """Tell whether somebody decides at a § but for a jäv: a substitute only while serving."""
    barred = {one.attendance_id for one in section.section.disqualifications}
    return each.role in VOTING_ROLES or each.id in barred


def movements(view: MinutesView, place: int, separator: str) -> tuple[str, ...]:
    """Say who came, left, or began to serve when the § in a ``place`` was taken up."""
    section = view.sections[place]
    told = [place for place, each in enumerate(view.sections[:place]) if not each.withheld]
    before = view.sections[told[-1]] if told and not section.withheld else None
    untold = bool(told) and told[-1] != place - 1
    return tuple(_moves(view, before, section, separator, untold=untold))


def _moves(
    view: MinutesView,
    before: SectionView | None,
    section: SectionView,
    separator: str,
    *,
    untold: bool,
) -> Iterable[str]:
    """Yield who moved between two §§; no times where one between them is ``untold``."""
    if before is None:
        return
    was = {each.id for each in before.inside}
    now = {each.id for each in section.inside}
    out = {each.attendance_id for each in section.section.disqualifications}
    out |= {each.attendance_id for each in before.section.disqualifications}
    between = range(0) if untold else _between(view, before.at_row, section.at_row)
    for each in view.attendances:
        if each.role in {AttendanceRole.PRESENTER, AttendanceRole.GUEST} or each.id in out:
            continue
        if each.id in now - was:
            yield f"{each.name} kommer{_at(_came(view, between, each), separator)}."
        elif each.id in was - now:
            yield f"{each.name} går{_at(_left(view, between, each), separator)}."
        yield from _service(view, before, section, each)


def _service(
    view: MinutesView, before: SectionView, section: SectionView, each: Attendance
) -> Iterable[str]:
    earlier = serves_for(each, before.at_row, view.order)
    here = serves_for(each, section.at_row, view.order)
    served = view.attendance(here)
    if here != earlier and served is not None:
        yield f"{each.name} tjänstgör för {served.name}."


def _came(view: MinutesView, between: range, each: Attendance) -> int | None:
    """Return when somebody came after a § was taken up and not after the next was."""
    stays = sorted(stays_of(each), key=lambda stay: reach(stay, view.order))
    return next((stay.came for stay in stays if reach(stay, view.order)[0] in between), None)


def _left(view: MinutesView, between: range, each: Attendance) -> int | None:
    stays = sorted(stays_of(each), key=lambda stay: reach(stay, view.order), reverse=True)
    return next((stay.left for stay in stays if reach(stay, view.order)[1] in between), None)


def _between(view: MinutesView, before: str | None, here: str | None) -> range:
    """Return the places of the rows from the one after that of a § to that of the next."""
    first, last = (row_place(each, view.order) for each in (before, here))
    return range(min(first, last - 1) + 1, last + 1)


def _at(minutes: int | None, separator: str) -> str:
    return "" if minutes is None else f" klockan\u00a0{clock(minutes, separator)}"


def disqualified(view: MinutesView, section: SectionView, separator: str) -> tuple[str, ...]:
    """Say who takes no part for jäv, why, and from when to when they were out."""
    inside = {each.id for each in section.inside}
    return tuple(
        f"{each.name} anmäler jäv och deltar inte i ärendet.{_because(each.reason)}"
        f"{'' if each.attendance_id in inside else _out(view, section, each, separator)}"
        for each in section.section.disqualifications
    )


def _out(view: MinutesView, section: SectionView, mine: Disqualification, separator: str) -> str:
    times = times_out(view, section, mine)
    if times is None:
        return ""
    start, end = (clock(each, separator) for each in times)
    return f" Utanför rummet klockan\u00a0{start}–{end}."


def times_out(
    view: MinutesView, section: SectionView, mine: Disqualification
) -> tuple[int, int] | None:
    """Tell when somebody left and came in again as the attendance has it, else when the § was."""
    who = view.attendance(mine.attendance_id)
    if who is not None and not stays_of(who):
        return None
    left, came = _gone(view, section, who) if who else (None, None)
    start = section.started if left is None else left
    end = section.ended if came is None else came
    return None if start is None or end is None else (start, end)


def _gone(
    view: MinutesView, section: SectionView, who: Attendance
) -> tuple[int | None, int | None]:
    """Return when somebody went before a § and came before the next, where that is known.

    A paper of some §§ tells the same of them as the whole minutes do.
    """
    rows: Sequence[str | None] = view.section_rows or [each.at_row for each in view.sections]
    if section.at_row not in rows:
        return None, None
    place = rows.index(section.at_row)
    left = [_left(view, _between(view, each, section.at_row), who) for each in rows[:place][-1:]]
    later = (each for each in rows[place + 1 :] if each != section.at_row)
    came = [_came(view, _between(view, section.at_row, each), who) for each in islice(later, 1)]
    return next(iter(left), None), next(iter(came), None)


def _because(reason: str) -> str:
    return f" Skäl: {_ended(reason)}" if reason.strip() else ""


def motion_words(proposal: SectionProposal, who: Attendance | None) -> str:
    """Say what somebody moved: ``Finn Dahl (S) yrkar avslag. Eva Lind instämmer.``."""
    name = person_name(who) if who is not None else proposal.name.strip()
    said = f"{name} yrkar {_MOVES[proposal.kind]}"
    text = proposal.text.strip()
    said += f": {text}" if text and proposal.kind is ProposalKind.AMEND else "."
    if text and proposal.kind is not ProposalKind.AMEND:
        said += f" {text}"
    if said[-1] not in ".!?":
        said += "."
    joined = proposal.seconded.strip().rstrip(".")
    return f"{said} {joined} instämmer." if joined else said


def ballot_lead(ballot: SectionBallot) -> str:
    """Say how a vote was held and what its answers mean."""
    said = ["Sluten omröstning." if ballot.secret else "Omröstning begärs och genomförs."]
    means = (("Ja-röst", ballot.yes_means), ("Nej-röst", ballot.no_means))
    said += [f"{name}: {_ended(text)}" for name, text in means if text.strip()]
    return " ".join(said)


def _ended(text: str) -> str:
    text = " ".join(text.split())
    return text if text[-1] in ".!?" else f"{text}."


def ballot_result(ballot: SectionBallot) -> str:
    """Say how a vote ended, in figures."""
    yes, no = (
        _votes(ballot.yes, "ja-röst", "ja-röster"),
        _votes(ballot.no, "nej-röst", "nej-röster"),
    )
    said = f"Omröstningen ger {yes} och {no}."
    if ballot.abstained:
        said += f" {ballot.abstained} avstår från att rösta."
    return f"{said} Ordförandens utslagsröst avgör." if ballot.casting else said


def _votes(count: int, one: str, many: str) -> str:
    return f"{count}\u00a0{one if count == 1 else many}"


def voices_by_answer(ballot: SectionBallot) -> tuple[tuple[str, str], ...]:
    """Return who gave which answer, for a vote by name: ``Ja (2)`` and the names."""
    names: dict[BallotAnswer, list[str]] = {answer: [] for answer in BallotAnswer}
    for each in ballot.voices:
        names[each.answer].append(each.name)
    shown = {BallotAnswer.YES: "Ja", BallotAnswer.NO: "Nej", BallotAnswer.ABSTAIN: "Avstår"}
    return tuple(
        (f"{shown[answer]} ({len(those)})", ", ".join(those))
        for answer, those in names.items()
        if those
    )


def meeting_times(view: MinutesView, separator: str) -> str:
    """Write when a meeting was: ``klockan 15.32–17.20``; as it was planned before it was held."""
    meeting = view.meeting
    start = meeting.opened_at if meeting.opened_at is not None else meeting.start
    end = meeting.ended_at if meeting.opened_at is not None else meeting.end
    if start is None:
        return ""
    begun = f"klockan\u00a0{clock(start, separator)}"
    return begun if end is None else f"{begun}–{clock(end, separator)}"


def pauses(times: Collection[tuple[int, int]], separator: str) -> str:
    """Write the pauses of a meeting: ``paus 16.20–16.30``; "" for none."""
    said = [f"{clock(start, separator)}–{clock(end, separator)}" for start, end in times]
    return f"paus {listed(said)}" if said else ""
