"""The written papers as bytes from the register: ready or UTKAST, as PDF and as a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.work.commands.reports import AnswerGap, NewReport
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import REPORT_NAMES, PaperForm, collect, render, report_paper
from hubra_desktop.work.queries import Reader, house_style
from hubra_desktop.work.queries.reports import report_sheet, report_view
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
    paper = report_paper(shown.sheet, shown.year, house_style(reader))
    return render(paper, PaperForm(16, html=True)).decode()


def printed(reader: Reader, report_id: str) -> str:
    kind = report_sheet(reader, report_id).kind
    return spoken(render(collect(reader, REPORT_NAMES[kind], report_id)))


def test_a_paper_is_a_draft_until_its_gaps_are_answered(huddinge: Workspace) -> None:
    report_id = huddinge.run(NewReport(2017)).created
    assert report_id is not None
    with huddinge.read() as reader:
        assert "Utkast" in printed(reader, report_id)
        assert "Utkast" in page(reader, report_id)
    huddinge.run(AnswerGap(report_id, "no-value:indicator-4", printed=True))
    with huddinge.read() as reader:
        assert "Utkast" not in printed(reader, report_id)
        assert "Utkast" not in page(reader, report_id)


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
        paper = collect(reader, REPORT_NAMES[kind], 2017)
    assert render(paper, PaperForm(20)).startswith(b"%PDF-1.7")
    assert paper.file_name() == f"Övning {name}.pdf"
    assert paper.file_name(large=True) == f"Övning {name} stor stil.pdf"


def test_the_years_plan_is_printed_when_it_has_been_begun(huddinge: Workspace) -> None:
    with huddinge.read() as reader, pytest.raises(InputError, match="Registret har inget om 1999"):
        collect(reader, "verksamhetsplan", 1999)
    plan_id = huddinge.run(NewReport(2017, ReportKind.ACTIVITY_PLAN)).created
    assert plan_id is not None
    with huddinge.read() as reader:
        assert "Fastställande" in printed(reader, plan_id)
        assert report_sheet(reader, plan_id).title.startswith("Verksamhetsplan för Huddinges")
