"""Who is told of the decisions of a meeting, and the extracts that were issued: text or JSON."""

from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.cli.typed import meeting_typed
from hubra_desktop.model.swedish import long_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.issued_papers import issued_extracts_of
from hubra_desktop.work.queries import Reader, meeting_sheet
from hubra_desktop.work.queries.after_meeting import NoticeRow, after_meeting
from hubra_desktop.work.queries.register import today


def show_extracts(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return who is told and what went out, the latest first."""
    meeting = meeting_sheet(reader, meeting_typed(reader, typed))
    notices = after_meeting(reader, meeting.id, today(reader)).notices
    issued = issued_extracts_of(reader, meeting.id)
    lines = [f"{meeting.body}, {long_date(meeting.date)}", ""]
    lines += [f"  {_told(each)}" for each in notices] or ["  Ingen mottagare är angiven."]
    lines += ["", "Utfärdade utdrag:"]
    lines += [
        f"  {each.day.isoformat()}  {each.title}, version {each.version}" for each in issued
    ] or ["  Inga än."]
    return "\n".join(lines), {
        **json_values(meeting, "id", "body", "date"),
        "notices": [_json(each) for each in notices],
        "issued": [json_values(each, "id", "title", "day", "version") for each in issued],
    }


def _told(row: NoticeRow) -> str:
    name = row.notice.name.strip() or "(utan namn)"
    sent = f" {row.notice.sent.isoformat()}" if row.notice.sent else ""
    sign = row.place.sign or row.place.section.heading
    return f"{sign}  {name}: {swedish_word(row.state)}{sent}"


def _json(row: NoticeRow) -> dict[str, Any]:
    return {
        "section": row.place.section.id,
        "sign": row.place.sign or None,
        "state": row.state.value,
        **json_values(
            row.notice, "id", "name", "way", "anonymous", "due", "sent", "acknowledged", "issued_id"
        ),
    }
