"""Row images: what was before and after, for every way the unit of work can write."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from hubra_desktop.model.mapped import (
    AgendaItem,
    Base,
    Body,
    HouseStyleRow,
    Meeting,
    Person,
    Presenter,
)
from hubra_desktop.model.tables import PERSON
from hubra_desktop.model.terms import ItemKind, MeetingState
from hubra_desktop.store import journal as pages
from hubra_desktop.store import recorder
from hubra_desktop.store.journal import CHANGE, STEP, Journal, Recorded, UndoConflictError
from hubra_desktop.store.register import RegisterFile


@pytest.fixture
def file(register: Path) -> Iterator[RegisterFile]:
    opened = RegisterFile(register)
    yield opened
    opened.close()


@contextmanager
def recording(file: RegisterFile) -> Iterator[tuple[Session, Journal]]:
    with file.write() as session:
        journal = recorder.attach(session)
        yield session, journal
        session.flush()


def stored(file: RegisterFile) -> dict[str, list[dict[str, object]]]:
    """Every row of every undoable table, as it is in the file."""
    with file.read() as reader:
        return {
            table.name: [
                dict(row) for row in reader.execute(select(table).order_by("id")).mappings()
            ]
            for table in Base.metadata.sorted_tables
            if table not in (STEP, CHANGE)
        }


def replayed(file: RegisterFile, changes: list[Recorded], way: str = "revert") -> Journal:
    with file.write() as session:
        return getattr(pages, way)(session.connection(), changes)  # type: ignore[no-any-return]


def test_an_insert_has_no_before(file: RegisterFile) -> None:
    with recording(file) as (session, journal):
        session.add(Person(id="p", name="Åsa Ek"))
    image = {"id": "p", "name": "Åsa Ek", "title": "", "unit": "", "email": "", "phone": ""}
    assert journal == [Recorded("person", "p", None, {**image, "note": ""})]
    assert journal[0].op == "added"


def test_an_update_has_both_and_only_what_changed_differs(file: RegisterFile) -> None:
    with recording(file) as (session, journal):
        meeting = session.get_one(Meeting, "meeting")
        meeting.state = MeetingState.CALLED
        meeting.end = 1000
        meeting.date = date(2020, 2, 29)
    (change,) = journal
    assert change.before is not None
    assert change.after is not None
    differing = {name for name in change.after if change.after[name] != change.before[name]}
    assert differing == {"state", "end", "date"}
    assert (change.before["state"], change.after["state"]) == ("planned", "called")
    assert (change.before["end"], change.after["end"]) == (None, 1000)
    assert (change.before["date"], change.after["date"]) == ("2019-05-06", "2020-02-29")
    assert change.op == "changed"


def test_setting_what_already_stands_records_nothing(file: RegisterFile) -> None:
    with recording(file) as (session, journal):
        session.get_one(Body, "body").name = "Provrådet"
        session.get_one(Body, "body").name = "Annat"
        session.get_one(Body, "body").name = "Provrådet"
    assert journal == []


def test_several_flushes_chain_their_images(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as (session, journal):
        body = session.get_one(Body, "body")
        for name in ("Ett", "Två"):
            body.name = name
            session.flush()
        session.add(person := Person(name="Snart borta"))
        session.flush()
        session.delete(person)
    assert [(c.kind, c.op) for c in journal] == [
        ("body", "changed"),
        ("body", "changed"),
        ("person", "added"),
        ("person", "removed"),
    ]
    assert journal[0].after == journal[1].before
    replayed(file, journal)
    assert stored(file) == before


def test_a_delete_keeps_the_row_as_it_was_stored(file: RegisterFile) -> None:
    with recording(file) as (session, journal):
        item = session.get_one(AgendaItem, "last")
        item.title = "Ändrad i samma andetag"
        session.delete(item)
    changes = [each for each in journal if each.row_id == "last"]
    assert changes[0].before is not None
    assert changes[0].before["title"] == "Övriga frågor"
    assert changes[-1].after is None
    assert changes[-1].op == "removed"


def test_what_is_owned_is_recorded_when_it_goes_along(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as (session, journal):
        session.delete(session.get_one(Meeting, "meeting"))
    assert {each.kind for each in journal} == {"meeting", "agenda_item", "presenter", "footnote"}
    assert {each.op for each in journal} == {"removed"}
    replayed(file, journal)
    assert stored(file) == before
    assert file.problems() == []


def test_orphans_are_recorded(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as (session, journal):
        item = session.get_one(AgendaItem, "item")
        item.presenters.clear()
    assert [(each.kind, each.op) for each in journal] == [("presenter", "removed")]
    replayed(file, journal)
    assert stored(file) == before


def test_reordering_records_every_row_that_moved(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as (session, journal):
        meeting = session.get_one(Meeting, "meeting")
        meeting.items.insert(0, AgendaItem(id="first", title="Först"))
    moved = {each.row_id: each.op for each in journal}
    assert moved == {"first": "added", "item": "changed", "last": "changed"}
    after = stored(file)
    replayed(file, journal)
    assert stored(file) == before
    replayed(file, journal, "repeat")
    assert stored(file) == after


def test_bytes_and_terms_come_back_as_they_were(file: RegisterFile) -> None:
    with file.write() as session:
        session.add(HouseStyleRow(id="style", logotype=bytes(range(256))))
    before = stored(file)
    with recording(file) as (session, journal):
        session.get_one(HouseStyleRow, "style").logotype = b""
        session.get_one(AgendaItem, "item").kind = ItemKind.BREAK
        session.get_one(AgendaItem, "item").closed = True
    replayed(file, journal)
    assert stored(file) == before


@pytest.mark.parametrize(
    "statement",
    [
        update(Person).values(name=""),
        delete(Presenter),
        insert(Person).values(id="x"),
        PERSON.delete(),
    ],
)
def test_bulk_statements_are_refused(file: RegisterFile, statement: object) -> None:
    before = stored(file)
    with (
        pytest.raises(RuntimeError, match="bulk statements are not recorded"),
        recording(file) as (session, _),
    ):
        session.execute(statement)  # type: ignore[call-overload]
    assert stored(file) == before


@pytest.mark.parametrize(
    "meanwhile",
    [
        "UPDATE body SET short_name = 'X'",
        "UPDATE agenda_item SET note = 'X' WHERE id = 'new'",
        "DELETE FROM agenda_item WHERE id = 'new'",
        "INSERT INTO presenter VALUES ('presenter', 'item', 0, '', '', '', NULL)",
    ],
)
def test_what_was_changed_since_is_not_undone(file: RegisterFile, meanwhile: str) -> None:
    with recording(file) as (session, journal):
        session.get_one(Body, "body").name = "Nytt namn"
        meeting, item = session.get_one(Meeting, "meeting"), session.get_one(AgendaItem, "item")
        meeting.items.append(AgendaItem(id="new"))
        item.presenters.clear()
    assert {each.op for each in journal} == {"changed", "added", "removed"}
    with file.write() as session:
        session.connection().exec_driver_sql(meanwhile)
    before = stored(file)
    with pytest.raises(UndoConflictError, match="Inget har ändrats nu"):
        replayed(file, journal)
    assert stored(file) == before


def test_the_history_tells_who_did_what_and_when(file: RegisterFile) -> None:
    start = datetime.now(UTC)
    with recording(file) as (session, journal):
        session.add(Person(id="p", name="Åsa"))
        session.flush()
        step = journal.write(session.connection(), who="åsa", action="do", label="add-person")
    with file.read() as reader:
        (row,) = reader.execute(select(STEP)).all()
        (change,) = reader.execute(select(CHANGE)).all()
        assert pages.changes_of(reader, [step]) == journal
    assert (row.id, row.who, row.action, row.label) == (step, "åsa", "do", "add-person")
    assert abs(datetime.fromisoformat(row.at) - start) < timedelta(hours=1)
    assert (change.step_id, change.kind, change.row_id, change.before) == (
        step,
        "person",
        "p",
        None,
    )
    assert json.loads(change.after)["name"] == "Åsa"


def test_a_session_that_is_not_recorded_records_nothing(file: RegisterFile) -> None:
    with file.write() as session:
        session.add(Person(name="Åsa"))
    with file.read() as reader:
        assert reader.execute(select(CHANGE)).all() == []
