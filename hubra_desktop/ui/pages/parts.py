"""The short lists of a meeting's head: pre-meetings, footnotes and signature lines."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import Anchor
from hubra_desktop.model.time_entry import parse_clock
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.clearing import clear
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import ChoiceField, TextField
from hubra_desktop.ui.words import word
from hubra_desktop.work.commands import (
    AddFootnote,
    AddPreMeeting,
    AddSignature,
    ChangeFootnote,
    ChangePreMeeting,
    ChangeSignature,
    Command,
    RemoveFootnote,
    RemovePreMeeting,
    RemoveSignature,
)
from hubra_desktop.work.queries.known import Completions

Field = TextField | ChoiceField


class Parts(QWidget):
    """One short list: a line of fields for each row, a button to remove it and one to add.

    Lines are kept by the row's id, so that a line being typed in stays. Subclasses
    say which fields there are and which commands write them.
    """

    name: ClassVar[str]
    fields: ClassVar[tuple[str, ...]]
    stretches: ClassVar[tuple[int, ...]]

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"parts-{self.name}")
        self._desk = desk
        self._meeting = meeting
        self._lines: dict[str, list[Field]] = {}
        self._editable = True
        self._known = Completions()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        for column, stretch in enumerate(self.stretches):
            self._grid.setColumnStretch(column, stretch)
        self._add = QPushButton(icon("add", "accent"), self.adding(), self)
        self._add.setObjectName(f"add-{self.name}")
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self._make)
        self._lay_out()
        meeting.shown.connect(self._show)
        meeting.committed.connect(self._show)

    def _lay_out(self) -> None:
        heading = QLabel(self.heading(), self)
        heading.setProperty("role", "field")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addWidget(self._add)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(self._grid)

    def heading(self) -> str:
        """Return what the list is called."""
        raise NotImplementedError

    def adding(self) -> str:
        """Return the text of the button that adds a row."""
        raise NotImplementedError

    def labels(self) -> tuple[str, ...]:
        """Return the name of each field."""
        raise NotImplementedError

    def rows(self) -> tuple[Any, ...]:
        """Return the meeting's rows of this list."""
        raise NotImplementedError

    def add_command(self, meeting_id: str) -> Command:
        """Return the command that adds a row."""
        raise NotImplementedError

    def change_command(self, row_id: str, values: Mapping[str, object], edit: str) -> Command:
        """Return the command that changes a row."""
        raise NotImplementedError

    def remove_command(self, row_id: str) -> Command:
        """Return the command that removes a row."""
        raise NotImplementedError

    def shown(self, row: Any, field: str) -> str:
        """Return a row's value as its field shows it."""
        return str(getattr(row, field) or "")

    def read(self, field: str, text: str) -> object:
        """Read what was typed in a field; raises InputError."""
        return " ".join(text.split())

    def make_field(self, field: str, label: str) -> Field:
        """Return a new field for a line."""
        return TextField(field, label, self)

    def offer(self, known: Completions) -> None:
        """Complete these words while something is typed."""
        self._known = known

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self._add.setEnabled(editable)
        for line in self._lines.values():
            for field in line:
                field.setEnabled(editable)

    def flush(self) -> bool:
        """Commit what is typed here."""
        fields = [f for line in list(self._lines.values()) for f in line]
        committed = [field.flush() for field in fields if isinstance(field, TextField)]
        return all(committed)

    def first_field(self) -> QWidget:
        """Return where the list begins."""
        lines = list(self._lines.values())
        return lines[0][0] if lines else self._add

    def _show(self) -> None:
        rows = {row.id: row for row in self.rows()} if self._meeting.sheet else {}
        if list(rows) != list(self._lines):
            self._rebuild(list(rows))
        for row_id, row in rows.items():
            for field in self._lines[row_id]:
                self.fill(field, row)

    def fill(self, field: Field, row: Any) -> None:
        """Show a row's value in a field."""
        if isinstance(field, TextField):
            field.show_text(self.shown(row, field.field))
        else:
            field.show_value(getattr(row, field.field))

    def _rebuild(self, row_ids: list[str]) -> None:
        clear(self._grid)
        self._lines = {row_id: self._line(place, row_id) for place, row_id in enumerate(row_ids)}

    def _line(self, place: int, row_id: str) -> list[Field]:
        line = []
        for column, (name, label) in enumerate(zip(self.fields, self.labels(), strict=True)):
            field = self.make_field(name, label)
            field.setProperty("row-id", row_id)
            field.setObjectName(f"{self.name}-{place}-{name}")
            field.setEnabled(self._editable)
            self._wire(field)
            self._grid.addWidget(field, place, column)
            line.append(field)
        remove = QToolButton(self)
        remove.setObjectName(f"{self.name}-{place}-remove")
        remove.setIcon(icon("close", "muted"))
        remove.setAccessibleName(self.tr("Remove"))
        remove.setToolTip(self.tr("Remove"))
        remove.setProperty("row-id", row_id)
        remove.setEnabled(self._editable)
        remove.clicked.connect(self._remove)
        self._grid.addWidget(remove, place, len(self.fields), Qt.AlignmentFlag.AlignRight)
        return line

    def _wire(self, field: Field) -> None:
        if isinstance(field, TextField):
            field.commit_by(_RowWriter(self, str(field.property("row-id"))).write)
        else:
            field.commit_by(_RowWriter(self, str(field.property("row-id"))).choose)

    def write(self, row_id: str, field: str, value: object, edit: str) -> None:
        """Write a field of a row; raises InputError."""
        row = next((row for row in self.rows() if row.id == row_id), None)
        if row is not None and getattr(row, field) != value:
            self._desk.attempt_now(self.change_command(row_id, {field: value}, edit))

    def choose(self, row_id: str, values: Mapping[str, object]) -> None:
        """Write what was chosen in a line; a refusal goes to the message bar."""
        self._desk.run(self.change_command(row_id, values, ""))

    def _make(self) -> None:
        if self._meeting.sheet is None:
            return
        changes = self._desk.run(self.add_command(self._meeting.sheet.id))
        if changes is not None and changes.created in self._lines:
            self._lines[changes.created][0].setFocus()

    def _remove(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self._desk.run(self.remove_command(str(button.property("row-id"))))


class _RowWriter:
    """Writes the fields of one line for a list; the line's fields keep it alive."""

    def __init__(self, parts: Parts, row_id: str) -> None:
        self._parts = parts
        self._row_id = row_id

    def write(self, field: str, text: str, edit: str) -> None:
        """Write what was typed; raises InputError."""
        self._parts.write(self._row_id, field, self._parts.read(field, text), edit)

    def choose(self, field: str, value: object) -> None:
        """Write what was chosen."""
        values = value if isinstance(value, tuple) else None
        if values is None:
            self._parts.choose(self._row_id, {field: value})
        else:
            self._parts.choose(self._row_id, {"anchor": values[0], "item_id": values[1]})


class PreMeetingParts(Parts):
    """Groups that meet before the meeting; printed as footnotes to the time."""

    name = "pre-meeting"
    fields = ("group", "start", "place")
    stretches = (4, 2, 4)

    def heading(self) -> str:
        return self.tr("Pre-meetings")

    def adding(self) -> str:
        return self.tr("Add pre-meeting")

    def labels(self) -> tuple[str, ...]:
        return (self.tr("Group"), self.tr("Starts"), self.tr("Place"))

    def rows(self) -> tuple[Any, ...]:
        return () if self._meeting.sheet is None else self._meeting.sheet.pre_meetings

    def shown(self, row: Any, field: str) -> str:
        if field == "start":
            return "" if row.start is None else clock(row.start)
        return super().shown(row, field)

    def read(self, field: str, text: str) -> object:
        return parse_clock(text) if field == "start" else super().read(field, text)

    def make_field(self, field: str, label: str) -> Field:
        made = TextField(field, label, self, whole=field == "start")
        made.setPlaceholderText(label)
        if field != "start":
            complete(made, self._known.groups if field == "group" else self._known.places)
        return made

    def add_command(self, meeting_id: str) -> Command:
        return AddPreMeeting(meeting_id, {})

    def change_command(self, row_id: str, values: Mapping[str, object], edit: str) -> Command:
        return ChangePreMeeting(row_id, values, edit)

    def remove_command(self, row_id: str) -> Command:
        return RemovePreMeeting(row_id)


class FootnoteParts(Parts):
    """Footnotes, each tied to the time, the place or a row."""

    name = "footnote"
    fields = ("anchor", "text")
    stretches = (3, 7)

    def heading(self) -> str:
        return self.tr("Footnotes")

    def adding(self) -> str:
        return self.tr("Add footnote")

    def labels(self) -> tuple[str, ...]:
        return (self.tr("Stands beside"), self.tr("Text"))

    def rows(self) -> tuple[Any, ...]:
        return () if self._meeting.sheet is None else self._meeting.sheet.footnotes

    def make_field(self, field: str, label: str) -> Field:
        if field == "anchor":
            return ChoiceField(field, label, self)
        made = TextField(field, label, self)
        made.setPlaceholderText(label)
        return made

    def fill(self, field: Field, row: Any) -> None:
        if isinstance(field, ChoiceField):
            field.offer(self._anchors())
            field.show_value((row.anchor, row.item_id))
        else:
            super().fill(field, row)

    def _anchors(self) -> list[tuple[str, object]]:
        anchors: list[tuple[str, object]] = [
            (word(anchor), (anchor, None)) for anchor in (Anchor.TIME, Anchor.PLACE)
        ]
        sheet = self._meeting.sheet
        if sheet is not None:
            numbers = printed_numbers(sheet.items, self._meeting.style.sub_numbers)
            anchors += [
                (f"{numbers.get(item.id, '')} {item.title}".strip(), (Anchor.ITEM, item.id))
                for item in sheet.items
            ]
        return anchors

    def add_command(self, meeting_id: str) -> Command:
        return AddFootnote(meeting_id, {"anchor": Anchor.TIME})

    def change_command(self, row_id: str, values: Mapping[str, object], edit: str) -> Command:
        return ChangeFootnote(row_id, values, edit)

    def remove_command(self, row_id: str) -> Command:
        return RemoveFootnote(row_id)


class SignatureParts(Parts):
    """Who signs the kallelse, and as what."""

    name = "signature"
    fields = ("name", "role")
    stretches = (5, 5)

    def heading(self) -> str:
        return self.tr("Signatures")

    def adding(self) -> str:
        return self.tr("Add signature")

    def labels(self) -> tuple[str, ...]:
        return (self.tr("Name"), self.tr("Role"))

    def rows(self) -> tuple[Any, ...]:
        return () if self._meeting.sheet is None else self._meeting.sheet.signatures

    def make_field(self, field: str, label: str) -> Field:
        made = TextField(field, label, self)
        made.setPlaceholderText(label)
        if field == "name":
            complete(made, [person.name for person in self._known.people])
        return made

    def add_command(self, meeting_id: str) -> Command:
        return AddSignature(meeting_id, {})

    def change_command(self, row_id: str, values: Mapping[str, object], edit: str) -> Command:
        return ChangeSignature(row_id, values, edit)

    def remove_command(self, row_id: str) -> Command:
        return RemoveSignature(row_id)
