"""A field for a person: chosen among those known, or written anew."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import DropDown, TextField

CommitName = Callable[[str, str | None, str], None]


class NameField(DropDown):
    """An editable choice named ``field``; a name nobody bears is committed as typed.

    ``commit(field, person_id, name)`` gets the id of who was chosen or whose name was
    typed, else None and the name ("" for nobody); it raises InputError when it cannot
    be written, and the text then stays with the sentence beside it. What is typed is
    committed when it is left, with Enter, or by ``flush``.
    """

    def __init__(self, field: str, label: str, nobody: str, parent: QWidget | None = None) -> None:
        super().__init__(field, label, parent)
        self.line = TextField(f"{field}-name", label, self, whole=True)
        self.line.setPlaceholderText(nobody)
        self._nobody = nobody
        self._commit: CommitName | None = None
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.commit_by(self._enter)
        self.activated.connect(self._choose)
        self._people: dict[str, str] = {}

    def commit_by(self, commit: CommitName) -> None:
        """Give the field the one who writes what is chosen or typed."""
        self._commit = commit

    def offer(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people: the name, and the id."""
        wanted = {person_id: name for name, person_id in people}
        if wanted == self._people and self.count():
            return
        self._people = wanted
        typed = self.line.text()
        self.clear()
        self.addItem(self._nobody, None)
        for person_id, name in wanted.items():
            self.addItem(name, person_id)
        self.setCurrentIndex(-1)
        self.line.setText(typed)
        complete(self.line, tuple(wanted.values()))

    def show_value(self, person_id: str | None) -> None:
        """Show who is chosen, unless something else is being typed."""
        name = self._people.get(person_id or "", "")
        if not (self.line.dirty and self.line.hasFocus()):
            self.setCurrentIndex(self.findData(person_id) if name else -1)
        self.line.show_text(name)

    def setReadOnly(self, read_only: bool) -> None:
        """Allow or refuse changes."""
        self.setEnabled(not read_only)

    def flush(self) -> bool:
        """Commit what is typed; False when it is refused and still stands here."""
        return self.line.flush()

    def _choose(self, place: int) -> None:
        person_id = self.itemData(place)
        self.line.setText("" if person_id is None else self.itemText(place))
        self.line.flush()

    def _enter(self, field: str, text: str, edit: str) -> None:
        if self._commit is None:
            return
        name = " ".join(text.split())
        chosen = self.itemData(self.currentIndex())
        same = self.itemText(self.currentIndex()) == name
        self._commit(self.field, str(chosen) if chosen and same else None, name)
