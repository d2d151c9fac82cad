"""Who is to stand on a meeting's list of attendance: the mandates of its day, and presenters."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_terms import AttendanceReply, AttendanceRole
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import PresenterAnswer, Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.queries.register import body_names

_LISTED = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.CO_OPTED, Role.SECRETARY)
"""The roles that stand on the list, the weightiest first: one person stands there once."""
_ANSWERS = {
    PresenterAnswer.YES: AttendanceReply.COMES,
    PresenterAnswer.NO: AttendanceReply.PREVENTED,
}


def wanted_list(
    reader: Connection, meeting: Meeting, mandates: Sequence[Mandate]
) -> tuple[Attendance, ...]:
    """Return who is to stand on a meeting's list, as they are on its day; no ids are given."""
    people = {each.id: each for each in records(reader, Person, _wanted(meeting, mandates))}
    listed: dict[str, Attendance] = {}
    for each in (
        *_serving(meeting, mandates, people, body_names(reader)),
        *_officers(meeting, people),
    ):
        listed.setdefault(each.person_id or "", each)
    names = {folded(each.name) for each in listed.values()}
    for each in _presenting(meeting, people):
        # A presenter who is only a name is the member of that name.
        if each.person_id is not None or folded(each.name) not in names:
            listed.setdefault(each.person_id or folded(each.name), each)
    return tuple(listed.values())


def _wanted(meeting: Meeting, mandates: Iterable[Mandate]) -> ColumnElement[bool]:
    ids = {each.person_id for each in mandates} | {meeting.chair_id, meeting.secretary_id}
    ids |= {each.person_id for item in meeting.items for each in item.presenters}
    return PERSON.c.id.in_(ids - {None})


def _serving(
    meeting: Meeting,
    mandates: Sequence[Mandate],
    people: dict[str, Person],
    bodies: dict[str, str],
) -> Iterator[Attendance]:
    in_turn = (each for role in _LISTED for each in mandates if each.role is role)
    for each in in_turn:
        person = people[each.person_id]
        yield Attendance(
            meeting_id=meeting.id,
            person_id=person.id,
            mandate_id=each.id,
            name=person.name,
            title=person.title,
            unit=person.unit or bodies.get(each.represents_id or "", ""),
            party=each.party,
            group=each.group,
            role=AttendanceRole(each.role.value),
        )


def _officers(meeting: Meeting, people: dict[str, Person]) -> Iterator[Attendance]:
    """Yield chair and secretary, who may have no mandate in the register."""
    officers = (
        (meeting.chair_id, AttendanceRole.CHAIR),
        (meeting.secretary_id, AttendanceRole.SECRETARY),
    )
    for person_id, role in officers:
        if person_id is not None and person_id in people:
            yield _of_person(meeting, people[person_id], role)


def _of_person(meeting: Meeting, person: Person, role: AttendanceRole) -> Attendance:
    return Attendance(
        meeting_id=meeting.id,
        person_id=person.id,
        name=person.name,
        title=person.title,
        unit=person.unit,
        role=role,
    )


def _presenting(meeting: Meeting, people: dict[str, Person]) -> Iterator[Attendance]:
    """Yield those who present a row; an organisation alone stands by its name."""
    for item in meeting.items:
        for each in () if item.withdrawn else item.presenters:
            yield Attendance(
                meeting_id=meeting.id,
                person_id=each.person_id if each.person_id in people else None,
                name=each.name or each.unit,
                title=each.title,
                unit=each.unit if each.name else "",
                role=AttendanceRole.PRESENTER,
                reply=_ANSWERS.get(each.answer, AttendanceReply.NONE),
            )
