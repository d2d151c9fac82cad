"""The pages that are checked: the demo's own, and those that hold all that a page can."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.documents.arshjul import arshjul_html
from hubra_desktop.documents.aterkrav import aterkrav_html
from hubra_desktop.documents.beslutsbrev import beslutsbrev_html
from hubra_desktop.documents.bidragslista import bidragslista_html
from hubra_desktop.documents.budget_paper import budget_html
from hubra_desktop.documents.kallelse import kallelse_html
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import kallelse_page
from hubra_desktop.work.queries import house_style, meeting_sheet, meetings_of
from hubra_desktop.work.queries.reports import report_rows
from hubra_desktop.work.report_papers import report_page
from hubra_desktop.work.workspace import Workspace
from hubra_desktop.work.year_papers import year_paper
from tests.documents.budget_samples import paper as budget_sample
from tests.documents.long_report import long_report
from tests.documents.money_samples import grant_list, letter, unknown_reclaim
from tests.documents.reports import COMPLETE, report
from tests.documents.samples import HOUSE, everything, nasty, sixty
from tests.documents.year_samples import year_paper as crowded_year


def twins() -> dict[str, str]:
    """Return every page by its name."""
    return {
        **dict(_demo()),
        "agenda with everything": kallelse_html(everything(), HOUSE, draft=True),
        "agenda of sixty rows": kallelse_html(sixty(), HOUSE, draft=False),
        "agenda of nasty text": kallelse_html(nasty(), HOUSE, draft=False),
        "report with everything": to_html(report(*COMPLETE)),
        "long report": to_html(long_report(20)),
        **_money(),
    }


def _money() -> dict[str, str]:
    """Write the papers of the money and of the year, with all that they can hold."""
    return {
        "decision letter": beslutsbrev_html(letter(), HOUSE),
        "reclaim with lines to fill in": aterkrav_html(unknown_reclaim(), HOUSE),
        "list of thirty grants": bidragslista_html(grant_list(30), HOUSE),
        "list of no grants": bidragslista_html(grant_list(0, 2024), HOUSE),
        "budget with its ledger": budget_html(budget_sample(ledger=True), HOUSE),
        "wheel of a crowded year": arshjul_html(crowded_year(40, 12, 8), HOUSE),
    }


def _demo() -> Iterator[tuple[str, str]]:
    """Write the kallelse of each of the demo register's meetings, and its written papers."""
    with TemporaryDirectory(prefix="hubra-twins-") as folder:
        register = Path(folder, "demo.hubra")
        make_demo(register)
        workspace = Workspace.open(register)
        try:
            with workspace.read() as reader:
                for row in meetings_of(reader, 2018):
                    sheet = meeting_sheet(reader, row.id)
                    moved = meeting_sheet(reader, sheet.moved_to) if sheet.moved_to else None
                    page = kallelse_page(sheet, house_style(reader), moved)
                    yield f"kallelse {sheet.date.isoformat()} of the demo", page
                for paper in report_rows(reader):
                    view = year_paper(reader, paper.year, paper.kind)
                    page = report_page(view.sheet, view.year, house_style(reader))
                    yield f"{paper.kind.value} of the demo", page
                plan = year_paper(reader, 2017, ReportKind.ACTIVITY_PLAN)
                yield "plan of the demo", report_page(plan.sheet, plan.year, house_style(reader))
        finally:
            workspace.close()
