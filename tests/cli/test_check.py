"""What ``hubra check`` tells of a register: a sound one, a contradicted one, a damaged one."""

from pathlib import Path

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import BudgetVersion
from hubra_desktop.work.edits import Change
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

FOUND = [
    (
        "2017: Ärendet har två nummer: verksamhetsberättelsen har KS-2018/451.181, "
        "tjänsteutlåtandet har KS-2016/1968.173. Rätta det ena, eller skriv varför de skiljer sig."
    ),
    (
        "2017: Tjänsteutlåtandet är daterat den 16 februari 2018, bilagan den 15 februari 2018. "
        "Kontrollera att dagarna stämmer."
    ),
    (
        "”Andel elever i årskurs nio som trivs bra i sitt bostadsområde” har inget värde "
        "(2017: uppgift saknas)."
    ),
    (
        "”Andel personer som erhållit stöd från brottsofferjouren” kallas andel, men värdena är "
        "antal (574 år 2017). Skriv Antal i namnet, eller ändra enheten."
    ),
]
"""All that contradicts itself or is missing in the council's own papers of 2017."""


def test_a_sound_register_passes_the_check(capsys: Caught, tmp_path: Path) -> None:
    path = tmp_path / "nytt.hubra"
    Workspace.create(path, organisation="Rådet").close()
    assert run(capsys, "check", "--register", path) == (0, "Registret är helt.\n", "")


def test_the_check_tells_what_the_councils_papers_contradict(capsys: Caught, demo: Path) -> None:
    status, out, err = run(capsys, "check", "--register", demo)
    assert (status, err) == (1, "")
    assert out.splitlines() == ["Registret är helt.", *FOUND]


def test_the_check_tells_what_warns(capsys: Caught, demo: Path, opened: Workspace) -> None:
    opened.run(Change(Meeting, "meeting-01", {"place": ""}))
    opened.run(Change(BudgetVersion, "budget-2017-version-1", {"frame_ore": 27_000_000}))
    status, out, _ = run(capsys, "check", "--register", demo)
    assert status == 1
    told = "onsdag den 7 mars 2018: Sammanträdet har ingen plats. Skriv var det hålls."
    assert f"Registret är helt.\n{told}\n" in out
    assert out.count("Posterna i budgeten 2017 är tillsammans 264\u00a0000\u00a0kr") == 1
    assert out.count("ramen är 270") == 1


def test_the_check_finds_a_damaged_file(capsys: Caught, demo: Path) -> None:
    content = bytearray(demo.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    demo.write_bytes(content)
    status, out, err = run(capsys, "check", "--register", demo)
    assert (status, err) == (1, "")
    assert "är skadat" in out
    assert "är skadat" in refused(capsys, "show", "meeting", "2018-03-07", "--register", demo)
