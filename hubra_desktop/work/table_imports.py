"""A table from a file, told before anything is written, and then taken in by one command.

What can be understood is tried on a copy of the register, by the same commands and rules
that the import itself uses: what they refuse is shown beside its row, and what is shown
as good is good. One command then takes in all good rows, or nothing.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_columns import Choice, Question
from hubra_desktop.exchange.table_reading import NO_ANSWERS, BadRow, TableAnswers, TableRead
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.money.ledger_numbers import number_ranges
from hubra_desktop.model.wording import asked_above, joined_first, unusual_lines
from hubra_desktop.store.dry_run import dry_run
from hubra_desktop.store.journal import Journal
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.statements import KeepAccounts
from hubra_desktop.work.commands.tables import ImportTable
from hubra_desktop.work.confirmations import questions
from hubra_desktop.work.following import follow_written
from hubra_desktop.work.invariants import check_invariants
from hubra_desktop.work.queries.register import today as register_day
from hubra_desktop.work.table_accounts import accounts_in
from hubra_desktop.work.table_associations import AssociationsReader
from hubra_desktop.work.table_attendance import AttendancesReader
from hubra_desktop.work.table_follow_ups import FollowUpsReader
from hubra_desktop.work.table_grants import GrantsReader
from hubra_desktop.work.table_ledger import ledger_request
from hubra_desktop.work.table_matters import MattersReader
from hubra_desktop.work.table_meetings import MeetingsReader
from hubra_desktop.work.table_nouns import COMPARED_ROWS, ROW_NOUNS
from hubra_desktop.work.table_people import asked_rows, people_request
from hubra_desktop.work.table_plan import ActivitiesReader, MeasurementsReader
from hubra_desktop.work.table_rates import RatesReader
from hubra_desktop.work.table_reported import ReportedReader
from hubra_desktop.work.table_stays import StaysReader
from hubra_desktop.work.table_steps import (
    ANYWAY,
    UNUSUAL,
    RowAction,
    RowsReader,
    TableStep,
)

_READERS: Mapping[TableName, Callable[[Connection], RowsReader]] = {
    TableName.GRANTS: GrantsReader,
    TableName.ACTIVITIES: ActivitiesReader,
    TableName.MEASUREMENTS: MeasurementsReader,
    TableName.MEETINGS: MeetingsReader,
    TableName.ASSOCIATIONS: AssociationsReader,
    TableName.MATTERS: MattersReader,
    TableName.FOLLOW_UPS: FollowUpsReader,
    TableName.REPORTED: ReportedReader,
    TableName.ATTENDANCE: AttendancesReader,
    TableName.RATES: RatesReader,
    TableName.STAYS: StaysReader,
}


class PreviewRow(NamedTuple):
    """A row of a file as the preview shows it: what becomes of it, and what there is to say.

    An ``unusual`` row raises a question.
    """

    number: int
    fate: str
    cells: tuple[str, ...]
    remark: str
    good: bool
    left_out: bool = False
    unusual: bool = False


@dataclass(frozen=True, kw_only=True)
class TablePlan:
    """What taking a table in would do.

    ``steps`` are of good rows, in their order, those here already among them; ``bad``
    rows are left out of it. ``read`` is what the file holds. Nothing is taken in while a
    question has no answer. ``unusual`` are the numbers of the rows that raise one about what
    they say. ``accounts`` keeps what a file of accounts says, booked or not.
    """

    name: TableName
    steps: tuple[TableStep, ...]
    bad: tuple[BadRow, ...]
    read: TableRead
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    unusual: frozenset[int] = frozenset()
    accounts: KeepAccounts | None = None

    def of(self, action: RowAction) -> tuple[TableStep, ...]:
        """Return the steps of rows that something becomes of."""
        return tuple(each for each in self.steps if each.numbers and each.action is action)

    @property
    def taken(self) -> int:
        """How many rows add or change anything."""
        doing = (step for step in self.steps if step.action is not RowAction.UNCHANGED)
        return sum(len(step.numbers) for step in doing)

    @property
    def made(self) -> tuple[str, ...]:
        """The names of the associations that are made for what the rows tell."""
        return tuple(each.label for each in self.steps if not each.numbers)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(each for each in self.questions if not each.answer)

    @property
    def command(self) -> ImportTable | None:
        """The command that takes in the good rows; None when there is nothing to do."""
        commands = tuple(command for each in self.steps for command in each.commands)
        if not commands or self.open_questions:
            return None
        return ImportTable((*commands, self.accounts) if self.accounts else commands)

    @property
    def counts(self) -> tuple[str, ...]:
        """How much would be added and changed, and how much cannot be, as lines."""
        lines = [
            *(_action_line(self.name, action, self.of(action)) for action in RowAction),
            _made_line(self.made),
            *self.notes,
            *(_answer_line(each) for each in self.questions),
            _passed_over((*self.read.passed_over, *self.read.unread)),
            "" if self.read.texts else say("Tabellen har rubriker men inga rader."),
            _bad_line(self.bad),
        ]
        return tuple(line for line in lines if line)

    @property
    def rows(self) -> tuple[PreviewRow, ...]:
        """Every row of the file in its order, with every value that is read of it."""
        steps = {number: step for step in self.steps for number in step.numbers}
        made = {each for step in self.steps if not step.numbers for each in step.makes}
        bad = {each.number: each for each in self.bad}
        out = say("lämnas utanför")
        return tuple(
            PreviewRow(number, out, cells, "", good=True, left_out=True)
            if number in self.read.left_out
            else self._marked(_preview(number, cells, steps.get(number), bad.get(number), made))
            for number, cells in self.read.texts.items()
        )

    def _marked(self, row: PreviewRow) -> PreviewRow:
        """Mark a row that raises a question, which stands above the rows."""
        if row.number in asked_rows(self.open_questions):
            return row._replace(remark=say("Svara ovan på vem det är"), unusual=True)
        if row.number not in self.unusual:
            return row
        remark = "; ".join(each for each in (say("Ovanligt, se ovan"), row.remark) if each)
        return row._replace(remark=remark, unusual=True)

    @property
    def lines(self) -> tuple[str, ...]:
        """Counts, and then every row with its values and what becomes of it, as lines."""
        headings = [each.heading for each in self.read.columns]
        told = [f"  {_row_line(each, headings)}" for each in self.rows if not each.left_out]
        return (*self.counts, *told)


def _preview(
    number: int,
    cells: tuple[str, ...],
    step: TableStep | None,
    bad: BadRow | None,
    made: set[str],
) -> PreviewRow:
    if bad is not None or step is None:
        where = f"{bad.column}: " if bad and bad.column else ""
        remark = f"{where}{bad.sentence}" if bad else ""
        return PreviewRow(number, say("läses inte in"), cells, remark, good=False)
    match step.action:
        case RowAction.ADDED:
            remark = say("Föreningen är ny.") if made & {*step.rests_on} else ""
            return PreviewRow(number, say_in("row", "ny"), cells, remark, good=True)
        case RowAction.CHANGED:
            changes = "; ".join(each.text() for each in step.changes)
            remark = ": ".join(each for each in (step.taken_for or step.label, changes) if each)
            return PreviewRow(number, say_in("row", "ändras"), cells, remark, good=True)
        case RowAction.COMPARED:
            return PreviewRow(number, say_in("row", "jämförs"), cells, "", good=True)
    return PreviewRow(number, say_in("row", "finns redan"), cells, step.taken_for, good=True)


def _row_line(row: PreviewRow, headings: Sequence[str]) -> str:
    pairs = zip(headings, row.cells, strict=True)
    values = ", ".join(
        f"{heading} {' '.join(cell.splitlines())}" for heading, cell in pairs if cell
    )
    line = say("Rad {number}, {fate}: {values}", number=row.number, fate=row.fate, values=values)
    return f"{line} – {row.remark}" if row.remark else line


def _answer_line(question: Question) -> str:
    """Tell which answer holds, that it may be doubted: it may be one remembered."""
    labels = [each.label for each in question.choices if each.value == question.answer]
    return f"{question.heading}: {labels[0]}" if labels else ""


_NAMED = 5
"""New associations that are named beside their count; each stands with its row too."""


def _made_line(names: Sequence[str]) -> str:
    if not names:
        return ""
    what = say_count("{n} ny förening", "{n} nya föreningar", len(names))
    listed = joined_first(names, _NAMED)
    return say("{what} läggs till i registret: {names}", what=what, names=listed)


def _action_line(name: TableName, action: RowAction, steps: Sequence[TableStep]) -> str:
    if not steps:
        return ""
    what, rows = say_count(*ROW_NOUNS[name], len(steps)), sum(len(each.numbers) for each in steps)
    if action is RowAction.ADDED:
        return say("{what} läggs till", what=what)
    if action is RowAction.CHANGED:
        return say("{what} ändras", what=what)
    if action is RowAction.COMPARED:
        return say("{what} att jämföra med. Inget bokförs.", what=say_count(*COMPARED_ROWS, rows))
    return say("{what} finns redan", what=what)


def _passed_over(headings: Sequence[str]) -> str:
    if not headings:
        return ""
    return say("Kolumner som inte läses: {headings}", headings=", ".join(headings))


def _bad_line(bad: Sequence[BadRow]) -> str:
    if not bad:
        return ""
    rows = say_count("{n} rad", "{n} rader", len(bad))
    return say("{rows} kan inte läsas in", rows=rows)


def plan_table(
    reader: Connection, name: TableName, read: TableRead, answers: TableAnswers = NO_ANSWERS,
    source: str = "",
) -> TablePlan:  # fmt: skip
    """Tell what taking the table in would do; nothing is written.

    ``source`` is the file's name.
    """
    if name in (TableName.LEDGER, TableName.PEOPLE):
        asking = ledger_request if name is TableName.LEDGER else people_request
        request = asking(reader, read.rows, answers.chosen)
    else:
        request = _READERS[name](reader).request(read.rows)
    steps, refused, unusual = _tried(reader, request.steps)
    bad = sorted((*read.bad, *request.bad, *refused), key=lambda each: each.number)
    confirming = (_confirming(unusual, answers.chosen.get(UNUSUAL, "")),) if unusual else ()
    return TablePlan(
        name=name,
        steps=steps,
        bad=tuple(bad),
        read=read,
        notes=(*read.notes, *request.notes, *unusual_lines(_by_rows(unusual))),
        questions=(*read.questions, *request.questions, *confirming),
        unusual=frozenset(number for numbers in unusual.values() for number in numbers),
        accounts=accounts_in(name, read, source, register_day(reader)),
    )


def _by_rows(unusual: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Return the questions with the file's rows that raise them, in the order of the rows."""
    ordered = sorted(unusual.items(), key=lambda each: min(each[1]))
    return [
        (say("rad {numbers}", numbers=number_ranges(numbers, say)), sentence)
        for sentence, numbers in ordered
    ]


