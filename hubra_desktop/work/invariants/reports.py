"""Rules of the written papers: what they are attached to."""

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.store.tables import REPORT
from hubra_desktop.work.invariants.kinds import Touched


def check_reports(touched: Touched) -> None:
    """Refuse a paper that would be its own bilaga, at whatever distance."""
    for row_id, report in touched.now("report").items():
        cover = report["attached_to_id"]
        passed = {row_id}
        while cover is not None:
            if cover in passed:
                raise refusal("En handling kan inte vara bilaga till sig själv. Välj en annan.")
            passed.add(cover)
            above = select(REPORT.c.attached_to_id).where(REPORT.c.id == cover)
            cover = touched.reader.scalar(above)
