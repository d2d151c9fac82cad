"""Damaged registers: each is read as it was, or refused in words; nothing wrong is shown."""

import io
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from hubra_desktop.__main__ import CRASHED, main
from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.records.council import Person
from hubra_desktop.store import connect
from hubra_desktop.store.deep_check import DeepCopy
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.store.replay import RowKey
from hubra_desktop.store.salvage import salvage_rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.faults.mount import workroom
from tests.faults.scenes import own_state
from tests.faults.spoiling import WAYS, Harmed, Model, Way, damaged, model
from tests.proofs.frame import Outcome, Proof

WORTH_A_MODEL: Final = 40
"""Tries that pay for making another register to damage."""
REGISTER: Final = "råd.hubra"
_MODELS: Final = 3
_AS_IT_WAS = "as it was"
_REFUSED = "refused in words"
_SALVAGED: Final = 7
"""One of so many that are refused is salvaged as well."""


class Answer(NamedTuple):
    """What a command did: its status, what it printed, what it wrote, and what it complained of."""

    status: int
    printed: bytes
    written: bytes
    complaint: str


def run(tries: int, random: Random, ways: Sequence[Way] = WAYS) -> Outcome:
    """Damage registers in all ways, by turns, and read each of them with every command.

    Few tries are made with the export and with one of the others, by turns.
    """
    outcome = Outcome()
    with workroom() as place, own_state(place):
        for number in range(tries):
            unharmed = model(number * _MODELS // max(tries, WORTH_A_MODEL * _MODELS))
            where, harmed = damaged(unharmed, number, random, ways)
            folder = place / "now"
            lay_out(harmed, folder)
            first, *others = commands(unharmed, folder)
            few = tries < WORTH_A_MODEL
            asked_for = [first, others[number % len(others)]] if few else [first, *others]
            came, faults = _tried(unharmed, folder, asked_for)
            if came == _REFUSED and number % _SALVAGED == 0:
                came, told = _salvaged(unharmed, folder / REGISTER)
                faults += told
            outcome.note(came, fault=f"{where}: {'; '.join(faults)}" if faults else "")
            shutil.rmtree(folder)
    return outcome


def lay_out(harmed: Harmed, folder: Path) -> None:
    """Write a register and its journal into a folder of their own."""
    folder.mkdir()
    (folder / REGISTER).write_bytes(harmed.content)
    if harmed.journal:
        connect.beside(folder / REGISTER, "-journal").write_bytes(harmed.journal)


def commands(unharmed: Model, folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield every way to read a register from the command line."""
    yield "export", str(folder / "allt.json")
    for table in ("ledger", "meetings"):
        yield "export", str(folder / "tabell.csv"), "--table", table
    yield "show", "meeting", unharmed.day
    for what in ("budget", "grants", "plan", "indicators", "reconciliation"):
        yield "show", what, unharmed.year
    yield "show", "associations"
    yield "print", "kallelse", unharmed.day, "--output", str(folder / "kallelse.html")
    yield ("check",)


@cache
def expected(unharmed: Model) -> dict[tuple[str, ...], Answer]:
    """Return what each command answers of the register before it is damaged."""
    with workroom() as place, own_state(place):
        folder = place / "now"
        lay_out(Harmed(bytearray(unharmed.content), bytearray(unharmed.journal), unharmed), folder)
        return {
            _placeless(words, folder): asked(words, folder) for words in commands(unharmed, folder)
        }


def _placeless(words: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    return tuple(each.replace(str(folder), "") for each in words)


def asked(words: tuple[str, ...], folder: Path) -> Answer:
    """Run a command on the register of a folder, as the terminal does."""
    files = [Path(each) for each in words if each.startswith(str(folder))]
    printed, complaint = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(complaint):
        status = main([*words, "--register", str(folder / REGISTER)])
    printed.flush()
    written = b"".join(each.read_bytes() for each in files if each.exists())
    for each in files:
        each.unlink(missing_ok=True)
    raw = printed.buffer
    assert isinstance(raw, io.BytesIO)
    told = complaint.getvalue().replace(str(folder), "")
    return Answer(status, raw.getvalue().replace(str(folder).encode(), b""), written, told)


def _tried(
    unharmed: Model, folder: Path, asked_for: Iterable[tuple[str, ...]]
) -> tuple[str, list[str]]:
    """Read a damaged register; return what came of it and what was wrong."""
    came, faults = _AS_IT_WAS, []
    for words in asked_for:
        name = " ".join(_placeless(words, folder))
        answer = asked(words, folder)
        if answer == expected(unharmed)[_placeless(words, folder)]:
            continue
        came = _REFUSED
        if not _is_refusal(words, answer):
            faults.append(f"{name} answered {answer!r:.600}")
    try:
        came_in_window = _as_the_window(unharmed, folder / REGISTER)
    except Exception as error:
        faults.append(f"the window met {type(error).__name__}: {error!s:.300}")
    else:
        if came_in_window != came:
            faults.append(f"the commands found it {came}, the window {came_in_window}")
    return came, faults


def _is_refusal(words: tuple[str, ...], answer: Answer) -> bool:
    """Tell whether an answer is a sentence alone; a check may tell more than one."""
    if answer.status == CRASHED or "Traceback" in answer.complaint:
        return False
    if words[0] == "check" and answer.status == 1:
        return "skada" in answer.printed.decode()
    nothing_else = not answer.printed and not answer.written
    return answer.status == 2 and nothing_else and answer.complaint.rstrip().endswith(".")


def _salvaged(unharmed: Model, register: Path) -> tuple[str, list[str]]:
    """Make a new register of a refused one; what is not as it was must be told of."""
    made = register.with_name("räddat.hubra")
    try:
        rows = salvage_rows(register, made)
    except RegisterError:
        return "refused in words, nothing left to salvage", []
    except Exception as error:
        return "", [f"the salvage met {type(error).__name__}: {error!s:.300}"]
    with closing(Workspace.open(made, read_only=True)) as workspace:
        faults = [f"salvaged with {problem}" for problem in workspace.problems()]
    was, now = expected_rows(unharmed), _rows(made)
    changed = {key for key, _ in (*rows.mended, *rows.loosened)}
    doubted = changed | rows.uncertain | rows.from_history
    faults += [f"salvaged as right: {key}" for key in now if now[key] != was.get(key)
               and key not in doubted]  # fmt: skip
    whole = now == was
    return f"refused in words, salvaged {'whole' if whole else 'in part'}", faults


@cache
def expected_rows(unharmed: Model) -> dict[RowKey, Image]:
    """Return the rows that a register had before it was damaged."""
    with workroom() as place:
        folder = place / "now"
        lay_out(Harmed(bytearray(unharmed.content), bytearray(unharmed.journal), unharmed), folder)
        Workspace.open(folder / REGISTER).close()
        return _rows(folder / REGISTER)


def _rows(register: Path) -> dict[RowKey, Image]:
    with DeepCopy(register) as copy:
        return {(kind, str(row["id"])): row for kind in TABLES for row in copy.rows(kind)}


def _as_the_window(unharmed: Model, register: Path) -> str:
    """Open a register as the window does, look it through later, and work in it."""
    try:
        workspace = Workspace.open(register, brief=True)
    except RegisterError:
        return _REFUSED
    with closing(workspace):
        read = b""
        try:
            with workspace.read() as reader:
                read = dump(register_bundle(reader))
        except RegisterError:
            pass  # It is shown for a moment before it has been looked through.
        try:
            workspace.look_through()
        except RegisterError:
            return _REFUSED
        assert read == expected(unharmed)["export", "/allt.json"].written, "another export"
        try:
            workspace.run(Add(Person, {"name": "Ny"}))
        except RegisterError:
            return _AS_IT_WAS  # a byte of the head says that nobody may write the file
        workspace.undo()
        assert workspace.problems() == [], workspace.problems()
    return _AS_IT_WAS


PROOF = Proof("damage", "Damaged registers", run, tries=500, short=6)
