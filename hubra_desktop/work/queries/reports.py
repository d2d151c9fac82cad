"""The written papers as lists, and one by one with all that is known against them."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.earlier import Earlier
from hubra_desktop.model.reports.fact_check import Contradiction, check_text
from hubra_desktop.model.reports.facts import Facts
from hubra_desktop.model.reports.gaps import ReportGap, gaps
from hubra_desktop.model.reports.related_papers import ReportFinding
from hubra_desktop.model.reports.renewal import Stale
from hubra_desktop.model.reports.report_findings import is_ready, report_findings
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import REPORT
from hubra_desktop.work.queries.in_order import by_words, unknown_first
from hubra_desktop.work.queries.year import report_year


class ReportRow(NamedTuple):
    """A paper as one line of a list."""

    id: str
    kind: ReportKind
    year: int
    title: str
    date: dt.date | None
    case_number: str
    attached_to_id: str | None
    attachment_number: int | None


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """A paper with its year, and everything that is found when it is held against it."""

    sheet: Report
    year: YearSheets
    facts: Facts
    stale: tuple[Stale, ...]
    contradicted: tuple[Contradiction, ...]
    gaps: tuple[ReportGap, ...]
    findings: tuple[ReportFinding, ...]
    ready: bool


def report_rows(reader: Connection, year: int | None = None) -> tuple[ReportRow, ...]:
    """Return the papers of a year, or all, the latest year first, then by date."""
    report = REPORT.c
    columns = (getattr(report, name) for name in ReportRow._fields)
    chosen = select(*columns).order_by(report.id)
    if year is not None:
        chosen = chosen.where(report.year == year)
    rows = (ReportRow(*row) for row in reader.execute(chosen))
    found = by_words(rows, lambda row: row.title)
    return tuple(sorted(found, key=lambda row: (-row.year, unknown_first(row.date))))


def report_sheet(reader: Connection, report_id: str) -> Report:
    """Return a paper whole; raises InputError when it is gone."""
    found = records(reader, Report, REPORT.c.id == report_id)
    if not found:
        raise refusal("Handlingen finns inte längre. Välj en annan i listan.")
    return found[0]


def earlier_paper(reader: Connection, report: Report) -> Earlier | None:
    """Return the latest paper of the same kind of an earlier year, with that year's sheets."""
    column = REPORT.c
    alike = records(reader, Report, column.kind == report.kind, column.year < report.year)
    latest = max(alike, key=lambda each: (each.year, each.id), default=None)
    if latest is None:
        return None
    return Earlier(latest, report_year(reader, latest))


def report_view(reader: Connection, report_id: str) -> ReportView:
    """Return a paper with all that is found in it; raises InputError when it is gone."""
    report = report_sheet(reader, report_id)
    return viewed(report, report_year(reader, report))


def view_of_text(reader: Connection, view: ReportView) -> ReportView:
    """Return a paper whose own text alone has changed since it was read: its year has not."""
    report = report_sheet(reader, view.sheet.id)
    papers = tuple(report if each.id == report.id else each for each in view.year.reports)
    return viewed(report, replace(view.year, reports=papers))


def viewed(report: Report, year: YearSheets) -> ReportView:
    """Hold a paper against its year."""
    held = check_text(report, year)
    lacking = gaps(report, year)
    findings = report_findings(report, year, lacking, held)
    return ReportView(
        sheet=report,
        year=year,
        facts=held.facts,
        stale=held.stale,
        contradicted=held.contradicted,
        gaps=lacking,
        findings=findings,
        ready=is_ready(findings, lacking),
    )
