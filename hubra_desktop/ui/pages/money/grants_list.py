"""The list of the grants, filtered by year, state and words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grant_list import elsewhere, elsewhere_text
from hubra_desktop.model.money.terms import GrantState
from hubra_desktop.model.money.totals import sum_text, totals
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.pages.money.filtered_list import FilteredList
from hubra_desktop.ui.pages.money.rows_models import GrantLine, grant_columns, grant_words
from hubra_desktop.ui.widgets.build import action_button
from hubra_desktop.work.queries.grants import GrantRow

ALL = "all"
AMOUNTS = {4: "granted", 5: "paid", 6: "repaid", 7: "net", 9: "unaccounted"}
YEAR = 1
"""The column that says nothing when all grants are of one year."""
UNACCOUNTED = 9
"""The column that says nothing when all that is out is accounted for."""


class GrantsList(FilteredList[GrantLine]):
    """``opened(id)`` asks for a grant; ``year_changed`` for the grants of another year.

    The filter by year is the reader's: the list is given the rows of ``year``, all when
    None.
    """

    opened = Signal(str)
    year_changed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("grant", say_in("grants", "Bidrag"), grant_columns(), grant_words, parent)
        self.setObjectName("grants-list")
        self.sums.setObjectName("grants-sums")
        self.year_choice = ChoiceField("grants-year", say("Bidragens år"), self)
        self.state = ChoiceField("grants-state", say("Läge"), self)
        states = [(capitalised(word(state)), state) for state in GrantState]
        self.state.offer([(say("Alla lägen"), None), *states])
        self.state.show_value(None)
        self.new = action_button(actions["new-grant"], "grants", self, mark=True)
        self.new.setObjectName("grants-new")
        search = ("grants-search", say("Sök bidrag"))
        self.lay_out((self.new,), (self.year_choice, self.state), search, 190)
        self.year_choice.commit_by(self._year_chosen)
        self.state.commit_by(self.narrow)
        self.view.opened.connect(self.opened)

    @property
    def year(self) -> int | None:
        """Return the year whose grants are shown, None for all."""
        chosen = self.year_choice.value()
        return chosen if isinstance(chosen, int) else None

    def offer_years(self, years: list[int], shown: int | None) -> None:
        """Offer these years, and all; ``shown`` is chosen."""
        self.year_choice.offer([(say("Alla år"), ALL), *((str(year), year) for year in years)])
        self.year_choice.show_value(shown if shown in years else ALL)

    def show_rows(self, rows: Sequence[GrantRow]) -> None:
        """Show grants, those that the filter leaves."""
        self.show_lines([GrantLine(row) for row in rows])

    def _year_chosen(self, field: str, value: object) -> None:
        self.year_changed.emit()

    def wanted(self, line: GrantLine) -> bool:
        state = self.state.value()
        return state is None or line.row.standing.state is state

    def narrowed(self, lines: Sequence[GrantLine]) -> None:
        for place, name in AMOUNTS.items():
            amounts = (getattr(line.row.standing, name) for line in self._lines)
            self.view.make_room(place, amounts)
        empty = not any(line.row.standing.unaccounted for line in self._lines)
        left_out = [YEAR] if self.year is not None else []
        self.view.leave_out([*left_out, UNACCOUNTED] if empty else left_out)
        self.sums.setText(self._summed(lines))

    def _summed(self, lines: Sequence[GrantLine]) -> str:
        sums = totals(line.row.standing for line in lines)
        apart = elsewhere_text(elsewhere((e.row.sheet, e.row.ledger) for e in lines), say)
        text = say(
            "{grants} · beviljat {granted} · utbetalt {paid} · återbetalt {repaid} · netto {net}",
            grants=say_count("{n} bidrag", "{n} bidrag", sums.count),
            granted=sum_text(sums.granted, known=sums.granted_known),
            paid=kronor(sums.paid),
            repaid=kronor(sums.repaid),
            net=kronor(sums.net),
        )
        return f"{text} · {apart}" if apart else text
