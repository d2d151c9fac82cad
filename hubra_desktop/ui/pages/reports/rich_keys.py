"""What keys mean in the editor beside their letters: shapes of blocks, and cells of tables."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextTable

from hubra_desktop.model.structured import Span
from hubra_desktop.ui.pages.reports.rich_document import (
    LINE_BREAK,
    block_format,
    char_format,
    listed_in,
)
from hubra_desktop.ui.pages.reports.rich_shapes import fact_at, give_shape, in_table, shape_of
from hubra_desktop.ui.pages.reports.rich_tables import add_row, cell_after, table_at

if TYPE_CHECKING:
    from hubra_desktop.ui.pages.reports.rich_editor import RichEditor

_TYPED_MARKS: Final = {
    "#": "heading", "##": "subheading", "-": "dots", "1.": "numbers", ">": "quote",
}  # fmt: skip


def shaped_by(editor: "RichEditor", event: QKeyEvent) -> bool:
    """Let Enter, Space and Backspace shape the block where they mean more than themselves."""
    key = event.key()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return editor.ask_fact(fact_at(editor.textCursor()))
        return _new_block(editor, event)
    if key == Qt.Key.Key_Space:
        return _typed_mark(editor)
    return key == Qt.Key.Key_Backspace and _leave_shape(editor)


def _new_block(editor: "RichEditor", event: QKeyEvent) -> bool:
    """Break the line with Shift; leave a list at an empty item; follow a heading with text."""
    cursor = editor.textCursor()
    block = cursor.block()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        cursor.insertText(LINE_BREAK)
        return True
    if listed_in(block) is not None and not block.text():
        editor.set_shape("text")
        return True
    if block.blockFormat().headingLevel() and cursor.atBlockEnd():
        cursor.insertBlock(block_format(), char_format(Span("")))
        editor.setTextCursor(cursor)
        return True
    return False


def _typed_mark(editor: "RichEditor") -> bool:
    """Turn a mark typed at the start of a paragraph into what it means."""
    cursor = editor.textCursor()
    block = cursor.block()
    typed = block.text()[: cursor.positionInBlock()]
    if shape_of(block) != "text" or typed not in _TYPED_MARKS or in_table(block):
        return False
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    give_shape(cursor, _TYPED_MARKS[typed])
    cursor.endEditBlock()
    editor.shaped.emit()
    return True


def _leave_shape(editor: "RichEditor") -> bool:
    """Make a heading, an item or a quotation text again at its very start."""
    cursor = editor.textCursor()
    if cursor.hasSelection() or cursor.positionInBlock() or editor.shape() == "text":
        return False
    editor.set_shape("text")
    return True


def step_cell(editor: "RichEditor", forward: bool) -> bool:
    """Go to the cell after or before; a row is added after the last. False outside a table."""
    cursor = editor.textCursor()
    table = table_at(cursor)
    if table is None:
        return False
    place = cell_after(table, cursor, 1 if forward else -1)
    if place is None and forward:
        place = (table.rows(), 0)
        add_row(cursor)
    if place is None:
        return False
    _choose_cell(editor, table, *place)
    return True


def enter_cell(editor: "RichEditor", event: QKeyEvent) -> bool:
    """Let Enter go to the cell below, and out of the table after the last row."""
    cursor = editor.textCursor()
    table = table_at(cursor)
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    if table is None or not plain or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    cell = table.cellAt(cursor)
    if cell.row() + 1 < table.rows():
        _choose_cell(editor, table, cell.row() + 1, cell.column())
    else:
        cursor.setPosition(table.lastPosition() + 1)
        editor.setTextCursor(cursor)
    return True


def _choose_cell(editor: "RichEditor", table: QTextTable, row: int, column: int) -> None:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
