"""What a meeting tables or refers back waits for a later agenda as soon as that is recorded.

It waits as the row that it was, so that a later agenda takes it up as a row that continues it.
Where the decision becomes another one before that, or goes, it waits no more. That follows
from what was written, whichever way: by a form, a file, or an earlier state fetched back.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import select

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.minutes.sections import in_position
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.terms import BacklogKind
from hubra_desktop.store.deltas import Image
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
    said = {image["adopted"].strip() for row in written for image in _decided(row)[:1]}
    sections = {each.row_id: each for each in written if each.kind == "section"}
    worded = [image["section_id"] for row in written for image in _decided(row)]
    settled = [each for row in written for each in _settled_in(row)]
    settled += [each.row_id for each in sections.values() if _has_moved(each)]
    items = {
        item_id: section_id in settled
        for section_id in [*(each for each in worded if each not in settled), *settled]
        for item_id in _items_of(rows, section_id, sections.get(section_id))
    }
    for item_id, new in items.items():
        _keep(rows, item_id, said, new=new)


def _settled_in(row: Recorded) -> Iterator[str]:
    """Yield the § of a decision that is another one now, or came or went and puts off."""
    images = _decided(row)
    outcomes = {str(image["outcome"]) for image in images}
    if len(outcomes) > 1 or (len(images) == 1 and outcomes & {*_KINDS}):
        yield from (image["section_id"] for image in images)


def _decided(row: Recorded) -> tuple[Image, ...]:
    """Return a decision as it was and as it is; nothing of another kind."""
    return row.images if row.kind == "decision" else ()


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


def _keep(rows: Rows, item_id: str, said: Collection[str], *, new: bool) -> None:
    """Let a row wait where a decision of its §§ tables it or refers it back, if that is ``new``.

    What waits already has its words from now on, where it had those that were ``said`` before.
    """
    columns = TABLES["backlog_item"].c
    known = rows.all(BacklogItem, columns.item_id == item_id, columns.kind.in_(_KINDS.values()))
    # Most decisions put nothing off: their words are written without a look at the agenda.
    item = rows.get(Item, item_id) if known or new else None
    if item is None:
        return
    wanted = _wanted(rows.all(Section, TABLES["section"].c.item_id == item.id))
    open_ = [each for each in known if each.placed_item_id is None]
    if wanted is None and new:
        for each in open_:
            clear_references(rows, BacklogItem, [each.id])
            rows.remove(BacklogItem, each.id)
    elif wanted is not None and known:
        for each in open_:
            reason = wanted[1] if each.reason.strip() in {"", *said} else each.reason
            rows.change(BacklogItem, each.id, {"kind": wanted[0], "reason": reason})
    elif wanted is not None and new and not _is_taken_up(rows, item):
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
