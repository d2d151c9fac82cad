"""The strip under the agenda with everything about the chosen row that has no column."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import is_numbered, numbered_choice
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.converters import CHOICE, FLAG, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form

CommitItem = Callable[[str, Mapping[str, object], str], None]


class ItemDetails(Form):
    """Shows one row; ``commit(item_id, values, edit)`` writes a field or raises InputError.

    ``draft`` is told every keystroke. The public title can be written only when the row
    is behind closed doors.
    """

    def __init__(
        self, commit: CommitItem, draft: CommitItem, parent: QWidget | None = None
    ) -> None:
        super().__init__("item-details", "", parent)
        self.setAccessibleName(say("Radens uppgifter"))
        self._commit_item, self._draft_item = commit, draft
        times = terms_of(PrintTime, word)
        never, readable = say("Skrivs aldrig ut"), say("Det som alla får läsa")
        parallel = say("Samtidigt som raden ovanför, i en annan lokal")
        self.stand_in_panel()
        self.build(
            (
                Field("kind", say("Slag"), CHOICE, choices=terms_of(ItemKind, word)),
                Field("print_time", say("Skriv ut tiden"), CHOICE, choices=times),
                Field("place", say("Lokal")),
                Field("raised_by", say("Väckt av"), printed=False),
            ),
            (
                Field("note", say("Anteckning i kallelsen")),
                Field("inner_note", say("Inre anteckning"), hint=never, printed=False),
                Field("public_title", say("Offentlig rubrik"), hint=readable),
            ),
            (
                _choice("print_note", say("Skriv ut anteckningen")),
                _choice("print_place", say("Skriv ut lokalen")),
            ),
            (
                _choice("print_presenters", say("Skriv ut föredragande")),
                _choice("print_case_number", say("Skriv ut diarienumret")),
            ),
        )
        self.build_aside(
            Field("numbered", say("Med nummer"), FLAG, tip=say("Räknas med i numreringen")),
            Field("parallel", say("Parallellt"), FLAG, tip=parallel),
            Field("closed", say("Stängda dörrar"), FLAG),
            Field("withdrawn", say("Utgår"), FLAG),
        )
        self.show_record(None)

    def show_record(self, record: Item | None) -> bool:
        """Show a row; None shows an empty strip that cannot be used."""
        shown = super().show_record(record)
        if shown and record is None:
            self.fill(Item())
            for choice in self.choices.values():
                choice.show_value(None)
        self.setEnabled(self.record is not None)
        return shown

    def fill(self, record: Any) -> None:
        super().fill(replace(record, numbered=is_numbered(record)))
        title = self.entries["public_title"]
        title.setEnabled(record.closed or title.refused)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        if "numbered" in values:
            chosen = numbered_choice(self.record.kind, values["numbered"])
            values = {**values, "numbered": chosen}
        self._commit_item(self.record.id, values, edit)

    def draft(self, name: str, value: Any) -> None:
        if self.record is not None:
            self._draft_item(self.record.id, {name: value}, "")


def _choice(name: str, label: str) -> Field:
    """Return the choice of what else than its public title is printed of a closed row."""
    tip = say(
        "Av en rad bakom stängda dörrar skrivs bara den offentliga rubriken ut, om inget väljs"
    )
    return Field(name, label, FLAG, shown=lambda item: item.closed, tip=tip)
