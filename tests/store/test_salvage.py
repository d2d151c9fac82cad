"""A damaged register: what can be read comes into a new one, and nothing else is told as right."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.store import connect, keys
from hubra_desktop.store.deep_check import register_rows
from hubra_desktop.store.errors import NewerRegisterError, PassphraseNeededError
from hubra_desktop.store.file_pages import FilePages
from hubra_desktop.store.passphrase import lock_register, new_key
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.replay import RowKey
from hubra_desktop.store.salvage import NothingSalvagedError, salvage_rows
from hubra_desktop.store.salvaged_rows import SalvagedRows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import PHRASE, digest

DATA = Path(__file__).parents[1] / "data"
PAGE = 4096
LONG = "Trygghet i Flemingsberg. " * 400


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo register, with a text that flows over and a short history."""
    path = tmp_path_factory.mktemp("salvage") / "råd.hubra"
    make_demo(path)
    with closing(sqlite3.connect(path)) as database:
        (item,) = database.execute("SELECT min(id) FROM agenda_item").fetchone()
    with closing(Workspace.open(path)) as workspace:
        workspace.run(Change(Item, item, {"note": LONG}))
        for number in range(40):
            workspace.run(Add(Person, {"name": f"Person {number}"}))
    return path


@pytest.fixture(scope="module")
def all_rows(sound: Path) -> dict[RowKey, dict[str, object]]:
    return register_rows(sound)


def root(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(database.execute(query, (table,)).fetchone()[0])


def test_pages_are_read_as_sqlite_reads_them(sound: Path) -> None:
    pages = FilePages(sound.read_bytes())
    with closing(sqlite3.connect(sound)) as database:
        for table in (*TABLES, "step", "change", "large_value"):
            read = {
                row.rowid: row.values
                for number in pages.tree(root(sound, table))
                for row in pages.rows(number)
            }
            key = "NULL" if table in ("step", "change") else "id"
            columns = ", ".join(
                key if name == "id" else f'"{name}"'
                for _, name, *_ in database.execute(f'PRAGMA table_info("{table}")').fetchall()
            )
            asked = database.execute(f'SELECT rowid, {columns} FROM "{table}"').fetchall()
            assert read == {each[0]: each[1:] for each in asked}, table


def salvaged(damaged: Path) -> tuple[SalvagedRows, dict[RowKey, dict[str, object]]]:
    """Salvage beside the damaged file, which stays as it is; the new one must open."""
    target, before = damaged.with_name("nytt.hubra"), digest(damaged)
    result = salvage_rows(damaged, target)
    assert digest(damaged) == before
    assert target.stat().st_mode & 0o777 == 0o600
    RegisterFile(target).close()
    return result, register_rows(target)


def nothing_wrong_as_right(
    result: SalvagedRows,
    rows: dict[RowKey, dict[str, object]],
    all_rows: dict[RowKey, dict[str, object]],
) -> None:
    """What differs from what was there must be told, and so must what came from nowhere."""
    told = {key for key, _ in (*result.mended, *result.loosened)}
    told |= result.uncertain | result.from_history
    assert {key for key, row in rows.items() if all_rows.get(key) != row} <= told


def zeroed(*numbers: int) -> Callable[[bytearray, Path], None]:
    def damage(content: bytearray, _: Path) -> None:
        for number in numbers:
            content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)

    return damage


def spoil_tree(table: str) -> Callable[[bytearray, Path], None]:
    return lambda content, sound: zeroed(root(sound, table))(content, sound)


def noise(content: bytearray, _: Path) -> None:
    content[:PAGE] = Random(4).randbytes(PAGE)


