"""What a transaction touched, read whole as it is now, and whether a row's values differ."""

from typing import TypeVar

from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.reading import records, table_of
from hubra_desktop.work.invariants.kinds import Touched

R = TypeVar("R")


def touched_wholes(touched: Touched, record: type[R]) -> tuple[R, ...]:
    """Return the records of a kind that were touched, themselves or in a list that they own."""
    kind = KINDS[record]
    ids = {
        image["id" if each.kind == kind else f"{kind}_id"]
        for each in touched.rows
        for image in each.images
    }
    return records(touched.reader, record, table_of(record).c.id.in_(ids))


def rewritten(touched: Touched, kind: str, *names: str) -> set[str]:
    """Return the ids of the rows of a kind that are new, or whose values of these names are."""
    return {
        each.row_id
        for each in touched.rows
        if each.kind == kind and any(_differs(each, name) for name in names)
    }


def _differs(change: Recorded, name: str) -> bool:
    before, after = change.before, change.after
    return after is not None and (before is None or before[name] != after[name])
