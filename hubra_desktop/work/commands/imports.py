"""A bundle from a file, taken into the register whole: one transaction, one undo step.

What the register already holds under the same id is replaced, so that reading the
same file twice changes nothing; what of it may be was chosen before (``import_changes``).
Bodies, people and matters that come with single meetings are recognised by name or
number, so that the council does not get a twin, and are never changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final, TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.case_number import number_key
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.export_bundle import LISTS, Bundle, check_bundle, parts_of
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.money.ledger_numbers import with_free_numbers
from hubra_desktop.model.records.catalogue import references_of, values_of
from hubra_desktop.model.records.council import Body, MatterAlias, Register
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reading import record_of, records, some_at_a_time, table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import (
    BODY,
    MATTER,
    MATTER_ALIAS,
    MEETING_TEMPLATE,
    PERSON,
    REGISTER,
    TABLES,
)
from hubra_desktop.work.closed_in_files import with_closed_years
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.protected_in_files import with_protected_here
from hubra_desktop.work.queries.ledger_numbers import next_entry_number, numbers_given

S = TypeVar("S")
KEPT: Final = ("bodies", "persons", "mandates", "matters", "matter_aliases")
"""What single meetings refer to and never change."""

_Called = tuple[object, ...]
"""What a row is called, as names and numbers are compared; nothing when the first is empty."""


@dataclass(frozen=True)
class ImportBundle(Step):
    """Take everything in the bundle into the register.

    ``contents`` are files of the bundle's evidence by their hashes. Raises InputError, and
    changes nothing, when the bundle refers to what neither it nor the register holds.
    """

    bundle: Bundle
    barrier: bool = False
    contents: Mapping[str, bytes] = field(default_factory=dict)
    label: ClassVar[str] = "import"
    kept_before: ClassVar[BackupReason | None] = BackupReason.IMPORT

    @property
    def whole(self) -> bool:  # type: ignore[override]
        return self.bundle.register is not None

    def apply(self, rows: Rows) -> None:
        bundle = recognised(rows.connection, self.bundle)
        check_bundle(bundle)
        for name in LISTS:
            rows.put_all(getattr(bundle, name))
        for content in self.contents.values():
            rows.keep(content)
        _refuse_dangling(rows.connection, bundle)
        _store_register(rows, bundle)


def recognised(reader: Connection, bundle: Bundle) -> Bundle:
    """Return what a bundle brings: single meetings leave what they refer to as it is here.

    Bodies, people, mandates and matters that are known, by id or by name, are left out and
    what refers to them is led to them. Only what one name stands for, here and there, is
    recognised: two people of the same name and title are nobody's twins. A whole register
    keeps its own ids. What is booked stays as it is, whatever a file says, and so do closed
    years.
    """
    bundle = with_protected_here(reader, with_closed_years(reader, bundle))
    bundle = replace(bundle, ledger=_numbered(reader, _new(reader, bundle.ledger)))
    if bundle.register is not None:
        return _on_templates_here(reader, bundle)
    bodies = _twins(bundle.bodies, reader.execute(select(BODY)), _body_called)
    people = _twins(bundle.persons, reader.execute(select(PERSON)), _person_called)
    matters = _twins(bundle.matters, reader.execute(select(MATTER)), _matter_called)
    joined = replace(
        bundle,
        bodies=tuple(
            replace(each, parent_id=bodies.get(each.parent_id or "", each.parent_id))
            for each in bundle.bodies
            if each.id not in bodies
        ),
        matters=tuple(each for each in bundle.matters if each.id not in matters),
        persons=tuple(each for each in bundle.persons if each.id not in people),
        mandates=tuple(
            replace(
                each,
                body_id=bodies.get(each.body_id, each.body_id),
                person_id=people.get(each.person_id, each.person_id),
            )
            for each in bundle.mandates
        ),
        matter_aliases=tuple(_other_numbers(reader, bundle, matters)),
        meeting_templates=tuple(
            replace(each, body_id=bodies.get(each.body_id, each.body_id))
            for each in bundle.meeting_templates
        ),
        meetings=_with_references_here(
            reader, tuple(_pointed(each, bodies, people) for each in bundle.meetings)
        ),
    )
    joined = _on_templates_here(reader, joined)
    new: dict[str, Any] = {name: _new(reader, getattr(joined, name)) for name in KEPT}
    return replace(joined, **new)


def _other_numbers(
    reader: Connection, bundle: Bundle, matters: Mapping[str, str]
) -> Iterator[MatterAlias]:
    """Yield the other numbers of matters, led to those here, that these do not have yet."""
    here = {
        (row.matter_id, number_key(row.case_number)): row.id
        for row in reader.execute(select(MATTER_ALIAS))
    }
    for each in bundle.matter_aliases:
        led = replace(each, matter_id=matters.get(each.matter_id, each.matter_id))
        if here.get((led.matter_id, number_key(led.case_number)), led.id) == led.id:
            yield led


def _on_templates_here(reader: Connection, bundle: Bundle) -> Bundle:
    """Return the bundle with each body's template under the id of the one that it replaces."""
    columns = MEETING_TEMPLATE.c
    stored = reader.execute(select(columns.body_id, columns.id))
    here = {row.body_id: row.id for row in stored}
    templates = (replace(e, id=here.get(e.body_id, e.id)) for e in bundle.meeting_templates)
    return replace(bundle, meeting_templates=tuple(templates))


def _numbered(reader: Connection, entries: tuple[LedgerEntry, ...]) -> tuple[LedgerEntry, ...]:
    """Return rows that are new here with numbers that no row here has, or had."""
    if not entries:
        return ()
    following = max(next_entry_number(reader), max(each.number for each in entries) + 1)
    return with_free_numbers(entries, numbers_given(reader), following)


