"""Rules of the written papers: what they are attached to, and that what was issued stays."""

from typing import Final

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.reports import Report
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import first_in_ring


def check_reports(touched: Touched) -> None:
    """Refuse a paper that would be its own bilaga, at whatever distance."""
    if first_in_ring(touched, Report, "attached_to_id") is not None:
        raise refusal("En handling kan inte vara bilaga till sig själv. Välj en annan.")


_MAY_GO: Final = frozenset({"grant_id", "decision_id", "plan_id"})
"""What an issued paper is about may be removed; the paper stands."""


def check_issued(touched: Touched) -> None:
    """Refuse to change what was issued: a new paper is issued instead."""
    for each in touched.rows:
        if each.before is None or each.after is None:
            continue
        changed = {name for name, value in each.after.items() if each.before[name] != value}
        if changed - _MAY_GO:
            raise refusal("En utfärdad handling ändras inte. Utfärda en ny.")
