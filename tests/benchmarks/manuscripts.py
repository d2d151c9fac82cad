"""The papers that are measured: a kallelse on one page and on two, a long table, a report."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.compose import data_table, heading
from hubra_desktop.documents.kit.letterhead import Letterhead
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import document
from hubra_desktop.model.records.meeting import Meeting
from tests.documents.march import MARCH, STYLE
from tests.documents.samples import HOUSE

Maker = Callable[[], Manuscript]

HEADER: Final = ("Ansvarig", "Insats", "Underlag", "Bedömning", "Kronor")
SHARES: Final = (0.17, 0.28, 0.24, 0.2, 0.11)
"""The table's columns as shares of the measure."""
ROWS: Final = tuple(
    (
        f"Nämnd {number}",
        f"Trygghetsvandring med skola och föreningar, nr {number}",
        "Lägesbild från polisen och svar i enkäten",
        "Genomförd, fortsätter nästa år",
        f"{number * 1250}",
    )
    for number in range(1, 71)
)


def one_page() -> Manuscript:
    """Tell the kallelse of 7 March 2018."""
    return kallelse_manuscript(MARCH, STYLE, draft=False)


def two_pages(place: str = MARCH.place) -> Manuscript:
    """Tell a kallelse with that agenda twice over, in ``place``."""
    return kallelse_manuscript(replace(LONGER, place=place), STYLE, draft=False)


def one_word(word: str) -> Manuscript:
    """Tell a kallelse whose first title is one word."""
    first, *rest = MARCH.items
    meeting = replace(MARCH, items=(replace(first, title=word), *rest))
    return kallelse_manuscript(meeting, STYLE, draft=False)


def _longer() -> Meeting:
    more = (replace(item, id=f"{item.id}-again") for item in MARCH.items)
    return replace(MARCH, items=(*MARCH.items, *more))


LONGER: Final = _longer()


def long_table() -> Manuscript:
    """Tell a report that is a table of 70 rows with five cells."""
    root, look = document(), Look()
    head = Letterhead(root, HOUSE, look, "Lövstabro kommun", "Rapport", draft=False)
    title = heading(root, 1, "Årets insatser", look)
    widths = tuple(share * head.measure for share in SHARES)
    table = data_table(root, HEADER, ROWS, widths, look)
    blocks = [title, table, *head.close()]
    meta = Metadata("Årets insatser", "Lövstabro kommun", "Rapport", MARCH.date)
    return Manuscript(root, blocks, meta, head.page(), (head.draw,))
