"""A matter's whole life, read from the register of ten years and from the demo's two meetings."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.queries.matters import matter_numbered, matter_view
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, benchmark, by_turns
from tests.benchmarks.registers import make_register

NUMBER = "KS-2017/2231"
"""A matter of the demo that stands on few agendas, as most do."""


def reading(workspace: Workspace) -> Callable[[], float]:
    """Give a side that reads the matter's page."""

    def take() -> float:
        start = time.perf_counter()
        with workspace.read() as reader:
            matter_id = matter_numbered(reader, NUMBER)
            assert matter_id is not None
            matter_view(reader, matter_id)
        return time.perf_counter() - start

    return take


@benchmark
def matters(folder: Path) -> Iterator[Row]:
    """Read a matter's life among 4,000 items of 400 meetings, and in the demo."""
    make_demo(folder / "demo.hubra")
    small = Workspace.open(folder / "demo.hubra")
    large = Workspace.open(make_register(folder / "ten.hubra", meetings=400, years=10))
    times = by_turns(reading(large), reading(small), rounds=40)
    large.close()
    small.close()
    yield times.row("a matter's page on ten years and on the demo", 2)
