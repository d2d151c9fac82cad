"""A list of rows of money with words to look for and choices over it, and the sums under it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.swedish import folded
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.models.following import Known
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.money.rows_models import MoneyRows
from hubra_desktop.ui.pages.money.rows_view import MoneyView
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.build import column, label, row, search_line
from hubra_desktop.ui.widgets.layouts import later

TYPING_PAUSE_MS = 120
Line = TypeVar("Line", bound=Known)


class FilteredList(QWidget, Generic[Line]):
    """``words_of`` gives all that a search looks at in a row; it is worked out once for each.

    ``none`` stands in its place while there is no row at all, where one is given before
    ``lay_out``. Subclasses say which rows their choices leave by ``wanted``, and what follows when
    other rows are shown by ``narrowed``.
    """

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[ColumnOf[Line]],
        words_of: Callable[[Line], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words_of = words_of
        self._lines: tuple[Line, ...] = ()
        self._words: dict[str, str] = {}
        self.model: MoneyRows[Line] = MoneyRows(columns, self)
        self.view = MoneyView(f"{name}-rows", title, self.model, self)
        self.sums = label("", "muted", self, name=f"{name}-sums")
        self.none: QWidget | None = None
        self._later = later(TYPING_PAUSE_MS, self.narrow, self)

    def lay_out(
        self,
        buttons: Sequence[QWidget],
        choices: Sequence[ChoiceField],
        search: tuple[str, str],
        width: int,
    ) -> None:
        """Stand buttons, choices and the line to search in over the rows.

        ``search`` is the line's name and what it says while empty, ``width`` how wide it
        is at least, in pixels at the ordinary size of text.
        """
        self.search = search_line(*search, self)
        self.search.setMinimumWidth(theme().scaled(width))
        self.search.textChanged.connect(self._later.start)
        choosing = row(*choices, (self.search, 1), spacing=GRID)
        top = BesideOrUnder(row(*buttons, None, spacing=GRID), choosing, self)
        self._parts = (top, self.view, self.sums)
        none = [(self.none, 1)] if self.none is not None else []
        column(top, (self.view, 1), self.sums, *none, of=self, spacing=GRID)

    def wanted(self, line: Line) -> bool:
        """Tell whether the choices leave a row."""
        raise NotImplementedError

    def narrowed(self, lines: Sequence[Line]) -> None:
        """Follow when other rows are shown."""
        raise NotImplementedError

    def show_lines(self, lines: Sequence[Line], known: dict[str, str] | None = None) -> None:
        """Show rows; ``known`` are the words of those that have not changed."""
        self._lines, self._words = tuple(lines), known or {}
        if self.none is not None:
            for part in self._parts:
                part.setVisible(bool(lines))
            self.none.setVisible(not lines)
        self.narrow()

    def narrow(self, *_: object) -> None:
        """Show the rows that the choices and the words leave; the current one stays."""
        kept, typed = self.view.current_id(), folded(self.search.text())
        lines = [
            line
            for line in self._lines
            if self.wanted(line) and (not typed or self.holds(line, typed))
        ]
        self.model.show_rows(lines)
        self.narrowed(lines)
        if not self.view.choose(kept) and lines:
            self.view.choose(self.first(lines).id)

    def first(self, lines: Sequence[Line]) -> Line:
        """Return the row to stand at when the current one is gone."""
        return lines[0]

    def holds(self, line: Line, typed: str) -> bool:
        """Tell whether what is searched for stands in a row."""
        return typed in self.words_in(line)

    def words_in(self, line: Line) -> str:
        """Return what a search looks at in a row."""
        if line.id not in self._words:
            self._words[line.id] = self._words_of(line)
        return self._words[line.id]
