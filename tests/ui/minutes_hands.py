"""The part Protokoll of a held meeting, shown in a test, and what is done in it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.minutes import Section
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.minutes.decision_card import DecisionCard
from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart
from tests.work.held_office import held_office


def with_held_meeting(window: MainWindow, folder: Path) -> MainWindow:
    """Open a register with a held meeting in a window."""
    path = folder / "held.hubra"
    held_office(path).workspace.close()
    assert window.registers.open(path)
    return window


def shown_minutes(qtbot: QtBot, window: MainWindow) -> Iterator[MinutesPart]:
    """Yield the minutes of the held meeting in a window of their own."""
    assert window.meeting.open("held")
    made = MinutesPart(window.desk, window.meeting, window.actions_)
    qtbot.addWidget(made)
    made.set_editable(True)
    made.resize(1300, 800)
    made.start()
    made.show()
    yield made
    made.stop()


def stored(part: MinutesPart, section_id: str) -> Section:
    found = part.minutes.section(section_id)
    assert found is not None
    return found.section


def write(editor: QWidget, words: str) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, words)


def decision(part: MinutesPart, section_id: str) -> DecisionCard:
    assert part.outline.choose(section_id)
    card = next(iter(part.section.decisions.cards.values()))
    assert isinstance(card, DecisionCard)
    return card
