"""What a file would bring, told before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.bundle import Bundle
from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.swedish import long_date
from hubra_desktop.model.tables import Base, Body, Mandate, Matter, Meeting, Person
from hubra_desktop.work.commands.imports import recognised
from hubra_desktop.work.sheets import meeting_sheet_of

_NAMES = {
    "bodies": (Body, "organ", "organ"),
    "persons": (Person, "person", "personer"),
    "mandates": (Mandate, "uppdrag", "uppdrag"),
    "matters": (Matter, "ärende", "ärenden"),
    "meetings": (Meeting, "sammanträde", "sammanträden"),
}


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, as Swedish lines; ``meetings`` are the meetings' ids."""

    lines: tuple[str, ...]
    meetings: tuple[str, ...]


def import_plan(session: Session, bundle: Bundle) -> ImportPlan:
    """Tell what taking the bundle in would add and replace."""
    bundle = recognised(session, bundle)
    lines = [line for name in _NAMES if (line := _count(session, bundle, name))]
    lines += [_told(session, meeting) for meeting in bundle.meetings[:20]]
    if len(bundle.meetings) > 20:
        lines.append(f"… och {len(bundle.meetings) - 20} sammanträden till")
    if bundle.register is not None:
        lines.append(f"Registrets namn och utseende ersätts: {bundle.register.name}")
    return ImportPlan(tuple(lines), tuple(meeting.id for meeting in bundle.meetings))


def _count(session: Session, bundle: Bundle, name: str) -> str:
    parts = getattr(bundle, name)
    table, one, many = _NAMES[name]
    if not parts:
        return ""
    known = _known(session, table, (part.id for part in parts))
    words = one if len(parts) == 1 else many
    return f"{len(parts)} {words}, varav {len(parts) - len(known)} nya"


def _known(session: Session, table: type[Base], ids: Iterable[str]) -> set[str]:
    here = set(session.scalars(select(table.id)))
    return {each for each in ids if each in here}


def _told(session: Session, meeting: MeetingSheet) -> str:
    """Return one line about a meeting and what becomes of it."""
    row = session.get(Meeting, meeting.id)
    if row is None:
        fate = "nytt"
    elif meeting_sheet_of(row, meeting.body) == meeting:
        fate = "finns redan, oförändrat"
    else:
        fate = "ersätter det som finns"
    count = len(meeting.items)
    rows = "1 rad" if count == 1 else f"{count} rader"
    return f"{meeting.body}, {long_date(meeting.date)}, {rows} ({fate})"
