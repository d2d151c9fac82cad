"""A meeting shown in the terminal, as text for people or JSON for programs."""

from collections.abc import Sequence
from typing import Any

from hubra_desktop.cli.output import json_clock, json_values
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.footnotes import footnotes
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.swedish import capitalised, long_date, time_range
from hubra_desktop.model.text_entry import presenters_text
from hubra_desktop.model.timetable import Slot, timetable
from hubra_desktop.model.words import swedish_word


def meeting_text(meeting: Meeting, style: HouseStyle, found: Sequence[Finding]) -> str:
    """Return a meeting's agenda with its computed times, and what should be looked at."""
    table = timetable(meeting)
    numbers = printed_numbers(meeting.items, style.sub_numbers)
    separator = style.time_separator
    missing = "starttid saknas"
    when = missing if table.start is None else time_range(table.start, table.end, separator)
    lines = [
        meeting.body,
        f"{capitalised(long_date(meeting.date))}, {when}, {meeting.place or 'plats saknas'}",
        f"{table.total} min, varav information {table.information} av {table.net}",
        "",
    ]
    for item in meeting.items:
        lines += _row(item, numbers.get(item.id, ""), table.slots[item.id], separator)
    lines += ["", *(f"{note.mark} {note.text}" for note in footnotes(meeting, style))]
    told = [f"{swedish_word(each.level)}: {each.sentence}" for each in found]
    lines += ["", *told] if told else []
    return "\n".join(lines)


def _row(item: Item, number: str, slot: Slot, separator: str) -> list[str]:
    """Return a row's line, with those who present it, its room and its note on lines below."""
    when = "" if slot.start is None else time_range(slot.start, slot.end, separator)
    case_number = f"  [{item.case_number}]" if item.case_number else ""
    lines = [f"{when:<13}{number:>5}  {item.title}{case_number}".rstrip()]
    said = [presenters_text((each,)) for each in item.presenters]
    said += [line for text in (item.place, item.note) for line in text.splitlines()]
    return lines + [f"{'':20}{line}" for line in said]


def meeting_json(meeting: Meeting, style: HouseStyle, found: Sequence[Finding]) -> dict[str, Any]:
    """Return a meeting with what is computed from it; clock times as "15:30", else null."""
    table = timetable(meeting)
    numbers = printed_numbers(meeting.items, style.sub_numbers)
    return {
        **json_values(meeting, "id", "body", "date"),
        "start": json_clock(meeting.start),
        "end": json_clock(table.end),
        "planned_end": json_clock(meeting.end),
        **json_values(meeting, "place", "state"),
        "minutes": table.total,
        "net_minutes": table.net,
        "information_minutes": table.information,
        "items": [_item_json(item, numbers, table.slots[item.id]) for item in meeting.items],
        "footnotes": [json_values(each, "mark", "text") for each in footnotes(meeting, style)],
        "findings": [
            {**json_values(each, "id", "level", "sentence"), "item": each.item_id} for each in found
        ],
    }


def _item_json(item: Item, numbers: dict[str, str], slot: Slot) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": numbers.get(item.id) or None,
        **json_values(item, "kind", "title"),
        "start": json_clock(slot.start),
        "end": json_clock(slot.end),
        "minutes": item.duration,
        "case_number": item.case_number or None,
        "presenters": [json_values(each, "name", "title", "unit") for each in item.presenters],
        "note": item.note or None,
    }
