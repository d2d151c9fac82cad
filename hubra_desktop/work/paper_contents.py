"""What each paper says, read from the register, and how it is set out as a manuscript.

Read by the table of papers (``papers``), which the command line reads to know its words: so
nothing heavy is imported here before a paper is made.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.year import YearSheets

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.arshjul import YearPaper
    from hubra_desktop.documents.aterkrav import Reclaim
    from hubra_desktop.documents.bidragslista import GrantList
    from hubra_desktop.documents.budget_paper import BudgetPaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.money_letters import GrantLetter
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.grant_letters import LetterOptions
    from hubra_desktop.work.papers import PaperForm


@dataclass(frozen=True)
class ReportContent:
    """A written paper with the year that it is made from.

    One that is not ready (a gap without an answer, a number that the register contradicts)
    is printed as UTKAST, unless ``draft`` says otherwise.
    """

    report: Report
    year: YearSheets
    draft: bool | None = None


def collect_report(kind: str) -> Callable[..., ReportContent]:
    """Return what reads one kind of written paper: by its id, or by its year.

    A year without such a paper gives the one that would be begun today: it is made on a
    copy of the register and stored nowhere.
    """

    def collected(reader: "Connection", about: str | int) -> ReportContent:
        from hubra_desktop.work.queries.reports import report_rows

        if isinstance(about, int):
            stored = [row.id for row in report_rows(reader, about) if row.kind == kind]
            if not stored:
                return _proposed(reader, about, kind)
            about = stored[-1]
        return _stored(reader, about)

    return collected


def _stored(reader: "Connection", report_id: str) -> ReportContent:
    from hubra_desktop.work.queries.reports import report_sheet
    from hubra_desktop.work.queries.year import report_year

    report = report_sheet(reader, report_id)
    return ReportContent(report, report_year(reader, report))


def _proposed(reader: "Connection", year: int, kind: str) -> ReportContent:
    """Propose a year's paper; raises InputError when nothing is known of the year."""
    from hubra_desktop.model.reports.terms import ReportKind
    from hubra_desktop.store.dry_run import dry_run
    from hubra_desktop.store.rows import Rows
    from hubra_desktop.work.commands.reports import NewReport

    with dry_run(reader) as copy:
        made = NewReport(year, ReportKind(kind)).apply(Rows(copy))
        content = _stored(copy, made)
    known = content.year
    if not (known.plan or known.activities or known.meetings or known.budget):
        raise refusal(
            "Registret har inget om {year}: ingen plan, inga sammanträden och ingen budget.",
            year=year,
        )
    return content


