"""The part Budget: what it comes to, its posts, and all that is done with them."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import BudgetRow
from hubra_desktop.model.money.budget_outcome import post_text
from hubra_desktop.ui.action_spec import LINE
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.context_menu import offer_menu
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.budget_editing import BudgetEditing
from hubra_desktop.ui.pages.money.budget_model import BudgetModel, Column
from hubra_desktop.ui.pages.money.budget_view import BudgetView, SumRow
from hubra_desktop.ui.pages.money.cells import AmountEntry
from hubra_desktop.ui.pages.money.post_details import PostDetails
from hubra_desktop.ui.pages.money.summary import BudgetSummary
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import action_button, button, column, row
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.placed_cells import PlacedEntry

LEAST_ROWS = 6
"""On a screen so low that fewer posts would be seen, the whole part is scrolled."""
BUTTONS = ("add-post", "decide-budget", "transfer")
KEYS = ("move-up", "move-down", "remove-item")
MENU = (
    *("add-post", "add-subpost", LINE, "move-up", "move-down", LINE),
    *("transfer", "book-entry", LINE, "remove-item"),
)


class BudgetPanel(QWidget):
    """Shows the open year's budget; ``post_chosen(id)`` follows the current post.

    ``rows_asked(post_id)`` asks for the rows of the ledger on a post.
    """

    post_chosen = Signal(str)
    rows_asked = Signal(str)

    def __init__(
        self, desk: Desk, year: OpenYear, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("budget-panel")
        self._desk, self._year, self._actions = desk, year, actions
        self.editing = BudgetEditing(desk, year, self)
        self.summary = BudgetSummary(self)
        self.model = BudgetModel(self)
        self.view = BudgetView(self.model, self)
        self.sums = SumRow(self.view, self)
        self.details = PostDetails(self._write, self)
        self._lay_out()
        self._connect()
        desk.hold(self, self.mend)

    def _lay_out(self) -> None:
        actions = (self._actions[each] for each in BUTTONS)
        buttons = (action_button(each, "budget", self, mark=True) for each in actions)
        self.view.setMinimumHeight(LEAST_ROWS * theme().row_height)
        inside = QWidget(self)
        inside.setProperty("role", "plain")
        text = say("Spara som tabell…")
        self.export = button(text, "budget-export", self, self._export, mark=icon("export"))
        top = row(*buttons, None, self.export, spacing=GRID)
        table = column((self.view, 1), self.sums, spacing=0)
        column(self.summary, top, (table, 1), self.details, of=inside, spacing=GRID)
        scroll = QScrollArea(self)
        scroll.setObjectName("budget-scroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        column(scroll, of=self)

    def _connect(self) -> None:
        for action_id in KEYS:
            self.view.addAction(self._actions[action_id])
        self.view.delegate.commit_asked.connect(self._store)
        self.view.delegate.taken_back.connect(self.view.refusals.hush)
        self.view.post_chosen.connect(self._show_post)
        self.view.cleared.connect(self._clear)
        rows = (say("Visa postens händelser"), self._ask_rows)
        offer_menu(self.view, MENU, self._actions, rows)
        self.editing.moved.connect(self._tell_place)

    def flush(self) -> bool:
        """Commit the open cell and the details; False when something is refused."""
        editor = self.view.open_editor()
        if editor is not None and editor.dirty:
            self._store(editor)
        return self.details.flush() and (editor is None or not editor.refusal)

    def mend(self) -> str:
        """Lead to what was refused; return the name of its column or field."""
        editor = self.view.open_editor()
        if editor is None or not editor.refusal:
            return self.details.mend()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._store(editor)
        return editor.accessibleName()

    def show_year(self) -> None:
        """Show the year as it was read."""
        table = self._year.table
        if table is None:
            return
        self.set_editable(not self._desk.read_only)
        self.summary.show_table(table)
        self.view.show_columns(table.rows, table.total)
        self.model.show_table(table)
        self.view.stand_somewhere()
        self.sums.show_sums(table.total)
        self._show_post(self.view.current_id())

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes; those of a closed year are always refused."""
        free = editable and not self._year.closed
        self.model.set_editable(free, free)
        self.details.set_editable(free)

    def current_id(self) -> str:
        """Return the id of the current post."""
        return self.view.current_id()

    def add(self, *, below: bool) -> None:
        """Add a post beside the current one, or under it, and begin to name it."""
        made = self.editing.add(self.current_id(), below=below)
        if made:
            self.view.choose(made, Column.POST, edit=True)

    def go_to(self, post_id: str) -> bool:
        """Show a post; False when it is not of this year."""
        if not self.model.index_of(post_id).isValid():
            return False
        self.view.choose(post_id)
        return True

    def _show_post(self, post_id: str) -> None:
        post = self.model.row_at(self.model.index_of(post_id)) if post_id else None
        if not self.details.show_row(post, self._told_of(post)):
            # After the click has run its course, since it selects its own row last.
            QTimer.singleShot(0, self, self._stay)
            return
        self.post_chosen.emit(post_id)

    def _told_of(self, post: BudgetRow | None) -> str:
        """Say how a post misses what is planned, and how its sums lead to what is left.

        An explanation stands in the field above, and is not repeated.
        """
        if post is None:
            return ""
        explained = bool(post.post.deviation_text.strip())
        missed = self.model.missed(post) if explained else self.model.deviation(post)
        told = (missed, post_text(post, self._year.year or 0))
        return "\n".join(part for part in told if part)

    def _stay(self) -> None:
        """Choose the post whose details must be mended again, and lead to them."""
        if self.details.record is not None:
            self.view.choose(self.details.record.id)
            self.details.mend()

    def _store(self, editor: PlacedEntry) -> None:
        """Store what was typed in a cell; a refusal, or a question, keeps it open."""
        if isinstance(editor, AmountEntry) and not editor.settle() and editor.question:
            return
        post = self.model.row_at(editor.place)
        store = self.editing.rename if editor.place.column() == Column.POST else self.editing.plan
        try:
            if post is not None:
                store(post, editor.text(), editor.edit)
        except InputError as refusal:
            self.view.refusals.say(editor, refusal.where_typed)
            return
        editor.stored()
        self.view.refusals.hush()

    def _clear(self, index: QModelIndex) -> None:
        """Take away what is planned for a post; Undo brings it back."""
        post = self.model.row_at(index)
        if post is None or not self._desk.flush_or_say():
            return
        if index.column() == Column.POST:
            told = say("Posten måste ha ett namn. Hela posten tar du bort med Ctrl+Del.")
            self._desk.messages.refuse(told)
            return
        with self._desk.refusing():
            if post.stated:
                self.editing.plan(post, "")
                told = say("Beloppet för {post} tömdes. Där stod {amount}.")
                amount = kronor(post.sums.planned)
                told = told.format(post=self.model.name(post), amount=amount)
                self._desk.messages.tell(told, "undo")

    def _write(self, post_id: str, values: Mapping[str, object], edit: str) -> None:
        post = self.model.row_at(self.model.index_of(post_id))
        if "example" in values and post is not None:
            self.editing.set_example(post, bool(values["example"]))
        else:
            self.editing.write(post_id, values, edit)

    def _tell_place(self, post_id: str) -> None:
        self.view.choose(post_id)
        post = self.model.row_at(self.model.index_of(post_id))
        if post is not None:
            place = self.view.currentIndex().row() + 1
            text = say("{post} är nu nummer {place}")
            announce(self.view, text.format(post=self.model.name(post), place=place))

    def _export(self) -> None:
        """Ask for a file, and write the budget there as a table."""
        from hubra_desktop.work.money_tables import export_budget

        year = self._year.year
        if year is not None and self._desk.flush_or_say():
            save_table(
                self._desk,
                self,
                f"budget-{year}",
                lambda reader, xlsx: export_budget(reader, year, xlsx=xlsx),
            )

    def _ask_rows(self) -> None:
        self.rows_asked.emit(self.current_id())
