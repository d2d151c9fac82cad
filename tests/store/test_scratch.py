"""Folders for work on copies are for the user alone, and do not outlive their process."""

import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from hubra_desktop.store.scratch import ScratchFolder, scratch_folder, sweep_scratch


def left_by_the_dead(place: Path) -> Path:
    """Make a folder with a file in it, as a process that was killed leaves it."""
    folder = ScratchFolder(place)
    (folder.path / "copy").write_bytes(b"hemligt")
    assert folder._lock is not None
    folder._lock.release()
    return folder.path


def test_a_folder_is_for_the_user_alone_and_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch_folder() as folder:
        assert folder.parent == tmp_path
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_read_only_when_it_is_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ScratchFolder(tmp_path)
    file = folder.path / "lent" / "a.pdf"
    file.parent.mkdir()
    file.touch(mode=0o400)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    folder.remove()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_only_what_the_dead_have_left_is_swept_away(tmp_path: Path) -> None:
    with scratch_folder(tmp_path) as living:
        left = left_by_the_dead(tmp_path)
        begun = tmp_path / ".hubra-scratch-begun"
        begun.mkdir()
        (tmp_path / ".hubra-scratch-file").touch()
        sweep_scratch(tmp_path)
        assert living.exists()
        assert begun.exists()
        assert not left.exists()
    left = left_by_the_dead(tmp_path)
    with scratch_folder(tmp_path):
        assert not left.exists()


def test_what_another_user_left_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = left_by_the_dead(tmp_path)
    monkeypatch.setattr("hubra_desktop.store.scratch._user", lambda: 12345)
    sweep_scratch(tmp_path)
    assert left.exists()
