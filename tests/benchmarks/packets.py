"""A packet of 300 pages: what it takes beside joining its files, and the window meanwhile."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from PySide6.QtCore import QEventLoop, QTimer

from hubra_desktop.model.dispatch.packets import Packet
from hubra_desktop.model.progress import StoppedError
from hubra_desktop.ui.dialogs.work import Worker
from hubra_desktop.work.calling.packet_making import make_packet
from tests.benchmarks.frame import Row, benchmark, by_turns
from tests.benchmarks.papers import timed
from tests.benchmarks.windows import application
from tests.documents.samples import HOUSE
from tests.exchange.packets import line, other_paper, own_paper, packet, part, untagged

PAGES = 300
TICK_MS = 5


def papers() -> Packet:
    """Make a packet of 300 pages: a third of them without tags, full of text."""
    text = b"".join(line("Lorem ipsum dolor sit amet", y=800 - 14 * row) for row in range(50))
    parts = [part(number, untagged(*[text] * 20)) for number in range(1, 6)]
    number = len(parts)
    while number < 105:
        number += 1
        parts.append(part(number, own_paper() if number % 2 else other_paper()))
    return packet(*parts)


def joined(whole: Packet) -> bytes:
    """Join the files' pages with nothing else: no numbers, no structure, no bookmarks."""
    out = BytesIO()
    with pikepdf.Pdf.new() as pdf:
        for each in whole.parts:
            with pikepdf.Pdf.open(BytesIO(each.content)) as source:
                pdf.pages.extend(source.pages)
        pdf.save(out)
    return out.getvalue()


def stillest(whole: Packet, folder: Path) -> tuple[float, float]:
    """Return the longest that the window stood still, and how long the packet took, in ms."""
    application(folder)
    worker, loop, timer = (
        Worker(lambda told: make_packet(whole, HOUSE, told)),
        QEventLoop(),
        QTimer(),
    )
    gaps, last = [0.0], time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    worker.finished.connect(loop.quit)
    begun = time.perf_counter()
    worker.start()
    loop.exec()
    worker.wait()
    return max(gaps) * 1000, (time.perf_counter() - begun) * 1000


def stopped(whole: Packet) -> float:
    """Return how long it takes from being told to stop until it has, in ms."""
    worker = Worker(lambda told: make_packet(whole, HOUSE, told))
    worker.start()
    time.sleep(0.5)
    begun = time.perf_counter()
    worker.stop()
    worker.wait()
    if worker.result is not None or worker.refusal is not None:
        raise StoppedError
    return (time.perf_counter() - begun) * 1000


@benchmark
def packets(folder: Path) -> Iterator[Row]:
    """A packet of 300 pages, made beside the window, and stopped."""
    whole = papers()
    made = make_packet(whole, HOUSE)
    told = f"a packet of {made.pages} pages beside its files joined plainly"
    yield by_turns(timed(lambda: make_packet(whole, HOUSE)), timed(lambda: joined(whole)), 3).row(
        told, 15
    )
    still, took = stillest(whole, folder)
    yield Row("the window stands still meanwhile, at most", still, 250, "ms", f"in {took:.0f} ms")
    yield Row("a packet that is stopped has stopped in", stopped(whole), 500, "ms")
