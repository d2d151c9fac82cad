"""A bundle from a file, taken into the register whole: one transaction, one undo step.

What the register already holds under the same id is replaced, so that reading the
same file twice changes nothing. Bodies, people and matters that come with single
meetings are recognised by name or number, so that the council does not get a twin.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import Any, ClassVar, TypeVar

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from hubra_desktop.model.bundle import (
    Bundle,
    check_bundle,
    inside_itself,
    parts_of,
    values_of,
)
from hubra_desktop.model.case_number import normal_form
from hubra_desktop.model.council import BodySheet, MatterSheet, PersonSheet
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import (
    Base,
    Body,
    HouseStyleRow,
    Mandate,
    Matter,
    MatterAlias,
    Meeting,
    Person,
    Register,
)
from hubra_desktop.model.published import filled
from hubra_desktop.model.shapes import KINDS
from hubra_desktop.model.sheet import ItemSheet, MeetingSheet
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.tables import BODY, MATTER, PERSON
from hubra_desktop.model.tables.whole import TABLES
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.model.wording import quoted
from hubra_desktop.work.commands.base import Step, assign
from hubra_desktop.work.commands.mapped_rows import (
    mapped_for,
    meeting_sheet_of,
    new_meeting,
    new_row,
    new_tree,
    tree_of,
)
from hubra_desktop.work.commands.money_checks import check_money
from hubra_desktop.work.rows import sheet

R = TypeVar("R", bound=Base)
S = TypeVar("S")
_TREES = (
    "plans",
    "activities",
    "letters",
    "agreements",
    "consultations",
    "associations",
    "budget_years",
    "grants",
    "ledger",
    "indicators",
    "reports",
)
_AT_ONCE = 500
_Called = tuple[str, ...]
"""What a row is called, as names and numbers are compared; nothing when the first is empty."""


@dataclass(frozen=True)
class ImportBundle(Step):
    """Take everything in the bundle into the register.

    Raises InputError, and changes nothing, when the bundle refers to what neither it
    nor the register holds.
    """

    bundle: Bundle
    label: ClassVar[str] = "import"

    def apply(self, session: Session) -> None:
        bundle = recognised(session.connection(), self.bundle)
        check_bundle(bundle)
        _store_all(session, Body, bundle.bodies)
        _store_all(session, Person, bundle.persons)
        _store_all(session, Mandate, bundle.mandates)
        _store_all(session, Matter, bundle.matters)
        _store_all(session, MatterAlias, bundle.matter_aliases)
        _store_meetings(session, bundle.meetings)
        for name in _TREES:
            _store_trees(session, getattr(bundle, name))
        session.flush()
        _refuse_dangling(session, bundle)
        _refuse_rings(session, bundle.bodies)
        check_money(session, bundle)
        _store_register(session, bundle)


def recognised(reader: Connection, bundle: Bundle) -> Bundle:
    """Return the bundle with bodies, people and matters of other ids joined to those known.

    Only what one name stands for, here and there, is recognised: two people of the
    same name and title are nobody's twins. A whole register keeps its own ids. What
    single meetings do not tell of people and matters known stays as it is here.
    """
    if bundle.register is not None:
        return bundle
    bodies = _twins(bundle.bodies, reader.execute(select(BODY)), _body_called)
    people = _twins(bundle.persons, reader.execute(select(PERSON)), _person_called)
    matters = _twins(bundle.matters, reader.execute(select(MATTER)), _matter_called)
    return replace(
        bundle,
        bodies=tuple(
            replace(each, parent_id=bodies.get(each.parent_id or "", each.parent_id))
            for each in bundle.bodies
            if each.id not in bodies
        ),
        matters=filled(
            tuple(each for each in bundle.matters if each.id not in matters),
            _here(reader, MatterSheet, MATTER, bundle.matters),
        ),
        persons=filled(
            tuple(each for each in bundle.persons if each.id not in people),
            _here(reader, PersonSheet, PERSON, bundle.persons),
        ),
        mandates=tuple(
            replace(
                each,
                body_id=bodies.get(each.body_id, each.body_id),
                person_id=people.get(each.person_id, each.person_id),
            )
            for each in bundle.mandates
        ),
        meetings=tuple(_pointed(each, bodies, people) for each in bundle.meetings),
    )


def _here(reader: Connection, kind: type[S], table: Table, parts: Iterable[Any]) -> tuple[S, ...]:
    """Return what the register holds under the parts' ids."""
    ids = [part.id for part in parts]
    return tuple(
        sheet(kind, row) for row in reader.execute(select(table).where(table.c.id.in_(ids)))
    )


def _body_called(row: Any) -> _Called:  # noqa: ANN401
    return (folded(row.name),)


def _person_called(row: Any) -> _Called:  # noqa: ANN401
    return folded(row.name), folded(row.title), folded(row.unit)


