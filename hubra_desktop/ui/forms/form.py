"""A form: a table of fields built once, that shows a record and hands on typed values."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.entry import Entry, Field, Saving
from hubra_desktop.ui.forms.ground import Ground
from hubra_desktop.ui.forms.inputs import ChoiceField, TextField
from hubra_desktop.ui.forms.rows import PartList, Parts
from hubra_desktop.ui.forms.typed import Typed
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.edits import Change

Row = Field | Parts | str | QWidget | Sequence[Field]


class Form(Ground):
    """Shows the fields of its table in a column; a refusal stands at its field.

    The rows of the table are fields (some beside each other in a sequence), headings as
    plain strings, lists that the record owns, and widgets of the form's own. A form that
    saves at once commits each field by itself through ``write``, and does not leave a
    record before all that is typed of it has been committed. Whatever is refused stays
    where it was typed until it is mended or taken back with Esc. ``edited`` tells that
    something was typed or chosen in one of the fields.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        label: str = "",
        parent: QWidget | None = None,
        *,
        desk: Desk | None = None,
        change: type | None = None,
        saving: Saving = Saving.AT_ONCE,
        prefix: str = "field",
        beside: bool = False,
    ) -> None:
        super().__init__(name, label, parent, beside=beside)
        self.saving, self.prefix = saving, prefix
        self.record: Any = None
        self.editable = True
        self.entries: dict[str, Entry] = {}
        self.lists: list[PartList] = []
        self._desk, self._change = desk, change
        self._near: date | None = None
        self._blamed: Entry | None = None
        self._bands: list[tuple[QWidget, tuple[Entry, ...]]] = []

    @property
    def texts(self) -> dict[str, Any]:
        """Return the inputs that text is typed in, by field."""
        return {n: e.field for n, e in self.entries.items() if isinstance(e.field, Typed)}

    @property
    def choices(self) -> dict[str, ChoiceField]:
        """Return the inputs that something is chosen in, by field."""
        return {n: e.field for n, e in self.entries.items() if isinstance(e.field, ChoiceField)}

    def build(self, *rows: Row) -> None:
        """Put in the rows of the table, under what stands there."""
        for row in rows:
            self._put(row)

    def build_aside(self, *rows: Field | QWidget, width: int = 0) -> None:
        """Put fields in a column beside what stands there, by default as narrow as they are."""
        aside = [self._entry(r, self._inside) if isinstance(r, Field) else r for r in rows]
        self._sides.addLayout(build.column(*aside, None, spacing=2), width)

    def _put(self, row: Row) -> None:
        if isinstance(row, str):
            label = build.label(row, "section", self._inside, wraps=False)
            label.setProperty("place", "section")
            self._add(label)
        elif isinstance(row, Parts):
            parts = PartList(row, self, self._desk, self._inside)
            self.lists.append(parts)
            self._add(parts)
        elif isinstance(row, QWidget):
            self._add(row)
        elif isinstance(row, Field):
            entry = self._entry(row, self._inside)
            self._add(entry, entry.label if self._beside else None)
        else:
            self._add(self._band(row))

    def _entry(self, field: Field, parent: QWidget) -> Entry:
        entry = Entry(field, self, parent, beside=self._beside)
        self.entries[field.name] = entry
        entry.edited.connect(self._follow_edits)
        return entry

    def _band(self, fields: Sequence[Field]) -> QWidget:
        """Return fields beside each other; their widths are those of the table alone."""
        band = QWidget(self._inside)
        beside = build.row(of=band, spacing=GRID)
        entries = tuple(self._entry(field, band) for field in fields)
        for entry in entries:
            policy = entry.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            entry.setSizePolicy(policy)
            entry.label.ensurePolished()
            entry.setMinimumWidth(entry.label.sizeHint().width())
            beside.addWidget(entry, entry.spec.width, Qt.AlignmentFlag.AlignTop)
        self._bands.append((band, entries))
        return band

    @property
    def desk(self) -> Desk:
        """Return the register that the form edits."""
        assert self._desk is not None
        return self._desk

    def near(self) -> date:
        """Return the day that dates typed without a year come close to."""
        return self._near or (self._desk.today() if self._desk else date.today())

    def come_close_to(self, day: date) -> None:
        """Let dates typed without a year come close to a day."""
        self._near = day

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        """Write values of the record; raises InputError."""
        assert self._change is not None
        self.desk.attempt_now(Change(self._change, self.record.id, values, edit))

    def draft(self, name: str, value: Any) -> None:
        """Note what is being typed, each time that it can be read."""

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        """Write what was entered in a field, if it is something else; raises InputError."""
        if self.record is None:
            return
        if value == getattr(self.record, name):
            self.entries[name].show_value(value)
        else:
            self.write({name: value}, edit)

    def put_back(self, name: str) -> None:
        """Show again what the register holds."""
        if self.record is not None:
            self.fill(self.record)

    def show_record(self, record: Any) -> bool:
        """Show a record, or None; False when what is typed of another must be mended first."""
        if getattr(record, "id", "") != getattr(self.record, "id", ""):
            if not self.flush():
                return False
            self.let_go()
            self.start_over()
        self.record = record
        self.calm()
        if record is not None:
            self.fill(record)
        return True

    def let_go(self) -> None:
        """Show no record, and nothing that was typed or refused of one."""
        self.record = None
        for entry in self.refused_entries():
            entry.take_back()

    def start_over(self) -> None:
        """Forget what belonged to the record shown before; scrolled to its beginning."""
        self.verticalScrollBar().setValue(0)

    def fill(self, record: Any) -> None:
        """Show the record's values; a refused text stays until it is mended or taken back."""
        for name, entry in self.entries.items():
            if hasattr(record, name):
                entry.show_value(getattr(record, name))
        for each in self.lists:
            each.show_rows(getattr(record, each.of))
        self.show_fitting(record)

    def show_fitting(self, now: Any) -> None:
        """Show the fields that are asked for ``now``, unless something refused stands there."""
        for name, entry in self.entries.items():
            if entry.spec.shown is not None:
                self.show_field(name, visible=entry.spec.shown(now) or self._must_be_seen(entry))
        for band, entries in self._bands:
            band.setVisible(any(not entry.isHidden() for entry in entries))

    def _must_be_seen(self, entry: Entry) -> bool:
        return self.saving is Saving.AT_ONCE and entry.refused

    def show_field(self, name: str, *, visible: bool) -> None:
        """Show or hide a field with its label."""
        self.show_widget(self.entries[name], visible=visible)

    def now(self) -> SimpleNamespace:
        """Return what is entered, None for what cannot be read."""
        found = {}
        for name, entry in self.entries.items():
            try:
                found[name] = entry.read()
            except InputError:
                found[name] = None
        return SimpleNamespace(**found)

    def _follow_edits(self) -> None:
        if self.saving is Saving.BY_BUTTON and self._blamed is not None:
            # What was refused of the whole may be mended in any of its fields.
            self._blamed.refuse("")
            self._blamed = None
        self.edited.emit()
        if self.saving is Saving.BY_BUTTON:
            self.show_fitting(self.now())

    def read(self) -> Values | None:
        """Return all that is entered, or None when something of it was refused.

        What is not asked for is left as it was filled in, so that nothing out of sight
        is refused.
        """
        read = Values()
        wrong = []
        for name, entry in self.entries.items():
            entry.refuse("")
            try:
                read[name] = entry.read()
            except InputError as refusal:
                if entry.isHidden():
                    read[name] = entry.held
                    continue
                entry.refuse(refusal.sentence)
                wrong.append(name)
        if wrong:
            self.go_to(wrong[0])
            return None
        return read

    def flush(self) -> bool:
        """Commit what is typed here."""
        if self.record is None:
            return True
        committed = [entry.flush() for entry in self._every_entry()]
        return all(committed)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.editable = editable
        for entry in self.entries.values():
            entry.set_editable(editable)
        for each in self.lists:
            each.set_editable(editable)

    @property
    def places(self) -> set[str]:
        """Return the names of what ``go_to`` leads to."""
        return {*self.entries, *(each.of for each in self.lists)}

    def go_to(self, name: str) -> None:
        """Put the focus in a field, its text chosen."""
        entry = self.entries.get(name)
        if entry is None:
            for each in self.lists:
                if each.of == name:
                    self.bring(each)
                    each.begin()
            return
        self.bring(entry)
        entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(entry.field, TextField):
            # From the end, so that the beginning of a long text stays in view.
            entry.field.setSelection(len(entry.field.text()), -len(entry.field.text()))

    def tell(self, refused: InputError, blames: str = "") -> bool:
        """Say a refusal of the whole at the field that it is about, else at ``blames``.

        False when neither is asked for here.
        """
        found = (self.entries.get(name) for name in (refused.field, blames))
        entry = next((each for each in found if each is not None and not each.isHidden()), None)
        if entry is None:
            return False
        entry.refuse(refused.sentence)
        self._blamed = entry
        self.go_to(entry.name)
        return True

    def refused_entries(self) -> list[Entry]:
        """Return where something refused stands."""
        return [entry for entry in self._every_entry() if entry.refused]

    def _every_entry(self) -> list[Entry]:
        """Return the fields of the form, and of the lines of its lists."""
        listed = (entry for each in self.lists for entry in each.entries())
        return [*self.entries.values(), *listed]

    def mend(self) -> str:
        """Lead to the first field whose text was refused; return its label, "" for none."""
        for entry in self.refused_entries():
            if entry.isHidden() and entry.name in self.entries:
                self.show_field(entry.name, visible=True)
            self.bring(entry)
            entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
            # Refused once more, so that the sentence stands where the field is now.
            entry.flush()
            return entry.spec.label.replace("&", "")
        return ""

    def leave(self) -> bool:
        """Commit what is typed; False when something is refused, which is then led to."""
        left = self.flush()
        if not left:
            self.mend()
        return left

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the sentences away with what they are about."""
        super().hideEvent(event)
        self.calm()

    def calm(self) -> None:
        """Take away what was said of a choice."""
        for entry in self._every_entry():
            entry.calm()
