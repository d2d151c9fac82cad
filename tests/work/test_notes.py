"""The program's own notes are anybody's to change: what is none is as if it were not there."""

import os
from pathlib import Path

import pytest

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.paths import STATE_VARIABLE, read_note
from hubra_desktop.store import lock
from hubra_desktop.work.backup_choices import BackupChoices, backup_choices
from hubra_desktop.work.places import recent_registers
from hubra_desktop.work.table_memory import remembered_answers

SPOILT = {
    "deep": b"[" * 100_000,
    "number": b"1" * 10_000,
    "letters": b"\xff\xfe\x00",
    "empty": b"",
    "cut": b'{"a": [1, ',
    "list": b"[1, null, {}]",
    "group": b'{"/": {"bound": 1e999, "place": 1, "folder": [], "reached": {}}}',
    "large": b" " * 4_000_001,
}


@pytest.mark.parametrize("content", SPOILT.values(), ids=SPOILT.keys())
def test_a_note_that_is_none_is_not_believed(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STATE_VARIABLE, str(tmp_path))
    for name in ("recent.json", "table-headings.json", "backups.json", "holder.json"):
        (tmp_path / name).write_bytes(content)
    assert recent_registers() == []
    assert remembered_answers(TableName.LEDGER, ["Datum"]).tied == {}
    assert backup_choices(Path(os.sep)) == BackupChoices()
    assert lock._holder(tmp_path / "holder.json") is None


def test_a_note_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes('{"å": [1]}'.encode())
    assert read_note(tmp_path / "a.json") == {"å": [1]}
    with pytest.raises(FileNotFoundError):
        read_note(tmp_path / "b.json")
