"""What was noted of an activity as it went on: added, never rewritten."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.plan import FollowUpNote
from hubra_desktop.model.swedish import parse_date, short_date
from hubra_desktop.ui import settings
from hubra_desktop.ui.days import day_in_text
from hubra_desktop.ui.forms.entry import labelled
from hubra_desktop.ui.forms.inputs import TextArea
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.layouts import clear

AUTHOR = "plan/author"


class Notes(QWidget):
    """Shows the notes, the latest first; ``noted(date, text, author)`` asks for one more.

    Who notes is remembered until another name is written. What is wrong with a new
    note is said under it, and it stays until it has been stored.
    """

    noted = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self._shown: tuple[FollowUpNote, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.text = TextArea("note-text", say("Ny anteckning"), self)
        self.day = QLineEdit(self)
        self.day.setObjectName("note-day")
        self.day.setAccessibleName(say("Datum"))
        self.author = QLineEdit(self)
        self.author.setObjectName("note-author")
        self.author.setAccessibleName(say("Antecknat av"))
        self.refusal = QLabel(self)
        self.refusal.setProperty("role", "callout")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.accept = QPushButton(say("Anteckna"), self)
        self.accept.setObjectName("note-accept")
        self.accept.clicked.connect(self._send)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(labelled(self.day.accessibleName(), self.day, self), 2)
        below.addWidget(labelled(self.author.accessibleName(), self.author, self), 3)
        below.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._list)
        column.addWidget(labelled(self.text.accessibleName(), self.text, self))
        column.addLayout(below)
        column.addWidget(self.refusal)
        self.start_over()

    def start_over(self) -> None:
        """Begin a new note, of today."""
        self.text.show_text("")
        self.text.show_given()
        self.day.setText(short_date(date.today()))
        self.author.setText(settings.stored_text(AUTHOR))
        self.refuse("")

    @property
    def typed(self) -> bool:
        """Return whether a note stands here that has not been stored."""
        return bool(self.text.toPlainText().strip())

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
        said = escape(note.text).replace("\n", "<br>")
        label = QLabel(f"<b>{escape(head)}</b><br>{said}", self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setProperty("role", "note")
        return label

    def refuse(self, sentence: str) -> None:
        """Say why a note cannot be stored; "" takes it away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse new notes."""
        for field in (self.text, self.day, self.author):
            field.setReadOnly(not editable)
        self.accept.setEnabled(editable)

    def flush(self) -> bool:
        """Store a note that stands here; False when it is refused."""
        if self.typed and self.accept.isEnabled():
            self._send()
        return not (self.typed and self.accept.isEnabled())

    def mend(self) -> str:
        """Lead to what was refused of a new note; return its name."""
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.text.accessibleName()

    def _send(self) -> None:
        self.refuse("")
        try:
            day = parse_date(self.day.text(), near=date.today())
        except InputError as refusal:
            self.refuse(refusal.sentence)
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        settings.remember(AUTHOR, self.author.text().strip())
        self.noted.emit(day, self.text.toPlainText().strip(), self.author.text().strip())
