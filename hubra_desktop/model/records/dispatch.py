"""Lists of recipients, what was sent to whom, and what has been entered in the diary."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.fields import (
    Clock,
    Count,
    Day,
    Identity,
    Indexed,
    Line,
    Ref,
    Text,
)
from hubra_desktop.model.terms import DeliveryWay


@dataclass(frozen=True, kw_only=True)
class ListMember:
    """Somebody on a list: a person or a body of the register, or only what is typed."""

    id: Identity = ""
    person_id: Annotated[str, Ref("person")] | None = None
    member_body_id: Annotated[str, Ref("body")] | None = None
    name: Line = ""
    email: Line = ""
    postal_address: Text = ""
    way: DeliveryWay = DeliveryWay.EMAIL
    copies: Count = 1


@dataclass(frozen=True, kw_only=True)
class MailingList:
    """A named list of recipients: those who serve ``body_id`` on the day, and others by hand.

    ``serving`` takes in all who serve the body. One that is ``always`` is proposed for every
    kallelse ("kopia till").
    """

    id: Identity = ""
    name: Line = ""
    body_id: Annotated[str, Ref("body")] | None = None
    serving: bool = False
    always: bool = False
    note: Text = ""
    members: tuple[ListMember, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DispatchRecipient:
    """Who was sent something: name, role and address as they were on the day.

    ``slot`` is the time that somebody who presents was told ("16.30–16.50"). ``sent`` is the
    day that it went, None until it has; ``returned`` the day that it came back. No address
    is kept of somebody whose data are protected.
    """

    id: Identity = ""
    person_id: Annotated[str, Ref("person")] | None = None
    body_id: Annotated[str, Ref("body")] | None = None
    name: Line = ""
    role: Line = ""
    address: Text = ""
    way: DeliveryWay = DeliveryWay.EMAIL
    copies: Count = 1
    slot: Line = ""
    sent: Day | None = None
    returned: Day | None = None


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """A letter that went to one or more: a kallelse, a change of it, a reminder.

    ``version`` is that of the issued paper. ``blind_copies`` puts all addresses in Bcc.
    ``sequence`` is that of the calendar file that went along (RFC 5545, 3.8.7.4).
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    issued_id: Annotated[str, Ref("issued_paper")] | None = None
    kind: DispatchKind = DispatchKind.CALL
    version: Count = 1
    day: Annotated[Day, Indexed()]
    time: Clock | None = None
    sent_by: Line = ""
    subject: Line = ""
    text: Text = ""
    blind_copies: bool = False
    sequence: Count = 0
    note: Text = ""
    recipients: tuple[DispatchRecipient, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DiaryTick:
    """Something to be registered has been: ``source`` names it, as ``dispatch:<id>``.

    ``number`` is what the diary gave it.
    """

    id: Identity = ""
    source: Line = ""
    registered_on: Day | None = None
    number: Line = ""
