"""Asks which table is to be written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.language import say, say_in
from hubra_desktop.ui.forms.converters import CHOICE
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.allowance_table import ALLOWANCES
from hubra_desktop.work.backlog_table import BACKLOG
from hubra_desktop.work.decision_table import DECISIONS
from hubra_desktop.work.disposal_table import DISPOSALS
from hubra_desktop.work.money_tables import BUDGET
from hubra_desktop.work.paper_table import MEETING_PAPERS


class TableExportDialog(FormDialog):
    """Asks which table is to be written, of which year."""

    def __init__(self, years: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__("table-export-dialog", say("Exportera tabell"), say("Välj plats…"), parent)
        self.answer: tuple[str, int | None] | None = None
        tables: list[tuple[str, str]] = [
            (say("Budget"), BUDGET),
            (say("Huvudbok"), TableName.LEDGER),
            (say_in("grants", "Bidrag"), TableName.GRANTS),
            (say("Aktiviteter"), TableName.ACTIVITIES),
            (say("Mätningar"), TableName.MEASUREMENTS),
            (say("Sammanträden"), TableName.MEETINGS),
            (say("Handlingar"), MEETING_PAPERS),
            (say("Personer"), TableName.PEOPLE),
            (say("Föreningar"), TableName.ASSOCIATIONS),
            (say("Arvoden"), ALLOWANCES),
            (say("Arvodessatser"), TableName.RATES),
            (say_in("decisions", "Beslut"), DECISIONS),
            (say("Ärenden"), TableName.MATTERS),
            (say("Uppföljning"), TableName.FOLLOW_UPS),
            (say("Anmälningar"), TableName.REPORTED),
            (say("Närvaro"), TableName.ATTENDANCE),
            (say("Tider i rummet"), TableName.STAYS),
            (say("Det som väntar"), BACKLOG),
            (say("Gallringar"), DISPOSALS),
        ]
        some = [(say("Alla år"), None), *((str(year), year) for year in years)]
        self.form.build(
            Field("table", say("&Tabell"), CHOICE, choices=tables),
            Field("year", say("&År"), CHOICE, choices=some),
        )

    def take(self, values: Values) -> None:
        self.answer = (values["table"], values["year"])

    @classmethod
    def ask(cls, parent: QWidget, years: Sequence[int]) -> tuple[str, int | None] | None:
        """Ask, and return the table and its year (None: all), or None."""
        return cls(years, parent).ended().answer
