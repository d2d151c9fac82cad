"""The part Organ: every body that the register knows, with how many serve it today."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import terms_of
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.people.story_panel import OpenedList
from hubra_desktop.ui.widgets.build import action_button
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.queries.body_view import BodyLine, body_lines
from hubra_desktop.work.queries.register import today

ACTIVE, ENDED = "active", "ended"


def body_columns() -> tuple[ColumnOf[BodyLine], ...]:
    """Return the columns of the list of bodies."""

    def until(line: BodyLine) -> str:
        day = line.body.active_to
        return "" if day is None else short_date(day)

    def picture(line: BodyLine) -> tuple[str, str] | None:
        return ("pin", "accent") if line.own else None

    return (
        ColumnOf(say("Organ"), lambda line: line.body.name, picture=picture),
        ColumnOf(say("Kortform"), lambda line: line.body.short_name, 90, needs=640),
        ColumnOf(say("Slag"), lambda line: capitalised(word(line.body.kind)), 110),
        ColumnOf(say("Ingår i"), lambda line: line.parent, 180, needs=820),
        ColumnOf(
            say("Personer i dag"),
            lambda line: str(line.serving) if line.serving else "",
            110,
            right=True,
            sorts=lambda line: line.serving,
        ),
        ColumnOf(say("Upphörde"), until, 96, needs=940),
    )


def body_words(line: BodyLine) -> str:
    """Return all that a search among bodies looks at."""
    body = line.body
    parts = (body.name, body.short_name, word(body.kind), line.parent, body.email, body.note)
    return folded(" ".join(parts))


class BodiesList(OpenedList[BodyLine]):
    """``opened(id)`` asks for a body."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("body", say_in("bodies", "Organ"), body_columns(), body_words, parent)
        self.setObjectName("bodies-list")
        self._desk = desk
        self._today = date.max
        self.kind = ChoiceField("bodies-kind", say("Slag"), self)
        kinds = [(say("Alla slag"), None), *terms_of(BodyKind, word)]
        self.kind.offer(kinds)
        self.kind.setMinimumContentsLength(max(len(text) for text, _ in kinds))
        self.state = ChoiceField("bodies-state", say("Verksamma"), self)
        states = [(say("Verksamma"), ACTIVE), (say("Upphörda"), ENDED), (say("Alla"), None)]
        self.state.offer(states)
        self.state.setMinimumContentsLength(max(len(text) for text, _ in states))
        self.kind.show_value(None)
        self.state.show_value(ACTIVE)
        self.none = EmptyState(
            say("Inga organ än"),
            say("Här står rådet självt och de nämnder, förvaltningar och andra som det möter."),
            actions["new-body"],
            parent=self,
        )
        new = action_button(actions["new-body"], "bodies", self, mark=True)
        self.lay_out((new,), (self.kind, self.state), ("bodies-search", say("Sök organ")), 180)
        for choice in (self.kind, self.state):
            choice.commit_by(self.narrow)
        self.view.opened.connect(self.opened)

    def read(self) -> None:
        """Read the bodies anew and show those that the filters leave."""
        with self._desk.read() as reader:
            self._today = today(reader)
            lines = body_lines(reader, self._today)
        self.show_lines(lines)

    def wanted(self, line: BodyLine) -> bool:
        if self.kind.value() not in (None, line.body.kind):
            return False
        ended = line.body.active_to is not None and line.body.active_to < self._today
        state = self.state.value()
        return state is None or (state == ENDED) == ended

    def narrowed(self, lines: Sequence[BodyLine]) -> None:
        self.sums.setText(say_count("{n} organ", "{n} organ", len(lines)))
