"""A register's words are shown as they are everywhere in the window, and open no file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTabBar,
    QWidget,
)

from hubra_desktop.exchange.json_file import load
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import LISTS, Bundle
from hubra_desktop.model.records.catalogue import KINDS, RULES
from hubra_desktop.model.records.fields import Ref, fields_of
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.templates import standard_template
from hubra_desktop.paths import resource
from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.dialogs.backups import BackupsDialog
from hubra_desktop.ui.dialogs.choices import ask_which
from hubra_desktop.ui.dialogs.house_style import HouseStyleDialog
from hubra_desktop.ui.dialogs.import_preview import ImportDialog
from hubra_desktop.ui.dialogs.register_facts import RegisterFactsDialog, RegisterNames
from hubra_desktop.ui.dialogs.report import ReportDialog
from hubra_desktop.ui.dialogs.table_import import TableImportDialog, TableTold
from hubra_desktop.ui.dialogs.work import WorkDialog, Worker
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.send_rows import SendRowsDialog
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from hubra_desktop.ui.pages.meetings.save_as import SaveAsDialog
from hubra_desktop.ui.widgets.plain import MarkupLabel, as_markup, literal, plain_tip, window_title
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.imports import import_plan
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import plan_table
from hubra_desktop.work.workspace import Workspace
from tests.ui.dialogs import DAY, MEETING_ROW
from tests.ui.hands import settle, trigger
from tests.ui.money import page as money_page
from tests.ui.plan_hands import plan_page
from tests.ui.test_files import watched

DEMO = load(resource("demo", "huddinge.json").read_bytes())
SHARED = ("id", "key", "period", "group", "number_typed", "accent", "expected")
"""Fields whose words are looked up, or that are no words: months are expected, or refused."""


def hostile(record: Any, words: str) -> Any:
    """Return a record with markup after the words of every field that can hold it."""
    values: dict[str, Any] = {}
    for name, each in fields_of(type(record)).items():
        value = getattr(record, name)
        if each.is_list:
            values[name] = tuple(hostile(part, words) for part in value)
        elif each.kind is str and each.stored and name not in SHARED and not each.mark(Ref):
            text = f"{value} {words}".strip()
            try:
                RULES[KINDS[type(record)]][name](text)
            except InputError:
                continue
            values[name] = text
    return replace(record, **values)


def hostile_register(words: str) -> Bundle:
    changed: dict[str, Any] = {
        name: tuple(hostile(each, words) for each in getattr(DEMO, name)) for name in LISTS
    }
    register, style = hostile(DEMO.register, words), hostile(DEMO.house_style, words)
    return replace(DEMO, register=register, house_style=style, **changed)


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A picture that nobody has any business to open."""
    path = tmp_path / "bete.png"
    made = QPixmap(40, 40)
    made.fill(Qt.GlobalColor.red)
    assert made.save(str(path))
    return path


@pytest.fixture
def words(bait: Path) -> str:
    return f'<img src="{bait}"> A&B <b>fet</b><img src="http://127.0.0.1:9/x.png">&amp;'


@pytest.fixture
def window(empty_window: MainWindow, tmp_path: Path, words: str) -> MainWindow:
    path = tmp_path / "ovan.hubra"
    bundle = hostile_register(words)
    Workspace.create(path, organisation="Rådet", first=ImportBundle(bundle)).close()
    assert empty_window.registers.open(path)
    return empty_window


def views(window: MainWindow) -> Iterator[str]:
    """Show every page, and the parts of those that have some."""
    for page in PAGE_ACTIONS:
        window.show_page(page)
        yield page
    window.show_page("page-meetings")
    trigger(window, "show-facts")
    yield "facts"
    for part in ("list", "year", "letters", "agreements", "consultations", "reports"):
        plan_page(window).show_part(part)
        yield part
    for part in ("ledger", "grants"):
        money_page(window).show_part(part)
        yield part


def columns(model: QAbstractItemModel, above: QModelIndex) -> int:
    """Count the columns; a list has one and lets nobody ask."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)


def cells(model: QAbstractItemModel, above: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(above)):
        for column in range(columns(model, above)):
            yield model.index(row, column, above)
        yield from cells(model, model.index(row, 0, above))


def tips(widget: QWidget) -> Iterator[Any]:
    """Give every tooltip of a widget, and of what stands in it."""
    yield widget.toolTip()
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model, tip = widget.model(), Qt.ItemDataRole.ToolTipRole
        if model is not None:
            yield from (each.data(tip) for each in cells(model, QModelIndex()))
            for place in range(columns(model, QModelIndex())):
                yield model.headerData(place, Qt.Orientation.Horizontal, tip)


def check(whole: QObject, words: str) -> int:
    """Hold every word under a widget to be plain; return how many places show markup as it is."""
    shown = 0
    for widget in [whole, *whole.findChildren(QWidget)]:
        assert isinstance(widget, QWidget)
        for tip in tips(widget):
            assert not tip or "<img" not in tip.replace("&lt;img", ""), (widget, tip)
            assert not tip or "<p style" in tip or not GuiQt.mightBeRichText(tip)
        match widget:
            case MarkupLabel():
                assert "<img" not in widget.text()
                shown += "&lt;img" in widget.text()
            case QLabel():
                assert widget.textFormat() is Qt.TextFormat.PlainText or not widget.text()
                assert widget.buddy() is None or words not in widget.text()
                shown += words in widget.text()
            case WrappedLine():
                assert widget.shortcut().isEmpty()
                shown += words in widget.text()
            case QAbstractButton():
                assert marks_no_key(widget.text())
            case QTabBar():
                for place in range(widget.count()):
                    assert marks_no_key(widget.tabText(place))
    for action in whole.findChildren(QAction):
        assert marks_no_key(action.text())
    return shown


def marks_no_key(text: str) -> bool:
    """Tell whether no register's & is taken for the mark of a key."""
    return "A&B" not in text.replace("&&", "§§")


