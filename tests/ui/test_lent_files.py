"""What is lent to other programs is for the user alone, and does not stay."""

import stat
import tempfile
from pathlib import Path

import pytest

from hubra_desktop.ui.lent_files import LentFiles, take_back_left


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_files_are_for_the_user_alone_and_gone_afterwards(temporary: Path) -> None:
    lent = LentFiles()
    one, other = lent.lend("a.pdf", b"ett"), lent.lend("a.pdf", b"tva")
    assert (one.read_bytes(), other.read_bytes()) == (b"ett", b"tva")
    assert stat.S_IMODE(one.stat().st_mode) == 0o400
    assert stat.S_IMODE(one.parent.parent.stat().st_mode) == 0o700
    lent.stop()
    lent.stop()
    assert list(temporary.iterdir()) == []


def test_only_what_a_crash_left_is_taken_back(temporary: Path) -> None:
    lent, crashed = LentFiles(), LentFiles()
    mine, left = lent.lend("a.pdf", b"ett"), crashed.lend("b.pdf", b"tva")
    assert crashed._lock is not None
    crashed._lock.release()
    (temporary / "hubra-lent-fil").write_bytes(b"")
    take_back_left()
    assert mine.exists()
    assert not left.parent.parent.exists()
    lent.stop()
    assert [each.name for each in temporary.iterdir()] == ["hubra-lent-fil"]


def test_what_another_user_left_is_not_touched(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = LentFiles()
    left = crashed.lend("b.pdf", b"tva")
    assert crashed._lock is not None
    crashed._lock.release()
    monkeypatch.setattr("hubra_desktop.ui.lent_files._user", lambda: 12345)
    take_back_left()
    assert left.exists()
