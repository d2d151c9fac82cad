"""Förankring: which bodies were asked about each decision, and what they answered."""

from collections.abc import Mapping, Sequence
from datetime import date
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
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import CHOICE, DAY, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.meetings.after.decision_lists import (
    DecisionLine,
    DecisionList,
    decision_columns,
)
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.queries.after_meeting import AfterMeeting, AnchoringRow
from hubra_desktop.work.queries.named_recipients import RecipientsByName

Line = DecisionLine[AnchoringRow]


class AnchoringForm(Form):
    """Edits what one body was asked about a decision."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__("anchoring-form", "", parent, desk=desk, change=Anchoring)
        self.setAccessibleName(say("Förankring"))
        self._meeting = meeting
        self._known: RecipientsByName | None = None
        self.build(
            Field("name", say("Organ"), hint=say("den som tillfrågas")),
            (
                Field("asked_on", say("Tillfrågades"), DAY),
                Field("due", say("Svar senast"), DAY),
            ),
            (
                Field("answer", say("Svar"), CHOICE, choices=terms_of(AnchoringAnswer, word)),
                Field("answered_on", say("Svarade"), DAY),
            ),
            Field("text", say("Vad de svarade"), TEXT, least=4),
        )
        self.end()

    def near(self) -> date:
        sheet = self._meeting.sheet
        return sheet.date if sheet is not None else self.desk.today()

    def fill(self, record: Any) -> None:
        with self.desk.read() as reader:
            self._known = RecipientsByName(reader)
        complete(self.texts["name"], self._known.body_labels)
        super().fill(record)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        """Write which body is named, and the day of an answer that has none."""
        if "name" in values and self._known is not None:
            one = self._known.named(str(values["name"]))
            values = {**values, "name": one.name, "body_id": one.body_id}
        answered = values.get("answer", AnchoringAnswer.NONE) is not AnchoringAnswer.NONE
        if answered and self.record.answered_on is None:
            values = {**values, "answered_on": self.desk.today()}
        super().write(values, edit)


class AnchoringsList(DecisionList):
    """The bodies that are asked."""

    record_type = Anchoring
    kind = "anchoring"

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        form = AnchoringForm(desk, meeting)
        super().__init__(desk, meeting, actions, form, say("Förankring"), _columns(), parent)
        self.new = build.button(
            say("Fråga ett organ"), "anchoring-new", self, self.add, role="primary"
        )
        self.new.setAutoDefault(True)
        self.tools: tuple[QWidget, ...] = (self.new,)
        self.view.row_chosen.connect(self._fit_tools)

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

    def fitted(self) -> None:
        self._fit_tools()

    def _fit_tools(self, *_: object) -> None:
        self.new.setEnabled(self._editable and self.current is not None)


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
    return line.part.anchoring.name or say("(utan namn)")


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
