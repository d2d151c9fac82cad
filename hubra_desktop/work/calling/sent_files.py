"""The files of a dispatch that is kept: its papers to the byte, its drafts, its calendars.

Made anew of what is kept, so that a draft can be saved again on another day: the letter, the
addresses and the papers are those that went; the calendar has the version that it had.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.mail_file import MailAttachment
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calling.calendar_files import CalendarFile, calendar_source
from hubra_desktop.work.calling.calls import frozen_call, issued_calls
from hubra_desktop.work.calling.dispatching import Prepared
from hubra_desktop.work.calling.recipient_candidates import recipient_key
from hubra_desktop.work.calling.recipients import ProposedRecipient, slots_by_recipient
from hubra_desktop.work.issued_papers import issued_pdf, issued_title
from hubra_desktop.work.queries.dispatches import dispatches_of
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.sheets import meeting_sheet

_CALLING: Final = (DispatchKind.CALL, DispatchKind.CHANGES)
"""What tells the meeting as its paper does; a notice tells what became of it."""
_AFTERWARDS: Final = (DispatchKind.MINUTES, DispatchKind.EXTRACT)


@dataclass(frozen=True)
class SentFiles:
    """What drafts and calendars of a kept dispatch are made of."""

    dispatch: Dispatch
    letter: Prepared
    recipients: tuple[ProposedRecipient, ...]
    papers: tuple[MailAttachment, ...]

    def calendar(self) -> CalendarFile:
        """Return the meeting's calendar file as it went along."""
        return self.letter.calendar.meeting_file()


def sent_files(reader: Connection, dispatch_id: str, *, each: bool = False) -> SentFiles:
    """Read a kept dispatch; ``each`` asks for a letter to every recipient.

    Raises InputError when it, its meeting or its papers are gone.
    """
    dispatch = kept_dispatch(reader, dispatch_id)
    if dispatch.meeting_id is None:
        raise refusal("Utskicket gäller inget sammanträde.")
    moment = dt.datetime.combine(dispatch.day, dt.time()) + dt.timedelta(minutes=dispatch.time or 0)
    calendar = calendar_source(
        reader, dispatch.meeting_id, sequence=dispatch.sequence, stamp=moment
    )
    went = issued_meeting(reader, dispatch) if dispatch.kind in _CALLING else None
    if went is not None:
        calendar = replace(calendar, meeting=guard(reader).value(went), replacement=None)
    letter = Prepared(
        meeting_id=dispatch.meeting_id,
        kind=dispatch.kind,
        version=dispatch.version,
        subject=dispatch.subject,
        text=dispatch.text,
        calendar=calendar,
        day=dispatch.day,
        time=dispatch.time or 0,
        guard=guard(reader),
        sent_by=dispatch.sent_by,
        issued_id=dispatch.issued_id,
        blind=dispatch.blind_copies,
        each=each,
    )
    slots = _Told(reader, dispatch)
    protected = {person.id for person in records(reader, Person, TABLES["person"].c.protected)}
    recipients = tuple(_proposed(one, slots, protected) for one in dispatch.recipients)
    return SentFiles(dispatch, letter, recipients, sent_papers_of(reader, dispatch))


def kept_dispatch(reader: Connection, dispatch_id: str) -> Dispatch:
    """Return a dispatch; raises InputError when it is gone."""
    found = records(reader, Dispatch, TABLES["dispatch"].c.id == dispatch_id)
    if not found:
        raise refusal("Utskicket finns inte längre.")
    return found[0]


def sent_papers_of(reader: Connection, dispatch: Dispatch) -> tuple[MailAttachment, ...]:
    """Return the papers that went with a dispatch, to the byte: all that were issued with it."""
    if dispatch.issued_id is None or dispatch.meeting_id is None:
        return ()
    if dispatch.kind in _AFTERWARDS:
        title = issued_title(reader, dispatch.issued_id)
        return (MailAttachment(file_name(title, ".pdf"), issued_pdf(reader, dispatch.issued_id)),)
    calls = issued_calls(reader, dispatch.meeting_id)
    first = next((each for each in calls if each.id == dispatch.issued_id), None)
    if first is None:
        return ()
    together = [
        each for each in calls
        if each.issued_at == first.issued_at and each.audience is first.audience
    ]  # fmt: skip
    ordered = sorted(together, key=lambda each: each.id != first.id)
    return tuple(
        MailAttachment(file_name(each.title, ".pdf"), issued_pdf(reader, each.id))
        for each in ordered
    )


class _Told:
    """What each presents by the paper that went, and what they were told of before and lost."""

    def __init__(self, reader: Connection, dispatch: Dispatch) -> None:
        self._reader = reader
        self._now = self._presented(dispatch)
        sent = dispatches_of(reader, str(dispatch.meeting_id))
        place = next((at for at, each in enumerate(sent) if each.id == dispatch.id), len(sent))
        self._before = [each for each in sent[place + 1 :] if each.issued_id]

    def slots(self, one: DispatchRecipient) -> tuple[PresenterSlot, ...]:
        """Return the rows that a recipient presents."""
        return tuple(self._now.get(recipient_key(one), ()))

    def lost(self, one: DispatchRecipient) -> tuple[PresenterSlot, ...]:
        """Return the rows that they presented in what they were sent before, and do no more."""
        key, kept = recipient_key(one), {each.item.id for each in self.slots(one)}
        for each in self._before:
            if any(recipient_key(other) == key for other in each.recipients):
                earlier = self._presented(each).get(key, ())
                return tuple(slot for slot in earlier if slot.item.id not in kept)
        return ()

    def _presented(self, dispatch: Dispatch) -> Mapping[str, Sequence[PresenterSlot]]:
        meeting = issued_meeting(self._reader, dispatch)
        return slots_by_recipient(
            self._reader, meeting or meeting_sheet(self._reader, str(dispatch.meeting_id))
        )


def issued_meeting(reader: Connection, dispatch: Dispatch) -> Meeting | None:
    """Return the meeting as the paper of a dispatch tells it, None where none can be read."""
    if dispatch.issued_id is not None and dispatch.kind not in _AFTERWARDS:
        with suppress(InputError):
            return frozen_call(reader, dispatch.issued_id).meeting
    return None


def _proposed(one: DispatchRecipient, told: _Told, protected: set[str]) -> ProposedRecipient:
    return ProposedRecipient(
        key=one.id,
        recipient=replace(one, id=""),
        reasons=(),
        ticked=True,
        protected=one.person_id in protected,
        slots=told.slots(one),
        lost=told.lost(one),
    )
