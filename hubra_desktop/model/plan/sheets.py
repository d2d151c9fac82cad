"""The plan as frozen values: what screens, documents and exchange are given."""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.model.plan.terms import (
    ActivityKind,
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)


@dataclass(frozen=True, kw_only=True)
class FocusAreaSheet:
    """One of a plan's areas."""

    id: str = ""
    number: str = ""
    title: str = ""
    goal: str = ""
    problem: str = ""
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanSheet:
    """A plan with its areas."""

    id: str = ""
    kind: PlanKind = PlanKind.ACTIVITY
    year: int = 0
    version: int = 1
    title: str = ""
    goal: str = ""
    situation: str = ""
    situation_date: dt.date | None = None
    decided_on: dt.date | None = None
    meeting_id: str | None = None
    case_number: str = ""
    followed_up: dt.date | None = None
    note: str = ""
    areas: tuple[FocusAreaSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OccasionSheet:
    """One time or place where an activity was done."""

    id: str = ""
    date: dt.date | None = None
    place: str = ""
    participants: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ActivityAreaSheet:
    """An area that an activity serves."""

    id: str = ""
    area_id: str = ""
    main: bool = False


@dataclass(frozen=True, kw_only=True)
class ActivityLinkSheet:
    """What an activity is joined to."""

    id: str = ""
    meeting_id: str | None = None
    item_id: str | None = None
    grant_id: str | None = None
    agreement_id: str | None = None
    letter_id: str | None = None
    title: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class FollowUpNoteSheet:
    """What somebody noted of an activity, and when."""

    id: str = ""
    date: dt.date
    author: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ActivitySheet:
    """Something the council does in a year, with all that belongs to it."""

    id: str = ""
    year: int = 0
    position: int = 0
    kind: ActivityKind = ActivityKind.ACTIVITY
    title: str = ""
    period: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    state: ActivityState = ActivityState.PLANNED
    reason: str = ""
    council_role: str = ""
    partners: str = ""
    responsible_id: str | None = None
    responsible: str = ""
    participants: int | None = None
    exactness: Exactness = Exactness.EXACT
    participants_note: str = ""
    report_text: str = ""
    closed: bool = False
    repeats_id: str | None = None
    areas: tuple[ActivityAreaSheet, ...] = ()
    occasions: tuple[OccasionSheet, ...] = ()
    links: tuple[ActivityLinkSheet, ...] = ()
    notes: tuple[FollowUpNoteSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterRecipientSheet:
    """Who gets a letter."""

    id: str = ""
    name: str = ""
    way: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterSheet:
    """A Trygghetsbrev with its recipients."""

    id: str = ""
    year: int = 0
    number: int | None = None
    title: str = ""
    topics: str = ""
    editor: str = ""
    deadline: dt.date | None = None
    state: LetterState = LetterState.PLANNED
    sent_on: dt.date | None = None
    address: str = ""
    copies: int | None = None
    note: str = ""
    recipients: tuple[LetterRecipientSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgreementPartySheet:
    """A party to an agreement."""

    id: str = ""
    body_id: str | None = None
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class AgreementMeetingSheet:
    """A meeting where an agreement is followed up."""

    id: str = ""
    date: dt.date | None = None
    held: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AgreementSheet:
    """An agreement with its parties and follow-up meetings."""

    id: str = ""
    kind: AgreementKind = AgreementKind.COOPERATION
    title: str = ""
    purpose: str = ""
    contributions: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    amount_ore: int | None = None
    money_note: str = ""
    warn_months: int = 3
    case_number: str = ""
    note: str = ""
    parties: tuple[AgreementPartySheet, ...] = ()
    meetings: tuple[AgreementMeetingSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConsultationSheet:
    """A remiss that the council is asked to answer."""

    id: str = ""
    title: str = ""
    sender: str = ""
    their_number: str = ""
    case_number: str = ""
    received: dt.date | None = None
    due: dt.date | None = None
    extended_to: dt.date | None = None
    handler: str = ""
    state: ConsultationState = ConsultationState.INCOMING
    meeting_id: str | None = None
    answered_on: dt.date | None = None
    answer: str = ""
    note: str = ""
