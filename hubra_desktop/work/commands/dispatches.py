"""Dispatches: what was sent to whom is kept as it was, with the marks of how it went."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.council.protection import Guard
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.calling.recipient_candidates import recipient_key
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.queries.protection import guard


@dataclass(frozen=True)
class SendDispatch(Step):
    """Keep what is sent, to whom and where, as it is on the day: it never changes after that.

    No address is kept of somebody whose data are protected. Raises InputError for a dispatch
    to nobody, and for somebody who is in it twice.
    """

    dispatch: Dispatch
    label: ClassVar[str] = "send-dispatch"

    def apply(self, rows: Rows) -> str:
        recipients = self.dispatch.recipients
        if not recipients:
            raise refusal("Välj minst en mottagare.")
        _refuse_nameless(recipients)
        _refuse_twice(recipients)
        free = guard(rows.connection)
        kept = tuple(_without_secrets(free, each) for each in recipients)
        return rows.add(replace(self.dispatch, recipients=kept))


@dataclass(frozen=True)
class MarkSent(Step):
    """Mark on which day a dispatch went to some of its recipients; None takes the mark away."""

    dispatch_id: str
    recipient_ids: Collection[str]
    day: dt.date | None
    label: ClassVar[str] = "mark-sent"

    def apply(self, rows: Rows) -> None:
        _mark(rows, self.dispatch_id, self.recipient_ids, sent=self.day)


@dataclass(frozen=True)
class MarkReturned(Step):
    """Mark on which day a dispatch came back from some of its recipients; None: it did not."""

    dispatch_id: str
    recipient_ids: Collection[str]
    day: dt.date | None
    label: ClassVar[str] = "mark-returned"

    def apply(self, rows: Rows) -> None:
        _mark(rows, self.dispatch_id, self.recipient_ids, returned=self.day)


def remove_dispatch(rows: Rows, dispatch: Dispatch) -> None:
    """Refuse to remove what has gone to anybody: what was sent is kept."""
    del rows
    if any(each.sent for each in dispatch.recipients):
        raise refusal("Utskicket har gått och står kvar. Anteckna i stället vad som blev fel.")


def _mark(
    rows: Rows, dispatch_id: str, recipient_ids: Collection[str], **day: dt.date | None
) -> None:
    dispatch = found(rows, Dispatch, dispatch_id)
    known = {each.id for each in dispatch.recipients}
    for recipient_id in dict.fromkeys(recipient_ids):
        if recipient_id not in known:
            raise refusal("Mottagaren står inte i utskicket. Välj en som gör det.")
        rows.change(DispatchRecipient, recipient_id, day)


def _without_secrets(free: Guard, recipient: DispatchRecipient) -> DispatchRecipient:
    """Return a recipient without an address by which a protected person is reached."""
    secret = recipient.person_id in free.people or free.text(recipient.address) != recipient.address
    return replace(recipient, id="", address="" if secret else recipient.address)


def _refuse_nameless(recipients: Collection[DispatchRecipient]) -> None:
    if not all(each.name.strip() for each in recipients):
        raise refusal("En mottagare har inget namn. Skriv vem det är.")


def _refuse_twice(recipients: Collection[DispatchRecipient]) -> None:
    names = {recipient_key(each): each.name for each in recipients}
    counted = Counter(recipient_key(each) for each in recipients)
    twice = next((key for key, number in counted.items() if number > 1), None)
    if twice is not None:
        raise refusal(
            "{name} står två gånger bland mottagarna. Ta bort den ena.", name=quoted(names[twice])
        )
