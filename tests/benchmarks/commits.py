"""One command, from call to commit, on a vast register and on an empty one."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.work import queries
from hubra_desktop.work.edits import Add, Change, Store
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, benchmark, by_turns, percentile_95
from tests.benchmarks.registers import make_register


def changing(workspace: Workspace, item_id: str) -> Callable[[], float]:
    """Give a side that types another title into the item."""
    numbers = count()

    def take() -> float:
        command = Change(Item, item_id, {"title": f"Rubrik {next(numbers)}"})
        start = time.perf_counter()
        workspace.run(command)
        return time.perf_counter() - start

    return take


def only_item(workspace: Workspace) -> str:
    """Give an empty register a meeting with one item, and return the item's id."""
    body = workspace.run(Add(Body, {"name": "Rådet"})).created
    assert body is not None
    items = (Item(title="Rubrik"),)
    meeting = Meeting(body_id=body, date=date(2018, 3, 7), items=items)
    created = workspace.run(Store(meeting)).created
    assert created is not None
    with workspace.read() as reader:
        return queries.meeting_sheet(reader, created).items[0].id


@benchmark
def commit(folder: Path) -> Iterator[Row]:
    """Change an item's title among 100 000 items, and where there is no other."""
    vast = Workspace.open(make_register(folder / "vast.hubra", meetings=10_000, years=50))
    empty = Workspace.create(folder / "empty.hubra")
    item = only_item(empty)
    times = by_turns(changing(vast, "m5000-3"), changing(empty, item), rounds=200)
    vast.close()
    empty.close()
    yield times.row("commit on 100 000 items and on none", 1.5)
    yield Row(
        "commit on 100 000 items, 19 of 20 within", percentile_95(times.ours) * 1000, None, "ms"
    )
