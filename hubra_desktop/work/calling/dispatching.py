"""A dispatch on its way out: the covering letter, the drafts of mail, and what is kept of it.

Made outside the window's thread: what is needed is read first, in one short transaction.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.mail_file import MailAttachment, MailBox, mail_draft
from hubra_desktop.model.addresses import is_email
from hubra_desktop.model.council.protection import Guard
from hubra_desktop.model.dispatch.covering_letters import (
    Covering,
    covering_subject,
    covering_text,
    personal_text,
)
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import Dispatch
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calling.calendar_files import (
    EXERCISE,
    CalendarFile,
    CalendarSource,
    calendar_source,
)
from hubra_desktop.work.calling.recipients import ProposedRecipient
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.queries.dispatches import next_sequence
from hubra_desktop.work.queries.minutes import kind_of_minutes
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import house_style

_WITHOUT_CALENDAR = frozenset(
    {DispatchKind.PACKET, DispatchKind.ADDITION, DispatchKind.REMINDER, DispatchKind.MINUTES,
     DispatchKind.EXTRACT}
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """What is to be sent about a meeting, before it is: editable, and kept by ``sending``.

    ``text`` may hold the line that each who presents gets their own time in place of.
    ``blind`` puts all addresses in Bcc, ``each`` makes one letter for each recipient.
    ``guard`` frees the drafts of how to reach protected people.
    """

    meeting_id: str
    kind: DispatchKind
    version: int
    subject: str
    text: str
    calendar: CalendarSource
    day: dt.date
    time: int
    guard: Guard
    sent_by: str = ""
    issued_id: str | None = None
    blind: bool = False
    each: bool = False

    def with_choices(self, *, each: bool, blind: bool) -> "Prepared":
        """Return it as one letter for each recipient, or one for all, in Bcc if ``blind``."""
        return replace(self, each=each, blind=blind)

    @property
    def stem(self) -> str:
        """Return what the files begin with: ``Kallelse 2018-03-07``; nothing that is typed."""
        stem = f"{capitalised(swedish_word(self.kind))} {self.calendar.meeting.date.isoformat()}"
        return f"Övning {stem}" if self.calendar.practice else stem

    @property
    def told_subject(self) -> str:
        """Return the subject as it is sent: that of an exercise says so, whatever is typed."""
        subject = self.guard.text(self.subject)
        marked = self.calendar.practice and not subject.startswith(EXERCISE)
        return f"{EXERCISE} {subject}" if marked else subject


@dataclass(frozen=True)
class MailDraft:
    """A draft of mail: the name of its file, its bytes, and whom it is to."""

    name: str
    content: bytes
    to: tuple[str, ...]


def prepared(
    reader: Connection,
    meeting_id: str,
    kind: DispatchKind,
    now: dt.datetime,
    *,
    version: int = 1,
    issued_id: str | None = None,
    enclosed: tuple[str, ...] = (),
    changes: tuple[str, ...] = (),
) -> Prepared:
    """Propose what is to be sent: subject, text and calendar, of the next version.

    ``now`` is the moment on a Swedish clock; ``enclosed`` are the names of the papers.
    Raises InputError when the meeting is gone.
    """
    free = guard(reader)
    sequence = next_sequence(reader, meeting_id)
    calendar = calendar_source(reader, meeting_id, sequence=sequence, stamp=now)
    meeting = calendar.meeting
    style = house_style(reader)
    names = (*enclosed, calendar.meeting_file().name) if _with_calendar(kind) else enclosed
    secretary = _person(reader, meeting.secretary_id)
    letter = Covering(
        meeting=meeting,
        style=style,
        kind=kind,
        version=version,
        enclosed=names,
        contact=free.text(_contact(secretary, style)),
        sender=(secretary.name, f"sekreterare, {meeting.body}") if secretary else (meeting.body,),
        changes=changes,
        replacement=calendar.replacement,
        minutes=kind_of_minutes(reader, meeting),
    )
    return Prepared(
        meeting_id=meeting_id,
        kind=kind,
        version=version,
        subject=covering_subject(letter),
        text=covering_text(letter),
        calendar=calendar,
        day=now.date(),
        time=now.hour * 60 + now.minute,
        guard=free,
        sent_by=secretary.name if secretary else "",
        issued_id=issued_id,
    )


def mail_drafts(
    letter: Prepared,
    recipients: Sequence[ProposedRecipient],
    papers: Sequence[MailAttachment] = (),
) -> tuple[MailDraft, ...]:
    """Return the drafts for those who are sent mail: one for all, or one each.

    In a letter of their own they find their own time, in the text and as a calendar file.
    Whoever has no address gets a draft without one when each has their own, and is passed
    over in one for all: ``unaddressed`` names them.
    """
    by_mail = [each for each in recipients if each.recipient.way is DeliveryWay.EMAIL]
    if letter.each:
        return tuple(_named_apart(_own_draft(letter, each, papers) for each in by_mail))
    boxes = [_box(each) for each in by_mail if is_email(each.recipient.address)]
    if not boxes:
        return ()
    content = mail_draft(
        subject=letter.told_subject,
        text=letter.guard.text(personal_text(letter.text)),
        to=() if letter.blind else boxes,
        blind=boxes if letter.blind else (),
        attachments=(*papers, *_calendars(letter)),
    )
    to = tuple(each.recipient.name for each in by_mail if is_email(each.recipient.address))
    return (MailDraft(file_name(letter.stem, ".eml"), content, to),)


def unaddressed(recipients: Iterable[ProposedRecipient]) -> tuple[str, ...]:
    """Return who should be sent mail but has no address that mail can be sent to."""
    return tuple(
        each.recipient.name
        for each in recipients
        if each.recipient.way is DeliveryWay.EMAIL and not is_email(each.recipient.address)
    )


def sending(
    letter: Prepared,
    recipients: Sequence[ProposedRecipient],
    *,
    sent: Collection[DeliveryWay] = (),
) -> SendDispatch:
    """Return the command that keeps what is sent; those by the ways ``sent`` went today."""
    kept = tuple(
        replace(each.recipient, sent=letter.day if each.recipient.way in sent else None)
        for each in recipients
    )
    return SendDispatch(
        Dispatch(
            meeting_id=letter.meeting_id,
            issued_id=letter.issued_id,
            kind=letter.kind,
            version=letter.version,
            day=letter.day,
            time=letter.time,
            sent_by=letter.sent_by,
            subject=letter.subject,
            text=letter.text if letter.each else personal_text(letter.text),
            blind_copies=letter.blind,
            sequence=letter.calendar.sequence,
            recipients=kept,
        )
    )


def _own_draft(
    letter: Prepared, one: ProposedRecipient, papers: Sequence[MailAttachment]
) -> MailDraft:
    boxes = [_box(one)] if is_email(one.recipient.address) else []
    calendars = _calendars(letter, one)
    text = personal_text(_with_listed(letter.text, calendars), one.slots, one.lost)
    content = mail_draft(
        subject=letter.told_subject,
        text=letter.guard.text(text),
        to=boxes,
        attachments=(*papers, *calendars),
    )
    name = file_name(f"{letter.stem} till {one.recipient.name}", ".eml")
    return MailDraft(name, content, (one.recipient.name,))


def _with_listed(text: str, calendars: Sequence[MailAttachment]) -> str:
    """Return a letter whose list of what is enclosed names one's own times too."""
    first, *others = (f"– {each.name}" for each in calendars) if calendars else ("",)
    listed = "\n".join((first, *others))
    return text.replace(f"{first}\n", f"{listed}\n", 1) if others else text


