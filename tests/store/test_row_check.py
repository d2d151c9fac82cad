"""Every row has its checksum, kept by whatever writes; what differs from it is told by name."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.store import connect, row_check
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import WrongRowsError
from hubra_desktop.store.journal import changes_of, revert
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.row_check import WrongRow, keep_checks, wrong_rows
from hubra_desktop.store.rows import Rows
from tests.store.registers import altered


@pytest.fixture
def file(register: Path) -> Iterator[RegisterFile]:
    opened = RegisterFile(register)
    yield opened
    opened.close()


def wrong(path: Path) -> list[tuple[str, str]]:
    with closing(connect.read_only(path)) as database:
        return [(each.kind, each.row_id) for each in wrong_rows(database)]


def by_hand(path: Path, *statements: str) -> list[tuple[str, str]]:
    """Change a register past the program, and return what is wrong in it."""
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)
    return wrong(path)


def test_what_is_written_undone_and_removed_keeps_its_checksum(
    file: RegisterFile, register: Path
) -> None:
    with file.write() as connection:
        rows = Rows(connection)
        rows.put(Person(id="p", name="Åsa ”Ek”", note="𝄞\n" * 3000))
        rows.change(Item, "item", {"title": "Annat", "duration": 5})
        rows.remove(Item, "last")
        kept = rows.keep(b"\x00picture\xff" * 900)
        step = rows.journal.write(connection, who="åsa", action="do", label="change")
    assert wrong(register) == []
    with closing(connect.read_only(register)) as database:
        checked = set(database.execute("SELECT kind, row_id FROM row_check"))
    assert checked >= {("person", "p"), ("large_value", kept), ("step", str(step))}
    assert ("agenda_item", "last") not in checked
    with file.write() as connection:
        revert(connection, changes_of(connection, [step]))
    assert wrong(register) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE agenda_item SET title = title || '.' WHERE id = 'item'", ("agenda_item", "item")),
        ("UPDATE agenda_item SET title = x'00' WHERE id = 'item'", ("agenda_item", "item")),
        (
            "UPDATE agenda_item SET title = CAST(x'ff41' AS TEXT) WHERE id = 'item'",
            ("agenda_item", "item"),
        ),
        ("UPDATE agenda_item SET id = 'other' WHERE id = 'last'", ("agenda_item", "last")),
        ("DELETE FROM presenter", ("presenter", "presenter")),
        (
            (
                "INSERT INTO matter (id, case_number, title, note, kind, state, responsible, "
                "retention) SELECT 'm', 'M', '', '', '', 'open', '', '' FROM body"
            ),
            ("matter", "m"),
        ),
        ("DELETE FROM row_check WHERE kind = 'meeting'", ("meeting", "meeting")),
        ("UPDATE row_check SET crc = crc + 1 WHERE kind = 'body'", ("body", "body")),
        ("UPDATE row_check SET kind = 'ghost' WHERE kind = 'body'", ("ghost", "body")),
        ("UPDATE alembic_version SET version_num = '0006'", ("alembic_version", "0009")),
        ("DROP INDEX ix_agenda_item_meeting_id", ("sqlite_master", "ix_agenda_item_meeting_id")),
        ("DELETE FROM row_check", ("sqlite_master", "row_check")),
        ("DROP TABLE row_check", ("sqlite_master", "row_check")),
    ],
)
def test_what_was_changed_past_the_program_is_found(
    register: Path, statement: str, found: tuple[str, str]
) -> None:
    assert found in by_hand(register, statement)


def test_a_damaged_row_that_is_written_stays_wrong(register: Path) -> None:
    by_hand(register, "UPDATE agenda_item SET note = 'Skadad' WHERE id = 'item'")
    opened = RegisterFile(register, brief=True)
    with opened.write() as connection:
        Rows(connection).change(Item, "item", {"title": "Annat"})
    opened.close()
    assert wrong(register) == [("agenda_item", "item")]


def test_tables_of_others_are_none_of_the_programs_business(register: Path) -> None:
    assert by_hand(register, "CREATE TABLE other (id INTEGER PRIMARY KEY)", "ANALYZE") == []


def test_a_writer_that_forgets_one_is_found(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = row_check._triggers
    monkeypatch.setattr(
        row_check, "_triggers", lambda each: () if each.name == "person" else plain(each)
    )
    opened = RegisterFile(register)
    with opened.write() as connection:
        Rows(connection).put(Person(id="p", name="Åsa"))
    opened.close()
    assert wrong(register) == [("person", "p")]


def test_every_table_is_watched_and_looked_at(register: Path) -> None:
    """One value of each table is changed past the program, and each is found."""
    with altered(register) as database:
        for name in ("step (id, at, who, action, label) VALUES (1, '', '', 'do', '')",
                     "change (step_id, kind, row_id) VALUES (1, 'body', 'body')",
                     "large_value VALUES ('0', x'00')"):  # fmt: skip
            database.execute(f"INSERT INTO {name}")
    with closing(sqlite3.connect(register)) as database:
        keep_checks(database)
        triggers = {row[0] for row in database.execute("SELECT tbl_name FROM sqlite_temp_master")}
        tables = {each.name: each for each in row_check._tables(database)}
        assert triggers == set(tables)
        filled = {name for name in tables if database.execute(f'SELECT 1 FROM "{name}"').fetchone()}
        assert {"step", "change", "large_value", "meeting"} <= filled
    for name in filled:
        column = (*tables[name].contents, *tables[name].values)[-1]
        with closing(sqlite3.connect(register)) as database:
            database.execute("PRAGMA ignore_check_constraints=ON")
            database.execute(f'UPDATE "{name}" SET "{column}" = \'7\'')
            assert name in {each.kind for each in wrong_rows(database)}


def test_the_checksum_of_a_row_is_the_same_for_ever(tmp_path: Path) -> None:
    """Another release of SQLite must not write the array of a row in another way."""
    row = "".join(map(chr, range(1, 0x180))) + "”𝄞\ufeff"
    with closing(sqlite3.connect(":memory:")) as database:
        row_check._prepare(database)
        table = row_check._Checked("t", "id", ("id", "number", "text", "none"), ("content",))
        database.execute("CREATE TABLE t (id, number, text, none, content)")
        database.execute("INSERT INTO t VALUES ('a', -5, ?, NULL, x'00ff')", (row,))
        [crc] = database.execute(f"SELECT {table.checksum('t')} FROM t").fetchone()
    assert crc == -28_360_249


def test_the_refusal_names_the_subject_and_the_row(register: Path) -> None:
    by_hand(register, "UPDATE agenda_item SET duration = 7 WHERE id = 'item'",
            "INSERT INTO step (at, who, action, label) VALUES ('', '', 'do', '')")  # fmt: skip
    with pytest.raises(WrongRowsError) as refused:
        RegisterFile(register)
    told = "det här är inte som programmet skrev det: "
    assert told in refused.value.sentence
    assert "sammanträdena (”Nattvandring i Flemingsberg”)" in refused.value.sentence
    assert "historiken" in refused.value.sentence


def test_a_check_of_the_whole_register_names_wrong_rows(file: RegisterFile, register: Path) -> None:
    by_hand(register, "UPDATE agenda_item SET duration = 7 WHERE id = 'item'")
    assert file.problems() == ["agenda_item: item"]
    with pytest.raises(WrongRowsError):
        file.look_through()
    assert WrongRow("agenda_item", "item").kind == "agenda_item"
