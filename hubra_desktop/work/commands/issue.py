"""Issuing: a letter is kept as it goes out, a plan as it was adopted."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from hubra_desktop.model.money.letters import check_letter, check_letter_day, check_reclaim
from hubra_desktop.model.plan.adopted import printed_year
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.model.records.reports import IssuedPaper, Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.store.reading import records
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ISSUED_PAPER, REPORT
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.reports import proposed_report
from hubra_desktop.work.grant_letters import FROM_REGISTER, LetterOptions
from hubra_desktop.work.issued_papers import ADOPTED, DECISION_LETTER, kept, next_version
from hubra_desktop.work.paper_contents import ReportContent
from hubra_desktop.work.papers import PAPERS, Collected, collect
from hubra_desktop.work.queries.register import paper_style
from hubra_desktop.work.queries.register import today as register_day
from hubra_desktop.work.queries.year import report_year


@dataclass(frozen=True)
class IssueLetter(Step):
    """Keep a letter about a grant as it is issued on its day (None among options: today).

    ``paper`` names the letter in the table of papers. Raises InputError where there is
    nothing to write.
    """

    paper: str
    grant_id: str
    decision_id: str | None = None
    options: LetterOptions = field(default=FROM_REGISTER)
    label: ClassVar[str] = "issue-letter"

    def apply(self, rows: Rows) -> str:
        day = self.options.day or register_day(rows.connection)
        asked: dict[str, Any] = {"options": replace(self.options, day=day, draft=False)}
        if self.paper == DECISION_LETTER:
            asked["decision_id"] = self.decision_id
        letter = collect(rows.connection, self.paper, self.grant_id, **asked)
        decision = letter.content.decision
        if self.paper == DECISION_LETTER:
            check_letter(decision)
        else:
            check_reclaim(letter.content.standing)
        check_letter_day(decision, day, register_day(rows.connection))
        about = {"grant_id": self.grant_id, "decision_id": decision.id}
        version = next_version(rows.connection, self.paper, **about)
        title = PAPERS[self.paper].title(letter.content)
        year = letter.content.grant.year
        return rows.add(kept(letter, title=title, year=year, day=day, version=version, **about))


def keep_adopted(rows: Rows, after: Plan) -> None:
    """Keep the council's plan as it is adopted; what was kept of another day gives way."""
    columns = ISSUED_PAPER.c
    earlier = (columns.plan_id == after.id, columns.version == after.version)
    for each in records(rows.connection, IssuedPaper, *earlier):
        rows.remove(IssuedPaper, each.id)
    if after.decided_on is not None:
        rows.add(adopted_paper(rows, after, after.decided_on))


def adopted_paper(rows: Rows, plan: Plan, day: dt.date) -> IssuedPaper:
    """Return the plan's paper as it is to be kept."""
    report = _report_of(rows, plan)
    year = printed_year(report_year(rows.connection, replace(report, plan_id=plan.id)))
    paper = Collected(
        ADOPTED, ReportContent(report, year, draft=False), paper_style(rows.connection)
    )
    title = report.title or PAPERS[ADOPTED].title(paper.content)
    about = {"plan_id": plan.id, "version": plan.version}
    return kept(paper, title=title, year=plan.year, day=day, **about)


def _report_of(rows: Rows, plan: Plan) -> Report:
    """Return the written plan, the latest one; without it the one that would be proposed."""
    of_year = (REPORT.c.year == plan.year, REPORT.c.kind == ReportKind.ACTIVITY_PLAN)
    written = records(rows.connection, Report, *of_year, order=(REPORT.c.date.nulls_first(),))
    if written:
        return written[-1]
    return proposed_report(rows, plan.year, ReportKind.ACTIVITY_PLAN)
