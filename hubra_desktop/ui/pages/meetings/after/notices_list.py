"""Beslutet delges: who is told of each decision, how, and whether it has been done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.told_of import NoticeState
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, DAY_TO_COME, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.meetings.after.decision_lists import (
    DecisionLine,
    DecisionList,
    ListWords,
    decision_columns,
)
from hubra_desktop.ui.pages.meetings.after.extract_hands import ExtractHands
from hubra_desktop.ui.pages.meetings.after.recipient_form import RecipientForm
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.button_grid import ButtonGrid
from hubra_desktop.ui.widgets.usable import let_use
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.after_meeting import AfterMeeting, NoticeRow
from hubra_desktop.work.queries.named_recipients import NamedRecipient

Line = DecisionLine[NoticeRow]
PICTURES = {
    NoticeState.WAITING: ("clock", "accent"),
    NoticeState.LATE: ("warning", "warning"),
    NoticeState.SENT: ("check", "muted"),
    NoticeState.RECEIVED: ("check", "success"),
}


class NoticeForm(RecipientForm):
    """Edits somebody who is told of a decision."""

    def __init__(self, desk: Desk, meeting: OpenMeeting) -> None:
        super().__init__("notice-form", say("Mottagare"), desk, meeting, change=DecisionNotice)
        self.build(
            Field("name", say("Till"), hint=say("organ, förening eller person")),
            (
                Field("way", say("Sätt"), CHOICE, choices=terms_of(DeliveryWay, word)),
                Field("due", say("Senast"), DAY_TO_COME),
            ),
            Field("address", say("Adress"), TEXT),
            Field(
                "anonymous",
                say("Utan namn"),
                FLAG,
                tip=say("Utdraget nämner ingen som beslutade eller deltog, när hot kan befaras"),
            ),
            (
                Field("sent", say("Skickat"), DAY),
                Field("acknowledged", say("Mottaget"), DAY),
            ),
            Field("note", say("Anteckning")),
        )
        self.end()

    def named(self, one: NamedRecipient) -> Mapping[str, Any]:
        """Return who is named, and how they are reached where nothing else is written yet."""
        values: dict[str, Any] = {
            "name": one.name, "person_id": one.person_id, "body_id": one.body_id,
        }  # fmt: skip
        if one.address and not self.record.address.strip():
            values |= {"address": one.address, "way": one.way}
        return values


class NoticesList(DecisionList):
    """The checklist."""

    record_type = DecisionNotice
    kind = "decision_notice"
    adding_name = "notice-new"

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        form = NoticeForm(desk, meeting)
        says = ListWords(say("Beslutet delges"), say("Ny mottagare"))
        super().__init__(desk, meeting, actions, form, says, _columns(), parent)
        self.hands = ExtractHands(desk, self)
        self.look = self._button(say("Visa utdraget"), "notice-look", self._look)
        self.issue = self._button(say("Skicka utdraget"), "notice-issue", self._issue)
        self.draft = self._button(say("Mejlutkast…"), "notice-draft", self._save_draft)
        self.mark = self._button(say("Markera som skickat"), "notice-sent", self._mark_sent)
        self.listing = self._button(say("Lista som PDF…"), "notice-list", self._save_list)
        self.tools = (self.new, self.listing)
        deeds = ButtonGrid("notice-deeds", 4, self)
        deeds.show_buttons((self.look, self.issue, self.draft, self.mark))
        self.stand_over(deeds)

    def _button(self, text: str, name: str, do: Callable[[], object]) -> QPushButton:
        made = build.button(text, name, self, do)
        made.setAutoDefault(True)
        return made

    def record_in(self, part: Any) -> Any:
        return part.notice

    def parts_of(self, after: AfterMeeting) -> Sequence[NoticeRow]:
        return after.notices

    def summed(self, after: AfterMeeting) -> str:
        if not after.notices:
            return say("Ingen mottagare än. Välj ett beslut och lägg till vem som ska få det.")
        waits = len(after.untold)
        told = say_count("{n} mottagare", "{n} mottagare", len(after.notices))
        if not waits:
            return f"{told} · {say('alla har fått beslutet')}"
        return f"{told} · " + say_count("{n} väntar", "{n} väntar", waits)

    def begun(self, line: Line) -> dict[str, Any]:
        """Begin with the day that the decision's other recipients have."""
        days = [each.due for each in line.place.decision.notices if each.due]
        return {"due": days[-1]} if days else {}

    def _mark_sent(self) -> None:
        """Mark the chosen recipient as told today, or take the mark away."""
        line = self.current
        if line is not None and line.part is not None and self._desk.flush_or_say():
            notice = line.part.notice
            day = None if notice.sent is not None else self._desk.today()
            self._desk.run(Change(DecisionNotice, notice.id, {"sent": day}))

    @property
    def chosen_notice(self) -> NoticeRow | None:
        """Return who is chosen, None on the row of a decision without anybody."""
        line = self.current
        return None if line is None else line.part

    def _look(self) -> None:
        row = self.chosen_notice
        if row is not None and self._desk.flush_or_say():
            self.hands.look_at(row)

    def _issue(self) -> None:
        """Keep the extract as it goes out today, and lead to how it is sent."""
        row = self.chosen_notice
        if row is None or not self._desk.flush_or_say():
            return
        fresh = self.chosen_notice
        if fresh is None or not self.hands.issue(fresh):
            return
        by_mail = fresh.notice.way is DeliveryWay.EMAIL
        how = say("Spara nu mejlutkastet.") if by_mail else say("Skriv nu ut det.")
        kept = say("Utdraget till {name} är utfärdat och sparat.", name=fresh.notice.name)
        self._desk.messages.tell(f"{kept} {how}")
        heir = self.draft if by_mail else self.look
        # After the dialog of the work has given the focus back.
        QTimer.singleShot(0, heir, partial(heir.setFocus, Qt.FocusReason.OtherFocusReason))

    def _save_draft(self) -> None:
        row = self.chosen_notice
        if row is not None and row.notice.issued_id and self._desk.flush_or_say():
            self.hands.save_draft(row.notice.issued_id)

    def _save_list(self) -> None:
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.flush_or_say():
            self.hands.save_list(sheet.id)

    def stop(self) -> None:
        """End what is made beside the window."""
        self.hands.stop()

    def fitted(self) -> None:
        row = self.chosen_notice
        sent = row is not None and row.notice.sent is not None
        issued = row is not None and row.notice.issued_id is not None
        self.look.setEnabled(row is not None)
        self.issue.setEnabled(self._editable and row is not None)
        self.issue.setText(say("Skicka på nytt") if issued else say("Skicka utdraget"))
        let_use(self.draft, "" if issued else say("Skicka utdraget först."))
        self.mark.setEnabled(self._editable and row is not None)
        self.mark.setText(say("Ta bort markeringen") if sent else say("Markera som skickat"))
        some = self.after is not None and bool(self.after.notices)
        let_use(self.listing, "" if some else say("Ingen mottagare än."))


def _columns() -> tuple[ColumnOf[Line], ...]:
    return (
        *decision_columns(),
        ColumnOf(say("Till"), _to),
        ColumnOf(say("Sätt"), lambda line: _of(line, _way), 100, needs=780),
        ColumnOf(say("Senast"), lambda line: _of(line, lambda row: _day(row.notice.due)), 100),
        ColumnOf(
            say("Skickat"),
            lambda line: _of(line, lambda row: _day(row.notice.sent)),
            100,
            needs=740,
        ),
        ColumnOf(
            say("Läge"),
            lambda line: _of(line, lambda row: capitalised(word(row.state))),
            120,
            picture=lambda line: PICTURES[line.part.state] if line.part else None,
        ),
    )


def _to(line: Line) -> str:
    if line.part is None:
        return say("Ingen mottagare")
    return line.part.notice.name or say("(mottagaren saknas)")


def _of(line: Line, told: Any) -> str:
    return "" if line.part is None else str(told(line.part))


def _way(row: NoticeRow) -> str:
    return capitalised(word(row.notice.way))


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
