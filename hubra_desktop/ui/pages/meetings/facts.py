"""The panel Uppgifter: the meeting's head, its pre-meetings, footnotes and signatures."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import Footnote, Meeting, PreMeeting, Signature
from hubra_desktop.model.terms import Anchor, MeetingKind, MeetingState, Role
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.choices import meeting_choices
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import (
    CHOICE,
    CLOCK,
    DAY,
    DAY_NEEDED,
    LINK,
    NAME,
    terms_of,
)
from hubra_desktop.ui.forms.entry import Field, Named
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.pages.meetings.dispatch.calling import Calling
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.commands.appointments import AppointOfficer
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries import meetings_of, years
from hubra_desktop.work.queries.known import Completions
from hubra_desktop.work.queries.people import persons

ROLES = {"chair_id": Role.CHAIR, "secretary_id": Role.SECRETARY}


class FactsPanel(Form):
    """Edits the head of the open meeting in place.

    A meeting that becomes moved asks for the meeting that took its place, in a field
    of its own that is shown only then.
    """

    def __init__(
        self,
        desk: Desk,
        meeting: OpenMeeting,
        calling: Calling,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("facts", "", parent, desk=desk, change=Meeting)
        self.setAccessibleName(say("Uppgifter om sammanträdet"))
        self._meeting = meeting
        self._calling = calling
        self._asking = False
        self.inside.setProperty("role", "panel")
        self._build_head()
        self.build(self._pre_meetings(), self._footnotes(), self._signatures())
        self.end()
        meeting.shown.connect(self._start_over)
        meeting.committed.connect(self._show)

    def _build_head(self) -> None:
        which = say("Välj det sammanträde som tar dess plats")
        nobody = say("Ingen vald")
        states = terms_of(MeetingState, word)
        self.build(
            (
                Field("date", say("Datum"), DAY_NEEDED, width=2),
                Field("start", say("Börjar"), CLOCK, width=2, hint=say("Inte satt")),
                Field("end", say("Planerat slut"), CLOCK, width=3, hint=say("Inte satt")),
                Field("place", say("Plats"), width=3),
            ),
            (
                Field("kind", say("Slag"), CHOICE, width=2, choices=terms_of(MeetingKind, word)),
                Field("state", say("Läge"), CHOICE, width=2, choices=states),
                Field("chair_id", say("Ordförande"), NAME, width=3, hint=nobody),
                Field("secretary_id", say("Sekreterare"), NAME, width=3, hint=nobody),
            ),
            Field(
                "moved_to", say("Flyttat till sammanträdet"), CHOICE, hint=which, shown=self._moves
            ),
            (
                Field("notice_place", say("Kallelsens ort"), width=2),
                Field("notice_date", say("Kallelsens datum"), DAY, width=2),
                Field("link", say("Länk till digitalt möte"), LINK, width=3),
                Field("note", say("Upplysning i kallelsen"), width=3),
            ),
        )

    def _pre_meetings(self) -> Parts:
        """Return the groups that meet before; printed as footnotes to the time."""
        return Parts(
            "pre-meeting",
            "pre_meetings",
            say("Förmöten"),
            say("Lägg till förmöte"),
            (
                Field("group", say("Grupp"), width=4),
                Field("start", say("Börjar"), CLOCK, width=2),
                Field("place", say("Plats"), width=4),
            ),
            PreMeeting,
        )

    def _footnotes(self) -> Parts:
        """Return the footnotes, each tied to the time, the place or a row."""
        return Parts(
            "footnote",
            "footnotes",
            say("Fotnoter"),
            say("Lägg till fotnot"),
            (
                Field("anchor", say("Står vid"), CHOICE, width=3),
                Field("text", say("Text"), width=7),
            ),
            Footnote,
            first=lambda: {"anchor": Anchor.TIME},
            held=_held,
            written=_with_anchor,
        )

    def _signatures(self) -> Parts:
        """Return who signs the kallelse, and as what."""
        return Parts(
            "signature",
            "signatures",
            say("Underskrifter"),
            say("Lägg till underskrift"),
            (Field("name", say("Namn")), Field("role", say("Roll"))),
            Signature,
        )

    def near(self) -> date:
        return self.record.date if self.record is not None else self.desk.today()

    def offer(self, known: Completions) -> None:
        """Complete these words while something is typed."""
        pre_meetings, _, signatures = self.lists
        complete(self.texts["place"], known.places)
        pre_meetings.offer("group", known.groups)
        pre_meetings.offer("place", known.places)
        signatures.offer("name", [person.name for person in known.people])

    def _start_over(self) -> None:
        self._asking = False
        if self._meeting.sheet is None or self._meeting.sheet != self.record:
            self.let_go()
        self._show()

    def _show(self) -> None:
        if self._meeting.sheet is not None:
            self.show_record(self._meeting.sheet)

    def fill(self, record: Any) -> None:
        """Show the meeting; "moved" asks in place for the meeting that takes its place."""
        with self.desk.read() as reader:
            people = [(person.label, person.id) for person in persons(reader)]
        for name in ROLES:
            self.entries[name].field.offer(people)
        if self._moves(record):
            self.choices["moved_to"].offer(self._others(record))
        self.lists[1].choices["anchor"] = self._anchors(record)
        super().fill(record)
        if self._asking:
            self.choices["state"].show_value(MeetingState.MOVED)

    def _moves(self, sheet: Meeting) -> bool:
        return self._asking or sheet.state is MeetingState.MOVED

    def _anchors(self, sheet: Meeting) -> list[tuple[str, object]]:
        numbers = printed_numbers(sheet.items, self._meeting.style.sub_numbers)
        whole = [(word(anchor), (anchor, None)) for anchor in (Anchor.TIME, Anchor.PLACE)]
        items = [
            (f"{numbers.get(item.id, '')} {item.title}".strip(), (Anchor.ITEM, item.id))
            for item in sheet.items
        ]
        return [*whole, *items]

    def _others(self, sheet: Meeting) -> list[tuple[str, object]]:
        """Return the other meetings of the same body."""
        with self.desk.read() as reader:
            found = [row.year for row in years(reader)]
            offered = meeting_choices(reader, found)
            rows = [row for year in found for row in meetings_of(reader, year)]
        same = {row.id for row in rows if row.body == sheet.body} - {sheet.id}
        return [(text, meeting_id) for text, meeting_id in offered if meeting_id in same]

    def draft(self, name: str, value: Any) -> None:
        self._meeting.type_head(**{name: value})

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        if self.record is None:
            return
        if isinstance(value, Named):
            self._appoint(name, value)
        elif value is MeetingState.MOVED:
            self._ask_where(self.record)
        elif value is MeetingState.CALLED and self.record.state is not value:
            self._calling.ask("call", partial(self._enter_state, value))
            self._show()
        elif name in ("state", "moved_to"):
            self._asking = False
            moved = {"state": MeetingState.MOVED} if name == "moved_to" else {}
            values = {name: value, **moved}
            if any(getattr(self.record, each) != chosen for each, chosen in values.items()):
                self.write(values, edit)
            self._show()
        else:
            if value == getattr(self.record, name):
                self._meeting.forget_typing()
            super().commit_field(name, value, edit)

    def _enter_state(self, state: MeetingState) -> None:
        self._asking = False
        self.desk.run(Change(Meeting, self.record.id, {"state": state}))

    def put_back(self, name: str) -> None:
        self._asking = False
        super().put_back(name)

    def _ask_where(self, sheet: Meeting) -> None:
        """Ask which meeting takes this one's place; nothing is written before that."""
        self._asking = bool(self._others(sheet))
        if not self._asking:
            told = say(
                "Det finns inget annat sammanträde att flytta det till. Skapa det nya "
                "sammanträdet först."
            )
            self.desk.messages.warn(told, "new-meeting")
        self._show()
        if self._asking:
            self.go_to("moved_to")

    def _appoint(self, name: str, named: Named) -> None:
        held = getattr(self.record, name)
        if (named.name or held is not None) and (named.id is None or named.id != held):
            appoint = AppointOfficer(self.record.id, ROLES[name], named.id, named.name)
            self.desk.attempt_now(appoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Esc a move that has no meeting yet."""
        if event.key() == Qt.Key.Key_Escape and self._asking:
            self._asking = False
            self._show()
            self.go_to("state")
            return
        super().keyPressEvent(event)


def _with_anchor(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is written of a footnote: where it stands is an anchor and maybe a row."""
    if "anchor" not in values:
        return values
    anchor, item_id = values["anchor"]
    return {"anchor": anchor, "item_id": item_id}


def _held(row: Any, field: str) -> Any:
    return (row.anchor, row.item_id) if field == "anchor" else getattr(row, field)
