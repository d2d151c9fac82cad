"""What hands do at the window: choose a cell, type, and look at what stands there."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.agenda.cell_editor import CellEditor
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries import meetings_of, years


def sheet(window: MainWindow) -> Meeting:
    found = window.meeting.sheet
    assert found is not None
    return found


def leave_alone(window: MainWindow) -> None:
    """Take away every meeting but the one that is open."""
    kept = sheet(window).id
    with window.desk.read() as reader:
        rows = [row for year in years(reader) for row in meetings_of(reader, year.year)]
    for row in rows:
        if row.id != kept:
            window.desk.run(Remove(Meeting, row.id))


def items(window: MainWindow) -> tuple[Item, ...]:
    return sheet(window).items


def edit(window: MainWindow, place: int, column: AgendaColumn) -> CellEditor:
    """Open the editor of a cell; place -1 is the blank row."""
    view = window.meetings.agenda.view
    model = window.meetings.agenda.model
    row = model.row_at(model.rowCount() - 1 if place < 0 else place)
    view.choose(row.id, column, edit=True)
    return editor(window)


def editor(window: MainWindow) -> CellEditor:
    found = window.meetings.agenda.view.open_editor()
    assert found is not None
    return found


def type_over(cell: CellEditor, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Replace a cell's text by typing, and leave it with a key."""
    cell.selectAll()
    cell.insert(text)
    cell.textEdited.emit(text)
    if key is not None:
        QTest.keyClick(cell, key)
        settle()


def shown(window: MainWindow, place: int, column: AgendaColumn) -> str:
    model = window.meetings.agenda.model
    return str(model.index(place, column).data())


def trigger(window: MainWindow, action_id: str) -> None:
    action = window.actions_[action_id]
    assert action.isEnabled(), action_id
    action.trigger()


def settle() -> None:
    QApplication.processEvents()


def doubled_letters(window: MainWindow) -> list[tuple[str, str]]:
    """Return each menu and letter where the letter stands for more than one action."""
    doubled = []
    for menu in window.menuBar().findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = Counter(text[text.index("&") + 1].casefold() for text in texts)
        doubled += [(menu.objectName(), letter) for letter in letters if letters[letter] > 1]
    return doubled