def _new(reader: Connection, parts: tuple[S, ...]) -> tuple[S, ...]:
    """Return the parts whose ids the register does not hold."""
    here = {each.id for each in stored_like(reader, parts)}
    return tuple(each for each in parts if each.id not in here)  # type: ignore[attr-defined]


def stored_like(reader: Connection, parts: Sequence[Any]) -> tuple[Any, ...]:
    """Return the records that the register holds under the ids of some of one kind."""
    if not parts:
        return ()
    kind = type(parts[0])
    ids = table_of(kind).c.id
    return tuple(
        each
        for some in some_at_a_time(part.id for part in parts)
        for each in records(reader, kind, ids.in_(some))
    )


def _body_called(row: Any) -> _Called:  # noqa: ANN401
    return (folded(row.name),)


def _person_called(row: Any) -> _Called:  # noqa: ANN401
    return folded(row.name), folded(row.title), folded(row.unit)


def _matter_called(row: Any) -> _Called:  # noqa: ANN401
    return number_key(row.case_number) if row.case_number.strip() else ("",)


def _twins(
    parts: Iterable[Any], rows: Iterable[Any], called: Callable[[Any], _Called]
) -> dict[str, str]:
    """Return, by the parts' ids, the ids of rows that are the same but for their id."""
    rows = list(rows)
    here = {row.id for row in rows}
    known = _unambiguous(rows, called)
    coming = _unambiguous((part for part in parts if part.id not in here), called)
    return {part_id: known[key] for key, part_id in coming.items() if key in known}


def _unambiguous(rows: Iterable[Any], called: Callable[[Any], _Called]) -> dict[_Called, str]:
    """Return the ids by what the rows are called, without those called nothing or the same."""
    found: dict[_Called, list[str]] = {}
    for row in rows:
        found.setdefault(called(row), []).append(row.id)
    return {key: ids[0] for key, ids in found.items() if key[0] and len(ids) == 1}


def _pointed(meeting: Meeting, bodies: dict[str, str], people: dict[str, str]) -> Meeting:
    """Return the meeting with its references led to the rows that are kept."""

    def person(each: str | None) -> str | None:
        return people.get(each, each) if each else None

    def item(each: Item) -> Item:
        presenters = (replace(one, person_id=person(one.person_id)) for one in each.presenters)
        return replace(each, presenters=tuple(presenters))

    return replace(
        meeting,
        body_id=bodies.get(meeting.body_id, meeting.body_id),
        chair_id=person(meeting.chair_id),
        secretary_id=person(meeting.secretary_id),
        items=tuple(item(each) for each in meeting.items),
        papers=tuple(replace(each, author_id=person(each.author_id)) for each in meeting.papers),
    )


def _with_references_here(reader: Connection, meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Return single meetings with what they refer to beyond their file as it is here."""
    here = {each.id: each for each in stored_like(reader, meetings)}
    return tuple(_referring(each, here[each.id]) if each.id in here else each for each in meetings)


def _referring(meeting: Meeting, here: Meeting) -> Meeting:
    carried = {each.id: each.carried_from_id for each in here.items}
    written = {each.id: each.report_id for each in here.papers}
    return replace(
        meeting,
        copied_from=meeting.copied_from or here.copied_from,
        items=tuple(
            replace(each, carried_from_id=each.carried_from_id or carried.get(each.id))
            for each in meeting.items
        ),
        papers=tuple(
            replace(each, report_id=each.report_id or written.get(each.id))
            for each in meeting.papers
        ),
    )


def _store_register(rows: Rows, bundle: Bundle) -> None:
    register_id, _ = rows.only(Register)
    if bundle.register is not None:
        rows.change(Register, register_id, values_of(bundle.register))
    elif (own := council_found(rows.connection, bundle)) is not None:
        rows.change(Register, register_id, {"own_body_id": own.id})
    if bundle.house_style is not None:
        style_id, _ = rows.only(HouseStyle)
        rows.change(HouseStyle, style_id, values_of(bundle.house_style))


def council_found(reader: Connection, bundle: Bundle) -> Body | None:
    """Return the council of the bundle that a register without one is about.

    It is called what the register is: a guest's council stays a guest.
    """
    register = record_of(Register, reader.execute(select(REGISTER)).one())
    if register.own_body_id is not None:
        return None
    wanted = folded(register.name)
    own = [
        each
        for each in bundle.bodies
        if each.kind is BodyKind.COUNCIL
        and (not wanted or wanted in (folded(each.name), folded(each.short_name)))
    ]
    return own[0] if len(own) == 1 else None


def _refuse_dangling(reader: Connection, bundle: Bundle) -> None:
    """Raise InputError when something refers to what is nowhere to be found."""
    wanted: dict[str, dict[str, str]] = {}
    known: dict[type, Mapping[str, str]] = {}
    for _, part in parts_of(bundle):
        kind = type(part)
        if kind not in known:
            known[kind] = references_of(kind)
        for name, target in known[kind].items():
            value = getattr(part, name)
            if value is not None:
                wanted.setdefault(target, {})[value] = name
    for target, names in wanted.items():
        for some in some_at_a_time(names):
            ids = TABLES[target].c.id
            here = set(reader.scalars(select(ids).where(ids.in_(some))))
            for missing in (each for each in some if each not in here):
                raise _dangling(names[missing], missing)


def _dangling(name: str, target: str) -> InputError:
    return refusal(
        "Filen hänvisar till något som varken finns i den eller i registret "
        "({name} {target}). Inget har lästs in. Exportera filen på nytt, komplett.",
        name=name,
        target=quoted(target),
    )
