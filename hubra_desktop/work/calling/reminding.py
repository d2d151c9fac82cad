"""Reminders of papers: who owes which, the letter to each, and the draft that mail opens."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.mail_file import MailBox, mail_draft
from hubra_desktop.model.meeting_papers import OwedBy, by_author
from hubra_desktop.model.paper_reminders import OwedPaper, reminder_subject, reminder_text
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.store.reading import records
from hubra_desktop.work.queries.meeting_papers import PaperLine
from hubra_desktop.work.queries.register import body_names
from hubra_desktop.work.queries.sheets import meeting_sheets


@dataclass(frozen=True)
class Reminder:
    """A letter to somebody about all that they owe; no address of somebody protected."""

    name: str
    address: str
    subject: str
    text: str
    paper_ids: tuple[str, ...]

    def draft(self) -> bytes:
        """Return the letter as a file that a mail program opens as a draft; raises InputError."""
        to = (MailBox(self.address, self.name),) if self.address.strip() else ()
        return mail_draft(subject=self.subject, text=self.text, to=to)


def reminders(
    reader: Connection, lines: tuple[PaperLine, ...], today: dt.date
) -> tuple[Reminder, ...]:
    """Return a letter to each who owes any of the papers; nobody is written to about none."""
    by_id = {line.id: line for line in lines}
    ids = {line.meeting_id for line in lines}
    meetings = {each.id: each for each in meeting_sheets(reader, ids)}
    people = {each.id: each for each in records(reader, Person)}
    made = []
    for owner, papers in by_author(line.paper for line in lines).items():
        of = (by_id[paper.id] for paper in papers)
        owed = tuple(_owed(meetings[line.meeting_id], line) for line in of)
        made.append(_letter(reader, owner, owed, people, today))
    return tuple(made)


def _owed(meeting: Meeting, line: PaperLine) -> OwedPaper:
    item = next((each for each in meeting.items if each.id == line.paper.item_id), None)
    return OwedPaper(meeting, item, line.item_number, line.paper, line.due)


def _letter(
    reader: Connection,
    owner: OwedBy,
    owed: tuple[OwedPaper, ...],
    people: dict[str, Person],
    today: dt.date,
) -> Reminder:
    person = people.get(owner.author_id or "")
    meeting = owed[0].meeting
    secretary = people.get(meeting.secretary_id or "")
    body = body_names(reader)[meeting.body_id]
    sender = (secretary.name, f"sekreterare, {body}") if secretary else (body,)
    return Reminder(
        person.name if person else owner.author,
        person.email if person and not person.protected else "",
        reminder_subject(owed),
        reminder_text(owed, today, sender),
        tuple(each.paper.id for each in owed),
    )
