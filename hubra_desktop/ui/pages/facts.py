"""The panel Uppgifter: the meeting's head, its pre-meetings, footnotes and signatures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.swedish import clock, parse_date, short_date
from hubra_desktop.model.terms import MeetingKind, MeetingState, Role
from hubra_desktop.model.time_entry import parse_clock
from hubra_desktop.ui.days import weekday_in_text
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.parts import FootnoteParts, PreMeetingParts, SignatureParts
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import ChoiceField, TextField, labelled
from hubra_desktop.ui.widgets.name_field import NameField
from hubra_desktop.ui.words import word
from hubra_desktop.work.commands import AppointOfficer, ChangeMeeting
from hubra_desktop.work.queries import meetings_of, years
from hubra_desktop.work.queries.known import Completions
from hubra_desktop.work.queries.people import persons

DATES = ("date", "notice_date")
CLOCKS = ("start", "end")
PARTS = ("pre_meetings", "footnotes", "signatures")
ROLES = {"chair_id": Role.CHAIR, "secretary_id": Role.SECRETARY}


class FactsPanel(QScrollArea):
    """Edits the head of the open meeting in place.

    A meeting that becomes moved asks for the meeting that took its place, in a field
    of its own that is shown only then.
    """

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self.setAccessibleName(self.tr("Meeting facts"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._meeting = meeting
        self._asking = False
        inside = QFrame(self)
        inside.setProperty("role", "panel")
        self._texts = self._make_texts(inside)
        self._choices = self._make_choices(inside)
        self._officers = self._make_officers(inside)
        self._parts = (
            PreMeetingParts(desk, meeting, inside),
            FootnoteParts(desk, meeting, inside),
            SignatureParts(desk, meeting, inside),
        )
        self._lay_out(inside)
        self.setWidget(inside)
        meeting.shown.connect(self._start_over)
        meeting.committed.connect(self._show)
        desk.hold(self)

    def _make_texts(self, inside: QWidget) -> dict[str, TextField]:
        labels = {
            "date": self.tr("Date"),
            "start": self.tr("Starts"),
            "end": self.tr("Planned end"),
            "place": self.tr("Place"),
            "link": self.tr("Link to digital meeting"),
            "notice_place": self.tr("Notice: place"),
            "notice_date": self.tr("Notice: date"),
            "note": self.tr("Note in print"),
        }
        fields = {}
        for name, label in labels.items():
            field = TextField(name, label, inside, whole=name in DATES + CLOCKS)
            field.commit_by(self._enter, self._type)
            fields[name] = field
        fields["end"].setPlaceholderText(self.tr("Not set"))
        return fields

    def _make_choices(self, inside: QWidget) -> dict[str, ChoiceField]:
        labels = {
            "kind": self.tr("Kind"),
            "state": self.tr("State"),
            "moved_to": self.tr("Moved to the meeting"),
        }
        choices = {name: ChoiceField(name, label, inside) for name, label in labels.items()}
        for choice in choices.values():
            choice.commit_by(self._choose)
        choices["kind"].offer([(word(each), each) for each in MeetingKind])
        choices["state"].offer([(word(each), each) for each in MeetingState])
        choices["moved_to"].setPlaceholderText(self.tr("Choose the meeting that takes its place"))
        return choices

    def _make_officers(self, inside: QWidget) -> dict[str, NameField]:
        labels = {"chair_id": self.tr("Chair"), "secretary_id": self.tr("Secretary")}
        officers = {}
        for name, label in labels.items():
            officers[name] = NameField(name, label, self.tr("Nobody"), inside)
            officers[name].commit_by(self._appoint)
        return officers

    def _lay_out(self, inside: QWidget) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        rows = (
            ("date", "start", "end", "place"),
            ("kind", "state", "chair_id", "secretary_id"),
            (),
            ("notice_place", "notice_date", "link", "note"),
        )
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget(self._labelled(name, inside), row, column)
        self._moved = self._labelled("moved_to", inside)
        grid.addWidget(self._moved, 2, 0, 1, len(rows[0]))
        for column, stretch in enumerate((2, 2, 3, 3)):
            grid.setColumnStretch(column, stretch)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        whole.setSpacing(GRID)
        whole.addLayout(grid)
        for parts in self._parts:
            whole.addWidget(parts)

    def _labelled(self, name: str, inside: QWidget) -> QWidget:
        fields: dict[str, QLineEdit | QComboBox] = {
            **self._texts,
            **self._choices,
            **self._officers,
        }
        field = fields[name]
        return labelled(field.accessibleName(), field, inside)

    def offer(self, known: Completions) -> None:
        """Complete these words while something is typed."""
        complete(self._texts["place"], known.places)
        for parts in self._parts:
            parts.offer(known)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for field in self._texts.values():
            field.setReadOnly(not editable)
        for choice in (*self._choices.values(), *self._officers.values()):
            choice.setEnabled(editable)
        for parts in self._parts:
            parts.set_editable(editable)

    def go_to(self, field: str) -> None:
        """Go to the field that a finding is about."""
        fields: dict[str, QWidget] = {**self._texts, **self._choices, **self._officers}
        target = fields.get(field)
        if field in PARTS:
            target = self._parts[PARTS.index(field)].first_field()
        if target is not None:
            self.ensureWidgetVisible(target)
            target.setFocus()

    def flush(self) -> bool:
        """Commit what is typed here."""
        fields = [field.flush() for field in self._texts.values()]
        officers = [officer.flush() for officer in self._officers.values()]
        return all([*fields, *officers, *(parts.flush() for parts in self._parts)])

    def _start_over(self) -> None:
        self._asking = False
        self._show()

    def _show(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            return
        with self._desk.read() as reader:
            people = [(person.name, person.id) for person in persons(reader)]
        for name, field in self._texts.items():
            field.show_text(shown_text(sheet, name))
        for name, officer in self._officers.items():
            officer.offer(people)
            officer.show_value(getattr(sheet, name))
        self._choices["kind"].show_value(sheet.kind)
        self._show_state(sheet)

    def _show_state(self, sheet: MeetingSheet) -> None:
        """Show the state; "moved" asks in place for the meeting that takes its place."""
        moved = self._asking or sheet.state is MeetingState.MOVED
        self._choices["state"].show_value(MeetingState.MOVED if moved else sheet.state)
        if moved:
            self._choices["moved_to"].offer(self._others(sheet))
            self._choices["moved_to"].show_value(sheet.moved_to)
        self._moved.setVisible(moved)

    def _others(self, sheet: MeetingSheet) -> list[tuple[str, object]]:
        with self._desk.read() as reader:
            rows = [row for year in years(reader) for row in meetings_of(reader, year.year)]
        return [
            (" · ".join(part for part in (weekday_in_text(row.date), row.place) if part), row.id)
            for row in rows
            if row.id != sheet.id
        ]

    def _enter(self, field: str, text: str, edit: str) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            return
        value = read_value(sheet, field, text)
        if value == getattr(sheet, field):
            self._texts[field].show_text(shown_text(sheet, field))
            self._meeting.forget_typing()
            return
        self._desk.attempt_now(ChangeMeeting(sheet.id, {field: value}, edit))

    def _type(self, field: str, text: str) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            return
        try:
            self._meeting.type_head(**{field: read_value(sheet, field, text)})
        except InputError:
            return

    def _choose(self, field: str, value: object) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            return
        if value is MeetingState.MOVED:
            self._ask_where(sheet)
            return
        self._asking = False
        values = {field: value}
        if field == "moved_to":
            values["state"] = MeetingState.MOVED
        if any(getattr(sheet, name) != chosen for name, chosen in values.items()):
            self._desk.run(ChangeMeeting(sheet.id, values))
        self._show()

    def _ask_where(self, sheet: MeetingSheet) -> None:
        """Ask which meeting takes this one's place; nothing is written before that."""
        self._asking = bool(self._others(sheet))
        if not self._asking:
            told = self.tr("There is no other meeting to move it to. Make the new meeting first.")
            self._desk.messages.warn(told, "new-meeting")
        self._show_state(sheet)
        if self._asking:
            self._choices["moved_to"].setFocus()

    def _appoint(self, field: str, person_id: str | None, name: str) -> None:
        sheet = self._meeting.sheet
        if sheet is None or (not name and getattr(sheet, field) is None):
            return
        if person_id is None or person_id != getattr(sheet, field):
            self._desk.attempt_now(AppointOfficer(sheet.id, ROLES[field], person_id, name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Esc a move that has no meeting yet."""
        if event.key() == Qt.Key.Key_Escape and self._asking:
            self._asking = False
            self._show()
            self._choices["state"].setFocus()
            return
        super().keyPressEvent(event)


def shown_text(sheet: MeetingSheet, field: str) -> str:
    """Return a value of the head as its field shows it."""
    value = getattr(sheet, field)
    if value is None:
        return ""
    if field in DATES:
        return short_date(value)
    return clock(value) if field in CLOCKS else str(value)


def read_value(sheet: MeetingSheet, field: str, text: str) -> object:
    """Read what was typed in a field of the head; raises InputError."""
    if field in DATES:
        if field == "notice_date" and not text.strip():
            return None
        return parse_date(text, near=sheet.date)
    if field in CLOCKS:
        minutes = parse_clock(text)
        if minutes is None and field == "start":
            raise InputError(
                say(
                    "Skriv när sammanträdet börjar, till exempel 15.30.",
                    "Type when the meeting starts, such as 15.30.",
                )
            )
        return minutes
    return " ".join(text.split())
