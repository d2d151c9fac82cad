"""What always holds between rows, by kind: asked at the end of every transaction.

Whoever wrote it, a form, a table, a file, an undo or a redo: the rules of the kinds that
the transaction touched are asked before it is kept, and a refusal takes all of it back.
"""

from typing import TYPE_CHECKING, Final

from sqlalchemy.engine import Connection

from hubra_desktop.store.journal import Recorded
from hubra_desktop.work.invariants.allowances import check_allowances
from hubra_desktop.work.invariants.approved import (
    NAMED_THERE,
    OF_MINUTES,
    check_approved,
    check_becoming_approved,
)
from hubra_desktop.work.invariants.approved_presence import OF_PRESENCE, check_presence_at_once
from hubra_desktop.work.invariants.attendance import (
    check_attendance,
    check_inside_once,
    check_stay_rows,
)
from hubra_desktop.work.invariants.closed_years import check_closed_years
from hubra_desktop.work.invariants.dispatches import check_marks, check_sent
from hubra_desktop.work.invariants.follow_ups import check_follow_up_reports, check_follow_ups
from hubra_desktop.work.invariants.indicators import check_indicators
from hubra_desktop.work.invariants.kinds import Invariant, Touched
from hubra_desktop.work.invariants.mailing_lists import check_mailing_lists
from hubra_desktop.work.invariants.matters import check_case_numbers
from hubra_desktop.work.invariants.meetings import (
    check_bodies,
    check_footnotes,
    check_issued_rows,
    check_meetings,
    check_periods,
    check_templates,
)
from hubra_desktop.work.invariants.minutes import (
    check_ballots,
    check_kept_as_numbered,
    check_section_numbers,
    check_voters,
)
from hubra_desktop.work.invariants.minutes_days import (
    check_anchorings,
    check_notices,
    check_planned,
    check_reported,
)
from hubra_desktop.work.invariants.money import (
    check_budgets,
    check_evidence_owners,
    check_grants,
    check_ledger,
)
from hubra_desktop.work.invariants.people import check_mandates
from hubra_desktop.work.invariants.plan import (
    check_activities,
    check_agreements,
    check_areas,
    check_consultations,
    check_letters,
    check_links,
    check_parties,
    check_recipients,
)
from hubra_desktop.work.invariants.reports import check_issued, check_reports
from hubra_desktop.work.invariants.rulebook import check_rules
from hubra_desktop.work.invariants.running import check_runs

if TYPE_CHECKING:
    from hubra_desktop.store.journal import Journal

_BUDGET: Final = frozenset(
    {"allocation", "budget_post", "budget_version", "budget_year", "closing_commitment"}
)
_GRANTS: Final = frozenset({"grant", "grant_decision", "ledger_entry"})
_DISPATCHES: Final = frozenset({"dispatch", "dispatch_recipient"})
_FOLLOW_UPS: Final = frozenset({"follow_up", "follow_up_report"})
OF_YEARS: Final = _BUDGET | _GRANTS
"""The kinds whose rows stand when their year is closed."""

INVARIANTS: Final[tuple[Invariant, ...]] = (
    Invariant(OF_YEARS, check_closed_years),
    Invariant(OF_MINUTES | NAMED_THERE, check_approved),
    Invariant(OF_MINUTES, check_becoming_approved),
    Invariant(OF_PRESENCE, check_presence_at_once),
    Invariant(_BUDGET, check_budgets),
    Invariant(frozenset({"ledger_entry"}), check_ledger),
    Invariant(_GRANTS, check_grants),
    Invariant(frozenset({"allowance_period", "allowance_row"}), check_allowances),
    Invariant(frozenset({"evidence"}), check_evidence_owners),
    Invariant(frozenset({"meeting"}), check_meetings),
    Invariant(frozenset({"agenda_item", "meeting"}), check_issued_rows),
    Invariant(frozenset({"meeting_template"}), check_templates),
    Invariant(frozenset({"footnote"}), check_footnotes),
    Invariant(frozenset({"blocked_period"}), check_periods),
    Invariant(frozenset({"body"}), check_bodies),
    Invariant(frozenset({"matter", "matter_alias"}), check_case_numbers),
    Invariant(frozenset({"mandate"}), check_mandates),
    Invariant(frozenset({"body_rules", "rules_seat", "rules_committee"}), check_rules),
    Invariant(frozenset({"mailing_list", "list_member"}), check_mailing_lists),
    Invariant(frozenset({"activity", "activity_area"}), check_activities),
    Invariant(frozenset({"activity", "activity_area", "plan"}), check_areas),
    Invariant(frozenset({"activity_link"}), check_links),
    Invariant(frozenset({"letter"}), check_letters),
    Invariant(frozenset({"letter", "letter_recipient"}), check_recipients),
    Invariant(frozenset({"agreement"}), check_agreements),
    Invariant(frozenset({"agreement_party"}), check_parties),
    Invariant(frozenset({"consultation"}), check_consultations),
    Invariant(frozenset({"indicator", "measurement"}), check_indicators),
    Invariant(frozenset({"agenda_run"}), check_runs),
    Invariant(frozenset({"report"}), check_reports),
    Invariant(frozenset({"issued_paper"}), check_issued),
    Invariant(frozenset({"attendance", "attendance_stay"}), check_attendance),
    Invariant(frozenset({"attendance_stay"}), check_stay_rows),
    Invariant(frozenset({"attendance_stay"}), check_inside_once),
    Invariant(_FOLLOW_UPS, check_follow_ups),
    Invariant(_FOLLOW_UPS, check_follow_up_reports),
    Invariant(frozenset({"meeting", "section"}), check_section_numbers),
    Invariant(frozenset({"minutes"}), check_kept_as_numbered),
    Invariant(frozenset({"ballot_voice", "section_ballot"}), check_ballots),
    Invariant(frozenset({"ballot_voice", "section_ballot"}), check_voters),
    Invariant(frozenset({"approval"}), check_planned),
    Invariant(frozenset({"decision_notice"}), check_notices),
    Invariant(frozenset({"anchoring"}), check_anchorings),
    Invariant(frozenset({"reported_matter"}), check_reported),
    Invariant(_DISPATCHES, check_sent),
    Invariant(_DISPATCHES, check_marks),
)
"""All rules, in the order in which they are asked."""


def check_invariants(
    connection: Connection, journal: "Journal", *, replayed: bool, whole: bool = False
) -> None:
    """Raise InputError when what was written breaks a rule of its kind."""
    changed = journal.net()
    for invariant in INVARIANTS:
        rows = [each for each in changed if each.kind in invariant.kinds]
        if rows:
            invariant.rule(Touched(connection, rows, replayed, whole))


def ends_undo(journal: "Journal") -> bool:
    """Tell whether what was written closes a year or a list: nothing before can be undone."""
    return any(_closes(each) for each in journal.net())


def _closes(row: Recorded) -> bool:
    """Tell whether a row is closed now and was not before."""
    if row.kind not in _CLOSED_ON or row.after is None or not row.after["closed_on"]:
        return False
    return row.before is None or not row.before["closed_on"]


_CLOSED_ON: Final = frozenset({"budget_year", "allowance_period"})
