"""The year's papers and the letters about grants, printed from the command line."""

from collections.abc import Callable

from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.work import money_papers as money
from hubra_desktop.work.queries import Reader, house_style
from hubra_desktop.work.report_papers import report_page, report_pdf
from hubra_desktop.work.year_papers import year_paper

_WRITTEN = {
    "verksamhetsberattelse": ReportKind.ANNUAL_REPORT,
    "verksamhetsplan": ReportKind.ACTIVITY_PLAN,
    "tjansteutlatande": ReportKind.STATEMENT,
}
_Made = tuple[Callable[..., bytes], Callable[..., str]]
_OF_YEARS: dict[str, _Made] = {
    "bidrag": (money.grants_list_of, money.grants_list_page_of),
    "budget": (money.budget_of, money.budget_page_of),
    "arshjul": (money.wheel_of, money.wheel_page_of),
}
_OF_GRANTS: dict[str, _Made] = {
    "beslutsbrev": (money.decision_letter_of, money.decision_letter_page_of),
    "aterkrav": (money.reclaim_of, money.reclaim_page_of),
}


def year_in(what: str) -> bool:
    """Tell whether a paper is asked for by its year, and not by a grant's id."""
    return what not in _OF_GRANTS


def year_document(reader: Reader, what: str, year: int, size: int | None, *, html: bool) -> bytes:
    """Return a paper about a year; raises InputError where there is nothing to print."""
    if what in _WRITTEN:
        return _written(reader, _WRITTEN[what], year, size, html=html)
    return _made(_OF_YEARS[what], reader, year, size, html=html)


def grant_document(
    reader: Reader, what: str, grant_id: str, size: int | None, *, html: bool
) -> bytes:
    """Return a letter about a grant; raises InputError where there is none to write."""
    return _made(_OF_GRANTS[what], reader, grant_id, size, html=html)


def _made(made: _Made, reader: Reader, asked: object, size: int | None, *, html: bool) -> bytes:
    pdf, page = made
    return (
        page(reader, asked, text_size=size).encode() if html else pdf(reader, asked, text_size=size)
    )


def _written(reader: Reader, kind: ReportKind, year: int, size: int | None, *, html: bool) -> bytes:
    view = year_paper(reader, year, kind)
    style = house_style(reader)
    if html:
        return report_page(view.sheet, view.year, style, text_size=size).encode()
    return report_pdf(view.sheet, view.year, style, text_size=size)
