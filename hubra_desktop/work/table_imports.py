"""A table from a file, told before anything is written, and then taken in by one command.

What can be understood is tried on a copy of the register, by the same commands and rules
that the import itself uses: what they refuse is shown beside its row, and what is shown
as good is good. One command then takes in all good rows, or nothing.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.json_file import LARGEST
from hubra_desktop.exchange.tables import SHAPES, BadRow, Row, TableName, TableRead, read_table
from hubra_desktop.exchange.xlsx_file import is_called_xlsx, is_xlsx, read_xlsx
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_plural, say, say_count
from hubra_desktop.store.dry_run import dry_run
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.tables import ImportTable
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.invariants import check_invariants
from hubra_desktop.work.table_grants import grants_request
from hubra_desktop.work.table_ledger import ledger_request
from hubra_desktop.work.table_plan import activities_request, measurements_request
from hubra_desktop.work.table_steps import RowAction, TableRequest, TableStep

_REQUESTS: Mapping[TableName, Callable[[Connection, Iterable[Row]], TableRequest]] = {
    TableName.LEDGER: ledger_request,
    TableName.GRANTS: grants_request,
    TableName.ACTIVITIES: activities_request,
    TableName.MEASUREMENTS: measurements_request,
}
_NOUNS: Mapping[TableName, tuple[str, str]] = {
    TableName.LEDGER: N_plural("{n} rad i huvudboken", "{n} rader i huvudboken"),
    TableName.GRANTS: N_plural("{n} bidrag", "{n} bidrag"),
    TableName.ACTIVITIES: N_plural("{n} aktivitet", "{n} aktiviteter"),
    TableName.MEASUREMENTS: N_plural("{n} mätning", "{n} mätningar"),
}


@dataclass(frozen=True, kw_only=True)
class TablePlan:
    """What taking a table in would do.

    ``steps`` are of good rows, in their order, those here already among them; ``bad``
    rows are left out of it; ``passed_over`` are headings that name no column.
    """

    name: TableName
    steps: tuple[TableStep, ...]
    bad: tuple[BadRow, ...]
    passed_over: tuple[str, ...] = ()

    def of(self, action: RowAction) -> tuple[TableStep, ...]:
        """Return the steps that something becomes of."""
        return tuple(each for each in self.steps if each.action is action)

    @property
    def command(self) -> ImportTable | None:
        """The command that takes in the good rows; None when there is nothing to do."""
        commands = tuple(command for each in self.steps for command in each.commands)
        return ImportTable(commands) if commands else None

    @property
    def lines(self) -> tuple[str, ...]:
        """What would be added and changed, and every row that cannot be used, as lines."""
        lines = [
            *(_action_line(self.name, action, self.of(action)) for action in RowAction),
            *(_step_line(each) for each in self.steps if each.action is not RowAction.UNCHANGED),
            _passed_over(self.passed_over),
            _bad_line(self.bad),
            *(each.text() for each in self.bad),
        ]
        return tuple(line for line in lines if line)


def _action_line(name: TableName, action: RowAction, steps: Sequence[TableStep]) -> str:
    if not steps:
        return ""
    what = say_count(*_NOUNS[name], len(steps))
    if action is RowAction.ADDED:
        return say("{what} läggs till", what=what)
    if action is RowAction.CHANGED:
        return say("{what} ändras", what=what)
    return say("{what} finns redan", what=what)


def _step_line(step: TableStep) -> str:
    if step.action is RowAction.ADDED:
        return say("  Ny: {label}", label=step.label)
    changes = ", ".join(step.changes)
    return say("  Ändras: {label} ({changes})", label=step.label, changes=changes)


def _passed_over(headings: Sequence[str]) -> str:
    if not headings:
        return ""
    return say("Kolumner som inte läses: {headings}", headings=", ".join(headings))


def _bad_line(bad: Sequence[BadRow]) -> str:
    if not bad:
        return ""
    rows = say_count("{n} rad", "{n} rader", len(bad))
    return say("{rows} kan inte läsas in:", rows=rows)


def read_table_file(path: Path, name: TableName, near: dt.date) -> TableRead:
    """Read a CSV or XLSX file as the table ``name``: its content tells which of them it is.

    What is called a workbook and is none is damaged. Raises InputError saying what is wrong.
    """
    content = read_whole(path, LARGEST)
    workbook = is_xlsx(content) or is_called_xlsx(path.name)
    grid = read_xlsx(content) if workbook else read_csv(content)
    return read_table(SHAPES[name], grid, near)


def plan_table(reader: Connection, name: TableName, read: TableRead) -> TablePlan:
    """Tell what taking the table in would do; nothing is written."""
    request = _REQUESTS[name](reader, read.rows)
    steps, refused = _tried(reader, request.steps)
    bad = sorted((*read.bad, *request.bad, *refused), key=lambda each: each.number)
    return TablePlan(name=name, steps=steps, bad=tuple(bad), passed_over=read.passed_over)


def _tried(
    reader: Connection, steps: Sequence[TableStep]
) -> tuple[tuple[TableStep, ...], tuple[BadRow, ...]]:
    """Return the steps that the register takes, and the rows of those that it refuses."""
    doing = [each for each in steps if each.commands]
    if not doing:
        return tuple(steps), ()
    with dry_run(reader) as copy:
        refused = _Trial(copy).refused(doing)
    good = tuple(each for each in steps if each.numbers not in refused)
    bad = tuple(
        BadRow(number, "", sentence) for numbers, sentence in refused.items() for number in numbers
    )
    return good, bad


class _Trial:
    """Does steps on a copy of the register; what is refused is taken back.

    All at once first; what is refused is parted until the rows are found that are at
    fault, so that a long table with few faults takes little longer than one with none.
    """

    def __init__(self, copy: Connection) -> None:
        self._copy = copy
        self._refused: dict[tuple[int, ...], str] = {}
        self._gone: dict[str, int] = {}

    def refused(self, steps: Sequence[TableStep]) -> dict[tuple[int, ...], str]:
        """Return why steps are refused, by their rows."""
        self._try(steps)
        return self._refused

    def _try(self, steps: Sequence[TableStep]) -> None:
        steps = [each for each in steps if not self._rests_on_nothing(each)]
        sentence = _refused(self._copy, steps) if steps else None
        if sentence is None:
            return
        if len(steps) == 1:
            self._refuse(steps[0], sentence)
            return
        half = len(steps) // 2
        self._try(steps[:half])
        self._try(steps[half:])

    def _refuse(self, step: TableStep, sentence: str) -> None:
        self._refused[step.numbers] = sentence
        self._gone |= dict.fromkeys(step.makes, step.numbers[0])

    def _rests_on_nothing(self, step: TableStep) -> bool:
        """Refuse a step that rests on one that is refused; what it rests on stands above it."""
        missing = next((each for each in step.rests_on if each in self._gone), None)
        if missing is not None:
            self._refuse(
                step,
                say(
                    "Raden hör till rad {number}, som inte kan läsas in.",
                    number=self._gone[missing],
                ),
            )
        return missing is not None


def _refused(copy: Connection, steps: Sequence[TableStep]) -> str | None:
    """Do the steps; return why they are refused, and then they are taken back, or None."""
    rows = Rows(copy)
    point = copy.begin_nested()
    try:
        ImportTable(tuple(command for each in steps for command in each.commands)).apply(rows)
        check_invariants(copy, rows.journal, replayed=False)
    except InputError as error:
        point.rollback()
        return error.sentence
    point.commit()
    return None
