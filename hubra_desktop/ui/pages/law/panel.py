"""Så följer vi lagen: each section with its evidence, since when, and what is missing."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.law.evidence import LawAnswer, LawState, answers
from hubra_desktop.model.law.sections import LAW_NAME
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.law.note_form import LawNoteForm
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story, card_text
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.paper_maker import PaperMaker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column, label
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.law import law_day, law_facts

_TABLES = frozenset(
    {"plan", "agreement", "agreement_party", "meeting", "report", "law_note", "body"}
)
PAPER = "lagen"
_SHOUTED = (LawState.MISSING, LawState.LATE)
_PICTURES = {
    LawState.IN_PLACE: ("check", "accent"),
    LawState.LOOK: ("warning", "warning"),
    LawState.LATE: ("late", "danger"),
    LawState.MISSING: ("stop", "danger"),
    LawState.UNKNOWN: ("help", "muted"),
}


class LawPage(Story):
    """Built anew when it is read. ``asked``: "note" with a section, or the kind of a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("law-page", "", parent)
        self.setAccessibleName(say("Så följer vi lagen"))
        self.answers: tuple[LawAnswer, ...] = ()
        self._editable = True

    def show_answers(self, found: tuple[LawAnswer, ...], day: date, *, editable: bool) -> None:
        """Show how each section is followed on a day."""
        self.answers, self._editable = found, editable
        self.show_parts(self._parts(day))

    def _parts(self, day: date) -> Iterator[QWidget]:
        yield self._top(day)
        for answer in self.answers:
            yield self._card(answer)

    def _top(self, day: date) -> QWidget:
        top = QWidget(self)
        name = card_text(say(LAW_NAME), "muted", top)
        told = label(self._told(day), "lead", top, name="law-told")
        column(told, name, of=top, spacing=GRID // 2)
        return top

    def _told(self, day: date) -> str:
        if not self.answers:
            begun = day_in_words(date(2023, 7, 1))
            return say("Lagen gällde inte än. Den gäller sedan {day}.", day=begun)
        good = sum(each.state is LawState.IN_PLACE for each in self.answers)
        return say(
            "{good} av {all} på plats {day}",
            good=good,
            all=len(self.answers),
            day=day_in_words(day),
        )

    def _card(self, answer: LawAnswer) -> QWidget:
        section = answer.section
        heading = f"{section.cited} {say(section.title)}"
        card = Card(f"law-{section.number}", heading, self)
        button = say("Ändra anteckningen…") if answer.note else say("Anteckna…")
        card.offer(f"law-note-{section.number}", button, self.ask("note", section.number),
                   usable=self._editable)  # fmt: skip
        state = MarkedSentence(f"law-state-{section.number}", card)
        state.tell(_state_text(answer), *_PICTURES[answer.state])
        card.add(state)
        card.say(say(section.asks))
        for place, each in enumerate(answer.evidence):
            line = CardLine(
                f"law-evidence-{section.number}-{place}", each.sentence,
                self.ask(each.kind, each.id), card,
            )  # fmt: skip
            line.setIcon(icon("link", "muted"))
            card.add(line)
        if answer.note is not None:
            card.add(card_text(answer.note.text, "", card, selectable=True))
        if answer.lacking:
            card.say(answer.lacking, "warning" if answer.state in _SHOUTED else "muted")
        return card


def _state_text(answer: LawAnswer) -> str:
    text = capitalised(word(answer.state))
    if answer.since is None:
        return text
    return say("{state}, sedan {day}", state=text, day=short_date(answer.since))


class LawPanel(QWidget):
    """Shows the year that ``show_year`` names as it stood on its last day, or stands today.

    ``place_asked(kind, id)`` leads to a record; ``allowed`` tells that what can be done has
    changed.
    """

    place_asked = Signal(str, str)
    allowed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law-panel")
        self._desk = desk
        self._year, self._stale, self._editable = 0, True, True
        self.papers = PaperMaker(desk, self)
        self.page = LawPage(self)
        self.side = FormHost(self.page, self)
        column((self.side, 1), of=self, margins=(2 * GRID, 0, 2 * GRID, GRID))
        self.page.asked.connect(self._do)
        desk.changed.connect(self._note)

    def show_year(self, year: int) -> None:
        """Show another year."""
        self._year, self._stale = year, True
        self.refresh()

    def start_over(self, year: int) -> None:
        """Show another register."""
        self.side.forget()
        self.show_year(year)

    def refresh(self) -> None:
        """Read anew, now if it can be seen, else when it is shown."""
        if not self._stale or not self.isVisible() or self._desk.workspace is None:
            return
        self._stale = False
        with self._desk.read() as reader:
            day = law_day(reader, self._year)
            facts = law_facts(reader, day)
        self.page.show_answers(answers(facts), day, editable=self._editable)

    def showEvent(self, event: object) -> None:
        self.refresh()

    def _note(self, changes: Changes) -> None:
        if changes.kinds & _TABLES:
            self._stale = True
            self.refresh()

    def _do(self, what: str, record_id: str) -> None:
        if what != "note":
            self.place_asked.emit(what, record_id)
            return
        answer = next(each for each in self.page.answers if each.section.number == record_id)
        self.side.open(LawNoteForm(self._desk, answer), about=record_id)

    def meets(self) -> Needs:
        """Return that the page can be printed."""
        return Needs.PAPER

    def do(self, action_id: str) -> None:
        """Save, print or open the page as a paper."""
        if action_id in ("save-pdf", "print", "view-pdf"):
            self.papers.do(PaperRequest(PAPER, self._year), action_id)

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.page, *([self.side.form] if self.side.form else [])]

    def go_to_field(self, field: str) -> None:
        """Stay: a section has no fields of its own."""

    def stop(self) -> None:
        """Wait for a paper that is being made."""
        self.papers.stop()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable, self._stale = editable, True
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the form with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.side.form is not None:
            self.side.close_form()
            return
        super().keyPressEvent(event)
