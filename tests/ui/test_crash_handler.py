"""A mistake of the program's own is reported, told once, and takes nothing with it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hubra_desktop.ui import crash_handler as mishaps
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.messages import MessageLevel
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.program import Program
from hubra_desktop.work import crash
from tests.ui.hands import edit, settle, type_over


@pytest.fixture
def watched(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The window watched, its reports in a folder of the test's own."""
    monkeypatch.setattr(mishaps, "_seen", set())
    monkeypatch.setattr(crash, "_log_folder", lambda: tmp_path / "log")
    hook = sys.excepthook
    program = Program(window)
    program.mishaps.watch()
    yield tmp_path / "log"
    sys.excepthook = hook
    program.deleteLater()


def break_down() -> None:
    message = "det här skulle inte hända"
    raise RuntimeError(message)


def test_a_mistake_in_a_slot_is_told_and_what_is_typed_is_kept(
    window: MainWindow, watched: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    type_over(cell, "Halvskrivet", None)
    broken: list[None] = []

    def break_and_count() -> None:
        broken.append(None)
        break_down()

    for _ in range(3):
        QTimer.singleShot(0, break_and_count)
    qtbot.waitUntil(lambda: len(broken) == 3)
    settle()
    assert len(window.messages.history) == 1
    said = window.messages.history[-1]
    assert said.level is MessageLevel.REFUSAL
    assert said.text.startswith("Något gick fel i programmet.")
    reports = list(watched.glob("*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in said.text
    report = reports[0].read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in report
    assert "det här skulle inte hända" not in report
    assert cell.text() == "Halvskrivet"
    assert capsys.readouterr().err == ""


def test_without_a_place_for_the_report_it_is_told_all_the_same(
    window: MainWindow, watched: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(crash, "write_report", lambda _: None)
    QTimer.singleShot(0, break_down)
    qtbot.waitUntil(lambda: bool(window.messages.history))
    assert "ingen felrapport kunde sparas" in window.messages.history[-1].text


def test_an_interrupt_is_no_mistake(watched: Path) -> None:
    made = mishaps.CrashReporter()
    told: list[str] = []
    made.told.connect(told.append)
    interrupt = KeyboardInterrupt()
    made.catch(KeyboardInterrupt, interrupt, None)
    assert told == []
    assert not watched.exists()


def test_a_page_that_breaks_says_so_and_the_next_one_is_made(
    window: MainWindow, watched: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from hubra_desktop.ui import page_builder
    from hubra_desktop.work import papers

    page = window.meetings.page
    made = papers.render_placed

    def broken(*_: object) -> bytes:
        message = "trasig"
        raise RuntimeError(message)

    monkeypatch.setattr(page_builder, "render_placed", broken)
    type_over(edit(window, 1, AgendaColumn.TITLE), "En annan rubrik")
    qtbot.waitUntil(page._refusal.isVisible, timeout=30_000)
    assert page._refusal.text() == "Sidan kunde inte göras just nu."
    monkeypatch.setattr(page_builder, "render_placed", made)
    type_over(edit(window, 1, AgendaColumn.TITLE), "Ännu en rubrik")
    qtbot.waitUntil(page._refusal.isHidden, timeout=30_000)
    assert len(list(watched.glob("*.txt"))) == 1
