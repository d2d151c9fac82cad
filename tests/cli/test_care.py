"""``hubra check --deep`` and ``hubra salvage``: the register looked after without a window."""

from pathlib import Path

from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run
from tests.store.registers import spoilt


def test_a_deep_check_tells_of_a_damaged_file_too(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "check", "--deep", "--register", demo)
    assert status == 0
    assert "[OK] Historiken: 1 steg" in out
    spoilt(demo, "agenda_item")
    status, out, _ = run(capsys, "check", "--deep", "--register", demo)
    assert status == 1
    assert "[FEL] Filen:" in out


def test_a_damaged_register_is_rescued_into_another(capsys: Caught, demo: Path) -> None:
    spoilt(demo, "agenda_item")
    new = demo.with_name("nytt.hubra")
    status, out, _ = run(capsys, "salvage", demo, new)
    assert status == 0
    assert "Det ligger i ”nytt.hubra”. Den skadade filen är orörd." in out
    assert "13 rader i listor" in out
    Workspace.open(new).close()
    assert "finns redan" in refused(capsys, "salvage", demo, new)
    assert "sluta på .hubra" in refused(capsys, "salvage", demo, demo.with_name("ny.txt"))


def test_a_register_goes_to_another_computer_by_one_file(capsys: Caught, demo: Path) -> None:
    file, new = demo.with_name("demo.hubra-flytt"), demo.with_name("nytt.hubra")
    status, out, _ = run(capsys, "move", "out", file, "--register", demo)
    assert status == 0
    assert "hubra move in demo.hubra-flytt" in out
    assert "finns redan" in refused(capsys, "move", "ut", file, "--register", demo)
    status, out, _ = run(capsys, "move", "hit", file, new)
    assert status == 0
    assert "därefter finns inte med" in out
    Workspace.open(new).close()
    assert "finns redan" in refused(capsys, "move", "in", file, new)
    assert "skadad" in refused(capsys, "move", "in", demo, demo.with_name("annat.hubra"))
