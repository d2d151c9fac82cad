"""What is fetched back from an earlier state of the register, as a step of its own.

A record comes back as it was, with all that it owned: what its lists have been given since
goes. It is written as any other change is, so that closed years, issued papers and every
rule between rows stand, and it is undone in one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final

from sqlalchemy import select

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.records.catalogue import (
    KINDS,
    SINGLE,
    lists_of,
    references_of,
    values_of,
)
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.plan import Activity, ActivityLink
from hubra_desktop.store.history import RowKey, masked_rows, rows_there
from hubra_desktop.store.journal import Recorded, image_of
from hubra_desktop.store.reading import owner_column, records, some_at_a_time, table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, inserted, list_of, put_in_order
from hubra_desktop.work.invariants import OF_YEARS
from hubra_desktop.work.invariants.closed_years import check_closed_years
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.plan import leads_anywhere
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.plan import activities_of
from hubra_desktop.work.references import (
    NAME_KEPT_IN,
    NAMED_BESIDE,
    NUMBERED_BY,
    can_be_emptied,
    clear_references,
    pointing_at,
    state_beside,
    used_by,
    users_called,
)

EMPTIED: Final = "emptied"
DROPPED: Final = "dropped"
ELSEWHERE: Final = "elsewhere"
PURGED: Final = "purged"


@dataclass(frozen=True)
class LeftOut:
    """What of a record does not come back, and why.

    ``why`` is EMPTIED (the row's ``column`` names ``target``, which is gone), DROPPED (the
    row is nothing without that), ELSEWHERE (the row stands in another list now) or PURGED.
    """

    row: RowKey
    why: str
    column: str = ""
    target: RowKey = ("", "")


class GoneFirstError(InputError):
    """A record belongs to, or is nothing without, a row that is gone: ``key`` must come first."""

    def __init__(self, key: RowKey) -> None:
        self.key = key
        super().__init__(
            refusal("Det hör till något som inte finns längre. Hämta tillbaka det först.").sentence
        )


@dataclass(frozen=True)
class Pointing:
    """A row elsewhere whose ``column`` named the row ``target``, which was called ``name``.

    ``number`` is what stood beside the reference, where a number does.
    """

    record: type
    row_id: str
    column: str
    target: str
    name: str = ""
    number: int | None = None


@dataclass(frozen=True)
class FetchBack(Step):
    """Store a record as it was, in the list of ``owner_id`` where it belonged to one.

    ``before`` and ``after`` are the ids of the rows that it stood among, ``contents`` files by
    their hashes. ``pointing`` are rows that named it, or what it owns: those that name
    nothing by now name it again, when it was gone. ``names`` are what the rows that it names
    were called. ``with_it`` are rows elsewhere that went because it did.
    """

    record: Any
    row_id: str
    owner_id: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    pointing: tuple[Pointing, ...] = ()
    names: Mapping[RowKey, str] = field(default_factory=dict)
    with_it: tuple["FetchBack", ...] = ()
    label: ClassVar[str] = "fetch-back"

    def apply(self, rows: Rows) -> str:
        record, _ = as_fetched(rows.connection, self)
        for content in self.contents.values():
            rows.keep(content)
        if KINDS[type(record)] in SINGLE:
            rows.change(type(record), self.row_id, values_of(record))
            return self.row_id
        gone = rows.get(type(record), self.row_id) is None
        if self.owner_id:
            self._put_in_list(rows, record)
        else:
            _release(rows, rows.get(type(record), self.row_id), record)
            rows.put(record)
            self._make_room(rows, record)
        if gone:
            _point_again(rows, self.pointing)
        for each in self.with_it:
            with suppress(GoneFirstError):
                each.apply(rows)
        return self.row_id

    def _put_in_list(self, rows: Rows, record: Any) -> None:  # noqa: ANN401
        """Put a row among those that stood before and after it, where it stands if it does."""
        part: type = type(record)
        kind, name = list_of(part)
        owner: Any = rows.get(kind, self.owner_id)
        parts = getattr(owner, name)
        here = next((each for each in parts if each.id == record.id), None)
        if here is not None:
            _release(rows, here, record)
        changed = [replace(owner, **{name: self._placed(parts, record)})]
        elsewhere = rows.owner_of(part, kind, record.id)
        if here is None and elsewhere is not None:
            other: Any = rows.get(kind, elsewhere)
            left = tuple(each for each in getattr(other, name) if each.id != record.id)
            _release(rows, rows.get(type(record), record.id), record)
            changed.append(replace(other, **{name: left}))
        rows.put_all(changed)

    def _placed(self, parts: Sequence[Any], record: Any) -> tuple[Any, ...]:  # noqa: ANN401
        """Return the rows of a list with the record in the place of its own, or where it was."""
        ids = [each.id for each in parts]
        if record.id in ids:
            place = ids.index(record.id)
            if not {*ids[:place]} & {*self.after} and not {*ids[place:]} & {*self.before}:
                return (*parts[:place], record, *parts[place + 1 :])
        others = tuple(each for each in parts if each.id != record.id)
        known = [place for place, each in enumerate(others) if each.id in self.before]
        return inserted(others, record, max(known, default=-1) + 1)

    def _make_room(self, rows: Rows, record: Any) -> None:  # noqa: ANN401
        """Give a record with a place of its own that place back, where another has it now."""
        siblings = siblings_of(rows.connection, record)
        others = [each for each in siblings if each.id != record.id]
        if any(each.position == record.position for each in others):
            put_in_order(rows, type(record), self._placed(others, record))


def as_fetched(reader: Reader, fetch: FetchBack) -> tuple[Any, tuple[LeftOut, ...]]:
    """Return the record as it can come back now, and what of it does not.

    Raises InputError when it was purged, and GoneFirstError when what it belongs to is gone.
    """
    record = fetch.record
    own: type = type(record)
    key = (KINDS[own], fetch.row_id)
    tree = {key: record} | {(KINDS[type(e)], e.id): e for e in parts_below(record)}
    if key in (purged := masked_rows(reader, tree)):
        raise refusal("Uppgifterna är gallrade och kan inte hämtas tillbaka.")
    if fetch.owner_id:
        owner = (KINDS[list_of(own)[0]], fetch.owner_id)
        if not rows_there(reader, [owner]):
            raise GoneFirstError(owner)
    named = {target for each in tree.values() for _, target in rows_named_by(each)}
    fit = _Fit(
        purged,
        _stand_elsewhere(reader, record),
        rows_there(reader, named) | tree.keys(),
        fetch.names,
    )
    made = fit.made(record, key)
    if made is None:
        raise GoneFirstError(fit.left_out[-1].target)
    return made, tuple(fit.left_out)


class _Fit:
    """Takes from a record what cannot come back; ``left_out`` tells what."""

    def __init__(
        self,
        purged: Collection[RowKey],
        elsewhere: Collection[RowKey],
        there: Collection[RowKey],
        names: Mapping[RowKey, str],
    ) -> None:
        self._purged, self._elsewhere = purged, elsewhere
        self._there, self._names = there, names
        self.left_out: list[LeftOut] = []

    def made(self, record: Any, key: RowKey) -> Any:  # noqa: ANN401
        """Return the record without what is gone, None when it is nothing without that."""
        values: dict[str, Any] = {}
        for column, target in rows_named_by(record):
            if target in self._there:
                continue
            if not can_be_emptied(type(record), column):
                self.left_out.append(LeftOut(key, DROPPED, column, target))
                return None
            self.left_out.append(LeftOut(key, EMPTIED, column, target))
            values |= {column: None, **self._kept_name(record, column, target)}
            beside = NUMBERED_BY.get((key[0], column))
            values |= {beside: None} if beside else {}
            values |= state_beside(key[0], column, there=False)
        record = replace(record, **values)
        if values and isinstance(record, ActivityLink) and not leads_anywhere(values_of(record)):
            return None
        lists = {name: tuple(self._parts(record, name)) for name in lists_of(type(record))}
        return replace(record, **lists) if lists else record

    def _kept_name(self, record: Any, column: str, target: RowKey) -> Mapping[str, str]:  # noqa: ANN401
        """Return where the name of what is gone is kept, unless something stands there."""
        place = NAME_KEPT_IN.get((KINDS[type(record)], column))
        if place is None or getattr(record, place).strip():
            return {}
        return {place: self._names.get(target, "")}

    def _parts(self, record: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
        for each in getattr(record, name):
            key = (KINDS[type(each)], each.id)
            if key in self._purged:
                self.left_out.append(LeftOut(key, PURGED))
            elif key in self._elsewhere:
                self.left_out.append(LeftOut(key, ELSEWHERE))
            elif (made := self.made(each, key)) is not None:
                yield made


def parts_below(record: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield all the rows that a record owns, each before what it owns itself."""
    for name in lists_of(type(record)):
        for each in getattr(record, name):
            yield each
            yield from parts_below(each)


