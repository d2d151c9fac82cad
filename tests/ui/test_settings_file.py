"""The file of the settings: replaced whole, never written in place, kept when foreign."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from hubra_desktop.ui import settings


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    settings.redirect(tmp_path / "val.ini")
    yield tmp_path / "val.ini"
    settings.redirect(None)


def written(key: str, value: str, file: Path) -> None:
    settings.remember(key, value)
    QSettings(str(file), QSettings.Format.IniFormat).sync()


def test_each_writing_replaces_the_file(file: Path) -> None:
    """A file that is written in place is half written at some moment; a new one never is."""
    written("a", "1", file)
    held = file.open("rb")  # as it was, whatever takes its name
    before = file.read_bytes()
    written("a", "2" * 5000, file)
    with held:
        assert held.read() == before
    assert settings.stored_text("a") == "2" * 5000
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_foreign_file_is_kept_beside_and_what_can_be_read_of_it_holds(file: Path) -> None:
    content = b"[window]\npage=x\n\xff\xfe\x00half{{{\n[half"
    file.write_bytes(content)
    assert settings.stored_text("window/page") == "x"
    written("a", "1", file)
    assert settings.stored_text("window/page") == "x"
    assert settings.stored_text("a") == "1"
    assert file.with_name("val (oläslig).ini").read_bytes() == content
