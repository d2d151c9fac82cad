"""A disk that fails while a command reads: each ends in what was asked for or in a sentence."""

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from hubra_desktop.__main__ import main
from hubra_desktop.work.demo import make_demo
from tests.faults.mount import Fault, Mount, hindrance, mounted
from tests.faults.scenes import own_state
from tests.proofs.frame import Outcome, Proof

COMMANDS: Final = (
    ("export", "{out}/allt.json"),
    ("export", "{out}/bok.csv", "--table", "ledger"),
    ("show", "budget", "2017"),
    ("show", "grants", "2017"),
    ("show", "associations"),
    ("print", "verksamhetsplan", "2017", "-o", "{out}/plan.html"),
    ("check",),
    ("history",),
)
ERRORS: Final = (errno.EIO, errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.ENODEV)
READS: Final = 1200
"""Reads of the disk that the longest of the commands makes, about."""


def run(tries: int, random: Random) -> Outcome:
    """Let the disk fail from some read on, for a while or for good, in a command each."""
    outcome = Outcome()
    with mounted(direct=True) as mount, TemporaryDirectory() as folder, own_state(Path(folder)):
        register = mount.path / "råd.hubra"
        make_demo(register)
        for number in range(tries):
            words = [each.format(out=folder) for each in COMMANDS[number % len(COMMANDS)]]
            fault = Fault(
                random.choice(ERRORS),
                skip=random.randrange(READS),
                times=random.choice((1, 3, 1000)),
                kinds=frozenset({"read"}),
            )
            _try(outcome, mount, register, words, fault)
    return outcome


def _try(outcome: Outcome, mount: Mount, register: Path, words: list[str], fault: Fault) -> None:
    mount.fail(fault)
    with _told() as said, redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        status = main([*words, "--register", str(register)])
    _, refused = mount.heal()
    where = f"{' '.join(words)}, {os.strerror(fault.error)} after {fault.skip} reads"
    if status not in (0, 1, 2):
        outcome.note("an unexpected error", fault=f"{where}: {said.getvalue()}")
    elif status == 2 and not said.getvalue().strip():
        outcome.note("silence", fault=f"{where}: refused without a word")
    elif "skadat" in said.getvalue():
        outcome.note("called damaged", fault=f"{where}: {said.getvalue()}")
    elif status == 2:
        outcome.note("told in a sentence")
    else:
        outcome.note("done in spite of it" if refused else "done before it")


@contextmanager
def _told() -> Iterator[io.StringIO]:
    with redirect_stderr(io.StringIO()) as said:
        yield said


PROOF = Proof(
    "failing-reads", "A disk that fails under a reader", run, tries=456, short=4,
    why_not=hindrance,
)  # fmt: skip
