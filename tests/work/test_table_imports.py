"""Tables taken in: told before anything is written, held to every rule, whole or not at all."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubra_desktop.exchange.table_reading import Row, TableRead
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.attendance import AllowanceRate
from hubra_desktop.model.records.money import GrantDecision
from hubra_desktop.work.commands.budget import CloseYear
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.ledger import Correct
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.money import budget
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import plan_table
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.table_hands import NEAR, OF_DEMO, held, planned, reasons, taken

POST = "Nattvandring/Föreningar"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("name", TableName)
def test_a_table_read_back_as_it_was_written_changes_nothing(
    demo: Workspace, tmp_path: Path, name: TableName, ending: str
) -> None:
    if name in (TableName.ATTENDANCE, TableName.STAYS):  # the demo's list is the invented council's
        demo.run(ChangeRegister({"own_body_id": "ex-body"}))
    if name is TableName.RATES:
        demo.run(Add(AllowanceRate, {"year": 2018, "amount_ore": 50_000, "covers": 60}))
    path = tmp_path / f"tabell.{ending}"
    with demo.read() as reader:
        path.write_bytes(export_table(reader, name, xlsx=ending == "xlsx"))
        plan = plan_table(reader, name, TableFile.at(path).read(name, NEAR))
    assert (plan.bad, plan.read.passed_over, plan.command) == ((), (), None)
    assert plan.of(RowAction.UNCHANGED) == plan.steps
    assert plan.steps


def exported(workspace: Workspace, name: TableName) -> str:
    with workspace.read() as reader:
        return export_table(reader, name).decode("utf-8-sig")


def test_the_money_of_one_register_is_taken_into_another(demo: Workspace, tmp_path: Path) -> None:
    """Grants, then the ledger, into a register that has only the bodies and the budget.

    One grant is reclaimed, and paid in the ledger only; nothing is asked of what was done.
    """
    whole = held(demo)
    part = Bundle(bodies=whole.bodies, plans=whole.plans, budget_years=whole.budget_years,
                  agreements=whole.agreements, letters=whole.letters)  # fmt: skip
    other = Workspace.create(tmp_path / "annat.hubra")
    try:
        other.run(ImportBundle(part))
        for name in (TableName.GRANTS, TableName.LEDGER):
            plan = taken(other, name, exported(demo, name))
            assert (plan.bad, len(plan.of(RowAction.ADDED))) == ((), len(plan.steps))
        for name in (TableName.GRANTS, TableName.LEDGER):
            assert exported(other, name) == exported(demo, name)
        assert [budget_of(other, year) for year in (2016, 2017)] == [
            budget_of(demo, year) for year in (2016, 2017)
        ]
    finally:
        other.close()


def budget_of(workspace: Workspace, year: int) -> BudgetTable:
    with workspace.read() as reader:
        return budget(reader, year)


def test_a_reclaim_decided_here_is_still_refused_before_its_payment(demo: Workspace) -> None:
    whole = held(demo)
    paid = next(each for each in whole.ledger if each.grant_id == "grant-07")
    with pytest.raises(InputError, match="större än det som betalats ut"):
        demo.run(Correct(paid.id, 2016, amount_ore=5_000_00))
    [_, reclaim] = next(each for each in whole.grants if each.id == "grant-07").decisions
    demo.run(Change(GrantDecision, reclaim.id, {"amount_ore": 1}))
    with pytest.raises(InputError, match="större än det som betalats ut"):
        demo.run(Change(GrantDecision, reclaim.id, {"amount_ore": 30_001_00}))


LEDGER = f"""Nummer;Datum;Post;Slag;Belopp;Motpart;Bidrag;Gäller rad
;7/3 2017;Arvoden;kostnad;1 200,50;Åsa Ek;;
77;2017-05-01;Arvoden;omföring ut;1000;;;
;2017-05-01;Fortbildning;omföring in;1000;;;77
;2017-06-01;Arvoden;kostnad;700;Åsa Ek;;
;2017-06-01;Arvoden;kostnad;700;Åsa Ek;;
;2017-08-01;{POST};reservation;100;Ur Dimman;CV och körkort;
"""


def test_rows_of_the_ledger_are_booked_with_the_next_numbers(demo: Workspace) -> None:
    plan = taken(demo, TableName.LEDGER, LEDGER)
    assert plan.bad == ()
    assert plan.lines[0] == "5 rader i huvudboken läggs till"
    assert plan.lines[1] == (
        "  Rad 2, ny: Datum 2017-03-07, Post Arvoden, Slag kostnad, Belopp 1\u00a0200,50\u00a0kr, "
        "Motpart Åsa Ek"
    )
    rows = held(demo).ledger
    assert [row.number for row in rows] == list(range(1, OF_DEMO + 7))
    assert rows[OF_DEMO + 2].original_id == rows[OF_DEMO + 1].id
    assert rows[-1].grant_id == "grant-01"
    demo.undo()
    assert len(held(demo).ledger) == OF_DEMO


def test_the_same_rows_are_never_booked_twice(demo: Workspace) -> None:
    taken(demo, TableName.LEDGER, LEDGER)
    again = taken(demo, TableName.LEDGER, LEDGER)
    assert (again.command, again.bad) == (None, ())
    assert again.lines[0] == "6 rader i huvudboken finns redan"
    assert again.rows[0].remark == (
        "nummer 5 i huvudboken (2017-03-07, kostnad, 1\u00a0200,50\u00a0kr, Åsa Ek)"
    )
    assert all(row.remark for row in again.rows)
    more = taken(demo, TableName.LEDGER, f"{LEDGER};2017-06-01;Arvoden;kostnad;700;Åsa Ek;;\n")
    assert [len(more.of(action)) for action in RowAction] == [1, 0, 6, 0]


def test_every_rule_of_the_ledger_is_told_beside_its_row(demo: Workspace) -> None:
    plan = planned(
        demo,
        TableName.LEDGER,
        "Id;Nummer;Datum;År;Post;Slag;Belopp;Bidrag;Gäller rad\n"
        ";;2017-01-01;;Arvoden;kostnad;1;;\n"
        ";;2017-01-01;;Bidrag, fortbildning och övrigt;kostnad;1;;\n"
        f";;;2017;{POST};utbetalning;1;CV och körkort;\n"
        f";;;2017;{POST};återbetalning;1;CV och körkort;1\n"
        f";;;2017;{POST};återbetalning;1;;\n"
        ";;2017-05-01;;Arvoden;omföring ut;1;;\n"
        ";;2017-05-01;;Arvoden;omföring in;1;;99\n"
        ";;2017-05-01;;Arvodena;kostnad;1;;\n"
        ";;2015-05-01;;Arvoden;kostnad;1;;\n"
        ";;2017-05-01;2015;Arvoden;kostnad;1;;\n"
        f";;2017-05-01;;{POST};utbetalning;1;Okänt;\n"
        f"ledger-2017-1;1;;2017;{POST};utbetalning;1;CV och körkort;\n",
    )
    assert [step.numbers for step in plan.steps] == [(2,)]
    told = reasons(plan)
    assert sorted(told) == list(range(3, 14))
    for number, words in {
        3: "har underposter",
        4: "Mer skulle bli utbetalt än vad som är beviljat",
        5: "Mer skulle bli återbetalt",
        6: "En återbetalning hör alltid till en utbetalning",
        7: "ska ta ut varandra",
        8: "Rad nummer 99 finns varken",
        9: "Posten ”Arvodena” finns inte i budgeten för 2017",
        10: "Det finns ingen budget för 2015",
        11: "Det finns ingen budget för 2015",
        12: "Bidraget ”Okänt” finns inte",
        13: "Raden är bokförd som nummer 1 och ändras inte",
    }.items():
        assert words in told[number], told[number]


def test_what_rests_on_a_row_that_is_refused_is_refused(demo: Workspace) -> None:
    plan = planned(
        demo,
        TableName.LEDGER,
        f"Nummer;År;Post;Slag;Belopp;Gäller rad;Bidrag\n"
        f"50;2017;{POST};fel;1;\n"
        f"51;2017;Okänd;utbetalning;1;\n"
        f";2017;{POST};återbetalning;1;51\n"
        f"60;2017;{POST};utbetalning;5;\n"
        f"61;2017;{POST};reservation;0;\n"
        f";2017;{POST};kostnad;1;61\n"
        f"62;2017;{POST};utbetalning;9;;CV och körkort\n"
        f";2017;{POST};återbetalning;1;62;CV och körkort\n"
        f";2017;{POST};återbetalning;3;60\n"
        f";2017;{POST};återbetalning;3;60\n",
    )
    told = reasons(plan)
    assert sorted(told) == [2, 3, 4, 6, 7, 8, 9, 11]
    assert told[4] == "Rad nummer 51, som raden gäller, går inte att läsa in."
    assert told[7] == "Raden hör till rad 6, som inte kan läsas in."
    assert "Mer skulle bli utbetalt" in told[8]
    assert told[9] == "Raden hör till rad 8, som inte kan läsas in."
    assert "Mer skulle bli återbetalt" in told[11]
    assert [step.numbers for step in plan.steps] == [(5,), (10,)]


def test_a_closed_year_stands(demo: Workspace) -> None:
    for year in (2016, 2017):
        demo.run(CloseYear(year, date(2018, 1, 31)))
    plan = planned(demo, TableName.LEDGER, "År;Post;Slag;Belopp\n2017;Arvoden;kostnad;1\n")
    assert "2017 stängdes den 31 januari 2018" in reasons(plan)[2]


def test_many_rows_with_few_faults_are_tried_by_halves(demo: Workspace) -> None:
    rows = [f"2017-01-{day:02};Arvoden;kostnad;{day};;" for day in range(1, 31)]
    rows[7] = f"2017-01-08;{POST};utbetalning;9;CV och körkort;"
    rows[20] = f"2017-01-21;{POST};återbetalning;9;CV och körkort;1"
    head = "Datum;Post;Slag;Belopp;Bidrag;Gäller rad\n"
    plan = taken(demo, TableName.LEDGER, head + "\n".join(rows))
    assert sorted(reasons(plan)) == [9, 22]
    assert len(held(demo).ledger) == OF_DEMO + 28


GRANTS = """År;Förening;Bidrag;Slag;Post;Ansökt belopp;Beslut;Beslut datum;Beslut belopp
2017;Ur Dimman;Läxhjälp;projekt;Nattvandring/Föreningar;20 tkr;beviljande;2017-05-17;15000
2017;Ur Dimman;Läxhjälp;projekt;Nattvandring/Föreningar;20 tkr;höjning;2017-09-13;2000
2017;Ur Dimman;Annat;projekt;;;;2017-09-13;500
"""


def test_a_grant_comes_with_its_decisions_a_row_for_each(demo: Workspace) -> None:
    plan = taken(demo, TableName.GRANTS, GRANTS)
    assert plan.bad == ()
    assert [step.numbers for step in plan.steps] == [(2, 3), (4,)]
    with demo.read() as reader:
        rows = {row.sheet.title: row for row in grant_rows(reader, 2017)}
    assert rows["Läxhjälp"].standing.granted == 1_700_000
    assert rows["Läxhjälp"].sheet.post_id == "post-2017-21"
    [decision] = rows["Annat"].sheet.decisions
    assert (decision.kind, decision.date) == (DecisionKind.GRANT, date(2017, 9, 13))
    assert taken(demo, TableName.GRANTS, GRANTS).command is None


def test_a_grant_gets_the_decisions_that_follow_on_those_here(demo: Workspace) -> None:
    taken(demo, TableName.GRANTS, GRANTS)
    more = "2017;Ur Dimman;Läxhjälp;projekt;Nattvandring/Föreningar;25 tkr;sänkning;;1000\n"
    rows = GRANTS.replace("20 tkr", "25 tkr")
    plan = taken(demo, TableName.GRANTS, rows + more)
    assert plan.bad == ()
    [step] = plan.of(RowAction.CHANGED)
    assert [each.text() for each in step.changes] == [
        "Ansökt belopp: 20\u00a0000\u00a0kr → 25\u00a0000\u00a0kr",
        "Beslut: inget → sänkning",
    ]
    with demo.read() as reader:
        found = next(r for r in grant_rows(reader, 2017) if r.sheet.title == "Läxhjälp")
    assert (found.standing.granted, found.sheet.applied_ore) == (1_600_000, 2_500_000)


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("2017;Ur Dimman;X;projekt;Okänd;;;;", "Post", "finns inte i budgeten för 2017"),
        ("2017;Ur Dimman;X;projekt;;;höjning;;5", "", "inte beviljat"),
        ("2017;Ur Dimman;CV och körkort;projekt;;;avslag;2017-01-01;", "Beslut", "stämmer inte"),
    ],
)
def test_a_grant_that_cannot_be_is_told(demo: Workspace, row: str, column: str, words: str) -> None:
    heads = GRANTS.splitlines()[0]
    plan = planned(demo, TableName.GRANTS, f"{heads}\n{row}\n")
    [bad] = plan.bad
    assert (bad.number, bad.column) == (2, column)
    assert words in bad.sentence


def test_rows_of_a_grant_must_agree(demo: Workspace) -> None:
    rows = GRANTS.replace("20 tkr;höjning", "30 tkr;höjning")
    plan = planned(demo, TableName.GRANTS, rows)
    [bad] = plan.bad
    assert (bad.number, bad.column) == (3, "Ansökt belopp")
    assert "samma bidrag som rad 2" in bad.sentence


def test_a_file_is_told_by_its_content(demo: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "tabell.csv"
    with demo.read() as reader:
        path.write_bytes(export_table(reader, TableName.LEDGER, xlsx=True))
    assert len(TableFile.at(path).read(TableName.LEDGER, NEAR).rows) == OF_DEMO
    with pytest.raises(InputError, match="går inte att läsa"):
        TableFile.at(tmp_path / "saknas.csv").read(TableName.LEDGER, NEAR)


@pytest.mark.parametrize("name", ["tabell.xlsx", "TABELL.XLSX", "tabell.xlsm"])
@pytest.mark.parametrize("content", [b"", b"PK", b"<html>", b"\x00\x01\x02", b"PK\x03\x04half"])
def test_what_is_called_a_workbook_and_is_none_is_damaged(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match="Arbetsboken är skadad"):
        TableFile.at(path).read(TableName.LEDGER, NEAR)


def test_a_workbook_that_is_cut_off_is_damaged(demo: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "tabell.xlsx"
    with demo.read() as reader:
        whole = export_table(reader, TableName.LEDGER, xlsx=True)
    for length in (3, 40, len(whole) // 2, len(whole) - 20):
        path.write_bytes(whole[:length])
        with pytest.raises(InputError, match="Arbetsboken är skadad"):
            TableFile.at(path).read(TableName.LEDGER, NEAR)


def test_the_lines_name_what_is_passed_over_and_what_is_bad(demo: Workspace) -> None:
    plan = planned(demo, TableName.LEDGER, "År;Post;Slag;Belopp;Extra\n2017;Arvoden;kostnad;x;\n")
    assert plan.lines == (
        "Kolumner som inte läses: Extra",
        "1 rad kan inte läsas in",
        (
            "  Rad 2, läses inte in: År 2017, Post Arvoden, Slag kostnad, Belopp x"
            f" – Belopp: {plan.bad[0].sentence}"
        ),
    )


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from([EntryKind.PAYMENT, EntryKind.REPAYMENT, EntryKind.COST]),
            st.integers(1, 60_000),
            st.sampled_from(["", "CV och körkort"]),
            st.none() | st.integers(1, 8),
        ),
        max_size=6,
    )
)
def test_whatever_a_table_says_the_ledger_stays_sound(
    made_demo: Path,
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[EntryKind, int, str, int | None]],
) -> None:
    """What is told as good is taken in whole, and no grant is paid or repaid above itself."""
    path = Path(shutil.copy(made_demo, tmp_path_factory.mktemp("any") / "demo.hubra"))
    words = [
        {"year": 2017, "post": POST, "kind": kind, "amount_ore": amount * 100, "grant": grant,
         "number": place, "original": original}
        for place, (kind, amount, grant, original) in enumerate(rows, 3)
    ]  # fmt: skip
    read = TableRead(
        rows=tuple(Row(place, each) for place, each in enumerate(words, 2)),
        bad=(),
        passed_over=(),
    )
    workspace = Workspace.open(path)
    try:
        with workspace.read() as reader:
            plan = plan_table(reader, TableName.LEDGER, read)
        added = sum(len(step.numbers) for step in plan.of(RowAction.ADDED))
        if plan.command is not None:
            workspace.run(plan.command)
        after = held(workspace)
        assert len(after.ledger) == OF_DEMO + added
        assert len(plan.bad) + sum(len(step.numbers) for step in plan.steps) == len(rows)
        with workspace.read() as reader:
            for row in grant_rows(reader):
                assert row.standing.repaid <= row.standing.paid <= max(row.standing.granted, 0)
    finally:
        workspace.close()
