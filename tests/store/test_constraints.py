"""What the file itself refuses, and what an upgrade says of rows that it cannot keep."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.catalogue import UNIQUE, refused_twice
from hubra_desktop.model.records.money import BudgetYear
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.store import schema
from hubra_desktop.store.errors import RowsNotKeptError
from hubra_desktop.store.frozen_tables import FrozenTables
from hubra_desktop.store.refused_rows import refused_by_file
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.edits import Store
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import names

DATA = Path(__file__).parents[1] / "data"
ENTRY = (
    "INSERT INTO ledger_entry SELECT '{id}', {number}, year, date, post_id, kind, {amount}, "
    "counterpart, counterpart_id, NULL, NULL, voucher, year_concerned, text "
    "FROM ledger_entry WHERE kind = 'cost' OR kind = 'payment' LIMIT 1"
)
# The history is kept in another form by a later schema.
HISTORY = ("alembic_version", "step", "change", "row_check")
# Of the exports that the releases before this schema wrote of these registers.
EXPORTS = {
    "0001": "25701cb69e28fbfda2bc1204156af59ab20dfc5cfc35a2c8358e7d11e55c382b",
    "0002": "0993e7f924b0292c74251bd4a7196f553278f2d82e473dc3d4fb18821b572551",
    "0003": "0993e7f924b0292c74251bd4a7196f553278f2d82e473dc3d4fb18821b572551",
    "0004": "0993e7f924b0292c74251bd4a7196f553278f2d82e473dc3d4fb18821b572551",
    "0005": "0993e7f924b0292c74251bd4a7196f553278f2d82e473dc3d4fb18821b572551",
    "0006": "0993e7f924b0292c74251bd4a7196f553278f2d82e473dc3d4fb18821b572551",
}
# (what is done to the register, what the refusal names of it)
DAMAGES = {
    "second budget": (
        "INSERT INTO budget_year SELECT 'x', year, basis, NULL, 10, '' FROM budget_year",
        ("Budget 2019; Budget 2019: bara en får finnas med samma år.",),
    ),
    "amount below zero": (
        ENTRY.format(id="x", number=99, amount=-5),
        ("Bokförd rad 99, 2019", "beloppet är −0,05\xa0kr, men ska vara minst 0,01\xa0kr."),
    ),
    "equal ledger numbers": (
        ENTRY.format(id="y", number=1, amount=100),
        ("Bokförd rad 1, 2019", "bara en får finnas med samma nummer."),
    ),
    "unknown word": (
        "UPDATE body SET kind = 'club' WHERE id = (SELECT min(id) FROM body)",
        ("Organ ", "slag är ”club”, som inte är något av valen."),
    ),
    "second register row": (
        "INSERT INTO register (id, name, municipality, practice) VALUES ('x', 'Ett till', '', 0)",
        ("; Registrets uppgifter Ett till: bara en får finnas.",),
    ),
    "allocation of nothing": (
        "UPDATE allocation SET planned_ore = -100",
        ("Planerat belopp, Budgetpost ", "(Budgetversion", "Budget 2019))", "beloppet är −1\xa0kr"),
    ),
    "value of a group twice": (
        (
            "INSERT INTO measurement SELECT 'x', indicator_id, 9, year, \"group\", "
            "value_thousandths, missing, incomparable, '', '' FROM measurement LIMIT 1"
        ),
        ("(Indikator ", "bara en får finnas med samma indikator, år, grupp."),
    ),
    "area of an activity twice": (
        (
            "INSERT INTO activity_area SELECT 'x', activity_id, 9, area_id, main "
            "FROM activity_area LIMIT 1"
        ),
        ("Område för aktivitet, Område ", "(Aktivitet 2019, ", "aktivitet, område."),
    ),
    "unknown state, a long title of two lines": (
        (
            "UPDATE activity SET state = 'gone', title = 'Ett' || char(10) || '- två' || "
            "substr(hex(zeroblob(50)), 1, 99)"
        ),
        ("Aktivitet 2019, Ett - två000", "0…: läge är ”gone”, som inte är något av valen."),
    ),
    "second row about an association": (
        (
            "INSERT INTO association SELECT 'x', body_id, '', '', '', '', '', '' "
            "FROM association LIMIT 1"
        ),
        ("Föreningsuppgifter, Organ ", "bara en får finnas med samma organ."),
    ),
    "amount that is no number": (
        "UPDATE grant_decision SET amount_ore = 'hundra'",
        (": beloppet är ”hundra”, som inte är något tal.",),
    ),
}


def old(tmp_path: Path, version: str, *damages: str) -> Path:
    path = Path(shutil.copy(DATA / f"register-{version}.hubra", tmp_path))
    with closing(sqlite3.connect(path)) as database:
        for each in damages:
            assert database.execute(each).rowcount > 0
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def told(path: Path) -> list[str]:
    """Return all that a register holds; how its journal is kept may have changed."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return list(database.iterdump())


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_upgrade_names_the_rows_it_cannot_keep(tmp_path: Path, damage: str) -> None:
    statement, words = DAMAGES[damage]
    path = old(tmp_path, "0002", statement)
    before = told(path)
    for _ in range(2):
        with pytest.raises(RowsNotKeptError) as refused:
            RegisterFile(path)
        assert [each for each in words if each not in refused.value.sentence] == []
        assert "Registret är orört." in refused.value.sentence
        assert told(path) == before
        assert names(tmp_path) == {path.name}


