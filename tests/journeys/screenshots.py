"""Pictures of every page, light and dark, and of the paper: what a reader is shown first."""

import os
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default.warning=false"

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from hubra_desktop.app import make_application
from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.money.terms import GrantState
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui import settings, theme
from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.page_builder import drawn
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.ui.pages.plan.page import PlanPage
from hubra_desktop.ui.pages.reports.panel import ReportsPanel
from hubra_desktop.work.commands.attendance import Tick
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.running import NextItem, StartMeeting
from hubra_desktop.work.demo import EXERCISE_DAY, make_demo
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.queries.grants import grant_rows

LAPTOP = QSize(1366, 768)
PAPER_WIDTH = 1000
PAGE_TAKES_S = 20
YEAR = 2017
EXAMPLE = "ex-meeting"
"""The meeting of the invented council, which has minutes."""
HELD_PARTS = (
    ("hold", "attendance"), ("minutes", "minutes"), ("done", "approval"), ("done", "after"),
)  # fmt: skip
STARTED = 15 * 60
PLANNED = date(2018, 5, 16)


def wait_for_page(window: MainWindow) -> None:
    """Wait until the live page has been made and painted; raises TimeoutError."""
    loop = QEventLoop()
    window.meetings.page.built.connect(loop.quit)
    QTimer.singleShot(PAGE_TAKES_S * 1000, loop, loop.quit)
    begun = time.monotonic()
    window.meetings.page.ask()
    loop.exec()
    if time.monotonic() - begun >= PAGE_TAKES_S:
        raise TimeoutError
    QApplication.processEvents()


def take(window: MainWindow, folder: Path) -> list[Path]:
    """Take every page in both schemes, and the paper's pages."""
    made = []
    for scheme in ("light", "dark"):
        window.actions_[f"scheme-{scheme}"].trigger()
        for page in PAGE_ACTIONS:
            window.show_page(page)
            if page == "page-meetings":
                wait_for_page(window)
            settle()
            made.append(folder / f"{page.removeprefix('page-')}-{scheme}.png")
            window.grab().save(str(made[-1]))
            if page == "page-meetings":
                made += meeting_parts(window, folder, scheme)
            if page == "page-plan":
                made += plan_parts(window, folder, scheme)
            if page == "page-money":
                made += money_parts(window, folder, scheme)
    return made + papers(window, folder)


