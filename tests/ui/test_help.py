"""F1: help for the page in view, true in both languages, and Esc leads back."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from hubra_desktop.model.time_entry import parse_time_entry
from hubra_desktop.paths import resource
from hubra_desktop.ui.actions import SPECS
from hubra_desktop.ui.dialogs.help import TOPICS, HelpDialog
from hubra_desktop.ui.main_window import MainWindow
from tests.ui.hands import trigger

KEYS = re.compile(r"(?:(?:Ctrl|Alt|Skift|Shift)\+)+\w+|\bF\d{1,2}\b")
SWEDISH_KEYS = {"Skift": "Shift", "Upp": "Up", "Ner": "Down", "Höger": "Right", "Vänster": "Left"}


def opened(window: MainWindow) -> HelpDialog:
    found = window.findChild(HelpDialog, "help-dialog")
    assert isinstance(found, HelpDialog)
    return found


@pytest.mark.parametrize(("page", "title"), [(TOPICS[0], "Översikt"), (TOPICS[1], "Sammanträden")])
def test_help_opens_at_the_page_in_view_and_escape_leads_back(
    window: MainWindow, page: str, title: str
) -> None:
    window.show_page(page)
    trigger(window, "help")
    dialog = opened(window)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.text.toPlainText().startswith(title)
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_shortcuts_are_a_page_of_the_same_help(window: MainWindow) -> None:
    trigger(window, "help")
    trigger(window, "shortcuts")
    dialog = opened(window)
    assert len(window.findChildren(HelpDialog)) == 1
    text = dialog.text.toPlainText()
    for spec in SPECS:
        if spec.shortcut:
            keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            name = window.actions_[spec.id].text().replace("&", "").rstrip("…")
            assert keys in text, spec.id
            assert name in text, spec.id
    dialog.topics.setCurrentRow(0)
    assert dialog.text.toPlainText().startswith("Översikt")


def test_help_goes_with_the_window(window: MainWindow) -> None:
    trigger(window, "help")
    dialog = opened(window)
    window.close()
    assert not dialog.isVisible()


def help_files() -> list[str]:
    return sorted(file.name for file in resource("help", "sv").glob("*.html"))


def test_both_languages_have_the_same_pages_with_the_same_headings() -> None:
    pages = [f"{topic.removeprefix('page-')}.html" for topic in TOPICS if topic != "shortcuts"]
    assert help_files() == sorted(pages)
    for page in pages:
        swedish, english = (
            resource("help", each, page).read_text(encoding="utf-8") for each in ("sv", "en")
        )
        assert re.findall(r"<(h\d|table|tr)>", swedish) == re.findall(r"<(h\d|table|tr)>", english)


# What keys do within a text is no action; test_rich_editor and test_reports_panel hold the
# editor to them, test_report_texts the keys that look for words and spell.
KEYS_OF_THE_EDITOR = {"Ctrl+I", "Ctrl+Enter", "Shift+Enter", "Ctrl+F", "Ctrl+Alt+F", "F7"}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("page", help_files())
def test_the_keys_that_help_names_are_those_of_the_program(language: str, page: str) -> None:
    known = {QKeySequence(spec.shortcut).toString() for spec in SPECS if spec.shortcut}
    text = resource("help", language, page).read_text(encoding="utf-8")
    named = set(KEYS.findall(text))
    for swedish, english in SWEDISH_KEYS.items():
        named = {keys.replace(swedish, english) for keys in named}
    assert named
    assert named <= known | KEYS_OF_THE_EDITOR


def test_what_help_says_of_times_is_so() -> None:
    text = resource("help", "sv", "meetings.html").read_text(encoding="utf-8")
    typed = re.findall(r"<tr><td>(.*?)</td>", text)
    read = [parse_time_entry(each, flow_start=930) for each in typed]
    assert [(entry.duration, entry.pin) for entry in read] == [
        (20, None),
        (20, None),
        (90, None),
        (None, 960),
        (20, 960),
    ]
