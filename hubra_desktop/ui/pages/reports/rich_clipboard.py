"""What is copied from the editor and pasted into it: text with its structure, tables, pictures."""

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextDocumentFragment

from hubra_desktop.model.records.rules import usable_text
from hubra_desktop.model.structured import escaped
from hubra_desktop.model.text_tables import pasted_rows, table_text
from hubra_desktop.ui.pages.reports.rich_document import fill
from hubra_desktop.ui.pages.reports.rich_reading import structured
from hubra_desktop.ui.pages.reports.rich_tables import table_at

MIME: Final = "application/x-hubra-text"
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff")


def copied(cursor: QTextCursor) -> QMimeData:
    """Return what is chosen as structured text, for here and for elsewhere."""
    chosen = QTextDocument()
    QTextCursor(chosen).insertFragment(cursor.selection())
    data = QMimeData()
    data.setText(cursor.selection().toPlainText())
    data.setData(MIME, structured(chosen).encode())
    return data


def paste(cursor: QTextCursor, source: QMimeData) -> None:
    """Put structured text, a table, or plain text whose lists are written with marks."""
    own = source.hasFormat(MIME)
    text = bytes(source.data(MIME).data()).decode() if own else source.text()
    text = usable_text(text)
    if not own and table_at(cursor) is None:
        text = with_tables(text)
    if "\n" not in text.strip() and not own:
        cursor.insertText(text.strip("\n"))
        return
    if table_at(cursor) is not None:
        cursor.insertText(" ".join(text.split()))
        return
    made = QTextDocument()
    fill(made, text)
    cursor.insertFragment(QTextDocumentFragment(made))


def with_tables(text: str) -> str:
    """Write lines that were copied from a table, with tabs between the cells, as tables."""
    whole = pasted_rows(text)
    if whole and "\n" in text.strip():
        return _table(whole)
    written: list[str] = []
    run: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.count("\t") and (not run or line.count("\t") == run[0].count("\t")):
            run.append(line)
            continue
        rows = pasted_rows("\n".join(run)) if len(run) > 1 else []
        written += [f"\n{_table(rows)}\n"] if rows else run
        run = [line] if line.count("\t") else []
        written += [] if run else [line]
    return "\n".join(written[:-1] if not run else [*written, *run])


def _table(rows: list[list[str]]) -> str:
    return table_text([[escaped(cell) for cell in row] for row in rows])


def picture_data(source: QMimeData) -> bytes:
    """Return the picture that is pasted or dropped, as it is kept in a file; b"" for none.

    A spreadsheet's cells come with a picture of them too: then it is the cells.
    """
    for url in source.urls():
        if url.isLocalFile() and url.toLocalFile().lower().endswith(_PICTURES):
            return _read(url.toLocalFile())
    if source.hasImage() and not source.hasText():
        return _png(QImage(source.imageData()))
    return b""


def _read(path: str) -> bytes:
    from pathlib import Path

    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _png(image: QImage) -> bytes:
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(made, "PNG")  # type: ignore[call-overload]
    return bytes(made.data().data())
