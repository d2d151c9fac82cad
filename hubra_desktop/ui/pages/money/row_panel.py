"""All of one row of the ledger, told beside the list."""

from PySide6.QtCore import Signal

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import FACT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.money.cards import CardLine
from hubra_desktop.ui.pages.money.evidence import EvidenceCard, EvidenceHands
from hubra_desktop.ui.pages.money.rows_models import LedgerLine, day_text, row_kind_text


class RowPanel(FormPanel):
    """Shows a row; its button comes to "correct". ``grant_asked(id)`` leads to its grant."""

    grant_asked = Signal(str)

    def __init__(
        self, line: LedgerLine, desk: Desk, hands: EvidenceHands, *, editable: bool
    ) -> None:
        super().__init__("row-panel", desk)
        self._line = line
        title = say("Rad {number}", number=line.row.entry.number)
        text = [(name, value) for name, value in self._facts(line) if value]
        facts = [
            Field(f"fact-{place}", name, FACT, first=value)
            for place, (name, value) in enumerate(text)
        ]
        grant = CardLine("row-grant", say("Öppna bidraget"), self._ask_grant, self)
        grant.setVisible(bool(line.row.entry.grant_id))
        owner = ("ledger_entry", line.row.entry.id)
        evidence = EvidenceCard(desk, hands, owner, self, editable=editable)
        self.fill(title, say("Rätta raden…"), *facts, grant, evidence)
        self.cancel.setText(say("Stäng"))  # Nothing is typed here that could be given up.
        correction = line.row.entry.kind is EntryKind.CORRECTION
        self.accept.setEnabled(editable and not correction and bool(line.row.left_ore))

    def _facts(self, line: LedgerLine) -> tuple[tuple[str, str], ...]:
        entry = line.row.entry
        left = kronor(line.row.left_ore) if line.row.left_ore != entry.amount_ore else ""
        return (
            (say("Slag"), row_kind_text(line.row)),
            (say("Belopp"), kronor(line.signed)),
            (say("Kvar efter rättelser"), left),
            (say("Datum"), day_text(entry.date)),
            (say("Post"), line.row.post),
            (say("Till eller från"), line.row.counterpart),
            (say("Bidrag"), line.row.grant),
            (say("Verifikat"), entry.voucher),
            (say("Gäller år"), str(entry.year_concerned or "")),
            (say("Text"), entry.text),
        )

    def _ask_grant(self) -> None:
        self.grant_asked.emit(str(self._line.row.entry.grant_id))

    def commit(self, values: Values) -> object:
        return "correct"
