"""Minutes on the command line: shown as text and as JSON, printed, and refused."""

import json
from pathlib import Path

import pytest

from hubra_desktop.cli.words import PRINTED
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.work.commands.approval import ReopenMinutes
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.decision_table import export_decisions
from hubra_desktop.work.edits import Change
from hubra_desktop.work.papers import PAPERS
from tests.cli.hands import Caught, refused, run
from tests.documents.reading import spoken
from tests.work.held_office import HELD, held_office
from tests.work.minutes_approving import DONE_ON, approve


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / "held.hubra"
    office = held_office(path)
    office.run(NumberSections("held"))
    office.workspace.close()
    return path


def test_minutes_are_shown_with_what_they_decided(capsys: Caught, held: Path) -> None:
    status, out, _ = run(capsys, "show", "protokoll", HELD, "--register", held)
    assert status == 0
    for line in (
        "Protokoll, Trygghetsrådet, §§\u00a01–7", "Beslutande (13): Åsa Ek (M), ordförande;",
        "§\u00a04   Bidrag till Nattvandrarna", "Ändrat: Rådet beviljar 15 000 kr.",
        "Cia Alm anmäler jäv", "Omröstningen ger 8\u00a0ja-röster och 4\u00a0nej-röster.",
        "I beslutet deltar 12: alla beslutande utom Cia Alm.", "Varning: Sammanträdet har ingen",
    ):  # fmt: skip
        assert line in out


def test_minutes_are_told_to_programs(capsys: Caught, held: Path) -> None:
    told = json.loads(run(capsys, "show", "minutes", HELD, "--json", "--register", held)[1])
    assert (told["date"], told["kind"], told["opened"]) == ("2019-05-15", "protocol", "15:32")
    grant = told["sections"][3]
    assert (grant["number"], grant["item"], len(grant["voters"])) == (4, "4", 12)
    assert grant["decisions"][0]["outcome"] == "changed"
    assert grant["ballots"][0]["yes"] == 8
    assert "inner_note" not in grant
    assert {each["id"] for each in told["findings"]} >= {"no_procedure"}


def test_the_paper_is_written(capsys: Caught, held: Path, tmp_path: Path) -> None:
    file = tmp_path / "protokoll.pdf"
    words = ("print", "protokoll", HELD, "-o", file, "--register", held)
    status, _, err = run(capsys, *words)
    assert (status, file.read_bytes()[:5]) == (0, b"%PDF-"), err


def test_the_paper_of_another_kind_is_refused(capsys: Caught, held: Path) -> None:
    out = held.with_name("a.pdf")
    said = refused(capsys, "print", "minnesanteckningar", HELD, "-o", out, "--register", held)
    assert "Det förs protokoll från sammanträdet" in said


def test_decisions_are_a_table(capsys: Caught, held: Path, tmp_path: Path) -> None:
    file = tmp_path / "beslut.csv"
    words = ("export", file, "--table", "beslut", "--year", "2019", "--register", held)
    assert run(capsys, *words)[0] == 0
    heading, report, grant, referral = file.read_text("utf-8-sig").splitlines()
    assert heading.startswith("Sammanträde;Organ;Paragraf;Rubrik;Diarienummer;Förslag;Beslut")
    assert report.startswith("2019-05-15;Trygghetsrådet;3;Verksamhetsberättelse;TR-2019/7;")
    assert "Rådet beviljar 15 000 kr.;Ändrat;Eva Lind;" in grant
    assert referral.endswith("Ärendet bordläggs.;Bordlagt;;;;nej")
    words = ("export", file, "--table", "decisions", "--year", "2018", "--register", held)
    assert run(capsys, *words)[0] == 0
    assert len(file.read_text("utf-8-sig").splitlines()) == 1


