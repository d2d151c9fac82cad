"""Trygghetsbrev: the year's letters, who got them, and when they went out."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import in_order
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.plan.counts import letters_sent
from hubra_desktop.model.plan.plan_findings import letters_due
from hubra_desktop.model.plan.terms import SENT_STATES, LetterState
from hubra_desktop.model.records.plan import Letter, LetterRecipient
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import (
    CHOICE,
    COUNT,
    DAY,
    DAY_NEEDED,
    LINK,
    TEXT,
    terms_of,
)
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.inline import InlineForm
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.pages.plan.register_panel import (
    PlanRegister,
    RegisterPanel,
    day_shown,
    untitled,
)
from hubra_desktop.ui.widgets.build import button
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.plan import letters_of

Column = ColumnOf[Letter]
UNSENT = [state for state in LetterState if state not in SENT_STATES]


class LetterForm(Form):
    """Edits one letter; sending it notes the day and freezes who got it."""

    def __init__(self, desk: Desk, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("letter-form", "", parent, desk=desk, change=Letter)
        self.setAccessibleName(say("Trygghetsbrev"))
        self._plan = plan
        self._make_sending()
        self.build(
            (
                Field("number", say("Nummer"), COUNT),
                Field("title", say_in("title", "Rubrik"), width=4),
            ),
            Field("topics", say("Ämnen och vem som skriver"), TEXT, least=3),
            (Field("editor", say("Redaktör")), Field("deadline", say("Manusstopp"), DAY)),
            Field("state", say("Läge"), CHOICE),
            Parts(
                "recipient",
                "recipients",
                say("Mottagare"),
                say("Lägg till mottagare"),
                (Field("name", say("Vem"), width=3), Field("way", say("Hur"))),
                LetterRecipient,
            ),
            self.sending,
            (
                Field("sent_on", say_in("sent on", "Skickat"), DAY, shown=_sent),
                Field("copies", say("Exemplar"), COUNT, shown=_sent),
            ),
            Field("address", say("Adress på webben"), LINK),
            Field("note", say("Anteckning"), TEXT),
        )
        self.end()
        (self.recipients,) = self.lists

    def _make_sending(self) -> None:
        send = button(say("Markera som skickat"), "send-letter", self.inside, role="primary")
        day = Field("day", say("Dagen det skickades"), DAY_NEEDED)
        self.sending = InlineForm("send", send, self._send, self.inside, day, blames="day")

    def near(self) -> date:
        return date(self.record.year, 7, 1) if self.record else self.desk.today()

    def start_over(self) -> None:
        super().start_over()
        self.sending.entries["day"].show_value(self.desk.today())
        self.sending.entries["day"].refuse("")

    def fill(self, record: Any) -> None:
        sent = record.state in SENT_STATES
        states = list(SENT_STATES) if sent else UNSENT
        offered = [each for each in LetterState if each in states]
        self.choices["state"].offer(terms_of(offered, word))
        super().fill(record)
        self.sending.setVisible(not sent)
        self.recipients.set_editable(self.editable and not sent)

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.sending.set_editable(editable)
        if self.record is not None:
            self.fill(self.record)

    def _send(self, values: Values) -> None:
        self.desk.attempt(SendLetter(self.record.id, values["day"]))


def letters_panel(desk: Desk, plan: OpenPlan, actions: Actions, parent: QWidget) -> RegisterPanel:
    """Return the register of the letters of the year in view."""
    register = PlanRegister(
        "letter",
        frozenset({"letter", "letter_recipient"}),
        title=say_in("letters", "Trygghetsbrev"),
        about=say(
            "Här står årets Trygghetsbrev: vad de handlar om, när de skickades och "
            "till vem. Verksamhetsberättelsen räknar dem som har skickats."
        ),
        columns=(
            Column(say("Nr"), _number, 72, right=True, sorts=lambda row: row.number or 0),
            Column(say_in("title", "Rubrik"), _title),
            Column(say("Manusstopp"), lambda row: day_shown(row.deadline), 104),
            Column(say("Skickat"), lambda row: day_shown(row.sent_on), 104),
            Column(say("Läge"), lambda row: capitalised(word(row.state)), 116),
        ),
        read=lambda reader: letters_of(reader, plan.year),
        count=lambda rows: say("{sent} av {all} skickade", sent=letters_sent(rows), all=len(rows)),
        due=lambda reader, rows, today: in_order(letters_due(rows, today)),
        add=lambda: NewLetter(plan.year),
        remove=partial(Remove, Letter),
    )
    panel = RegisterPanel(desk, actions, register, LetterForm(desk, plan), parent)
    plan.year_turned.connect(panel.refresh)
    return panel


def _number(letter: Letter) -> str:
    return "" if letter.number is None else f"{letter.number}/{letter.year}"


def _title(letter: Letter) -> str:
    return letter.title or letter.topics.split("\n")[0] or untitled()


def _sent(letter: Letter) -> bool:
    return letter.state in SENT_STATES
