"""Minutes shown in the terminal: who was there, what each § decided, and what is missing."""

from collections.abc import Iterator
from typing import Any

from hubra_desktop.cli.output import json_clock, json_values
from hubra_desktop.cli.typed import meeting_typed
from hubra_desktop.model.minutes.kept_as import minutes_name
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding, minutes_findings
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView, printed_view
from hubra_desktop.model.minutes.minutes_words import (
    ballot_result,
    disqualified,
    groups,
    meeting_times,
    motion_words,
    sections_named,
    taking_part,
)
from hubra_desktop.model.records.minutes import Decision, Minutes, SectionBallot
from hubra_desktop.model.swedish import capitalised, long_date, short_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.register import house_style

_INDENT = "      "
_REOPENING = ("day", "reason", "agreed_by")
_APPROVAL = (
    "id", "kind", "planned", "done", "posted_on", "posted_until", "taken_down_on", "proof",
)  # fmt: skip


def show_minutes(reader: Reader, typed: str) -> tuple[str, Any]:
    """Return the minutes of a meeting, as text and for JSON; raises InputError."""
    view = minutes_of(reader, meeting_typed(reader, typed))
    found = minutes_findings(view)
    printed, separator = printed_view(view), house_style(reader).time_separator
    return "\n".join(_lines(printed, found, separator)), _json(printed, found)


def _lines(view: MinutesView, found: tuple[MinutesFinding, ...], separator: str) -> Iterator[str]:
    name, numbers = minutes_name(view.kind), view.numbers
    yield f"{name}, {view.meeting.body}{f', {numbers}' if numbers else ''}"
    when = [capitalised(long_date(view.meeting.date)), meeting_times(view, separator)]
    yield ", ".join(each for each in (*when, view.meeting.place.strip()) if each)
    there = groups(view)
    for label, names in (
        ("Beslutande", there.deciding), ("Närvarande ersättare", there.substitutes),
        ("Övriga deltagande", there.others), ("Frånvarande", there.away),
    ):  # fmt: skip
        if names:
            yield f"{label} ({len(names)}): {'; '.join(names)}"
    yield from _approvals(view)
    for section in view.sections:
        yield ""
        yield from _section(view, section, separator)
    if found:
        yield ""
        yield from (f"{swedish_word(each.level)}: {each.sentence}" for each in found)


def _known(view: MinutesView) -> Minutes:
    """Return the minutes, empty ones before they are begun."""
    return view.minutes or Minutes(meeting_id=view.meeting.id)


def _approvals(view: MinutesView) -> Iterator[str]:
    whole = "Godkänt" if view.kind is MinutesKind.NOTES else "Justerat"
    for each in _known(view).approvals:
        if each.done is not None:
            at_once = each.kind is ApprovalKind.IMMEDIATE
            mine = [one for one in view.sections if one.section.approval_id == each.id]
            done = f"Omedelbart justerat {sections_named(mine)}".rstrip() if at_once else whole
            posted = f", anslaget {short_date(each.posted_on)}" if each.posted_on else ""
            yield f"{done}: {short_date(each.done)}{posted}"
    for opened in _known(view).reopenings:
        yield f"Öppnat på nytt: {short_date(opened.day)}, {' '.join(opened.reason.split())}"


def _section(view: MinutesView, section: SectionView, separator: str) -> Iterator[str]:
    row = section.section
    number = section.sign or (f"{section.row_number}." if section.row_number else "–")
    case = f"  [{row.case_number}]" if row.case_number else ""
    yield f"{number:<5} {row.heading}{case}"
    said = [*disqualified(view, section, separator)]
    said += [
        motion_words(each, view.attendance(each.attendance_id))
        for each in row.proposals
        if not each.withdrawn
    ]
    said += [ballot_result(each) for each in row.ballots]
    for each in row.decisions:
        text = " ".join(each.adopted.split()) or "–"
        said.append(f"{capitalised(swedish_word(each.outcome))}: {text}")
    said += [f"{capitalised(swedish_word(each.kind))}: {each.name}" for each in row.dissents]
    if row.decisions:
        said.append(taking_part(view, section))
    yield from (f"{_INDENT}{each}" for each in said if each)


def _json(view: MinutesView, found: tuple[MinutesFinding, ...]) -> dict[str, Any]:
    there = groups(view)
    return {
        "meeting": view.meeting.id,
        "body": view.meeting.body,
        "date": view.meeting.date.isoformat(),
        "kind": view.kind.value,
        "begun": view.minutes is not None,
        "opened": json_clock(view.meeting.opened_at),
        "ended": json_clock(view.meeting.ended_at),
        "chair": view.chair,
        "secretary": view.secretary,
        "deciding": list(there.deciding),
        "substitutes": list(there.substitutes),
        "others": list(there.others),
        "away": list(there.away),
        "approvers": [each.name for each in _known(view).approvers],
        "approvals": [json_values(each, *_APPROVAL) for each in _known(view).approvals],
        "reopenings": [json_values(each, *_REOPENING) for each in _known(view).reopenings],
        "sections": [_section_json(each) for each in view.sections],
        "findings": [
            json_values(each, "id", "level", "sentence", "kind", "row_id", "field")
            for each in found
        ],
    }


def _section_json(view: SectionView) -> dict[str, Any]:
    row = view.section
    return {
        **json_values(row, "id", "number", "heading"),
        "item": view.row_number or None,
        "case_number": row.case_number or None,
        "started": json_clock(view.started),
        "ended": json_clock(view.ended),
        **json_values(row, "background", "debate", "procedure", "appeal", "approval_id"),
        "proposals": [
            json_values(each, "kind", "name", "seconded", "text")
            for each in row.proposals
            if not each.withdrawn
        ],
        "ballots": [_ballot_json(each) for each in row.ballots],
        "decisions": [_decision_json(each) for each in row.decisions],
        "dissents": [json_values(each, "kind", "name", "text") for each in row.dissents],
        "disqualified": [json_values(each, "name", "reason") for each in row.disqualifications],
        "voters": [each.name for each in view.voters],
    }


def _ballot_json(ballot: SectionBallot) -> dict[str, Any]:
    names = ("yes_means", "no_means", "yes", "no", "abstained", "casting", "secret")
    voices = [json_values(each, "name", "answer") for each in ballot.voices]
    return {**json_values(ballot, *names), "voices": voices}


def _decision_json(decision: Decision) -> dict[str, Any]:
    names = ("id", "proposed", "adopted", "outcome", "deviation_confirmed", "executor", "due")
    return {
        **json_values(decision, *names),
        "notices": [each.name for each in decision.notices],
    }
