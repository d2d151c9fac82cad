"""Agreements: who with, for how long, for how much, and when they are followed up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.plan.sheets import AgreementSheet
from hubra_desktop.model.plan.terms import AgreementKind
from hubra_desktop.model.plan.watch import agreements_due
from hubra_desktop.model.plan.words import word
from hubra_desktop.model.swedish import capitalised, folded, short_date, sort_key
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.ui.widgets.part_list import PartField, PartList
from hubra_desktop.ui.widgets.readings import AMOUNT, COUNT, DAY
from hubra_desktop.ui.widgets.record_form import RecordForm
from hubra_desktop.work.commands import (
    AddAgreement,
    AddAgreementMeeting,
    AddAgreementParty,
    ChangeAgreement,
    ChangeAgreementMeeting,
    ChangeAgreementParty,
    Command,
    RemoveAgreement,
    RemoveAgreementMeeting,
    RemoveAgreementParty,
)
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.plan import agreements
from hubra_desktop.work.queries.plan_links import body_names

Column = ColumnOf[AgreementSheet]


class AgreementForm(RecordForm):
    """Edits one agreement with its parties and its follow-up meetings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("agreement-form", "", parent)
        self.setAccessibleName(self.tr("Agreement"))
        self._desk = desk
        self._bodies: dict[str, str] = {}
        self.put(self.line("title", self.tr("Title")))
        kinds = [(capitalised(word(each)), each) for each in AgreementKind]
        self.put(self.choice("kind", self.tr("Kind"), kinds))
        self.put(
            self.line("valid_from", self.tr("From"), DAY),
            self.line("valid_to", self.tr("To"), DAY),
            self.line("warn_months", self.tr("Warn, months before"), COUNT),
        )
        self.parties = self._list(
            "party",
            self.tr("Parties"),
            self.tr("Add party"),
            (PartField("name", self.tr("Who")),),
        )
        self.parties.write = self._write_party
        self.parties.add_asked.connect(self._add_party)
        self.parties.remove_asked.connect(self._remove_party)
        self.put(self.area("purpose", self.tr("Purpose and areas"), least=3))
        self.put(self.area("contributions", self.tr("What each contributes")))
        self.put(
            self.line("amount_ore", self.tr("Money a year"), AMOUNT),
            self.line("case_number", self.tr("Case number")),
        )
        self.put(self.area("money_note", self.tr("Note on the money"), least=1))
        self.meetings = self._list(
            "follow-up",
            self.tr("Follow-up meetings"),
            self.tr("Add meeting"),
            (
                PartField("date", self.tr("Day"), DAY, 2),
                PartField("note", self.tr("Note"), stretch=3),
                PartField("held", self.tr("Held"), tick=True),
            ),
        )
        self.meetings.write = self._write_meeting
        self.meetings.add_asked.connect(self._add_meeting)
        self.meetings.remove_asked.connect(self._remove_meeting)
        self.put(self.area("note", self.tr("Note")))
        self.end()

    def _list(self, name: str, heading: str, adding: str, fields: Sequence[PartField]) -> PartList:
        parts = PartList(name, heading, adding, fields, self.inside)
        parts.near = self.near
        self.put_list(parts)
        return parts

    def know(self, bodies: Mapping[str, str]) -> None:
        """Complete the names of parties by the bodies of the register."""
        self._bodies = {folded(name): body_id for body_id, name in bodies.items()}
        self.parties.words = {"name": sorted(bodies.values(), key=sort_key)}

    def near(self) -> date:
        begun = self.record.valid_from if self.record is not None else None
        return begun or date.today()

    def fill(self, record: Any) -> None:
        super().fill(record)
        self.parties.show_rows(record.parties)
        self.meetings.show_rows(record.meetings)

    def write(self, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangeAgreement(self.record.id, values, edit))

    def _write_party(self, row_id: str, values: Mapping[str, object], edit: str) -> None:
        known = self._bodies.get(folded(str(values.get("name", ""))))
        named = {**values, "body_id": known}
        self._desk.attempt_now(ChangeAgreementParty(row_id, named, edit))

    def _write_meeting(self, row_id: str, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangeAgreementMeeting(row_id, values, edit))

    def _add_party(self) -> None:
        changes = self._desk.run(AddAgreementParty(self.record.id, {"name": self._fresh()}))
        if changes is not None and changes.created:
            self.parties.begin(changes.created)

    def _fresh(self) -> str:
        """Return a name that no party has; a party without any name is refused."""
        taken = {folded(party.name) for party in self.record.parties}
        name = self.tr("New party")
        return name if folded(name) not in taken else f"{name} {len(taken) + 1}"

    def _remove_party(self, row_id: str) -> None:
        self._desk.run(RemoveAgreementParty(row_id))

    def _add_meeting(self) -> None:
        changes = self._desk.run(AddAgreementMeeting(self.record.id, {}))
        if changes is not None and changes.created:
            self.meetings.begin(changes.created)

    def _remove_meeting(self, row_id: str) -> None:
        self._desk.run(RemoveAgreementMeeting(row_id))


def _named(sheet: AgreementSheet, names: Mapping[str, str]) -> AgreementSheet:
    """Return an agreement whose parties bear the names that the register knows."""
    parties = tuple(
        replace(each, name=names.get(each.body_id or "", each.name)) for each in sheet.parties
    )
    return replace(sheet, parties=parties)


class AgreementsPanel(RegisterPanel):
    """All agreements, those that end first before the others."""

    kind = "agreement"
    tables = frozenset({"agreement", "agreement_party", "agreement_meeting"})
    adding = "new-agreement"

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(desk, actions, AgreementForm(desk), parent)

    def title(self) -> str:
        return self.tr("Agreements")

    def about(self) -> str:
        return self.tr(
            "Here stand the agreements on cooperation and the partnerships (IOP): who with, "
            "for how long and for how much. You are told in good time before one ends."
        )

    def columns(self) -> Sequence[ColumnOf[Any]]:
        return (
            Column(self.tr("Title"), lambda row: row.title or self.untitled()),
            Column(
                self.tr("With"), lambda row: ", ".join(p.name for p in row.parties), 200, needs=560
            ),
            Column(
                self.tr("From"),
                lambda row: _day(row.valid_from),
                100,
            ),
            Column(self.tr("To"), lambda row: _day(row.valid_to), 100),
        )

    def read(self, reader: Reader) -> Sequence[Any]:
        names = body_names(reader)
        known = self.form
        if isinstance(known, AgreementForm):
            known.know(names)
        return [_named(each, names) for each in agreements(reader)]

    def count(self, sheets: Sequence[Any]) -> str:
        return self.tr("%n agreement(s)", "", len(sheets))

    def watched(self, reader: Reader, sheets: Sequence[Any], today: date) -> Sequence[Due]:
        return in_order(agreements_due(sheets, today))

    def add_command(self) -> Command:
        return AddAgreement(AgreementSheet())

    def remove_command(self, row_id: str) -> Command:
        return RemoveAgreement(row_id)


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
