"""The page Mått: what the council measures, as it is printed, with its gaps named."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hubra_desktop.model.indicators.indicator_findings import indicator_findings
from hubra_desktop.model.indicators.reading import Years, years_shown, years_with_values
from hubra_desktop.model.indicators.table import as_text, table_row
from hubra_desktop.model.language import say, say_count, swedish
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.context_menu import offer_menu
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.indicators.actions import MENU
from hubra_desktop.ui.pages.indicators.details import IndicatorDetails
from hubra_desktop.ui.pages.indicators.models import IndicatorsModel, Line
from hubra_desktop.ui.pages.indicators.view import IndicatorsView
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import action_button, column, label, row
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.panes import Pane, Panes
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.indicators import MoveIndicator
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.indicators import indicators

KINDS = frozenset({"indicator", "measurement", "change_text"})
FIRST_TABLE = 600
FIRST_DETAILS = 460


class IndicatorsPage(Page):
    """The table to the left, the indicator that is chosen in it to the right."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("indicators-page")
        self._desk = desk
        self._actions = actions
        self._sheets: tuple[Indicator, ...] = ()
        self._picked: dict[str, Years] = {}
        self._stale = True
        self.model = IndicatorsModel(self)
        self.view = IndicatorsView(self.model, self)
        self.details = IndicatorDetails(desk, self)
        self._empty = EmptyState(
            say("Ingenting mäts än"),
            say(
                "Här står det som rådet följer år för år: vad som mäts, det senaste värdet "
                "och vad det jämförs med, som i verksamhetsberättelsen."
            ),
            actions["new-indicator"],
            parent=self,
        )
        self._lay_out()
        self._connect()
        desk.hold(self, self._mend)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        left = QWidget(self)
        margins = (2 * GRID, 2 * GRID - 4, GRID, GRID)
        column(self._head(), (self.view, 1), of=left, margins=margins, spacing=GRID)
        self._panes = Panes(
            "indicators-splitter",
            say("Måttens delar"),
            self._stack,
            Pane(say("Alla mått"), left, 3, FIRST_TABLE),
            Pane(say("Måttet"), self.details, 2, FIRST_DETAILS),
        )
        self._panes.may_leave = self._desk.flush
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._panes)
        column(self._stack, of=self)

    def _head(self) -> QHBoxLayout:
        self._summary = label("", "muted", self, name="indicators-summary", wraps=False)
        title = label(say("Mått"), "title", self, wraps=False)
        below = Qt.AlignmentFlag.AlignBottom
        actions = (self._actions[each] for each in ("copy-indicators", "new-indicator"))
        buttons = ((action_button(each, "button", self, mark=True), below) for each in actions)
        return row((column(title, self._summary, spacing=0), 1), *buttons, spacing=GRID)

    def _connect(self) -> None:
        handlers: dict[str, Callable[[], None]] = {
            "new-indicator": self._add,
            "remove-indicator": self._remove,
            "remove-year": self.details.values.remove_year,
            "indicator-up": partial(self._move, -1),
            "indicator-down": partial(self._move, 1),
            "copy-indicators": self._copy,
        }
        self._actions.connect_all(handlers)
        self.details.values.view.addAction(self._actions["remove-item"])
        self.view.row_chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        offer_menu(self.view, MENU, self._actions)
        self.details.values.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.details.years_picked.connect(self._pick_years)
        self._desk.replaced.connect(self._start_over)
        self._desk.changed.connect(self._follow)

    def start(self) -> None:
        """Show the register that was opened before this page was made."""
        self.refresh()

    def restore(self) -> None:
        """Take the widths the window remembers."""
        self._panes.restore("indicators/splitter")

    def remember(self) -> None:
        """Remember the widths."""
        self._panes.remember("indicators/splitter")

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.details.set_editable(editable)

    def meets(self) -> Needs:
        """Return what holds here: the page is shown, and maybe an indicator chosen."""
        chosen = Needs.INDICATOR | Needs.ITEM if self.view.current_id() else Needs.NOTHING
        return Needs.INDICATORS | chosen

    def do(self, action_id: str) -> None:
        """Take away a year where the keyboard is among the years, else the indicator."""
        match action_id:
            case "remove-item" if self.details.values.view.hasFocus():
                self.details.values.remove_year()
            case "remove-item":
                self._remove()
            case "move-up" | "move-down":
                self._move(1 if action_id == "move-down" else -1)

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        if self._stack.currentWidget() is self._empty:
            return [self]
        return [self.view, self.details, self.details.values.view, self._panes.bar]

    def go_to(self, kind: str, record_id: str) -> bool:
        """Show an indicator, or the indicator of a value or a text."""
        self.refresh()
        for sheet in self._sheets:
            owned = {each.id for each in sheet.measurements}
            owned |= {each.id for each in sheet.change_texts}
            if record_id == sheet.id or record_id in owned:
                found = self.view.choose(sheet.id)
                self.view.setFocus()
                year = next((m.year for m in sheet.measurements if m.id == record_id), None)
                if year is not None:
                    self.details.values.go_to(year)
                return found
        return False

    def go_to_field(self, kind: str, field: str) -> None:
        if kind == "indicator" and field in self.details.places:
            self.details.go_to(field)

    def flush(self) -> bool:
        """Commit what is typed here."""
        return self.details.flush()

    def _mend(self) -> str:
        self._panes.bring(self.details)
        return self.details.mend()

    def _start_over(self) -> None:
        self._picked.clear()
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _follow(self, changes: Changes) -> None:
        if not changes.kinds & KINDS:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read and show everything anew."""
        if self._desk.workspace is None:
            return
        with self._desk.read() as reader:
            self._sheets = indicators(reader)
        self._stale = False
        current = self.view.current_id()
        lines = [self._line(sheet) for sheet in self._sheets]
        self.model.show_rows(lines)
        self._summary.setText(self._summed(lines))
        self._stack.setCurrentWidget(self._panes if lines else self._empty)
        if lines and not self.view.current_id():
            self.view.choose(lines[0].id)
        elif current == self.view.current_id():
            self._show_details()

    def _line(self, sheet: Indicator) -> Line:
        years = self._years(sheet)
        return Line(sheet.id, table_row(sheet, years, say), indicator_findings(sheet, years))

    def _years(self, sheet: Indicator) -> Years:
        """Return the years that are compared: those picked as long as they are there."""
        picked = self._picked.get(sheet.id)
        there = {each.year for each in sheet.measurements}
        if picked is not None and {year for year in picked if year is not None} <= there:
            return picked
        self._picked.pop(sheet.id, None)
        return years_shown(sheet)

    def _summed(self, lines: list[Line]) -> str:
        """Say how many there are, how many have no value and what there is to look at."""
        gaps = sum(1 for sheet in self._sheets if not years_with_values(sheet))
        found = sum(len(line.findings) for line in lines)
        parts = [say_count("{n} mått", "{n} mått", len(lines))]
        parts += [say_count("{n} utan värde", "{n} utan värde", gaps)] if gaps else []
        parts += [say_count("{n} att se över", "{n} att se över", found)] if found else []
        return " · ".join(parts)

    def _sheet(self, indicator_id: str) -> Indicator | None:
        return next((each for each in self._sheets if each.id == indicator_id), None)

    def _choose(self, indicator_id: str) -> None:
        shown = self.details.record
        if not self._show_details() and shown is not None:
            self.view.choose(shown.id)
            # Again after the click has run its course, since it selects its own row last.
            QTimer.singleShot(0, self, self._stay)
        self.allowed.emit()

    def _stay(self) -> None:
        """Choose the row of the details that must be mended again, and lead to them."""
        if self.details.record is not None:
            self.view.choose(self.details.record.id)
            self.view.selectRow(self.view.currentIndex().row())
            self._mend()

    def _show_details(self) -> bool:
        sheet = self._sheet(self.view.current_id())
        self._panes.want(self.details, sheet is not None)
        years = self._years(sheet) if sheet else Years(None, None)
        place = self.view.currentIndex().row()
        found = self.model.row_at(place).findings if sheet else ()
        return self.details.show_indicator(sheet, years, found)

    def _open(self, indicator_id: str) -> None:
        self._panes.bring(self.details)
        self.details.values.go_to(None)

    def _pick_years(self, indicator_id: str, years: Years) -> None:
        sheet = self._sheet(indicator_id)
        if sheet is None:
            return
        if years == years_shown(sheet):
            self._picked.pop(indicator_id, None)
        else:
            self._picked[indicator_id] = years
        self.refresh()

    def _add(self) -> None:
        """Add an indicator and ask for its name."""
        changes = self._desk.run(Add(Indicator, {"name": ""}))
        if changes is not None and changes.created:
            self.view.choose(changes.created)
            self._panes.bring(self.details)
            self.details.go_to("name")

    def _remove(self) -> None:
        """Take the indicator away; Undo brings it back."""
        place = self.view.currentIndex().row()
        if self._desk.run(Remove(Indicator, self.view.current_id())) is None:
            return
        self._desk.messages.tell(say("Måttet togs bort."), "undo")
        rows = self.model.rowCount()
        if rows:
            self.view.choose(self.model.id_at(min(place, rows - 1)))
            self.view.setFocus()

    def _move(self, by: int) -> None:
        place = self.view.currentIndex().row() + by
        if not 0 <= place < self.model.rowCount():
            return
        moved = self.view.current_id()
        if self._desk.run(MoveIndicator(moved, place)) is not None:
            self.view.choose(moved)
            text = say("Nu rad {place} av {rows}")
            announce(self.view, text.format(place=place + 1, rows=self.model.rowCount()))

    def _copy(self) -> None:
        """Put the table on the clipboard, in Swedish as it is printed."""
        rows = [table_row(sheet, self._years(sheet), swedish) for sheet in self._sheets]
        QGuiApplication.clipboard().setText(as_text(rows))
        self._desk.messages.tell(say("Tabellen är kopierad. Klistra in den där du vill ha den."))
