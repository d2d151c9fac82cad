"""Undo is recorded, never hand-written: this watches the unit of work and fills the journal.

Mapper-level events see every insert, update and delete, orphans included; bulk
statements would pass unseen and are refused. Imported by the first command, as the
mapped classes are.
"""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from hubra_desktop.model.mapped import Base
from hubra_desktop.store.journal import Image, Journal, Recorded, plain

_JOURNAL = "journal"


def attach(session: Session) -> Journal:
    """Record all that the session's unit of work writes from now on."""
    journal = Journal()
    session.info[_JOURNAL] = journal
    event.listen(session, "do_orm_execute", _refuse_bulk)
    return journal


def _image(mapper: Mapper[Any], target: Base, *, before: bool = False) -> Image:
    """Return a mapped object's row, as it is or as it was before this flush."""
    state = inspect(target)
    image = {}
    for attribute in mapper.column_attrs:
        history = state.attrs[attribute.key].history
        was = history.deleted[0] if before and history.deleted else state.dict.get(attribute.key)
        image[attribute.columns[0].name] = plain(was)
    return image


def _record(target: Base, before: Image | None, after: Image | None) -> None:
    session = object_session(target)
    journal = session.info.get(_JOURNAL) if session else None
    if journal is not None and before != after:
        journal.append(Recorded(type(target).stored_as(), target.id, before, after))


@event.listens_for(Mapper, "after_insert")
def _inserted(mapper: Mapper[Any], _connection: Connection, target: Base) -> None:
    _record(target, None, _image(mapper, target))


@event.listens_for(Mapper, "after_update")
def _updated(mapper: Mapper[Any], _connection: Connection, target: Base) -> None:
    _record(target, _image(mapper, target, before=True), _image(mapper, target))


@event.listens_for(Mapper, "after_delete")
def _deleted(mapper: Mapper[Any], _connection: Connection, target: Base) -> None:
    _record(target, _image(mapper, target, before=True), None)


def _refuse_bulk(state: ORMExecuteState) -> None:
    """Stop bulk writes: they would pass the recorder unseen."""
    if state.is_update or state.is_delete or state.is_insert:
        message = "bulk statements are not recorded; change mapped objects instead"
        raise RuntimeError(message)
