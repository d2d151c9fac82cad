"""Files as users were sent them, told and taken in."""

from datetime import date
from pathlib import Path

from hubra_desktop.exchange.table_reading import NO_ANSWERS, TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import TablePlan, plan_table
from hubra_desktop.work.workspace import Workspace

INPUTS = Path(__file__).parents[1] / "data" / "inputs"
TODAY = date(2026, 11, 30)


def sent(
    workspace: Workspace, file: str, name: TableName, answers: TableAnswers = NO_ANSWERS
) -> TablePlan:
    """Tell what a file would bring, with what is remembered of its headings."""
    read, told = TableFile.at(INPUTS / file).understood(name, TODAY, answers)
    with workspace.read() as reader:
        return plan_table(reader, name, read, told)


def taken_in(
    workspace: Workspace, file: str, name: TableName, answers: TableAnswers = NO_ANSWERS
) -> TablePlan:
    """Take in the good rows of a file."""
    plan = sent(workspace, file, name, answers)
    assert plan.command is not None
    workspace.run(plan.command)
    return plan


def told(plan: TablePlan, heading: str) -> list[str]:
    """Return what the preview shows in a column, row by row."""
    [place] = [at for at, column in enumerate(plan.read.columns) if column.heading == heading]
    return [row.cells[place] for row in plan.rows]
