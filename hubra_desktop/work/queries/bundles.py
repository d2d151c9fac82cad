"""The register, or single meetings, as one frozen bundle to write to a file."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.bundle import Bundle, matters_of, people_of, with_those_above
from hubra_desktop.model.council import (
    BodySheet,
    MandateSheet,
    MatterAliasSheet,
    MatterSheet,
    PersonSheet,
    RegisterSheet,
)
from hubra_desktop.model.indicators.sheets import IndicatorSheet
from hubra_desktop.model.money.sheets import (
    AssociationSheet,
    BudgetYearSheet,
    GrantSheet,
    LedgerEntrySheet,
)
from hubra_desktop.model.plan.sheets import (
    ActivitySheet,
    AgreementSheet,
    ConsultationSheet,
    LetterSheet,
    PlanSheet,
)
from hubra_desktop.model.published import named
from hubra_desktop.model.reports.sheets import ReportSheet
from hubra_desktop.model.tables import MEETING, REGISTER
from hubra_desktop.model.tables.money import LEDGER_ENTRY
from hubra_desktop.store.reading import record_of, records
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.sheets import meeting_sheets


def register_bundle(reader: Connection) -> Bundle:
    """Return everything that the register holds, in a fixed order."""
    return Bundle(
        register=record_of(RegisterSheet, reader.execute(select(REGISTER)).one()),
        house_style=house_style(reader),
        bodies=records(reader, BodySheet),
        persons=records(reader, PersonSheet),
        mandates=records(reader, MandateSheet),
        matters=records(reader, MatterSheet),
        matter_aliases=records(reader, MatterAliasSheet),
        meetings=meeting_sheets(reader),
        plans=records(reader, PlanSheet),
        activities=records(reader, ActivitySheet),
        letters=records(reader, LetterSheet),
        agreements=records(reader, AgreementSheet),
        consultations=records(reader, ConsultationSheet),
        associations=records(reader, AssociationSheet),
        budget_years=records(reader, BudgetYearSheet),
        grants=records(reader, GrantSheet),
        ledger=records(reader, LedgerEntrySheet, order=(LEDGER_ENTRY.c.number,)),
        indicators=records(reader, IndicatorSheet),
        reports=records(reader, ReportSheet),
    )


def meetings_bundle(reader: Connection, meeting_ids: Iterable[str]) -> Bundle:
    """Return the meetings with the bodies, people and matters that they refer to.

    People come as they are named at meetings; how to reach them stays in the register.
    """
    meetings = meeting_sheets(reader, _with_successors(reader, set(meeting_ids)))
    people = {person for meeting in meetings for person in people_of(meeting)}
    bodies = with_those_above(records(reader, BodySheet), {each.body_id for each in meetings})
    persons = records(reader, PersonSheet)
    return Bundle(
        bodies=bodies,
        persons=tuple(named(each) for each in persons if each.id in people),
        matters=matters_of(records(reader, MatterSheet), meetings),
        meetings=meetings,
    )


def _with_successors(reader: Connection, ids: set[str]) -> set[str]:
    """Return the meetings and those that they were moved to, so that no pointer dangles."""
    kept: set[str] = set()
    while ids:
        kept |= ids
        meeting = MEETING.c
        moved = select(meeting.moved_to).where(meeting.id.in_(ids), meeting.moved_to.is_not(None))
        ids = {each for each in reader.scalars(moved) if each} - kept
    return kept
