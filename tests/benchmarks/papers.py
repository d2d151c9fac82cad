"""What a tagged paper costs in a program that is warm, beside the same words untagged."""

import gc
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.paths import resource
from hubra_desktop.ui.self_check import pdf_text
from hubra_desktop.work import queries
from hubra_desktop.work.calling.call_papers import KallelseContent
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import Collected, render
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, Side, benchmark, by_turns, page_count
from tests.benchmarks.manuscripts import Maker, long_table, one_page, one_word, two_pages
from tests.benchmarks.plain import plain_pdf
from tests.benchmarks.platypus import platypus_table
from tests.documents.long_report import long_report, short_report

FACES = ("LiberationSans-Regular", "LiberationSans-Bold")
LEADING = 14


def draw_bare(lines: list[str]) -> bytes:
    """Draw the lines under each other, the first of each page bold, as plainly as can be."""
    for face in FACES:
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, str(resource("fonts", f"{face}.ttf"))))
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    top = A4[1] - 72
    for number, line in enumerate(lines):
        if number and number % 48 == 0:
            canvas.showPage()
        canvas.setFont(FACES[number % 48 == 0], 11)
        canvas.drawString(72, top - number % 48 * LEADING, line)
    canvas.save()
    return content.getvalue()


def timed(make: Callable[[], object]) -> Side:
    """Give a side that makes something and tells the processor's seconds.

    What else the machine does is not counted, nor the taking away of what the other
    side left behind.
    """

    def take() -> float:
        gc.collect()
        start = time.process_time()
        make()
        return time.process_time() - start

    return take


@benchmark
def kallelse(folder: Path) -> Iterator[Row]:
    """The kallelse as bytes, fonts and modules loaded."""
    register = folder / "demo.hubra"
    make_demo(register)
    workspace = Workspace.open(register, read_only=True)
    with workspace.read() as reader:
        meeting = queries.meeting_sheet(reader, queries.meetings_of(reader, 2018)[0].id)
        style = queries.house_style(reader)
    workspace.close()
    paper = Collected("kallelse", KallelseContent(meeting), style)
    lines = pdf_text(render(paper)).splitlines()
    ours, base = timed(lambda: render(paper)), timed(lambda: draw_bare(lines))
    yield by_turns(ours, base, rounds=40).row("a kallelse, warm", 4)


@benchmark
def tagging(folder: Path) -> Iterator[Row]:
    """The same blocks with tags and without: told, laid out, drawn and written."""
    papers: tuple[tuple[str, Maker, int], ...] = (
        ("a kallelse", one_page, 80),
        ("a kallelse of two pages", two_pages, 50),
        ("a table of six pages", long_table, 20),
    )
    for name, make, rounds in papers:
        times = by_turns(
            timed(lambda make=make: to_pdf(make())),  # type: ignore[misc]
            timed(lambda make=make: plain_pdf(make())),  # type: ignore[misc]
            rounds,
        )
        yield times.row(f"{name}, tagged and untagged", 1.3)


@benchmark
def table(folder: Path) -> Iterator[Row]:
    """A table of 70 rows by 5 cells on six pages, beside ReportLab's own way to set it."""
    if {page_count(to_pdf(long_table())), page_count(platypus_table())} != {6}:
        raise ValueError("both tables should fill six pages")
    times = by_turns(timed(lambda: to_pdf(long_table())), timed(platypus_table), rounds=12)
    yield times.row("a table of six pages, beside bare ReportLab", 1.5)


@benchmark
def report(folder: Path) -> Iterator[Row]:
    """A page of a report of some twenty pages, beside a page of one of two."""
    long, short = page_count(to_pdf(long_report())), page_count(to_pdf(short_report()))
    ours, base = timed(lambda: to_pdf(long_report())), timed(lambda: to_pdf(short_report()))
    times = by_turns(lambda: ours() / long, lambda: base() / short, rounds=15)
    yield times.row(f"a report's page, of {long} pages and of {short}", 1.3)


@benchmark
def long_words(folder: Path) -> Iterator[Row]:
    """A word of 10 000 letters beside one of 5 000: twice the length, twice the time.

    Each is a new word, since what was shaped and measured before is remembered.
    """
    random = Random(7)

    def word(alphabet: str, count: int) -> Side:
        return timed(lambda: to_pdf(one_word("".join(random.choices(alphabet, k=count)))))

    for name, alphabet in (("letters", "abcdefghij"), ("right-to-left letters", "ابتثجحخدذرز")):
        times = by_turns(word(alphabet, 10_000), word(alphabet, 5_000), rounds=7)
        yield times.row(f"a word of 10 000 {name}, beside one of 5 000", 2.6)
