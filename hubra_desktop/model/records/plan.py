"""The plan as frozen values: what screens, documents and exchange are given."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.plan.terms import (
    ActivityKind,
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)
from hubra_desktop.model.records.fields import (
    Count,
    Day,
    Identity,
    Indexed,
    Line,
    OmitDefault,
    Ore,
    Ref,
    Text,
    Year,
)


@dataclass(frozen=True, kw_only=True)
class FocusArea:
    """One of a plan's areas. ``number`` is what is printed before the title."""

    id: Identity = ""
    number: Line = ""
    title: Line = ""
    goal: Text = ""
    problem: Text = ""
    comment: Text = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan with its areas. The second kind is the one that the law asks for (2023:196)."""

    id: Identity = ""
    kind: PlanKind = PlanKind.ACTIVITY
    year: Annotated[Year, Indexed()] = 0
    version: Count = 1
    title: Line = ""
    goal: Text = ""
    situation: Text = ""
    situation_date: Day | None = None
    decided_on: Day | None = None
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    case_number: Line = ""
    followed_up: Day | None = None
    note: Text = ""
    areas: tuple[FocusArea, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """One time or place where an activity was done. The day may be unknown."""

    id: Identity = ""
    date: Day | None = None
    place: Line = ""
    participants: Count | None = None
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class ActivityArea:
    """An area that an activity serves. One of an activity's areas is its main area."""

    id: Identity = ""
    area_id: Annotated[str, Ref("focus_area")] = ""
    main: bool = False


@dataclass(frozen=True, kw_only=True)
class ActivityLink:
    """What an activity is joined to.

    That is one of the references, or a document by its address.
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    grant_id: Annotated[str, Ref("grant")] | None = None
    agreement_id: Annotated[str, Ref("agreement")] | None = None
    letter_id: Annotated[str, Ref("letter")] | None = None
    title: Line = ""
    address: Line = ""
    decision_id: Annotated[str, Ref("decision"), OmitDefault()] | None = None


@dataclass(frozen=True, kw_only=True)
class FollowUpNote:
    """What somebody noted of an activity, and when. Notes are added, not rewritten."""

    id: Identity = ""
    date: Day
    author: Line = ""
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class Activity:
    """Something the council does in a year, with all that belongs to it.

    It stands once, whatever areas it serves.
    """

    id: Identity = ""
    year: Annotated[Year, Indexed()] = 0
    position: Count = 0
    kind: ActivityKind = ActivityKind.ACTIVITY
    title: Line = ""
    period: Line = ""
    starts: Day | None = None
    ends: Day | None = None
    state: ActivityState = ActivityState.PLANNED
    reason: Text = ""
    council_role: Text = ""
    partners: Text = ""
    responsible_id: Annotated[str, Ref("person")] | None = None
    responsible: Line = ""
    participants: Count | None = None
    exactness: Exactness = Exactness.EXACT
    participants_note: Line = ""
    report_text: Text = ""
    closed: bool = False
    repeats_id: Annotated[str, Ref("activity")] | None = None
    areas: tuple[ActivityArea, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    links: tuple[ActivityLink, ...] = ()
    notes: tuple[FollowUpNote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterRecipient:
    """Who gets a letter. The list is frozen when the letter is sent."""

    id: Identity = ""
    name: Line = ""
    way: Line = ""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A Trygghetsbrev with its recipients."""

    id: Identity = ""
    year: Annotated[Year, Indexed()] = 0
    number: Count | None = None
    title: Line = ""
    topics: Text = ""
    editor: Line = ""
    deadline: Day | None = None
    state: LetterState = LetterState.PLANNED
    sent_on: Day | None = None
    address: Line = ""
    copies: Count | None = None
    note: Text = ""
    recipients: tuple[LetterRecipient, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgreementParty:
    """A party to an agreement. It is known to the register, or by name alone."""

    id: Identity = ""
    body_id: Annotated[str, Ref("body")] | None = None
    name: Line = ""


@dataclass(frozen=True, kw_only=True)
class AgreementMeeting:
    """A meeting where an agreement is followed up."""

    id: Identity = ""
    date: Day | None = None
    held: bool = False
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """An agreement with its parties and follow-up meetings. ``amount_ore`` is a year's money."""

    id: Identity = ""
    kind: AgreementKind = AgreementKind.COOPERATION
    title: Line = ""
    purpose: Text = ""
    contributions: Text = ""
    valid_from: Day | None = None
    valid_to: Day | None = None
    amount_ore: Ore | None = None
    money_note: Text = ""
    warn_months: Count = 3
    case_number: Line = ""
    note: Text = ""
    parties: tuple[AgreementParty, ...] = ()
    meetings: tuple[AgreementMeeting, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Consultation:
    """A remiss that the council is asked to answer."""

    id: Identity = ""
    title: Line = ""
    sender: Line = ""
    their_number: Line = ""
    case_number: Line = ""
    received: Day | None = None
    due: Day | None = None
    extended_to: Day | None = None
    handler: Line = ""
    state: ConsultationState = ConsultationState.INCOMING
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    answered_on: Day | None = None
    answer: Text = ""
    note: Text = ""
