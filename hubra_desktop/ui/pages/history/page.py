"""The page Historik: steps searched and read, opened at their place and taken back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import parse_date
from hubra_desktop.store.journal import UndoConflictError
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.page_kinds import kinds_of_pages, page_of, subject_name
from hubra_desktop.ui.pages.history.details import StepDetails
from hubra_desktop.ui.pages.history.model import HistoryModel
from hubra_desktop.ui.pages.history.obstacles import obstacle
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.panes import Pane, Panes
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.commands.history import TakeBack
from hubra_desktop.work.queries.history import (
    HistoryFilter,
    HistoryStep,
    history,
    named_images,
    places_of,
    step_rows,
)

TYPING_PAUSE_MS = 250
FIRST_LIST, FIRST_DETAILS = 620, 420


class HistoryPage(Page):
    """Reads the history a page at a time; Esc leads back to the page that was shown before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-page")
        self._desk = desk
        self._editable, self._stale = True, True
        self.model = HistoryModel(self._read, self)
        self.view = RowsView("history-rows", say("Historik"), self.model, self)
        self.view.setSortingEnabled(False)
        self.details = StepDetails(self)
        self._make_filter()
        self._lay_out()
        self._connect()

    def _make_filter(self) -> None:
        self.search = build.search_line("history-search", say("Sök i historiken"), self)
        self.kinds = ChoiceField("history-kinds", say("Slag"), self)
        self.kinds.offer([(say("Allt"), None), *_groups()])
        self.kinds.show_value(None)
        self.day = build.search_line("history-day", say("Dag: 7/3 2018"), self)
        hint = self.day.fontMetrics().horizontalAdvance(self.day.placeholderText())
        self.day.setMinimumWidth(hint + 4 * GRID)
        self._callout: Callout | None = None
        self._later = later(TYPING_PAUSE_MS, self._narrow, self)

    def _lay_out(self) -> None:
        title = build.label(say("Historik"), "title", self, wraps=False)
        asked = build.row((self.search, 1), self.kinds, self.day, spacing=GRID)
        left = QWidget(self)
        margins = (2 * GRID, GRID, GRID, GRID)
        nothing = say("Inget steg i historiken stämmer med det du söker.")
        self._none = EmptyState(say("Inget att visa"), nothing, parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        build.column((self._stack, 1), of=left, margins=margins)
        self._panes = Panes(
            "history-splitter",
            say("Sidans delar"),
            self,
            Pane(say("Alla steg"), left, 3, FIRST_LIST),
            Pane(say("Steget"), self.details, 2, FIRST_DETAILS),
        )
        around = (2 * GRID, 2 * GRID - 4, 2 * GRID, 0)
        top = build.column(title, asked, margins=around, spacing=GRID)
        build.column(top, (self._panes, 1), of=self, spacing=0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._later.start)
        self.day.textChanged.connect(self._later.start)
        self.kinds.commit_by(self._choose_kinds)
        self.view.row_chosen.connect(self._show_step)
        self.view.opened.connect(self._open)
        self.details.show_asked.connect(self._go_to_place)
        self.details.back_asked.connect(self._take_back)
        self._desk.replaced.connect(self._forget)
        self._desk.changed.connect(self._forget)

    def restore(self) -> None:
        self._panes.restore("history/splitter")

    def remember(self) -> None:
        self._panes.remember("history/splitter")

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        self._allow_buttons()

    def panes(self) -> list[QWidget]:
        return [self.search, self.view, self.details.text, self._panes.bar]

    def showEvent(self, event: object) -> None:
        """Read what came while the page was out of sight."""
        if self._stale:
            self.refresh()
        self.view.setFocus()

    def _forget(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read the newest steps anew."""
        self._stale = False
        if self._desk.workspace is None:
            return
        self.model.start_over()
        found = self.model.rowCount() > 0
        self._stack.setCurrentWidget(self.view if found else self._none)
        if found and not self.view.current_id():
            self.view.choose(self.model.id_at(0))
        self._show_step(self.view.current_id())

    def _read(self, before: int | None) -> Sequence[HistoryStep]:
        with self._desk.read() as reader:
            return history(reader, self._wanted(), before)

    def _wanted(self) -> HistoryFilter:
        day = self._day()
        kinds = self.kinds.value()
        chosen = kinds if isinstance(kinds, frozenset) else frozenset()
        return HistoryFilter(chosen, self.search.text().strip(), day, day)

    def _day(self) -> date | None:
        """Return the day asked for; one that cannot be read is told of at its line."""
        text = self.day.text().strip()
        sentence, day = "", None
        try:
            day = parse_date(text, near=date.today()) if text else None
        except InputError as refusal:
            sentence = refusal.sentence
        self._tell(self.day, sentence)
        return day

    def _tell(self, line: QLineEdit, sentence: str) -> None:
        mark(line, "refused", bool(sentence))
        line.setAccessibleDescription(sentence)
        if self._callout is None:
            self._callout = Callout(self.window())
        if sentence and line.isVisible():
            self._callout.show_at(line, sentence)
        else:
            self._callout.hide()

    def _choose_kinds(self, field: str, value: object) -> None:
        self._narrow()

    def _narrow(self) -> None:
        self._later.stop()
        self.refresh()

    @property
    def step(self) -> HistoryStep | None:
        """Return the step that is chosen."""
        return self.model.steps.get(self.view.current_id())

    def _show_step(self, step_id: str) -> None:
        step = self.model.steps.get(step_id)
        self._panes.want(self.details, step is not None)
        if step is not None:
            with self._desk.read() as reader:
                rows, more = step_rows(reader, step.ids)
                images = named_images(reader, rows)
            rows.sort(key=lambda row: step.row is None or row.id != step.row.id)
            self.details.show_step(step, rows, more, images)
        self._allow_buttons()

    def _allow_buttons(self) -> None:
        step = self.step
        row = step.row if step is not None else None
        gone = row is None or row.masked or step is None or step.action == "purge"
        self.details.take_back.setEnabled(self._editable and not gone)
        self.details.show_place.setEnabled(self._place() is not None)

    def _place(self) -> tuple[str, str] | None:
        """Return where what the step was about is found now, None when it is nowhere."""
        step = self.step
        if step is None or step.row is None or self._desk.workspace is None:
            return None
        with self._desk.read() as reader:
            places = places_of(reader, step.row.kind, step.row.id)
        return next((each for each in places if page_of(each[0])), None)

    def _open(self, step_id: str) -> None:
        """Read the step where one part is shown at a time, else go to its place."""
        if self._panes.narrow:
            self._panes.bring(self.details)
            self.details.text.setFocus()
        else:
            self._go_to_place()

    def _go_to_place(self, *_: object) -> None:
        place = self._place()
        if place is not None:
            self.place_asked.emit(*place)

    def _take_back(self) -> None:
        """Write what was before the step, as a step of its own that can be undone."""
        step = self.step
        if step is None:
            return
        self.details.refuse("")
        try:
            done = self._desk.attempt(TakeBack(step.ids))
        except UndoConflictError as conflict:
            with self._desk.read() as reader:
                self.details.refuse(obstacle(reader, conflict))
            return
        except InputError as refusal:
            self.details.refuse(refusal.sentence)
            return
        if done is not None:
            self.view.choose(self.model.id_at(0))
            self._desk.messages.tell(say("Steget är taget tillbaka."), "undo")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search with Esc, else go back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text() or self.day.text():
            self.search.clear()
            self.day.clear()
            self.view.setFocus()
        else:
            self.left.emit()


def _groups() -> list[tuple[str, object]]:
    """Return what the history can be narrowed to: the kinds that each page mends."""
    return [(subject_name(page), kinds) for page, kinds in kinds_of_pages().items()]
