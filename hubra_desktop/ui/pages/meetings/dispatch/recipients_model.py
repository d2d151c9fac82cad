"""Those who are to be sent something, as rows that are ticked: who, why, how and where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.following import Index
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.calling.recipients import ProposedRecipient

TICK = 0
ADDRESS = 3
TICK_ROOM = 44
"""What the tick and the cell's edges take beside a name, in pixels."""


@dataclass(frozen=True)
class RecipientRow:
    """A proposed recipient, ticked or not."""

    one: ProposedRecipient

    @property
    def id(self) -> str:
        """Return what the recipient is known by in the sheet."""
        return self.one.key


class RecipientsModel(RowsModel[RecipientRow]):
    """``chosen()`` follows when somebody is ticked or unticked."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), parent)
        self.editable = True

    def show_proposals(self, proposals: Sequence[ProposedRecipient]) -> None:
        """Show others, or the same ones changed."""
        self.show_rows([RecipientRow(each) for each in proposals])

    @property
    def proposals(self) -> list[ProposedRecipient]:
        """Return all that are shown, in their order."""
        return [row.one for row in self._given]

    def put(self, one: ProposedRecipient) -> None:
        """Put somebody in the place of the row of the same key, or last."""
        known = any(each.key == one.key for each in self.proposals)
        others = [one if each.key == one.key else each for each in self.proposals]
        self.show_proposals(others if known else [*others, one])
        self.chosen.emit()

    def turn(self, key: str) -> None:
        """Tick somebody, or not any more."""
        one = next((each for each in self.proposals if each.key == key), None)
        if one is not None and self.editable:
            self.put(replace(one, ticked=not one.ticked))

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all, or none."""
        self.show_proposals([replace(each, ticked=ticked) for each in self.proposals])
        self.chosen.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TICK and self.editable:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == TICK:
            ticked = self._rows[index.row()].one.ticked
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                name = self._rows[index.row()].one.label
                return f"{name}, {say('vald') if ticked else say('inte vald')}"
        match role:
            case Qt.ItemDataRole.ToolTipRole if index.isValid() and index.column() == ADDRESS:
                return plain_tip(self._rows[index.row()].one.missing)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK or not self.editable:
            return False
        self.turn(self._rows[index.row()].id)
        return True


class RecipientsView(RowsView):
    """Space ticks the current row, in whichever column it stands."""

    def __init__(self, model: RecipientsModel, parent: QWidget | None = None) -> None:
        super().__init__("call-recipients", say("Mottagare"), model, parent)
        self.recipients = model

    def fit(self) -> None:
        """Let no name be cut beside its tick."""
        words = (self.fontMetrics().horizontalAdvance(name) for name in self._rows.widest(0))
        self._asked[0] = max(words, default=0) + self.iconSize().width() + TICK_ROOM
        super().fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_id():
            self.recipients.turn(self.current_id())
            return
        super().keyPressEvent(event)


def _why(row: RecipientRow) -> str:
    return capitalised("; ".join(row.one.reasons) or row.one.recipient.role)


def _where(row: RecipientRow) -> str:
    one = row.one
    if one.missing:
        return one.missing.split(". ")[0].rstrip(".") + "."
    return ", ".join(one.recipient.address.splitlines())


def _picture(row: RecipientRow) -> tuple[str, str] | None:
    return ("warning", "warning") if row.one.missing and row.one.ticked else None


def _columns() -> tuple[ColumnOf[RecipientRow], ...]:
    return (
        ColumnOf(say("Namn"), lambda row: row.one.label, 200),
        ColumnOf(say("Varför"), _why, 200, needs=560),
        ColumnOf(say("Sätt"), lambda row: capitalised(word(row.one.recipient.way)), 84),
        ColumnOf(say("Adress"), _where, picture=_picture),
    )
