"""Each table of each paper about money adds up from what is printed, by the test's arithmetic.

The walk asks for every paper there is about a year, so that a new one is read too.
"""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy.engine import Connection

from hubra_desktop.cli.show_year import show_year
from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money import figures
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import PAPERS, About, Collected, PaperForm, collect, render
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.workspace import Workspace
from tests.documents.reading import squeezed
from tests.model.money.random_years import FIRST, LAST, DrawnYears, money_years
from tests.work.office import settled
from tests.work.tables_read import (
    ReadTable,
    amount,
    faults,
    table_of_text,
    tables_of_page,
    tables_of_print,
)

PAGE, PRINT = PaperForm(html=True), PaperForm()
OF_A_YEAR = [name for name, paper in PAPERS.items() if paper.about is About.YEAR]
OPTIONS: dict[str, dict[str, object]] = {"budget": {"ledger": True}}
SIDES = {"utbetalning": "Utbetalt", "kostnad": "Kostnader", "återbetalning": "Återbetalt",
         "intäkt": "Intäkter"}  # fmt: skip


def papers_of(reader: Connection, year: int) -> Iterator[Collected]:
    """Collect every paper of a year that there is anything to print in."""
    for name in OF_A_YEAR:
        try:
            yield collect(reader, name, year, **OPTIONS.get(name, {}))
        except InputError:
            continue


def walk(reader: Connection, year: int, *, printed: bool) -> dict[str, list[ReadTable]]:
    """Assert that every table of every paper of a year adds up; return them by the paper."""
    read: dict[str, list[ReadTable]] = {}
    for paper in papers_of(reader, year):
        read[paper.name] = tables_of_page(render(paper, PAGE).decode())
        if printed:
            on_paper = tables_of_print(render(paper, PRINT))
            assert list(map(contents, on_paper)) == list(map(contents, read[paper.name]))
            read[paper.name] += on_paper
        for table in read[paper.name]:
            assert list(faults(table)) == [], (paper.name, table.headings)
    return read


def contents(table: ReadTable) -> object:
    """Return what a table says, however it was read."""
    rows = [[row.name, *row.cells.values()] for row in table.rows]
    return table.headings, [[squeezed(each) for each in row] for row in rows]


def posts_table(tables: list[ReadTable]) -> ReadTable:
    return next(each for each in tables if {"Planerat", "Netto", "Kvar"} <= set(each.headings))


def shown_agrees(reader: Connection, year: int, read: dict[str, list[ReadTable]]) -> None:
    """Assert that the command line, the budget and the annual report have the same figures."""
    text, _ = show_year(reader, "budget", year)
    shown = table_of_text(text)
    assert list(faults(shown)) == []
    rows = [list(row.cells.values()) for row in shown.rows]
    for name in ("budget", "verksamhetsberattelse"):
        printed = posts_table(read[name])
        assert printed.headings[1:] == shown.headings[1:]
        assert [list(row.cells.values())[1:] for row in printed.rows] == rows


def ledger_agrees(reader: Connection, year: int, read: dict[str, list[ReadTable]]) -> None:
    """Assert that the ledger's file, row by row, makes the sums of the budget."""
    content = read_csv(export_table(reader, TableName.LEDGER, None))
    heads, *rows = ([str(cell or "") for cell in grid.cells] for grid in content)
    table = [dict(zip(heads, row, strict=True)) for row in rows]
    kinds = {row["Nummer"]: row["Slag"] for row in table}
    sums = dict.fromkeys(SIDES.values(), 0)
    for row in table:
        back = row["Slag"] == "rättelse"
        kind = kinds[row["Gäller rad"]] if back else row["Slag"]
        if row["År"] == str(year) and kind in SIDES:
            ore = amount(row["Belopp"])
            assert ore is not None
            sums[SIDES[kind]] += -ore if back else ore
    total = posts_table(read["budget"]).rows[-1].cells
    assert sums == {name: amount(total.get(name, "0")) for name in sums}


@cache
def empty_register() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        Workspace.create(path, organisation="Rådet").close()
        return settled(path)


def register_of(path: Path, drawn: DrawnYears) -> Workspace:
    """Put what was drawn into a register of its own."""
    path.write_bytes(empty_register())
    path.chmod(0o600)
    workspace = Workspace.open(path)
    lotsen = Body(id="lotsen", name="Lotsen", kind=BodyKind.ASSOCIATION)
    bundle = Bundle(bodies=(lotsen,), budget_years=drawn.budgets, grants=drawn.grants,
                    ledger=drawn.ledger)  # fmt: skip
    workspace.run(ImportBundle(bundle))
    return workspace


QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Each example makes a register and all its papers: shrinking would take minutes."""


@settings(max_examples=5, phases=QUICK, suppress_health_check=list(HealthCheck), deadline=None)
@given(money_years())
def test_every_table_of_random_years_adds_up(drawn: DrawnYears) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = register_of(Path(folder) / "r.hubra", drawn)
        try:
            with workspace.read() as reader:
                for year in (FIRST, LAST):
                    read = walk(reader, year, printed=False)
                    shown_agrees(reader, year, read)
                    ledger_agrees(reader, year, read)
        finally:
            workspace.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path, read_only=True)
    yield workspace
    workspace.close()


def test_every_table_of_the_demo_adds_up_on_paper_and_on_the_web(demo: Workspace) -> None:
    with demo.read() as reader:
        read = walk(reader, 2017, printed=True)
        assert {"budget", "bidrag", "verksamhetsberattelse"} <= set(read)
        shown_agrees(reader, 2017, read)
        ledger_agrees(reader, 2017, read)


def test_a_missing_column_is_found(demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tuple(each for each in figures.FIGURES if each is not figures.COMMITTED)
    monkeypatch.setattr(figures, "FIGURES", kept)
    with demo.read() as reader:
        page = render(collect(reader, "verksamhetsberattelse", 2017), PAGE).decode()
    assert [each for table in tables_of_page(page) for each in faults(table)] != []
