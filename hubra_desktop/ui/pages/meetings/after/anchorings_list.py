"""Förankring: which bodies were asked about each decision, and what they answered."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.minutes_terms import AnchoringAnswer
from hubra_desktop.model.minutes.told_of import is_answered
from hubra_desktop.model.records.minutes import Anchoring
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, DAY_TO_COME, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.meetings.after.decision_lists import (
    DecisionLine,
    DecisionList,
    ListWords,
    decision_columns,
)
from hubra_desktop.ui.pages.meetings.after.recipient_form import RecipientForm
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.queries.after_meeting import AfterMeeting, AnchoringRow
from hubra_desktop.work.queries.named_recipients import NamedRecipient, RecipientsByName

Line = DecisionLine[AnchoringRow]


class AnchoringForm(RecipientForm):
    """Edits what one body was asked about a decision."""

    def __init__(self, desk: Desk, meeting: OpenMeeting) -> None:
        super().__init__("anchoring-form", say("Förankring"), desk, meeting, change=Anchoring)
        self.build(
            Field("name", say("Organ"), hint=say("den som tillfrågas")),
            (
                Field("asked_on", say("Tillfrågades"), DAY),
                Field("due", say("Svar senast"), DAY_TO_COME),
            ),
            (
                Field("answer", say("Svar"), CHOICE, choices=terms_of(AnchoringAnswer, word)),
                Field("answered_on", say("Svarade"), DAY),
            ),
            Field("text", say("Vad de svarade"), TEXT, least=4),
        )
        self.end()

    def offered(self, known: RecipientsByName) -> Sequence[str]:
        return known.body_labels

    def named(self, one: NamedRecipient) -> Mapping[str, Any]:
        return {"name": one.name, "body_id": one.body_id}

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        """Write the day of an answer that has none, too."""
        answered = values.get("answer", AnchoringAnswer.NONE) is not AnchoringAnswer.NONE
        if answered and self.record.answered_on is None:
            values = {**values, "answered_on": self.desk.today()}
        super().write(values, edit)


class AnchoringsList(DecisionList):
    """The bodies that are asked."""

    record_type = Anchoring
    kind = "anchoring"
    adding_name = "anchoring-new"

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        form = AnchoringForm(desk, meeting)
        says = ListWords(say("Förankring"), say("Fråga ett organ"))
        super().__init__(desk, meeting, actions, form, says, _columns(), parent)

    def record_in(self, part: Any) -> Any:
        return part.anchoring

    def parts_of(self, after: AfterMeeting) -> Sequence[AnchoringRow]:
        return after.anchorings

    def begun(self, line: Line) -> dict[str, Any]:
        del line
        return {"asked_on": self._desk.today()}

    def summed(self, after: AfterMeeting) -> str:
        if not after.anchorings:
            return say("Inget organ är tillfrågat om besluten.")
        asked = say_count("{n} tillfrågad", "{n} tillfrågade", len(after.anchorings))
        waits = len(after.unanswered)
        if not waits:
            return f"{asked} · {say('alla har svarat')}"
        return f"{asked} · " + say_count("{n} svar saknas", "{n} svar saknas", waits)


def _columns() -> tuple[ColumnOf[Line], ...]:
    return (
        *decision_columns(),
        ColumnOf(say("Organ"), _who),
        ColumnOf(say("Svar senast"), lambda line: _day(line, "due"), 110),
        ColumnOf(
            say("Svar"),
            lambda line: capitalised(word(line.part.anchoring.answer)) if line.part else "",
            150,
            picture=_picture,
        ),
        ColumnOf(say("Svarade"), lambda line: _day(line, "answered_on"), 100, needs=700),
    )


def _who(line: Line) -> str:
    if line.part is None:
        return say("Ingen tillfrågad")
    return line.part.anchoring.name or say("(organet saknas)")


def _day(line: Line, field: str) -> str:
    day = getattr(line.part.anchoring, field) if line.part else None
    return short_date(day) if day else ""


def _picture(line: Line) -> tuple[str, str] | None:
    if line.part is None:
        return None
    if is_answered(line.part.anchoring):
        against = line.part.anchoring.answer is AnchoringAnswer.OBJECTS
        return ("warning", "warning") if against else ("check", "success")
    return ("warning", "warning") if line.part.late else ("clock", "accent")
