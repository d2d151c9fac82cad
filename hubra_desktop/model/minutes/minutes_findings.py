"""What minutes lack or contradict, each with the row and the field where it is mended.

A stop holds up the approval. What the law of nämnder asks for stops only where the body's
rules say that it holds; elsewhere it is a warning. Pure: a view in, findings out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import quorum
from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.approving import CHAIR_ROLE, wanted_adjusters
from hubra_desktop.model.minutes.kept_as import say_of
from hubra_desktop.model.minutes.minutes_terms import (
    PUT_OFF,
    DecisionOutcome,
    DissentKind,
    MinutesKind,
)
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.printed_texts import (
    PrintedText,
    texts_of_first_page,
    texts_of_section,
)
from hubra_desktop.model.minutes.sections import deviates, minuted_rows, same_words, voices_outside
from hubra_desktop.model.personal_numbers import holds_personal_number
from hubra_desktop.model.records.minutes import Decision, SectionBallot
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.terms import APPROVED_STATES, ItemKind
from hubra_desktop.model.wording import joined, quoted, shortened

_OF_THE_MEETING: Final = frozenset(
    {
        AttendanceRole.CHAIR,
        AttendanceRole.VICE_CHAIR,
        AttendanceRole.MEMBER,
        AttendanceRole.SECRETARY,
    }
)
"""Those of whom minutes always say whether they were there."""
_SHORT: Final = 40
"""Letters of a heading that tell which § it is."""


@dataclass(frozen=True, kw_only=True)
class MinutesFinding:
    """Something that minutes lack: ``id`` never changes, ``sentence`` is for the reader.

    ``kind``, ``row_id`` and ``field`` tell where it is mended: a record of that kind, and
    the field of it or the list in it.
    """

    id: str
    level: Level
    sentence: str
    kind: str
    row_id: str
    field: str


def minutes_findings(view: MinutesView) -> tuple[MinutesFinding, ...]:
    """Return all that is found in the minutes of a meeting, what stops them first.

    Approved minutes are told no tips: nothing can be written in them any more.
    """
    if view.minutes is None:
        sentence = say_of(view.kind, "Protokollet är inte påbörjat.")
        return (_found("not_begun", Level.STOP, sentence, "meeting", view.meeting.id, "minutes"),)
    sentence = say_of(
        view.kind, "Första sidan ser ut att ha ett personnummer. Protokollet blir offentligt."
    )
    found = [*_meeting(view), *_approvers(view), *_rows(view)]
    found += _numbers_in(texts_of_first_page(view), sentence)
    for section in view.sections:
        found += [*_numbered(view, section), *_put(view, section), *_quorate(view, section)]
        found += _private(view, section)
        for check in _OF_SECTIONS:
            found += check(section)
    if view.meeting.state in APPROVED_STATES:
        found = [each for each in found if each.level is not Level.TIP]
    return tuple(sorted(found, key=lambda each: LEVELS.index(each.level)))


def holds_up(findings: tuple[MinutesFinding, ...]) -> tuple[MinutesFinding, ...]:
    """Return what must be mended before the minutes are approved."""
    return tuple(each for each in findings if each.level is Level.STOP)


def section_called(view: SectionView) -> str:
    """Name a § in running text: ``§ 14``, before it has a number its heading in quotes."""
    heading = quoted(shortened(view.section.heading, _SHORT))
    return view.sign or heading


def _found(
    name: str, level: Level, sentence: str, kind: str, row_id: str, field: str
) -> MinutesFinding:
    return MinutesFinding(
        id=name, level=level, sentence=sentence, kind=kind, row_id=row_id, field=field
    )


def _in_section(
    name: str, level: Level, sentence: str, view: SectionView, field: str
) -> MinutesFinding:
    return _found(name, level, sentence, "section", view.section.id, field)


def _meeting(view: MinutesView) -> Iterator[MinutesFinding]:
    meeting = view.meeting
    if not any(each.status is AttendanceStatus.PRESENT for each in view.attendances):
        yield _found(
            "nobody_present", Level.STOP,
            say("Ingen är antecknad som närvarande. Pricka av dem som var med."),
            "meeting", meeting.id, "attendance",
        )  # fmt: skip
    else:
        yield from _not_ticked(view)
    for field, at, sentence in (
        ("opened_at", meeting.opened_at, say("Det står inte när sammanträdet började.")),
        ("ended_at", meeting.ended_at, say("Det står inte när sammanträdet slutade.")),
        ("chair_id", view.chair, say("Sammanträdet har ingen ordförande.")),
        ("secretary_id", view.secretary, say("Sammanträdet har ingen sekreterare.")),
    ):
        if at is None or at == "":
            yield _found(f"no_{field}", Level.WARNING, sentence, "meeting", meeting.id, field)
    for name in view.protected:
        sentence = say_of(
            view.kind,
            "{person} har skyddade uppgifter, och protokollet med namnet blir offentligt.",
            person=name,
        )
        yield _found("protected", Level.WARNING, sentence, "meeting", meeting.id, "attendance")
    if view.earlier_unnumbered is not None and _lacks_numbers(view):
        yield _found(
            "earlier_unnumbered", Level.WARNING,
            say(
                "Paragraferna från {day} har inga nummer än. Numrera dem först, så följer "
                "numren sammanträdena.",
                day=short_date(view.earlier_unnumbered),
            ),
            "meeting", meeting.id, "number",
        )  # fmt: skip


def _not_ticked(view: MinutesView) -> Iterator[MinutesFinding]:
    """Yield who of those that belong to a meeting is neither there nor absent."""
    names = [
        each.name
        for each in view.attendances
        if each.status is AttendanceStatus.OPEN and each.role in _OF_THE_MEETING
    ]
    if names:
        told = say("Den som inte är avprickad nämns inte på första sidan: {names}.",
                   names=joined(names))  # fmt: skip
        yield _found("not_ticked", Level.WARNING, told, "meeting", view.meeting.id, "attendance")


def _lacks_numbers(view: MinutesView) -> bool:
    numbered = view.kind is MinutesKind.PROTOCOL
    return numbered and any(each.section.number is None for each in view.sections)


def _approvers(view: MinutesView) -> Iterator[MinutesFinding]:
    assert view.minutes is not None
    minutes, named = view.minutes, view.minutes.approvers
    if not named:
        sentence = say_of(view.kind, "Ingen är utsedd att justera. Välj bland dem som var med.")
        yield _found("no_approver", Level.STOP, sentence, "minutes", minutes.id, "approvers")
    wanted = wanted_adjusters(minutes, view.rules)
    others = sum(each.role != CHAIR_ROLE for each in named)
    if named and wanted and others < wanted:
        sentence = say(
            "Reglerna säger {wanted} justerare. Utsedda: {named}.", wanted=wanted, named=others
        )
        yield _found("few_approvers", Level.WARNING, sentence, "minutes", minutes.id, "approvers")
    for each in named:
        there = view.attendance(each.attendance_id)
        if there is None or there.status is not AttendanceStatus.PRESENT:
            sentence = say_of(
                view.kind, "{name} ska justera men var inte med. Välj någon annan.", name=each.name
            )
            yield _found(
                "approver_away", Level.STOP, sentence, "approver", each.id, "attendance_id"
            )


def _rows(view: MinutesView) -> Iterator[MinutesFinding]:
    """Yield the rows of the agenda that no § tells of."""
    numbers = view.row_numbers
    told = {each.section.item_id for each in view.sections}
    for item in minuted_rows(view.meeting, numbers):
        if item.id not in told:
            sentence = say(
                "Ärende {number} har ingen paragraf. Lägg till den.", number=numbers[item.id]
            )
            yield _found("no_section", Level.STOP, sentence, "agenda_item", item.id, "section")


def _numbered(view: MinutesView, section: SectionView) -> Iterator[MinutesFinding]:
    if view.kind is MinutesKind.PROTOCOL and section.section.number is None:
        sentence = say("{section} har inget nummer.", section=section_called(section))
        yield _in_section("no_number", Level.STOP, sentence, section, "number")


def _headed(section: SectionView) -> Iterator[MinutesFinding]:
    if not section.section.heading.strip():
        sentence = say("{section} har ingen rubrik.", section=_named_without_heading(section))
        yield _in_section("no_heading", Level.STOP, sentence, section, "heading")


def _named_without_heading(section: SectionView) -> str:
    if section.sign:
        return section.sign
    number = section.row_number
    return say("Ärende {number}", number=number) if number else say("En paragraf")


def _decided(section: SectionView) -> Iterator[MinutesFinding]:
    """Yield what a decision lacks: that it was taken, in which words, and that they differ."""
    name, kind = section_called(section), section.item.kind if section.item else None
    if kind is ItemKind.DECISION and not section.section.decisions:
        sentence = say("{section} är ett beslutsärende men har inget beslut.", section=name)
        yield _in_section("no_decision", Level.STOP, sentence, section, "decisions")
    for decision in section.section.decisions:
        found = _undecided(decision, name)
        if found is not None:
            finding, field, sentence = found
            yield _found(finding, Level.STOP, sentence, "decision", decision.id, field)
        elif decision.outcome is DecisionOutcome.CHANGED and same_words(
            decision.proposed, decision.adopted
        ):
            sentence = say("{section}: beslutet är ändrat men lyder som förslaget.", section=name)
            yield _found(
                "changed_alike", Level.WARNING, sentence, "decision", decision.id, "adopted"
            )
        if decision.executor.strip() and decision.due is None:
            sentence = say(
                "{section}: {executor} ska utföra beslutet, men det står inte till när.",
                section=name, executor=decision.executor.strip(),
            )  # fmt: skip
            yield _found("no_due", Level.TIP, sentence, "decision", decision.id, "due")


def _undecided(decision: Decision, name: str) -> tuple[str, str, str] | None:
    """Return why a decision cannot be approved: what it lacks, in which field, in words."""
    if decision.outcome is DecisionOutcome.OPEN:
        return "open_decision", "outcome", say("{section} saknar beslut.", section=name)
    if not decision.adopted.strip():
        sentence = say("{section}: det står inte vad som beslutades.", section=name)
        return "no_adopted", "adopted", sentence
    if not deviates(decision) or decision.deviation_confirmed:
        return None
    if decision.outcome is DecisionOutcome.AS_PROPOSED:
        sentence = say(
            "{section}: beslutet är bifall, men texten är en annan än förslaget. "
            "Bekräfta att det stämmer.",
            section=name,
        )
    else:
        sentence = say(
            "{section}: beslutet avviker från förslaget. Bekräfta att det stämmer.", section=name
        )
    return "deviation", "deviation_confirmed", sentence


def _stands(section: SectionView) -> Iterator[MinutesFinding]:
    """Yield a § of a row that has been withdrawn since."""
    if section.item is not None and section.item.withdrawn:
        sentence = say(
            "{section}: ärendet utgår ur listan men har en paragraf.",
            section=section_called(section),
        )
        yield _in_section("withdrawn", Level.WARNING, sentence, section, "item_id")


def _waits(section: SectionView) -> Iterator[MinutesFinding]:
    """Yield what was put off at a § that no row of the agenda has: nothing waits of itself."""
    for each in section.section.decisions if section.item is None else ():
        if each.outcome in PUT_OFF:
            sentence = say(
                "{section} hör inte till något ärende på listan, så det som sköts upp väntar inte "
                "av sig självt. Lägg till det i delen Väntar på sidan Ärenden.",
                section=section_called(section),
            )
            yield _found("waits_not", Level.TIP, sentence, "decision", each.id, "outcome")


def _told(section: SectionView) -> Iterator[MinutesFinding]:
    row = section.section
    if not (row.background.strip() or row.debate.strip() or row.decisions):
        sentence = say("{section} har ingen text.", section=section_called(section))
        yield _in_section("no_text", Level.WARNING, sentence, section, "background")


def _put(view: MinutesView, section: SectionView) -> Iterator[MinutesFinding]:
    """Yield that nothing tells in which order proposals were put (KL 5 kap. 67 §)."""
    row = section.section
    standing = [each for each in row.proposals if not each.withdrawn]
    if row.procedure.strip() or (len(standing) < 2 and not row.ballots):
        return
    level = Level.STOP if view.rules.local_government_act else Level.WARNING
    sentence = say(
        "{section} har yrkanden eller omröstning men ingen beslutsgång.",
        section=section_called(section),
    )
    yield _in_section("no_procedure", level, sentence, section, "procedure")


def _quorate(view: MinutesView, section: SectionView) -> Iterator[MinutesFinding]:
    """Yield decisions that fewer took part in than the body's rules want."""
    count = quorum(view.attendances, view.rules, len(section.voters))
    if section.section.decisions and section.voters and not count.enough:
        sentence = say(
            "{section}: {voting} deltog i beslutet, men reglerna kräver {needed}.",
            section=section_called(section), voting=count.voting, needed=count.needed,
        )  # fmt: skip
        yield _found("no_quorum", Level.WARNING, sentence, "meeting", view.meeting.id, "attendance")


