"""What is done to a paper's text beside writing it: found, counted, spelled, illustrated."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.model.reports.text_pictures import picture_mark, picture_of_mark
from hubra_desktop.model.spelled_words import words_in_text, words_shown
from hubra_desktop.model.swedish import figure
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.find_bar import FindBar
from hubra_desktop.ui.pages.reports.object_bar import ObjectBar
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_objects import insert_picture
from hubra_desktop.ui.pages.reports.rich_reading import structured
from hubra_desktop.ui.pages.reports.rich_tables import (
    add_column,
    add_row,
    insert_table,
    remove_column,
    remove_row,
    remove_table,
    table_at,
)
from hubra_desktop.ui.pages.reports.spelling_marks import SpellingMarks
from hubra_desktop.ui.widgets.build import label
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.commands.report_texts import IllustrateSection

ROWS, COLUMNS = 3, 3
"""How large a new table is."""
COUNT_MS = 150
"""How long after a key the words are counted."""
LARGEST_FILE = 40_000_000
"""Bytes of a picture's file that are read: a camera's own is smaller."""


class TextTools(QObject):
    """Belongs to the ``editor`` of one section; ``section_asked(id)`` leads to another.

    ``finder``, ``objects`` and ``counted`` are put around the editor, ``buttons`` above it.
    """

    section_asked = Signal(str)

    def __init__(self, desk: Desk, report: OpenReport, editor: RichEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._report, self._editor = desk, report, editor
        self.section_id = ""
        self._fresh: dict[str, bytes] = {}
        self.finder = FindBar(desk, report, editor, parent)
        self.objects = ObjectBar(editor, parent)
        self.spelling = SpellingMarks(desk, report, editor)
        self.counted: QLabel = label("", "small", parent, name="section-counted", wraps=False)
        self.add = self._tool("add", say("Infoga fotnot, bild eller tabell"), "", parent)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(QMenu(self.add))
        self.add.menu().aboutToShow.connect(self._offer)
        search = self._tool("find", say("Sök i handlingen"), "Ctrl+F", parent)
        search.clicked.connect(self.finder.open_line)
        spell = self._tool("spelling", say("Gå igenom stavningen"), "F7", parent)
        spell.clicked.connect(self.spelling.walk)
        self.buttons = (self.add, search, spell)
        editor.pictures = self._picture
        self._counting = later(COUNT_MS, self._count, self)
        editor.textChanged.connect(self._counting.start)
        editor.selectionChanged.connect(self._counting.start)
        editor.textChanged.connect(self.finder.refresh)
        self.objects.picture_told.connect(self._illustrate)
        self.finder.section_asked.connect(self.section_asked)
        self.spelling.section_asked.connect(self.section_asked)

    def _tool(self, name: str, text: str, keys: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName(f"text-{name}")
        button.setIcon(icon(name, "text"))
        button.setAccessibleName(text)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(plain_tip(f"{text} ({shown})" if keys else text))
        return button

    def answer_in(self, home: QWidget, show: Callable[[], bool]) -> None:
        """Answer the keys of the tools wherever in a widget they are pressed.

        ``show`` brings the text into view first, and says False when there is none.
        """
        for keys, do in (
            ("Ctrl+F", self.finder.open_line), ("F3", self.finder.next),
            ("Shift+F3", self.finder.previous), ("F7", self.spelling.walk),
            ("Ctrl+Alt+F", self._begin_note),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), home)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(_after, show, do))

    def show_section(self, section_id: str) -> None:
        """Follow the editor to a section, or read anew the one that it shows."""
        self.section_id = self.finder.section_id = self.spelling.section_id = section_id
        sections = self._report.sheet.sections if self._report.sheet else ()
        before = [each.text for each in sections[: _place(sections, section_id)]]
        self._editor.notes.first = 1 + sum(text.count("^[") for text in before)
        self.spelling.mark()
        self.finder.refresh()
        self.objects.follow()
        self._count()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.add.setEnabled(editable)

    def stop(self) -> None:
        """End what goes on beside the window."""
        self.spelling.speller.stop()

    def _count(self) -> None:
        """Tell how many words the section and the whole paper have, and what is chosen of them."""
        sections = self._report.draft.sections if self._report.draft else ()
        here = words_in_text(structured(self._editor.document()))
        others = sum(words_in_text(each.text) for each in sections if each.id != self.section_id)
        told = say_count("{n} ord i avsnittet", "{n} ord i avsnittet", here)
        chosen = words_shown(self._editor.textCursor().selectedText())
        if chosen:
            told = say("{chosen} ord valda av {count}", chosen=chosen, count=here)
        self.counted.setText(f"{told} · {say('{n} i hela handlingen', n=figure(here + others))}")

    def _offer(self) -> None:
        """Offer what can be put in the text, and what can be done to the table at the caret."""
        menu = self.add.menu()
        menu.clear()
        entry = menu.addAction(icon("footnote", "text"), say("Fotnot"), self._begin_note)
        entry.setShortcut(QKeySequence("Ctrl+Alt+F"))
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addAction(icon("picture", "text"), say("Bild…"), self._choose_picture)
        inside = table_at(self._editor.textCursor()) is not None
        table = menu.addAction(icon("table", "text"), say("Tabell"), self._add_table)
        table.setEnabled(not inside)
        if inside:
            menu.addSeparator()
            self._table_entries(menu)

    def _table_entries(self, menu: QMenu) -> None:
        for text, do in (
            (say("Ny rad under"), add_row), (say("Ny kolumn efter"), add_column),
            (say("Ta bort raden"), remove_row), (say("Ta bort kolumnen"), remove_column),
            (say("Ta bort tabellen"), remove_table),
        ):  # fmt: skip
            menu.addAction(text, partial(self._do, do))

    def _do(self, change: Callable[[QTextCursor], None]) -> None:
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        change(cursor)
        cursor.endEditBlock()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_note(self) -> None:
        if not self._editor.isReadOnly():
            self.objects.begin_note()

    def _add_table(self) -> None:
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        inside = insert_table(cursor, ROWS, COLUMNS)
        cursor.endEditBlock()
        self._editor.setTextCursor(inside)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_picture(self) -> None:
        from hubra_desktop.ui.dialogs.files import ask_picture
        from hubra_desktop.work.files import read_whole

        path = ask_picture(self._editor)
        if path is not None:
            with self._desk.refusing():
                self.objects.ask(read_whole(path, LARGEST_FILE))

    def _illustrate(self, content: bytes, shows: str) -> None:
        """Put a picture that has been told in the text, with the paper, in one step."""
        from hubra_desktop.work.pictures import picture_for_text

        if not self._desk.flush_or_say():
            return
        with self._desk.refusing():
            fitted = picture_for_text(content)
            mark = picture_mark(fitted)
            self._fresh[mark] = fitted
            cursor = self._editor.textCursor()
            cursor.beginEditBlock()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            if cursor.block().text():
                cursor.insertBlock()
            insert_picture(cursor, mark, shows)
            cursor.endEditBlock()
            self._editor.setTextCursor(cursor)
            text = self._editor.text_typed()
            self._editor.take_as_stored(text)
            self._desk.attempt_now(IllustrateSection(self.section_id, text, fitted))

    def _picture(self, mark: str) -> bytes:
        sheet = self._report.sheet
        kept = picture_of_mark(sheet, mark) if sheet is not None else b""
        return kept or self._fresh.get(mark, b"")


def _place(sections: tuple[ReportSection, ...], section_id: str) -> int:
    ids = [each.id for each in sections]
    return ids.index(section_id) if section_id in ids else 0


def _after(show: Callable[[], bool], do: Callable[[], object]) -> None:
    if show():
        do()