def rows_named_by(record: Any) -> Iterator[tuple[str, RowKey]]:  # noqa: ANN401
    """Yield the rows that a record names, each with the column."""
    for column, kind in references_of(type(record)).items():
        if target := getattr(record, column):
            yield column, (kind, target)


def _stand_elsewhere(reader: Reader, record: Any) -> set[RowKey]:  # noqa: ANN401
    """Return the rows below a record that belong to another row by now."""
    found: set[RowKey] = set()
    for name, part in lists_of(type(record)).items():
        own, owner = table_of(part).c.id, owner_column(part, type(record))
        for some in some_at_a_time(each.id for each in getattr(record, name)):
            others = select(own).where(own.in_(some), owner != record.id)
            found |= {(KINDS[part], each) for each in reader.scalars(others)}
        for each in getattr(record, name):
            found |= _stand_elsewhere(reader, each)
    return found


def siblings_of(reader: Reader, record: Any) -> Sequence[Any]:  # noqa: ANN401
    """Return the records that one with a place of its own stands among, in their order."""
    if isinstance(record, Indicator):
        return indicators(reader)
    return activities_of(reader, record.year) if isinstance(record, Activity) else ()


def rows_going(reader: Reader, fetch: FetchBack) -> list[RowKey]:
    """Return the rows that the record has been given since, which go; raises as above."""
    record, _ = as_fetched(reader, fetch)
    own: type = type(record)
    if KINDS[own] in SINGLE:
        return []
    now: tuple[Any, ...] = records(reader, own, table_of(own).c.id == fetch.row_id)
    going = _given_since(now[0], record) if now else ()
    return [(KINDS[type(each)], each.id) for each in going]


