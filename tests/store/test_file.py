"""An open register: what reading leaves, what closing leaves, odd names, crashes."""

import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from hubra_desktop.model.records.catalogue import values_of
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.store import connect, schema
from hubra_desktop.store.refused_rows import BrokenReferenceError
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import AGENDA_ITEM, BODY, PERSON
from tests.store.registers import altered, digest, make, names, process
from tests.store.test_refusals import LEAVE_A_LOG


def body_names(file: RegisterFile) -> set[str]:
    with file.read() as reader:
        return set(reader.scalars(select(BODY.c.name)))


def test_reading_writes_nothing(register: Path) -> None:
    before = digest(register)
    register.chmod(0o400)
    file = RegisterFile(register, read_only=True)
    assert body_names(file) == {"Provrådet"}
    file.close()
    file.close()
    assert digest(register) == before
    assert {each.name for each in register.parent.iterdir()} == {register.name}


def test_a_read_session_cannot_write(register: Path) -> None:
    file = RegisterFile(register)
    with file.read() as reader, pytest.raises(OperationalError, match="readonly"):
        reader.execute(PERSON.insert(), {"name": "Ingen"})
    file.close()


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_its_work(register: Path) -> None:
    file = RegisterFile(register)
    with file.write() as writing:
        Rows(writing).put(Body(id="", name="Nytt"))
        assert body_names(file) == {"Provrådet"}
    assert body_names(file) == {"Provrådet", "Nytt"}
    file.close()


def test_a_read_session_sees_one_moment(register: Path) -> None:
    file = RegisterFile(register)
    reader = RegisterFile(register, read_only=True, apart=True)
    with reader.read() as reading:
        assert len(reading.scalars(select(BODY.c.name)).all()) == 1
        with file.write() as writing:
            Rows(writing).put(Body(id="", name="Nytt"))
        assert len(reading.scalars(select(BODY.c.name)).all()) == 1
    assert body_names(reader) == {"Provrådet", "Nytt"}
    reader.close()
    file.close()


def test_an_exception_takes_all_the_work_back(register: Path) -> None:
    file = RegisterFile(register)
    with suppress(ZeroDivisionError), file.write() as connection:
        Rows(connection).put(Body(id="", name="Nytt"))
        raise ZeroDivisionError
    assert body_names(file) == {"Provrådet"}
    with file.write() as connection:
        Rows(connection).put(Body(id="", name="Nytt"))
    assert body_names(file) == {"Provrådet", "Nytt"}
    file.close()


def test_a_reference_to_nothing_is_refused_when_the_work_ends(register: Path) -> None:
    file = RegisterFile(register)
    reference = pytest.raises(BrokenReferenceError, match="hänvisar till något")
    with reference, file.write() as connection:
        Rows(connection).change(Meeting, "meeting", {"chair_id": "ingen"})
    twin = pytest.raises(BrokenReferenceError, match=r"bara finnas ett \(body\.id\)")
    with twin, file.write() as connection:
        connection.execute(BODY.insert(), {"id": "body", "name": "Tvilling"})
    value = pytest.raises(BrokenReferenceError, match=r"inte tar emot \(person\.name\)")
    with value, file.write() as connection:
        connection.execute(PERSON.insert(), {"id": "p", "name": None})
    assert body_names(file) == {"Provrådet"}
    assert file.problems() == []
    file.close()


def test_at_rest_the_file_is_whole(register: Path, tmp_path: Path) -> None:
    file = RegisterFile(register)
    with file.write() as connection:
        Rows(connection).put(Body(id="", name="Nytt"))
    assert body_names(file) == {"Provrådet", "Nytt"}
    file.close()
    assert names(tmp_path) == {register.name}
    with closing(sqlite3.connect(f"file:{register}?mode=ro&immutable=1", uri=True)) as database:
        assert database.execute("SELECT count(*) FROM body").fetchone() == (2,)


def test_closing_twice_does_not_bring_back_a_file_that_is_gone(register: Path) -> None:
    file = RegisterFile(register)
    file.close()
    register.unlink()
    file.close()
    assert names(register.parent) == set()


