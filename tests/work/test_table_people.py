"""People from tables and cards: who is known, who is asked about, and what goes back out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.terms import Role
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import plan_table
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.sent import INPUTS
from tests.work.table_hands import NEAR, held, planned, reasons, taken

NAME = TableName.PEOPLE
TABLE = """Namn;Titel;Enhet;E-post;Organ;Roll;Parti;Ordning;Från;Till
Åsa Ek;utredare;KSF;asa@exempel.se;;ledamot;S;;2023-01-01;2026-12-31
Åsa Ek;utredare;KSF;asa@exempel.se;;sekreterare;;;2025-01-01;
Bo Alm;;;bo(at)exempel.se;;;;;;
Cia Dahl;;;;Okänt råd;ledamot;;;;
Dan Ek;;;;;hövding;;;;
Eva Falk;;;;;ersättare;M;2;2026-12-31;2026-01-01
Gun Holm;;;gun@exempel.se;;;;;;
"""


@pytest.fixture
def office_free(tmp_path: Path) -> Iterator[Workspace]:
    """Give a register of a council with nobody in it."""
    workspace = Workspace.create(tmp_path / "tomt.hubra", organisation="Exempelby råd")
    yield workspace
    workspace.close()


def exported(workspace: Workspace, year: int | None = None) -> str:
    with workspace.read() as reader:
        return export_table(reader, NAME, year).decode("utf-8-sig")


def test_people_come_with_what_they_serve_and_go_back(office_free: Workspace) -> None:
    plan = taken(office_free, NAME, TABLE)
    assert sorted(reasons(plan)) == [4, 5, 6, 7], reasons(plan)
    assert "ingen e-postadress" in reasons(plan)[4]
    assert "finns inte i registret" in reasons(plan)[5]
    assert "Skriv ordförande, vice ordförande" in reasons(plan)[6]
    assert "slutar innan det börjar" in reasons(plan)[7]
    assert "nämner inget organ och läses som uppdrag i" in " ".join(plan.counts)
    now = held(office_free)
    asa = next(each for each in now.persons if each.name == "Åsa Ek")
    roles = {(m.role, m.party, m.valid_to) for m in now.mandates if m.person_id == asa.id}
    assert roles == {(Role.MEMBER, "S", date(2026, 12, 31)), (Role.SECRETARY, "", None)}
    again = taken(office_free, NAME, exported(office_free))
    assert again.command is None
    assert not again.bad
    assert "2025-01-01" not in exported(office_free, 2024)
    assert "Gun Holm" not in exported(office_free, 2024)


def test_a_table_taken_in_elsewhere_gives_the_same_table(
    office_free: Workspace, tmp_path: Path
) -> None:
    taken(office_free, NAME, TABLE)
    other = Workspace.create(tmp_path / "annat.hubra", organisation="Exempelby råd")
    text = exported(office_free)
    plan = taken(other, NAME, text)
    assert not plan.bad
    both = [
        [line.partition(";")[2] for line in each.splitlines()] for each in (text, exported(other))
    ]
    assert both[0] == both[1]
    other.close()


def test_who_is_known_is_recognised_and_changed(office_free: Workspace) -> None:
    taken(office_free, NAME, TABLE)
    plan = taken(
        office_free, NAME,
        "Namn;Titel;Enhet;E-post;Telefon\nåsa ek;chef;;ASA@exempel.se;070-1\nGun Holm;polis;;;\n",
    )  # fmt: skip
    assert [each.text() for step in plan.of(RowAction.CHANGED) for each in step.changes] == [
        "Titel: utredare → chef", "Telefon: inget → 070-1", "Titel: inget → polis",
    ]  # fmt: skip
    asa = next(each for each in held(office_free).persons if each.title == "chef")
    assert asa.unit == "KSF"  # an empty cell of a file without ids says nothing


def test_namesakes_are_asked_about_and_never_made_one(office_free: Workspace) -> None:
    old = str(office_free.run(Add(Person, {"name": "Nils Holm", "title": "polis"})).created)
    office_free.run(Add(Person, {"name": "Nils Holm", "title": "rektor"}))
    text = "Namn;Titel\nNils Holm;fritidsledare\nNils Holm;rektor\n"
    plan = planned(office_free, NAME, text)
    assert plan.command is None
    (question,) = plan.open_questions
    assert question.sentence == "Vem är ”Nils Holm” på rad 2?"
    assert [each.label for each in question.choices] == [
        "Samma som Nils Holm, polis", "Samma som Nils Holm, rektor", "En ny person",
    ]  # fmt: skip
    same = taken(office_free, NAME, text, TableAnswers(chosen={question.key: old}))
    assert [each.title for each in held(office_free).persons if each.name == "Nils Holm"] == [
        "fritidsledare", "rektor",
    ]  # fmt: skip
    assert len(same.of(RowAction.UNCHANGED)) == 1
    one_more = "Namn;Titel\nNils Holm;präst\n"
    taken(office_free, NAME, one_more, TableAnswers(chosen={question.key: "new"}))
    assert len([each for each in held(office_free).persons if each.name == "Nils Holm"]) == 3


def test_namesakes_within_a_file_are_asked_about_too(office_free: Workspace) -> None:
    text = "Namn;Titel;Roll\nIda Berg;lärare;\nIda Berg;;ledamot\nIda Berg;rektor;\n"
    plan = planned(office_free, NAME, text)
    assert [each.key for each in plan.open_questions] == ["same-4"]
    taken(office_free, NAME, text, TableAnswers(chosen={"same-4": "row-2"}))
    (ida,) = [each for each in held(office_free).persons if each.name == "Ida Berg"]
    assert ida.title == "rektor"
    assert [each.role for each in held(office_free).mandates if each.person_id == ida.id] == [
        Role.MEMBER
    ]


def test_an_address_of_another_name_is_asked_about(office_free: Workspace) -> None:
    office_free.run(Add(Person, {"name": "Eva Lind", "email": "eva@exempel.se"}))
    plan = planned(office_free, NAME, "Namn;E-post\nEva Berg;eva@exempel.se\n")
    assert [each.key for each in plan.open_questions] == ["same-2"]


@pytest.mark.parametrize("name", ["outlook-en.csv", "outlook-sv.csv", "kontakter.vcf"])
def test_files_of_mail_programs_are_people(office_free: Workspace, name: str) -> None:
    file = TableFile.at(INPUTS / name)
    assert file.likely(NEAR) is NAME
    with office_free.read() as reader:
        plan = plan_table(reader, NAME, file.read(NAME, NEAR))
    assert not plan.bad
    assert plan.command is not None
    office_free.run(plan.command)
    told = {each.name: each for each in held(office_free).persons}
    if name == "outlook-en.csv":
        nils, asa = told["Nils Holm"], told["Åsa Maria Ek"]
        assert (nils.title, nils.unit) == ("Kommunpolis", "Lokalpolisområde Huddinge")
        assert nils.postal_address == "Patron Pehrs väg 3\n141 35 Huddinge"
        assert (asa.email, asa.phone, asa.note) == (
            "asa.ek@exempel.se", "070-174 06 05", "Ring helst\nföre lunch",
        )  # fmt: skip
    if name == "outlook-sv.csv":
        assert (told["Eva Lind"].title, told["Eva Lind"].phone) == ("Enhetschef", "08-123 456 78")
        assert (told["Göran Öst"].title, told["Göran Öst"].phone) == ("", "08-111 22 33")


def test_what_an_export_leaves_out_of_the_protected_is_not_forgotten(
    office_free: Workspace,
) -> None:
    values = {"name": "Åsa Ek", "email": "dold@exempel.se", "note": "x", "protected": True}
    person = str(office_free.run(Add(Person, values)).created)
    text = exported(office_free)
    assert "dold@" not in text
    assert taken(office_free, NAME, text).command is None
    lines = "\n".join(planned(office_free, NAME, text.replace(";;", ";a@b.se;", 1)).lines)
    assert "dold@" not in lines
    office_free.run(Change(Person, person, {"protected": False}))
    assert "dold@" in exported(office_free)


def test_a_mandate_is_changed_where_it_is_held(office_free: Workspace) -> None:
    taken(office_free, NAME, "Namn;Roll;Från\nÅsa Ek;ledamot;2023-01-01\n")
    taken(office_free, NAME, "Namn;Roll;Från;Till\nÅsa Ek;ledamot;2023-01-01;2026-12-31\n")
    taken(office_free, NAME, "Namn;Roll;Från\nÅsa Ek;ledamot;2027-01-01\n")
    mandates = sorted(held(office_free).mandates, key=lambda each: str(each.valid_from))
    assert [(each.valid_from, each.valid_to) for each in mandates] == [
        (date(2023, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), None),
    ]  # fmt: skip
    text = exported(office_free).replace("ledamot;;;;;;2027", "ordförande;;;;;;2027")
    taken(office_free, NAME, text)
    assert {each.role for each in held(office_free).mandates} == {Role.MEMBER, Role.CHAIR}


def test_one_of_two_namesakes_is_not_taken_for_granted(office_free: Workspace) -> None:
    office_free.run(Add(Person, {"name": "Nils Holm", "title": "polis"}))
    office_free.run(Add(Person, {"name": "Nils Holm", "title": "rektor", "unit": "KUF"}))
    plan = planned(office_free, NAME, "Namn;Titel\nNils Holm;rektor\n")
    assert [each.key for each in plan.open_questions] == ["same-2"]
    (row,) = plan.rows
    assert (row.remark, row.unusual) == ("Svara ovan på vem det är", True)
