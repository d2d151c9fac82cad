"""A register beside the plan: its rows, what must be looked at, and one row at work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hubra_desktop.model.due import Due
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.action_spec import LINE, Entry, Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.plan.rows_beside import RowsBeside
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.level_line import level_line
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.queries import Reader

SHOWN_LINES = 4


@dataclass(frozen=True)
class PlanRegister:
    """What a register is of: its table, its words and columns, and how its rows are read.

    ``tables`` are all that the rows are read from, ``about`` what an empty register says of
    itself, ``count`` says how many rows there are and how they stand, and ``due`` what must
    be looked at among them.
    """

    kind: str
    tables: frozenset[str]
    title: str
    about: str
    columns: Sequence[ColumnOf[Any]]
    read: Callable[[Reader], Sequence[Any]]
    count: Callable[[Sequence[Any]], str]
    due: Callable[[Reader, Sequence[Any], date], Sequence[Due]]
    add: Callable[[], Command]
    remove: Callable[[str], Command]


class RegisterPanel(ReadWhenSeen, RowsBeside):
    """Rows of one kind, edited beside; ``told(text)`` says how many there are now."""

    told = Signal(str)
    first_entries: tuple[Entry, ...] = ()
    """What stands over the others in the menu of a row."""

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        register: PlanRegister,
        form: Form,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, actions, parent)
        self.register, self.form, self.followed = register, form, register.tables
        self.edit_in(form)
        kind, adding = register.kind, f"new-{register.kind}"
        self.setObjectName(f"register-{kind}")
        self._records: dict[str, Any] = {}
        self.rows: RowsModel[Any] = RowsModel(register.columns, self)
        self.view = RowsView(f"{kind}-rows", register.title, self.rows, self)
        self.above = QVBoxLayout()
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(
            EmptyState(register.title, register.about, actions[adding], parent=self)
        )
        self.lay_out(f"{kind}-splitter", self.above, self._warnings, (self._stack, 1))
        self.follow_view(
            self.view, (*self.first_entries, adding, LINE, "remove-item"), ("remove-item",)
        )
        desk.changed.connect(self.follow_changes)

    @property
    def rows_view(self) -> RowsView:
        return self.view

    def record(self, kind: str, row_id: str) -> Any:
        return self._records.get(row_id)

    def form_of(self, kind: str) -> Form:
        return self.form

    def kind_of(self, row_id: str) -> str:
        return self.register.kind if row_id else ""

    def read_anew(self) -> None:
        if self._desk.workspace is None:
            return
        with self._desk.read() as reader:
            records = self.register.read(reader)
            due = self.register.due(reader, records, self._desk.today())
        self._records = {each.id: each for each in records}
        with self.rows_changing():
            self.rows.show_rows(self.shown(records))
        self.told.emit(self.register.count(records) if records else "")
        self._stack.setCurrentIndex(0 if records else 1)
        self._warn(due)
        self.refresh_side()
        self.allowed.emit()

    def shown(self, records: Sequence[Any]) -> Sequence[Any]:
        """Return the rows that are shown of those that there are; here all."""
        return records

    def _warn(self, due: Sequence[Due]) -> None:
        clear(self._warnings)
        for place, each in enumerate(due[:SHOWN_LINES]):
            name = f"{self.register.kind}-warning-{place}"
            line = level_line(name, each.level, each.sentence, self)
            line.clicked.connect(partial(self.go_to, each.id))
            self._warnings.addWidget(line)

    def add(self) -> None:
        """Make a row and ask for its first fact."""
        changes = self._desk.run(self.register.add())
        if changes is not None and changes.created:
            self.go_to(changes.created)
            self.form.go_to("title")

    def do(self, action_id: str) -> None:
        """Do what pages share: here the chosen row is taken away; Undo brings it back."""
        record = self._records.get(self.view.current_id())
        if action_id != "remove-item" or record is None:
            return
        if self._desk.run(self.register.remove(record.id)) is not None:
            removed = say("”{title}” togs bort.", title=record.title or untitled())
            self._desk.messages.tell(removed, "undo")

    def go_to(self, row_id: str) -> bool:
        """Edit a row beside the list; False when it is not here."""
        if self.stale:
            self.read_now()
        return self.open_place(self.register.kind, row_id)

    def meets(self) -> Needs:
        """Return whether a row is chosen."""
        return Needs.ITEM if self.view.current_id() else Needs.NOTHING

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.view, self.side]


def untitled() -> str:
    """Return what a row without a title is called."""
    return say("(utan rubrik)")


def day_shown(day: date | None) -> str:
    """Write a day in a column, nothing where there is none."""
    return short_date(day) if day else ""
