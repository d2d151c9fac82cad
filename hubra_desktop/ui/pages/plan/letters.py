"""Trygghetsbrev: the year's letters, who got them, and when they went out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.plan.counts import letters_sent
from hubra_desktop.model.plan.plan_findings import letters_due
from hubra_desktop.model.plan.terms import SENT_STATES, LetterState
from hubra_desktop.model.records.plan import Letter, LetterRecipient
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, DAY, DAY_NEEDED, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.inline import InlineForm
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries import Reader
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
            Field("address", say("Adress på webben")),
            Field("note", say("Anteckning"), TEXT),
        )
        self.end()
        (self.recipients,) = self.lists

    def _make_sending(self) -> None:
        button = QPushButton(say("Markera som skickat"), self.inside)
        button.setObjectName("send-letter")
        button.setProperty("role", "primary")
        day = Field("day", say("Dagen det skickades"), DAY_NEEDED)
        self.sending = InlineForm("send", button, self._send, self.inside, day, blames="day")

    def near(self) -> date:
        return date(self.record.year, 7, 1) if self.record else date.today()

    def start_over(self) -> None:
        super().start_over()
        self.sending.entries["day"].show_value(date.today())
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


class LettersPanel(RegisterPanel):
    """The letters of the year in view."""

    kind = "letter"
    tables = frozenset({"letter", "letter_recipient"})
    adding = "new-letter"

    def __init__(
        self, desk: Desk, plan: OpenPlan, actions: Actions, parent: QWidget | None = None
    ) -> None:
        self._plan = plan
        super().__init__(desk, actions, LetterForm(desk, plan), parent)
        plan.changed.connect(self._show_year)
        self._year = plan.year

    def _show_year(self) -> None:
        if self._year != self._plan.year:
            self._year = self._plan.year
            self.refresh()

    def title(self) -> str:
        return say_in("letters", "Trygghetsbrev")

    def about(self) -> str:
        return say(
            "Här står årets Trygghetsbrev: vad de handlar om, när de skickades och "
            "till vem. Verksamhetsberättelsen räknar dem som har skickats."
        )

    def columns(self) -> Sequence[ColumnOf[Any]]:
        return (
            Column(
                say("Nr"),
                lambda row: "" if row.number is None else f"{row.number}/{row.year}",
                72,
                right=True,
                sorts=lambda row: row.number or 0,
            ),
            Column(
                say_in("title", "Rubrik"),
                lambda row: row.title or row.topics.split("\n")[0] or self.untitled(),
            ),
            Column(
                say("Manusstopp"),
                lambda row: _day(row.deadline),
                104,
            ),
            Column(say("Skickat"), lambda row: _day(row.sent_on), 104),
            Column(say("Läge"), lambda row: capitalised(word(row.state)), 116),
        )

    def read(self, reader: Reader) -> Sequence[Any]:
        return letters_of(reader, self._plan.year)

    def count(self, sheets: Sequence[Any]) -> str:
        sent = letters_sent(sheets)
        return say("{sent} av {all} skickade", sent=sent, all=len(sheets))

    def watched(self, reader: Reader, sheets: Sequence[Any], today: date) -> Sequence[Due]:
        return in_order(letters_due(sheets, today))

    def add_command(self) -> Command:
        return NewLetter(self._plan.year)

    def remove_command(self, row_id: str) -> Command:
        return Remove(Letter, row_id)


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _sent(letter: Letter) -> bool:
    return letter.state in SENT_STATES
