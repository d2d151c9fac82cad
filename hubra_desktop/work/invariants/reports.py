"""Rules of the written papers: what they are attached to."""

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.reports import Report
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import first_in_ring


def check_reports(touched: Touched) -> None:
    """Refuse a paper that would be its own bilaga, at whatever distance."""
    if first_in_ring(touched, Report, "attached_to_id") is not None:
        raise refusal("En handling kan inte vara bilaga till sig själv. Välj en annan.")
