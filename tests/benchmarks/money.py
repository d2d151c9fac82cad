"""The money of twenty years beside the demo's: the year's figures, the page, a booking."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.ui import settings
from hubra_desktop.ui.pages.money.head import BUDGET, LEDGER
from hubra_desktop.work.commands.ledger import Book
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.queries.grants import grant_rows, money_due
from hubra_desktop.work.queries.money import budget, budget_years
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, Taken, benchmark, by_turns, percentile_95
from tests.benchmarks.registers import make_money_register
from tests.benchmarks.windows import application, window_on

YEARS, GRANTS, ROWS = 20, 5_000, 100_000
READ = 300
TIMES, MORE = 1.5, 50
"""What opening may take: so many times the demo's time, and so many milliseconds more."""


def vast_register(folder: Path) -> Path:
    """Make the large register."""
    return make_money_register(folder / "vast.hubra", years=YEARS, grants=GRANTS, rows=ROWS)


def demo_register(folder: Path) -> Path:
    """Make the demo."""
    register = folder / "demo.hubra"
    make_demo(register)
    return register


def beyond(times: Taken, name: str) -> Row:
    """Tell what opening takes above ``TIMES`` the demo's time, in milliseconds."""
    ours, base = median(times.ours) * 1000, median(times.base) * 1000
    told = f"{ours:.1f} ms to {base:.1f} ms"
    return Row(f"{name}, above {TIMES} × the demo's", ours - TIMES * base, MORE, "ms", told)


def reading(workspace: Workspace, read: Callable[[Workspace], object]) -> Callable[[], float]:
    """Give a side that asks for figures."""

    def take() -> float:
        start = time.perf_counter()
        read(workspace)
        return time.perf_counter() - start

    return take


def figures(workspace: Workspace) -> object:
    """Read what the page of the latest year shows: the budget and the year's grants."""
    with workspace.read() as reader:
        year = budget_years(reader)[0]
        return budget(reader, year), grant_rows(reader, year)


def due(workspace: Workspace) -> object:
    """Read what of the money is due."""
    with workspace.read() as reader:
        return money_due(reader, dt.date(budget_years(reader)[0], 12, 1))


@benchmark
def money_figures(folder: Path) -> Iterator[Row]:
    """A year's budget and grants among 5 000 grants and 100 000 rows, and in the demo."""
    vast = Workspace.open(vast_register(folder))
    demo = Workspace.open(demo_register(folder))
    for read, name in ((figures, "a year's budget and grants"), (due, "what of the money is due")):
        times = by_turns(reading(vast, read), reading(demo, read), rounds=25)
        yield beyond(times, name)
    vast.close()
    demo.close()


def opening(register: Path, part: str = BUDGET) -> Callable[[], float]:
    """Give a side that opens the money's page in a new window, on one of its parts.

    The window begins on the overview, and has made the meetings' page that it else makes
    while nobody waits: neither falls within what is measured.
    """

    def take() -> float:
        settings.remember("window/page", "page-overview")
        settings.remember("money/part", part)
        with window_on(register) as window:
            window.meetings.ensurePolished()
            QApplication.processEvents()
            start = time.perf_counter()
            window.show_page("page-money")
            window.repaint()
            QApplication.processEvents()
            return time.perf_counter() - start

    return take


@benchmark
def money_page(folder: Path) -> Iterator[Row]:
    """The page of budget and grants, on the large register and on the demo."""
    application(folder)
    vast, demo = vast_register(folder), demo_register(folder)
    settings.redirect(folder / "settings.ini")
    yield beyond(by_turns(opening(vast), opening(demo), rounds=9), "the money's page")
    rows = by_turns(opening(vast, LEDGER), opening(vast), rounds=5)
    more = (median(rows.ours) - median(rows.base)) * 1000
    yield Row("a year's 5 000 rows, more than its budget", more, READ, "ms")


def booking(workspace: Workspace) -> Callable[[], float]:
    """Give a side that books a cost on the latest year's last post, as a form does that can ask."""
    with workspace.read() as reader:
        year = budget_years(reader)[0]
        post = [row.post.id for row in budget(reader, year).rows if row.leaf][-1]
    entry = LedgerEntry(year=year, post_id=post, kind=EntryKind.COST, amount_ore=100)

    def take() -> float:
        start = time.perf_counter()
        workspace.run(Book(entry), confirmed=())
        return time.perf_counter() - start

    return take


@benchmark
def book(folder: Path) -> Iterator[Row]:
    """Book a cost among 100 000 rows, and in the demo."""
    vast = Workspace.open(vast_register(folder))
    demo = Workspace.open(demo_register(folder))
    times = by_turns(booking(vast), booking(demo), rounds=200)
    vast.close()
    demo.close()
    yield times.row("a booking among 100 000 rows and in the demo", 1.5)
    told = percentile_95(times.ours) * 1000
    yield Row("a booking among 100 000 rows, 19 of 20 within", told, 16, "ms")
