"""Draw the pages into this folder and write the README that shows them.

Drawn by poppler, one PNG a page: ``python -m tests.documents.pictures [FOLDER]``.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.terms import MeetingState
from tests.documents.anything import Shape, made
from tests.documents.march import MARCH, STYLE
from tests.documents.names import name_list
from tests.documents.parts import SAMPLER
from tests.documents.samples import HOUSE, everything, picture, unusual

HERE = Path(__file__).parent
DOTS_PER_INCH = 80
WHOLE = 9


class Picture(NamedTuple):
    """A page to show: what it is, what to look for, and how it is made."""

    title: str
    look_for: str
    pdf: Callable[[], bytes]
    pages: int = 1


PICTURES = {
    "namnlista": Picture(
        "Names in many scripts",
        "Right-to-left names are joined and begin at their right; no empty boxes; accents sit on "
        "their letters; sums and dates stay on one line, the sum wider than its cell is parted.",
        lambda: to_pdf(name_list()),
    ),
    "namnlista-kerning": Picture(
        "The same with kerning",
        "`To`, `AV` and `Ty` in the last table stand nearer; nothing else moves to another line.",
        lambda: to_pdf(name_list(kerning=True)),
    ),
    "kallelse": Picture(
        "The kallelse of 7 March 2018",
        "One page; times after the presenters; pause without a number; the footnote's mark at the "
        "time; signature lines side by side.",
        lambda: to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False)),
    ),
    "kallelse-utkast": Picture(
        "A draft with every kind of row and a logotype",
        "UTKAST at the head; headings, sub-items, closed doors with the public title only, "
        "Utgår and Tillkommande in words; links underlined.",
        lambda: to_pdf(
            kallelse_manuscript(
                everything(), replace(HOUSE, logotype=picture(), logotype_text="Vapen"), draft=True
            )
        ),
        2,
    ),
    "kallelse-utan-nummer": Picture(
        "Rows without a number",
        "Upprop, prize and Justering have no number, the lunch has one; notes, places and "
        "presenters are printed; Utgår in words.",
        lambda: to_pdf(kallelse_manuscript(unusual(), HOUSE, draft=False)),
        2,
    ),
    "kallelse-installd": Picture(
        "A cancelled meeting",
        "INSTÄLLT at the head and in words; no agenda; the day that it was called to.",
        lambda: to_pdf(
            kallelse_manuscript(
                replace(MARCH, state=MeetingState.CANCELLED, items=()), STYLE, draft=False
            )
        ),
    ),
    "kallelse-stor": Picture(
        "Large print, 20 points",
        "The same page reflowed, not magnified; no word is cut, margins are narrower.",
        lambda: to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False, text_size=20)),
        3,
    ),
    "delar": Picture(
        "Every part of the kit",
        "Contents with dots and page numbers; nested lists; quotation; a table of figures with a "
        "sum row; a chart that can be told without colour; footnotes.",
        lambda: to_pdf(made(list(SAMPLER), Shape(contents=True))),
        WHOLE,
    ),
}


class Pair(NamedTuple):
    """Two pictures, before and after: what they show, what they are called, what to look for."""

    title: str
    name: str
    look_for: str


class Compared(NamedTuple):
    """Pairs of pictures that were taken by hand at a commit and later, not drawn here."""

    title: str
    told: str
    pairs: tuple[Pair, ...]


COMPARED = (
    Compared(
        "The meeting's page",
        "In the real window, at commit 638a851 and later.",
        (
            Pair(
                "A laptop of 1366×768",
                "sammantraden",
                "The time rail beside the agenda, a line for presenters under each title, a cure "
                "beside the finding, the case number whole.",
            ),
            Pair(
                "The same at 200 %",
                "sammantraden-200",
                "The window stays on the screen; the page is a tab, the pages are their marks, the "
                "stages say the present one.",
            ),
        ),
    ),
    Compared(
        "The year's papers",
        "The exercise register's, at commit df27461 and later.",
        (
            Pair(
                "The annual report",
                "berattelse",
                "Six pages, not eight; repaid has a column, and each row adds up; small charts two "
                "by two; a table to compare the indicators by; the foot in columns.",
            ),
            Pair(
                "The annual report in 20 points",
                "berattelse-stor",
                "No label under 20 points and no divided word; a row of figures that is too wide "
                "becomes facts; the charts' letters grow.",
            ),
            Pair(
                "A decision letter",
                "brev",
                "UTKAST until it is issued; sender with telephone and mail, addressee labelled and "
                "where a window envelope shows it; what was paid is told, not asked for.",
            ),
        ),
    ),
)


def draw(folder: Path) -> list[Path]:
    """Draw every picture's pages into ``folder`` and write the README; return the files."""
    files: list[Path] = []
    told = ["# The printed pages", "", "Made by `make screenshots`; look here before you trust a",
            "green test. One line on each says what to look for."]  # fmt: skip
    for name, shown in PICTURES.items():
        told += ["", f"## {shown.title}", "", shown.look_for, ""]
        drawn = _draw(shown.pdf(), folder / name, shown.pages)
        told += [f"![{shown.title}, page {n}]({file.name})" for n, file in enumerate(drawn, 1)]
        files += drawn
    for section in COMPARED:
        told += ["", f"# {section.title}", "", section.told]
        for title, name, look_for in section.pairs:
            told += ["", f"## {title}", "", look_for, ""]
            told += [f"![{title}, {when}]({name}-{when}.png)" for when in ("before", "after")]
    readme = folder / "README.md"
    readme.write_text("\n".join(told) + "\n", encoding="utf-8")
    return [*files, readme]


def _draw(pdf: bytes, stem: Path, pages: int) -> list[Path]:
    for old in stem.parent.glob(f"{stem.name}-[0-9].png"):
        old.unlink()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        subprocess.run(
            ["pdftoppm", "-r", str(DOTS_PER_INCH), "-l", str(pages), "-png", file.name, str(stem)],
            check=True,
        )
    return sorted(stem.parent.glob(f"{stem.name}-[0-9].png"))


def main() -> None:
    """Draw into the folder that was named, or beside this file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for file in draw(folder):
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
