"""Who was at a meeting, or how often each has come in a year: as text or JSON."""

from collections.abc import Iterator
from typing import Any

from hubra_desktop.cli.output import json_clock, json_values
from hubra_desktop.cli.typed import meeting_typed
from hubra_desktop.model.attendance.attendance_statistics import AttendanceTally, AttendanceYear
from hubra_desktop.model.attendance.presence_words import PresenceNames, presence_text
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import swedish
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.swedish import long_date, short_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader, register_info
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of, open_rows
from hubra_desktop.work.queries.attendance_year import year_of_attendance
from hubra_desktop.work.queries.register import body_names, house_style

_YEAR_DIGITS = 4


def show_attendance(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return who was at a meeting; of a year how often each has come."""
    if len(typed) == _YEAR_DIGITS and typed.isdecimal():
        return _year_shown(reader, int(typed))
    view = attendance_of(reader, meeting_typed(reader, typed))
    body = body_names(reader).get(view.meeting.body_id, "")
    rows = open_rows(view)
    of = PresenceNames(
        order=view.order, numbers=view.numbers, names=_names(view), tell=swedish,
        separator=house_style(reader).time_separator,
    )  # fmt: skip
    lines = [f"{body}, {long_date(view.meeting.date)}", ""]
    lines += [_line(each, of) for each in rows] or ["Ingen närvarolista än."]
    if rows:
        lines += ["", _counted(view)]
    shown = {
        **json_values(view.meeting, "id", "date"),
        "body": body,
        "people": [_person(each, view, of) for each in rows],
        "items": [
            {
                "number": view.numbers[item_id],
                "voting": [each.name for each in view.voters(item_id)],
            }
            for item_id in view.order
            if item_id in view.numbers
        ],
    }
    return "\n".join(lines), shown


def _counted(view: AttendanceView) -> str:
    """Say how many have a vote on the row that goes on, or was the last one."""
    item_id = view.now_item_id
    counted = view.quorum(item_id)
    number = view.numbers.get(item_id or "", "")
    told = f"{counted.voting} av {counted.seats} har rösträtt"
    told += f" vid ärende {number}" if number else ""
    return told + ("." if counted.needed is None else f", {counted.needed} behövs.")


def _names(view: AttendanceView) -> dict[str, str]:
    return {each.id: each.name or each.unit for each in view.rows}


def _line(each: Attendance, of: PresenceNames) -> str:
    role = swedish_word(each.role) + (f" ({each.party})" if each.party else "")
    told = [swedish_word(each.status), presence_text(each, of)]
    return f"{each.name or each.unit}, {role}: {', '.join(filter(None, told))}"


def _person(each: Attendance, view: AttendanceView, of: PresenceNames) -> dict[str, Any]:
    return {
        **json_values(each, "name", "title", "unit", "party", "group", "role", "reply", "status"),
        "called_for": view.name_of(each.called_for_id),
        "presence": presence_text(each, of),
        "stays": [_stay(stay, view) for stay in each.stays],
    }


def _stay(stay: AttendanceStay, view: AttendanceView) -> dict[str, Any]:
    return {
        "came": json_clock(stay.came),
        "left": json_clock(stay.left),
        "remote": stay.remote,
        "came_item": view.numbers.get(stay.came_item_id or "", ""),
        "left_item": view.numbers.get(stay.left_item_id or "", ""),
        "serves_for": view.name_of(stay.serves_for_id),
    }


def _year_shown(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    own = register_info(reader).own_body_id
    if own is None:
        raise refusal("Registret har inget eget organ än.")
    found = year_of_attendance(reader, own, year)
    return "\n".join(_year_lines(found)), {
        "year": year,
        "days": [each.isoformat() for each in found.days],
        "people": [_tally(each) for each in found.people],
        "groups": [_tally(each) for each in found.groups],
    }


def _year_lines(found: AttendanceYear) -> Iterator[str]:
    if not found.days:
        yield f"Inget sammanträde {found.year} har någon avprickad närvaro."
        return
    days = ", ".join(short_date(each) for each in found.days)
    yield f"Sammanträden {found.year}: {days}"
    yield ""
    for each in (*found.people, *found.groups):
        told = f"{each.name}: {each.present} av {each.meetings}"
        more = [f"tjänstgjorde vid {each.served}"] if each.served else []
        more += [f"anmäld frånvaro {each.excused}"] if each.excused else []
        more += [f"frånvarande {each.absent}"] if each.absent else []
        yield ", ".join([told, *more])


def _tally(each: AttendanceTally) -> dict[str, Any]:
    return {
        **json_values(
            each, "name", "role", "party", "group", "meetings", "present", "partly", "excused",
            "absent", "served", "remote",
        ),
        "missed": [day.isoformat() for day in each.days],
    }  # fmt: skip
