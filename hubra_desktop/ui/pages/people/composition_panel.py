"""The part Sammansättning: which body and which day, and who sits on it then."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.swedish import parse_date, short_date
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField, TextField
from hubra_desktop.ui.pages.people.composition_page import CompositionPage
from hubra_desktop.ui.pages.people.forms import PeopleForms
from hubra_desktop.ui.paper_maker import VIEW, PaperMaker
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.composition import composed_bodies, composition_on
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.queries.rulebook import rules_of


class CompositionPanel(QWidget):
    """``place_asked(kind, id)`` asks for a record of another part; ``turned`` tells of another day.

    The day is the present one until another is typed.
    """

    place_asked = Signal(str, str)
    turned = Signal()

    def __init__(
        self, desk: Desk, forms: PeopleForms, papers: PaperMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composition-panel")
        self.desk, self._forms, self._papers = desk, forms, papers
        self.editable = True
        self.body_id = ""
        self.day: date | None = None
        self._today = date.min
        self._rules: tuple[BodyRules, ...] = ()
        self.body = ChoiceField("composition-body", say("Organ"), self)
        self.body.setMinimumContentsLength(28)
        self.body.commit_by(self._choose)
        self.line = TextField("composition-day", say("Dag"), self, whole=True, printed=False)
        self.line.setMaximumWidth(theme().scaled(150))
        self.line.commit_by(self._enter)
        self.now = button(say("I dag"), "composition-today", self, self._go_to_today, role="link")
        self.story = CompositionPage(self)
        self.story.asked.connect(self._do)
        told = [label(text, "muted", self, wraps=False) for text in (say("Organ"), say("Dag"))]
        for each, field in zip(told, (self.body, self.line), strict=True):
            each.setBuddy(field)
        top = row(told[0], self.body, told[1], self.line, self.now, None, spacing=GRID)
        column(top, (self.story, 1), of=self, spacing=GRID)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.editable = editable

    def forget(self) -> None:
        """Let go of what is shown, for another register."""
        self.body_id, self.day = "", None

    def back(self) -> bool:
        """Go back to the present day; False when it is shown."""
        if self.day is None:
            return False
        self._go_to_today()
        return True

    def read(self) -> None:
        """Read anew what is shown."""
        with self.desk.read() as reader:
            self._today = today(reader)
            bodies = composed_bodies(reader, self.body_id)
        known = [each for _, each in bodies]
        if self.body_id not in known:
            self.body_id = known[0] if known else ""
        self.body.offer(bodies)
        self.body.show_value(self.body_id)
        self._show()

    @property
    def shown_day(self) -> date:
        """Return the day that is shown."""
        return self.day or self._today

    def _show(self) -> None:
        self.line.show_text(short_date(self.shown_day))
        self.now.setEnabled(self.day not in (None, self._today))
        if not self.body_id:
            return
        with self.desk.read() as reader:
            shown = composition_on(reader, self.body_id, self.shown_day)
            self._rules = rules_of(reader, self.body_id)
        self.story.show_composition(shown, self._rules, editable=self.editable)
        self.turned.emit()

    def open(self, body_id: str, day: date | None = None) -> bool:
        """Show the composition of a body, on another day if one is named."""
        self.body_id, self.day = body_id, day
        self.read()
        self.story.go_to_top()
        return self.body_id == body_id

    def paper(self) -> PaperRequest | None:
        """Return the paper of what is shown."""
        if not self.body_id:
            return None
        return PaperRequest(
            "sammansattning", self.shown_day.isoformat(), (("body_id", self.body_id),)
        )

    def _choose(self, field: str, value: object) -> None:
        if isinstance(value, str):
            self.body_id = value
            self._show()
            self.story.go_to_top()

    def _enter(self, field: str, text: str, edit: str) -> None:
        """Show the day that was typed; raises InputError."""
        typed = parse_date(text, near=self.shown_day) if text.strip() else None
        self.day = None if typed == self._today else typed
        self._show()

    def _go_to_today(self) -> None:
        self.day = None
        self._show()

    def _do(self, what: str, record_id: str) -> None:
        """Do what the composition's page asks for."""
        shown = self.story.shown
        if shown is None:
            return
        match what:
            case "new-mandate":
                self._forms.mandate(body_id=self.body_id)
            case "mandate":
                rows = (*shown.seated, *shown.substitutes, *shown.others)
                ends = (*shown.ending, *shown.ended)
                found = next(each.mandate for each in (*rows, *ends) if each.id == record_id)
                self._forms.mandate(found)
            case "paper":
                if paper := self.paper():
                    self._papers.do(paper, VIEW)
            case "person" | "body":
                self.place_asked.emit(what, record_id)
            case _:
                self._do_rules(shown.rules, what, record_id)

    def _do_rules(self, rules: BodyRules, what: str, record_id: str) -> None:
        """Do what is asked of the body's rules."""
        match what:
            case "new-rules":
                held = rules if rules in self._rules else None
                latest = self._rules[-1] if self._rules else None
                self._forms.rules(self.body_id, None, held or latest)
            case "rules":
                self._forms.rules(self.body_id, rules)
            case "other-rules":
                [other] = (each for each in self._rules if each.id == record_id)
                self._forms.rules(self.body_id, other)
            case "seat":
                self._forms.seat(rules, record_id)
            case "committee":
                self._forms.committee(rules, record_id)
            case "body_rules":
                self.story.bring("composition-rules")
