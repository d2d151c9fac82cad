"""A short list that a record owns: a line of fields for each row, add and remove."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.clearing import clear
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import TextField
from hubra_desktop.ui.widgets.readings import LINE, Reading


class PartField(NamedTuple):
    """A field of every line; ``tick`` makes it a box to tick instead of a line of text."""

    name: str
    label: str
    reading: Reading = LINE
    stretch: int = 1
    tick: bool = False


Field = TextField | QCheckBox


class PartList(QWidget):
    """Lines are kept by the row's id, so that a line being typed in stays.

    ``write(row_id, values, edit)`` writes what is typed or raises InputError;
    ``add_asked`` and ``remove_asked(row_id)`` ask for a row more or less.
    """

    add_asked = Signal()
    remove_asked = Signal(str)

    def __init__(
        self,
        name: str,
        heading: str,
        adding: str,
        fields: Sequence[PartField],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"parts-{name}")
        self.setAccessibleName(heading)
        self.write: Callable[[str, Mapping[str, object], str], None] | None = None
        self.near: Callable[[], date] = date.today
        self.words: dict[str, Sequence[str]] = {}
        self._fields = tuple(fields)
        self._rows: dict[str, Any] = {}
        self.lines: dict[str, list[Field]] = {}
        self._editable = True
        self.add = QPushButton(icon("add", "accent"), adding, self)
        self.add.setObjectName(f"add-{name}")
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self.add_asked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID // 2)
        self._grid.setVerticalSpacing(GRID // 2)
        for place, field in enumerate(self._fields):
            self._grid.setColumnStretch(place, field.stretch)
        top = QHBoxLayout()
        label = QLabel(heading, self)
        label.setProperty("role", "field")
        top.addWidget(label)
        top.addStretch(1)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(self._grid)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self._rows = {row.id: row for row in rows}
        if list(self._rows) != list(self.lines):
            self._rebuild()
        for row_id, row in self._rows.items():
            for place, field in zip(self._fields, self.lines[row_id], strict=True):
                self._fill(place, field, row)

    def _fill(self, place: PartField, field: Field, row: Any) -> None:
        value = getattr(row, place.name)
        if isinstance(field, TextField):
            if not field.property("refused"):
                field.show_text(place.reading.shown(value))
        else:
            field.setChecked(bool(value))

    def _rebuild(self) -> None:
        clear(self._grid)
        self.lines = {
            row_id: [self._made(row_id, at, column) for column in range(len(self._fields))]
            for at, row_id in enumerate(self._rows)
        }
        for at, row_id in enumerate(self._rows):
            self._grid.addWidget(self._remover(row_id, at), at, len(self._fields))

    def _made(self, row_id: str, at: int, column: int) -> Field:
        spec = self._fields[column]
        label = f"{spec.label} {at + 1}"
        field: Field
        if spec.tick:
            field = QCheckBox(spec.label, self)
            field.setEnabled(self._editable)
            field.clicked.connect(self._tick)
        else:
            field = TextField(spec.name, label, self, whole=spec.reading.whole)
            field.setPlaceholderText(spec.label)
            field.setReadOnly(not self._editable)
            field.commit_by(_LineWriter(self, row_id).write)
            if spec.name in self.words:
                complete(field, self.words[spec.name])
        field.setObjectName(f"{self.name}-{at}-{spec.name}")
        field.setProperty("row-id", row_id)
        field.setProperty("field", spec.name)
        self._grid.addWidget(field, at, column)
        return field

    def _remover(self, row_id: str, at: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self.name}-{at}-remove")
        button.setIcon(icon("close", "muted"))
        button.setAccessibleName(self.tr("Remove line {place}").format(place=at + 1))
        button.setToolTip(self.tr("Remove"))
        button.setProperty("row-id", row_id)
        button.setEnabled(self._editable)
        button.clicked.connect(self._remove)
        return button

    def begin(self, row_id: str) -> None:
        """Put the focus in the first field of a line."""
        if row_id in self.lines:
            self.lines[row_id][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, row_id: str, field: str, text: str, edit: str) -> None:
        """Write what was typed in a line; raises InputError."""
        row = self._rows.get(row_id)
        spec = next(each for each in self._fields if each.name == field)
        value = spec.reading.read(text, self.near())
        if row is not None and self.write is not None and getattr(row, field) != value:
            self.write(row_id, {field: value}, edit)

    def flush(self) -> bool:
        """Commit what is typed here."""
        fields = [field for line in list(self.lines.values()) for field in line]
        committed = [field.flush() for field in fields if isinstance(field, TextField)]
        return all(committed)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.add.setEnabled(editable)
        self.lines = {}
        self._rebuild()
        self.show_rows(tuple(self._rows.values()))

    def _tick(self, checked: bool) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox) and self.write is not None:
            self.write(str(box.property("row-id")), {str(box.property("field")): checked}, "")

    def _remove(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.remove_asked.emit(str(button.property("row-id")))


class _LineWriter:
    """Writes the fields of one line for a list; the line's fields keep it alive."""

    def __init__(self, parts: PartList, row_id: str) -> None:
        self._parts = parts
        self._row_id = row_id

    def write(self, field: str, text: str, edit: str) -> None:
        """Write what was typed; raises InputError."""
        self._parts.enter(self._row_id, field, text, edit)