def compose_report(content: ReportContent, style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out a written paper as its kind wants it."""
    from hubra_desktop.documents.tjansteutlatande import tjansteutlatande_manuscript
    from hubra_desktop.documents.verksamhetsberattelse import verksamhetsberattelse_manuscript
    from hubra_desktop.documents.verksamhetsplan import verksamhetsplan_manuscript
    from hubra_desktop.model.reports.report_findings import ready

    composed = {
        "annual_report": verksamhetsberattelse_manuscript,
        "activity_plan": verksamhetsplan_manuscript,
        "statement": tjansteutlatande_manuscript,
    }[content.report.kind]
    draft = content.draft
    if draft is None:
        draft = not ready(content.report, content.year)
    return composed(content.report, content.year, style, draft=draft, text_size=form.text_size)


def report_title(content: ReportContent) -> str:
    """Return what a written paper is called: ``Verksamhetsberättelse 2017``."""
    from hubra_desktop.model.words import swedish_word

    return f"{swedish_word(content.report.kind)} {content.report.year}"


def collect_letter(
    reader: "Connection", grant_id: str, decision_id: str | None = None,
    options: "LetterOptions | None" = None,
) -> "GrantLetter":  # fmt: skip
    """Read the letter about a decision, the latest when None; see ``grant_letters``.

    Without ``options`` it is a draft: what is issued is kept.
    """
    from hubra_desktop.work.grant_letters import DRAFT, decision_letter

    return decision_letter(reader, grant_id, decision_id, options or DRAFT)


def compose_letter(letter: "GrantLetter", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out a decision letter."""
    from hubra_desktop.documents.beslutsbrev import beslutsbrev_manuscript

    return beslutsbrev_manuscript(letter, style, text_size=form.text_size)


def collect_reclaim(
    reader: "Connection", grant_id: str, options: "LetterOptions | None" = None
) -> "Reclaim":
    """Read the letter that asks a grant back, as a draft without ``options``."""
    from hubra_desktop.work.grant_letters import DRAFT, reclaim_letter

    return reclaim_letter(reader, grant_id, options or DRAFT)


def compose_reclaim(letter: "Reclaim", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out the letter that asks a grant back."""
    from hubra_desktop.documents.aterkrav import aterkrav_manuscript

    return aterkrav_manuscript(letter, style, text_size=form.text_size)


def collect_grants(
    reader: "Connection", year: int | None = None, *, day: dt.date | None = None
) -> "GrantList":
    """Read the grants of a year, of all years when None; ``day`` is the list's own."""
    from hubra_desktop.documents.bidragslista import GrantList, ListedGrant
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.grants import grant_rows

    lines = tuple(
        ListedGrant(
            grant=row.sheet, applicant=row.applicant, standing=row.standing, ledger=row.ledger
        )
        for row in grant_rows(reader, year)
    )
    body = _issuer(reader)
    sender = Sender(kind="Förteckning", administration=body, date=day)
    return GrantList(sender=sender, lines=lines, year=year, body=body)


def compose_grants(grants: "GrantList", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out a list of grants."""
    from hubra_desktop.documents.bidragslista import bidragslista_manuscript

    return bidragslista_manuscript(grants, style, text_size=form.text_size)


def collect_budget(
    reader: "Connection", year: int, *, on: dt.date | None = None, ledger: bool = False,
    day: dt.date | None = None,
) -> "BudgetPaper":  # fmt: skip
    """Read a year's budget as it stood on a day (None: all that is known).

    ``ledger`` adds the rows as an appendix; ``day`` is the paper's own.
    """
    from hubra_desktop.documents.budget_paper import BudgetPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.store.tables import LEDGER_ENTRY
    from hubra_desktop.work.queries import money
    from hubra_desktop.work.queries.entries import entries_with
    from hubra_desktop.work.queries.ledger_numbers import numbers_passed_over
    from hubra_desktop.work.queries.register import body_names

    sheet = money.budget_year(reader, year)
    if sheet is None:
        raise _no_budget(year, money.budget_years(reader))
    rows = money.ledger(reader, year)
    body = _issuer(reader)
    table = money.budget(reader, year, on, sheet=sheet)
    pointing = (*(row.entry for row in rows), *table.notes)
    originals = entries_with(
        reader, LEDGER_ENTRY.c.id, {each.original_id for each in pointing if each.original_id}
    )
    return BudgetPaper(
        sender=Sender(kind="Budget", administration=body, date=day),
        table=table,
        originals={each.id: each for each in originals},
        sheet=sheet,
        on=on,
        entries=tuple(replace(row.entry, counterpart=row.counterpart) for row in rows),
        names=body_names(reader),
        ledger=ledger,
        passed=numbers_passed_over(reader, year),
        body=body,
    )


def _no_budget(year: int, years: tuple[int, ...]) -> InputError:
    if not years:
        return refusal("Det finns ingen budget för {year}. Lägg upp budgeten först.", year=year)
    known = ", ".join(str(each) for each in years)
    return refusal(
        "Det finns ingen budget för {year}. År med budget: {known}.", year=year, known=known
    )


def compose_budget(budget: "BudgetPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out a year's budget."""
    from hubra_desktop.documents.budget_paper import budget_manuscript

    return budget_manuscript(budget, style, text_size=form.text_size)


def collect_wheel(reader: "Connection", year: int, *, day: dt.date | None = None) -> "YearPaper":
    """Read a year's wheel with its table by month; ``day`` is the paper's own."""
    from hubra_desktop.documents.arshjul import YearPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.plan import wheel_of

    wheel = wheel_of(reader, year)
    if not (wheel.activities or wheel.meetings or wheel.letters):
        raise refusal(
            "Inget är planerat för {year}. Skriv in planen eller sammanträdena först.", year=year
        )
    body = _issuer(reader)
    sender = Sender(kind="Årshjul", administration=body, date=day)
    return YearPaper(sender=sender, wheel=wheel, body=body)


def compose_wheel(year: "YearPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out a year's wheel and its table."""
    from hubra_desktop.documents.arshjul import arshjul_manuscript

    return arshjul_manuscript(year, style, text_size=form.text_size)


def _issuer(reader: "Connection") -> str:
    from hubra_desktop.work.queries.register import register_info

    return register_info(reader).body
