"""What was decided at a meeting, its minutes and their approval, and what was signed."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.minutes.minutes_terms import (
    AnchoringAnswer,
    AppealKind,
    ApprovalKind,
    BallotAnswer,
    DecisionOutcome,
    DissentKind,
    MinutesKind,
    ProposalKind,
    ReportedKind,
    SignedKind,
)
from hubra_desktop.model.records.fields import (
    Count,
    Day,
    Identity,
    Indexed,
    Line,
    OwnedBy,
    Ref,
    Sha256,
    Text,
)
from hubra_desktop.model.terms import DeliveryWay, ItemKind


@dataclass(frozen=True, kw_only=True)
class SectionProposal:
    """What somebody moved (yrkande), in the order in which it was put.

    ``seconded`` names those who joined it. One that was withdrawn is not in the minutes.
    """

    id: Identity = ""
    kind: ProposalKind = ProposalKind.APPROVE
    attendance_id: Annotated[str, Ref("attendance")] | None = None
    name: Line = ""
    seconded: Line = ""
    text: Text = ""
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class BallotVoice:
    """How one person voted in a vote by name."""

    id: Identity = ""
    attendance_id: Annotated[str, Ref("attendance")] | None = None
    name: Line = ""
    answer: BallotAnswer = BallotAnswer.YES


@dataclass(frozen=True, kw_only=True)
class SectionBallot:
    """A vote: what yes and no mean, and how many answered what.

    The counts are those of ``voices`` where it was by name. ``casting`` tells that the
    chair's vote decided (KL 5 kap. 55 §), ``secret`` that it was by paper slips.
    """

    id: Identity = ""
    yes_means: Text = ""
    no_means: Text = ""
    yes: Count = 0
    no: Count = 0
    abstained: Count = 0
    casting: bool = False
    secret: bool = False
    voices: Annotated[tuple[BallotVoice, ...], OwnedBy("ballot_id")] = ()


@dataclass(frozen=True, kw_only=True)
class SectionDissent:
    """A reservation, or what somebody else has put to the minutes (KL 4 kap. 27 §)."""

    id: Identity = ""
    kind: DissentKind = DissentKind.RESERVATION
    attendance_id: Annotated[str, Ref("attendance")] | None = None
    name: Line = ""
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class Disqualification:
    """Somebody who may take no part in a § (jäv), and was out while it was handled."""

    id: Identity = ""
    attendance_id: Annotated[str, Ref("attendance")] | None = None
    name: Line = ""
    reason: Text = ""


@dataclass(frozen=True, kw_only=True)
class DecisionNotice:
    """Who is told of a decision (delges), how, and when that was done.

    ``anonymous`` leaves out the names of those who are threatened. ``issued_id`` is the
    extract that was made.
    """

    id: Identity = ""
    person_id: Annotated[str, Ref("person")] | None = None
    body_id: Annotated[str, Ref("body")] | None = None
    name: Line = ""
    address: Text = ""
    way: DeliveryWay = DeliveryWay.EMAIL
    anonymous: bool = False
    due: Day | None = None
    sent: Day | None = None
    acknowledged: Day | None = None
    issued_id: Annotated[str, Ref("issued_paper")] | None = None
    note: Line = ""


@dataclass(frozen=True, kw_only=True)
class Anchoring:
    """A body that was asked about a decision at home (förankring), and what it answered."""

    id: Identity = ""
    body_id: Annotated[str, Ref("body")] | None = None
    name: Line = ""
    asked_on: Day | None = None
    due: Day | None = None
    answer: AnchoringAnswer = AnchoringAnswer.NONE
    answered_on: Day | None = None
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One decision of a §: as proposed and as adopted.

    ``deviation_confirmed`` tells that somebody has seen that the two differ. ``executor`` is
    who has to act, by name, person or body.
    """

    id: Identity = ""
    proposed: Text = ""
    adopted: Text = ""
    outcome: DecisionOutcome = DecisionOutcome.OPEN
    deviation_confirmed: bool = False
    executor: Line = ""
    executor_id: Annotated[str, Ref("person")] | None = None
    executor_body_id: Annotated[str, Ref("body")] | None = None
    due: Day | None = None
    notices: tuple[DecisionNotice, ...] = ()
    anchorings: tuple[Anchoring, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """What the minutes say of one row of the agenda: a § with its decisions.

    ``number`` is that of the body's series of the meeting's year, None until given and
    never changed after. ``position`` orders those of a meeting. ``procedure`` tells the order
    in which the proposals were put (KL 5 kap. 67 §). ``chair_id`` led this one alone.
    ``inner_note`` is never printed. ``approval_id`` is the immediate approval that it was in.
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")]
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    position: Count = 0
    number: Count | None = None
    heading: Line = ""
    case_number: Line = ""
    background: Text = ""
    debate: Text = ""
    procedure: Text = ""
    inner_note: Text = ""
    chair_id: Annotated[str, Ref("attendance")] | None = None
    appeal: AppealKind = AppealKind.NONE
    approval_id: Annotated[str, Ref("approval")] | None = None
    proposals: tuple[SectionProposal, ...] = ()
    ballots: tuple[SectionBallot, ...] = ()
    dissents: tuple[SectionDissent, ...] = ()
    disqualifications: tuple[Disqualification, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Approver:
    """Who approves the minutes, and as what ("ordförande", "justerare"), of those present."""

    id: Identity = ""
    attendance_id: Annotated[str, Ref("attendance")] | None = None
    name: Line = ""
    role: Line = ""


@dataclass(frozen=True, kw_only=True)
class Approval:
    """One approval (justering): planned, done, announced and taken down.

    ``proof`` says who put the announcement up and took it down.
    """

    id: Identity = ""
    kind: ApprovalKind = ApprovalKind.ORDINARY
    planned: Day | None = None
    done: Day | None = None
    posted_on: Day | None = None
    posted_until: Day | None = None
    taken_down_on: Day | None = None
    proof: Line = ""


@dataclass(frozen=True, kw_only=True)
class Reopening:
    """Approved minutes that were opened again: when, why, and who agreed."""

    id: Identity = ""
    day: Day
    reason: Text = ""
    agreed_by: Line = ""
    version: Count = 1


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """The minutes of a meeting, or its notes; what they say of each row stands in sections.

    ``place`` is where they are approved, ``kept_at`` where they are kept.
    """

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")]
    kind: MinutesKind = MinutesKind.PROTOCOL
    opening: Text = ""
    closing: Text = ""
    place: Line = ""
    kept_at: Line = ""
    archived_on: Day | None = None
    note: Text = ""
    approvers: tuple[Approver, ...] = ()
    approvals: tuple[Approval, ...] = ()
    reopenings: tuple[Reopening, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SignedPaper:
    """An issued paper that came back signed: the file, and the record of its check.

    ``sha256`` names the file, ``record_sha256`` the record as a PDF of its own. ``signers``
    are lines of who signed when; ``verdict`` says what the check found.
    """

    id: Identity = ""
    issued_id: Annotated[str, Ref("issued_paper")]
    kind: SignedKind = SignedKind.SIGNED_PDF
    name: Line = ""
    sha256: Annotated[Sha256, Indexed()]
    size: Count = 0
    added_on: Day | None = None
    signers: Text = ""
    verdict: Text = ""
    record_sha256: Annotated[Sha256, Indexed(given=True)] | None = None
    record_size: Count = 0


@dataclass(frozen=True, kw_only=True)
class ReportedMatter:
    """A delegated decision or a message that is reported to a meeting."""

    id: Identity = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    kind: ReportedKind = ReportedKind.MESSAGE
    day: Day | None = None
    case_number: Line = ""
    title: Text = ""
    sender: Line = ""
    delegation_point: Line = ""
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A sentence that ``key`` stands for when minutes are written (``#ordf``).

    It is offered for rows of ``item_kind``, or for all. ``[ordförande]`` and the like in it
    are filled in from the meeting.
    """

    id: Identity = ""
    key: Line = ""
    text: Text = ""
    item_kind: ItemKind | None = None
