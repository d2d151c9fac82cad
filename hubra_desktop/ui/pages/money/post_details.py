"""The strip under the budget with what has no column: kind, code, and why a post deviates."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from hubra_desktop.model.money.budget import BudgetRow
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.money.words import word
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.fields import ChoiceField, TextField, labelled
from hubra_desktop.ui.widgets.text_area import TextArea

Write = Callable[[str, Mapping[str, object], str], None]
MARGINS = (2 * GRID, GRID, 2 * GRID, GRID)


class PostDetails(QFrame):
    """Shows one post; ``write(post_id, values, edit)`` stores and raises InputError.

    ``set_example`` is told when the tick "example" is changed.
    """

    def __init__(
        self,
        write: Write,
        choose: Callable[[str, Mapping[str, object]], None],
        set_example: Callable[[str, bool], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("post-details")
        self.setProperty("role", "panel")
        self._write, self._choose, self._set_example = write, choose, set_example
        self._row: BudgetRow | None = None
        self.kind = ChoiceField("kind", self.tr("Kind of post"), self)
        self.kind.offer([(capitalised(word(each)), each) for each in PostKind])
        self.kind.commit_by(self._chosen)
        self.code = TextField("code", self.tr("Code"), self)
        self.note = TextField("note", self.tr("Note"), self, printed=False)
        self.why = TextArea("deviation_text", self.tr("Why the post deviates"), self, most=3)
        for field in (self.code, self.note, self.why):
            field.commit_by(self._enter)
        self.example = QCheckBox(self.tr("The amount is an example, not a decision"), self)
        self.example.setObjectName("post-example")
        self.example.clicked.connect(self._ticked)
        self.told = QLabel(self)
        self.told.setObjectName("post-told")
        self.told.setProperty("role", "small")
        self.told.setWordWrap(True)
        self._lay_out()
        self.show_row(None, "")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*MARGINS)
        grid.setHorizontalSpacing(GRID + 4)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(labelled(self.tr("Kind of post"), self.kind, self), 0, 0)
        grid.addWidget(labelled(self.tr("Code"), self.code, self), 0, 1)
        grid.addWidget(labelled(self.tr("Note"), self.note, self), 1, 0, 1, 2)
        why = labelled(self.tr("Why the post deviates"), self.why, self)
        grid.addWidget(why, 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.example, 2, 0, 1, 2)
        grid.addWidget(self.told, 2, 2)
        for column, stretch in enumerate((3, 2, 7)):
            grid.setColumnStretch(column, stretch)

    def show_row(self, row: BudgetRow | None, told: str) -> None:
        """Show a post, or none; ``told`` says how it deviates."""
        own = row is not None and bool(row.post.id)
        self._row = row if own else None
        self.setVisible(own)
        if row is None or not own:
            return
        self.kind.show_value(row.post.kind)
        for field in (self.code, self.note, self.why):
            field.show_text(str(getattr(row.post, field.field)))
        self.example.setVisible(row.leaf and row.stated)
        self.example.setChecked(row.example)
        self.told.setText(told)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.kind.setEnabled(editable)
        self.example.setEnabled(editable)
        for field in (self.code, self.note, self.why):
            field.setReadOnly(not editable)

    def flush(self) -> bool:
        """Commit what is typed; False when something is refused."""
        done = [field.flush() for field in (self.code, self.note, self.why)]
        return all(done)

    def _enter(self, field: str, text: str, edit: str) -> None:
        if self._row is not None:
            value = text.strip() if field == "deviation_text" else " ".join(text.split())
            if value != getattr(self._row.post, field):
                self._write(self._row.post.id, {field: value}, edit)

    def _chosen(self, field: str, value: object) -> None:
        if self._row is not None and value != self._row.post.kind:
            self._choose(self._row.post.id, {field: value})

    def _ticked(self, on: bool) -> None:
        if self._row is not None:
            self._set_example(self._row.post.id, on)
