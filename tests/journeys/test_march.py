"""The main job: the meeting of 7 March 2018, typed by keyboard alone into an empty register.

The paper that comes out is held against the council's own, word by word.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.workspace import Workspace
from tests.documents.reading import text_of
from tests.journeys.keyboard import (
    ALT,
    CONTROL,
    come_back,
    focus,
    in_dialog,
    press,
    replace,
    tab_to,
    write,
)
from tests.ui.conftest import OFFSCREEN_ONLY

Key = Qt.Key
SOURCE = Path(__file__).parents[1] / "data" / "kallelse-2018-03-07.txt"
pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore(OFFSCREEN_ONLY)]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, dressed: object) -> Iterator[MainWindow]:
    """The window over an empty register of the council, on its first page."""
    path = tmp_path / "hubra.hubra"
    Workspace.create(
        path, organisation="Huddinges brottsförebyggande råd", municipality="Huddinge"
    ).close()
    window = MainWindow()
    assert window.registers.open(path)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()
    window.deleteLater()


def test_the_meeting_of_7_march_is_typed_and_printed(window: MainWindow) -> None:
    make_the_meeting(window)
    type_the_agenda(window)
    type_the_facts()
    assert normal(printed_text(window)) == normal(SOURCE.read_text(encoding="utf-8"))


def make_the_meeting(window: MainWindow) -> None:
    failures: list[BaseException] = []

    def answer() -> None:
        replace("7 mars 2018")
        press(Key.Key_Tab, times=2)
        replace("15.30")
        press(Key.Key_Tab)
        replace("")
        press(Key.Key_Tab)
        replace("A-salen")
        press(Key.Key_Return)

    in_dialog(answer, failures)
    press(Key.Key_N, CONTROL)
    if failures:
        raise failures[0]
    come_back(window)


COLUMNS = ("time", "number", "title", "presenters", "minutes", "case_number")


def go_to(row: int, column: str) -> None:
    """Walk to a cell with the arrow keys."""
    press(Key.Key_Home, CONTROL)
    press(Key.Key_Down, times=row)
    press(Key.Key_Right, times=COLUMNS.index(column))


def type_row(title: str, minutes: str, presenters: str = "", case_number: str = "") -> None:
    """Type a new row under the one that is chosen, with Tab between the cells."""
    press(Key.Key_Return, CONTROL)
    write(title)
    for text in (presenters, minutes, case_number):
        press(Key.Key_Tab)
        if text:
            write(text)
    press(Key.Key_Return)


def overwrite(row: int, column: str, text: str) -> None:
    """Type over a cell that has something in it."""
    go_to(row, column)
    press(Key.Key_F2)
    replace(text)
    press(Key.Key_Return)


def type_the_agenda(window: MainWindow) -> None:
    """Make the standing items into the agenda of the day."""
    while focus() is not window.meetings.agenda.view:
        press(Key.Key_F6)
    go_to(0, "title")
    type_row("Information: Utredning om HuBrå", "25", "Björn Rosborg, utredare")
    go_to(1, "title")
    type_row(
        "Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017",
        "16.00–16.20",
        case_number="KS-2018/451.181",
    )
    go_to(2, "title")
    press(Key.Key_3, CONTROL)
    go_to(5, "title")
    press(Key.Key_Up, ALT, times=2)
    go_to(3, "title")
    type_row(
        "Information: Våldsbejakande extremism", "0:20", "Catarina Klockerud, säkerhetssamordnare"
    )
    overwrite(5, "minutes", "10")
    overwrite(
        5,
        "presenters",
        "Catarina Klockerud, säkerhetssamordnare, KSF; Leif Nilsson, enhetschef, NBF; "
        "Yvonne Kokkola, verksamhetschef, SÄF",
    )
    overwrite(6, "minutes", "10 min")
    overwrite(6, "presenters", "")
    overwrite(7, "minutes", "")


def type_the_facts() -> None:
    """Open the meeting's facts and type what stands around the agenda."""
    press(Key.Key_F8)
    tab_to("add-pre-meeting")
    press(Key.Key_Space)
    for text in ("Koalitionen", "15", "A-salen"):
        write(text)
        press(Key.Key_Tab)
    for place, name in enumerate(("Christian Ottosson", "Antonina Fedorova")):
        tab_to(f"signature-{place}-name")
        replace(name)
    tab_to("field-state")
    write("Ka")
    press(Key.Key_Tab)


def printed_text(window: MainWindow) -> str:
    """Return the text of the paper in the order in which it is read aloud."""
    sheet = window.meeting.sheet
    assert sheet is not None
    with window.desk.read() as reader:
        return " ".join(text_of(render(collect(reader, "kallelse", sheet.id))).splitlines())


def normal(text: str) -> str:
    """Return a kallelse's words alone: one form of times, no page heads, no commas."""
    head = r"Huddinges brottsförebyggande råd Kallelse( Sida \d \(\d\))?"
    text = re.sub(head, "", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d) – (?=\d)", "–", text.replace("( ", "("))
    text = re.sub(r"(\d\d)[.:](\d\d)[-–](\d\d)[.:](\d\d)", r"\1:\2-\3:\4", text)
    text = re.sub(r"(kl\.|klockan)\s*(\d\d)[.:](\d\d)", r"\1 \2:\3", text)
    text = re.sub(r"\(kl\. ?", "(kl. ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d)\s+\*", "*", text)
    return " ".join(text.replace(",", " ").split())
