"""The house style: what is refused, what is warned of, and the page that follows the fields."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.ui.dialogs.house_style import HouseStyleDialog, sample_meeting
from hubra_desktop.ui.main_window import MainWindow
from tests.ui.hands import trigger

MEETING = Meeting(body="Rådet", date=date(2018, 3, 7), start=930, place="A-salen")


@pytest.fixture
def dialog(dressed: object) -> Iterator[HouseStyleDialog]:
    made = HouseStyleDialog(HouseStyle(organisation="Rådet", time_separator=":"), MEETING)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def shown(dialog: HouseStyleDialog) -> QImage:
    return dialog.page.picture.pixmap().toImage()


def test_the_top_of_the_page_follows_the_fields(dialog: HouseStyleDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shown(dialog).isNull(), timeout=30_000)
    before = shown(dialog)
    dialog.form.choices["time_separator"].setCurrentIndex(0)
    qtbot.waitUntil(lambda: shown(dialog) != before, timeout=30_000)
    before = shown(dialog)
    dialog.form.texts["accent"].setText("#7a1f1f")
    qtbot.waitUntil(lambda: shown(dialog) != before, timeout=30_000)
    assert dialog.page.told.text() == ""


@pytest.mark.parametrize(
    ("field", "begun", "model"), [("accent", "#7a1", "#1f3a4d"), ("email", "h", "namn@kommunen.se")]
)
def test_what_is_half_written_leaves_the_page_and_says_why(
    dialog: HouseStyleDialog, field: str, begun: str, model: str
) -> None:
    dialog.form.texts[field].setText(begun)
    assert model in dialog.page.told.text()
    dialog._try()
    assert dialog.isVisible()
    assert model in dialog.entries[field].told.text()


def test_a_light_colour_is_warned_of_and_can_be_saved(dialog: HouseStyleDialog) -> None:
    assert dialog._too_light.isHidden()
    dialog.form.texts["accent"].setText("#ffcc00")
    assert dialog._too_light.isVisible()
    assert "1,5" in dialog._too_light.text()
    dialog._try()
    assert dialog.answer == {"accent": "#ffcc00"}


def test_a_logotype_is_taken_and_must_be_put_in_words(
    dialog: HouseStyleDialog, tmp_path: Path
) -> None:
    path = tmp_path / "vapen.png"
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkBlue)
    assert picture.save(str(path))
    dialog.logotype.take(path)
    assert dialog.logotype.told.text() == "Bild, 1 kB"
    dialog._try()
    told = dialog.entries["logotype_text"].told
    assert told.isVisible()
    assert told.text().startswith("Skriv logotypen i ord")
    dialog.form.texts["logotype_text"].setText("Kommunens vapen")
    dialog._try()
    assert dialog.answer == {
        "logotype": path.read_bytes(),
        "logotype_text": "Kommunens vapen",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "PNG- eller JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "går inte att läsa"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 2_000_001, "MB"),
    ],
)
def test_a_file_that_is_no_logotype_is_refused_in_a_sentence(
    dialog: HouseStyleDialog, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "vapen.png"
    path.write_bytes(content)
    dialog.logotype.take(path)
    assert dialog._refusal.isVisible()
    assert said in dialog._refusal.text()
    assert dialog.logotype.told.text() == "Ingen"


def test_a_file_that_is_gone_is_refused_in_a_sentence(
    dialog: HouseStyleDialog, tmp_path: Path
) -> None:
    dialog.logotype.take(tmp_path / "borta.png")
    assert "den finns inte" in dialog._refusal.text()


def test_the_dialog_shows_the_nearest_meeting_or_a_sample(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Meeting] = []

    def answer(parent: QWidget, style: HouseStyle, sample: Meeting, do: object) -> None:
        asked.append(sample)

    monkeypatch.setattr(HouseStyleDialog, "ask", answer)
    trigger(window, "house-style")
    trigger(window, "remove-meeting")
    trigger(window, "house-style")
    assert asked[0].date == date(2018, 3, 7)
    assert asked[1].items
    assert sample_meeting(HouseStyle(organisation="Rådet")).body == "Rådet"


def test_kerning_is_a_choice(dialog: HouseStyleDialog) -> None:
    assert dialog.entries["kerning"].field.isChecked()
    dialog.entries["kerning"].field.click()
    dialog._try()
    assert dialog.answer == {"kerning": False}


def test_on_a_low_screen_the_fields_are_scrolled_and_the_buttons_stay(
    dialog: HouseStyleDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not shown(dialog).isNull(), timeout=30_000)
    dialog.resize(dialog.width(), 320)
    last = dialog.form.texts["logotype_text"]
    for _ in range(30):
        if last.hasFocus():
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()
    assert dialog.height() == 320
    assert dialog.rect().contains(dialog.accept_button.geometry())
    assert not dialog.accept_button.visibleRegion().isEmpty()


def test_a_dialog_grows_for_what_it_has_to_say(dialog: HouseStyleDialog, qtbot: QtBot) -> None:
    before = dialog.height()
    dialog.refuse("Det här går inte att använda. " * 8)
    qtbot.waitUntil(lambda: dialog.height() > before)
