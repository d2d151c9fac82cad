"""The written papers as bytes from the register: ready or UTKAST, as PDF and as a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.work.commands import AnswerGap, NewReport
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.queries import Reader, house_style
from hubra_desktop.work.queries.reports import report_of, report_sheet, report_view
from hubra_desktop.work.report_papers import (
    report_file_name,
    report_page,
    report_pdf_of,
    year_paper_of,
)
from hubra_desktop.work.workspace import Workspace
from tests.documents.reading import spoken


@pytest.fixture(scope="module")
def huddinge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Open a demo register with a report of 2017 that lacks an answer."""
    path: Path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


def page(reader: Reader, report_id: str) -> str:
    shown = report_view(reader, report_id)
    return report_page(shown.sheet, shown.year, house_style(reader), text_size=16)


def test_a_paper_is_a_draft_until_its_gaps_are_answered(huddinge: Workspace) -> None:
    report_id = huddinge.run(NewReport(2017)).created
    assert report_id is not None
    with huddinge.read() as reader:
        assert "UTKAST" in spoken(report_pdf_of(reader, report_id))
        assert "UTKAST" in page(reader, report_id)
    huddinge.run(AnswerGap(report_id, "no-value:indicator-4", printed=True))
    with huddinge.read() as reader:
        assert "UTKAST" not in spoken(report_pdf_of(reader, report_id))
        assert "UTKAST" not in page(reader, report_id)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ReportKind.ANNUAL_REPORT, "Verksamhetsberättelse 2017"),
        (ReportKind.STATEMENT, "Tjänsteutlåtande 2017"),
    ],
)
def test_the_years_paper_of_a_kind_is_printed(
    huddinge: Workspace, kind: ReportKind, name: str
) -> None:
    with huddinge.read() as reader:
        assert year_paper_of(reader, 2017, kind, text_size=20).startswith(b"%PDF-1.7")
        report = report_of(reader, 2017, kind)
    assert report_file_name(report) == f"{name}.pdf"
    assert report_file_name(report, large=True) == f"{name} stor stil.pdf"


def test_the_years_plan_is_printed_when_it_has_been_begun(huddinge: Workspace) -> None:
    with huddinge.read() as reader, pytest.raises(InputError, match="Verksamhetsplan"):
        year_paper_of(reader, 1999, ReportKind.ACTIVITY_PLAN)
    plan_id = huddinge.run(NewReport(2017, ReportKind.ACTIVITY_PLAN)).created
    assert plan_id is not None
    with huddinge.read() as reader:
        assert "Fastställande" in spoken(report_pdf_of(reader, plan_id))
        assert report_sheet(reader, plan_id).title.startswith("Verksamhetsplan för Huddinges")
