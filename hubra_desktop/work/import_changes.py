"""What an import would change of what the register holds: told, and taken only when chosen.

What a file adds needs no choice. What it says otherwise than the register is a choice of
its own for each record, told old → new. Single meetings and papers never change what they
refer to: that is told too, and is no choice.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.differences import called, told_changes
from hubra_desktop.model.export_bundle import LISTS, Bundle, parts_of
from hubra_desktop.model.language import language, say
from hubra_desktop.model.records.catalogue import KINDS, RECORDS, references_of
from hubra_desktop.model.records.council import Person, Register
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import long_date
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.store.reading import record_of, records, table_of
from hubra_desktop.work.commands.imports import KEPT, recognised, stored_like
from hubra_desktop.work.import_words import HEADINGS
from hubra_desktop.work.protected_in_files import told_person_changes

Part = tuple[str, str]
"""A record of a bundle: its list and its id; the register and its house style have no id."""


@dataclass(frozen=True)
class ImportChange:
    """One record that a file says otherwise of: what it is, and each difference in a line.

    ``proposed`` changes are those of a register that holds nothing yet.
    """

    part: Part
    heading: str
    lines: tuple[str, ...]
    proposed: bool = False


def changes_in(reader: Connection, bundle: Bundle) -> tuple[ImportChange, ...]:
    """Return all that taking a bundle in could change of what is known, in its order."""
    return tuple(_changes(reader, recognised(reader, bundle)))


def _changes(reader: Connection, bundle: Bundle) -> Iterator[ImportChange]:
    names = _Names(reader, bundle)
    proposed = is_empty(reader)
    for name, part in _alone(bundle):
        before = record_of(type(part), reader.execute(select(table_of(type(part)))).one())
        lines = tuple(told_changes(before, part, names.of))
        if lines:
            yield ImportChange((name, ""), say(HEADINGS[name]), lines, proposed)
    for name in LISTS:
        here = {each.id: each for each in stored_like(reader, getattr(bundle, name))}
        for part in getattr(bundle, name):
            if part.id in here:
                told = told_person_changes if isinstance(part, Person) else told_changes
                lines = tuple(told(here[part.id], part, names.of))
                if lines:
                    yield ImportChange((name, part.id), names.heading(name, here[part.id]), lines)


def with_chosen(reader: Connection, bundle: Bundle, chosen: Collection[Part]) -> Bundle:
    """Return the bundle without those changes of what is known that were not chosen."""
    bundle = recognised(reader, bundle)
    left = {each.part for each in _changes(reader, bundle)} - set(chosen)
    kept: dict[str, Any] = {
        name: tuple(each for each in getattr(bundle, name) if (name, each.id) not in left)
        for name in LISTS
    }
    for name, part in _alone(bundle):
        if (name, "") in left:
            kind = type(part)
            kept[name] = record_of(kind, reader.execute(select(table_of(kind))).one())
    return replace(bundle, **kept)


def kept_lines(reader: Connection, bundle: Bundle) -> Iterator[str]:
    """Tell what a file says otherwise of what is never changed by one.

    That is what single meetings refer to, and what is booked.
    """
    names = _Names(reader, bundle)
    for name in ("ledger",) if bundle.register is not None else (*KEPT, "ledger"):
        here = {each.id: each for each in stored_like(reader, getattr(bundle, name))}
        for part in getattr(bundle, name):
            before = here.get(part.id)
            lines = list(told_changes(before, _filled(part, before), names.of)) if before else []
            if lines:
                yield say(
                    "{what} finns redan och lämnas som i registret. Filen säger annat: {lines}",
                    what=names.heading(name, before),
                    lines="; ".join(lines),
                )


def is_empty(reader: Connection) -> bool:
    """Tell whether the register holds nothing yet but its own name and looks."""
    kinds = (each.kind for name, each in fields_of(Bundle).items() if name in LISTS)
    return not any(reader.execute(select(table_of(kind).c.id).limit(1)).first() for kind in kinds)


def _alone(bundle: Bundle) -> Iterator[tuple[str, Register | HouseStyle]]:
    """Yield what a register has one of, where the bundle has it."""
    if bundle.register is not None:
        yield "register", bundle.register
    if bundle.house_style is not None:
        yield "house_style", bundle.house_style


def _filled(part: Any, before: Any) -> Any:  # noqa: ANN401
    """Return ``part`` with its empty fields as they are stored: what a paper does not tell."""
    empty = (each.name for each in fields(part) if not getattr(part, each.name))
    return replace(part, **{name: getattr(before, name) for name in empty})


class _Names:
    """What the records of a register and of a bundle are called, by kind and id."""

    def __init__(self, reader: Connection, bundle: Bundle) -> None:
        self._reader = reader
        self._bundle = bundle

    @cached_property
    def _coming(self) -> Mapping[tuple[str, str], Any]:
        parts = (part for _, part in parts_of(self._bundle) if getattr(part, "id", ""))
        return {(KINDS[type(part)], part.id): part for part in parts}

    def of(self, kind: str, row_id: str) -> str:
        """Return what a row is called here, else in the file, else its id."""
        record = RECORDS[kind]
        found: tuple[Any, ...] = records(self._reader, record, table_of(record).c.id == row_id)
        part = found[0] if found else self._coming.get((kind, row_id))
        return (self._called(part) if part is not None else "") or row_id

    def heading(self, name: str, part: Any) -> str:  # noqa: ANN401
        """Return what a record of a list of the bundle is and is called."""
        return say(HEADINGS[name], name=quoted(self._called(part)))

    def _called(self, part: Any) -> str:  # noqa: ANN401
        if isinstance(part, Meeting):
            return meeting_called(self.of("body", part.body_id), part)
        return called(part) or joined(list(self._referred(part)))

    def _referred(self, part: Any) -> Iterable[str]:  # noqa: ANN401
        """Yield what the rows that a record joins are called."""
        for name, kind in references_of(type(part)).items():
            row_id = getattr(part, name)
            if row_id:
                yield self.of(kind, row_id)


def meeting_called(body: str, meeting: Meeting) -> str:
    """Return what a meeting is known by: whose it is, and its day."""
    day = long_date(meeting.date) if language() == "sv" else meeting.date.isoformat()
    return f"{body}, {day}"