def _given_since(now: Any, record: Any) -> Sequence[Any]:  # noqa: ANN401
    staying = {(KINDS[type(each)], each.id) for each in parts_below(record)}
    return [each for each in parts_below(now) if (KINDS[type(each)], each.id) not in staying]


def _release(rows: Rows, now: Any, record: Any) -> None:  # noqa: ANN401
    """Let nothing refer to the rows that a record has been given since: they go."""
    if now is None:
        return
    going = _given_since(now, record)
    keys = {(KINDS[type(each)], each.id) for each in going}
    for each in going:
        users = [
            KINDS[kind]
            for kind, row_id, column, _ in pointing_at(rows.connection, type(each), [each.id])
            if not can_be_emptied(kind, column) and (KINDS[kind], row_id) not in keys
        ]
        if users:
            raise used_by(users_called(users))
        clear_references(rows, type(each), [each.id])


def _point_again(rows: Rows, pointing: Iterable[Pointing]) -> None:
    """Let rows that were emptied when what they named went name it again, but in closed years."""
    for each in pointing:
        table = table_of(each.record)
        here = rows.connection.execute(select(table).where(table.c.id == each.row_id))
        row = here.mappings().one_or_none()
        if row is None or row[each.column] is not None:
            continue
        image = image_of(row)
        values: dict[str, Any] = {each.column: each.target}
        column = (table.name, each.column)
        place = None if column in NAMED_BESIDE else NAME_KEPT_IN.get(column)
        if place is not None and each.name and image[place] == each.name:
            values[place] = ""
        if beside := NUMBERED_BY.get((table.name, each.column)):
            values[beside] = each.number
        values |= state_beside(table.name, each.column, there=True)
        change = Recorded(table.name, each.row_id, image, {**image, **values})
        if not _is_closed(rows.connection, change):
            rows.change(each.record, each.row_id, values)


def _is_closed(reader: Reader, change: Recorded) -> bool:
    """Tell whether a closed year refuses a change."""
    if change.kind not in OF_YEARS:
        return False
    try:
        check_closed_years(Touched(reader, [change], replayed=False))
    except InputError:
        return True
    return False
