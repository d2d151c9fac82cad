"""What follows a meeting on the command line: extracts, who is told, what is reported."""

from pathlib import Path

import pytest

from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add
from tests.cli.hands import Caught, refused, run
from tests.work.held_office import held_office

DAY = "2019-05-15"


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / "held.hubra"
    office = held_office(path)
    office.run(NumberSections("held"))
    office.run(Add(ReportedMatter, {"meeting_id": "held", "title": "En skrivelse"}))
    office.workspace.close()
    return path


@pytest.mark.parametrize("which", [f"{DAY} § 4", f"{DAY} 4", "4/2019"])
def test_an_extract_is_asked_for_by_its_section(
    capsys: Caught, held: Path, tmp_path: Path, which: str
) -> None:
    page = tmp_path / "utdrag.html"
    assert run(capsys, "print", "utdrag", which, "-o", page, "--register", held)[0] == 0
    said = page.read_text("utf-8")
    assert "Nattvandrarna" in said
    assert "Dan Berg" in said
    words = ("print", "utdrag", which, "-o", page, "--utan-namn", "--register", held)
    assert run(capsys, *words)[0] == 0
    assert "Dan Berg" not in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        ("§ 4", "Skriv dagen och paragrafen"),
        ("99/2019", "Det finns ingen § 99 i 2019."),
        (f"{DAY} § 12", "Det finns ingen § 12 i det protokollet."),
    ],
)
def test_what_names_no_section_is_said(
    capsys: Caught, held: Path, tmp_path: Path, which: str, sentence: str
) -> None:
    words = ("print", "utdrag", which, "-o", tmp_path / "u.pdf", "--register", held)
    assert sentence in refused(capsys, *words)


def test_lists_are_printed_and_written(capsys: Caught, held: Path, tmp_path: Path) -> None:
    for name in ("anmalningar", "delgivning"):
        paper = tmp_path / f"{name}.pdf"
        assert run(capsys, "print", name, DAY, "-o", paper, "--register", held)[0] == 0
        assert paper.read_bytes().startswith(b"%PDF")
    table = tmp_path / "anm.csv"
    assert run(capsys, "export", table, "--table", "anmälningar", "--register", held)[0] == 0
    assert "En skrivelse" in table.read_text("utf-8-sig")
