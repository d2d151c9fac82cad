"""A register with many attached papers beside one without: its start and each commit."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from hubra_desktop.ui import settings
from hubra_desktop.work.commands.meeting_papers import AttachPaper
from hubra_desktop.work.queries.meeting_papers import kept_papers
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.commits import changing
from tests.benchmarks.frame import Row, benchmark, by_turns, percentile_95
from tests.benchmarks.registers import make_register
from tests.benchmarks.windows import application, opening

PAPERS = 200
PAPER_BYTES = 2_000_000
MEETINGS = 40
"""The meetings that have papers, those of the last five years: five each."""
OPENED = "m0"
LIMIT = 1.1


def with_papers(register: Path) -> Path:
    """Attach ``PAPERS`` files that cannot be packed to the latest meetings of a register."""
    with closing(Workspace.open(register)) as workspace:
        for number in range(PAPERS):
            content = b"%PDF-1.7\n" + os.urandom(PAPER_BYTES)
            meeting = f"m{number % MEETINGS}"
            day = date(2018, 3, 7)
            workspace.run(AttachPaper(meeting, f"{number}.pdf", content, day))
        with workspace.read() as reader:
            assert len(kept_papers(reader)) == PAPERS
    return register


@benchmark
def attached_papers(folder: Path) -> Iterator[Row]:
    """Start with a meeting in view, and commit, with 200 papers of 2 MB and with none."""
    application(folder)
    without = make_register(folder / "without.hubra", meetings=80, years=10)
    full = with_papers(Path(shutil.copy(without, folder / "full.hubra")))
    settings.redirect(folder / "settings.ini")
    sides = (opening(full, OPENED, whole=True), opening(without, OPENED, whole=True))
    yield by_turns(*sides, rounds=15).row("start with 200 papers of 2 MB and with none", LIMIT)
    with closing(Workspace.open(full)) as one, closing(Workspace.open(without)) as other:
        commits = by_turns(changing(one, "m0-3"), changing(other, "m0-3"), rounds=300)
    yield commits.row("commit with 200 papers of 2 MB and with none", LIMIT)
    late = [percentile_95(side) * 1000 for side in (commits.ours, commits.base)]
    told = f"{late[0]:.1f} ms to {late[1]:.1f} ms"
    yield Row("the same, 19 of 20", late[0] / late[1], None, "×", told)
