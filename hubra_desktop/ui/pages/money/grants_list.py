"""The list of the grants, filtered by year, state and words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.terms import GrantState
from hubra_desktop.model.money.totals import sum_said, totals
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.pages.money.rows_models import (
    GrantLine,
    MoneyRows,
    grant_columns,
    grant_words,
)
from hubra_desktop.ui.pages.money.rows_view import MoneyView
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.work.queries.grants import GrantRow

TYPING_PAUSE_MS = 120
ALL = "all"
AMOUNTS = {4: "granted", 5: "paid", 6: "repaid", 7: "net"}
YEAR = 1
"""The column that says nothing when all grants are of one year."""


class GrantsList(QWidget):
    """``opened(id)`` asks for a grant; ``year_changed`` for the grants of another year.

    The filter by year is the reader's: the list is given the rows of ``year``, all when
    None.
    """

    opened = Signal(str)
    year_changed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grants-list")
        self._actions = actions
        self._lines: tuple[GrantLine, ...] = ()
        self._words: dict[str, str] = {}
        self.model: MoneyRows[GrantLine] = MoneyRows(grant_columns(), self)
        self.view = MoneyView("grant-rows", say_in("grants", "Bidrag"), self.model, self)
        self.year_choice = ChoiceField("grants-year", say("Bidragens år"), self)
        self.state = ChoiceField("grants-state", say("Läge"), self)
        self.state.offer(
            [(say("Alla lägen"), None), *((capitalised(word(s)), s) for s in GrantState)]
        )
        self.state.show_value(None)
        self.search = QLineEdit(self)
        self.search.setObjectName("grants-search")
        self.search.setPlaceholderText(say("Sök bland bidragen"))
        self.search.setAccessibleName(say("Sök bland bidragen"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(round(190 * theme().scale.body / 13))
        self.sums = QLabel(self)
        self.sums.setObjectName("grants-sums")
        self.sums.setProperty("role", "muted")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        new = self._actions["new-grant"]
        self.new = QPushButton(new.icon(), new.text().replace("&", ""), self)
        self.new.setObjectName("grants-new")
        self.new.setToolTip(new.toolTip())
        self.new.setAutoDefault(True)
        self.new.clicked.connect(new.trigger)
        self.new.setEnabled(new.isEnabled())
        new.enabledChanged.connect(self.new.setEnabled)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.new)
        top.addStretch(1)
        for widget in (self.year_choice, self.state, self.search):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.sums)

    def _connect(self) -> None:
        self.year_choice.commit_by(self._year_chosen)
        self.state.commit_by(self._state_chosen)
        self.search.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._filter)
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

    def show_rows(self, rows: tuple[GrantRow, ...]) -> None:
        """Show grants, those that the filter leaves."""
        self._lines = tuple(GrantLine(row) for row in rows)
        self._words = {}
        self._filter()

    def _year_chosen(self, field: str, value: object) -> None:
        self.year_changed.emit()

    def _state_chosen(self, field: str, value: object) -> None:
        self._filter()

    def _filter(self) -> None:
        kept = self.view.current_id()
        state, typed = self.state.value(), folded(self.search.text())
        lines = [
            line
            for line in self._lines
            if (state is None or line.row.standing.state is state)
            and (not typed or typed in self._words_of(line))
        ]
        self.model.show_rows(lines)
        for place, name in AMOUNTS.items():
            amounts = (getattr(line.row.standing, name) for line in self._lines)
            self.view.make_room(place, amounts)
        self.view.leave_out(() if self.year is None else (YEAR,))
        self.sums.setText(self._summed(lines))
        if not self.view.choose(kept) and lines:
            self.view.choose(lines[0].id)

    def _words_of(self, line: GrantLine) -> str:
        if line.id not in self._words:
            self._words[line.id] = grant_words(line)
        return self._words[line.id]

    def _summed(self, lines: list[GrantLine]) -> str:
        sums = totals(line.row.standing for line in lines)
        said = say(
            "{grants} · beviljat {granted} · utbetalt {paid} · återbetalt {repaid} · netto {net}"
        )
        return said.format(
            grants=say_count("{n} bidrag", "{n} bidrag", sums.count),
            granted=sum_said(sums.granted, known=sums.granted_known),
            paid=kronor(sums.paid),
            repaid=kronor(sums.repaid),
            net=kronor(sums.net),
        )
