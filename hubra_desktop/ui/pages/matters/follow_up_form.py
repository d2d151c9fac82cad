"""The form of one follow-up: what, who, until when, how far, and what was reported."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.follow_up_rules import STATES_WITH_DAY, STATES_WITHOUT_DOING
from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import CHOICE, DAY, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.matters.backlog_form import Placing, coming_named
from hubra_desktop.ui.pages.matters.follow_up_rows import PICTURES, origin_text
from hubra_desktop.ui.pages.plan.notes import Noted, Notes, NoteWords
from hubra_desktop.ui.pages.plan.reasoned_form import ReasonedForm
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.commands.follow_ups import ReportFollowUp
from hubra_desktop.work.queries import MeetingRow
from hubra_desktop.work.queries.follow_ups import FollowUpRow, follow_targets
from hubra_desktop.work.queries.named_recipients import RecipientsByName


class FollowUpForm(ReasonedForm):
    """Edits one follow-up.

    ``origin_asked(kind, id)`` asks for the place where it was decided.
    """

    origin_asked = Signal(str, str)
    reasoned = STATES_WITHOUT_DOING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("follow-up-form", "", parent, desk=desk, change=FollowUp)
        self.setAccessibleName(say("Uppföljning"))
        self._actors: RecipientsByName | None = None
        self.row_of: Callable[[str], FollowUpRow | None] = lambda row_id: None
        self.meetings: Sequence[MeetingRow] = ()
        self.origin = WrappedLine("follow-up-origin", "", ("decision", "muted"), self.inside)
        self.origin.clicked.connect(self._lead)
        self.placing = Placing(self.inside)
        words = NoteWords(say("Ny rapport"), say("Rapporterat av"), say("Rapportera"))
        self.notes = Notes(self._report, desk.today, self.inside, words)
        self._build()
        for place, each in enumerate(FollowUpState):
            self.choices["state"].setItemIcon(place, icon(*PICTURES[each]))

    def _build(self) -> None:
        why = say("Skriv varför. Skälet följer med till rådet.")
        self.build(
            self.origin,
            Field("text", say("Vad som ska göras"), TEXT, least=3),
            Field("owner", say("Ansvarig"), hint=say("Person eller organ")),
            (
                Field("due", say("Klart senast"), DAY),
                Field("created_on", say("Beslutat"), DAY),
            ),
            (
                Field("state", say("Läge"), CHOICE, width=3, choices=terms_of(FollowUpState, word)),
                Field("done_on", say("Klart den"), DAY, width=2, shown=_has_day),
            ),
            Field("reason", say("Skäl"), TEXT, hint=why, shown=self.has_reason),
            say("Rapporteras på"),
            self.placing,
            say("Rapporter"),
            self.notes,
            say("Hör till"),
            Field("activity_id", say("Aktivitet"), CHOICE),
            Field("grant_id", say("Bidrag"), CHOICE),
            Field("case_number", say("Diarienummer")),
        )
        self.end()

    def near(self) -> date:
        return self.desk.today()

    def go_to(self, name: str) -> None:
        super().go_to("text" if name == "title" else name)

    def start_over(self) -> None:
        super().start_over()
        self._know()

    def _know(self) -> None:
        """Offer what the register knows, read anew for each follow-up that is opened."""
        with self.desk.read() as reader:
            self._actors = RecipientsByName(reader)
            activities, grants = follow_targets(reader, self.desk.today().year)
        complete(self.texts["owner"], self._actors.labels)
        nothing: tuple[str, object] = (say("Ingen"), None)
        self.choices["activity_id"].offer([nothing, *activities])
        self.choices["grant_id"].offer([(say("Inget"), None), *grants])

    def fill(self, record: Any) -> None:
        super().fill(record)
        self.entries["due"].say(_due_told(record))
        row = self.row_of(record.id)
        if row is None:
            return
        self.entries["owner"].show_value(row.owner)
        told = origin_text(row)
        self.origin.setText(told)
        self.origin.setAccessibleName(told)
        self.origin.setVisible(bool(told))
        self.notes.show_notes([_noted(row, each) for each in row.item.reports])
        self._show_placing(row)

    def _show_placing(self, row: FollowUpRow) -> None:
        waits = row.open and row.placed_day is None
        self.placing.show_standing(
            _standing_told(row, any_meeting=bool(self.meetings)),
            coming_named(self.meetings),
            waits=waits or (row.open and self._was_held(row)),
            placed=row.placed_day is not None,
            editable=self.editable,
        )

    def _was_held(self, row: FollowUpRow) -> bool:
        return row.placed_day is not None and row.placed_day < self.desk.today()

    def write(self, values: Mapping[str, object], edit: str) -> None:
        owner = self._owner(str(values["owner"])) if "owner" in values else {}
        super().write({**values, **owner}, edit)

    def _owner(self, words: str) -> dict[str, object]:
        """Return who has to act: somebody of the register, a body of it, or just a name."""
        if self._actors is None:
            return {}
        who = self._actors.named(words)
        return {"owner": who.name, "owner_id": who.person_id, "owner_body_id": who.body_id}

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        row = self.row_of(self.record.id) if self.record is not None else None
        if name == "owner" and row is not None and value == row.owner:
            self.entries[name].show_value(value)
        else:
            super().commit_field(name, value, edit)

    def _report(self, day: date, text: str, author: str) -> None:
        """Add a report, told at the meeting that it stood on the list to; the first one begins."""
        row = self.row_of(self.record.id)
        told = row is not None and row.placed_day is not None and row.placed_day <= day
        began = self.record.state is FollowUpState.NOT_STARTED
        self.desk.attempt_now(
            ReportFollowUp(
                self.record.id, day, text, author,
                row.placed_meeting_id if row is not None and told else None,
                FollowUpState.ONGOING if began else None,
            )
        )  # fmt: skip

    def _lead(self) -> None:
        row = self.row_of(self.record.id) if self.record is not None else None
        if row is not None and row.item.decision_id:
            self.origin_asked.emit("decision", row.item.decision_id)
        elif row is not None and row.item.item_id:
            self.origin_asked.emit("agenda_item", row.item.item_id)
        elif row is not None and row.meeting_id:
            self.origin_asked.emit("meeting", row.meeting_id)


def _has_day(follow_up: Any) -> bool:
    return follow_up.state in STATES_WITH_DAY


def _due_told(follow_up: Any) -> str:
    """Say that it should have been done before it was decided, which is a slip of the year."""
    due, created_on = follow_up.due, follow_up.created_on
    early = due is not None and created_on is not None and due < created_on
    return say("Det är före dagen för beslutet.") if early else ""


def _noted(row: FollowUpRow, report: Any) -> Noted:
    day = row.reported_days.get(report.id)
    place = say("på sammanträdet {day}", day=day_in_words(day)) if day else ""
    return Noted(report.day, report.author, report.text, place)


def _standing_told(row: FollowUpRow, *, any_meeting: bool) -> str:
    if row.placed_day:
        day = day_in_words(row.placed_day)
        return say("Står på listan till sammanträdet {day}.", day=day)
    if not row.open:
        return say("Den är avslutad och behöver inte tas upp.")
    if not any_meeting:
        return say("Det finns inget kommande sammanträde att lägga det på.")
    return ""
