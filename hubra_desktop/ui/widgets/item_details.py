"""The strip under the agenda with everything about the chosen row that has no column."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from hubra_desktop.model.sheet import ItemSheet
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.fields import ChoiceField, TextField, labelled
from hubra_desktop.ui.words import word

CommitItem = Callable[[str, Mapping[str, object], str], None]
CHECKS = ("parallel", "closed", "withdrawn")


class ItemDetails(QFrame):
    """Shows one row; ``commit(item_id, values, edit)`` writes typed text or raises InputError.

    ``draft`` is told every keystroke, and ``change`` writes what is chosen or ticked.

    The public title can be written only when the row is behind closed doors, the
    room only when it differs from the meeting's by being in parallel or filled in.
    """

    def __init__(
        self,
        commit: CommitItem,
        draft: CommitItem,
        change: CommitItem,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("item-details")
        self.setProperty("role", "panel")
        self._commit = commit
        self._draft = draft
        self._change = change
        self._item: ItemSheet | None = None
        self._make_choices()
        self._make_texts()
        self._make_checks()
        self._lay_out()
        self.show_item(None)

    def _make_choices(self) -> None:
        self.kind = ChoiceField("kind", self.tr("Kind"), self)
        self.kind.offer([(word(kind), kind) for kind in ItemKind])
        self.print_time = ChoiceField("print_time", self.tr("Print the time"), self)
        self.print_time.offer([(word(each), each) for each in PrintTime])
        for choice in (self.kind, self.print_time):
            choice.commit_by(self._choose)

    def _make_texts(self) -> None:
        self.place = TextField("place", self.tr("Room"), self)
        self.public_title = TextField("public_title", self.tr("Public title"), self)
        self.note = TextField("note", self.tr("Note in print"), self)
        self.inner_note = TextField("inner_note", self.tr("Inner note"), self, printed=False)
        self.texts = (self.place, self.note, self.inner_note, self.public_title)
        for field in self.texts:
            field.commit_by(self._enter, self._type)
        self.inner_note.setPlaceholderText(self.tr("Never printed"))
        self.public_title.setPlaceholderText(self.tr("What all may read"))

    def _make_checks(self) -> None:
        self.parallel = QCheckBox(self.tr("In parallel"), self)
        self.parallel.setToolTip(self.tr("At the same time as the row above, in another room"))
        self.closed = QCheckBox(self.tr("Behind closed doors"), self)
        self.withdrawn = QCheckBox(self.tr("Withdrawn"), self)
        for name, box in zip(CHECKS, self._boxes(), strict=True):
            box.setObjectName(f"field-{name}")
            box.clicked.connect(self._check)

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return (self.parallel, self.closed, self.withdrawn)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID + 4, GRID - 2, GRID + 4, GRID)
        grid.setHorizontalSpacing(GRID + 4)
        grid.setVerticalSpacing(GRID - 2)
        rows = ((self.kind, self.print_time, self.place), self.texts[1:])
        for row, fields in enumerate(rows):
            for column, field in enumerate(fields):
                grid.addWidget(labelled(field.accessibleName(), field, self), row, column)
        checks = QVBoxLayout()
        checks.setSpacing(2)
        for box in self._boxes():
            checks.addWidget(box)
        checks.addStretch(1)
        grid.addLayout(checks, 0, 3, 2, 1)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for field in self.texts:
            field.setReadOnly(not editable)
        for widget in (self.kind, self.print_time, *self._boxes()):
            widget.setEnabled(editable)

    def show_item(self, item: ItemSheet | None) -> None:
        """Show a row; None shows an empty strip that cannot be used."""
        self._item = item
        self.setEnabled(item is not None)
        shown = item or ItemSheet()
        self.kind.show_value(shown.kind if item else None)
        self.print_time.show_value(shown.print_time if item else None)
        for field in self.texts:
            field.show_text(str(getattr(shown, field.field)))
        for name, box in zip(CHECKS, self._boxes(), strict=True):
            box.setChecked(bool(getattr(shown, name)))
        self.public_title.setEnabled(shown.closed)

    def flush(self) -> bool:
        """Commit what is typed here."""
        committed = [field.flush() for field in self.texts]
        return all(committed)

    def _enter(self, field: str, text: str, edit: str) -> None:
        if self._item is not None:
            self._commit(self._item.id, {field: " ".join(text.split())}, edit)

    def _type(self, field: str, text: str) -> None:
        if self._item is not None:
            self._draft(self._item.id, {field: " ".join(text.split())}, "")

    def _choose(self, field: str, value: object) -> None:
        if self._item is not None:
            self._change(self._item.id, {field: value}, "")

    def _check(self, checked: bool) -> None:
        box = self.sender()
        if self._item is not None and isinstance(box, QCheckBox):
            name = box.objectName().removeprefix("field-")
            self._change(self._item.id, {name: checked}, "")