def test_what_was_decided_behind_closed_doors_is_in_no_table(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    office.run(Change(Item, "h4", {"closed": True}))
    with office.workspace.read() as reader:
        told = export_decisions(reader).decode("utf-8-sig")
    assert "Verksamhetsberättelse" in told
    assert not any(word in told for word in ("Nattvandrarna", "15 000"))


def test_minutes_are_printed_as_each_version_was_approved(capsys: Caught, tmp_path: Path) -> None:
    path, file = tmp_path / "held.hubra", tmp_path / "protokoll.pdf"
    office = held_office(path)
    office.run(Change(Section, "sec-h4", {"procedure": "Förslagen ställs mot varandra."}))
    approve(office)
    agreed = ReopenMinutes("held", DONE_ON, "Ett namn var fel.", "Åsa Ek")
    office.run(agreed)
    office.workspace.close()
    words = ("print", "protokoll", HELD, "-o", file, "--register", path, "--version")
    assert run(capsys, *words, "1")[0] == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert "Version 2 har inte utfärdats" in refused(capsys, *words, "2")
    assert "--stämplad gäller kallelsen" in refused(capsys, *words, "1", "--stämplad")


def test_what_was_approved_at_once_is_printed_by_its_section(
    capsys: Caught, tmp_path: Path
) -> None:
    path, file = tmp_path / "held.hubra", tmp_path / "del.pdf"
    office = held_office(path)
    approve(office, "sec-h3")
    approve(office, "sec-h2")
    office.workspace.close()
    where = ("-o", file, "--register", path)
    for number in (3, 2):
        for version in ((), ("--version", "1")):
            assert run(capsys, "print", "omedelbar", f"{HELD} § {number}", *where, *version)[0] == 0
            assert f"§ {number}" in spoken(file.read_bytes()).replace("\u00a0", " ")
    told = refused(capsys, "print", "omedelbar", HELD, *where, "--version", "1")
    assert "Skriv också paragrafen" in told
    told = refused(capsys, "print", "omedelbar", f"{HELD} § 1", *where)
    assert "inte justerad omedelbart" in told


def test_the_draft_of_reopened_minutes_is_printed(capsys: Caught, tmp_path: Path) -> None:
    path, file = tmp_path / "held.hubra", tmp_path / "protokoll.pdf"
    office = held_office(path)
    office.run(Change(Section, "sec-h4", {"procedure": "Förslagen ställs mot varandra."}))
    approve(office)
    draft = ("print", "protokoll", HELD, "-o", file, "--register", path, "--utkast")
    assert "Protokollet är redan justerat." in refused(capsys, *draft)
    office.run(ReopenMinutes("held", DONE_ON, "Ett namn var fel.", "Åsa Ek"))
    office.workspace.close()
    assert run(capsys, *draft, "--publik")[0] == 0
    said = spoken(file.read_bytes())
    assert said.startswith("Utkast")
    assert "version 2" in said
    assert run(capsys, *draft[:-1])[0] == 0
    assert not spoken(file.read_bytes()).startswith("Utkast")
    assert "inte båda" in refused(capsys, *draft, "--version", "1")


def test_it_is_told_when_minutes_were_approved(capsys: Caught, tmp_path: Path) -> None:
    path = tmp_path / "held.hubra"
    office = held_office(path)
    office.run(Change(Section, "sec-h4", {"procedure": "Förslagen ställs mot varandra."}))
    approve(office)
    office.workspace.close()
    words = ("show", "protokoll", HELD, "--register", path)
    assert "Justerat: 2019-05-27" in run(capsys, *words)[1]
    (approval,) = json.loads(run(capsys, *words, "--json")[1])["approvals"]
    assert (approval["kind"], approval["done"]) == ("ordinary", "2019-05-27")


def test_a_paper_that_has_no_nameless_print_is_said(capsys: Caught, held: Path) -> None:
    words = ("print", "protokoll", HELD, "-o", held.with_name("a.pdf"), "--register", held)
    assert "--utan-namn gäller protokollsutdrag" in refused(capsys, *words, "--utan-namn")


def test_the_help_names_every_paper() -> None:
    assert [name for name in PAPERS if name not in PRINTED] == []


def test_when_somebody_came_is_told_to_programs_as_a_clock_time(capsys: Caught, held: Path) -> None:
    told = json.loads(run(capsys, "show", "närvaro", HELD, "--json", "--register", held)[1])
    late = next(each for each in told["people"] if each["name"] == "Bo Sund")
    assert [each["came"] for each in late["stays"]] == ["15:45"]
