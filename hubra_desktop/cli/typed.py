"""What is typed to name a meeting or a year, understood."""

from contextlib import suppress

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import clock, long_date, parse_date
from hubra_desktop.model.whole_numbers import parse_year
from hubra_desktop.work import queries
from hubra_desktop.work.queries.register import today as register_day


def year_typed(typed: str) -> int:
    """Return the year that was typed; raises InputError."""
    year = parse_year(typed)
    if year is None:
        raise InputError("Skriv vilket år, till exempel 2018.")
    return year


def meeting_typed(reader: queries.Reader, typed: str) -> str:
    """Return the id of the meeting on the day that was typed, or with that id.

    Raises InputError.
    """
    with suppress(InputError):
        return queries.meeting_sheet(reader, typed).id
    day = parse_date(typed, near=register_day(reader))
    rows = queries.meetings_on(reader, day)
    if not rows:
        raise InputError(f"Det finns inget sammanträde {long_date(day)} i registret.")
    if len(rows) > 1:
        choices = "".join(f"\n  {row.id}  {_start_of(row)} {row.body}" for row in rows)
        raise InputError(
            f"Det finns flera sammanträden {long_date(day)}. "
            f"Skriv i stället för dagen vilket du menar:{choices}"
        )
    return rows[0].id


def _start_of(row: queries.MeetingRow) -> str:
    return "utan starttid" if row.start is None else clock(row.start)
