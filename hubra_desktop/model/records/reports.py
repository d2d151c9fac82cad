"""Written papers as frozen values: what screens, documents and exchange are given."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.dispatch.dispatch_terms import Audience, IssueState
from hubra_desktop.model.records.fields import (
    Content,
    Count,
    Day,
    Identity,
    Indexed,
    Line,
    OmitDefault,
    Picture,
    Ref,
    Sha256,
    Text,
    Year,
)
from hubra_desktop.model.reports.terms import ReportKind


@dataclass(frozen=True, kw_only=True)
class ReportSection:
    """A stretch of a paper.

    ``key`` names what it is for; it is empty when the section is the author's own.
    """

    id: Identity = ""
    key: Line = ""
    heading: Line = ""
    level: Count = 2
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class ReportSignature:
    """Who signs a paper, and as what."""

    id: Identity = ""
    name: Line = ""
    role: Line = ""


@dataclass(frozen=True, kw_only=True)
class ReportAnswer:
    """What the author answered to a gap. ``printed`` lets the paper tell of the gap itself."""

    id: Identity = ""
    key: Line = ""
    text: Text = ""
    printed: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportPicture:
    """A picture that a paper's text names by its ``mark``, which follows from the content."""

    id: Identity = ""
    mark: Line = ""
    content: Picture = b""


@dataclass(frozen=True, kw_only=True)
class KnownWord:
    """A word that somebody has said is spelled as it should be; all papers know it."""

    id: Identity = ""
    word: Line = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A paper written from the year's facts.

    ``number_reason`` explains another case number than the matter's.
    """

    id: Identity = ""
    kind: ReportKind = ReportKind.ANNUAL_REPORT
    year: Annotated[Year, Indexed()] = 0
    title: Line = ""
    date: Day | None = None
    case_number: Line = ""
    number_reason: Line = ""
    administration: Line = ""
    handler: Line = ""
    handler_contact: Line = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    plan_id: Annotated[str, Ref("plan")] | None = None
    attached_to_id: Annotated[str, Ref("report")] | None = None
    attachment_number: Count | None = None
    delivered_to: Text = ""
    note: Text = ""
    sections: tuple[ReportSection, ...] = ()
    signatures: tuple[ReportSignature, ...] = ()
    answers: tuple[ReportAnswer, ...] = ()
    pictures: Annotated[tuple[ReportPicture, ...], OmitDefault()] = ()


@dataclass(frozen=True, kw_only=True)
class IssuedPaper:
    """A paper as it was issued or adopted on a day. It never changes: a new one is made.

    ``paper`` names its kind in the table of papers, ``version`` counts the papers of the
    same kind about the same thing. ``content`` is all that it says, packed, but for the
    ``logotype``. A letter is about a grant's decision; an adopted plan has its plan, a
    kallelse and minutes their meeting, an extract its section. ``sha256`` names the PDF that
    was issued, kept to the byte beside the rows; papers that were issued before these were
    kept have none. ``issued_at`` is the moment (ISO 8601), ``changes`` what is otherwise than
    in the version before, a line each.
    Only ``state`` follows what comes after: an issue may be replaced or withdrawn.
    """

    id: Identity = ""
    paper: Annotated[Line, Indexed()] = ""
    title: Line = ""
    year: Year = 0
    day: Day
    version: Count = 1
    grant_id: Annotated[str, Ref("grant")] | None = None
    decision_id: Annotated[str, Ref("grant_decision")] | None = None
    plan_id: Annotated[str, Ref("plan")] | None = None
    content: Content
    logotype: Picture = b""
    meeting_id: Annotated[str, Ref("meeting"), OmitDefault()] | None = None
    audience: Annotated[Audience, OmitDefault()] = Audience.INTERNAL
    state: Annotated[IssueState, OmitDefault()] = IssueState.ISSUED
    sha256: Annotated[Sha256, Indexed(given=True), OmitDefault()] | None = None
    size: Annotated[Count, OmitDefault()] = 0
    pages: Annotated[Count, OmitDefault()] | None = None
    issued_at: Annotated[Line, OmitDefault()] = ""
    issued_by: Annotated[Line, OmitDefault()] = ""
    changes: Annotated[Text, OmitDefault()] = ""
    reason: Annotated[Text, OmitDefault()] = ""
    section_id: Annotated[str, Ref("section"), OmitDefault()] | None = None
