"""Every list that words decide the order of is ordered as Swedes do."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hubra_desktop.__main__ import main
from hubra_desktop.model.records.council import Body, Mandate, Matter, Person
from hubra_desktop.model.records.money import Association, Grant
from hubra_desktop.model.records.plan import Agreement, Consultation
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.terms import BodyKind, Role
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries import Reader, register_info
from hubra_desktop.work.queries.grants import association_view, associations, grant_rows
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.queries.plan import agreements, consultations
from hubra_desktop.work.queries.plan_links import link_targets
from hubra_desktop.work.queries.reports import report_rows
from hubra_desktop.work.queries.year import year_sheets
from hubra_desktop.work.workspace import Workspace

STORED = ("Ärtans", "Åsens", "zebra", "Bowling", "adventsfika", "Östanå", "Wasa", "Vasa")
RIGHT = ["adventsfika", "Bowling", "Vasa", "Wasa", "zebra", "Åsens", "Ärtans", "Östanå"]
YEAR = 2018


def fill(workspace: Workspace) -> str:
    """Add one of each kind with each of the words, and return the body that serves them."""

    def add(record: type, **values: object) -> str:
        made = workspace.run(Add(record, values)).created
        assert made is not None
        return made

    with workspace.read() as reader:
        own = register_info(reader).own_body_id
    served = add(Body, name="Serverad", kind=BodyKind.ASSOCIATION)
    for word in STORED:
        body = add(Body, name=word, kind=BodyKind.ASSOCIATION)
        add(Association, body_id=body)
        add(Grant, body_id=served, year=YEAR, title=word)
        add(Agreement, title=word)
        add(Consultation, title=word)
        add(Matter, case_number=word, title=word)
        add(Report, kind=ReportKind.STATEMENT, year=YEAR, title=word)
        person = add(Person, name=word)
        for each in (own, served):
            add(Mandate, person_id=person, body_id=each, role=Role.MEMBER)
    return served


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    path = tmp_path_factory.mktemp("order") / "råd.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    yield workspace, fill(workspace)
    workspace.close()


def grants_linked(reader: Reader) -> list[str]:
    return [each.names[1] for each in link_targets(reader, YEAR) if each.field == "grant_id"]


LISTS: dict[str, Callable[[Reader, str], list[Any]]] = {
    "grants": lambda r, _: [each.sheet.title for each in grant_rows(r, YEAR)],
    "an association's grants": lambda r, b: [g.sheet.title for g in association_view(r, b).grants],
    "conflicts": lambda r, b: [each.name for each in association_view(r, b).jav],
    "associations": lambda r, _: [each.body.name for each in associations(r)],
    "people": lambda r, _: [each.name for each in persons(r)],
    "agreements": lambda r, _: [each.title for each in agreements(r)],
    "consultations": lambda r, _: [each.title for each in consultations(r)],
    "papers": lambda r, _: [each.title for each in report_rows(r, YEAR)],
    "known people": lambda r, _: [each.name for each in completions(r).people],
    "known bodies": lambda r, _: list(completions(r).organisations),
    "known matters": lambda r, _: [each.case_number for each in completions(r).matters],
    "a year's grants": lambda r, _: [each.title for each in year_sheets(r, YEAR).grants],
    "a year's papers": lambda r, _: [each.title for each in year_sheets(r, YEAR).reports],
    "a year's matters": lambda r, _: [each.case_number for each in year_sheets(r, YEAR).matters],
    "grants to link": lambda r, _: grants_linked(r),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_in_swedish_order(filled: tuple[Workspace, str], name: str) -> None:
    workspace, body = filled
    with workspace.read() as reader:
        words = LISTS[name](reader, body)
    assert [each for each in words if each in STORED] == RIGHT


def test_the_command_line_lists_grants_in_swedish_order(
    filled: tuple[Workspace, str], capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, _ = filled
    assert main(["show", "grants", str(YEAR), "--register", str(workspace.path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    shown = [word for line in lines for word in STORED if line.startswith(f"{word}, ")]
    assert shown == RIGHT
