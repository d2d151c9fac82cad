"""One command, from call to commit, while the register is copied beside it."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.store.backup import generations_folder, make_generation, remove_generation
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.commits import changing
from tests.benchmarks.frame import Row, Taken, benchmark, percentile_95
from tests.benchmarks.registers import make_register

PAPERS = 200
PAPER_BYTES = 400_000
BETWEEN = 0.05
"""Seconds between two commits: thirty times as fast as somebody types."""
ROUNDS = 3


def with_papers(register: Path) -> Path:
    """Give a register's grants ``PAPERS`` files as evidence that cannot be packed."""
    workspace = Workspace.open(register)
    with closing(sqlite3.connect(register)) as database:
        [grant] = database.execute('SELECT min(id) FROM "grant"').fetchone()
    for number in range(PAPERS):
        content = b"%PDF-1.7\n" + os.urandom(PAPER_BYTES)
        workspace.run(AddEvidence("grant", grant, f"{number}.pdf", content, date(2018, 3, 7)))
    workspace.close()
    return register


def during_backup(register: Path, take: Callable[[], float]) -> tuple[list[float], float]:
    """Commit while a backup is made and checked; return what each commit and all of it took."""
    made = []

    def back_up() -> None:
        made.append(make_generation(register, generations_folder(register), BackupReason.HOUR))

    thread = threading.Thread(target=back_up)
    taken, start = [], time.perf_counter()
    thread.start()
    while thread.is_alive():
        taken.append(take())
        time.sleep(BETWEEN)
    whole = time.perf_counter() - start
    thread.join()
    remove_generation(made[0])
    return taken, whole


@benchmark
def commit_during_backup(folder: Path) -> Iterator[Row]:
    """Commit on ten years with 200 papers while a generation is made, and while none is."""
    register = with_papers(make_register(folder / "ten.hubra", meetings=80, years=10))
    workspace = Workspace.open(register)
    take = changing(workspace, "m40-3")
    ours: list[float] = []
    base: list[float] = []
    lasted = []
    for _ in range(ROUNDS):
        taken, whole = during_backup(register, take)
        ours += taken
        lasted.append(whole)
        for _ in taken:
            base.append(take())
            time.sleep(BETWEEN)
    workspace.close()
    mega = register.stat().st_size // 1_000_000
    late, alone = percentile_95(tuple(ours)), percentile_95(tuple(base))
    yield Row(
        "commit during a backup and its check, 19 of 20", late / alone, 1.5, "×",
        f"{late * 1000:.1f} ms to {alone * 1000:.1f} ms, {len(ours)} commits, slowest "
        f"{max(ours) * 1000:.0f} ms to {max(base) * 1000:.0f} ms",
    )  # fmt: skip
    yield Taken(tuple(ours), tuple(base)).row("commit during a backup and its check", 1.5)
    yield Row(f"backup of {mega} MB and its check", max(lasted), None, "s")
