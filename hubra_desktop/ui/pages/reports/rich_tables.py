"""Tables in the editor: made, and grown or shrunk by rows and columns where the cursor stands."""

from PySide6.QtGui import QTextCursor, QTextTable

from hubra_desktop.model.structured import Span
from hubra_desktop.ui.pages.reports.rich_document import char_format
from hubra_desktop.ui.pages.reports.rich_objects import table_format


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that a cursor stands in, if it does."""
    table: QTextTable | None = cursor.currentTable()
    return table


def insert_table(cursor: QTextCursor, rows: int, columns: int) -> QTextCursor:
    """Put an empty table below the block that the cursor stands in; return its first cell."""
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    table = cursor.insertTable(rows, columns, table_format())
    for column in range(columns):
        _head(table, column)
    return table.cellAt(0, 0).firstCursorPosition()


def _head(table: QTextTable, column: int) -> None:
    """Let what is typed in a heading's cell be strong."""
    table.cellAt(0, column).firstCursorPosition().setBlockCharFormat(
        char_format(Span("", bold=True))
    )


def cell_after(table: QTextTable, cursor: QTextCursor, step: int) -> tuple[int, int] | None:
    """Return the row and column of the cell after (1) or before (-1), None past the ends."""
    cell = table.cellAt(cursor)
    place = cell.row() * table.columns() + cell.column() + step
    if not 0 <= place < table.rows() * table.columns():
        return None
    return divmod(place, table.columns())


def add_row(cursor: QTextCursor) -> None:
    """Add a row below the cursor's."""
    table = table_at(cursor)
    if table is not None:
        row = table.cellAt(cursor).row() + 1  # the cursor may go along to the new row
        table.insertRows(row, 1)
        for column in range(table.columns()):
            inside = table.cellAt(row, column).firstCursorPosition()
            inside.setBlockCharFormat(char_format(Span("")))


def add_column(cursor: QTextCursor) -> None:
    """Add a column after the cursor's."""
    table = table_at(cursor)
    if table is not None:
        column = table.cellAt(cursor).column() + 1
        table.insertColumns(column, 1)
        _head(table, column)


def remove_row(cursor: QTextCursor) -> None:
    """Take away the cursor's row; with the last one, the table."""
    table = table_at(cursor)
    if table is not None:
        table.removeRows(table.cellAt(cursor).row(), 1)


def remove_column(cursor: QTextCursor) -> None:
    """Take away the cursor's column; with the last one, the table."""
    table = table_at(cursor)
    if table is not None:
        table.removeColumns(table.cellAt(cursor).column(), 1)


def remove_table(cursor: QTextCursor) -> None:
    """Take away the table that the cursor stands in."""
    table = table_at(cursor)
    if table is not None:
        table.removeRows(0, table.rows())
