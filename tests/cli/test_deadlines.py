"""Deadlines on the command line and as a table: text, JSON, CSV and XLSX say the same days."""

import json
from datetime import date
from pathlib import Path

from hubra_desktop.work.deadline_table import export_deadlines
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run


def test_a_meeting_s_deadlines_are_shown(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "frister", "2018-03-07", "--register", demo)
    assert status == 0
    assert "onsdag den 7 mars 2018" in out.casefold()
    assert "2018-02-28  Kallelsen ska ut" in out
    assert "7 dagar före sammanträdet" in out
    words = ("show", "deadlines", "2018-03-07", "--json", "--register", demo)
    told = json.loads(run(capsys, *words)[1])
    [meeting] = told["meetings"]
    call = next(each for each in meeting["deadlines"] if each["kind"] == "call")
    assert (call["day"], call["raw"]) == ("2018-02-28", "2018-02-28")
    assert call["days_left"] == (date(2018, 2, 28) - date.fromisoformat(told["today"])).days


def test_no_meeting_has_no_deadlines(capsys: Caught, demo: Path) -> None:
    said = refused(capsys, "show", "deadlines", "2018-03-08", "--register", demo)
    assert "inget sammanträde den 2018-03-08" in said


def test_a_year_s_deadlines_as_a_table(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "frister.csv"
    words = ("export", file, "--table", "frister", "--year", "2018", "--register", demo)
    assert run(capsys, *words)[0] == 0
    heading, *rows = file.read_text("utf-8-sig").splitlines()
    assert heading.startswith("Sammanträde;Vad;Senast;Veckodag")
    assert any(row.startswith("2018-03-07;Kallelsen ska ut;2018-02-28;onsdag") for row in rows)
    workspace = Workspace.open(demo, read_only=True)
    with workspace.read() as reader:
        assert export_deadlines(reader, 2018, xlsx=True).startswith(b"PK")
    workspace.close()
