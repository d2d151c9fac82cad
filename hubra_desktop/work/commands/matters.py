"""Matters made of what the agendas already name."""

from dataclasses import dataclass

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.council import Matter
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.queries.matters import unlisted_numbers


@dataclass(frozen=True)
class ListNumbers(Step):
    """Make a matter of each case number on the agendas that no matter has.

    It is called as the row is, and as everybody may read it where the row is closed. Raises
    InputError when there is none.
    """

    label = "list-numbers"

    def apply(self, rows: Rows) -> str:
        found = unlisted_numbers(rows.connection)
        if not found:
            raise refusal("Alla diarienummer på föredragningslistorna är redan upplagda.")
        made = [rows.add(Matter(id="", case_number=number, title=title)) for number, title in found]
        return made[0]