def halved(content: bytearray, _: Path) -> None:
    del content[len(content) * 3 // 5 :]


def flipped(content: bytearray, _: Path) -> None:
    random = Random(7)
    for _turn in range(60):
        content[random.randrange(PAGE, len(content))] ^= 1 << random.randrange(8)


DAMAGE: dict[str, Callable[[bytearray, Path], None]] = {
    "the schema": noise,
    "the root of the people": spoil_tree("person"),
    "the history": spoil_tree("change"),
    "the end": halved,
    "some bits": flipped,
}


@pytest.mark.parametrize("what", DAMAGE)
def test_what_can_be_read_is_saved_and_the_rest_is_told(
    sound: Path, all_rows: dict[RowKey, dict[str, object]], tmp_path: Path, what: str
) -> None:
    content = bytearray(sound.read_bytes())
    DAMAGE[what](content, sound)
    damaged = tmp_path / "råd.hubra"
    damaged.write_bytes(content)
    result, rows = salvaged(damaged)
    nothing_wrong_as_right(result, rows, all_rows)
    if what in ("the schema", "the root of the people"):
        assert rows == all_rows
    if what not in ("the end", "some bits"):
        assert all_rows.keys() - rows.keys() <= result.gone | result.left_out


def test_a_sound_register_keeps_its_history(sound: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "råd.hubra"
    damaged.write_bytes(sound.read_bytes())
    result, rows = salvaged(damaged)
    assert rows == register_rows(sound)
    assert not result.uncertain
    assert result.steps == result.steps_read == 42
    with closing(Workspace.open(tmp_path / "nytt.hubra")) as workspace:
        assert workspace.undo_label is None


def test_a_row_whose_page_is_gone_comes_from_the_history(sound: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "råd.hubra"
    content = bytearray(sound.read_bytes())
    pages = FilePages(bytes(content))
    leaf = next(n for n in pages.tree(root(sound, "person")) if pages.rows(n))
    lost = {("person", str(row.values[0])) for row in pages.rows(leaf)}
    zeroed(leaf)(content, sound)
    damaged.write_bytes(content)
    result, rows = salvaged(damaged)
    assert lost <= result.from_history
    assert lost <= rows.keys()


def test_two_of_what_there_is_one_of_become_one(sound: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "råd.hubra"
    damaged.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(damaged)) as database, database:
        database.execute("DROP INDEX uq_register")
        database.execute("CREATE TEMP TABLE two AS SELECT * FROM register")
        database.execute("UPDATE two SET id = 'x'")
        database.execute("INSERT INTO register SELECT * FROM two")
    _, rows = salvaged(damaged)
    assert len([key for key in rows if key[0] == "register"]) == 1


@pytest.mark.parametrize("content", [b"", b"Hej", bytes(40_000), Random(1).randbytes(40_000)],
                         ids=["empty", "text", "zeros", "noise"])  # fmt: skip
def test_what_holds_nothing_of_a_register_is_refused(tmp_path: Path, content: bytes) -> None:
    damaged = tmp_path / "råd.hubra"
    damaged.write_bytes(content)
    with pytest.raises(NothingSalvagedError, match="går att läsa"):
        salvage_rows(damaged, tmp_path / "nytt.hubra")
    assert [each.name for each in tmp_path.iterdir()] == ["råd.hubra"]


@pytest.mark.usefixtures("cheap_keys")
def test_a_locked_register_is_rescued_into_a_locked_one(
    sound: Path, all_rows: dict[RowKey, dict[str, object]], tmp_path: Path
) -> None:
    damaged = tmp_path / "råd.hubra"
    damaged.write_bytes(sound.read_bytes())
    pages = FilePages(damaged.read_bytes())
    key = new_key(damaged, PHRASE)
    lock_register(damaged, key)
    content = bytearray(damaged.read_bytes())
    for table in ("person", "activity", "change"):
        *_, leaf = [number for number in pages.tree(root(sound, table)) if pages.rows(number)]
        content[min(leaf * PAGE, len(content)) - 100] ^= 1
    damaged.write_bytes(content)
    result, rows = salvaged(damaged)
    assert connect.file_key(tmp_path / "nytt.hubra") == key
    nothing_wrong_as_right(result, rows, all_rows)
    assert all_rows.keys() - rows.keys() <= result.gone | result.left_out
    assert len(rows) > 0.8 * len(all_rows)
    keys.forget(key)
    with pytest.raises(PassphraseNeededError):
        salvage_rows(damaged, tmp_path / "ännu ett.hubra")


@pytest.mark.parametrize("version", ["0001", "0005"])
def test_a_register_of_an_earlier_schema_is_rescued_into_the_newest(
    tmp_path: Path, version: str
) -> None:
    whole, damaged = tmp_path / "helt.hubra", tmp_path / "råd.hubra"
    old = (DATA / f"register-{version}.hubra").read_bytes()
    whole.write_bytes(old)
    RegisterFile(whole).close()
    content = bytearray(old)
    damaged.write_bytes(content)
    zeroed(root(damaged, "person"))(content, damaged)
    damaged.write_bytes(content)
    result, rows = salvaged(damaged)
    all_rows = register_rows(whole)
    nothing_wrong_as_right(result, rows, all_rows)
    assert len(rows) > 0.8 * len(all_rows)


def test_a_register_of_a_newer_schema_is_left_to_the_newer_program(
    sound: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "råd.hubra"
    damaged.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(damaged)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerRegisterError):
        salvage_rows(damaged, tmp_path / "nytt.hubra")
