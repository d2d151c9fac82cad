"""A register beside the plan: its rows, what must be looked at, and one row at work."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from hubra_desktop.model.due import Due
from hubra_desktop.model.language import say
from hubra_desktop.model.words import word
from hubra_desktop.ui.action_spec import LINE, Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.side_panel import WIDTH, SidePanel
from hubra_desktop.ui.menus import fill_menu
from hubra_desktop.ui.models.checks import ROLES
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.split import split
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.queries import Reader

FIRST_WIDTH = 680
SHOWN_LINES = 4


class RegisterPanel(QWidget):
    """Rows of one kind, edited beside. Subclasses name the kind and answer the questions.

    ``kind`` is the name of the table, ``tables`` all that its rows are read from, and
    ``adding`` the id of the action that makes a row. ``allowed`` tells that another row
    is chosen, ``told(text)`` how many rows there are now.
    """

    kind = ""
    tables: frozenset[str] = frozenset()
    adding = ""

    allowed = Signal()
    told = Signal(str)

    def __init__(
        self, desk: Desk, actions: Actions, form: Form, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"register-{self.kind}")
        self.desk = desk
        self._actions = actions
        self.form = form
        self._sheets: dict[str, Any] = {}
        self._stale = True
        self.rows: RowsModel[Any] = RowsModel(self.columns(), self)
        self.view = RowsView(f"{self.kind}-rows", self.title(), self.rows, self)
        self.side = SidePanel((form,), (actions["remove-item"],), self)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(0)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Return what the register is called."""
        raise NotImplementedError

    def columns(self) -> Sequence[ColumnOf[Any]]:
        """Return the columns of the list."""
        raise NotImplementedError

    def about(self) -> str:
        """Return what an empty register says of itself."""
        raise NotImplementedError

    def read(self, reader: Reader) -> Sequence[Any]:
        """Return the sheets to show."""
        raise NotImplementedError

    def count(self, sheets: Sequence[Any]) -> str:
        """Say how many rows there are, and how they stand."""
        raise NotImplementedError

    def watched(self, reader: Reader, sheets: Sequence[Any], today: date) -> Sequence[Due]:
        """Return what must be looked at among them."""
        raise NotImplementedError

    def add_command(self) -> Command:
        """Return the command that makes a row."""
        raise NotImplementedError

    def remove_command(self, row_id: str) -> Command:
        """Return the command that takes a row away."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        empty = EmptyState(self.title(), self.about(), self._actions[self.adding], parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(self._warnings)
        column.addWidget(self._stack, 1)
        parts = (left, 1, FIRST_WIDTH), (self.side, 0, WIDTH)
        self.splitter = split(f"{self.kind}-splitter", self, *parts)
        self.side.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.view.row_chosen.connect(self._follow_row)
        self.view.opened.connect(self._open_row)
        self.view.clicked.connect(self._click)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.addAction(self._actions["remove-item"])
        self.side.left.connect(self.close_side)
        self.desk.hold(self.form, self.form.mend)
        self.desk.changed.connect(self._follow)

    def start_over(self) -> None:
        """Show the register that is open now."""
        self.form.record = None
        self.side.hide()
        self.refresh()

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & self.tables:
            self.refresh()

    def refresh(self) -> None:
        """Read anew, now if it can be seen, else when it is shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        if self.desk.workspace is None:
            return
        with self.desk.read() as reader:
            sheets = self.read(reader)
            due = self.watched(reader, sheets, date.today())
        self._sheets = {sheet.id: sheet for sheet in sheets}
        self.rows.show_rows(sheets)
        self.told.emit(self.count(sheets) if sheets else "")
        self._stack.setCurrentIndex(0 if sheets else 1)
        self._warn(due)
        record = self.form.record
        if record is not None and record.id in self._sheets:
            self.form.show_record(self._sheets[record.id])
        elif record is not None:
            self.form.record = None
            self.side.hide()
        self.allowed.emit()

    def _warn(self, due: Sequence[Due]) -> None:
        clear(self._warnings)
        for place, each in enumerate(due[:SHOWN_LINES]):
            said = f"{word(each.level)}: {each.sentence}"
            mark = (each.level.value, ROLES[each.level.value])
            line = WrappedLine(f"{self.kind}-warning-{place}", said, mark, self)
            line.clicked.connect(partial(self.go_to, each.id))
            self._warnings.addWidget(line)

    def add(self) -> None:
        """Make a row and ask for its first fact."""
        changes = self.desk.run(self.add_command())
        if changes is not None and changes.created:
            if self._stale:
                self._read()
            self.go_to(changes.created)
            self.form.go_to("title")

    def remove(self) -> None:
        """Take the chosen row away; Undo brings it back."""
        row_id = self.view.current_id()
        sheet = self._sheets.get(row_id)
        if sheet is not None and self.desk.run(self.remove_command(row_id)) is not None:
            named = sheet.title or self.untitled()
            told = say("”{title}” togs bort.", title=named)
            self.desk.messages.tell(told, "undo")

    def untitled(self) -> str:
        """Return what a row without a title is called."""
        return say("(utan rubrik)")

    def do(self, action_id: str) -> None:
        """Do what pages share: here a row is taken away."""
        if action_id == "remove-item":
            self.remove()

    def go_to(self, row_id: str) -> bool:
        """Edit a row beside the list; False when it is not here."""
        if self._stale:
            self._read()
        if row_id not in self._sheets or not self._show_side(row_id):
            return False
        self.view.choose(row_id)
        return True

    def _follow_row(self, row_id: str) -> None:
        record = self.form.record
        if row_id and self.side.isVisibleTo(self) and not self._show_side(row_id):
            self.view.choose(record.id)
            # Again when the click has run its course, since it selects its own row last.
            QTimer.singleShot(0, self, self._stay)
        self.allowed.emit()

    def _stay(self) -> None:
        """Choose the row of what must be mended again, and lead to what was refused."""
        if self.form.record is not None and self.view.choose(self.form.record.id):
            self.view.selectRow(self.view.currentIndex().row())
            self.form.mend()

    def _click(self) -> None:
        if row_id := self.view.current_id():
            self._show_side(row_id)

    def _open_row(self, row_id: str) -> None:
        if self._show_side(row_id):
            self.form.go_to("title")

    def _show_side(self, row_id: str) -> bool:
        if not self.form.show_record(self._sheets[row_id]):
            return False
        self.side.show_form(self.form, self.form.accessibleName())
        self.side.show()
        return True

    def close_side(self) -> None:
        """Close the panel when what is typed in it has been committed."""
        if self.form.leave():
            self.side.hide()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def meets(self) -> Needs:
        """Return whether a row is chosen."""
        return Needs.ITEM if self.view.current_id() else Needs.NOTHING

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.form.set_editable(editable)

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.view, self.side]

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, (self.adding, LINE, "remove-item"), self._actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(place))
