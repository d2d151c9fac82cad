"""A form that stands in the page itself: entries, refusals at their places, two buttons.

Used where the place itself can ask, instead of a dialog over it. It keeps what is
typed until it is sent or left with Esc.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.entries import AmountEntry, Entry
from hubra_desktop.ui.widgets.marks import mark

Values = Mapping[str, object]
WIDTH = 330


class FormPanel(QFrame):
    """Subclasses call ``fill`` once and answer ``commit``, which raises InputError.

    A refusal with the name of an entry in its ``field`` is shown there, else at the
    entry named by ``blames``, else above the buttons. ``done(result)`` follows what
    ``commit`` returned, ``left`` Esc or Cancel.
    """

    done = Signal(object)
    left = Signal()
    blames = ""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self.entries: dict[str, Entry] = {}
        self._title = QLabel(self)
        self._title.setProperty("role", "lead")
        self._title.setWordWrap(True)
        self._close = QToolButton(self)
        self._close.setObjectName("form-close")
        self._close.setIcon(icon("close"))
        self._close.setAccessibleName(self.tr("Close the form"))
        self._close.setToolTip(self.tr("Close the form (Esc)"))
        self._close.clicked.connect(self.left)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID + 2)
        self.refusal = QLabel(self)
        self.refusal.setObjectName("form-refusal")
        self.refusal.setProperty("role", "callout")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.accept = QPushButton(self)
        self.accept.setObjectName("form-accept")
        self.accept.setProperty("role", "primary")
        self.accept.clicked.connect(self.send)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("form-cancel")
        self._cancel.clicked.connect(self.left)
        for button in (self.accept, self._cancel):
            button.setAutoDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget(self)
        inside.setProperty("role", "plain")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, GRID // 2, 0)
        rows.addLayout(self._column)
        rows.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._inside = inside
        self._below = QHBoxLayout()
        self._below.setSpacing(GRID)
        self._below.addWidget(self.accept)
        self._below.addWidget(self._cancel)
        self._below.addStretch(1)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, GRID + 4, GRID + 4, GRID + 4)
        whole.setSpacing(GRID + 2)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.refusal)
        whole.addLayout(self._below)

    def fill(
        self, title: str, accept: str, entries: Sequence[Entry | Sequence[Entry]], said: str = ""
    ) -> None:
        """Put in the entries, two beside each other where a pair is given."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.accept.setText(accept)
        if said:
            sentence = QLabel(said, self._inside)
            sentence.setProperty("role", "muted")
            sentence.setWordWrap(True)
            self._column.addWidget(sentence)
        for each in entries:
            self._put(each)
        # Some entries are made before the others: Tab follows what is seen.
        for before, after in pairwise(self.entries.values()):
            QWidget.setTabOrder(before.field, after.field)

    def _put(self, each: Entry | Sequence[Entry]) -> None:
        if isinstance(each, Entry):
            self.entries[each.name] = each
            self._column.addWidget(each)
            return
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for entry in each:
            self.entries[entry.name] = entry
            row.addWidget(entry, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def offer_removal(self, said: str, remove: Callable[[], object | None]) -> None:
        """Put a button beside the others that takes away what the form is about."""
        self._remove = remove
        button = QPushButton(said, self)
        button.setObjectName("form-remove")
        button.setProperty("role", "link")
        button.setAutoDefault(True)
        button.clicked.connect(self._take_away)
        self._whole.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _take_away(self) -> None:
        self.say("")
        try:
            result = self._remove()
        except InputError as refusal:
            self.say(refusal.sentence)
            return
        if result is not None:
            self.done.emit(result)

    def show_values(self, values: Values) -> None:
        """Show values in the entries they name."""
        for name, value in values.items():
            self.entries[name].show_value(value)

    def begin(self, name: str = "") -> None:
        """Put the focus in an entry, by default the first that can be written in."""
        open_ones = (e for e in self.entries.values() if e.field.focusPolicy() and e.isEnabled())
        entry = self.entries.get(name) or next(open_ones, None)
        (entry.field if entry else self.accept).setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self, values: Values) -> object:
        """Do what the form is for; raises InputError. None: it was not done, stay open."""
        raise NotImplementedError

    def values(self) -> dict[str, object] | None:
        """Return all that is entered, or None when something of it was refused or asked about."""
        read: dict[str, object] = {}
        wrong: list[Entry] = []
        for name, entry in self.entries.items():
            try:
                read[name] = entry.read()
            except InputError as refusal:
                entry.refuse(refusal.sentence)
                wrong.append(entry)
        if wrong:
            self._go_to(wrong[0])
            return None
        return read

    def send(self) -> None:
        """Commit the form; what is wrong is said where it was entered."""
        self.say("")
        for entry in self.entries.values():
            entry.refuse("")
        values = self.values()
        if values is None:
            return
        try:
            result = self.commit(values)
        except InputError as refusal:
            self.refuse(refusal.sentence, str(getattr(refusal, "field", "")))
            return
        if result is not None:
            self.done.emit(result)

    def refuse(self, sentence: str, field: str = "") -> None:
        """Say why the whole cannot be done, at the entry it is about if there is one."""
        entry = self.entries.get(field) or self.entries.get(self.blames)
        if entry is None or not entry.isVisible():
            self.say(sentence)
            return
        entry.refuse(sentence)
        self._go_to(entry)

    def say(self, sentence: str, *, caution: bool = False) -> None:
        """Say a refusal, or a caution, above the buttons; "" takes it away."""
        mark(self.refusal, "caution", caution)
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.refusal, sentence)

    def _go_to(self, entry: Entry) -> None:
        self._scroll.ensureWidgetVisible(entry)
        if isinstance(entry, AmountEntry) and not entry.line.settle() and entry.line.question:
            entry.refuse("")
            return
        entry.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter from a line, with Ctrl+Enter from anywhere; leave with Esc."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_text = isinstance(self.focusWidget(), QPlainTextEdit)
        if enter and (held or not in_text):
            self.send()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
