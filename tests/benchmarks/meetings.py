"""A meeting that goes on: from one key to the view repainted, beside the plain commit."""

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.messages import Messages
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.work.commands.attendance import Tick
from hubra_desktop.work.commands.running import StartMeeting
from hubra_desktop.work.commands.sections import ConcludeSection
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.queries.minutes import sections_of
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, benchmark, by_turns
from tests.benchmarks.windows import LAPTOP, application
from tests.work.called_office import called_office

ROUNDS = 100


def begun(path: Path) -> Workspace:
    """Return a register whose meeting goes on, all being there."""
    workspace = called_office(path).workspace
    workspace.run(StartMeeting("held", 930))
    with workspace.read() as reader:
        people = attendance_of(reader, "held").rows
    for each in people:
        workspace.run(Tick(each.id, AttendanceStatus.PRESENT))
    return workspace


def concluding(workspace: Workspace) -> Callable[[], float]:
    """Give a side that writes another outcome of a section."""
    with workspace.read() as reader:
        section = sections_of(reader, "held")[0]
    outcomes = cycle((DecisionOutcome.TABLED, DecisionOutcome.NOTED))

    def take() -> float:
        command = ConcludeSection(section.id, next(outcomes))
        start = time.perf_counter()
        workspace.run(command)
        return time.perf_counter() - start

    return take


@benchmark
def meeting_key(folder: Path) -> Iterator[Row]:
    """Decide a section by one key, until the view is repainted."""
    application(folder)
    home = QWidget()
    desk = Desk(Messages(home), home)
    desk.use(begun(folder / "vy.hubra"))
    view = RunningWindow(RunningState(desk, "held"), Actions(home), home)
    view.begin()
    view.resize(LAPTOP)
    QApplication.processEvents()
    keys = cycle("li")

    def ours() -> float:
        start = time.perf_counter()
        QTest.keyClicks(view, next(keys))
        view.repaint()
        return time.perf_counter() - start

    plain = begun(folder / "fil.hubra")
    times = by_turns(ours, concluding(plain), rounds=ROUNDS)
    plain.close()
    view.abandon()
    desk.use(None)
    yield times.row("a key at a meeting to the view repainted", 1.5)
