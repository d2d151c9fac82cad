"""Errands of the program, each done through its door, and what they leave on a disk."""

import io
import re
import traceback
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from unittest.mock import patch

from sqlalchemy import func, select

from hubra_desktop.__main__ import CRASHED, main
from hubra_desktop.exchange.json_file import dump
from hubra_desktop.store.tables import MEETING
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.faults.disk import Disk
from tests.faults.mount import workroom
from tests.faults.scenes import (
    REGISTER,
    generations_held,
    make_register,
    own_state,
    people,
    two_states,
)

OUT: Final = "ut"
"""The file or register that an errand writes, without its ending."""


@dataclass(frozen=True)
class Errand:
    """A command line; ``{register}`` and ``{out}`` stand for paths, ``writes`` ends the latter.

    One that ``looks_for_faults`` may tell of the disk's among them.
    """

    name: str
    words: tuple[str, ...]
    writes: str = ""
    prepare: Callable[[Path], None] = make_register
    looks_for_faults: bool = False


@dataclass(frozen=True)
class Done:
    """What came of an errand: its exit status, what it said, and what crashed."""

    status: int
    said: str
    complaint: str
    crash: str = ""

    @property
    def told(self) -> bool:
        """Tell whether the user was told that it is done."""
        return self.status in (0, 1)


def do(errand: Errand, place: Path) -> Done:
    """Do an errand in ``place`` as the terminal does."""
    values = {
        "register": place / REGISTER,
        "out": f"{place / OUT}{errand.writes}",
        "place": place,
        "today": f"{date.today():%Y-%m-%d}",
    }
    words = [word.format(**values) for word in errand.words]
    said, complaint, crashes = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO(), []

    def note(error: BaseException) -> None:
        crashes.append("".join(traceback.format_exception(error)[-3:]))

    with (
        own_state(place),
        redirect_stdout(said),
        redirect_stderr(complaint),
        patch("hubra_desktop.work.crash.write_report", note),
    ):
        status = main(words)
    said.seek(0)
    # The time, and the number of the second backup of a second, are another each time.
    text = re.sub(r"\d", "#", re.sub(r", \d+\)", ")", said.read().replace(str(place), "PLACE")))
    return Done(status, text, complaint.getvalue(), crashes[0] if status == CRASHED else "")


def state_of(disk: Disk) -> tuple[str, list[str]]:
    """Open the register that lies on a disk, on a real one; return what it and its backups hold.

    Raises when one of them cannot be opened or is not sound.
    """
    with workroom() as place, own_state(place):
        disk.lay_out(place)
        return state_at(place / REGISTER), generations_held(place / REGISTER).split("; ")


def state_at(path: Path) -> str:
    """Open a register, which must be sound, and return how many meetings and who is in it."""
    with closing(Workspace.open(path)) as workspace:
        problems = workspace.problems()
        assert not problems, problems
        with workspace.read() as reader:
            meetings = reader.scalar(select(func.count()).select_from(MEETING))
        return f"{meetings} meetings: {people(workspace)}"


def _file_to_import(place: Path) -> None:
    make_register(place)
    other = place / "annat.hubra"
    first = NewMeeting(date(2019, 5, 6), 930)
    made = Workspace.create(other, organisation="Provrådet", first=first)
    with closing(made) as workspace, workspace.read() as reader:
        (place / "in.json").write_bytes(dump(register_bundle(reader)))
    other.unlink()


def _demo(place: Path) -> None:
    make_demo(place / REGISTER)


def _own(*words: str) -> tuple[str, ...]:
    return ("--register", "{register}", *words)


ERRANDS: Final = (
    Errand("export", _own("export", "{out}"), ".json"),
    Errand("import", _own("import", "{place}/in.json", "--anyway"), prepare=_file_to_import),
    Errand("new", ("new", "{out}", "--name", "Nya rådet"), ".hubra"),
    Errand("backup", _own("backup"), prepare=two_states),
    Errand("restore", _own("restore", "{today}"), prepare=two_states),
    Errand("check", _own("check"), prepare=_demo),
    Errand("deep check", _own("check", "--deep"), "", two_states, looks_for_faults=True),
    Errand("print", _own("print", "kallelse", "2018-03-07", "--output", "{out}"), ".pdf", _demo),
    Errand("show", _own("show", "meeting", "2018-03-07"), prepare=_demo),
    Errand("table", _own("export", "{out}", "--table", "ledger", "--year", "2017"), ".xlsx", _demo),
)
"""The cheapest first, which are what a short run has time for."""
