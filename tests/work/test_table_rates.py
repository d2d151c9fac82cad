"""The table of rates: in from a decision's table, out as it stands, and there and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind, AttendanceRole
from hubra_desktop.work.queries.allowances import allowance_rates
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.table_hands import reasons, taken

NAME = TableName.RATES
RATES = """År;Uppdrag;Ersättning för;Kronor;Minuter som ingår;Högst;Betalas till;Beslut
2019;ledamot;första timmen;500;60;;politiker;KF 2018-12-10 § 14
2019;ordförande;första timmarna;900,50;60;;;
2019;ledamot;halvtimme;100;;;politiker;
2019;ledamot;förlorad inkomst;;;2 000;;
2019;ledamot;första timmarna;600;;;;
2019;gäst;resa;5;;;;
2019;ledamot;lunch;5;;;;
2019;ersättare;resa;-5;;;;
;ersättare;resa;5;;;;
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "a.hubra")
    yield made
    made.close()


def told(workspace: Workspace, year: int | None = None) -> str:
    with workspace.read() as reader:
        return export_table(reader, NAME, year).decode("utf-8-sig")


def test_the_rates_of_a_decision_are_taken_in_and_bad_lines_say_why(workspace: Workspace) -> None:
    plan = taken(workspace, NAME, RATES)
    assert len(plan.of(RowAction.ADDED)) == 4
    assert sorted(reasons(plan)) == [6, 7, 8, 9, 10]
    assert reasons(plan)[6] == "Samma sak står redan på rad 2."
    assert reasons(plan)[7].startswith("Arvode betalas till ledamot, ordförande")
    with workspace.read() as reader:
        rates = {(each.role, each.kind): each for each in allowance_rates(reader, 2019)}
    first = rates[AttendanceRole.MEMBER, AllowanceKind.FIRST_HOURS]
    assert (first.amount_ore, first.covers, first.seat) == (50_000, 60, "politiker")
    assert first.decision == "KF 2018-12-10 § 14"
    assert rates[AttendanceRole.CHAIR, AllowanceKind.FIRST_HOURS].amount_ore == 90_050
    lost = rates[AttendanceRole.MEMBER, AllowanceKind.LOST_INCOME]
    assert (lost.amount_ore, lost.ceiling_ore) == (0, 200_000)
    assert taken(workspace, NAME, told(workspace)).command is None


def test_a_rate_that_is_there_is_changed_by_its_year_role_and_kind(workspace: Workspace) -> None:
    taken(workspace, NAME, RATES)
    raised = "År;Roll;Ersättning;Belopp\n2019;ledamot;första timmarna;550\n"
    (step,) = taken(workspace, NAME, raised).of(RowAction.CHANGED)
    assert [each.text() for each in step.changes] == ["Belopp: 500\xa0kr → 550\xa0kr"]
    with workspace.read() as reader:
        first = allowance_rates(reader, 2019)[1]
    assert (first.amount_ore, first.covers) == (55_000, 60)
    assert told(workspace, 2020).count("\n") == 1
