"""Rows in a view, and beside them the form of the one that is chosen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.action_spec import Entry
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.context_menu import offer_menu
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.side_panel import NARROW, WIDTH, SidePanel
from hubra_desktop.ui.pages.plan.areas_view import PlanAreasView
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import Margins, Part, column
from hubra_desktop.ui.widgets.layouts import fold
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.split import split, stand

FIRST_WIDTH = 680
MARGINS = (2 * GRID, 0, 2 * GRID, GRID)
RowsOrAreas = PlanAreasView | RowsView


class RowsBeside(QWidget):
    """Subclasses answer for the view in use, and for the record and the form of a row.

    The form stays on its record whatever becomes of the rows: where they no longer show
    it, none of them is chosen. ``allowed`` tells that something else is chosen.
    """

    allowed = Signal()

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._actions = desk, actions
        self._forms: tuple[Form, ...] = ()
        self._chosen = ("", "")
        self._still = False
        self.splitter = split("", self)
        self._left = QWidget(self.splitter)
        self.side = SidePanel((actions["remove-item"],), self.splitter)
        self.side.left.connect(self.close_side)

    def edit_in(self, *forms: Form) -> None:
        """Edit what is chosen in these forms; told once."""
        self._forms = forms
        for form in forms:
            self.side.add(form)
            self._desk.hold(form, form.mend)

    @property
    def rows_view(self) -> RowsOrAreas:
        """Return the view whose rows can be chosen."""
        raise NotImplementedError

    def record(self, kind: str, row_id: str) -> Any:
        """Return what is edited beside, None when it is not here."""
        raise NotImplementedError

    def form_of(self, kind: str) -> Form:
        """Return the form of a kind of row."""
        raise NotImplementedError

    def kind_of(self, row_id: str) -> str:
        """Return the kind of a row, "" for one that is no record."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the rows as they are now."""
        raise NotImplementedError

    def lay_out(self, name: str, *parts: Part, margins: Margins = MARGINS) -> None:
        """Put the parts under each other, the form that is open beside them."""
        column(*parts, of=self._left, margins=margins, spacing=GRID)
        self.splitter.setObjectName(name)
        stand(self.splitter, (self._left, 1, FIRST_WIDTH), (self.side, 0, WIDTH))
        self.side.hide()
        column(self.splitter, of=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the form that is open in the place of the rows where there is no room for both."""
        narrow = self.width() < theme().scaled(NARROW)
        self._left.setVisible(self.side.isHidden() or not narrow)

    def _open_side(self, opened: bool) -> None:
        if opened:
            self.side.show()
        else:
            self._left.show()
            fold(self.side, self.rows_view)
        self._fit()

    def follow_view(self, view: RowsOrAreas, menu: Sequence[Entry], keys: Sequence[str]) -> None:
        """Let a view's rows be chosen and opened; ``keys`` are actions that it has the keys of."""
        view.row_chosen.connect(self._follow_row)
        view.opened.connect(self._open_row)
        view.clicked.connect(self._click)
        offer_menu(view, menu, self._actions)
        for action_id in keys:
            view.addAction(self._actions[action_id])

    @property
    def chosen(self) -> tuple[str, str]:
        """Return the kind and the id of what is chosen, both "" for nothing."""
        return self._chosen

    def start_over(self) -> None:
        """Forget what was chosen in another register."""
        self._let_go()
        self.refresh()

    def _let_go(self) -> None:
        self._chosen = ("", "")
        for form in self._forms:
            form.record = None
        self._open_side(opened=False)

    @contextmanager
    def rows_changing(self) -> Iterator[None]:
        """Let the rows become others while the form stays where it is."""
        self._still = True
        try:
            yield
        finally:
            self._still = False
        kind, row_id = self._chosen
        if self.record(kind, row_id) is not None and not self.rows_view.choose(row_id):
            self.rows_view.setCurrentIndex(QModelIndex())
            self.rows_view.clearSelection()

    def refresh_side(self) -> None:
        """Show the chosen record as it is now; close the panel when it is gone."""
        kind, row_id = self._chosen
        record = self.record(kind, row_id)
        if record is None and kind:
            self._let_go()
            self._follow_row(self.rows_view.current_id())
        elif record is not None and self.side.isVisibleTo(self):
            self.form_of(kind).show_record(record)

    def _follow_row(self, row_id: str) -> None:
        """Show the row that was chosen beside, if the panel is open."""
        if self._still:
            return
        before, kind = self._chosen, self.kind_of(row_id)
        if kind:
            self._chosen = (kind, row_id)
            if self.side.isVisibleTo(self) and not self._show_side():
                self._chosen = before
                self.rows_view.choose(before[1])
                # Again after the click has run its course, since it selects its own row last.
                QTimer.singleShot(0, self, self._stay)
        self.allowed.emit()

    def _stay(self) -> None:
        """Choose the row of what must be mended again, and lead to what was refused."""
        view = self.rows_view
        if not view.choose(self._chosen[1]):
            view.setCurrentIndex(QModelIndex())
        flags = QItemSelectionModel.SelectionFlag
        view.selectionModel().select(view.currentIndex(), flags.ClearAndSelect | flags.Rows)
        self.form_of(self._chosen[0]).mend()

    def _click(self) -> None:
        row_id = self.rows_view.current_id()
        self.open_place(self.kind_of(row_id), row_id)

    def _open_row(self, row_id: str) -> None:
        kind = self.kind_of(row_id)
        if kind and (self.open_place(kind, row_id) or self.side.isVisibleTo(self)):
            self.form_of(self._chosen[0]).go_to("title")

    def open_place(self, kind: str, row_id: str) -> bool:
        """Edit a record beside the rows; False when it is not here or another must be mended."""
        if self.record(kind, row_id) is None:
            return False
        before, self._chosen = self._chosen, (kind, row_id)
        if not self._show_side():
            self._chosen = before
            return False
        self.rows_view.choose(row_id)
        self.allowed.emit()
        return True

    def go_to_field(self, field: str) -> None:
        """Go to a field of the record that is edited beside."""
        form = self.form_of(self._chosen[0])
        if self.side.isVisibleTo(self) and field in form.places:
            form.go_to(field)

    def _show_side(self) -> bool:
        """Show the form of what is chosen; False when another must be mended first."""
        kind, row_id = self._chosen
        form, shown = self.form_of(kind), self.side.form
        if isinstance(shown, Form) and shown is not form and not shown.flush():
            return False
        if not form.show_record(self.record(kind, row_id)):
            return False
        self.side.show_form(form, form.accessibleName())
        self._open_side(opened=True)
        return True

    def close_side(self) -> None:
        """Close the panel when what is typed in it has been committed."""
        form = self.side.form
        if not isinstance(form, Form) or form.leave():
            self._open_side(opened=False)
            self.rows_view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.allowed.emit()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for form in self._forms:
            form.set_editable(editable)
