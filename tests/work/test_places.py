"""The list of the registers opened latest: whole or not at all, and nobody's is lost."""

import errno
import json
from pathlib import Path

import pytest

from hubra_desktop.work import places
from hubra_desktop.work.places import recent_registers, remember_register, usual_register


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the list, in a folder of the test's own."""
    file = tmp_path / "läge" / "recent.json"
    monkeypatch.setattr(places, "_recent_file", lambda: file)
    return file


def there(folder: Path, name: str) -> Path:
    path = folder / name
    path.touch()
    return path


def test_the_latest_stands_first_and_what_is_away_is_remembered(
    listed: Path, tmp_path: Path
) -> None:
    stick = there(tmp_path, "sticka.hubra")
    home = there(tmp_path, "hemma.hubra")
    remember_register(stick)
    stick.rename(tmp_path / "utdragen")
    remember_register(home)
    assert recent_registers() == [home]
    (tmp_path / "utdragen").rename(stick)
    assert recent_registers() == [home, stick]
    assert listed.stat().st_mode & 0o077 == 0
    for number in range(places.LATEST + 2):
        remember_register(there(tmp_path, f"{number}.hubra"))
    assert len(recent_registers()) == places.LATEST


@pytest.mark.parametrize("content", [b'["/a.hub', b"\xff\xfe\x00", b'{"mine": 1}', b"[1, 2]", b""])
def test_a_list_that_is_none_is_passed_over_and_kept(
    listed: Path, tmp_path: Path, content: bytes
) -> None:
    listed.parent.mkdir()
    listed.write_bytes(content)
    assert recent_registers() == []
    path = there(tmp_path, "a.hubra")
    remember_register(path)
    assert recent_registers() == [path]
    kept = listed.with_name("recent (oläslig).json")
    assert kept.read_bytes() == content
    assert {each.name for each in listed.parent.iterdir()} == {listed.name, kept.name}


def test_a_list_that_cannot_be_read_is_not_written_over(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Path) -> None:
        raise OSError(errno.EIO, "")

    remember_register(there(tmp_path, "a.hubra"))
    before = listed.read_bytes()
    monkeypatch.setattr(places, "read_note", failing)
    remember_register(there(tmp_path, "b.hubra"))
    assert listed.with_name("recent (oläslig).json").read_bytes() == before


def test_a_register_that_the_system_does_not_tell_of_keeps_no_start_from_the_others(
    listed: Path, tmp_path: Path
) -> None:
    home = there(tmp_path, "hemma.hubra")
    remember_register(home)
    remember_register(tmp_path / ("å" * 200 + ".hubra"))
    assert recent_registers() == [home]
    assert usual_register() == home
    assert str(home) in listed.read_text()


def test_a_full_disk_leaves_the_list_as_it_was(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    remember_register(there(tmp_path, "a.hubra"))
    before = listed.read_bytes()
    monkeypatch.setattr("os.fsync", full)
    remember_register(there(tmp_path, "b.hubra"))
    assert listed.read_bytes() == before
    assert json.loads(before) == [str(tmp_path / "a.hubra")]
    assert [each.name for each in listed.parent.iterdir()] == [listed.name]
