"""Tables at the command line: the same answers as in the window, given as options."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hubra_desktop.cli.words import TABLES, WRITTEN
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.paths import state_folder
from hubra_desktop.work.table_memory import remember_answers, remembered_answers
from tests.cli.hands import Caught, refused, run
from tests.work.sent import INPUTS

VGR = INPUTS / "vgr-leverantorsfakturor.csv"
COSTS = ("--value", "Slag=kostnad", "--value", "Post=Trygghetsdagen", "--value", "Datum=2017-01-07")


def test_headings_are_tied_once_and_known_the_next_time(capsys: Caught, demo: Path) -> None:
    words = ("import", VGR, "--as", "ledger", "--register", demo, "--good-rows")
    said = refused(capsys, *words)
    assert "”leverantor”, ”leverantor_id”" in said
    assert 'Skriv till exempel --column "kopare_id=Post"' in said
    status, _, err = run(capsys, *words, *COSTS, "--column", "konto_text=Text")
    assert (status, "--anyway: Ja, det stämmer" in err) == (2, True)
    status, out, _ = run(capsys, *words, *COSTS, "--column", "konto_text=Text", "--anyway")
    assert (status, out.splitlines()[0]) == (0, "3 rader i huvudboken läggs till")
    assert out.endswith("Inläst.\n")
    status, out, _ = run(capsys, *words, "--value", "Datum=2017-01-07", "--preview")
    assert "3 rader i huvudboken finns redan" in out
    assert "Text Övriga finansiella kostnader" in out


def test_a_question_is_a_sentence_with_its_options(capsys: Caught, demo: Path) -> None:
    words = ("import", INPUTS / "a22_dates.csv", "--as", "ledger", "--register", demo)
    status, out, err = run(capsys, *words, "--good-rows")
    assert status == 2
    assert "inget i den avgör hur ”01-05-2017” ska läsas" in err
    assert "--reading Datum=dag: 01-05-2017 är 2017-05-01 (dagen först)" in err
    assert "Inläst." not in out
    status, out, _ = run(capsys, *words, "--good-rows", "--reading", "Datum=dag")
    assert status == 0
    assert "Datum: 01-05-2017 är 2017-05-01 (dagen först)" in out


def test_rows_like_booked_ones_are_said_to_be_new(capsys: Caught, demo: Path) -> None:
    assert run(capsys, "import", INPUTS / "d_jan.csv", "--as", "ledger", "--register", demo)[0] == 0
    short = ("import", INPUTS / "d_short.csv", "--as", "ledger", "--register", demo)
    assert "--alike bokförda: Ja, de är bokförda redan" in run(capsys, *short)[2]
    assert run(capsys, *short, "--alike", "nya")[1].endswith("Inläst.\n")


def test_accounts_to_compare_with_need_no_posts_and_book_nothing(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    file = tmp_path / "kommunen.csv"
    rows = "Datum;Belopp;Slag;Text\n01-05-2017;1 200;Kostnad;Fika\n02-05-2017;300;Intäkt;Kurs\n"
    file.write_text(rows, "utf-8")
    words = ("import", file, "--compare", "--register", demo)
    before = run(capsys, "show", "budget", "2017", "--register", demo)[1]
    assert "--reading Datum=dag" in run(capsys, *words)[2]
    status, out, _ = run(capsys, *words, "--reading", "Datum=dag")
    assert (status, out.splitlines()[0]) == (0, "2 rader att jämföra med. Inget bokförs.")
    assert run(capsys, "show", "budget", "2017", "--register", demo)[1] == before
    said = run(capsys, "show", "reconciliation", "2017", "--register", demo)[1]
    assert "Huvudboken – Kommunens bokföring: 4 rader skiljer" in said


def test_some_rows_of_a_calendar_are_taken_in(capsys: Caught, demo: Path) -> None:
    calendar = INPUTS / "simrishamn-tidplan.ics"
    assert "--as activities" in refused(capsys, "import", calendar, "--register", demo)
    words = ("import", calendar, "--as", "sammanträden", "--register", demo, "--rows", "2,5-6")
    status, out, _ = run(capsys, *words)
    assert (status, out.splitlines()[0]) == (0, "3 sammanträden läggs till")
    assert "Rad 2, ny: Datum 2026-03-12, Börjar 08.00, Slutar 12.00" in out
    assert "Rad 1," not in out


def test_book_keeping_needs_not_be_called_a_ledger(capsys: Caught, demo: Path) -> None:
    words = ("import", INPUTS / "sie-typ4i.SI", "--register", demo, "--preview")
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert "Bokföring för SEEE Speak Easy Executive English AB" in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--column", "leverantor"), "Jag förstår inte ”leverantor”. Skriv till exempel --column"),
        (("--column", "a=Kassa"), "Tabellen ”Huvudbok” har ingen kolumn ”Kassa”."),
        (("--value", "Slag"), "Skriv till exempel --value Slag=kostnad."),
        (("--reading", "Belopp=rund"), "Jag förstår inte ”rund”. Välj: komma, punkt, dag, månad."),
        ((*COSTS, "--rows", "två"), "Jag förstår inte raderna ”två”. Skriv till exempel 2,5-9."),
        ((*COSTS, "--rows", "99"), "Filen har inga av raderna 99."),
        (("--alike", "kanske"), "”kanske” finns inte. Välj: bokförda, nya."),
    ],
)
def test_what_an_option_cannot_mean_is_said(
    capsys: Caught, demo: Path, words: tuple[str, ...], sentence: str
) -> None:
    said = refused(capsys, "import", VGR, "--as", "ledger", "--register", demo, *words)
    assert sentence in said


def test_what_is_remembered_is_held_to_the_table_it_is_of(tmp_path: Path) -> None:
    heads = ["Belopp", "DATUM"]
    told = TableAnswers(
        tied={"pris": "amount_ore", "x": ""},
        chosen={"amount_ore": "point", "alike": "new"},
        given={"kind": "kostnad", "date": "2017-05-01"},
    )
    remember_answers(TableName.LEDGER, heads, told)
    known = remembered_answers(TableName.LEDGER, ["datum", "BELOPP"])
    assert known == TableAnswers(
        tied=told.tied, chosen={"amount_ore": "point"}, given={"kind": "kostnad"}
    )
    assert remembered_answers(TableName.GRANTS, heads) == TableAnswers()
    assert remembered_answers(TableName.LEDGER, ["Datum"]) == TableAnswers()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"ledger | a": 3}', '{"ledger | a": {"tied": 1}}']
)
def test_a_file_of_memories_that_is_broken_remembers_nothing(content: str) -> None:
    remember_answers(TableName.LEDGER, ["b"], TableAnswers(tied={"b": "text"}))
    file = state_folder() / "table-headings.json"
    file.write_text(content, encoding="utf-8")
    assert remembered_answers(TableName.LEDGER, ["a"]) == TableAnswers()
    remember_answers(TableName.LEDGER, ["a"], TableAnswers(tied={"a": "text"}))
    assert remembered_answers(TableName.LEDGER, ["a"]).tied == {"a": "text"}


@pytest.mark.parametrize(
    ("command", "tables"), [("export", WRITTEN), ("import", TABLES)], ids=["export", "import"]
)
def test_the_help_names_every_table(
    capsys: Caught, command: str, tables: Mapping[str, tuple[str, ...]]
) -> None:
    _, told, _ = run(capsys, command, "--help")
    words = " ".join(told.split())
    assert [each for each in tables if f" {each} (" not in words] == []
