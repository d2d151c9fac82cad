"""How what follows a meeting is drawn at random: who is told, who is asked, extracts, reports."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.model.records.minutes import (
    Anchoring,
    Approval,
    DecisionNotice,
    Minutes,
    ReportedMatter,
    Section,
)
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.base import Command, Step, found
from hubra_desktop.work.commands.extracts import IssueExtract
from hubra_desktop.work.commands.last_minutes import BringMinutes
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.extracts import prepare_extract
from tests.work.approval_makers import approved
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker

AT = dt.datetime(2019, 6, 3, 10, 5)


@dataclass(frozen=True)
class IssueUnrenderedExtract(Step):
    """Issue an extract whose pages nobody looks at: as quick as a test of any order wants it."""

    notice_id: str
    label: ClassVar[str] = IssueExtract.label
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        read = prepare_extract(rows.connection, self.notice_id)
        ready = replace(read, pdf=f"%PDF-1.7 {read.title}".encode(), pages=1)
        return IssueExtract(ready, "Åsa Ek", AT).apply(rows)


@dataclass(frozen=True)
class ApproveOne(Step):
    """Approve one § at once, without its paper."""

    section_id: str
    day: dt.date
    label: ClassVar[str] = "approve-minutes"
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        section = found(rows, Section, self.section_id)
        (minutes,) = rows.all(Minutes, TABLES["minutes"].c.meeting_id == section.meeting_id)
        made = Approval(id=new_id(), kind=ApprovalKind.IMMEDIATE, done=self.day)
        rows.put(replace(minutes, approvals=(*minutes.approvals, made)), was=minutes)
        rows.change(Section, section.id, {"approval_id": made.id})
        return made.id


def _brought(d: Drawn) -> Command:
    """Draw minutes that come up on the next agenda, approved before where they are not."""
    meeting = d.one("held", d.id("meeting"))
    return approved(d, lambda _: (BringMinutes(meeting),))


def _extracted(d: Drawn) -> Command:
    """Draw an extract of approved minutes, which are approved before where they are not."""
    notice = d.id("decision_notice")
    return approved(d, lambda _: (IssueUnrenderedExtract(notice),))


EXTRACTS: Mapping[str, Maker] = {
    "AddAnchoring": lambda d: Add(Anchoring, d.values("anchoring"), d.id("decision"), d.place()),
    "AddDecisionNotice": lambda d: Add(
        DecisionNotice, d.values("decision_notice"), d.id("decision"), d.place()
    ),
    "AddReportedMatter": lambda d: Add(ReportedMatter, d.values("reported_matter")),
    "BringMinutes": _brought,
    "ChangeAnchoring": lambda d: Change(
        Anchoring, d.id("anchoring"), d.values("anchoring"), d.visit()
    ),
    "ChangeDecisionNotice": lambda d: Change(
        DecisionNotice, d.id("decision_notice"), d.values("decision_notice"), d.visit()
    ),
    "ChangeReportedMatter": lambda d: Change(
        ReportedMatter, d.id("reported_matter"), d.values("reported_matter"), d.visit()
    ),
    "IssueExtract": _extracted,
    "RemoveAnchoring": lambda d: Remove(Anchoring, d.id("anchoring")),
    "RemoveDecisionNotice": lambda d: Remove(DecisionNotice, d.id("decision_notice")),
    "RemoveReportedMatter": lambda d: Remove(ReportedMatter, d.id("reported_matter")),
}