def _confirming(unusual: Collection[str], answer: str) -> Question:
    """Ask once whether what is unusual is right; the answer holds for these questions alone."""
    these = sha256("\n".join(unusual).encode()).hexdigest()[:16]
    return Question(
        key=UNUSUAL,
        heading=say("Det ovanliga"),
        sentence=asked_above(len(unusual)),
        choices=(Choice(value=these, label=say("Ja, det stämmer")),),
        answer=these if answer in (these, ANYWAY) else "",
    )


def _tried(
    reader: Connection, steps: Sequence[TableStep]
) -> tuple[tuple[TableStep, ...], tuple[BadRow, ...], dict[str, frozenset[int]]]:
    """Return the steps that the register takes, the rows of those that it refuses, questions.

    The questions stand with the rows that raise them. What is made for rows that are all
    refused is not made.
    """
    doing = [each for each in steps if each.commands]
    if not doing:
        return tuple(steps), (), {}
    with dry_run(reader) as copy:
        trial = _Trial(copy)
        refused = trial.refused(doing)
        asked = questions(copy, trial.journal, done=True)
    bad = tuple(
        BadRow(number, "", sentence)
        for step, sentence in refused.values()
        for number in step.numbers
    )
    good = [each for each in steps if id(each) not in refused]
    needed = {each for step in good if step.numbers for each in step.rests_on}
    taken = tuple(each for each in good if each.numbers or needed & {*each.makes})
    rows = {row_id: numbers for step in taken for row_id, numbers in _rows_of(step)}
    unusual = {
        sentence: frozenset(number for each in ids for number in rows[each])
        for sentence, ids in asked.items()
    }
    return taken, bad, unusual


