"""What is lent to other programs can be read by the user alone, and does not stay."""

import stat
import tempfile
from pathlib import Path

import pytest

from hubra_desktop.ui.lent_files import LentFiles


def test_files_can_be_read_by_the_user_alone_and_are_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lent = LentFiles()
    one, other = lent.lend("a.pdf", b"ett"), lent.lend("a.pdf", b"tva")
    assert (one.read_bytes(), other.read_bytes()) == (b"ett", b"tva")
    assert stat.S_IMODE(one.stat().st_mode) == 0o400
    assert stat.S_IMODE(one.parent.parent.stat().st_mode) == 0o700
    lent.stop()
    lent.stop()
    assert list(tmp_path.iterdir()) == []
