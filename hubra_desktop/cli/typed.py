"""What is typed to name a meeting or a year, understood."""

import re
from contextlib import suppress

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.model.swedish import clock, folded, long_date, parse_date
from hubra_desktop.model.whole_numbers import parse_year
from hubra_desktop.work import queries
from hubra_desktop.work.extract_papers import section_by_id
from hubra_desktop.work.queries.minutes import minutes_of
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


_SECTION = re.compile(
    r"(?:(?P<day>[^§]*?)[ ,]+)?(?:§|p(?:unkt)?\b)? *(?P<number>\d{1,5})(?:/(?P<year>\d{4}))?"
)


def section_typed(reader: queries.Reader, typed: str) -> str:
    """Return the id of a § typed as ``2018-03-07 § 14`` or ``14/2018``; raises InputError.

    Of notes, which have no §§, the number is that of the row in the kallelse.
    """
    found = _SECTION.fullmatch(typed.strip())
    if found is None or not (found["day"] or found["year"]):
        raise InputError("Skriv dagen och paragrafen, till exempel 2018-03-07 § 14, eller 14/2018.")
    number = int(found["number"])
    if found["year"]:
        meetings = [row.id for row in queries.meetings_of(reader, int(found["year"]))]
    else:
        meetings = [meeting_typed(reader, found["day"])]
    views = [view for each in meetings for view in minutes_of(reader, each).sections]
    numbered = (each for each in views if each.section.number == number)
    rows = (each for each in views if each.section.number is None
            and each.row_number == str(number) and found["day"])  # fmt: skip
    section = next(numbered, None) or next(rows, None)
    if section is None:
        raise InputError(f"Det finns ingen § {number} i {found['year'] or 'det protokollet'}.")
    return section.section.id


def notice_typed(reader: queries.Reader, section_id: str, typed: str) -> DecisionNotice:
    """Return who is told of a § by the name that was typed; raises InputError."""
    section = section_by_id(reader, section_id)
    told = [each for decision in section.decisions for each in decision.notices]
    found = [each for each in told if folded(each.name) == folded(typed)]
    if found:
        return found[-1]
    names = "".join(f"\n  {each.name}" for each in told if each.name.strip())
    if not names:
        raise InputError("Ingen mottagare av beslutet är angiven.")
    raise InputError(f"{typed} står inte bland dem som delges beslutet:{names}")
