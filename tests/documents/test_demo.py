"""The kallelse that ``make run`` prints: archivable, whole, and the council's own words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hubra_desktop.__main__ import main
from tests.documents.checks import archive_profile, problems
from tests.documents.reading import run, spoken, squeezed, text_of
from tests.work.real import be_real

SOURCE = Path(__file__).parents[1] / "data" / "kallelse-2018-03-07.txt"
Printed = Callable[..., bytes]


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Make the demo register, as a real one, and print its kallelse of 7 March 2018."""
    register, paper = tmp_path / "demo.hubra", tmp_path / "kallelse.pdf"
    assert main(["demo", str(register)]) == 0
    be_real(register)

    def make(*options: str) -> bytes:
        where = ["--register", str(register), "--output", str(paper)]
        assert main(["print", "kallelse", "2018-03-07", *where, *options]) == 0
        return paper.read_bytes()

    return make


@pytest.mark.parametrize(
    ("options", "profile"), [((), "2a"), (("--data",), "3a"), (("--no-data",), "2a")]
)
def test_it_may_be_archived_and_read_by_all(
    printed: Printed, options: tuple[str, ...], profile: str
) -> None:
    data = printed(*options)
    assert archive_profile(data) == profile
    assert problems(data) == []
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", data=data)
    assert squeezed(text_of(data)) == squeezed(spoken(data))


@pytest.mark.parametrize("size", ["16", "20"])
def test_in_large_print_it_takes_two_pages_and_signs_below_matters(
    printed: Printed, size: str
) -> None:
    first, last = run(
        "pdftotext", "-layout", data=printed("--storlek", size), after=("-",)
    ).split("\f")[:-1]  # fmt: skip
    assert "Godkännande av föredragningslistan\n" in first
    assert "Catarina Klockerud, säkerhetssamordnare\n" in first
    for words in ("Övriga frågor", "Huddinge den 28 februari 2018", "Sekreterare"):
        assert words in last
    for page in (first, last):
        lines = page.splitlines()
        assert not any(line.lstrip().startswith("·") for line in lines)
        assert any("brottsförebyggande råd" in line for line in lines[:4])


def test_it_reads_line_by_line_like_the_councils_own(printed: Printed) -> None:
    source = normal(SOURCE.read_text(encoding="utf-8"))
    place = 0
    lines = list(filter(None, map(normal, spoken(printed()).splitlines())))
    for line in lines[: lines.index("HUDDINGE KOMMUN")]:
        rest = source[place:].lstrip()
        assert rest.startswith(line)
        place = len(source) - len(rest) + len(line)
    assert source[place:].strip() == ""


def normal(text: str) -> str:
    """Return a kallelse's words in one way of writing: no page heads, commas or odd times."""
    text = re.sub(r"HUDDINGES BROTTSFÖREBYGGANDE RÅD KALLELSE( SIDA \d \(\d\))?", "", text)
    text = re.sub(r"^(Huddinges brottsförebyggande råd|Kallelse)$", "", text)
    text = re.sub(r"(\d\d)[.:](\d\d)[-–](\d\d)[.:](\d\d)", r"\1:\2-\3:\4", text)
    text = re.sub(r"\(kl\.\s?", "(kl. ", text, flags=re.IGNORECASE)
    return " ".join(text.replace(",", " ").split())
