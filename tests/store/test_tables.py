"""The tables derived from the records are those that upgrades make, column by column."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from hubra_desktop.model.records.catalogue import RECORDS, UNIQUE, owner_of, stored_fields
from hubra_desktop.model.records.fields import Ref
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.store.journal import CHANGE, STEP
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.row_check import ROW_CHECK
from hubra_desktop.store.tables import TABLES, metadata

DATA = Path(__file__).parents[1] / "data"
OLD = sorted(DATA.glob("register-*.hubra"))
DIALECT = sqlite.dialect()


def plain(statement: str) -> str:
    """A statement without layout and quotes."""
    return " ".join(statement.replace('"', "").split())


def made(path: Path) -> dict[str, str]:
    """What a register is made of: tables and indexes by name, as SQLite keeps them."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        found = {name: plain(sql) for name, sql in rows}
    del found["alembic_version"]
    return found


def derived(table: Table) -> dict[str, str]:
    statements = {str(table.name): CreateTable(table).compile(dialect=DIALECT)}
    for index in table.indexes:
        statements[str(index.name)] = CreateIndex(index).compile(dialect=DIALECT)
    return {name: plain(str(each)) for name, each in statements.items()}


@pytest.fixture(scope="module", params=OLD, ids=lambda path: path.stem)
def upgraded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    path = Path(shutil.copy(request.param, tmp_path_factory.mktemp("old")))
    RegisterFile(path).close()
    return made(path)


@pytest.mark.parametrize("table", metadata().sorted_tables, ids=str)
def test_an_upgrade_makes_what_is_derived(upgraded: dict[str, str], table: Table) -> None:
    wanted = derived(table)
    assert {name: upgraded.get(name) for name in wanted} == wanted


def test_an_upgrade_leaves_nothing_else(upgraded: dict[str, str]) -> None:
    assert set(upgraded) == {name for table in metadata().sorted_tables for name in derived(table)}


def test_a_new_register_is_made_as_an_old_one_is_upgraded(
    register: Path, upgraded: dict[str, str]
) -> None:
    assert made(register) == upgraded


def test_every_record_has_its_table() -> None:
    assert set(metadata().sorted_tables) >= {*TABLES.values(), STEP, CHANGE, ROW_CHECK}
    assert set(TABLES) == set(RECORDS)


def test_every_reference_is_one_in_the_file_and_is_looked_up_by_an_index() -> None:
    named = {
        (kind, each.name): ref.to
        for kind in RECORDS
        for each in stored_fields(kind)
        if (ref := each.mark(Ref))
    }
    named |= {(kind, own.column): own.kind for kind in RECORDS if (own := owner_of(kind))}
    for kind, table in TABLES.items():
        first = {next(iter(index.columns)).name for index in table.indexes if index.columns}
        first |= set(UNIQUE.get(kind, ())[:1])
        for column in table.c:
            keys = {key.column.table.name for key in column.foreign_keys}
            assert keys == ({named[kind, column.name]} if (kind, column.name) in named else set())
            assert not keys or column.name in first, column


def test_a_list_is_a_table_with_its_owner_and_its_order() -> None:
    presenter = [column.name for column in TABLES["presenter"].c]
    assert presenter == [
        "id",
        "item_id",
        "position",
        "name",
        "title",
        "unit",
        "person_id",
        "answer",
    ]
    assert re.search("meeting_id", str(TABLES["agenda_item"].c))
    assert "body" not in TABLES["meeting"].c


def test_terms_are_stored_by_their_values() -> None:
    column = TABLES["agenda_item"].c.kind
    assert column.type.enums == [kind.value for kind in ItemKind]  # type: ignore[attr-defined]
