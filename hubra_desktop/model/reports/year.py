"""The records of one year that its papers are made from, gathered once and frozen."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.records.council import Matter, MatterAlias
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import BudgetYear, Grant, LedgerEntry
from hubra_desktop.model.records.plan import Activity, Agreement, Consultation, Letter, Plan
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.terms import HELD_STATES


@dataclass(frozen=True, kw_only=True)
class YearSheets:
    """What the register holds of ``year``.

    ``meetings`` are those of the council itself in that year, ``tabled`` those where the
    year's papers are dealt with (often the year after). ``grants`` are those that were
    decided in the year or moved money in it; ``entries`` are all rows of their ledger and
    of the year's. ``names`` says what bodies are called, by id. ``budget_table`` is
    the year's budget as the screen shows it, or for an adopted plan as it was that day.
    ``plan_changes`` is what has changed in the plan since it was adopted, in Swedish.
    """

    year: int
    council: str = ""
    short: str = ""
    municipality: str = ""
    plan: Plan | None = None
    activities: tuple[Activity, ...] = ()
    letters: tuple[Letter, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    tabled: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    budget: BudgetYear | None = None
    entries: tuple[LedgerEntry, ...] = ()
    grants: tuple[Grant, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    reports: tuple[Report, ...] = ()
    matters: tuple[Matter, ...] = ()
    aliases: tuple[MatterAlias, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    budget_table: BudgetTable | None = None
    plan_changes: tuple[str, ...] = ()

    @cached_property
    def _by_grant(self) -> Mapping[str | None, tuple[LedgerEntry, ...]]:
        gathered: dict[str | None, list[LedgerEntry]] = defaultdict(list)
        for entry in self.entries:
            gathered[entry.grant_id].append(entry)
        return {grant_id: tuple(entries) for grant_id, entries in gathered.items()}

    @property
    def name(self) -> str:
        """What the council is called in running text: the short name where there is one."""
        return self.short or self.council or "Rådet"

    def applicant(self, grant: Grant) -> str:
        """Return what the body that a grant was given to is called."""
        return self.names.get(grant.body_id, "")

    def held(self) -> tuple[Meeting, ...]:
        """Return the year's meetings that were held."""
        return tuple(meeting for meeting in self.meetings if meeting.state in HELD_STATES)

    def entries_of(self, grant: Grant) -> tuple[LedgerEntry, ...]:
        """Return the ledger rows of a grant, whatever year they are booked in."""
        return self._by_grant.get(grant.id, ())

    def paper(self, report_id: str | None) -> Report | None:
        """Return one of the year's papers."""
        return next((each for each in self.reports if each.id == report_id), None)

    def attached_to(self, report: Report) -> tuple[Report, ...]:
        """Return what is attached to a paper, in the order of the bilagor's numbers."""
        attached = [each for each in self.reports if each.attached_to_id == report.id]
        return tuple(sorted(attached, key=_place))


def _place(report: Report) -> tuple[int, str]:
    return (report.attachment_number or 1_000, report.title)