def test_every_page_shows_words_as_they_are_and_opens_no_file(
    window: MainWindow, bait: Path, words: str
) -> None:
    with watched(bait) as opened:
        shown = 0
        for _ in views(window):
            settle()
            shown += check(window, words)
            window.grab()
    assert opened == []
    assert shown > 20
    assert words in window.windowTitle()


def test_the_message_bar_and_questions_show_words_as_they_are(
    window: MainWindow, bait: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QMessageBox] = []

    def leave(box: QMessageBox) -> int:
        box.show()
        settle()
        assert box.textFormat() is Qt.TextFormat.PlainText
        asked.append(box)
        box.grab()
        box.hide()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", leave)
    with watched(bait) as opened:
        window.desk.messages.refuse(words)
        settle()
        assert check(window.bar, words) == 1
        window.grab()
        assert ask_which(window, words, "Ja") is None
    assert opened == []
    assert len(asked) == 1


def test_the_preview_of_an_import_shows_words_as_they_are(
    window: MainWindow, bait: Path, words: str
) -> None:
    assert window.desk.workspace is not None
    with window.desk.read() as reader:
        plan = import_plan(reader, replace(DEMO, persons=DEMO.persons[:3]))
    assert any("<img" in line for each in plan.changes for line in each.lines)
    with watched(bait) as opened:
        dialog = ImportDialog(words, plan, window)
        dialog.show()
        settle()
        check(dialog, words)
        dialog.grab()
        dialog.close()
        dialog.deleteLater()
    assert opened == []


def hostile_dialogs(window: MainWindow, words: str) -> Iterator[QDialog]:
    """Make the dialogs that show a register's or a file's words, full of such words."""
    style, meeting = HouseStyle(organisation=words), Meeting(body=words, place=words, date=DAY)
    table = f"Datum;Post;Slag;Belopp;{words}\n2017-05-01;{words};kostnad;30.000;1\n"
    file = TableFile(words, table.encode())

    def reads(name: TableName, told: TableAnswers | None) -> TableTold:
        read = file.read(name, DAY, told or TableAnswers())
        with window.desk.read() as reader:
            return TableTold(plan_table(reader, name, read, TableAnswers()), TableAnswers())

    yield TableImportDialog(words, reads, file.fitting, TableName.LEDGER, window)
    yield RegisterFactsDialog(RegisterNames(words, words, words), window)
    yield NewMeetingDialog(DAY, [], (words,), None, standard_template(), window)
    yield SendRowsDialog([MEETING_ROW._replace(place=words, body=words)], window)
    yield HouseStyleDialog(style, meeting, window)
    yield SaveAsDialog(window)
    yield BackupsDialog(window.desk.path or Path(words), window)
    yield ReportDialog(words, words, words, str, window)
    yield WorkDialog(words, Worker(str), window)


def test_every_dialog_shows_words_as_they_are(window: MainWindow, bait: Path, words: str) -> None:
    shown = 0
    with watched(bait) as opened:
        for dialog in hostile_dialogs(window, words):
            dialog.show()
            settle()
            shown += check(dialog, words)
            dialog.grab()
            dialog.close()
            dialog.deleteLater()
    assert opened == []
    assert shown >= 2


def test_a_tooltip_would_open_what_its_text_names_were_it_not_plain(
    window: MainWindow, bait: Path, words: str
) -> None:
    with watched(bait) as opened:
        label = QLabel(words, window)
        label.show()
        settle()
        label.grab()
        label.deleteLater()
    assert opened != []


def test_the_helpers_say_the_text_itself() -> None:
    assert plain_tip("a < b & c") == "a < b & c"
    assert plain_tip(None) is None
    assert plain_tip("<b>x</b>\ny") == (
        "<p style='white-space:pre-wrap'>&lt;b&gt;x&lt;/b&gt;\ny</p>"
    )
    assert literal("A&B") == "A&&B"
    assert window_title("[*] Rådet") == "[*][*] Rådet"
    assert as_markup("<i>\n&") == "&lt;i&gt;<br>&amp;"
