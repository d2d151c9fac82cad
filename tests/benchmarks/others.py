"""The kit beside other typesetters that make accessible PDF, the same words in each."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from hubra_desktop.documents.kit.render import to_pdf
from tests.benchmarks.frame import Row, Side, benchmark, by_turns, page_count, skipped
from tests.benchmarks.manuscripts import LONGER, two_pages
from tests.benchmarks.peers import missing
from tests.benchmarks.twins import FONTS, house_css, html_twin, typst_twin

Print = Callable[[str], bytes]
"""Print the paper of the meeting in that place: no two papers are alike."""


def side(prints: Print) -> Side:
    """Give a side that prints another place each time, its first paper checked."""
    if page_count(prints("A-salen")) != 2:
        raise ValueError("the paper should fill two pages")
    numbers = count()

    def take() -> float:
        place = f"Sal {next(numbers)}"
        start = time.perf_counter()
        prints(place)
        return time.perf_counter() - start

    return take


def ours(place: str) -> bytes:
    return to_pdf(two_pages(place))


def in_weasyprint() -> Print:
    """Print with WeasyPrint, its style sheet and fonts read once."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(string=house_css(LONGER.body, "Kallelse"), font_config=fonts)
    twin = html_twin(two_pages())

    def prints(place: str) -> bytes:
        page = HTML(string=twin.replace("A-salen", place, 1))
        made: bytes = page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
        return made

    return prints


def in_typst(folder: Path) -> Print:
    """Print with Typst, one compiler kept: it remembers what did not change."""
    from typst import Compiler

    compiler = Compiler(root=str(folder), font_paths=[str(FONTS)], ignore_system_fonts=True)
    twin = typst_twin(two_pages())

    def prints(place: str) -> bytes:
        source = twin.replace("A-salen", place, 1).encode()
        made: bytes = compiler.compile(input=source, format="pdf", pdf_standards=["a-2a", "ua-1"])
        return made

    return prints


@benchmark
def typesetters(folder: Path) -> Iterator[Row]:
    """A kallelse of two pages, warm, beside WeasyPrint (PDF/UA-1) and Typst (2a and UA-1)."""
    name = "a kallelse of two pages, beside WeasyPrint"
    why = missing("weasyprint")
    if why:
        yield skipped(name, 0.2, why)
    else:
        yield by_turns(side(ours), side(in_weasyprint()), rounds=12).row(name, 0.2)
    name = "a kallelse of two pages, beside Typst"
    why = missing("typst")
    if why:
        yield skipped(name, None, why)
    else:
        yield by_turns(side(ours), side(in_typst(folder)), rounds=25).row(name, None)
