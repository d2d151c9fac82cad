"""What every paper must be, whatever it says: archivable, whole, the same in its HTML twin."""

import re
from pathlib import Path

from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, page_numbers, paginate, to_pdf
from tests.documents.anything import told
from tests.documents.checks import problems
from tests.documents.reading import run, spoken, squeezed, structure_of
from tests.documents.test_html import Reader

GOLDEN = Path(__file__).parent / "golden"


def whole(manuscript: Manuscript, words: str = "") -> str:
    """Print, check all that can be checked of the file and its twin, and return what it says.

    ``words`` is the text with the words that are too long for a line.
    """
    printed = to_pdf(manuscript)
    said = spoken(printed)
    assert problems(printed, words) == []
    numbers = page_numbers(paginate(manuscript.blocks, manuscript.page))
    assert squeezed(said) == squeezed(told(manuscript.root, numbers))
    page = Reader(to_html(manuscript))
    assert page.open == []
    pictures = any(element.drawing for element in manuscript.root.walk())
    # The contents of a web page have no page numbers.
    contents = any(element.tag == "TOC" for element in manuscript.root.walk())
    one, other = unlisted(page.text), unlisted(said)
    if contents:
        one, other = (re.sub(r"\d", "", each) for each in (one, other))
    assert pictures or one == other
    return said


def unlisted(text: str) -> str:
    """Leave out white space and the dots of lists, which a browser draws by itself."""
    return squeezed(text).replace("•", "")


def pages(data: bytes) -> list[str]:
    """Read the text of every page as it is seen, furniture included."""
    return run("pdftotext", "-layout", data=data, after=("-",)).split("\f")[:-1]


def golden(manuscript: Manuscript, name: str) -> tuple[str, str]:
    """Return a paper's structure, and the one that is kept under ``name``."""
    return structure_of(to_pdf(manuscript)), (GOLDEN / name).read_text(encoding="utf-8")