def _voted(section: SectionView) -> Iterator[MinutesFinding]:
    for voice in voices_outside(section.section, {each.id for each in section.voters}):
        sentence = say(
            "{section}: {name} röstar men deltog inte i beslutet. Ändra närvaron eller rösten.",
            section=section_called(section), name=voice.name,
        )  # fmt: skip
        yield _found(
            "voted_outside", Level.STOP, sentence, "ballot_voice", voice.id, "attendance_id"
        )
    for ballot in section.section.ballots:
        sentence = _ballot(section, ballot)
        if sentence:
            yield _found("ballot", Level.WARNING, sentence, "section_ballot", ballot.id, "yes")


def _ballot(section: SectionView, ballot: SectionBallot) -> str:
    """Say what does not agree in a vote, "" where all does."""
    name, counted = section_called(section), ballot.yes + ballot.no + ballot.abstained
    if section.voters and counted != len(section.voters):
        return say(
            "{section}: {counted} röster är räknade, men {inside} deltog i beslutet.",
            section=name, counted=counted, inside=len(section.voters),
        )  # fmt: skip
    if ballot.yes == ballot.no and not ballot.casting:
        return say("{section}: det blev lika röster. Vems röst avgjorde?", section=name)
    return ""


def _dissented(section: SectionView) -> Iterator[MinutesFinding]:
    """Yield reservations of those who took no part in the decision (KL 4 kap. 27 §)."""
    voters = {each.id for each in section.voters}
    for each in section.section.dissents:
        if each.kind is DissentKind.RESERVATION and voters and each.attendance_id not in voters:
            sentence = say(
                "{section}: {name} reserverar sig men deltog inte i beslutet.",
                section=section_called(section), name=each.name,
            )  # fmt: skip
            yield _found(
                "reserved_outside", Level.WARNING, sentence, "section_dissent", each.id,
                "attendance_id",
            )  # fmt: skip


