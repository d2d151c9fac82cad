"""A short list that a record owns: a line of fields for each row, add and remove."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import Shape
from hubra_desktop.ui.forms.entry import Entry, Field, Owner, Saving
from hubra_desktop.ui.forms.inputs import ChoiceField, TextField
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.edits import Add, Change, Remove


@dataclass(frozen=True)
class Parts:
    """A row of a form's table that is a list of rows which the record owns.

    ``of`` names the list in the record, ``kind`` the record of its rows.
    ``first`` gives the values of a new row; ``held(row, field)`` what a field shows of a
    row, and ``written`` turns what was entered into what is written of it.
    """

    name: str
    of: str
    heading: str
    adding: str
    fields: Sequence[Field]
    kind: type
    first: Callable[[], Mapping[str, Any]] = dict
    held: Callable[[Any, str], Any] = getattr
    written: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict


class PartList(QWidget):
    """Lines are kept by the row's id, so that a line being typed in stays.

    ``words`` are what fields are completed from, ``choices`` what they are chosen among.
    """

    def __init__(
        self, parts: Parts, form: Any, desk: Desk | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parts, self.of, self._form, self._desk = parts, parts.of, form, desk
        self.setObjectName(f"parts-{parts.name}")
        self.setAccessibleName(parts.heading)
        self.words: dict[str, Sequence[str]] = {}
        self.choices: dict[str, Sequence[tuple[str, object]]] = {}
        self.lines: dict[str, _Line] = {}
        self._editable = True
        self.add = QPushButton(icon("add", "accent"), parts.adding, self)
        self.add.setObjectName(f"add-{parts.name}")
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._make)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID // 2)
        self._grid.setVerticalSpacing(GRID // 2)
        for place, field in enumerate(parts.fields):
            self._grid.setColumnStretch(place, field.width)
        label = build.label(parts.heading, "field", self, wraps=False)
        build.column(build.row(label, None, self.add), self._grid, of=self, spacing=2)

    def near(self) -> date:
        """Return the day that dates typed without a year come close to."""
        near: date = self._form.near()
        return near

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the lines of those that stay are kept."""
        if [row.id for row in rows] != list(self.lines):
            self._arrange(rows)
        for row in rows:
            self.lines[row.id].fill(row)

    def _arrange(self, rows: Sequence[Any]) -> None:
        kept = {row.id: self.lines.get(row.id) or _Line(self, row.id) for row in rows}
        for row_id, line in self.lines.items():
            if row_id not in kept:
                line.leave()
        self.lines = kept
        for place, line in enumerate(kept.values()):
            line.stand_at(place, self._grid)

    def offer(self, field: str, words: Sequence[str]) -> None:
        """Complete a field of every line from these words."""
        self.words[field] = words
        for line in self.lines.values():
            line.offer(field)

    def begin(self, row_id: str = "") -> None:
        """Put the focus in the first field of a line, by default where the list begins."""
        line = self.lines.get(row_id) or next(iter(self.lines.values()), None)
        target: QWidget = line.entries[0].field if line is not None else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, TextField):
            target.selectAll()

    def write(self, row_id: str, values: Mapping[str, Any], edit: str) -> None:
        """Write values of a row; raises InputError."""
        if self._desk is not None:
            self._desk.attempt_now(
                Change(self.parts.kind, row_id, self.parts.written(values), edit)
            )

    def entries(self) -> list[Entry]:
        """Return the fields of all lines."""
        return [entry for line in self.lines.values() for entry in line.entries]

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.add.setEnabled(editable)
        for line in self.lines.values():
            line.set_editable(editable)

    @property
    def editable(self) -> bool:
        """Return whether rows may be changed."""
        return self._editable

    def _make(self) -> None:
        record = self._form.record
        if record is None or self._desk is None:
            return
        changes = self._desk.run(Add(self.parts.kind, self.parts.first(), record.id))
        if changes is not None and changes.created:
            self.begin(changes.created)

    def remove_tip(self) -> str:
        """Return what the button that removes a line does."""
        return say("Ta bort")

    def remove_name(self, place: int) -> str:
        """Return what the button that removes the line of a place is called."""
        return say("Ta bort rad {place}", place=place + 1)

    def take_away(self, row_id: str) -> None:
        """Remove a row; Undo brings it back."""
        if self._desk is not None and self._desk.run(Remove(self.parts.kind, row_id)):
            self._desk.messages.tell(say("Raden togs bort."), "undo")


class _Line(Owner):
    """The fields of one row, and the button that removes it."""

    saving = Saving.AT_ONCE

    def __init__(self, parts: PartList, row_id: str) -> None:
        self._parts, self._id = parts, row_id
        self._row: Any = None
        self.prefix = parts.parts.name
        fields = (replace(each, hint=each.hint or each.label) for each in parts.parts.fields)
        self.entries = [Entry(field, self, parts, label=False) for field in fields]
        self._remove = QToolButton(parts)
        self._remove.setIcon(icon("close", "muted"))
        self._remove.setToolTip(plain_tip(parts.remove_tip()))
        self._remove.clicked.connect(partial(parts.take_away, row_id))
        for entry in self.entries:
            self.offer(entry.name)
        self.set_editable(parts.editable)

    def near(self) -> date:
        return self._parts.near()

    def draft(self, name: str, value: Any) -> None:
        """Nothing of a list is shown before it is written."""

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        """Write what was entered in the line, if it is something else; raises InputError."""
        if self._row is not None and self._parts.parts.held(self._row, name) != value:
            self._parts.write(self._id, {name: value}, edit)

    def put_back(self, name: str) -> None:
        if self._row is not None:
            self.fill(self._row)

    def offer(self, name: str) -> None:
        """Complete a field from the words that the list knows."""
        for entry in self.entries:
            if entry.name == name in self._parts.words and isinstance(entry.field, TextField):
                complete(entry.field, self._parts.words[name])

    def fill(self, row: Any) -> None:
        """Show the row's values; a refused text stays until it is mended or taken back."""
        self._row = row
        for entry in self.entries:
            if isinstance(entry.field, ChoiceField) and entry.name in self._parts.choices:
                entry.field.offer(self._parts.choices[entry.name])
            entry.show_value(self._parts.parts.held(row, entry.name))

    def stand_at(self, place: int, grid: QGridLayout) -> None:
        """Stand as the line of this place."""
        name = self._parts.parts.name
        for column, entry in enumerate(self.entries):
            entry.field.setObjectName(f"{name}-{place}-{entry.name}")
            if entry.spec.converter.shape is not Shape.FLAG:
                entry.field.setAccessibleName(f"{entry.spec.label} {place + 1}")
            grid.addWidget(entry, place, column)
        self._remove.setObjectName(f"{name}-{place}-remove")
        self._remove.setAccessibleName(self._parts.remove_name(place))
        grid.addWidget(self._remove, place, len(self.entries), Qt.AlignmentFlag.AlignRight)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._remove.setEnabled(editable)
        for entry in self.entries:
            entry.set_editable(editable)

    def leave(self) -> None:
        """Go, with all that stands in the line."""
        for widget in (*self.entries, self._remove):
            widget.hide()
            widget.deleteLater()
