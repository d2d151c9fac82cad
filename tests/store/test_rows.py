"""The one writer: what it writes, what it records of it, and the way back."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.catalogue import stored_fields
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.meeting import Footnote, HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingState
from hubra_desktop.store import journal as pages
from hubra_desktop.store.journal import (
    CHANGE,
    LARGE_VALUE,
    STEP,
    Journal,
    Recorded,
    UndoConflictError,
    changes_of,
)
from hubra_desktop.store.refused_rows import BrokenReferenceError
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def file(register: Path) -> Iterator[RegisterFile]:
    opened = RegisterFile(register)
    yield opened
    opened.close()


@contextmanager
def recording(file: RegisterFile) -> Iterator[Rows]:
    """Give rows; what they wrote is kept as a step when the block ends."""
    with file.write() as connection:
        rows = Rows(connection)
        yield rows
        if rows.journal:
            rows.journal.write(connection, who="åsa", action="do", label="step")


def stored(file: RegisterFile) -> dict[str, list[dict[str, object]]]:
    """Every row of every undoable table, as it is in the file."""
    with file.read() as reader:
        return {
            name: [dict(row) for row in reader.execute(select(table).order_by("id")).mappings()]
            for name, table in TABLES.items()
        }


def replayed(file: RegisterFile, way: str = "revert", step: int = 1) -> Journal:
    with file.write() as connection:
        made: Journal = getattr(pages, way)(connection, changes_of(connection, [step]))
        made.write(connection, who="åsa", action="undo", label="step")
        return made


def there_and_back(file: RegisterFile, before: object) -> None:
    after = stored(file)
    replayed(file)
    assert stored(file) == before
    replayed(file, "repeat")
    assert stored(file) == after
    replayed(file)
    assert stored(file) == before


def meeting(rows: Rows) -> Meeting:
    found = rows.get(Meeting, "meeting")
    assert found is not None
    return found


def ops(changes: Iterable[Recorded]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.row_id, each.op) for each in changes]


def test_a_record_is_got_with_all_it_owns(file: RegisterFile) -> None:
    with recording(file) as rows:
        found = meeting(rows)
        assert [item.id for item in found.items] == ["item", "last"]
        assert found.items[0].presenters == (Presenter(id="presenter", name="Åsa Ek"),)
        assert found.footnotes[0].item_id == "item"
        assert rows.get(Meeting, "ingen") is None
        assert rows.get(Meeting, None) is None


def test_an_insert_has_no_before(file: RegisterFile) -> None:
    with recording(file) as rows:
        assert rows.put(Person(id="p", name="Åsa Ek")) == "p"
        journal = rows.journal
    image = {
        **dict.fromkeys((each.name for each in stored_fields("person")), ""),
        "id": "p",
        "name": "Åsa Ek",
        "way": "email",
        "protected": False,
    }
    assert journal == [Recorded("person", "p", None, image)]


def test_a_record_without_an_id_gets_one(file: RegisterFile) -> None:
    with recording(file) as rows:
        made = rows.put(Person(id="", name="Åsa Ek"))
        assert rows.get(Person, made) == Person(id=made, name="Åsa Ek")


def test_a_change_writes_and_stores_only_what_differs(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        values = {
            "state": MeetingState.CALLED,
            "end": 1000,
            "date": date(2020, 2, 29),
            "start": 900,
        }
        rows.change(Meeting, "meeting", values)
    with file.read() as reader:
        (change,) = changes_of(reader, [1])
    assert change.before == {"state": "planned", "end": None, "date": "2019-05-06"}
    assert change.after == {"state": "called", "end": 1000, "date": "2020-02-29"}
    there_and_back(file, before)


def test_writing_what_already_stands_records_nothing(file: RegisterFile) -> None:
    with recording(file) as rows:
        rows.change(Body, "body", {"name": "Provrådet"})
        rows.change(Body, "body", {"name": "Annat"})
        rows.change(Body, "body", {"name": "Provrådet"})
        rows.put(meeting(rows))
        assert rows.journal == []


def test_a_value_that_its_field_cannot_hold_is_refused(file: RegisterFile) -> None:
    before = stored(file)
    with pytest.raises(InputError), recording(file) as rows:
        rows.change(Item, "item", {"duration": 481})
    with pytest.raises(InputError), recording(file) as rows:
        rows.put(replace(meeting(rows), items=(Item(id="ogiltigt id"),)))
    assert stored(file) == before


def test_a_removed_row_goes_with_all_it_owns_and_comes_back(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        rows.remove(Meeting, "meeting")
        kinds = [each.kind for each in rows.journal]
        assert {each.op for each in rows.journal} == {"removed"}
        rows.remove(Meeting, "meeting")
        assert len(rows.journal) == len(kinds)
    assert set(kinds) == {"meeting", "agenda_item", "presenter", "footnote"}
    assert kinds.index("presenter") < kinds.index("agenda_item") < kinds.index("meeting")
    there_and_back(file, before)
    assert file.problems() == []


def test_a_row_first_in_a_list_records_one_change(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        whole = meeting(rows)
        items = (Item(id="first", title="Först"), *whole.items)
        rows.put(replace(whole, items=items), was=whole)
        assert ops(rows.journal) == [("agenda_item", "first", "added")]
        assert [item.id for item in meeting(rows).items] == ["first", "item", "last"]
    there_and_back(file, before)


def test_a_moved_row_is_the_only_one_recorded(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        whole = meeting(rows)
        rows.put(replace(whole, items=whole.items[::-1]))
        assert len(rows.journal) == 1
        assert [item.id for item in meeting(rows).items] == ["last", "item"]
    there_and_back(file, before)


def test_what_a_list_no_longer_holds_is_removed(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        whole = meeting(rows)
        item = replace(whole.items[0], presenters=(), title="Ny rubrik")
        rows.put(replace(whole, items=(item, whole.items[1])))
        assert ops(rows.journal) == [
            ("presenter", "presenter", "removed"),
            ("agenda_item", "item", "changed"),
        ]
    there_and_back(file, before)


def test_a_row_can_move_to_another_owner(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        whole = meeting(rows)
        one, item = whole.items
        other = Meeting(id="other", body_id="body", date=date(2019, 6, 3), items=(item,))
        rows.put_all((other, replace(whole, items=(one,))))
        assert [each.id for each in meeting(rows).items] == ["item"]
        assert rows.owner_of(Item, Meeting, "last") == "other"
    there_and_back(file, before)


def test_a_row_is_not_taken_from_a_list_that_is_not_put(file: RegisterFile) -> None:
    before = stored(file)
    item = Item(id="last", title="Övriga frågor")
    other = Meeting(id="other", body_id="body", date=date(2019, 6, 3), items=(item,))
    with pytest.raises(BrokenReferenceError), recording(file) as rows:
        rows.put(other)
    with pytest.raises(BrokenReferenceError), recording(file) as rows:
        rows.add(Body(id="body", name="Tvilling"))
    assert stored(file) == before


def test_several_changes_of_a_row_are_told_once(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        for name in ("Ett", "Två"):
            rows.change(Body, "body", {"name": name})
        rows.put(Person(id="p", name="Snart borta"))
        rows.change(Body, "body", {"short_name": "X"})
        rows.remove(Person, "p")
        assert ops(rows.journal) == [
            ("body", "body", "changed"),
            ("person", "p", "added"),
            ("body", "body", "changed"),
            ("person", "p", "removed"),
        ]
        (net,) = rows.journal.net()
        assert net.before is not None
        assert net.after is not None
        assert (net.before["name"], net.after["name"]) == ("Provrådet", "Två")
        assert net.after["short_name"] == "X"
    there_and_back(file, before)


def test_terms_flags_and_minutes_come_back_as_they_were(file: RegisterFile) -> None:
    before = stored(file)
    with recording(file) as rows:
        values = {
            "kind": ItemKind.BREAK,
            "closed": True,
            "duration": 10,
            "added_late": date.today(),
        }
        rows.change(Item, "item", values)
        rows.change(Footnote, "note", {"anchor": Anchor.PLACE, "item_id": None})
    there_and_back(file, before)


def test_a_picture_is_kept_once_however_often_it_leaves(file: RegisterFile) -> None:
    with file.write() as connection:
        connection.execute(TABLES["house_style"].insert(), {"id": "style"})
        Rows(connection).change(HouseStyle, "style", {"logotype": PNG + bytes(10_000)})
    before = stored(file)
    with recording(file) as rows:
        rows.change(HouseStyle, "style", {"logotype": PNG + b"other"})
    there_and_back(file, before)
    with file.read() as reader:
        assert len(reader.execute(select(LARGE_VALUE)).all()) == 2
        changes = reader.execute(select(CHANGE)).all()
    assert max(len(str(row.before)) + len(str(row.after)) for row in changes) < 300


def test_no_picture_is_a_value_that_comes_back(file: RegisterFile) -> None:
    with file.write() as connection:
        connection.execute(TABLES["house_style"].insert(), {"id": "style"})
    before = stored(file)
    with recording(file) as rows:
        rows.change(HouseStyle, "style", {"logotype": PNG})
    there_and_back(file, before)


def test_an_edit_beside_a_picture_stores_nothing_of_it(file: RegisterFile) -> None:
    with file.write() as connection:
        connection.execute(TABLES["house_style"].insert(), {"id": "style"})
        Rows(connection).change(HouseStyle, "style", {"logotype": PNG + bytes(10_000)})
    with recording(file) as rows:
        rows.change(HouseStyle, "style", {"organisation": "Ekköping"})
    with file.read() as reader:
        assert len(reader.execute(select(LARGE_VALUE)).all()) == 1
        (row,) = reader.execute(select(CHANGE)).all()
    assert row.after == '{"organisation":"Ekköping"}'


@pytest.mark.parametrize(
    "meanwhile",
    [
        "UPDATE body SET name = 'X'",
        "UPDATE agenda_item SET note = 'X' WHERE id = 'new'",
        "DELETE FROM agenda_item WHERE id = 'new'",
        "INSERT INTO presenter VALUES ('presenter', 'item', 0, '', '', '', NULL, 'not_asked')",
    ],
)
def test_what_was_changed_since_is_not_undone(file: RegisterFile, meanwhile: str) -> None:
    with recording(file) as rows:
        rows.change(Body, "body", {"name": "Nytt namn"})
        whole = meeting(rows)
        items = (replace(whole.items[0], presenters=()), whole.items[1], Item(id="new"))
        rows.put(replace(whole, items=items))
        assert {each.op for each in rows.journal} == {"changed", "added", "removed"}
    with file.write() as connection:
        connection.exec_driver_sql(meanwhile)
    before = stored(file)
    with pytest.raises(UndoConflictError, match="Inget har ändrats nu"):
        replayed(file)
    assert stored(file) == before


def test_another_column_that_changed_since_stays(file: RegisterFile) -> None:
    with recording(file) as rows:
        rows.change(Body, "body", {"name": "Nytt namn"})
    with file.write() as connection:
        connection.exec_driver_sql("UPDATE body SET short_name = 'X'")
    replayed(file)
    with recording(file) as rows:
        assert rows.get(Body, "body") == Body(id="body", name="Provrådet", short_name="X")


def test_the_history_tells_who_did_what_and_when(file: RegisterFile) -> None:
    start = datetime.now(UTC)
    with recording(file) as rows:
        rows.put(Person(id="p", name="Åsa"))
    with file.read() as reader:
        (row,) = reader.execute(select(STEP)).all()
        (change,) = changes_of(reader, [row.id])
    assert (row.who, row.action, row.label) == ("åsa", "do", "step")
    assert abs(datetime.fromisoformat(row.at) - start) < timedelta(hours=1)
    assert (change.kind, change.row_id, change.before) == ("person", "p", None)
    assert change.after is not None
    assert change.after["name"] == "Åsa"


def test_many_saves_of_a_long_text_cost_little(file: RegisterFile, register: Path) -> None:
    text = "Trygghetsarbetet under året. " * 400
    with recording(file) as rows:
        rows.change(Item, "item", {"note": text})
    pages_before = page_count(register)
    for number in range(400):
        with recording(file) as rows:
            rows.change(Item, "item", {"note": text + "ord " * number})
    assert (page_count(register) - pages_before) * 4096 < 400 * 1000


def page_count(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return int(database.execute("PRAGMA page_count").fetchone()[0])