def _disqualified(section: SectionView) -> Iterator[MinutesFinding]:
    for each in section.section.disqualifications:
        if not each.reason.strip():
            sentence = say(
                "{section}: det står inte varför {name} är jävig.",
                section=section_called(section), name=each.name,
            )  # fmt: skip
            yield _found("no_reason", Level.TIP, sentence, "disqualification", each.id, "reason")


def _private(view: MinutesView, section: SectionView) -> Iterator[MinutesFinding]:
    """Yield texts that look as if they held a personnummer, and would be public."""
    sentence = say_of(
        view.kind,
        "{section} ser ut att ha ett personnummer i texten. Protokollet blir offentligt.",
        section=section_called(section),
    )
    yield from _numbers_in(texts_of_section(section), sentence)


def _numbers_in(texts: Iterable[PrintedText], sentence: str) -> Iterator[MinutesFinding]:
    found = (each for each in texts if holds_personal_number(each.text))
    for kind, row_id, field in dict.fromkeys(each[:3] for each in found):
        yield _found("personal_number", Level.WARNING, sentence, kind, row_id, field)


_OF_SECTIONS: Final[tuple[Callable[[SectionView], Iterator[MinutesFinding]], ...]] = (
    _headed, _stands, _decided, _waits, _told, _voted, _dissented, _disqualified,
)  # fmt: skip
