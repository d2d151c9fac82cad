"""Agreements: who with, for how long, for how much, and when they are followed up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import in_order
from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.plan.plan_findings import agreements_due
from hubra_desktop.model.plan.terms import AgreementKind
from hubra_desktop.model.records.plan import Agreement, AgreementMeeting, AgreementParty
from hubra_desktop.model.swedish import folded, sort_key
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, COUNT, DAY, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.register_panel import (
    PlanRegister,
    RegisterPanel,
    day_shown,
    untitled,
)
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.plan import agreements
from hubra_desktop.work.queries.register import body_names

Column = ColumnOf[Agreement]


class AgreementForm(Form):
    """Edits one agreement with its parties and its follow-up meetings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("agreement-form", "", parent, desk=desk, change=Agreement)
        self.setAccessibleName(say("Överenskommelse"))
        self._bodies: dict[str, str] = {}
        self.build(
            Field("title", say_in("title", "Rubrik")),
            Field("kind", say("Slag"), CHOICE, choices=terms_of(AgreementKind, word)),
            (
                Field("valid_from", say("Från"), DAY),
                Field("valid_to", say("Till"), DAY),
                Field("warn_months", say("Varna, månader före"), COUNT),
            ),
            self._party_list(),
            Field("purpose", say("Syfte och områden"), TEXT, least=3),
            Field("contributions", say("Vad var och en bidrar med"), TEXT),
            (
                Field("amount_ore", say("Pengar per år"), AMOUNT),
                Field("case_number", say("Diarienummer")),
            ),
            Field("money_note", say("Om pengarna"), TEXT, least=1),
            Parts(
                "follow-up",
                "meetings",
                say("Uppföljningsmöten"),
                say("Lägg till möte"),
                (
                    Field("date", say("Dag"), DAY, width=2),
                    Field("note", say("Anteckning"), width=3),
                    Field("held", say("Hållet"), FLAG),
                ),
                AgreementMeeting,
            ),
            Field("note", say("Anteckning"), TEXT),
        )
        self.end()
        self.parties, self.meetings = self.lists

    def _party_list(self) -> Parts:
        return Parts(
            "party",
            "parties",
            say("Parter"),
            say("Lägg till part"),
            (Field("name", say("Vem")),),
            AgreementParty,
            first=lambda: {"name": self._fresh()},
            written=self._with_body,
        )

    def know(self, bodies: Mapping[str, str]) -> None:
        """Complete the names of parties by the bodies of the register."""
        self._bodies = {folded(name): body_id for body_id, name in bodies.items()}
        self.parties.offer("name", sorted(bodies.values(), key=sort_key))

    def near(self) -> date:
        begun = self.record.valid_from if self.record is not None else None
        return begun or self.desk.today()

    def _with_body(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Add which of the bodies of the register it is that bears the name."""
        return {**values, "body_id": self._bodies.get(folded(str(values.get("name", ""))))}

    def _fresh(self) -> str:
        """Return a name that no party has; a party without any name is refused."""
        taken = {folded(party.name) for party in self.record.parties}
        name = say("Ny part")
        return name if folded(name) not in taken else f"{name} {len(taken) + 1}"


def _named(sheet: Agreement, names: Mapping[str, str]) -> Agreement:
    """Return an agreement whose parties bear the names that the register knows."""
    parties = tuple(
        replace(each, name=names.get(each.body_id or "", each.name)) for each in sheet.parties
    )
    return replace(sheet, parties=parties)


def agreements_panel(desk: Desk, actions: Actions, parent: QWidget) -> RegisterPanel:
    """Return the register of all agreements, those that end first before the others."""
    form = AgreementForm(desk)

    def read(reader: Reader) -> Sequence[Agreement]:
        names = body_names(reader)
        form.know(names)
        return [_named(each, names) for each in agreements(reader)]

    register = PlanRegister(
        "agreement",
        frozenset({"agreement", "agreement_party", "agreement_meeting"}),
        title=say("Överenskommelser"),
        about=say(
            "Här står samverkansöverenskommelser och partnerskap (IOP): med vem, hur "
            "länge och för hur mycket. Du får veta det i god tid innan någon går ut."
        ),
        columns=(
            Column(say_in("title", "Rubrik"), lambda row: row.title or untitled()),
            Column(say("Med"), lambda row: ", ".join(p.name for p in row.parties), needs=560),
            Column(say("Från"), lambda row: day_shown(row.valid_from), 100),
            Column(say("Till"), lambda row: day_shown(row.valid_to), 100),
        ),
        read=read,
        count=lambda rows: say_count("{n} överenskommelse", "{n} överenskommelser", len(rows)),
        due=lambda reader, rows, today: in_order(agreements_due(rows, today)),
        add=lambda: Store(Agreement()),
        remove=partial(Remove, Agreement),
    )
    return RegisterPanel(desk, actions, register, form, parent)
