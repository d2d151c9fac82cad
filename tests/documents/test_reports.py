"""Documents of any shape: archivable, whole, and the same bytes every time."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.coverage import clean, missing_glyphs
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.tree import Element
from tests.documents.checks import problems
from tests.documents.effort import documents
from tests.documents.reading import run, spoken, squeezed, text_of
from tests.documents.reports import COMPLETE, PARTS, Part, figures, report, text
from tests.documents.samples import HOUSE, NASTY, meeting, nasty

ROOT = Path(__file__).parent.parent.parent


def told(element: Element) -> str:
    """Read a manuscript's tree: what the file must say."""
    if element.tag == "Figure":
        return element.alt
    return clean("".join(piece.text for piece in element.pieces)) + "".join(
        told(kid) for kid in element.kids
    )


def words_of(manuscript: Manuscript) -> str:
    return told(manuscript.root)


def test_a_report_with_every_part_may_be_archived() -> None:
    manuscript = report(*COMPLETE)
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert squeezed(spoken(printed)) == squeezed(words_of(manuscript))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", data=printed)


def test_a_report_that_carries_data_may_be_archived() -> None:
    printed = to_pdf(report(*COMPLETE, data=b'{"rapport": "\xc3\xa5"}'))
    assert problems(printed) == []
    assert "rapport.json" in run("pdfdetach", "-list", data=printed)


def test_only_embedded_subsets_are_used() -> None:
    lines = run("pdffonts", data=to_pdf(report(*COMPLETE))).splitlines()[2:]
    assert lines
    for line in lines:
        assert line[7:8] != "+" or "TrueType" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line


@settings(max_examples=documents(6))
@given(parts=st.lists(PARTS, min_size=1, max_size=4))
def test_any_report_may_be_archived_and_loses_nothing(parts: list[Part]) -> None:
    manuscript = report(*parts)
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert squeezed(spoken(printed)) == squeezed(words_of(manuscript))


def test_another_reader_finds_the_same_text() -> None:
    manuscript = report(text("ett två tre " * 200), figures(12, 12))
    printed = to_pdf(manuscript)
    assert squeezed(text_of(printed)) == squeezed(words_of(manuscript))


@given(
    st.text(st.characters(codec="utf-8"), max_size=60).filter(lambda typed: clean(typed).strip())
)
def test_any_text_is_printed_or_refused_in_words(typed: str) -> None:
    if missing_glyphs(typed):
        with pytest.raises(ValueError, match="kan inte skrivas ut"):
            to_pdf(report(text(typed)))
        return
    manuscript = report(text(typed))
    assert squeezed(spoken(to_pdf(manuscript))) == squeezed(words_of(manuscript))


@settings(max_examples=documents(15))
@given(st.lists(st.sampled_from(NASTY), min_size=1, max_size=4), st.sampled_from(["", " ", "\n"]))
def test_text_that_bites_stays_text(parts: list[str], between: str) -> None:
    typed = between.join(parts)
    printed = to_pdf(kallelse_manuscript(meeting(note=typed, place=typed), HOUSE, draft=False))
    assert squeezed(clean(typed)) in squeezed(spoken(printed))


def test_the_same_report_has_the_same_bytes_after_others() -> None:
    first = to_pdf(report(*COMPLETE))
    to_pdf(kallelse_manuscript(nasty(), HOUSE, draft=True))
    assert to_pdf(report(*COMPLETE)) == first


def test_other_words_give_another_identity() -> None:
    one, other = to_pdf(report(text("ett"))), to_pdf(report(text("två")))
    assert one[one.rindex(b"/ID") :][:80] != other[other.rindex(b"/ID") :][:80]


SCRIPT = """
import sys
from hashlib import sha256
from tests.documents.samples import HOUSE, nasty
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.render import to_pdf
printed = to_pdf(kallelse_manuscript(nasty(), HOUSE, draft=False, data=b"{}"))
sys.stdout.write(sha256(printed).hexdigest())
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
    ],
    ids=["plain", "abroad"],
)
def test_every_process_prints_the_same_bytes(surroundings: dict[str, str]) -> None:
    here = sha256(to_pdf(kallelse_manuscript(nasty(), HOUSE, draft=False, data=b"{}"))).hexdigest()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert done.stdout.decode() == here