def settle(milliseconds: int = 600) -> None:
    """Let what a page reads after its first picture be read and painted."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def papers(window: MainWindow, folder: Path) -> list[Path]:
    """Take the pages of what is printed; of the longer papers the first."""
    with window.desk.read() as reader:
        made = {
            "kallelse": (window.meetings.page.content() or b"", 9),
            "protokoll": (render(collect(reader, "protokoll", EXAMPLE)), 3),
            "verksamhetsberattelse": (render(collect(reader, "verksamhetsberattelse", YEAR)), 4),
            "budget": (render(collect(reader, "budget", YEAR)), 1),
            "arshjul": (render(collect(reader, "arshjul", YEAR)), 1),
        }
    paths = []
    for name, (pdf, pages) in made.items():
        for number, image in enumerate(drawn(pdf, PAPER_WIDTH, 1.0)[:pages], start=1):
            paths.append(folder / f"{name}-{number}.png")
            image.save(str(paths[-1]))
    return paths


def meeting_parts(window: MainWindow, folder: Path, scheme: str) -> list[Path]:
    """Take the papers of the meeting, and the sheet where another one is called."""
    before = window.meeting.sheet.id if window.meeting.sheet else ""
    made = []
    for part in ("papers", "call"):
        if part == "call":
            planned = window.desk.attempt_now(NewMeeting(PLANNED, 930, 1050, "A-salen")).created
            window.meeting.open(str(planned))
            window.meetings.head.stages.buttons[1].click()
        else:
            window.meetings.parts.bar.ask_for(part)
        settle()
        made.append(folder / f"meetings-{part}-{scheme}.png")
        window.grab().save(str(made[-1]))
    window.desk.undo()
    made += [*held_parts(window, folder, scheme), running(window, folder, scheme)]
    window.meeting.open(before)
    window.meetings.parts.bar.ask_for("agenda")
    return made


def held_parts(window: MainWindow, folder: Path, scheme: str) -> list[Path]:
    """Take what is there of a meeting that was held."""
    window.meeting.open(EXAMPLE)
    made = []
    for stage, part in HELD_PARTS:
        window.meetings.parts.show_stage(stage)
        window.meetings.parts.show_part(part)
        settle()
        if part == "minutes":
            assert window.meetings.parts.go_to("section", "ex-section-4")
            settle(2000)
        made.append(folder / f"meetings-{part}-{scheme}.png")
        window.grab().save(str(made[-1]))
    return made


def running(window: MainWindow, folder: Path, scheme: str) -> Path:
    """Take the view in which a meeting of the invented council is led, its third row on."""
    copied = CopyMeeting(EXAMPLE, PLANNED, {"state": MeetingState.CALLED})
    meeting_id = str(window.desk.attempt_now(copied).created)
    steps: list[Command] = [StartMeeting(meeting_id, STARTED)]
    window.meeting.open(meeting_id)
    sheet = window.meeting.sheet
    assert sheet is not None
    for place, item in enumerate(sheet.items[1:3], start=1):
        steps.append(NextItem(meeting_id, item.id, STARTED + 14 * place))
    for step in steps:
        window.desk.attempt_now(step)
    with window.desk.read() as reader:
        rows = attendance_of(reader, meeting_id).rows
    for each in rows[:5]:
        steps.append(Tick(each.id, AttendanceStatus.PRESENT))
        window.desk.attempt_now(steps[-1])
    path = folder / f"meetings-running-{scheme}.png"
    with patch.object(RunningState, "now", lambda _: STARTED + 33):
        window.actions_["run-meeting"].trigger()
        views = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        view = next(each for each in views if isinstance(each, RunningWindow))
        view.showNormal()
        view.setFixedSize(LAPTOP)
        settle()
        view.grab().save(str(path))
        view.close()
    for _ in (copied, *steps):
        window.desk.undo()
    return path


def money_parts(window: MainWindow, folder: Path, scheme: str) -> list[Path]:
    """Take the ledger, the grants, the forecast and the reconciliation."""
    page = window._pages.page("page-money")
    assert isinstance(page, MoneyPage)
    made = []
    for part in ("ledger", "grants", "forecast", "reconciliation"):
        page.show_part(part)
        if part == "grants":
            with window.desk.read() as reader:
                rows = grant_rows(reader, YEAR)
            repaid = next(row for row in rows if row.standing.state is GrantState.FULLY_REPAID)
            page.go_to("grant", repaid.sheet.id)
        settle()
        made.append(folder / f"money-{part}-{scheme}.png")
        window.grab().save(str(made[-1]))
    page.show_part("budget")
    return made


def plan_parts(window: MainWindow, folder: Path, scheme: str) -> list[Path]:
    """Take an activity at work, the list and the wheel."""
    page = window._pages.page("page-plan")
    assert isinstance(page, PlanPage)
    made = []
    for part in ("areas", "list", "year"):
        page.show_part(part)
        if part == "areas" and page.plan.activities:
            page.activities.open_place("activity", page.plan.activities[4].id)
        else:
            page.activities.close_side()
        QApplication.processEvents()
        name = "activity" if part == "areas" else part
        made.append(folder / f"plan-{name}-{scheme}.png")
        window.grab().save(str(made[-1]))
    page.show_part("reports")
    panel = page.findChild(ReportsPanel)
    assert panel is not None
    panel.outline.setCurrentRow(4)
    settle(3000)
    made.append(folder / f"reports-{scheme}.png")
    window.grab().save(str(made[-1]))
    page.show_part("areas")
    return made


def main(folder: Path) -> None:
    """Write the pictures into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="hubra-") as own:
        settings.redirect(Path(own) / "settings.ini")
        application = make_application(["hubra"])
        register = Path(own) / "ovning.hubra"
        make_demo(register, EXERCISE_DAY)
        window = MainWindow()
        window.resize(LAPTOP)
        window.registers.open(register)
        theme.theme().dress()
        window.show()
        application.processEvents()
        for path in take(window, folder):
            print(path)
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
