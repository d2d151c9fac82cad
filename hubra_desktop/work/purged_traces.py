"""What else than their own data a register holds of a person that goes with it by law.

Lists of recipients, who raised an idea, who owes a paper, why somebody could not come: tools
of the one who writes, and nobody's record. An address that something was sent to goes too;
that it was sent, and to whom, is the council's own record and stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import or_, select

from hubra_desktop.model.kept_files import without_name
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import BacklogItem, Person
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient, MailingList
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.swedish import folded
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import BACKLOG_ITEM, DISPATCH_RECIPIENT, MEETING_PAPER, TABLES


def forget_traces(rows: Rows, person: Person) -> None:
    """Take what stands of a person in lists, ideas and the names of files, history included."""
    _leave_lists(rows, person)
    _empty_addresses(rows, person)
    _free_ideas(rows, person)
    _free_owed_papers(rows, person)
    _empty_answers(rows, person)
    for evidence in rows.all(Evidence):
        name = without_name(evidence.name, person.name)
        if name != evidence.name:
            rows.forgotten["evidence"].add(evidence.id)
            rows.change(Evidence, evidence.id, {"name": name})


def _leave_lists(rows: Rows, person: Person) -> None:
    """Take a person off every list, by reference or by the name that somebody typed."""
    for each in rows.all(MailingList):
        gone = [
            member
            for member in each.members
            if member.person_id == person.id
            or (member.person_id is None and _is_named(person, member.name))
        ]
        if gone:
            rows.forgotten["list_member"].update(member.id for member in gone)
            left = tuple(member for member in each.members if member not in gone)
            rows.put(replace(each, members=left), was=each)


def _empty_addresses(rows: Rows, person: Person) -> None:
    """Empty the addresses that somebody was sent papers or told of decisions by."""
    recipient = DISPATCH_RECIPIENT.c
    sent = select(recipient.dispatch_id).where(recipient.person_id == person.id).distinct()
    for dispatch_id in rows.connection.scalars(sent).all():
        dispatch = rows.get(Dispatch, dispatch_id)
        for each in dispatch.recipients if dispatch else ():
            if each.person_id == person.id:
                rows.forgotten["dispatch_recipient"].add(each.id)
                rows.change(DispatchRecipient, each.id, {"address": ""})
    notice = TABLES["decision_notice"].c
    for notice_id in _ids_of(rows, notice, person):
        rows.forgotten["decision_notice"].add(notice_id)
        rows.change(DecisionNotice, notice_id, {"address": ""})


def _free_ideas(rows: Rows, person: Person) -> None:
    """Let an idea be nobody's; what it is about stays."""
    ideas = rows.all(
        BacklogItem,
        or_(BACKLOG_ITEM.c.raised_by_id == person.id, BACKLOG_ITEM.c.raised_by == person.name),
    )
    for each in ideas:
        if each.raised_by_id in (None, person.id):
            rows.forgotten["backlog_item"].add(each.id)
            rows.change(BacklogItem, each.id, {"raised_by_id": None, "raised_by": ""})


def _free_owed_papers(rows: Rows, person: Person) -> None:
    """Let a paper that has not come be owed by nobody; who wrote one that has come stays."""
    paper = MEETING_PAPER.c
    owed = rows.connection.scalars(
        select(paper.id).where(paper.author_id == person.id, paper.received.is_(None))
    ).all()
    for paper_id in owed:
        rows.forgotten["meeting_paper"].add(paper_id)
        rows.change(MeetingPaper, paper_id, {"author_id": None, "author": ""})


def _empty_answers(rows: Rows, person: Person) -> None:
    """Empty what was answered to a call, and noted of somebody; that they were there stays."""
    for attendance_id in _ids_of(rows, TABLES["attendance"].c, person):
        rows.forgotten["attendance"].add(attendance_id)
        rows.change(Attendance, attendance_id, {"reply_text": "", "note": ""})


def _ids_of(rows: Rows, columns: Any, person: Person) -> Sequence[str]:  # noqa: ANN401
    """Return the ids of the rows of a table that lead to a person."""
    found = select(columns.id).where(columns.person_id == person.id)
    ids: Sequence[str] = rows.connection.scalars(found).all()
    return ids


def _is_named(person: Person, name: str) -> bool:
    return bool(name.strip()) and folded(name) == folded(person.name)
