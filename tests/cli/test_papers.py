"""The papers of meetings on the command line: text, JSON, CSV and XLSX say the same."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.work.commands.meeting_papers import AskForPapers, AttachPaper
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.paper_table import export_papers
from hubra_desktop.work.queries import meeting_sheet, meetings_on
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

DAY = dt.date(2018, 3, 7)


@pytest.fixture
def with_papers(demo: Path, tmp_path: Path) -> Path:
    path = Path(shutil.copy(demo, tmp_path / "r.hubra"))
    workspace = Workspace.open(path)
    with workspace.read() as reader:
        meeting = meetings_on(reader, DAY)[0].id
        others = meeting_sheet(reader, meeting).papers
    for each in others:
        workspace.run(Remove(MeetingPaper, each.id))
    workspace.run(AttachPaper(meeting, "Bokslut.pdf", b"%PDF-1.7", dt.date(2018, 2, 20)))
    asked = MeetingPaper(title="Yttrande", author="Åsa Ek", due=dt.date(2018, 2, 21), secret=True)
    workspace.run(AskForPapers(meeting, (asked,)))
    workspace.close()
    return path


def test_a_meetings_papers_are_shown(capsys: Caught, with_papers: Path) -> None:
    status, out, _ = run(capsys, "show", "handlingar", "2018-03-07", "--register", with_papers)
    assert status == 0
    assert "bilaga 1, Bokslut, Kom in 2018-02-20" in out
    assert "bilaga 2, Yttrande, Åsa Ek, Försenad sedan 2018-02-21, sekretess" in out
    words = ("show", "papers", "2018-03-07", "--json", "--register", with_papers)
    first, second = json.loads(run(capsys, *words)[1])["papers"]
    assert (first["name"], first["size"], first["standing"]) == ("Bokslut.pdf", 8, "in")
    assert (second["due"], second["standing"], second["number"]) == ("2018-02-21", "late", "2")
    said = refused(capsys, "show", "papers", "2018-03-08", "--register", with_papers)
    assert "inga handlingar" in said


def test_a_paper_is_purged_with_its_file(capsys: Caught, with_papers: Path) -> None:
    words = ("show", "papers", "2018-03-07", "--json", "--register", with_papers)
    told = json.loads(run(capsys, *words)[1])["papers"]
    bokslut = next(each["id"] for each in told if each["title"] == "Bokslut")
    status, out, _ = run(capsys, "evidence", "--purge", bokslut, "--register", with_papers)
    assert status == 0
    assert "Bokslut är gallrad" in out
    assert b"%PDF-1.7" not in with_papers.read_bytes()
    assert "inget underlag" in refused(
        capsys, "evidence", "--purge", bokslut, "--register", with_papers
    )


def test_a_years_papers_as_a_table(capsys: Caught, with_papers: Path, tmp_path: Path) -> None:
    file = tmp_path / "h.csv"
    words = ("export", file, "--table", "handlingar", "--year", "2018", "--register", with_papers)
    assert run(capsys, *words)[0] == 0
    heading, first, second = file.read_text("utf-8-sig").splitlines()
    assert heading.startswith("Sammanträde;Ärende nr;Ärende;Bilaga;Handling")
    assert ";Bokslut;" in first
    assert ";Yttrande;" in second
    workspace = Workspace.open(with_papers, read_only=True)
    with workspace.read() as reader:
        assert export_papers(reader, 2018, xlsx=True).startswith(b"PK")
    workspace.close()
