"""The mail that an extract goes with: proposed in Swedish, and made again of what was kept."""

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.mail_file import MailAttachment, MailBox, mail_draft
from hubra_desktop.model.addresses import is_email
from hubra_desktop.model.dispatch.covering_letters import (
    Covering,
    covering_subject,
    covering_text,
    personal_text,
)
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.minutes.extract_view import people_named
from hubra_desktop.model.minutes.told_of import without_names
from hubra_desktop.model.paper_style import is_exercise
from hubra_desktop.model.records.dispatch import Dispatch
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calling.calendar_files import EXERCISE
from hubra_desktop.work.calling.dispatching import MailDraft
from hubra_desktop.work.extract_papers import organisations, section_by_id
from hubra_desktop.work.issued_papers import issued_content, issued_pdf
from hubra_desktop.work.papers import PAPERS, Collected
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import house_style, paper_style


@dataclass(frozen=True)
class ExtractLetter:
    """What is written to whoever gets an extract."""

    meeting_id: str
    subject: str
    text: str


def extract_letter(reader: Connection, paper: Collected, section_id: str) -> ExtractLetter:
    """Propose what is written with an extract; without names where it has none."""
    section = section_by_id(reader, section_id)
    view = minutes_of(reader, section.meeting_id)
    nameless, secretary = paper.content.nameless, view.secretary.strip()
    by = (secretary, f"sekreterare, {view.meeting.body}") if secretary else (view.meeting.body,)
    letter = Covering(
        meeting=view.meeting,
        style=house_style(reader),
        kind=DispatchKind.EXTRACT,
        minutes=view.kind,
        enclosed=(file_name(PAPERS[paper.name].title(paper.content), ".pdf"),),
        sender=(view.meeting.body,) if nameless else by,
    )
    there = view.attendances if nameless else ()
    names = people_named((each.name for each in there), there, organisations(reader))
    return ExtractLetter(
        meeting_id=section.meeting_id,
        subject=covering_subject(letter),
        text=without_names(personal_text(covering_text(letter)), names),
    )


def extract_draft(reader: Connection, issued_id: str) -> MailDraft:
    """Return the draft of mail that an issued extract goes with, its PDF to the byte.

    Raises InputError where it was sent to nobody from here.
    """
    columns = TABLES["dispatch"].c
    found = records(reader, Dispatch, columns.issued_id == issued_id, order=(columns.id,))
    if not found:
        raise refusal("Utdraget är inte skickat härifrån.")
    dispatch = found[-1]
    title = PAPERS["utdrag"].title(issued_content(reader, issued_id).content)
    free, practice = guard(reader), is_exercise(paper_style(reader))
    begins = f"{EXERCISE} " if practice and not dispatch.subject.startswith(EXERCISE) else ""
    boxes = [
        MailBox(each.address, each.name)
        for each in dispatch.recipients
        if is_email(each.address) and each.person_id not in free.people
    ]
    content = mail_draft(
        subject=free.text(f"{begins}{dispatch.subject}"),
        text=free.text(dispatch.text),
        to=boxes,
        attachments=(MailAttachment(file_name(title, ".pdf"), issued_pdf(reader, issued_id)),),
    )
    stem = f"Övning {title}" if practice else title
    to = tuple(each.name for each in dispatch.recipients)
    return MailDraft(file_name(stem, ".eml"), content, to)
