"""What was sent about a meeting, who would be sent it, and the diary: as text or JSON."""

from collections.abc import Iterator
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.cli.typed import meeting_typed, year_typed
from hubra_desktop.model.dispatch.diary import DiaryEntry
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.swedish import capitalised, clock, long_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.calling.recipients import ProposedRecipient, proposed_recipients
from hubra_desktop.work.queries import Reader, meeting_sheet
from hubra_desktop.work.queries.diary import diary
from hubra_desktop.work.queries.dispatches import dispatches_of


def show_dispatch(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return what was sent about a meeting; where nothing was, who the kallelse would go to."""
    meeting_id = meeting_typed(reader, typed)
    meeting = meeting_sheet(reader, meeting_id)
    sent = dispatches_of(reader, meeting_id)
    proposed = proposed_recipients(reader, meeting_id)
    lines = [f"{meeting.body}, {long_date(meeting.date)}", ""]
    for each in sent:
        lines += _sent_lines(each)
    if not sent:
        lines += ["Inget är skickat än. Kallelsen föreslås gå till:"]
        lines += [line for each in proposed for line in _proposed_lines(each)]
    shown = {
        **json_values(meeting, "id", "body", "date"),
        "dispatches": [_sent_json(each) for each in sent],
        "proposed": [_proposed_json(each) for each in proposed],
    }
    return "\n".join(lines).rstrip(), shown


def show_diary(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return what belongs in the diary of a year; of all years ("") what is not entered."""
    year = year_typed(typed) if typed else None
    found = diary(reader, year, waiting=year is None)
    lines = [_diary_line(each) for each in found]
    if not lines:
        lines = ["Inget väntar på att diarieföras." if year is None else f"Inget för {year}."]
    return "\n".join(lines), {"entries": [_diary_json(each) for each in found]}


def _sent_lines(dispatch: Dispatch) -> Iterator[str]:
    time = "" if dispatch.time is None else f" {clock(dispatch.time, '.')}"
    what = capitalised(swedish_word(dispatch.kind))
    yield f"{dispatch.day.isoformat()}{time}  {what}, version {dispatch.version}"
    for each in dispatch.recipients:
        yield f"  {_recipient(each)}{_state(each)}"
    if dispatch.note:
        yield f"  Anteckning: {dispatch.note}"
    yield ""


def _recipient(recipient: DispatchRecipient) -> str:
    told = (
        recipient.name,
        recipient.role,
        swedish_word(recipient.way),
        " ".join(recipient.address.split()),
        f"{recipient.copies} ex" if recipient.copies > 1 else "",
        recipient.slot,
    )
    return ", ".join(each for each in told if each)


def _state(recipient: DispatchRecipient) -> str:
    if recipient.returned:
        return f" – i retur {recipient.returned.isoformat()}"
    return f" – skickat {recipient.sent.isoformat()}" if recipient.sent else " – inte skickat"


def _proposed_lines(proposed: ProposedRecipient) -> Iterator[str]:
    mark = "x" if proposed.ticked else " "
    yield f"[{mark}] {_recipient(proposed.recipient)}"
    yield f"    {'; '.join(proposed.reasons)}"
    if proposed.missing:
        yield f"    {proposed.missing}"


def _diary_line(entry: DiaryEntry) -> str:
    state = f"diarieförd {entry.number}".strip() if entry.tick else "väntar"
    number = f" [{entry.case_number}]" if entry.case_number else ""
    direction = swedish_word(entry.direction)
    who = entry.who or "–"
    return f"{entry.day.isoformat()}  {direction:<10}  {entry.what}{number}  ({who})  {state}"


def _sent_json(dispatch: Dispatch) -> dict[str, Any]:
    return {
        **json_values(dispatch, "id", "kind", "version", "day", "subject", "sequence", "note"),
        "time": None if dispatch.time is None else clock(dispatch.time, ":"),
        "recipients": [_recipient_json(each) for each in dispatch.recipients],
    }


def _recipient_json(recipient: DispatchRecipient) -> dict[str, Any]:
    return json_values(
        recipient, "name", "role", "way", "address", "copies", "slot", "sent", "returned"
    )


def _proposed_json(proposed: ProposedRecipient) -> dict[str, Any]:
    recipient = json_values(proposed.recipient, "name", "role", "way", "address", "copies", "slot")
    return {
        **recipient,
        "ticked": proposed.ticked,
        "reasons": list(proposed.reasons),
        "missing": proposed.missing or None,
        "items": [each.number for each in proposed.slots],
    }


def _diary_json(entry: DiaryEntry) -> dict[str, Any]:
    told = json_values(
        entry, "source", "day", "direction", "who", "what", "case_number", "secret", "meeting_day"
    )
    tick = entry.tick
    return {
        **told,
        "registered_on": tick.registered_on.isoformat() if tick and tick.registered_on else None,
        "number": (tick.number or None) if tick else None,
    }
