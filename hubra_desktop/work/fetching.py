"""What of an earlier state of the register can be fetched back, read from both states."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from hubra_desktop.model.records.catalogue import KINDS, RECORDS, SINGLE, owner_of
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.plan import ActivityLink
from hubra_desktop.store.history import RowKey, masked_rows, rows_there
from hubra_desktop.store.pictures import is_kept, kept_picture
from hubra_desktop.store.reading import record_of, records, table_of
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.commands.base import list_of
from hubra_desktop.work.commands.fetch import (
    FetchBack,
    Pointing,
    parts_below,
    rows_named_by,
    siblings_of,
)
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.references import NUMBERED_BY, can_be_emptied, pointing_at


def fetch_of(
    then: Reader, now: Reader, key: RowKey, known: Collection[RowKey] = frozenset()
) -> FetchBack:
    """Return the command that makes a row as it was, with all that it owns.

    Rows that were nothing without it or followed it, and are gone, come with it; ``known`` are
    those that come anyway. Raises KeyError when the row was not there then.
    """
    kind, row_id = key
    record = _record(then, kind, row_id)
    tree = {key: record} | {(KINDS[type(e)], e.id): e for e in parts_below(record)}
    owner_id, among = _owner(then, record, row_id)
    ids = [each.id for each in among]
    place = ids.index(row_id) if row_id in ids else 0
    gone = not rows_there(now, [key])
    pointing = tuple(_pointing(then, tree)) if gone else ()
    there = rows_there(now, [(KINDS[each.record], each.row_id) for each in pointing])
    went = dict.fromkeys((KINDS[each.record], each.row_id) for each in pointing if _goes_with(each))
    left = {*there, *known, *masked_rows(now, went)}
    coming = {*known, *went, *tree}
    with_it = tuple(fetch_of(then, now, each, coming) for each in went if each not in left)
    return FetchBack(
        record,
        row_id,
        owner_id,
        before=tuple(ids[:place]),
        after=tuple(ids[place + 1 :]),
        contents=dict(_contents(then, now, tree)),
        pointing=pointing,
        names=_names(then, now, tree),
        with_it=with_it,
    )


def _goes_with(pointing: Pointing) -> bool:
    """Tell whether a row goes, or may have gone, when what it names is removed."""
    record, column = pointing.record, pointing.column
    followed = (record, column) == (FollowUp, "decision_id")
    return followed or record is ActivityLink or not can_be_emptied(record, column)


def _record(then: Reader, kind: str, row_id: str) -> Any:  # noqa: ANN401
    record = RECORDS[kind]
    table = table_of(record)
    if kind in SINGLE:
        return record_of(record, then.execute(select(table).where(table.c.id == row_id)).one())
    found: tuple[Any, ...] = records(then, record, table.c.id == row_id)
    if not found:
        raise KeyError(row_id)
    return found[0]


def _owner(then: Reader, record: Any, row_id: str) -> tuple[str, Sequence[Any]]:  # noqa: ANN401
    """Return the id of what a row belonged to, if anything, and the rows that it stood among."""
    lists = owner_of(KINDS[type(record)])
    if lists is None:
        return "", siblings_of(then, record)
    table = table_of(type(record))
    owner_id = then.scalar(select(table.c[lists.column]).where(table.c.id == row_id))
    part: type = type(record)
    kind, name = list_of(part)
    owners: tuple[Any, ...] = records(then, kind, table_of(kind).c.id == owner_id)
    return str(owner_id), getattr(owners[0], name)


def _names(then: Reader, now: Reader, tree: Mapping[RowKey, Any]) -> dict[RowKey, str]:
    """Return what the people that the rows name were called, but for those purged since."""
    people = {to for each in tree.values() for _, to in rows_named_by(each) if to[0] == "person"}
    people -= masked_rows(now, people)
    ids = [row_id for _, row_id in people]
    called = then.execute(select(PERSON.c.id, PERSON.c.name).where(PERSON.c.id.in_(ids)))
    return {("person", row.id): row.name for row in called}


def _contents(then: Reader, now: Reader, tree: Mapping[RowKey, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield the files that the rows name by their hashes, and that are not kept any more."""
    for each in tree.values():
        for name, field in fields_of(type(each)).items():
            hash_ = getattr(each, name)
            if field.is_hash and hash_ and not is_kept(now, hash_):
                content = kept_picture(then, hash_)
                if content is not None:
                    yield hash_, content


def _pointing(then: Reader, tree: Mapping[RowKey, Any]) -> Iterator[Pointing]:
    """Yield the rows elsewhere that named any of these."""
    by_record: dict[type, list[str]] = {}
    for (_, row_id), each in tree.items():
        by_record.setdefault(type(each), []).append(row_id)
    for record, ids in by_record.items():
        for kind, row_id, column, to in pointing_at(then, record, ids):
            if (KINDS[kind], row_id) not in tree:
                name = getattr(tree[KINDS[record], to], "name", "")
                beside = NUMBERED_BY.get((KINDS[kind], column))
                number = then.scalar(_of(kind, beside, row_id)) if beside else None
                yield Pointing(kind, row_id, column, to, name, number)


def _of(record: type, column: str, row_id: str) -> Select[Any]:
    table = table_of(record)
    return select(table.c[column]).where(table.c.id == row_id)
