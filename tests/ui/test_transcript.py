"""What was said, read beside the minutes: shown, searched, put in, and gone when it is done."""

from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.minutes.transcript_pane import TranscriptPane

SAID = "Eva Lind   0:03\nJag öppnar mötet.\nNils Holm   1:05\nJag yrkar bifall."


@pytest.fixture
def pane(qtbot: QtBot, empty_window: MainWindow, register: Path) -> TranscriptPane:
    assert empty_window.registers.open(register)
    made = TranscriptPane(empty_window.desk)
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mote.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


def test_a_transcript_is_read_searched_and_put_in(
    pane: TranscriptPane, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_transcript", lambda _: file)
    pane.choose.click()
    assert pane.reading
    shown = pane.text.toPlainText()
    assert "0:03 Eva Lind\nJag öppnar mötet." in shown.replace("\u2028", "\n")
    assert not pane.insert.isEnabled()
    QTest.keyClicks(pane.search, "yrkar")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.text.textCursor().selectedText() == "yrkar"
    pane.text.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    asked = QSignalSpy(pane.insert_asked)
    pane.insert.click()
    assert asked.at(0) == ["yrkar bifall."]


def test_when_it_is_done_nothing_is_kept_and_the_file_can_go(
    pane: TranscriptPane, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown: list[str] = []

    def throw(path: str) -> tuple[bool, str]:
        thrown.append(path)
        return True, ""

    monkeypatch.setattr(QFile, "moveToTrash", throw)
    pane.open(file)
    pane.leave()
    assert not pane.reading
    assert pane.text.toPlainText() == ""
    assert pane.asking.isVisible()
    assert file.name in pane.told.text()
    pane.throw.click()
    assert thrown == [str(file)]
    assert pane.asking.isHidden()
    kept = settings._store()
    assert not any(file.name in str(kept.value(key)) for key in kept.allKeys())


def test_the_file_may_lie_where_it_is(pane: TranscriptPane, file: Path) -> None:
    pane.open(file)
    pane.leave()
    pane.keep.click()
    assert pane.asking.isHidden()
    assert file.exists()


def test_only_whoever_is_done_is_led_to_the_answer_that_changes_nothing(
    pane: TranscriptPane, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", pytest.fail)
    pane.open(file)
    pane.done.click()
    assert pane.focusWidget() is pane.keep
    QTest.keyClick(pane.keep, Qt.Key.Key_Space)
    assert pane.asking.isHidden()
    pane.open(file)
    pane.search.setFocus()
    pane.leave()
    assert pane.asking.isVisible()
    assert pane.focusWidget() not in (pane.throw, pane.keep)


def test_what_cannot_be_read_says_so_and_shows_nothing(
    pane: TranscriptPane, empty_window: MainWindow, tmp_path: Path
) -> None:
    pane.open(tmp_path / "borta.txt")
    assert not pane.reading
    assert "borta.txt" in empty_window.desk.messages.history[-1].text


def test_a_file_may_be_dropped(pane: TranscriptPane, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert pane._target.wanted(data) == [file]
    pane._target.dropped.emit([file], QPoint())
    assert pane.reading
