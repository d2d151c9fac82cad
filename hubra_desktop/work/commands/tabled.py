"""What a meeting tables or refers back waits for a later agenda as soon as that is recorded.

It waits as the row that it was, so that a later agenda takes it up as a row that continues it.
Where the decision becomes another one before that, or goes, it waits no more. That follows
from what was written, whichever way: by a form, a file, or an earlier state fetched back.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.minutes.sections import in_position
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.terms import BacklogKind
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import AGENDA_ITEM, TABLES
from hubra_desktop.work.commands.backlog import leave_waiting
from hubra_desktop.work.commands.base import found_owner
from hubra_desktop.work.references import clear_references

_KINDS = {
    DecisionOutcome.REFERRED_BACK: BacklogKind.REFERRED_BACK,
    DecisionOutcome.TABLED: BacklogKind.TABLED,
}


def keep_tabled(rows: Rows) -> None:
    """Let rows of agendas wait, or not, by what the decisions of their §§ have become."""
    written = rows.journal.net()
    sections = {each.row_id: each for each in written if each.kind == "section"}
    settled = {each for row in written for each in _settled_in(row)}
    moved = {each.row_id for each in sections.values() if _has_moved(each)}
    items = {
        item_id
        for section_id in settled | moved
        for item_id in _items_of(rows, section_id, sections.get(section_id))
    }
    for item_id in sorted(items):
        _keep(rows, item_id)


def _settled_in(row: Recorded) -> Iterator[str]:
    """Yield the § of a decision that is another one now, or that came or went and put off."""
    if row.kind != "decision":
        return
    changed = row.before is not None and row.after is not None
    if changed and len({str(image["outcome"]) for image in row.images}) == 1:
        return
    if changed or any(image["outcome"] in _KINDS for image in row.images):
        yield from (image["section_id"] for image in row.images)


def _has_moved(row: Recorded) -> bool:
    """Tell whether a § is of another row of the agenda than before."""
    before, after = row.before, row.after
    return before is not None and after is not None and before["item_id"] != after["item_id"]


def _items_of(rows: Rows, section_id: str, written: Recorded | None) -> Iterator[str]:
    """Yield the rows of the agenda that a § was of and is of."""
    column = TABLES["section"].c
    now = rows.connection.scalar(select(column.item_id).where(column.id == section_id))
    was: Mapping[str, Any] = (written.before if written else None) or {}
    yield from (each for each in {now, was.get("item_id")} if each is not None)


def _keep(rows: Rows, item_id: str) -> None:
    """Let a row wait where a decision of its §§ tables it or refers it back."""
    item = rows.get(Item, item_id)
    if item is None:
        return
    wanted = _wanted(rows.all(Section, TABLES["section"].c.item_id == item.id))
    columns = TABLES["backlog_item"].c
    known = rows.all(BacklogItem, columns.item_id == item.id, columns.kind.in_(_KINDS.values()))
    open_ = [each for each in known if each.placed_item_id is None]
    if wanted is None:
        for each in open_:
            clear_references(rows, BacklogItem, [each.id])
            rows.remove(BacklogItem, each.id)
    elif known:
        for each in open_:
            rows.change(BacklogItem, each.id, {"kind": wanted[0]})
    elif not _is_taken_up(rows, item):
        meeting: Meeting = found_owner(rows, Item, item.id)
        leave_waiting(rows, meeting, item, wanted[0], wanted[1])


def _wanted(sections: tuple[Section, ...]) -> tuple[BacklogKind, str] | None:
    """Return why a row waits, with the words of the decision; None where it does not."""
    decisions = [each for section in in_position(sections) for each in section.decisions]
    for outcome, kind in _KINDS.items():
        for each in decisions:
            if each.outcome is outcome:
                return kind, each.adopted.strip()
    return None


def _is_taken_up(rows: Rows, item: Item) -> bool:
    """Tell whether an agenda has a row that continues it, though nothing waited for that."""
    continued = select(AGENDA_ITEM.c.id).where(AGENDA_ITEM.c.carried_from_id == item.id).limit(1)
    return rows.connection.scalar(continued) is not None
