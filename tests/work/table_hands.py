"""Tables of text told and taken in, and what the register holds after."""

from datetime import date

from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.tables import SHAPES, TableName, read_table
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.table_imports import TablePlan, plan_table
from hubra_desktop.work.workspace import Workspace

NEAR = date(2018, 7, 1)


def held(workspace: Workspace) -> Bundle:
    with workspace.read() as reader:
        return register_bundle(reader)


def planned(workspace: Workspace, name: TableName, text: str) -> TablePlan:
    """Tell what a table of text would do, sure that telling changes nothing."""
    before = held(workspace)
    read = read_table(SHAPES[name], read_csv(text.encode()), NEAR)
    with workspace.read() as reader:
        plan = plan_table(reader, name, read)
    assert held(workspace) == before
    return plan


def taken(workspace: Workspace, name: TableName, text: str) -> TablePlan:
    """Take in the good rows of a table; return what was told of it."""
    plan = planned(workspace, name, text)
    if plan.command is not None:
        workspace.run(plan.command)
    return plan


def reasons(plan: TablePlan) -> dict[int, str]:
    return {row.number: row.sentence for row in plan.bad}
