"""The panel Uppgifter: the meeting's head, its pre-meetings, footnotes and signatures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.swedish import clock, parse_date, short_date
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.model.time_entry import parse_clock
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.parts import FootnoteParts, PreMeetingParts, SignatureParts
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import ChoiceField, TextField, labelled
from hubra_desktop.ui.words import word
from hubra_desktop.work.commands import ChangeMeeting
from hubra_desktop.work.queries import Completions, persons

DATES = ("date", "notice_date")
CLOCKS = ("start", "end")


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
        self._people_known = False
        inside = QFrame(self)
        inside.setProperty("role", "panel")
        self._texts = self._make_texts(inside)
        self._choices = self._make_choices(inside)
        self._parts = (
            PreMeetingParts(desk, meeting, inside),
            FootnoteParts(desk, meeting, inside),
            SignatureParts(desk, meeting, inside),
        )
        self._lay_out(inside)
        self.setWidget(inside)
        meeting.shown.connect(self._show)
        meeting.committed.connect(self._show)
        desk.replaced.connect(self._forget_people)
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
            "chair_id": self.tr("Chair"),
            "secretary_id": self.tr("Secretary"),
        }
        choices = {}
        for name, label in labels.items():
            choice = ChoiceField(name, label, inside)
            choice.commit_by(self._choose)
            choices[name] = choice
        choices["kind"].offer([(word(each), each) for each in MeetingKind])
        choices["state"].offer(
            [(word(each), each) for each in MeetingState if each is not MeetingState.MOVED]
        )
        return choices

    def _lay_out(self, inside: QWidget) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        rows = (
            ("date", "start", "end", "place"),
            ("kind", "state", "chair_id", "secretary_id"),
            ("notice_place", "notice_date", "link", "note"),
        )
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget(self._labelled(name, inside), row, column)
        for column, stretch in enumerate((2, 2, 3, 3)):
            grid.setColumnStretch(column, stretch)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        whole.setSpacing(GRID)
        whole.addLayout(grid)
        for parts in self._parts:
            whole.addWidget(parts)

    def _labelled(self, name: str, inside: QWidget) -> QWidget:
        field: QLineEdit | ChoiceField = (
            self._texts[name] if name in self._texts else self._choices[name]
        )
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
        for choice in self._choices.values():
            choice.setEnabled(editable)
        for parts in self._parts:
            parts.set_editable(editable)

    def go_to(self, field: str) -> None:
        """Go to the field that a finding is about."""
        target: QWidget | None = self._texts.get(field) or self._choices.get(field)
        if field == "pre_meetings":
            target = self._parts[0].first_field()
        if target is not None:
            self.ensureWidgetVisible(target)
            target.setFocus()

    def flush(self) -> bool:
        """Commit what is typed here."""
        fields = [field.flush() for field in self._texts.values()]
        return all([*fields, *(parts.flush() for parts in self._parts)])

    def _forget_people(self) -> None:
        self._people_known = False

    def _know_people(self) -> None:
        with self._desk.read() as session:
            people = [(person.name, person.id) for person in persons(session)]
        choices: list[tuple[str, object]] = [(self.tr("Nobody"), None), *people]
        for name in ("chair_id", "secretary_id"):
            self._choices[name].offer(choices)

    def _show(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            return
        self._know_people()
        for name, field in self._texts.items():
            field.show_text(shown_text(sheet, name))
        for name, choice in self._choices.items():
            choice.show_value(getattr(sheet, name))

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
        if sheet is not None and getattr(sheet, field) != value:
            self._desk.run(ChangeMeeting(sheet.id, {field: value}))
            self._show()


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
            raise InputError("Skriv när sammanträdet börjar, till exempel 15.30.")
        return minutes
    return " ".join(text.split())
