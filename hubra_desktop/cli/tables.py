"""A table taken in from the command line: what it brings, what it leaves open, and answers."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Final

from hubra_desktop.cli.output import write_lines
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.cli.words import ALIKE_WORDS, READING_WORDS
from hubra_desktop.exchange.table_columns import Question
from hubra_desktop.exchange.table_headings import UnfitTableError, heading_key
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import SHAPES, TableColumn, TableName, TableShape
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import folded
from hubra_desktop.work.table_accounts import compared_answers
from hubra_desktop.work.table_comparison import plan_comparison
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import TablePlan, plan_table
from hubra_desktop.work.table_ledger import ALIKE
from hubra_desktop.work.table_memory import remember_answers
from hubra_desktop.work.table_people import NEW, SAME
from hubra_desktop.work.table_steps import ANYWAY, UNUSUAL
from hubra_desktop.work.workspace import Workspace

_LAST: Final = 10_000_000
"""The end of a stretch of rows without one: after any row that is read."""

_LONGEST: Final = 60
"""Characters of a heading that is shown in an example."""


def import_table(
    opened: Callable[[], AbstractContextManager[Workspace]], table: str, arguments: Arguments
) -> int:
    """Tell what a table brings, and take it in: all of it, or its good rows when asked to.

    The register is ``opened`` when the file has been read.
    """
    name = TableName(table)
    shape = SHAPES[name]
    file = TableFile.at(arguments.file)
    today = datetime.now().astimezone().date()
    try:
        told = _told(shape, arguments)
        if arguments.compare and name is TableName.LEDGER:
            told = compared_answers(told)
        read, answers = file.understood(name, today, told)
    except UnfitTableError as unfit:
        raise InputError(f"{unfit.sentence} {_how_to_tie(shape, unfit)}") from None
    if arguments.rows:
        answers = replace(answers, left_out=_left_out(arguments.rows, read.texts))
        read = file.read(name, today, answers)
    with opened() as workspace:
        if arguments.compare:
            plan = plan_comparison(name, read, arguments.file.name)
        else:
            with workspace.read() as reader:
                plan = plan_table(reader, name, read, answers, arguments.file.name)
        write_lines(*plan.lines)
        if arguments.compare:
            _keep_accounts(workspace, plan)
        elif arguments.preview:
            write_lines(*(_asked(each) for each in plan.open_questions))
        else:
            _take_in(workspace, plan, answers, good_rows=arguments.good_rows)
    return 0


def _keep_accounts(workspace: Workspace, plan: TablePlan) -> None:
    """Keep what a file of accounts says without booking it; raises InputError for another."""
    _refuse_open(plan)
    if plan.accounts is None:
        raise InputError(
            "Filen är inte kommunens bokföring: inga rader i den kan jämföras med huvudboken."
        )
    workspace.run(plan.accounts)
    years = sorted(plan.accounts.lines)
    write_lines(f"Jämför med: hubra print avstamning {years[0]}. Inget är bokfört.")


def _refuse_open(plan: TablePlan) -> None:
    """Refuse what leaves questions without an answer."""
    if plan.open_questions:
        asked = "\n".join(_asked(each) for each in plan.open_questions)
        raise InputError(f"Inget har lästs in.\n{asked}")


def _take_in(
    workspace: Workspace, plan: TablePlan, answers: TableAnswers, *, good_rows: bool
) -> None:
    """Take in what is good, and remember what was told; raises InputError for what is not."""
    _refuse_open(plan)
    if plan.bad and not good_rows:
        raise InputError(
            "Inget har lästs in. Rätta raderna, eller läs in de goda med --goda-rader."
        )
    if plan.command is not None:
        workspace.run(plan.command)
        write_lines("Inläst.")
    elif not plan.read.texts:
        write_lines("Inget har lästs in.")
    elif not plan.bad:
        write_lines("Allt fanns redan; inget har ändrats.")
    remember_answers(plan.name, [each.text for each in plan.read.headings], answers)


def _told(shape: TableShape, arguments: Arguments) -> TableAnswers:
    """Return what the options tell of the file; raises InputError for what names nothing."""
    tied = {
        heading_key(heading): _column(shape, column).key if column else ""
        for heading, column in _pairs(arguments.column, "--column leverantor=Motpart")
    }
    given = {
        _column(shape, column).key: value
        for column, value in _pairs(arguments.value, "--value Slag=kostnad")
    }
    chosen = {
        _column(shape, column).key: _reading(word)
        for column, word in _pairs(arguments.reading, "--reading Belopp=komma")
    }
    if arguments.alike:
        chosen[ALIKE] = ALIKE_WORDS[arguments.alike]
    if arguments.anyway:
        chosen[UNUSUAL] = ANYWAY
    for row, who in _pairs(arguments.same, "--same 3=ny"):
        chosen[f"{SAME}{row}"] = NEW if folded(who) == "ny" else who
    return TableAnswers(tied=tied, given=given, chosen=chosen)


def _pairs(typed: Sequence[str], example: str) -> Iterator[tuple[str, str]]:
    for each in typed:
        first, mark, second = each.rpartition("=")
        if not mark or not first.strip():
            raise InputError(f"Jag förstår inte ”{each}”. Skriv till exempel {example}.")
        yield first.strip(), second.strip()


def _column(shape: TableShape, typed: str) -> TableColumn:
    columns = [each for each in shape.columns if not each.derived]
    for column in columns:
        if folded(typed) == folded(column.heading):
            return column
    there = ", ".join(each.heading for each in columns)
    raise InputError(f"Tabellen ”{shape.title}” har ingen kolumn ”{typed}”. Kolumnerna är {there}.")


def _reading(word: str) -> str:
    reading = READING_WORDS.get(folded(word))
    if reading is None:
        choices = ", ".join(READING_WORDS)
        raise InputError(f"Jag förstår inte ”{word}”. Välj: {choices}.")
    return reading


def _how_to_tie(shape: TableShape, unfit: UnfitTableError) -> str:
    """Tell the options that tie a heading of the file, or give one value to all rows."""
    missing = unfit.headings.missing[0] if unfit.headings.missing else shape.columns[-1]
    free = (each.text for each in unfit.headings.found if not each.key)
    heading = next((each for each in free if len(each) <= _LONGEST), "Rubrik")
    return (
        f'Skriv till exempel --column "{heading}={missing.heading}", eller '
        f'--value "{missing.heading}=…" för ett värde som gäller alla rader.'
    )


def _asked(question: Question) -> str:
    """Return a question with the option that answers it."""
    if question.key == ALIKE:
        words = [(each.label, f"--alike {word}") for word, value in ALIKE_WORDS.items()
                 for each in question.choices if each.value == value]  # fmt: skip
    elif question.key.startswith(SAME):
        row = question.key.removeprefix(SAME)
        words = [
            (each.label, f"--same {row}={'ny' if each.value == NEW else each.value}")
            for each in question.choices
        ]
    elif question.key == UNUSUAL:
        words = [(each.label, "--anyway") for each in question.choices]
    else:
        names = {value: word for word, value in READING_WORDS.items()}
        words = [
            (each.label, f"--reading {question.heading}={names[each.value]}")
            for each in question.choices
        ]
    choices = "".join(f"\n  {option}: {label}" for label, option in words)
    return f"{question.sentence}{choices}"


def _left_out(typed: str, numbers: Mapping[int, object]) -> frozenset[int]:
    """Return the rows outside ``2,5-9``; raises InputError."""
    chosen: set[int] = set()
    for part in typed.split(","):
        span = re.fullmatch(r" *(\d{1,7})(?: *(-|–) *(\d{1,7})?)? *", part)
        if span is None:
            raise InputError(f"Jag förstår inte raderna ”{typed}”. Skriv till exempel 2,5-9.")
        first = int(span[1])
        last = int(span[3] or _LAST) if span[2] else first
        chosen.update(each for each in numbers if first <= each <= last)
    if not chosen:
        raise InputError(f"Filen har inga av raderna {typed}.")
    return frozenset(numbers) - chosen