def test_every_row_that_is_refused_is_told_in_swedish() -> None:
    upgrade = import_module("hubra_desktop.store.migrations.versions.0003_constraints")
    tables = FrozenTables.read(upgrade._FROZEN).tables
    nameless = []
    for table, columns in tables.items():
        checked = [name for name, rule in upgrade._checks(columns) if rule != "<> id"]
        told = {*checked, *upgrade._unique(columns)}
        fields = {each for each in told if not each.endswith("_ore")}
        pointed_at = set(upgrade._references(columns).values()) if told else set()
        kinds = pointed_at | ({table} if upgrade._checks(columns) or told else set())
        nameless += [*(fields - set(upgrade._FIELDS)), *(kinds - set(upgrade._KINDS))]
    assert nameless == []


def test_all_of_them_are_named_at_once(tmp_path: Path) -> None:
    path = old(tmp_path, "0002", *(statement for statement, _ in DAMAGES.values()))
    with pytest.raises(RowsNotKeptError) as refused:
        RegisterFile(path)
    assert refused.value.sentence.count("•") >= len(DAMAGES)


def test_a_body_inside_itself_is_freed_of_that_and_kept(tmp_path: Path) -> None:
    path = old(tmp_path, "0002", "UPDATE body SET parent_id = id")
    with closing(sqlite3.connect(path)) as database:
        bodies = database.execute("SELECT id, name FROM body ORDER BY id").fetchall()
    RegisterFile(path).close()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT id, name FROM body ORDER BY id").fetchall() == bodies
        assert database.execute("SELECT DISTINCT parent_id FROM body").fetchall() == [(None,)]


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_an_upgrade_changes_no_row(tmp_path: Path, version: str) -> None:
    path = old(tmp_path, version)
    before = contents(path)
    RegisterFile(path).close()
    after = contents(path)
    assert {name: known(after[name], rows) for name, rows in before.items()} == before
    assert not any(after[name] for name in set(after) - set(before))


def known(rows: list[dict[str, object]], before: list[dict[str, object]]) -> object:
    """The rows without the columns that came with an upgrade."""
    return [{column: row[column] for column in was} for row, was in zip(rows, before, strict=True)]


