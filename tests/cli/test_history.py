"""``hubra history``: the steps as the window tells them, and what differs from a generation."""

import json
from contextlib import closing
from pathlib import Path

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.work.backups import back_up
from hubra_desktop.work.edits import Change, Remove
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run


def changed(demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        with workspace.read() as reader:
            activity = str(reader.exec_driver_sql("select id from activity").scalar())
        workspace.run(Change(Activity, activity, {"period": "hela våren"}))
        workspace.run(Remove(Meeting, "meeting-01"))


def test_the_steps_are_listed_by_day_and_subject(capsys: Caught, demo: Path) -> None:
    changed(demo)
    _, out, _ = run(capsys, "history", "--register", demo)
    assert [line.split("  ")[-1][:12] for line in out.splitlines()[:2]] == [
        "Borttaget sa",
        "Ändrad perio",
    ]
    words = ("history", "--what", "mått", "--json", "--register", demo)
    assert [each["title"] for each in json.loads(run(capsys, *words)[1])] == ["Import"]
    steps = json.loads(run(capsys, "history", "--json", "--register", demo)[1])
    assert steps[1]["title"] == "Ändrad period"
    assert steps[1]["rows"][0]["lines"][0].endswith("→ ”hela våren”")
    _, out, _ = run(capsys, "history", "--since", "2999-01-01", "--register", demo)
    assert "Inget steg i historiken stämmer" in out
    assert "datumet ”x”" in refused(capsys, "history", "--since", "x", "--register", demo)


def test_what_differs_from_a_generation_is_told(capsys: Caught, demo: Path) -> None:
    generation = back_up(demo, BackupReason.BY_HAND)
    day = f"{generation.moment:%Y-%m-%d}"
    _, out, _ = run(capsys, "history", day, "--register", demo)
    assert out.startswith("Inget skiljer sig från hur det var i dag")
    changed(demo)
    _, out, _ = run(capsys, "history", day, "--register", demo)
    assert "Borttaget sammanträde: 7 mars 2018\n" in out
    assert "    Rad: ”Paus”\n" in out
    words = ("history", generation.path, "--vad", "sammanträden", "--json", "--register", demo)
    told = json.loads(run(capsys, *words)[1])
    assert [(e["kind"], e["change"]) for e in told["differences"]] == [("meeting", "removed")]
    assert told["generation"] == str(generation.path)
    gone = ("history", "2001-01-01", "--register", demo)
    assert "Det finns ingen säkerhetskopia" in refused(capsys, *gone)
    generation.path.write_bytes(b"not a register at all" * 300)
    assert "är inte ett register" in refused(capsys, "history", generation.path, "--register", demo)
    both = ("history", generation.path, "--since", "2026-01-01", "--register", demo)
    assert "inte båda" in refused(capsys, *both)
