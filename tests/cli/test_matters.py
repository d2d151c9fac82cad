"""Matters, what waits and the law, shown and printed by the command line."""

import json
from pathlib import Path

from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

NUMBER = "KS-2018/451.181"


def behind_closed_doors(register: Path) -> None:
    """Close the matter's row on the agenda, and let something secret wait of it."""
    workspace = Workspace.open(register)
    workspace.run(
        Change(Item, "meeting-01-item-03", {"closed": True, "public_title": "Ett ärende"})
    )
    workspace.run(Store(BacklogItem(title="Hemlig sak", closed=True, case_number=NUMBER)))
    workspace.close()


def test_matters_are_listed_and_one_is_shown_with_its_life(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "matters", "--register", demo)
    assert status == 0
    assert NUMBER in out
    status, out, _ = run(capsys, "show", "ärende", "ks 2018/451.181", "--register", demo)
    assert status == 0
    assert "2018-03-07  Sammanträde: Verksamhetsberättelse" in out
    status, out, _ = run(capsys, "show", "matter", NUMBER, "--json", "--register", demo)
    shown = json.loads(out)
    assert shown["case_number"] == NUMBER
    assert {each["step"] for each in shown["life"]} >= {"item", "report"}
    assert "Inget ärende har numret KS-1/1." in refused(
        capsys, "show", "matter", "KS-1/1", "--register", demo
    )
    assert "Ingenting väntar" in refused(capsys, "show", "backlog", "--register", demo)


def test_what_is_behind_closed_doors_is_told_by_no_command(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    behind_closed_doors(demo)
    for arguments in (["matter", NUMBER], ["matter", NUMBER, "--json"], ["backlog"]):
        status, out, _ = run(capsys, "show", *arguments, "--register", demo)
        assert status == 0
        assert "Hemlig sak" not in out
        assert "Bakom stängda dörrar" in out
    page = tmp_path / "arende.html"
    run(capsys, "print", "ärende", "ks2018/451.181", "-o", page, "--register", demo)
    text = page.read_text("utf-8")
    assert "Ärendets gång" in text
    assert "Hemlig sak" not in text
    assert "Ett ärende" in text


def test_how_the_law_is_followed_is_shown_and_printed(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    status, out, _ = run(capsys, "show", "lagen", "2024", "--register", demo)
    assert status == 0
    assert "5 § Åtgärdsplan: Saknas" in out
    status, out, _ = run(capsys, "show", "law", "2024", "--json", "--register", demo)
    sections = json.loads(out)["sections"]
    assert [each["section"] for each in sections][:3] == ["4", "5", "6"]
    assert "gällde inte 2018" in refused(capsys, "show", "law", "2018", "--register", demo)
    page = tmp_path / "lagen.html"
    run(capsys, "print", "lagen", "2024", "-o", page, "--register", demo)
    assert "Så följer vi lagen" in page.read_text("utf-8")
    run(capsys, "print", "lagen", "2018", "-o", page, "--register", demo)
    assert "gällde inte än" in page.read_text("utf-8")