def _calendars(letter: Prepared, one: ProposedRecipient | None = None) -> list[MailAttachment]:
    """Return the calendar files that go along: the meeting's, and one's own times."""
    if not _with_calendar(letter.kind):
        return []
    files: list[CalendarFile | None] = [letter.calendar.meeting_file()]
    if one is not None:
        files += [letter.calendar.slots_file(one.slots), letter.calendar.lost_file(one.lost)]
    return [MailAttachment(each.name, each.content) for each in files if each is not None]


def _with_calendar(kind: DispatchKind) -> bool:
    return kind not in _WITHOUT_CALENDAR


def _box(one: ProposedRecipient) -> MailBox:
    return MailBox(one.recipient.address, one.recipient.name)


def _named_apart(drafts: Iterable[MailDraft]) -> Iterable[MailDraft]:
    """Yield the drafts under names that no two of them share on any system."""
    taken: dict[str, int] = {}
    for each in drafts:
        number = taken[folded(each.name)] = taken.get(folded(each.name), 0) + 1
        stem = each.name.removesuffix(".eml")
        name = each.name if number == 1 else file_name(f"{stem} {number}", ".eml")
        yield replace(each, name=name)


def _person(reader: Connection, person_id: str | None) -> Person | None:
    found = records(reader, Person, TABLES["person"].c.id == (person_id or ""))
    return found[0] if found else None


def _contact(secretary: Person | None, style: HouseStyle) -> str:
    """Return whom to tell that one cannot come; of somebody protected only the name."""
    if secretary is None or secretary.protected:
        name, ways = "" if secretary is None else secretary.name, (style.email, style.phone)
    else:
        name = secretary.name
        ways = (secretary.email or style.email, secretary.phone or style.phone)
    return ", ".join(each.strip() for each in (name, *ways) if each.strip())
