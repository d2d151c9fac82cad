"""What the sheet Kalla shows before anything is sent: papers, recipients, the covering mail.

All of it is read in one short transaction. What is then chosen and typed is a value of the
window's; ``called_out`` makes the one command of it that issues and keeps everything.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from hubra_desktop.model.closed_rows import holds_secrets
from hubra_desktop.model.deadlines import Deadline, DeadlineKind
from hubra_desktop.model.dispatch.call_sides import CallChangeKind
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_papers import paper_title, sent_papers
from hubra_desktop.model.progress import NOBODY, Progress
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.dispatch import DispatchRecipient, MailingList
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import LIFTED_STATES, DeliveryWay, MeetingState, Role
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calling.calls import (
    PreparedCall,
    changes_since_call,
    current_call,
    prepare_call,
    rendered_call,
)
from hubra_desktop.work.calling.dispatching import Prepared, prepared, sending
from hubra_desktop.work.calling.recipients import ProposedRecipient, proposed_recipients
from hubra_desktop.work.commands.call_out import CallOut
from hubra_desktop.work.commands.calls import IssueCall
from hubra_desktop.work.queries.deadlines import deadlines_of
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.queries.sheets import meeting_sheet

SUBSTITUTES = frozenset({swedish_word(Role.SUBSTITUTE)})
ISSUING = frozenset({DispatchKind.CALL, DispatchKind.CHANGES, DispatchKind.ADDITION})
"""What issues the kallelse anew, or a list beside it."""
LIFTED = {
    MeetingState.CANCELLED: DispatchKind.CANCELLED,
    MeetingState.MOVED: DispatchKind.MOVED,
}


@dataclass(frozen=True)
class CallSheet:
    """All that is proposed to be sent of a meeting now.

    ``papers`` are issued together, the first is the one that the letter is about (none where
    only the meeting's papers are sent); with
    ``public`` one more is issued for everybody. ``kinds`` are what can be sent instead,
    ``changes`` what is otherwise than in the kallelse before. ``deadline`` is that of the
    kallelse, if the rules give one, and ``today`` the day that it is; ``awaited`` are the
    papers that have not come in.
    """

    meeting: Meeting
    kind: DispatchKind
    kinds: tuple[DispatchKind, ...]
    papers: tuple[PreparedCall, ...]
    public: PreparedCall | None
    changes: tuple[str, ...]
    letter: Prepared
    proposals: tuple[ProposedRecipient, ...]
    deadline: Deadline | None
    today: dt.date
    awaited: tuple[str, ...] = ()
    earlier: dt.date | None = None

    @property
    def version(self) -> int:
        """Return which version of the kallelse is sent, or told of."""
        return self.letter.version


def sendable_kinds(reader: Connection, meeting: Meeting) -> tuple[DispatchKind, ...]:
    """Return what can be sent of a meeting now, the likeliest first; nothing of one that is held.

    Of a kallelse that says what is so already only the papers can be sent.
    """
    if meeting.state in LIFTED_STATES:
        return (LIFTED[meeting.state],)
    if current_call(reader, meeting.id) is None:
        return (DispatchKind.CALL,)
    changes = changes_since_call(reader, meeting.id)
    added = any(each.kind is CallChangeKind.ADDED for each in changes)
    papers = any(each.received for each in sent_papers(meeting))
    found = (
        (DispatchKind.CHANGES, bool(changes)),
        (DispatchKind.ADDITION, added),
        (DispatchKind.PACKET, papers),
    )
    return tuple(kind for kind, can in found if can)


def read_call_sheet(
    reader: Connection,
    meeting_id: str,
    kind: DispatchKind | None = None,
    *,
    only_concerned: bool = False,
    now: dt.datetime,
) -> CallSheet:
    """Read what the sheet shows; ``now`` is the moment on a Swedish clock.

    Raises InputError where nothing can be sent.
    """
    meeting = meeting_sheet(reader, meeting_id)
    kinds = sendable_kinds(reader, meeting)
    kind = kind if kind in kinds else (kinds[0] if kinds else DispatchKind.CALL)
    day = now.date()
    papers = _papers(reader, meeting_id, kind, day)
    secret = holds_secrets(meeting) and kind in ISSUING
    public = None
    if secret:
        public = prepare_call(reader, meeting_id, day=day, audience=Audience.PUBLIC)
    call = current_call(reader, meeting_id)
    changes = papers[0].changes if papers else ()
    changed = [each.item_id for each in changes_since_call(reader, meeting_id) if each.item_id]
    letter = prepared(
        reader, meeting_id, kind, now,
        version=papers[0].version if papers else call.version if call else 1,
        enclosed=_enclosed(papers),
        changes=changes if kind in (DispatchKind.CHANGES, DispatchKind.ADDITION) else (),
    )  # fmt: skip
    return CallSheet(
        meeting=meeting,
        kind=kind,
        kinds=kinds or (kind,),
        papers=papers,
        public=public,
        changes=changes,
        letter=letter,
        proposals=proposed_recipients(
            reader, meeting_id, kind, only_concerned=only_concerned, changed_items=changed
        ),
        deadline=_deadline(reader, meeting),
        today=today(reader),
        awaited=tuple(paper_title(each) for each in sent_papers(meeting) if not each.received),
        earlier=call.day if call is not None else None,
    )


def _papers(
    reader: Connection, meeting_id: str, kind: DispatchKind, day: dt.date
) -> tuple[PreparedCall, ...]:
    """Return what is issued: of a change the letter that tells it, and the new kallelse."""
    if kind is DispatchKind.PACKET:
        return ()
    first = prepare_call(reader, meeting_id, kind=kind, day=day)
    if kind is not DispatchKind.CHANGES:
        return (first,)
    return (first, prepare_call(reader, meeting_id, day=day))


def _enclosed(papers: Sequence[PreparedCall]) -> tuple[str, ...]:
    """Return the names of the papers; the letter itself says the version of the first."""
    if not papers:
        return ("Handlingarna i ett paket (PDF)",)
    first, *others = (f"{each.title}.pdf" for each in papers)
    return (first.replace(f" version {papers[0].version}", ""), *others)


def _deadline(reader: Connection, meeting: Meeting) -> Deadline | None:
    found = deadlines_of(reader, meeting, today(reader))
    return next((each for each in found if each.kind is DeadlineKind.CALL), None)


def rendered_papers(sheet: CallSheet, *, public: bool, progress: Progress = NOBODY) -> CallSheet:
    """Return the sheet with its papers as PDF; needs no register. Raises InputError."""
    wanted = [*sheet.papers, *([sheet.public] if public and sheet.public else [])]
    made = []
    for done, each in enumerate(wanted):
        progress.at(say("Skriver {name}", name=each.title), done, len(wanted))
        made.append(rendered_call(each))
    return replace(sheet, papers=tuple(made), public=None)


def called_out(
    sheet: CallSheet, letter: Prepared, recipients: Sequence[ProposedRecipient], at: dt.datetime
) -> CallOut:
    """Return the command that issues rendered papers and keeps what is sent to whom."""
    return CallOut(IssueCall(sheet.papers, letter.sent_by, at), sending(letter, recipients))


def sent_another_way(
    reader: Connection, one: ProposedRecipient, way: DeliveryWay
) -> ProposedRecipient:
    """Return somebody as they are reached in another way: at the address that is known for it."""
    recipient = one.recipient
    address, missing = _address(reader, one, way), ""
    needs = way in (DeliveryWay.EMAIL, DeliveryWay.POST)
    if one.protected and needs:
        address = ""
        missing = say(
            "Uppgifterna är skyddade: adressen lämnar inte registret. Skriv den för hand vid "
            "utskicket."
        )
    elif needs and not address:
        missing = say("Adressen saknas. Skriv den här, eller välj ett annat sätt.")
    return replace(one, recipient=replace(recipient, way=way, address=address), missing=missing)


def _address(reader: Connection, one: ProposedRecipient, way: DeliveryWay) -> str:
    recipient = one.recipient
    if way not in (DeliveryWay.EMAIL, DeliveryWay.POST):
        return ""
    found: Sequence[Person | Body] = ()
    if recipient.person_id:
        found = records(reader, Person, TABLES["person"].c.id == recipient.person_id)
    elif recipient.body_id:
        found = records(reader, Body, TABLES["body"].c.id == recipient.body_id)
    if found:
        return (found[0].email if way is DeliveryWay.EMAIL else found[0].postal_address).strip()
    return recipient.address if way is recipient.way else ""


def by_hand(name: str, address: str, way: DeliveryWay) -> ProposedRecipient:
    """Return somebody who is typed in the sheet."""
    plain = " ".join(name.split())
    recipient = DispatchRecipient(name=plain, address=address.strip(), way=way)
    return ProposedRecipient(
        key=f"typed:{plain.casefold()}", recipient=recipient, reasons=(say("tillagd för hand"),),
        ticked=True,
    )  # fmt: skip


def lists_to_add(reader: Connection) -> tuple[MailingList, ...]:
    """Return the lists that recipients can be added from."""
    return records(reader, MailingList)


def counted_text(recipients: Sequence[DispatchRecipient]) -> str:
    """Count those who are called and those who get a copy: ``13 + 4``."""
    serving = {swedish_word(each) for each in Role} - {swedish_word(Role.PRESENTER)}
    called = sum(each.role in serving for each in recipients)
    others = len(recipients) - called
    if not (called and others):
        return str(len(recipients))
    return f"{called} + {others}"
