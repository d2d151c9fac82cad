"""Each table of each paper about money adds up from what is printed, by the test's arithmetic.

The walk asks for every paper there is about a year, so that a new one is read too.
"""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.cli.show_year import show_year
from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money import figures
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.store.tables import BODY
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Store
from hubra_desktop.work.money_tables import export_any
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
    table_of_cells,
    table_of_text,
    tables_of_page,
    tables_of_print,
)
from tests.work.treasury import post, treasury

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


def posts_in(tables: list[ReadTable]) -> dict[str, dict[str, str]]:
    """Return what a paper says of each post: its table may be parted where it is too wide."""
    posts: dict[str, dict[str, str]] = {}
    for table in tables:
        if table.headings[0] == "Post" and "Netto" in table.headings:
            for row in table.rows:
                cells = list(row.cells.items())[1:]
                said = {name: " ".join(text.split()) for name, text in cells}
                known = posts.setdefault(row.name, {})
                assert all(known.get(name, text) == text for name, text in said.items())
                known |= said
    return posts


def shown_agrees(reader: Connection, year: int, read: dict[str, list[ReadTable]]) -> None:
    """Assert that the command line, the budget and the annual report have the same figures."""
    text, _ = show_year(reader, "budget", year)
    shown = table_of_text(text)
    assert list(faults(shown)) == []
    exported_agrees(reader, year, shown)
    rows = {
        row.name.replace(" (exempel)", ""): {
            name: " ".join(text.split()) for name, text in row.cells.items()
        }
        for row in shown.rows
    }
    for name in ("budget", "verksamhetsberattelse"):
        printed = posts_in(read[name])
        assert {post.replace(" (exempel)", ""): said for post, said in printed.items()} == rows


def exported_agrees(reader: Connection, year: int, shown: ReadTable) -> None:
    """Assert that the budget's file adds up, and has each post and figure that is shown."""
    heads, *lines = (
        [str(cell or "") for cell in grid.cells]
        for grid in read_csv(export_any(reader, "budget", year))
    )
    assert {line[0] for line in lines} == {str(year)}
    exported = table_of_cells(heads[3:], [line[2:] for line in lines])
    assert list(faults(exported)) == []
    for row, other in zip(exported.rows, shown.rows, strict=True):
        assert row.name == other.name
        assert {name: amount(row.cells[name]) for name in other.cells} == {
            name: amount(text) for name, text in other.cells.items()
        }
    whole = [
        [str(cell or "") for cell in grid.cells] for grid in read_csv(export_any(reader, "budget"))
    ]
    assert [each for each in whole if each[0] in ("År", str(year))] == [heads, *lines]


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
    total = posts_in(read["budget"])["Summa"]
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


KR = 100
BY_HAND = {
    "Arvoden": {"Planerat": "55 000", "Utbetalt": "0", "Kostnader": "59 875,25", "Återbetalt": "0",
                "Intäkter": "25 000", "Netto": "34 875,25", "Intecknat": "0", "Kvar": "20 124,75"},
    "Bidrag, fortbildning och övrigt": {
        "Planerat": "209 000", "Utbetalt": "45 080", "Kostnader": "2 500", "Återbetalt": "20 000",
        "Intäkter": "0", "Netto": "27 580", "Intecknat": "12 000", "Kvar": "169 420"},
    "Nattvandring/Föreningar": {
        "Planerat": "120 000", "Utbetalt": "45 080", "Kostnader": "0", "Återbetalt": "20 000",
        "Intäkter": "0", "Netto": "25 080", "Intecknat": "12 000", "Kvar": "82 920"},
    "Trygghetsdagen": {
        "Planerat": "89 000", "Utbetalt": "0", "Kostnader": "2 500", "Återbetalt": "0",
        "Intäkter": "0", "Netto": "2 500", "Intecknat": "0", "Kvar": "86 500"},
    "Summa": {"Planerat": "264 000", "Utbetalt": "45 080", "Kostnader": "62 375,25",
              "Återbetalt": "20 000", "Intäkter": "25 000", "Netto": "62 455,25",
              "Intecknat": "12 000", "Kvar": "189 544,75"},
}  # fmt: skip
"""The year 2017 as booked below, worked out on paper."""


def booked_2017(workspace: Workspace) -> None:
    """Costs, an income, a transfer, a correction, and a grant repaid over two years."""
    groups, fees, day = (post(2017, name) for name in ("groups", "fees", "day"))
    grants = {
        title: workspace.run(Store(Grant(
            year=2017, body_id=body_of(workspace), title=title, post_id=groups,
            decisions=(GrantDecision(kind=DecisionKind.GRANT, year=2017, amount_ore=ore),)
        ))).created
        for title, ore in (("CV och körkort", 45_080 * KR), ("Nattvandring", 12_000 * KR))
    }  # fmt: skip

    def booked(kind: EntryKind, ore: int, place: str, year: int = 2017, **more: Any) -> str:
        row = LedgerEntry(year=year, kind=kind, amount_ore=ore, post_id=place, **more)
        return str(workspace.run(Book(row)).created)

    booked(EntryKind.COST, 5_987_525, fees)
    booked(EntryKind.INCOME, 25_000 * KR, fees)
    workspace.run(Transfer(fees, day, 5_000 * KR, 2017))
    wrong = booked(EntryKind.COST, 4_000 * KR, day)
    workspace.run(Correct(wrong, 2017, amount_ore=1_500 * KR))
    paid = booked(EntryKind.PAYMENT, 45_080 * KR, groups, grant_id=grants["CV och körkort"])
    workspace.run(Repay(paid, 20_000 * KR, 2017))
    workspace.run(Repay(paid, 25_080 * KR, 2018))
    booked(EntryKind.PAYMENT, 5_000 * KR, post(2018, "groups"), 2018,
           grant_id=grants["Nattvandring"])  # fmt: skip


def body_of(workspace: Workspace) -> str:
    with workspace.read() as reader:
        return str(reader.scalar(select(BODY.c.id).where(BODY.c.name == "Ur Dimman")))


def test_a_year_worked_out_on_paper_is_printed_so_in_every_paper(tmp_path: Path) -> None:
    workspace = treasury(tmp_path / "t.hubra")
    booked_2017(workspace)
    with workspace.read() as reader:
        read = walk(reader, 2017, printed=True)
        shown_agrees(reader, 2017, read)
        ledger_agrees(reader, 2017, read)
        after = posts_in(walk(reader, 2018, printed=False)["budget"])["Summa"]
    workspace.close()
    assert posts_in(read["budget"]) == posts_in(read["verksamhetsberattelse"]) == BY_HAND
    kinds = [row.cells["Slag"] for table in read["budget"] for row in table.rows
             if "Slag" in row.cells]  # fmt: skip
    assert "Rättelse av 5" in kinds
    assert "Återbetalning av 7" in kinds
    assert after["Intecknat"] == "7 000", "of 2017, told apart in 2018"
