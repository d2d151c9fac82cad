"""What a register holds that no release has written ends no command in an unexpected error."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.__main__ import main
from hubra_desktop.work.demo import make_demo

WORD = "UPDATE agenda_item SET kind = 'kafferep' WHERE rowid = (SELECT min(rowid) FROM agenda_item)"
SPOILT = {
    "an unknown word": (WORD, "sammanträdena (slag)"),
    "a text that is no text": ("UPDATE body SET name = CAST(x'c3' AS TEXT)", "rådets uppgifter"),
    "bytes for a text": ("UPDATE agenda_item SET title = x'ff00'", "sammanträdena"),
    "a text for a number": ("UPDATE meeting SET start = 'tidigt'", "sammanträdena"),
    "a date without a month": ("UPDATE meeting SET date = '2018-13-40'", "sammanträdena"),
    "a table that is gone": ("DROP TABLE activity", "planerna"),
    "a column that is gone": ("ALTER TABLE matter RENAME COLUMN title TO titel", "rådets"),
    "no name of the council": ("DELETE FROM register", "rådets uppgifter"),
    "a meeting without its body": ("UPDATE meeting SET body_id = 'ingen'", "sammanträdena"),
    "a history that is cut": ("UPDATE change SET after = '{\"tit'", "historiken"),
}
COMMANDS = (
    ("show", "budget", "2017"),
    ("export", "allt.json"),
    ("check",),
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    return path.read_bytes()


@pytest.mark.parametrize("case", SPOILT)
def test_no_command_stumbles_over_what_cannot_be_read_and_check_tells_all(
    demo: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: str,
) -> None:
    statement, part = SPOILT[case]
    path = tmp_path / "demo.hubra"
    path.write_bytes(demo)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA ignore_check_constraints=ON")
        database.execute(statement)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUBRA_REGISTER", str(path))
    # As of a large register: no opening has time to look for damage.
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_SECONDS", 0)
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_STEPS", 1)
    for words in COMMANDS:
        status = main(words)
        told = capsys.readouterr()
        assert status in (0, 1, 2), (words, told)
        assert "oväntat fel" not in told.err
        if words == ("check",):
            assert status == 1
            assert f"är skadat: {part}" in told.out
        elif status:
            assert "är skadat" in told.err, (words, told)


def test_what_was_not_written_by_the_program_is_refused_by_its_name(
    demo: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "demo.hubra"
    path.write_bytes(demo)
    with closing(sqlite3.connect(path)) as database, database:
        changed = "UPDATE agenda_item SET duration = duration + 1 WHERE id = 'meeting-01-item-03'"
        database.execute(changed)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUBRA_REGISTER", str(path))
    for words in (("show", "meeting", "2018-03-07"), ("export", "allt.json"), ("export", "-")):
        assert main(words) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "är inte som programmet skrev det: sammanträdena (”" in told.err
    assert not (tmp_path / "allt.json").exists()
    assert main(("check",)) == 1
    assert "är inte som programmet skrev det: sammanträdena (”" in capsys.readouterr().out
