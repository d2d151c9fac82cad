"""What a file leaves out of people whose data are protected, left as the register has it.

An exported register tells nobody how to reach them. Read back, that is no reason to forget
it here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.model.council.protection import UNSAID
from hubra_desktop.model.differences import NameOf, told_changes
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import PERSON


def with_protected_here(reader: Connection, bundle: Bundle) -> Bundle:
    """Return a bundle that empties nothing of how those who are protected here are reached."""
    here = {each.id: each for each in records(reader, Person, PERSON.c.protected)}
    if not here or not bundle.persons:
        return bundle
    persons = tuple(_filled(each, here.get(each.id)) for each in bundle.persons)
    return replace(bundle, persons=persons)


def _filled(coming: Person, here: Person | None) -> Person:
    if here is None:
        return coming
    empty = (name for name in UNSAID if hasattr(here, name) and not getattr(coming, name))
    return replace(coming, **{name: getattr(here, name) for name in empty})


def told_person_changes(before: Person, after: Person, named: NameOf) -> Iterator[str]:
    """Tell what differs of a person, a line each, but not how to reach a protected one."""
    if not (before.protected or after.protected):
        yield from told_changes(before, after, named)
        return
    names = [name for name in UNSAID if getattr(before, name, "") != getattr(after, name, "")]
    yield from told_changes(_without(before, names), _without(after, names), named)
    if names:
        yield say("de skyddade uppgifterna ändras")


def _without(person: Person, names: Iterable[str]) -> Person:
    empty: dict[str, Any] = dict.fromkeys(names, "")
    return replace(person, **empty)
