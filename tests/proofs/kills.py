"""The window is killed at any moment: what it told as saved is there, nothing is in the way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import IO, Final

from sqlalchemy import func, select

from hubra_desktop.paths import STATE_VARIABLE
from hubra_desktop.store.journal import STEP
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.workspace import Workspace
from tests.faults.mount import CODE, workroom
from tests.faults.scenes import own_state
from tests.faults.window import PAPER
from tests.proofs.frame import Outcome, Proof

STARTED: Final = ("-m", "tests.faults.window")
"""How Python is started for the process that windows come from."""
MOST_TOLD: Final = 12
"""How much a window tells at most before it is killed: that it is ready, and what is saved."""
AT_THE_START: Final = 10
"""One of so many is killed before it is ready."""
_START_S: Final = 0.2
_STEP_S: Final = 0.04
"""Seconds that a window starts and a step takes, about, on a machine that has time."""


def _new_register(path: Path) -> None:
    first = NewMeeting(date(2019, 5, 6), 930)
    Workspace.create(path, organisation="Provrådet", first=first).close()


def run(
    tries: int,
    random: Random,
    started: Iterable[str] = STARTED,
    make: Callable[[Path], object] = _new_register,
    lost: Callable[[Path, list[str]], str] = lambda *_: "",
    most: int = MOST_TOLD,
) -> Outcome:
    """Kill ``tries`` windows, one after the other, each over a register of its own.

    ``make`` makes the register; ``lost`` says what of what a window said is not in it. A window
    says ``most`` lines before it is killed.
    """
    outcome = Outcome()
    with workroom() as place, own_state(place), _windows(place, started) as windows:
        whole = place / "hel.hubra"
        make(whole)
        before = _steps(whole)
        for number in range(tries):
            folder = place / str(number)
            folder.mkdir()
            register = Path(shutil.copy(whole, folder / "råd.hubra"))
            said = windows.killed(register, random, most)
            came, fault = _found(register, before, said)
            fault = fault or lost(register, said)
            outcome.note(came, fault=f"kill {number}: {fault}" if fault else "")
            shutil.rmtree(folder)
    return outcome


class _Windows:
    """The process that windows come from."""

    def __init__(self, orders: IO[str], told: IO[str], errors: Path) -> None:
        self._orders, self._told, self._errors = orders, told, errors

    def killed(self, register: Path, random: Random, most: int) -> list[str]:
        """Have a window work in a register and kill it; return what it had said until then."""
        self._orders.write(f"{register} {random.randrange(1 << 30)}\n")
        self._orders.flush()
        window, said = int(self._line().removeprefix("window ")), list[str]()
        if random.randrange(AT_THE_START) == 0:
            time.sleep(random.uniform(0, _START_S))
        else:
            last = random.randrange(most)
            while len(said) <= last and (not said or not said[-1].startswith("gone ")):
                said.append(self._line())
            time.sleep(random.uniform(0, _STEP_S))
        with suppress(ProcessLookupError):
            os.kill(window, signal.SIGKILL)
        while not said or not said[-1].startswith("gone "):
            said.append(self._line())
        if said[-1] != f"gone {-signal.SIGKILL}":
            said += self._errors.read_text("utf-8").splitlines()[-5:]
        else:
            said.pop()
        return said

    def _line(self) -> str:
        line = self._told.readline()
        assert line, "no windows come any more"
        return line.strip()


@contextmanager
def _windows(place: Path, started: Iterable[str]) -> Iterator[_Windows]:
    errors = place / "fel.txt"
    with errors.open("wb") as complaints:
        server = subprocess.Popen(
            [sys.executable, *started],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            cwd=CODE,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "HOME": str(place),
                STATE_VARIABLE: str(place / "state"),
            },
        )
    assert server.stdin is not None
    assert server.stdout is not None
    try:
        assert server.stdout.readline() == "here\n", errors.read_text("utf-8")
        yield _Windows(server.stdin, server.stdout, errors)
    finally:
        server.stdin.close()
        server.wait()
        server.stdout.close()


def _found(register: Path, before: int, said: list[str]) -> tuple[str, str]:
    """Open what a kill left as the program does; return what came of it and what is wrong.

    There were ``before`` steps when the window opened.
    """
    if any(line.startswith("gone") for line in said):
        return "fell by itself", f"the window fell by itself: {said}"
    told = said.count("saved")
    try:
        steps = _steps(register)
    except Exception as error:
        return "not opened", f"{type(error).__name__}: {error}"
    if not before + told <= steps <= before + told + 1:
        return "lost", f"told of {told} steps, and there are {steps - before}"
    paper = register.with_name(PAPER)
    if not paper.exists() and "paper" in said:
        return "lost", "told of a paper, and there is none"
    if paper.exists() and not _sound(paper):
        return "half", f"a paper of {paper.stat().st_size} bytes"
    left = {each.name for each in register.parent.iterdir()} - _expected(register)
    if left:
        return "in the way", f"left behind: {sorted(left)}"
    if steps > before + told:
        return "with the step under way, whole", ""
    return "as told" if told else "before the first step", ""


def _steps(register: Path) -> int:
    """Open the register, which must be sound, and return the number of its last step."""
    with closing(Workspace.open(register)) as workspace:
        problems = workspace.problems()
        if problems:
            raise AssertionError(problems)
        with workspace.read() as reader:
            return reader.scalar(select(func.max(STEP.c.id))) or 0


def _sound(paper: Path) -> bool:
    content = paper.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def _expected(register: Path) -> set[str]:
    return {register.name, f".{register.name}.lock", f"{register.stem}.ini", PAPER}


def hindrance() -> str:
    return "" if hasattr(os, "fork") else f"windows are forked, which {sys.platform} cannot"


PROOF = Proof("kills", "Kills of the window at work", run, 1000, 2, why_not=hindrance)
