"""What follows a meeting on the command line: extracts, who is told, what is reported."""

import json
from pathlib import Path

import pytest

from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.work.commands.extracts import IssueExtract
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.extracts import prepare_extract, rendered_extract
from tests.cli.hands import Caught, refused, run
from tests.documents.reading import text_of
from tests.work.held_office import held_office
from tests.work.minutes_approving import AT, approve

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


def test_an_extract_is_to_whoever_is_told_and_comes_as_it_went(
    capsys: Caught, tmp_path: Path
) -> None:
    path, page = tmp_path / "held.hubra", tmp_path / "utdrag.pdf"
    office = held_office(path)
    office.run(NumberSections("held"))
    words = ("print", "utdrag", f"{DAY} § 3", "--till", "kommunstyrelsen", "-o", page)
    assert run(capsys, *words, "--register", path)[0] == 0
    assert "Kommunstyrelsen" in text_of(page.read_bytes())
    assert "står inte bland dem" in refused(
        capsys, *words[:4], "Polisen", "-o", page, "--register", path
    )
    assert "Ingen mottagare" in refused(
        capsys, "print", "utdrag", "4/2019", "--to", "Polisen", "-o", page, "--register", path
    )
    assert "--till gäller utdrag" in refused(
        capsys, "print", "protokoll", DAY, "--to", "Polisen", "-o", page, "--register", path
    )
    approve(office)
    with office.workspace.read() as reader:
        ready = rendered_extract(prepare_extract(reader, "hn1"))
    office.run(IssueExtract(ready, "Åsa Ek", AT))
    office.workspace.close()
    assert run(capsys, *words, "--register", path)[0] == 0
    assert page.read_bytes() == ready.pdf
    shown = run(capsys, "show", "utdrag", DAY, "--register", path)[1]
    assert "Kommunstyrelsen: skickat 2019-05-27" in shown
    assert f"2019-05-27  {ready.title}, version 1" in shown
    told = json.loads(run(capsys, "show", "extracts", DAY, "--json", "--register", path)[1])
    assert [each["state"] for each in told["notices"]] == ["sent"]
    assert told["notices"][0]["issued_id"] == told["issued"][0]["id"]


def test_minutes_are_printed_for_everybody(capsys: Caught, tmp_path: Path) -> None:
    path, page = tmp_path / "held.hubra", tmp_path / "protokoll.html"
    office = held_office(path)
    office.run(Change(Item, "h4", {"closed": True, "public_title": "Ett bidragsärende"}))
    words = ("print", "protokoll", DAY, "-o", page, "--register", path)
    approve(office)
    office.workspace.close()
    assert run(capsys, *words, "--version", "1", "--publik")[0] == 0
    assert "Nattvandrarna" not in page.read_text("utf-8").replace("\u00ad", "")
    assert run(capsys, *words)[0] == 0
    assert "Nattvandrarna" in page.read_text("utf-8").replace("\u00ad", "")
    assert run(capsys, *words, "--publik")[0] == 0
    assert "Nattvandrarna" not in page.read_text("utf-8").replace("\u00ad", "")
    assert "publik version" in page.read_text("utf-8")


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
