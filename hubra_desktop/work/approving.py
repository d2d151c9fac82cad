"""Minutes about to be approved: read whole, rendered beside the window, then kept to the byte.

It is done in two steps, as a call is: ``prepare_minutes`` reads all that the minutes say,
``rendered_minutes`` makes the PDF of it and needs no register. ``ApproveMinutes`` then keeps
both, if the minutes are still the same.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.dispatch_terms import Audience, IssueState
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.approval_days import DAY, refuse_approved_on
from hubra_desktop.model.minutes.approving import last_approval, open_approval, wholes_done
from hubra_desktop.model.minutes.kept_as import refusal_of
from hubra_desktop.model.minutes.minutes_findings import (
    MinutesFinding,
    holds_up,
    minutes_findings,
)
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView, printed_view
from hubra_desktop.model.minutes.sections import recorded_rows
from hubra_desktop.model.records.minutes import Approval, Section
from hubra_desktop.model.terms import APPROVED_STATES, HELD_STATES, MeetingState
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.approval_papers import AT_ONCE_PAPER
from hubra_desktop.work.at_once import approved_at_once, earlier_of
from hubra_desktop.work.issued_papers import MINUTES_PAPERS
from hubra_desktop.work.minutes_papers import NOTES, PROTOKOLL, WHOLE_MINUTES
from hubra_desktop.work.papers import PAPERS, Collected, render_counted
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import paper_style, today

if TYPE_CHECKING:
    from hubra_desktop.documents.protokoll import MinutesContent

PAPER_OF_KIND: Final[Mapping[MinutesKind, str]] = {
    MinutesKind.PROTOCOL: PROTOKOLL,
    MinutesKind.NOTES: NOTES,
}
"""What the kinds of minutes are called among the papers."""


@dataclass(frozen=True)
class PreparedMinutes:
    """Minutes that are about to be approved; ``pdf`` and ``pages`` are there once rendered.

    ``section_ids`` are the §§ that are approved at once, none for all that is left.
    """

    meeting_id: str
    day: dt.date
    version: int
    paper: Collected
    approval: Approval
    section_ids: tuple[str, ...] = ()
    pdf: bytes = b""
    pages: int = 0

    @property
    def title(self) -> str:
        """Return what the paper is called: ``Protokoll 2018-03-07``."""
        return PAPERS[self.paper.name].title(self.paper.content)


class IssuedMinutes(NamedTuple):
    """Minutes as they were approved, in a list."""

    id: str
    paper: str
    title: str
    day: dt.date
    version: int
    state: IssueState
    size: int
    pages: int | None
    issued_at: str
    issued_by: str
    reason: str
    audience: Audience

    @property
    def secret(self) -> bool:
        """Tell whether it holds what not everybody may read."""
        return self.audience is Audience.INTERNAL

    @property
    def whole(self) -> bool:
        """Tell whether it is the minutes as a whole, and not some §§ that were approved at once."""
        return self.paper in WHOLE_MINUTES


def approved_minutes(reader: Connection, meeting_id: str) -> tuple[IssuedMinutes, ...]:
    """Return what was approved of a meeting, the latest first."""
    columns = ISSUED_PAPER.c
    wanted = select(*(columns[name] for name in IssuedMinutes._fields)).where(
        columns.meeting_id == meeting_id, columns.paper.in_(MINUTES_PAPERS)
    )
    found = (IssuedMinutes._make(row) for row in reader.execute(wanted))
    return tuple(sorted(found, key=_newest, reverse=True))


def _newest(issued: IssuedMinutes) -> tuple[str, int]:
    return issued.issued_at, issued.version


def hindrances(view: MinutesView, section_ids: Sequence[str] = ()) -> tuple[MinutesFinding, ...]:
    """Return what must be mended before minutes are approved, or some of their §§ at once."""
    stops = holds_up(minutes_findings(view))
    if not section_ids:
        return stops
    return tuple(each for each in stops if _concerns(view, each, section_ids))


def _concerns(view: MinutesView, found: MinutesFinding, section_ids: Sequence[str]) -> bool:
    """Tell whether a finding is of one of some §§, or of the minutes as a whole before them."""
    if found.kind in ("attendance", "agenda_item"):
        return False
    own = (each.section for each in view.sections if _is_in(found.row_id, each.section))
    section = next(own, None)
    return section is None or section.id in section_ids


def _is_in(row_id: str, section: Section) -> bool:
    return row_id == section.id or row_id in recorded_rows(section)


def prepare_minutes(
    reader: Connection,
    meeting_id: str,
    *,
    section_ids: Sequence[str] = (),
    day: dt.date | None = None,
    approval_id: str = "",
) -> PreparedMinutes:
    """Read what the minutes will say; raises InputError where they cannot be approved.

    With ``section_ids`` they are those §§ alone, approved at once. ``day`` is that of the
    approval, None for today. A new approval has ``approval_id``, where one is given.
    """
    view = minutes_of(reader, meeting_id)
    wanted = day or today(reader)
    kind = ApprovalKind.IMMEDIATE if section_ids else ApprovalKind.ORDINARY
    _refuse_early(view, section_ids)
    assert view.minutes is not None
    refuse_approved_on(wanted, view.meeting.date, view.minutes, kind)
    if wanted > today(reader):
        raise refusal("Dagen har inte varit än. Ange den dag då det gjordes.", field=DAY)
    stops = hindrances(view, section_ids)
    if stops:
        raise refusal_of(view.kind, "Det går inte att justera än. {first}", first=stops[0].sentence)
    name = AT_ONCE_PAPER if section_ids else PAPER_OF_KIND[view.kind]
    planned = None if section_ids else open_approval(view.minutes)
    approval = replace(planned or Approval(id=approval_id or new_id(), kind=kind), done=wanted)
    version = _next_version(reader, view, section_ids)
    content = guard(reader).value(_as_approved(view, approval, section_ids, version))
    paper = Collected(name, content, paper_style(reader))
    return PreparedMinutes(meeting_id, wanted, version, paper, approval, tuple(section_ids))


def rendered_minutes(prepared: PreparedMinutes) -> PreparedMinutes:
    """Return the minutes with their PDF; needs no register. Raises InputError as it does."""
    pdf, pages = render_counted(prepared.paper)
    return replace(prepared, pdf=pdf, pages=pages)


def _next_version(reader: Connection, view: MinutesView, section_ids: Sequence[str]) -> int:
    """Return which version an approval makes: of the whole minutes, or of its very §§."""
    assert view.minutes is not None
    if not section_ids:
        return len(wholes_done(view.minutes)) + 1
    earlier = earlier_of(approved_at_once(reader, view.meeting.id), section_ids)
    return max((each.version for each in earlier), default=0) + 1


def superseded(reader: Connection, prepared: PreparedMinutes) -> frozenset[str]:
    """Return the ids of the papers that hold until minutes are approved, and not after.

    They are papers of the §§ that are approved now. Those that were approved at once before,
    and stand so in the whole, are not among them.
    """
    approval_id = prepared.approval.id
    sections = [each.section for each in prepared.paper.content.view.sections]
    now = {each.id for each in sections if each.approval_id in (None, approval_id)}
    parts = earlier_of(approved_at_once(reader, prepared.meeting_id), now)
    known = {each.id for each in parts}
    if not prepared.section_ids:
        issued = approved_minutes(reader, prepared.meeting_id)
        known |= {each.id for each in issued if each.whole}
    columns = ISSUED_PAPER.c
    holding = select(columns.id).where(columns.id.in_(known), columns.state == IssueState.ISSUED)
    return frozenset(reader.scalars(holding))


def _refuse_early(view: MinutesView, section_ids: Sequence[str]) -> None:
    if view.minutes is None:
        raise refusal_of(view.kind, "Protokollet är inte påbörjat. Gör det i delen Protokoll.")
    if view.meeting.state in APPROVED_STATES and last_approval(view.minutes) is not None:
        raise refusal_of(view.kind, "Protokollet är redan justerat.")
    held = view.meeting.state in HELD_STATES
    if not held and not (section_ids and view.meeting.state is MeetingState.ONGOING):
        raise refusal("Sammanträdet är inte hållet än.")
    known = {each.section.id: each for each in view.sections}
    if any(each not in known or known[each].section.approval_id for each in section_ids):
        raise refusal("Paragrafen finns inte längre, eller är redan justerad.")
    if not held and any(_is_to_come(known[each]) for each in section_ids):
        raise refusal("Paragrafen har inte tagits upp än. Gå till dess punkt först.")


def _is_to_come(view: SectionView) -> bool:
    """Tell whether a § waits for its row: who takes part in it is not known before."""
    return view.section.item_id is not None and view.started is None


def _as_approved(
    view: MinutesView, approval: Approval, section_ids: Sequence[str], version: int
) -> "MinutesContent":
    """Return the minutes as they are once they are approved."""
    from hubra_desktop.documents.protokoll import MinutesContent

    assert view.minutes is not None
    if section_ids:
        return _at_once(view, approval, section_ids, version)
    others = tuple(each for each in view.minutes.approvals if each.id != approval.id)
    minutes = replace(view.minutes, approvals=(*others, approval))
    meeting = replace(view.meeting, state=MeetingState.APPROVED)
    whole = replace(view, minutes=minutes, meeting=meeting)
    return MinutesContent(printed_view(whole), version, draft=False)


def _at_once(
    view: MinutesView, approval: Approval, section_ids: Sequence[str], version: int
) -> "MinutesContent":
    """Return some §§ as they are once they are approved, with the day beside the signatures."""
    from hubra_desktop.documents.protokoll import MinutesContent

    assert view.minutes is not None
    of_paper = replace(approval, id=f"{approval.id}-", kind=ApprovalKind.ORDINARY)
    chosen = (each for each in view.sections if each.section.id in section_ids)
    part = replace(
        view,
        minutes=replace(view.minutes, approvals=(approval, of_paper)),
        sections=tuple(
            replace(each, section=replace(each.section, approval_id=approval.id)) for each in chosen
        ),
    )
    return MinutesContent(printed_view(part), version, draft=False)
