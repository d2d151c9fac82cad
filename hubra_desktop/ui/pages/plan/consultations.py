"""Remisser: what the council is asked to answer, by when, and in which meeting."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.plan.plan_findings import answer_day, consultations_due, ways_out
from hubra_desktop.model.plan.terms import SETTLED_CONSULTATIONS, ConsultationState
from hubra_desktop.model.records.plan import Consultation
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.choices import meeting_choices
from hubra_desktop.ui.forms.converters import CHOICE, DAY, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.register_panel import (
    PlanRegister,
    RegisterPanel,
    day_shown,
    untitled,
)
from hubra_desktop.ui.widgets.build import label
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.queries import Reader, years
from hubra_desktop.work.queries.due import next_meeting
from hubra_desktop.work.queries.plan import consultations

Column = ColumnOf[Consultation]
YEARS_OFFERED = 3


class ConsultationForm(Form):
    """Edits one remiss; says what can be done when the answer is due before the next meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("consultation-form", "", parent, desk=desk, change=Consultation)
        self.setAccessibleName(say("Remiss"))
        self.ways = label("", "callout", self.inside, name="ways-out", caution=True)
        states = terms_of(ConsultationState, word)
        self.build(
            self.ways,
            Field("title", say_in("title", "Rubrik")),
            Field("sender", say("Avsändare")),
            (
                Field("their_number", say("Deras diarienummer")),
                Field("case_number", say("Vårt diarienummer")),
            ),
            (
                Field("received", say("Inkom"), DAY),
                Field("due", say("Svar senast"), DAY),
                Field("extended_to", say("Förlängt till"), DAY),
            ),
            (
                Field("state", say("Läge"), CHOICE, choices=states),
                Field("handler", say("Handläggare")),
            ),
            Field("meeting_id", say("Behandlas på sammanträdet"), CHOICE),
            Field("answered_on", say_in("answered on", "Besvarad"), DAY),
            Field("answer", say("Svaret i korthet"), TEXT, least=3),
            Field("note", say("Anteckning"), TEXT),
        )
        self.end()

    def near(self) -> date:
        received = self.record.received if self.record is not None else None
        return received or self.desk.today()

    def fill(self, record: Any) -> None:
        with self.desk.read() as reader:
            near = [row.year for row in years(reader)][:YEARS_OFFERED]
            offered = meeting_choices(reader, near)
            coming = next_meeting(reader, self.desk.today())
        self.choices["meeting_id"].offer([(say("Inget valt"), None), *offered])
        super().fill(record)
        ways = ways_out(record, coming, self.desk.today())
        self.ways.setText("\n".join(ways))
        self.ways.setVisible(bool(ways))


def consultations_panel(desk: Desk, actions: Actions, parent: QWidget) -> RegisterPanel:
    """Return the register of all consultations, the one to be answered last first."""
    register = PlanRegister(
        "consultation",
        frozenset({"consultation", "meeting"}),
        title=say("Remisser"),
        about=say(
            "Här står de remisser som rådet ska svara på. Du får veta när ett svar ska "
            "vara inne före nästa sammanträde."
        ),
        columns=(
            Column(say_in("title", "Rubrik"), lambda row: row.title or untitled()),
            Column(say("Avsändare"), lambda row: row.sender, 180, needs=560),
            Column(say("Svar senast"), lambda row: day_shown(answer_day(row)), 104),
            Column(say("Läge"), lambda row: capitalised(word(row.state)), 140),
        ),
        read=consultations,
        count=_count,
        due=_due,
        add=lambda: Store(Consultation(received=desk.today())),
        remove=partial(Remove, Consultation),
    )
    return RegisterPanel(desk, actions, register, ConsultationForm(desk), parent)


def _count(rows: Sequence[Consultation]) -> str:
    waiting = sum(row.state not in SETTLED_CONSULTATIONS for row in rows)
    return say("{open} av {all} återstår att besvara", open=waiting, all=len(rows))


def _due(reader: Reader, rows: Sequence[Consultation], today: date) -> Sequence[Due]:
    return in_order(consultations_due(rows, next_meeting(reader, today), today))
