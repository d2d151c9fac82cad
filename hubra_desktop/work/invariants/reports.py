"""Rules of the written papers: what they are attached to, and that what was issued stays."""

from typing import Final

from sqlalchemy import select

from hubra_desktop.model.dispatch.dispatch_terms import Audience, IssueState
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.reports import Report
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.approval_papers import AT_ONCE_PAPER
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import first_in_ring
from hubra_desktop.work.minutes_papers import WHOLE_MINUTES


def check_reports(touched: Touched) -> None:
    """Refuse a paper that would be its own bilaga, at whatever distance."""
    if first_in_ring(touched, Report, "attached_to_id") is not None:
        raise refusal("En handling kan inte vara bilaga till sig själv. Välj en annan.")


_MAY_GO: Final = frozenset({"grant_id", "decision_id", "plan_id", "meeting_id", "section_id"})
"""What an issued paper is about may be removed; the paper stands."""


def check_issued(touched: Touched) -> None:
    """Refuse to change what was issued: a new paper is issued instead.

    Only its state follows what comes after, and never back. Of one paper of a meeting for
    one audience a single issue holds.
    """
    for each in touched.rows:
        if each.before is None or each.after is None:
            continue
        changed = {name for name, value in each.after.items() if each.before[name] != value}
        if each.before["state"] == IssueState.ISSUED:
            changed -= {"state"}
        if changed - _MAY_GO:
            raise refusal("En utfärdad handling ändras inte. Utfärda en ny.")
    _check_single(touched)


def _versions(image: Image) -> tuple[str, frozenset[str], frozenset[str]]:
    """Return which papers of a meeting, for whom, are versions of one another.

    Minutes are so whatever their kind was, and whether they held something secret.
    """
    if image["paper"] in WHOLE_MINUTES:
        return image["meeting_id"], WHOLE_MINUTES, frozenset(Audience)
    return image["meeting_id"], frozenset({image["paper"]}), frozenset({image["audience"]})


def _check_single(touched: Touched) -> None:
    """Refuse two issues of one paper for one audience that both hold, or none at all.

    Of each § there are extracts for many, and §§ approved at once, which all hold.
    """
    papers = {
        _versions(image)
        for image in touched.now("issued_paper").values()
        if image["meeting_id"] is not None and image["section_id"] is None
        if image["paper"] != AT_ONCE_PAPER
    }
    columns = ISSUED_PAPER.c
    for meeting_id, names, audiences in papers:
        states = select(columns.state).where(
            columns.meeting_id == meeting_id, columns.paper.in_(names),
            columns.audience.in_(audiences),
        )  # fmt: skip
        held = touched.reader.scalars(states).all()
        holding = held.count(IssueState.ISSUED)
        if holding > 1:
            raise refusal("Två utgåvor av samma handling kan inte gälla samtidigt.")
        if not holding and IssueState.WITHDRAWN not in held:
            raise refusal("En utgåva som ersätts måste ha en som gäller i stället.")
