"""The files of a dispatch that is kept: its papers to the byte, its drafts, its calendars.

Made anew of what is kept, so that a draft can be saved again on another day: the letter, the
addresses and the papers are those that went; the calendar has the version that it had.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.mail_file import MailAttachment
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.presenter_slots import PresenterSlot, presenter_slots
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.swedish import folded
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calendar_files import CalendarFile, calendar_source
from hubra_desktop.work.calls import issued_calls
from hubra_desktop.work.dispatching import Prepared
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.sheets import meeting_sheet
from hubra_desktop.work.recipients import ProposedRecipient


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
    slots = _slots(reader, dispatch.meeting_id)
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


def _slots(reader: Connection, meeting_id: str) -> dict[str, list[PresenterSlot]]:
    """Return what each presents, by the person's id and by the name."""
    found: dict[str, list[PresenterSlot]] = {}
    meeting = meeting_sheet(reader, meeting_id)
    for presenter, slot in presenter_slots(meeting, house_style(reader)):
        key = presenter.person_id or f"name:{folded(presenter.name or presenter.unit)}"
        found.setdefault(key, []).append(slot)
    return found


def _proposed(
    one: DispatchRecipient, slots: dict[str, list[PresenterSlot]], protected: set[str]
) -> ProposedRecipient:
    own: Sequence[PresenterSlot] = slots.get(one.person_id or f"name:{folded(one.name)}", ())
    return ProposedRecipient(
        key=one.id,
        recipient=replace(one, id=""),
        reasons=(),
        ticked=True,
        protected=one.person_id in protected,
        slots=tuple(own),
    )
