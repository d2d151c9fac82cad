"""What was noted or reported of something as it went on: added, never rewritten."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
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


class Noted(NamedTuple):
    """A note of a day: who made it, what it says, and where it was told."""

    day: date
    author: str
    text: str
    place: str = ""


class NoteWords(NamedTuple):
    """What the fields of a new note are called, and its button."""

    text: str
    author: str
    accept: str


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
        words: NoteWords | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self._note, self._today = note, today
        self._shown: tuple[Noted, ...] = ()
        words = words or NoteWords(say("Ny anteckning"), say("Antecknat av"), say("Anteckna"))
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.form = InlineForm(
            "note",
            button(words.accept, "note-accept", self),
            self._store,
            self,
            Field("text", words.text, TEXT),
            (
                Field("day", say("Datum"), DAY_NEEDED, width=3),
                Field("author", words.author, width=5),
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

    def show_notes(self, notes: Sequence[Noted]) -> None:
        """Show the notes that there are."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        clear(self._list)
        for note in sorted(notes, key=lambda each: each.day, reverse=True):
            self._list.addWidget(self._line(note))

    def _line(self, note: Noted) -> QLabel:
        head = " · ".join(part for part in (day_in_text(note.day), note.author, note.place) if part)
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
