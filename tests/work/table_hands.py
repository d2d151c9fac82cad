"""Tables of text told and taken in, and what the register holds after."""

from datetime import date

from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.table_grid import Sheet
from hubra_desktop.exchange.table_reading import NO_ANSWERS, TableAnswers, read_table
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_imports import TablePlan, plan_table
from hubra_desktop.work.workspace import Workspace

NEAR = date(2018, 7, 1)


OF_DEMO = 4
"""How many rows the demo's ledger has."""


def held(workspace: Workspace) -> Bundle:
    with workspace.read() as reader:
        return register_bundle(reader)


def exported(workspace: Workspace, name: TableName, year: int) -> str:
    """Return a table of a year as the file that goes out."""
    with workspace.read() as reader:
        return export_table(reader, name, year).decode("utf-8-sig")


def planned(
    workspace: Workspace, name: TableName, text: str, answers: TableAnswers = NO_ANSWERS
) -> TablePlan:
    """Tell what a table of text would do, sure that telling changes nothing."""
    before = held(workspace)
    read = read_table(SHAPES[name], [Sheet(rows=read_csv(text.encode()))], NEAR, answers)
    with workspace.read() as reader:
        plan = plan_table(reader, name, read, answers)
    assert held(workspace) == before
    return plan


def taken(
    workspace: Workspace, name: TableName, text: str, answers: TableAnswers = NO_ANSWERS
) -> TablePlan:
    """Take in the good rows of a table; return what was told of it."""
    plan = planned(workspace, name, text, answers)
    if plan.command is not None:
        workspace.run(plan.command)
    return plan


def reasons(plan: TablePlan) -> dict[int, str]:
    return {row.number: row.sentence for row in plan.bad}
