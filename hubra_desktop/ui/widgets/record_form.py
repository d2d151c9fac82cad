"""A column of fields beside a list, where one record is edited in place."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.fields import ChoiceField, TextField, labelled
from hubra_desktop.ui.widgets.part_list import PartList
from hubra_desktop.ui.widgets.readings import LINE, LINES, Reading
from hubra_desktop.ui.widgets.text_area import TextArea

Text = TextField | TextArea


class RecordForm(QScrollArea):
    """Shows one record and commits each field by itself; a refusal stands at its field.

    Subclasses put in the fields once, in order, and answer ``write``. A record is not
    left before all that is typed of it has been committed.
    """

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.record: Any = None
        self.editable = True
        self.texts: dict[str, Text] = {}
        self.choices: dict[str, ChoiceField] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self.lists: list[PartList] = []
        self._readings: dict[str, Reading] = {}
        self._callout: Callout | None = None
        self._inside = QFrame(self)
        self._inside.setProperty("role", "form")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(GRID + 2)
        self.setWidget(self._inside)

    def write(self, values: Mapping[str, object], edit: str) -> None:
        """Write values of the record; raises InputError."""
        raise NotImplementedError

    def near(self) -> date:
        """Return the day that dates typed without a year come close to."""
        return date.today()

    def line(
        self,
        name: str,
        label: str,
        reading: Reading = LINE,
        *,
        hint: str = "",
        printed: bool = True,
    ) -> TextField:
        """Make a field of one line."""
        field = TextField(name, label, self._inside, whole=reading.whole, printed=printed)
        field.setPlaceholderText(hint)
        field.commit_by(self._enter)
        self._readings[name] = reading
        self.texts[name] = field
        return field

    def area(self, name: str, label: str, *, least: int = 2, hint: str = "") -> TextArea:
        """Make a field of several lines."""
        field = TextArea(name, label, self._inside, least=least)
        field.setPlaceholderText(hint)
        field.commit_by(self._enter)
        self._readings[name] = LINES
        self.texts[name] = field
        return field

    def choice(
        self, name: str, label: str, choices: Sequence[tuple[str, object]] = ()
    ) -> ChoiceField:
        """Make a choice among a few values."""
        field = ChoiceField(name, label, self._inside)
        field.commit_by(self._choose)
        field.offer(choices)
        self.choices[name] = field
        return field

    def tick(self, name: str, label: str) -> QCheckBox:
        """Make a box to tick."""
        box = QCheckBox(label, self._inside)
        box.setObjectName(f"field-{name}")
        box.clicked.connect(self._tick)
        self.ticks[name] = box
        return box

    def put(self, *fields: QWidget, stretches: Sequence[int] = ()) -> QWidget:
        """Put fields beside each other under what stands there, each with its label."""
        if len(fields) == 1:
            widget = self._with_label(fields[0])
            self._column.addWidget(widget)
            return widget
        band = QWidget(self._inside)
        row = QHBoxLayout(band)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for place, field in enumerate(fields):
            stretch = stretches[place] if stretches else 1
            row.addWidget(self._with_label(field), stretch, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(band)
        return band

    def heading(self, text: str) -> QLabel:
        """Put a heading over what follows."""
        label = QLabel(text, self._inside)
        label.setProperty("role", "section")
        label.setContentsMargins(0, GRID, 0, 0)
        self._column.addWidget(label)
        return label

    def put_list(self, parts: PartList) -> None:
        """Put a short list of the record's under what stands there."""
        self.lists.append(parts)
        self._column.addWidget(parts)

    def end(self) -> None:
        """Leave the rest of the column empty."""
        self._column.addStretch(1)

    @property
    def inside(self) -> QWidget:
        """Return what the fields stand in."""
        return self._inside

    def _with_label(self, field: QWidget) -> QWidget:
        if isinstance(field, TextField | TextArea | ChoiceField):
            return labelled(field.accessibleName(), field, self._inside)
        return field

    def show_record(self, record: Any) -> bool:
        """Show a record, or None; False when what is typed of another must be mended first."""
        if getattr(record, "id", "") != getattr(self.record, "id", ""):
            if not self.flush():
                return False
            self.record = None
            self._take_back()
            self.start_over()
        self.record = record
        self.calm()
        if record is not None:
            self.fill(record)
        return True

    def _take_back(self) -> None:
        """Show no refused text of a record that is gone at the one that comes after it."""
        for field in self.texts.values():
            if field.property("refused"):
                field.show_given()

    def start_over(self) -> None:
        """Forget what belonged to the record shown before; scrolled to its beginning."""
        self.verticalScrollBar().setValue(0)

    def fill(self, record: Any) -> None:
        """Show the record's values; a refused text stays until it is mended or taken back."""
        for name, field in self.texts.items():
            if hasattr(record, name) and not field.property("refused"):
                field.show_text(self._readings[name].shown(getattr(record, name)))
        for name, choice in self.choices.items():
            if hasattr(record, name):
                choice.show_value(getattr(record, name))
        for name, box in self.ticks.items():
            box.setChecked(bool(getattr(record, name)))

    def flush(self) -> bool:
        """Commit what is typed here."""
        if self.record is None:
            return True
        committed = [field.flush() for field in self.texts.values()]
        return all([*committed, *(each.flush() for each in self.lists)])

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.editable = editable
        for field in self.texts.values():
            field.setReadOnly(not editable)
        for widget in (*self.choices.values(), *self.ticks.values()):
            widget.setEnabled(editable)
        for each in self.lists:
            each.set_editable(editable)

    def go_to(self, name: str) -> None:
        """Put the focus in a field, its text chosen."""
        target = {**self.texts, **self.choices, **self.ticks}.get(name)
        if target is not None:
            self.ensureWidgetVisible(target)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(target, TextField):
                # From the end, so that the beginning of a long text stays in view.
                target.setSelection(len(target.text()), -len(target.text()))

    def mend(self) -> None:
        """Put the focus in the first field whose text was refused, with its sentence."""
        for field in self._inside.findChildren(QWidget):
            if isinstance(field, TextField | TextArea) and field.property("refused"):
                self.ensureWidgetVisible(field)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                # Refused once more, so that the sentence stands where the field is now.
                field.flush()
                return

    def _enter(self, field: str, text: str, edit: str) -> None:
        if self.record is None:
            return
        reading = self._readings[field]
        value = reading.read(text, self.near())
        if value == getattr(self.record, field):
            self.texts[field].show_text(reading.shown(value))
            return
        self.write({field: value}, edit)

    def _choose(self, field: str, value: object) -> None:
        if self.record is not None and getattr(self.record, field) != value:
            self._try(field, value)

    def _tick(self, checked: bool) -> None:
        box = self.sender()
        if self.record is not None and isinstance(box, QCheckBox):
            self._try(box.objectName().removeprefix("field-"), checked)

    def _try(self, field: str, value: object) -> None:
        """Write what was chosen; a refusal puts back what stands in the register."""
        self.calm()
        try:
            self.write({field: value}, "")
        except InputError as refusal:
            self.fill(self.record)
            self.refused(field, refusal.sentence)

    def refused(self, field: str, sentence: str) -> None:
        """Say at a choice why it could not be written, until something else is shown."""
        target = {**self.choices, **self.ticks}.get(field)
        if target is None:
            return
        if self._callout is None:
            self._callout = Callout(self.window())
        target.setAccessibleDescription(sentence)
        self._callout.show_at(target, sentence)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the sentence away with what it is about."""
        super().hideEvent(event)
        self.calm()

    def calm(self) -> None:
        """Take away what was said of a choice."""
        if self._callout is not None:
            self._callout.hide()
