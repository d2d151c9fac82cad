"""The library of phrases: those that the program proposes, put into it."""

from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.minutes.phrases import STARTERS
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.swedish import folded
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step


@dataclass(frozen=True)
class AddStarterPhrases(Step):
    """Put into the library the proposed phrases whose keys are not in it."""

    label: ClassVar[str] = "add-phrases"

    def apply(self, rows: Rows) -> str | None:
        known = {folded(each.key) for each in rows.all(Phrase)}
        lacking = [each for each in STARTERS if folded(each.key) not in known]
        if not lacking:
            raise refusal("Alla fraser som programmet föreslår finns redan.")
        made = [rows.add(each) for each in lacking]
        return made[0]
