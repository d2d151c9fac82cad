"""The rows of one list of allowances, with what is done with the list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.attendance.allowance import sum_ore
from hubra_desktop.model.attendance.allowance_text import people_in
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.allowances.lines import (
    AMOUNT,
    NOTE,
    RATE,
    AllowanceLine,
    allowance_columns,
    allowance_lines,
    allowance_words,
)
from hubra_desktop.ui.pages.money.filtered_list import FilteredList
from hubra_desktop.ui.widgets.build import action_button, button
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.queries.allowances import AllowanceList

OPEN, CLOSED = "open", "closed"
_EITHER = OPEN + CLOSED


class AllowanceRowsList(FilteredList[AllowanceLine]):
    """Shows one of the year's lists; ``turned`` follows the choice of another.

    ``asked(what)`` asks for something to be done with the list, ``opened(id)`` for one of its rows.
    """

    turned = Signal()
    asked = Signal(str)
    opened = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        title = say("Arvodeslistans rader")
        super().__init__("allowance", title, allowance_columns(), allowance_words, parent)
        self.setObjectName("allowance-list")
        self._editable = True
        self._shown: AllowanceList | None = None
        self.period = ChoiceField("allowance-period", say("Lista"), self)
        self.period.setMinimumContentsLength(22)
        buttons = (
            (OPEN, "change", say("Ändra…"), "text"),
            (_EITHER, "claim", say("Ersättning…"), "note"),
            (OPEN, "close", say("Stäng…"), "closed"),
            (CLOSED, "book", say("Bokför…"), "money"),
            (CLOSED, "correct", say("Rätta raden…"), "undo"),
        )
        self._buttons = [
            (when, what, button(text, f"allowance-{what}", self, self._ask(what), mark=icon(mark)))
            for when, what, text, mark in buttons
        ]
        self.export = button(
            say("Spara som tabell…"), "allowance-export", self, self._ask("export"),
            mark=icon("export"),
        )  # fmt: skip
        search = ("allowance-search", say("Sök i listan"))
        first = actions["new-allowances"]
        new = action_button(first, "allowances", self, text=say("Ny lista…"), mark=True)
        self.none = EmptyState(
            say("Ingen arvodeslista än"),
            say(
                "En lista samlar de sammanträden som betalas tillsammans. Vad var och en får "
                "räknas fram ur närvaron och årets satser."
            ),
            first,
            parent=self,
        )
        made = [made for _, _, made in self._buttons]
        self.lay_out((new, *made, self.export), (self.period,), search, 120)
        self.period.commit_by(lambda *_: self.turned.emit())
        self.view.opened.connect(self.opened)

    def _ask(self, what: str) -> Callable[[], None]:
        return lambda: self.asked.emit(what)

    def offer_lists(self, lists: Sequence[AllowanceList], chosen: str) -> None:
        """Offer the lists of a year; one that is chosen stays so."""
        self.period.offer([(_list_name(each), each.period.id) for each in lists])
        self.period.setVisible(bool(lists))
        if chosen:
            self.period.show_value(chosen)

    def show_list(self, shown: AllowanceList | None) -> None:
        """Show the rows of a list, or that there is none."""
        self._shown = shown
        self.show_lines(() if shown is None else allowance_lines(shown))
        self._show_parts()
        self.set_editable(self._editable)

    def _show_parts(self) -> None:
        """Show the list that is empty too: only where there is none does something else stand."""
        assert self.none is not None
        for part in self._parts:
            part.setVisible(self._shown is not None)
        self.none.setVisible(self._shown is None)

    def set_editable(self, editable: bool) -> None:
        """Offer what can be done with the list that is shown."""
        self._editable = editable
        shown = self._shown
        state = "" if shown is None else CLOSED if shown.closed else OPEN
        for when, what, made in self._buttons:
            made.setVisible(bool(state) and state in when)
            made.setEnabled(editable)
            if what == "book" and shown is not None:
                made.setEnabled(editable and not shown.booked and bool(shown.total))
            if what == "correct":
                made.setEnabled(editable and bool(self.model.rowCount()))
        self.export.setVisible(shown is not None)

    def line(self, line_id: str) -> AllowanceLine | None:
        """Return a row of the list by its id."""
        return next((line for line in self._lines if line.id == line_id), None)

    def wanted(self, line: AllowanceLine) -> bool:
        return True

    def narrowed(self, lines: Sequence[AllowanceLine]) -> None:
        rows = [line.row for line in lines]
        self.view.make_room(AMOUNT, (row.amount_ore for row in rows))
        self.view.make_room(RATE, (row.rate_ore for row in rows))
        self.view.leave_out(() if any(line.note for line in lines) else (NOTE,))
        self.sums.setText(self._summed(lines))

    def _summed(self, lines: Sequence[AllowanceLine]) -> str:
        if self._shown is None:
            return ""
        rows = [line.row for line in lines]
        texts = [
            say_count("{n} person", "{n} personer", people_in(rows)),
            kronor(sum_ore(rows)),
            _state_text(self._shown),
        ]
        return " · ".join(texts)


def _list_name(shown: AllowanceList) -> str:
    state = say("stängd") if shown.closed else say("öppen")
    return f"{shown.period.name} ({state})"


def _state_text(shown: AllowanceList) -> str:
    """Say whether a list is open, closed or booked."""
    if shown.period.closed_on is None:
        return say("öppen: räknas fram ur närvaron")
    day = day_in_text(shown.period.closed_on)
    if shown.booked:
        return say("stängd {day}, bokförd på rad {number}", day=day, number=shown.number)
    return say("stängd {day}, inte bokförd", day=day)