@pytest.mark.parametrize(
    "name",
    [
        "mitt råd.hubra",
        "vad?.hubra",
        "nr #1.hubra",
        "100%.hubra",
        "50%20.hubra",
        "å'ä\"ö.hubra",
        "a&b=c;d.hubra",
        "utan ändelse",
        "file:x?mode=rw",
        "-f.hubra",
        "\\bak.hubra",
    ],
)
def test_odd_names_are_but_names(tmp_path: Path, name: str) -> None:
    path = make(tmp_path / name)
    file = RegisterFile(path)
    with file.write() as connection:
        Rows(connection).put(Body(id="", name="Nytt"))
    assert body_names(file) == {"Provrådet", "Nytt"}
    file.close()
    assert names(tmp_path) == {name}
    reader = RegisterFile(path, read_only=True)
    assert reader.problems() == []
    reader.close()


def test_a_log_of_an_earlier_release_is_read_and_then_folded_in(register: Path) -> None:
    with process(LEAVE_A_LOG, register):
        pass
    assert connect.beside(register, "-wal").stat().st_size > 0
    before = digest(register)
    reader = RegisterFile(register, read_only=True)
    assert body_names(reader) == {"Provrådet", "Sist skriven"}
    reader.close()
    assert digest(register) == before
    file = RegisterFile(register)
    assert body_names(file) == {"Provrådet", "Sist skriven"}
    with file.write() as connection:
        Rows(connection).put(Body(id="", name="Nytt"))
    assert names(register.parent) - {f"{register.name}-journal"} == {
        register.name,
        f".{register.name}.holder",
    }
    file.close()
    assert names(register.parent) == {register.name}
    with closing(sqlite3.connect(register)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_copy_keeps_no_log_whatever_the_original_keeps(register: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(register)) as database:
        database.execute("PRAGMA journal_mode=WAL")
    copy = tmp_path / "kopia.hubra"
    with closing(connect.read_only(register)) as database:
        schema.copy_database(database, copy)
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


CUT_SHORT = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode=DELETE")
database.execute("PRAGMA cache_size=2")
database.execute("PRAGMA cache_spill=2")
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE body SET name = 'Halv'")
for number in range(400):
    row = (f"p{number}", "Halv", *[""] * 6, "email", 0, "")
    database.execute("INSERT INTO person VALUES (?,?,?,?,?,?,?,?,?,?,?)", row)
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_transaction_cut_short_is_taken_back(tmp_path: Path, read_only: bool) -> None:
    path = make(tmp_path / "a.hubra")
    with process(CUT_SHORT, path):
        pass
    assert b"Halv" in path.read_bytes()
    assert connect.beside(path, "-journal").stat().st_size > 0
    file = RegisterFile(path, read_only=read_only)
    assert body_names(file) == {"Provrådet"}
    assert file.problems() == []
    file.close()
    assert names(path.parent) == {"a.hubra"}


def test_a_sound_register_has_no_problems(register: Path) -> None:
    file = RegisterFile(register)
    assert file.problems() == []
    file.close()


def test_rows_that_point_nowhere_are_problems(register: Path) -> None:
    with altered(register) as database:
        database.execute("DELETE FROM agenda_item WHERE id = 'item'")
    file = RegisterFile(register)
    assert {each.partition(":")[0] for each in file.problems()} == {"presenter", "footnote"}
    file.close()


def test_pages_damaged_since_the_opening_are_problems(register: Path) -> None:
    file = RegisterFile(register, read_only=True)
    with closing(connect.read_only(register)) as database:
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'agenda_item'"
        ).fetchone()
    with register.open("r+b") as content:
        content.seek((page - 1) * 4096)
        content.write(b"\xff" * 4096)
    assert file.problems() != []
    file.close()


def test_a_register_larger_than_the_quick_check_opens(register: Path) -> None:
    file = RegisterFile(register)
    with file.write() as connection:
        for number in range(500):
            item = Item(id=f"{number}", title=f"{number}", note="å" * 9000)
            connection.execute(AGENDA_ITEM.insert(), {"meeting_id": "meeting", **values_of(item)})
    file.close()
    assert register.stat().st_size > 8 * 1024 * 1024
    reader = RegisterFile(register, read_only=True)
    assert reader.problems() == []
    reader.close()