def _matter_called(row: Any) -> _Called:  # noqa: ANN401
    return (normal_form(row.case_number),)


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


def _pointed(meeting: MeetingSheet, bodies: dict[str, str], people: dict[str, str]) -> MeetingSheet:
    """Return the meeting with its references led to the rows that are kept."""

    def person(each: str | None) -> str | None:
        return people.get(each, each) if each else None

    def item(each: ItemSheet) -> ItemSheet:
        presenters = (replace(one, person_id=person(one.person_id)) for one in each.presenters)
        return replace(each, presenters=tuple(presenters))

    return replace(
        meeting,
        body_id=bodies.get(meeting.body_id, meeting.body_id),
        chair_id=person(meeting.chair_id),
        secretary_id=person(meeting.secretary_id),
        items=tuple(item(each) for each in meeting.items),
    )


def _store_all(session: Session, table: type[R], parts: Iterable[Any]) -> None:
    for part in parts:
        row = session.get(table, part.id)
        if row is None:
            session.add(new_row(table, values_of(part), part.id))
        else:
            assign(row, values_of(part))


def _store_meetings(session: Session, parts: Iterable[MeetingSheet]) -> None:
    """Add the meetings, or put them in the place of those with their ids where they differ.

    What is replaced goes first, all of it: an item may have moved between meetings.
    """
    coming = []
    for part in parts:
        meeting = session.get(Meeting, part.id)
        if meeting is None or meeting_sheet_of(meeting, part.body) != part:
            coming.append(part)
            if meeting is not None:
                session.delete(meeting)
    session.flush()
    session.add_all(new_meeting(part) for part in coming)


def _store_trees(session: Session, parts: Iterable[Any]) -> None:
    """Add the sheets with what they own, or put them in the place of those that differ."""
    coming = []
    for part in parts:
        row = session.get(mapped_for(type(part)), part.id)
        if row is None or tree_of(type(part), row) != part:
            coming.append(part)
            if row is not None:
                session.delete(row)
    session.flush()
    session.add_all(new_tree(part) for part in coming)


def _store_register(session: Session, bundle: Bundle) -> None:
    register = session.scalars(select(Register)).one()
    if bundle.register is not None:
        assign(register, values_of(bundle.register))
    elif register.own_body_id is None:
        register.own_body_id = _council_called(register.name, bundle.bodies)
    if bundle.house_style is not None:
        assign(session.scalars(select(HouseStyleRow)).one(), values_of(bundle.house_style))


def _council_called(name: str, bodies: Iterable[BodySheet]) -> str | None:
    """Return the council that a register of that name is about: a guest's stays a guest."""
    wanted = folded(name)
    own = [
        each.id
        for each in bodies
        if each.kind is BodyKind.COUNCIL
        and (not wanted or wanted in (folded(each.name), folded(each.short_name)))
    ]
    return own[0] if len(own) == 1 else None


def _refuse_dangling(session: Session, bundle: Bundle) -> None:
    """Raise InputError when something refers to what is nowhere to be found."""
    wanted: dict[str, dict[str, str]] = {}
    known: dict[type, tuple[tuple[str, str], ...]] = {}
    for _, part in parts_of(bundle):
        kind = type(part)
        if kind not in known:
            known[kind] = _references(kind)
        for name, target in known[kind]:
            value = getattr(part, name)
            if value is not None:
                wanted.setdefault(target, {})[value] = name
    for target, names in wanted.items():
        for some in _some_at_a_time(names):
            ids = TABLES[target].c.id
            here = set(session.scalars(select(ids).where(ids.in_(some))))
            for missing in (each for each in some if each not in here):
                raise _dangling(names[missing], missing)


def _some_at_a_time(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    left = iter(ids)
    while some := tuple(islice(left, _AT_ONCE)):
        yield some


def _dangling(name: str, target: str) -> InputError:
    return InputError(
        say(
            "Filen hänvisar till något som varken finns i den eller i registret "
            "({name} {target}). Inget har lästs in. Exportera filen på nytt, komplett.",
            "The file refers to what is neither in it nor in the register "
            "({name} {target}). Nothing has been read. Export the file anew, whole.",
            name=name,
            target=quoted(target),
        )
    )


def _references(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a sheet that refer to other rows, each with its table."""
    names = {each.name for each in fields(kind)}
    return tuple(
        (column.name, key.column.table.name)
        for column in TABLES[KINDS[kind]].columns
        for key in column.foreign_keys
        if column.name in names
    )


def _refuse_rings(session: Session, bodies: Iterable[BodySheet]) -> None:
    """Raise InputError when a body would be part of itself, through others or at once."""
    for part in bodies:
        above: str | None = part.id
        passed: set[str] = set()
        while above is not None:
            if above in passed:
                raise inside_itself(part)
            passed.add(above)
            body = session.get(Body, above)
            above = body.parent_id if body else None
