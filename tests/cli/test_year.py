"""A year on the command line: shown, printed, taken in and given out as tables."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.records.attendance import AllowanceRate
from hubra_desktop.work.commands.ledger import Book
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Add
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.money import budget
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

PAPERS = (
    ("verksamhetsberattelse", "2017"),
    ("verksamhetsplan", "2017"),
    ("tjansteutlatande", "2017"),
    ("bidrag", "2017"),
    ("budget", "2017"),
    ("arshjul", "2017"),
    ("beslutsbrev", "grant-01"),
    ("sammansättning", "7 mars 2018"),
)


def shown(caught: Caught, demo: Path, what: str, year: int = 2017) -> Any:
    status, out, err = run(caught, "show", what, year, "--json", "--register", demo)
    assert (status, err) == (0, "")
    return json.loads(out)


def test_the_budget_is_shown_as_the_register_has_it(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "budgeten", 2017, "--register", demo)
    plain = out.replace("\u00a0", " ")
    assert (status, plain.splitlines()[0]) == (0, "Budget 2017, ram 264 000 kr")
    [row] = [line for line in plain.splitlines() if "Nattvandring/Föreningar (exempel)" in line]
    assert row.split()[-10:] == ["80", "000", "45", "080", "45", "080", "0", "0", "80", "000"]
    assert "Belopp märkta (exempel) har ingen beslutat." in out
    told = shown(capsys, demo, "budget")
    workspace = Workspace.open(demo, read_only=True)
    with workspace.read() as reader:
        table = budget(reader, 2017)
    workspace.close()
    assert told["total"]["planned_ore"] == table.total.planned == 26_400_000
    assert (told["total"]["net_ore"], told["balanced"]) == (0, True)
    posts = {each["name"]: each for each in told["posts"]}
    fees, rest = posts["Arvoden"], posts["Bidrag, fortbildning och övrigt"]
    assert (fees["planned_ore"], rest["planned_ore"]) == (6_000_000, 20_400_000)
    assert [name for name, each in posts.items() if each["example"] and each["leaf"]] == [
        "Nattvandring/Föreningar", "Trygghetsdagen", "Grannstöd Huddinge", "Fortbildning",
        "Övrigt",
    ]  # fmt: skip


def test_grants_are_shown_with_the_state_that_follows_from_them(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "bidrag", 2017, "--register", demo)
    assert status == 0
    assert "CV och körkort, Ur Dimman: helt återbetalt  [grant-01]" in out
    found = {each["id"]: each for each in shown(capsys, demo, "grants")["grants"]}
    dimman = found["grant-01"]
    sums = [dimman[f"{name}_ore"] for name in ("granted", "paid", "repaid", "rest", "net")]
    assert sums == [4_508_000, 4_508_000, 4_508_000, 0, 0]
    assert found["grant-02"]["granted_ore"] is None
    assert len(shown(capsys, demo, "grants", 2016)["grants"]) == 5


def test_the_plan_is_shown_by_area(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "verksamhetsplan", 2017, "--register", demo)
    assert status == 0
    assert "\n2. Lokal samverkan\n" in out
    assert "drygt 100 personer (även här)" in out
    told = shown(capsys, demo, "plan")
    assert [len(each["activities"]) for each in told["areas"]] == [3, 8, 5, 2, 3, 1, 1, 3]
    assert [each["further"] for each in told["areas"] if each["further"]] == [["activity-2017-06"]]
    network = told["areas"][1]["activities"][0]
    assert network["places"] == ["Vårby gård", "Visättra", "Huddinge C", "Skogås"]
    assert any("organiserad brottslighet" in gap for gap in told["gaps"])


def test_indicators_are_shown_until_a_year(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "mått", 2017, "--register", demo)
    assert (status, "  senaste      alla 54, pojkar 78, flickor 33,5 (2015)" in out) == (0, True)
    first, second, *_ = shown(capsys, demo, "indicators")["indicators"]
    assert (first["latest_year"], first["compared_year"]) == (2017, 2015)
    assert {"year": 2015, "group": "girls", "value": 33.5, "missing": None} in second["values"]
    assert shown(capsys, demo, "indicators", 2016)["indicators"][0]["latest_year"] == 2015


@pytest.mark.parametrize(("what", "which"), PAPERS)
def test_the_years_papers_are_printed(
    capsys: Caught, demo: Path, tmp_path: Path, what: str, which: str
) -> None:
    where = ("--register", demo, "-o")
    pdf, page = tmp_path / "a.pdf", tmp_path / "a.html"
    assert run(capsys, "print", what, which, *where, pdf) == (0, "", "")
    assert pdf.read_bytes().startswith(b"%PDF-")
    done = run(capsys, "print", what, which, *where, page, "--html", "--storlek", "20")
    assert done == (0, "", "")
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert "font-size:20pt" in page.read_text()


def test_what_is_printed_is_what_the_window_prints(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    for what in ("verksamhetsberättelse", "budget"):
        words = ("print", what, 2017, "--register", demo, "-o", tmp_path / f"{what}.pdf")
        assert run(capsys, *words)[0] == 0
    workspace = Workspace.open(demo, read_only=True)
    with workspace.read() as reader:
        report = render(collect(reader, "verksamhetsberattelse", "report-2017-2"))
        money = render(collect(reader, "budget", 2017))
    workspace.close()
    assert (tmp_path / "verksamhetsberättelse.pdf").read_bytes() == report
    assert (tmp_path / "budget.pdf").read_bytes() == money


def test_a_paper_that_nobody_has_begun_is_printed_as_proposed(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    before = demo.read_bytes()
    page = tmp_path / "plan.html"
    words = ("print", "verksamhetsplan", 2017, "--html", "-o", page, "--register", demo)
    assert run(capsys, *words) == (0, "", "")
    assert "Trygghetsperspektiv i samhällsplaneringen" in page.read_text()
    assert demo.read_bytes() == before


def test_the_budget_goes_out_as_a_table(capsys: Caught, demo: Path) -> None:
    words = ("export", "-", "--tabell", "budgeten", "--år", 2017, "--register", demo)
    status, out, _ = run(capsys, *words)
    assert (status, out.splitlines()[-1]) == (
        0,
        "2017;;Summa;264000;45080;0;45080;0;0;20000;244000",
    )


def test_a_table_goes_out_and_in(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    # Attendance last: the demo's list is of the invented council, which is the own body then.
    of_list = (TableName.ATTENDANCE, TableName.STAYS)
    for name in sorted(TableName, key=lambda each: each in of_list):
        if name is of_list[0]:
            council_of_the_example(demo)
        if name is TableName.RATES:
            rated(demo)
        for ending in ("csv", "xlsx"):
            path = tmp_path / f"{name}.{ending}"
            where = ("--register", demo)
            assert run(capsys, "export", path, "--table", name, *where) == (0, "", "")
            status, out, _ = run(capsys, "import", path, "--as", name, *where)
            assert (status, out.splitlines()[-1]) == (
                0,
                "Allt fanns redan; inget har ändrats.",
            )


def rated(demo: Path) -> None:
    """Let the register have a rate."""
    workspace = Workspace.open(demo)
    workspace.run(Add(AllowanceRate, {"year": 2018, "amount_ore": 50_000}))
    workspace.close()


def council_of_the_example(demo: Path) -> None:
    """Let the register be of the invented council whose meeting the demo register shows."""
    workspace = Workspace.open(demo)
    workspace.run(ChangeRegister({"own_body_id": "ex-body"}))
    workspace.close()


def csv_rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_a_table_is_of_the_year_asked_for(capsys: Caught, demo: Path) -> None:
    words = ("export", "-", "--tabell", "bidrag", "--register", demo)
    assert len(csv_rows(run(capsys, *words)[1])) == 10
    status, out, _ = run(capsys, *words, "--år", 2016)
    assert (status, len(csv_rows(out))) == (0, 7)
    assert out.startswith("\ufeffId;År;Förening;")


ROWS = "År;Post;Slag;Belopp;Text\n2017;Arvoden;kostnad;1 200,50;Möte i mars\n"


def test_rows_are_told_before_they_are_booked(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "rader.csv"
    path.write_text(ROWS)
    before = demo.read_bytes()
    words = ("import", path, "--som", "huvudbok", "--register", demo)
    told = (
        "1 rad i huvudboken läggs till\n  Rad 2, ny: År 2017, Post Arvoden, Slag kostnad, "
        "Belopp 1\u00a0200,50\u00a0kr, Text Möte i mars\n"
    )
    assert run(capsys, *words, "--visa") == (0, told, "")
    assert demo.read_bytes() == before
    assert run(capsys, *words) == (0, f"{told}Inläst.\n", "")
    assert shown(capsys, demo, "budget")["total"]["cost_ore"] == 120_050


def test_bad_rows_stop_the_rest_unless_the_good_ones_are_asked_for(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rader.csv"
    path.write_text(f"{ROWS}2017;Arvoden;kostnad;45,0x;\n")
    words = ("import", path, "--as", "ledger", "--register", demo)
    status, out, err = run(capsys, *words)
    assert status == 2
    assert "1 rad kan inte läsas in\n" in out
    assert "Rad 3, läses inte in: " in out
    assert "Belopp: Jag förstår inte beloppet ”45,0x”." in out
    assert err.startswith("Inget har lästs in.")
    assert shown(capsys, demo, "budget")["total"]["cost_ore"] == 0
    assert run(capsys, *words, "--goda-rader")[0] == 0
    assert shown(capsys, demo, "budget")["total"]["cost_ore"] == 120_050


def test_a_table_without_rows_says_so(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "tom.csv"
    path.write_text(ROWS.splitlines()[0])
    status, out, _ = run(capsys, "import", path, "--as", "ledger", "--preview", "--register", demo)
    assert (status, out) == (0, "Tabellen har rubriker men inga rader.\n")
    status, out, _ = run(capsys, "import", path, "--as", "ledger", "--register", demo)
    assert (status, out) == (0, "Tabellen har rubriker men inga rader.\nInget har lästs in.\n")
    asked = refused(capsys, "import", path, "--register", demo)
    assert "Säg vad den innehåller, till exempel --as ledger" in asked
    path.write_text("")
    assert "Filen är tom." in refused(capsys, "import", path, "--register", demo)
    missing = refused(capsys, "import", tmp_path / "saknas.csv", "--register", demo)
    assert "den finns inte" in missing
    assert "Filen är tom." in refused(capsys, "import", path, "--as", "ledger", "--register", demo)


def test_figures_are_the_same_on_paper_and_in_the_terminal(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    from hubra_desktop.model.money.terms import EntryKind
    from hubra_desktop.model.records.money import LedgerEntry

    workspace = Workspace.open(demo)
    cost = LedgerEntry(year=2017, post_id="post-2017-1", kind=EntryKind.COST, amount_ore=1_234_500)
    workspace.run(Book(cost))
    with workspace.read() as reader:
        rows = grant_rows(reader, 2017)
    workspace.close()
    page = tmp_path / "b.html"
    run(capsys, "print", "budget", 2017, "--html", "-o", page, "--register", demo)
    told = shown(capsys, demo, "budget")["total"]
    assert told["committed_ore"] == 2_000_000, "Grannstöd's raise is not paid"
    assert told["left_ore"] == 26_400_000 - 1_234_500 - 2_000_000
    assert "231\u00a0655" in page.read_text()
    assert sum(row.standing.net for row in rows) == 0


def test_a_letter_is_issued_and_printed_as_it_was(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    first, again = tmp_path / "första.html", tmp_path / "igen.html"
    words = ("print", "aterkrav", "grant-07", "--register", demo, "-o")
    assert run(capsys, *words, first) == (0, "", "")
    assert "Utkast" in first.read_text("utf-8")
    assert run(capsys, *words, first, "--utfärda", "--utan-namn") == (0, "", "")
    assert "Utkast" not in first.read_text("utf-8")
    assert run(capsys, *words, again) == (0, "", "")
    assert again.read_bytes() == first.read_bytes()
    plan = ("print", "verksamhetsplan", 2017, "--register", demo, "-o", first)
    assert "Ingen antagen plan för 2017" in refused(capsys, *plan, "--antagen")
    assert "Bara brev och kallelser utfärdas" in refused(capsys, *plan, "--utfärda")