def _rows_of(step: TableStep) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield what a step makes with its row in the file: all its rows where they share it."""
    alone = len(step.makes) == len(step.numbers)
    for place, row_id in enumerate(step.makes):
        yield row_id, (step.numbers[place],) if alone else step.numbers


class _Trial:
    """Does steps on a copy of the register; what is refused is taken back.

    All at once first; what is refused is parted until the rows are found that are at
    fault, so that a long table with few faults takes little longer than one with none.
    """

    def __init__(self, copy: Connection) -> None:
        self._copy = copy
        self.journal = Journal()
        self._refused: dict[int, tuple[TableStep, str]] = {}
        self._gone: dict[str, int] = {}

    def refused(self, steps: Sequence[TableStep]) -> dict[int, tuple[TableStep, str]]:
        """Return the steps that are refused and why, by their identities."""
        self._try(steps)
        return self._refused

    def _try(self, steps: Sequence[TableStep]) -> None:
        steps = [each for each in steps if not self._rests_on_nothing(each)]
        sentence = self._done(steps) if steps else None
        if sentence is None:
            return
        if len(steps) == 1:
            self._refuse(steps[0], sentence)
            return
        half = len(steps) // 2
        self._try(steps[:half])
        self._try(steps[half:])

    def _done(self, steps: Sequence[TableStep]) -> str | None:
        """Do the steps; return why they are refused, and then they are taken back, or None."""
        rows = Rows(self._copy)
        point = self._copy.begin_nested()
        try:
            commands = tuple(command for each in steps for command in each.commands)
            ImportTable(commands).apply(rows)
            follow_written(rows)
            check_invariants(self._copy, rows.journal, replayed=False)
        except InputError as error:
            point.rollback()
            return error.sentence
        point.commit()
        self.journal.extend(rows.journal)
        return None

    def _refuse(self, step: TableStep, sentence: str) -> None:
        self._refused[id(step)] = (step, sentence)
        self._gone |= dict.fromkeys(step.makes, next(iter(step.numbers), 0))

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
