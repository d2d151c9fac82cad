"""What was noted of an activity as it went on: added, never rewritten."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.records.plan import FollowUpNote
from hubra_desktop.ui import settings
from hubra_desktop.ui.forms.converters import DAY_NEEDED, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.inline import InlineForm
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.plain import MarkupLabel, as_markup

AUTHOR = "plan/author"


class Notes(QWidget):
    """Shows the notes, the latest first; ``note(date, text, author)`` stores one more.

    Who notes is remembered until another name is written. What is wrong with a new
    note is said at it, and it stays until it has been stored.
    """

    def __init__(
        self,
        note: Callable[[date, str, str], object],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self._note, self._today = note, today
        self._shown: tuple[FollowUpNote, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.form = InlineForm(
            "note",
            button(say("Anteckna"), "note-accept", self),
            self._store,
            self,
            Field("text", say("Ny anteckning"), TEXT),
            (
                Field("day", say("Datum"), DAY_NEEDED, width=3),
                Field("author", say("Antecknat av"), width=5),
            ),
            blames="text",
        )
        column(self._list, self.form, of=self, spacing=GRID)
        self.start_over()

    def start_over(self) -> None:
        """Begin a new note, of today."""
        author = settings.stored_text(AUTHOR)
        for name, value in (("text", ""), ("day", self._today()), ("author", author)):
            self.form.entries[name].show_value(value)
            self.form.entries[name].refuse("")

    @property
    def typed(self) -> bool:
        """Return whether a note stands here that has not been stored."""
        return bool(self.form.entries["text"].read())

    def show_notes(self, notes: Sequence[FollowUpNote]) -> None:
        """Show an activity's notes."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        clear(self._list)
        for note in sorted(notes, key=lambda each: each.date, reverse=True):
            self._list.addWidget(self._line(note))

    def _line(self, note: FollowUpNote) -> QLabel:
        head = " · ".join(part for part in (day_in_text(note.date), note.author) if part)
        line = MarkupLabel(f"<b>{as_markup(head)}</b><br>{as_markup(note.text)}", self)
        line.setProperty("role", "note")
        line.setWordWrap(True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse new notes."""
        self.form.set_editable(editable)

    def flush(self) -> bool:
        """Store a note that stands here; False when it is refused."""
        if self.typed and self.form.editable:
            self.form.send()
        return not (self.typed and self.form.editable)

    def mend(self) -> str:
        """Lead to what was refused of a new note; return its name."""
        return self.form.mend()

    def _store(self, values: Values) -> None:
        self._note(values["day"], values["text"], values["author"])
        settings.remember(AUTHOR, values["author"])
        self.start_over()
