"""What a meeting tables or refers back waits for a later agenda as soon as that is recorded.

It waits as the row that it was, so that a later agenda takes it up as a row that continues it.
Where the decision becomes another one before that, it waits no more.
"""

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.terms import BacklogKind
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.backlog import leave_waiting
from hubra_desktop.work.commands.base import found_owner
from hubra_desktop.work.references import clear_references

_KINDS = {
    DecisionOutcome.REFERRED_BACK: BacklogKind.REFERRED_BACK,
    DecisionOutcome.TABLED: BacklogKind.TABLED,
}


def follow_outcome(rows: Rows, before: Decision, after: Decision) -> None:
    """Let the row of a decision wait, or not, by what the decision has become."""
    if before.outcome is not after.outcome:
        keep_tabled(rows, found_owner(rows, Decision, after.id))


def keep_tabled(rows: Rows, section: Section) -> None:
    """Let the row of a § wait where one of its decisions tables it or refers it back."""
    item = rows.get(Item, section.item_id)
    if item is None:
        return
    wanted = _wanted(section)
    columns = TABLES["backlog_item"].c
    known = rows.all(BacklogItem, columns.item_id == item.id, columns.kind.in_(_KINDS.values()))
    open_ = [each for each in known if each.placed_item_id is None]
    if wanted is None:
        for each in open_:
            clear_references(rows, BacklogItem, [each.id])
            rows.remove(BacklogItem, each.id)
    elif not known:
        meeting: Meeting = found_owner(rows, Item, item.id)
        leave_waiting(rows, meeting, item, wanted[0], wanted[1])
    else:
        for each in open_:
            rows.change(BacklogItem, each.id, {"kind": wanted[0]})


def _wanted(section: Section) -> tuple[BacklogKind, str] | None:
    """Return why the row of a § waits, with the words of the decision; None where it does not."""
    for outcome, kind in _KINDS.items():
        for each in section.decisions:
            if each.outcome is outcome:
                return kind, each.adopted.strip()
    return None
