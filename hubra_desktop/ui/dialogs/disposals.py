"""The disposals (gallringar) that were made, listed and written to a file."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.rulebook import Disposal
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.tab_order import TabByEye

WIDTH, HEIGHT = 860, 420


def disposal_columns() -> tuple[ColumnOf[Disposal], ...]:
    """Return the columns of the list."""
    return (
        ColumnOf(say("Dag"), lambda each: short_date(each.day), 100),
        ColumnOf(say("Vad"), lambda each: each.what, 120),
        ColumnOf(say("Antal uppgifter"), lambda each: str(each.rows), 110, right=True),
        ColumnOf(say("Beslut"), _decision),
        ColumnOf(say("Gjort av"), lambda each: each.done_by, 110),
    )


class DisposalsDialog(TabByEye, QDialog):
    """Lists what was disposed of, when and by which decision; never whom it was about."""

    def __init__(
        self, rows: Sequence[Disposal], export: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("disposals-dialog")
        self.setWindowTitle(say("Gallringar"))
        self.setModal(True)
        told = say("Vad som har gallrats, när och med vilket beslut. Vem det gällde sparas inte.")
        none = say("Inget är gallrat i det här registret.")
        self.model = RowsModel(disposal_columns(), self)
        self.view = RowsView("disposals-list", say("Gallringar"), self.model, self)
        self.model.show_rows(rows)
        self.view.setHidden(not rows)
        said = build.label(told if rows else none, "muted", self, name="disposals-said")
        write = build.button(say("&Exportera tabell…"), "disposals-export", self, export)
        write.setEnabled(bool(rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        below = build.row(write, None, buttons, spacing=GRID)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        build.column(said, (self.view, 1), below, of=self, margins=margins, spacing=2 * GRID)
        if rows:
            self.resize(theme().scaled(WIDTH), theme().scaled(HEIGHT))

    @classmethod
    def show_rows(
        cls, parent: QWidget, rows: Sequence[Disposal], export: Callable[[], object]
    ) -> None:
        """Show the list until it is closed."""
        dialog = cls(rows, export, parent)
        dialog.exec()
        dialog.deleteLater()


def _decision(each: Disposal) -> str:
    day = f" ({short_date(each.decided_on)})" if each.decided_on else ""
    return f"{each.decision}{day}"