@pytest.mark.parametrize("version", EXPORTS)
def test_an_old_register_is_exported_as_before(tmp_path: Path, version: str) -> None:
    workspace = Workspace.open(old(tmp_path, version))
    with workspace.read() as reader:
        content = dump(register_bundle(reader))
    workspace.close()
    assert hashlib.sha256(content).hexdigest() == EXPORTS[version]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO budget_year SELECT 'x', year, basis, NULL, 10, '' FROM budget_year",
        ENTRY.format(id="x", number=99, amount=-5),
        ENTRY.format(id="x", number=99, amount=0),
        ENTRY.format(id="x", number=1, amount=100),
        "UPDATE body SET parent_id = id",
        "UPDATE body SET kind = 'club'",
        "INSERT INTO register SELECT 'x', '', '', NULL, 0",
        (
            "INSERT INTO house_style SELECT 'x', organisation, time_separator, head_prefix, "
            "item_prefix, note_prefix, accent, address, logotype, logotype_text, sub_numbers, "
            "kerning FROM house_style"
        ),
        "INSERT INTO association SELECT 'x', body_id, '', '', '', '', '', '' FROM association",
        (
            "INSERT INTO plan SELECT 'x', kind, year, version, '', '', '', NULL, NULL, NULL, '', "
            "NULL, '' FROM plan"
        ),
        (
            "INSERT INTO measurement SELECT 'x', indicator_id, 9, year, \"group\", "
            "value_thousandths, missing, incomparable, '', '' FROM measurement"
        ),
        "UPDATE agenda_item SET duration = -1",
        "UPDATE activity SET year = 0",
        "UPDATE house_style SET sub_numbers = 'romans'",
        "UPDATE activity SET closed = 2",
    ],
)
def test_the_file_refuses_what_no_register_holds(tmp_path: Path, statement: str) -> None:
    path = old(tmp_path, "0003")
    with (
        closing(sqlite3.connect(path)) as database,
        pytest.raises(sqlite3.IntegrityError, match=r"(UNIQUE|CHECK) constraint failed"),
    ):
        database.execute(statement)


def contents(path: Path) -> dict[str, list[dict[str, object]]]:
    """All rows of all tables by their columns, in the order they were stored.

    A picture is kept by its hash from 0004 on; that it is the same is seen in the export.
    """
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        tables = [row[0] for row in database.execute(schema._TABLES)]
        return {
            name: [
                {column: row[column] for column in row.keys() if column != "logotype"}  # noqa: SIM118
                for row in database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            ]
            for name in tables
            if name not in HISTORY
        }


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("CHECK constraint failed: ck_ledger_entry_amount_ore", "större än 0 kr."),
        ("CHECK constraint failed: ck_body_parent_id", "inte ingå i sig självt"),
        ("CHECK constraint failed: ck_budget_post_parent_id", "inte ligga under sig själv"),
        ("CHECK constraint failed: ck_activity_area_main", "Ett värde (main)"),
        ("UNIQUE constraint failed: person.id", "finns redan i registret"),
        ("a rule of another kind", "stämmer inte med det som registret"),
    ],
)
def test_what_the_file_refuses_is_said_in_words(message: str, words: str) -> None:
    refused = refused_by_file(sqlite3.IntegrityError(message))
    assert words in refused.sentence
    assert "Inget har ändrats" in refused.sentence


VALUES = {"year": 2017, "number": 7, "kind": "activity", "version": 2, "group": "all"}
OF_KIND = {"allowance_rate": {"kind": "travel", "role": "member"}}


@pytest.mark.parametrize("kind", UNIQUE)
def test_every_one_of_a_kind_has_its_sentence(kind: str) -> None:
    values = VALUES | OF_KIND.get(kind, {})
    refused = refused_twice(kind, {name: values.get(name, "x") for name in UNIQUE[kind]})
    assert "{" not in refused.sentence
    assert refused.field == UNIQUE[kind][-1]


def test_the_second_of_one_is_named_by_what_it_is(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.hubra")
    plan = Plan(id="", year=2017, kind=PlanKind.MEASURES, version=1)
    workspace.run(Store(plan))
    with pytest.raises(InputError, match="redan en åtgärdsplan för 2017 med versionen 1"):
        workspace.run(Store(plan))
    workspace.run(Store(BudgetYear(year=2017)))
    with pytest.raises(InputError, match="redan en budget för 2017"):
        workspace.run(Store(BudgetYear(year=2017)))
    workspace.close()
