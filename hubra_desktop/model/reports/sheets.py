"""Written papers as frozen values: what screens, documents and exchange are given."""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.model.reports.terms import ReportKind


@dataclass(frozen=True, kw_only=True)
class ReportSectionSheet:
    """A stretch of a paper."""

    id: str = ""
    key: str = ""
    heading: str = ""
    level: int = 2
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportSignatureSheet:
    """Who signs a paper, and as what."""

    id: str = ""
    name: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportAnswerSheet:
    """What the author answered to a gap."""

    id: str = ""
    key: str = ""
    text: str = ""
    printed: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """A paper written from the year's facts."""

    id: str = ""
    kind: ReportKind = ReportKind.ANNUAL_REPORT
    year: int = 0
    title: str = ""
    date: dt.date | None = None
    case_number: str = ""
    number_reason: str = ""
    administration: str = ""
    handler: str = ""
    handler_contact: str = ""
    meeting_id: str | None = None
    plan_id: str | None = None
    attached_to_id: str | None = None
    attachment_number: int | None = None
    delivered_to: str = ""
    note: str = ""
    sections: tuple[ReportSectionSheet, ...] = ()
    signatures: tuple[ReportSignatureSheet, ...] = ()
    answers: tuple[ReportAnswerSheet, ...] = ()
