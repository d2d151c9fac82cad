"""The written papers as bytes, made from the register: report, plan, statement.

Slow work that only reads: it may run on any thread. A paper that is not ready (a gap
without an answer, a number that the register contradicts) is printed as UTKAST. All raise
InputError for text that cannot be printed and where the paper is gone.
"""

from collections.abc import Callable
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.documents.tjansteutlatande import tjansteutlatande, tjansteutlatande_html
from hubra_desktop.documents.verksamhetsberattelse import (
    verksamhetsberattelse,
    verksamhetsberattelse_html,
)
from hubra_desktop.documents.verksamhetsplan import verksamhetsplan, verksamhetsplan_html
from hubra_desktop.model.reports.compose import paper_name
from hubra_desktop.model.reports.inspector import ready
from hubra_desktop.model.reports.sheets import ReportSheet
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.sheet import HouseStyle
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.reports import report_of, report_sheet
from hubra_desktop.work.queries.year import year_sheets

_PRINTED: Final[dict[ReportKind, Callable[..., bytes]]] = {
    ReportKind.ANNUAL_REPORT: verksamhetsberattelse,
    ReportKind.ACTIVITY_PLAN: verksamhetsplan,
    ReportKind.STATEMENT: tjansteutlatande,
}
_PAGES: Final[dict[ReportKind, Callable[..., str]]] = {
    ReportKind.ANNUAL_REPORT: verksamhetsberattelse_html,
    ReportKind.ACTIVITY_PLAN: verksamhetsplan_html,
    ReportKind.STATEMENT: tjansteutlatande_html,
}


def report_pdf_of(reader: Connection, report_id: str, *, text_size: float | None = None) -> bytes:
    """Return a stored paper as PDF; ``text_size`` in points is for large print."""
    report = report_sheet(reader, report_id)
    year = year_sheets(reader, report.year, report.plan_id)
    return report_pdf(report, year, house_style(reader), text_size=text_size)


def year_paper_of(
    reader: Connection, year: int, kind: ReportKind, *, text_size: float | None = None
) -> bytes:
    """Return the year's latest stored paper of a kind as PDF."""
    return report_pdf_of(reader, report_of(reader, year, kind).id, text_size=text_size)


def report_pdf(
    report: ReportSheet, year: YearSheets, style: HouseStyle, *, text_size: float | None = None
) -> bytes:
    """Return a paper as it is shown while it is written."""
    draft = not ready(report, year)
    return _PRINTED[report.kind](report, year, style, draft=draft, text_size=text_size)


def report_page(
    report: ReportSheet, year: YearSheets, style: HouseStyle, *, text_size: float | None = None
) -> str:
    """Return the same paper as one HTML page, for those who read it as text."""
    draft = not ready(report, year)
    return _PAGES[report.kind](report, year, style, draft=draft, text_size=text_size)


def report_file_name(report: ReportSheet, *, large: bool = False) -> str:
    """Return the name that a paper is offered to be saved under."""
    print_size = " stor stil" if large else ""
    return f"{paper_name(report.kind)} {report.year}{print_size}.pdf"
