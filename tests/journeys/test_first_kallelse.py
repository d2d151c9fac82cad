"""The first evening: an empty program, a keyboard, and the kallelse of 7 March 2018.

Only keys that a first-timer finds are pressed: Tab there and back, Enter, arrows and Del.
Beyond the words of the source at most sixty of them are needed, however small the screen.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow
from tests.journeys import keyboard
from tests.journeys.keyboard import come_back, focus, in_dialog, write
from tests.journeys.test_march import SOURCE, normal, printed_text
from tests.ui.conftest import OFFSCREEN_ONLY

Key = Qt.Key
MOST_KEYS = 60
PRESENTERS = (
    "Catarina Klockerud, säkerhetssamordnare, KSF; Leif Nilsson, enhetschef, NBF; "
    "Yvonne Kokkola, verksamhetschef, SÄF"
)
SIZES = {"laptop": QSize(1366, 740), "small": QSize(1024, 672), "twice as large": QSize(683, 356)}
pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore(OFFSCREEN_ONLY)]


class Hands:
    """Presses keys and counts them; words are not counted."""

    def __init__(self) -> None:
        self.pressed: list[str] = []

    def press(self, *keys: Key) -> None:
        for key in keys:
            self.pressed.append(key.name.removeprefix("Key_"))
            keyboard.press(key)

    def go(self, key: Key, name: str) -> None:
        """Press a key until the widget of that name has the focus."""
        for _ in range(MOST_KEYS):
            if focus().objectName() == name:
                return
            self.press(key)
        message = f"{key.name} does not lead to {name}"
        raise AssertionError(message)

    def tab(self, *words: str) -> None:
        """Go to the next field and type there, for each of the words; "" leaves one as it is."""
        for text in words:
            self.press(Key.Key_Tab)
            if text:
                write(text)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window as the program is started the first time: without a register."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _: str(tmp_path)))
    window = MainWindow()
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("size", SIZES)
def test_the_kallelse_of_7_march_is_typed_with_few_keys(
    window: MainWindow, dressed: object, size: str
) -> None:
    window.resize(SIZES[size])
    hands = Hands()
    begin(window, hands)
    type_the_agenda(hands)
    call(hands)
    assert normal(printed_text(window)) == normal(SOURCE.read_text(encoding="utf-8"))
    assert window.size() == SIZES[size]
    assert len(hands.pressed) <= MOST_KEYS, hands.pressed


def begin(window: MainWindow, hands: Hands) -> None:
    """Make the register in its three steps."""
    failures: list[BaseException] = []

    def answer() -> None:
        write("Huddinges brottsförebyggande råd")
        hands.tab("", "Huddinge")
        hands.press(Key.Key_Return)
        write("Christian Ottosson")
        hands.tab("Antonina Fedorova")
        hands.press(Key.Key_Return)
        write("7 mars 2018")
        hands.tab("", "", "A-salen")
        hands.press(Key.Key_Return)

    in_dialog(answer, failures)
    while not isinstance(focus(), QPushButton):
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Return)
    if failures:
        raise failures[0]
    come_back(window)


def type_the_agenda(hands: Hands) -> None:
    """Type over the standing items, and the rest where a new row is offered."""
    hands.press(Key.Key_Down)
    write("Information: Utredning om HuBrå")
    hands.tab("Björn Rosborg, utredare", "25", "")
    hands.tab("Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017")
    hands.press(Key.Key_Tab, Key.Key_Delete)
    hands.tab("", "KS-2018/451.181", "")
    hands.press(Key.Key_Return, Key.Key_Down)
    for title, presenters, minutes in (
        (
            "Information: Våldsbejakande extremism",
            "Catarina Klockerud, säkerhetssamordnare",
            "20",
        ),
        (
            "Information från kommunen",
            PRESENTERS,
            "10",
        ),
        ("Information från polisen", "", "10"),
    ):
        write(title)
        hands.tab(presenters, minutes)
        # A new row follows where there is one more to write.
        hands.press(*([Key.Key_Return] if title.endswith("polisen") else [Key.Key_Tab] * 2))


def call(hands: Hands) -> None:
    """Say that it is called, and when the group meets before it."""
    hands.go(Key.Key_Backtab, "facts-button")
    hands.press(Key.Key_Return)
    hands.go(Key.Key_Tab, "field-state")
    hands.press(Key.Key_Down, Key.Key_Down)
    hands.go(Key.Key_Tab, "add-pre-meeting")
    hands.press(Key.Key_Return)
    write("Koalitionen")
    hands.tab("15", "A-salen")
    hands.press(Key.Key_Tab)
