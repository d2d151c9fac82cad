"""What hands do at the page of the money."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QWidget

from hubra_desktop.model.money.budget import BudgetRow
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Entry
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.work.queries.grants import GrantRow, grant_rows
from tests.ui.hands import settle


def page(window: MainWindow) -> MoneyPage:
    """Show the page of the money and return it."""
    window.show_page("page-money")
    shown = window.findChild(MoneyPage)
    assert shown is not None
    assert shown.isVisible()
    return shown


def form(shown: MoneyPage) -> FormPanel:
    """Return the form that is open."""
    assert shown.side.form is not None
    return shown.side.form


def enter(opened: FormPanel | FormDialog, **typed: object) -> None:
    """Fill in a form: text is typed, anything else is chosen."""
    for name, value in typed.items():
        entry = opened.entries[name]
        if isinstance(value, str) and isinstance(entry.field, QLineEdit):
            type_in(entry, value)
        else:
            entry.show_value(value)
            entry.edited.emit()


def type_in(entry: Entry, text: str) -> None:
    """Replace what stands in an entry by typing."""
    line = entry.field
    assert isinstance(line, QLineEdit)
    line.setFocus()
    write(line, text)


def write(line: QLineEdit, text: str) -> None:
    """Replace a line's text as typing does; keys are sent for what Qt's own hands can type."""
    line.selectAll()
    if text and text.isascii():
        QTest.keyClicks(line, text)
        return
    line.insert(text)
    line.setModified(True)
    line.textEdited.emit(text)


def send(opened: FormPanel) -> None:
    """Send a form by its button."""
    opened.accept.click()
    settle()


def answer(entry: Entry, ore: int) -> None:
    """Answer the question that stands under an amount."""
    assert isinstance(entry.field, AmountEdit)
    assert entry.field.question is not None
    button = entry.field.question.findChild(QPushButton, f"amount-{ore}")
    assert button is not None
    button.click()
    settle()


def post(shown: MoneyPage, name: str) -> BudgetRow:
    """Return a post of the budget by its name."""
    return next(row for row in shown.budget.model.all_rows() if row.post.name == name)


def cell(shown: MoneyPage, post_id: str, column: Column) -> QLineEdit:
    """Open the editor of a cell of the budget."""
    shown.budget.view.choose(post_id, column, edit=True)
    settle()
    editor = shown.budget.view.open_editor()
    assert editor is not None
    return editor


def type_cell(
    shown: MoneyPage,
    post_id: str,
    column: Column,
    text: str,
    key: Qt.Key | None = Qt.Key.Key_Return,
) -> QLineEdit:
    """Type in a cell of the budget and leave it with a key."""
    editor = cell(shown, post_id, column)
    write(editor, text)
    if key is not None:
        QTest.keyClick(editor, key)
        settle()
    return editor


def press(shown: QWidget, name: str) -> None:
    """Press a button by its name."""
    button = shown.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()
    settle()


def all_grants(window: MainWindow) -> MoneyPage:
    """Show the list of the grants of all years and return its page."""
    shown = page(window)
    shown.show_part("grants")
    shown.grants.list.year_choice.show_value("all")
    shown.grants.list.year_changed.emit()
    return shown


def grants_of(window: MainWindow) -> tuple[GrantRow, ...]:
    """Read all grants."""
    with window.desk.read() as reader:
        return grant_rows(reader)


def dimman(window: MainWindow) -> GrantRow:
    """Return Ur Dimman's grant, which was repaid to the last krona."""
    return next(row for row in grants_of(window) if row.sheet.title == "CV och körkort")
