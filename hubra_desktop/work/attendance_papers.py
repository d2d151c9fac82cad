"""The list of a meeting's attendance: read from the register, and set."""

from typing import TYPE_CHECKING

from hubra_desktop.model.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.narvarolista import AttendancePaper, RowPresence
    from hubra_desktop.model.records.meeting import HouseStyle, Meeting
    from hubra_desktop.work.papers import PaperForm
    from hubra_desktop.work.queries.attendance import AttendanceView


def collect_attendance(
    reader: "Connection", meeting_id: str, *, to_sign: bool | None = None
) -> "AttendancePaper":
    """Read who is on the list: to sign, or (None: once somebody is ticked) as it was held.

    Raises InputError where there is no list.
    """
    from hubra_desktop.documents.narvarolista import AttendancePaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
    from hubra_desktop.work.queries.attendance import attendance_of, open_rows
    from hubra_desktop.work.queries.register import body_names, house_style, today

    view = attendance_of(reader, meeting_id)
    if not view.rows:
        raise refusal("Sammanträdet har ingen närvarolista än. Gör den först.")
    meeting = view.meeting
    ticked = any(each.status is AttendanceStatus.PRESENT for each in view.rows)
    held = ticked if to_sign is None else not to_sign
    day = min(today(reader), meeting.date)
    body = body_names(reader).get(meeting.body_id, "")
    return AttendancePaper(
        sender=Sender(kind="Närvarolista", administration=body, date=day),
        day=meeting.date,
        when=_when(meeting, house_style(reader).time_separator, held=held),
        place=meeting.place,
        held=held,
        people=open_rows(view),
        order=view.order,
        numbers=view.numbers,
        rows=tuple(_rows(view)) if held else (),
    )


def _when(meeting: "Meeting", separator: str, *, held: bool) -> str:
    from hubra_desktop.model.swedish import capitalised, long_date, time_range

    start, end = meeting.start, meeting.end
    if held and meeting.opened_at is not None:
        start, end = meeting.opened_at, meeting.ended_at
    told = [capitalised(long_date(meeting.date))]
    if start is not None:
        told.append(f"kl.\u00a0{time_range(start, end, separator)}")
    return ", ".join(told)


def _rows(view: "AttendanceView") -> "Iterator[RowPresence]":
    from hubra_desktop.documents.narvarolista import RowPresence
    from hubra_desktop.model.attendance.presence import VOTING_ROLES, stays_of

    for item_id in view.order:
        if item_id in view.numbers:
            voters = view.voters(item_id)
            out = [
                each.name
                for each in view.rows
                if each.role in VOTING_ROLES and stays_of(each) and each not in voters
            ]
            yield RowPresence(view.numbers[item_id], len(voters), tuple(out))


def compose_attendance(
    paper: "AttendancePaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the list."""
    from hubra_desktop.documents.narvarolista import narvarolista_manuscript

    return narvarolista_manuscript(paper, style, text_size=form.text_size)


def attendance_title(paper: "AttendancePaper") -> str:
    """Return what the file of the list is called."""
    return f"Närvarolista {paper.day.isoformat()}"
