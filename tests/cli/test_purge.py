"""``hubra purge``: a person is taken out of the register and of its history."""

import json
from contextlib import closing
from pathlib import Path

from hubra_desktop.model.records.council import Person
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

DECIDED = ("--decision", "KS 2026-03-04 § 41", "--decided", "2026-03-04", "--by", "Eva Lind")


def test_a_person_is_purged_by_name_or_by_id(capsys: Caught, demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        one = workspace.run(Add(Person, {"name": "Nils Holm", "unit": "KSF"})).created
        workspace.run(Add(Person, {"name": "Nils Holm", "title": "Polis"}))
        workspace.run(Change(Person, str(one), {"note": "hemlig uppgift"}))
    sentence = refused(capsys, "purge", "nils holm", *DECIDED, "--register", demo)
    assert "Flera personer heter Nils Holm. Skriv i stället för namnet vem du menar:" in sentence
    assert f"  {one}  Nils Holm, KSF" in sentence
    assert b"hemlig uppgift" in demo.read_bytes()
    status, out, _ = run(capsys, "purge", one, *DECIDED, "--register", demo)
    assert (status, out.splitlines()[0][:36]) == (0, "Nils Holm är gallrad ur registret oc")
    assert b"hemlig uppgift" not in demo.read_bytes()
    assert run(capsys, "purge", "Nils Holm", *DECIDED, "--register", demo)[0] == 0
    gone = refused(capsys, "purge", "Nils Holm", *DECIDED, "--register", demo)
    assert "Det finns ingen person i registret som heter ”Nils Holm”. Skriv hela namnet." in gone


def test_who_is_not_named_in_full_is_not_purged(capsys: Caught, demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        workspace.run(Add(Person, {"name": "Nils Holm"}))
    before = demo.read_bytes()
    sentence = refused(capsys, "purge", "Holm", *DECIDED, "--register", demo)
    assert "Menade du någon av dem?" in sentence
    assert "Nils Holm" in sentence
    assert "Skriv hela namnet." in refused(capsys, "purge", "", *DECIDED, "--register", demo)
    assert demo.read_bytes() == before


def test_a_disposal_has_a_decision_and_is_listed(capsys: Caught, demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        workspace.run(Add(Person, {"name": "Nils Holm"}))
    assert "--decision" in refused(capsys, "purge", "Nils Holm", "--register", demo)
    assert run(capsys, "show", "disposals", "--register", demo)[1] == "Inget är gallrat.\n"
    run(capsys, "purge", "Nils Holm", *DECIDED, "--register", demo)
    told = run(capsys, "show", "disposals", "--register", demo)[1]
    assert "Beslut: KS 2026-03-04 § 41 den 2026-03-04. Eva Lind" in told
    assert "Nils" not in told
    table = run(capsys, "export", "-", "--table", "disposals", "--register", demo)[1]
    assert "personuppgifter;1;KS 2026-03-04 § 41;2026-03-04;Eva Lind" in table


def test_people_are_shown_on_a_day_and_one_by_one(capsys: Caught, demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        values = {"name": "Nils Holm", "email": "dold@exempel.se", "protected": True}
        workspace.run(Add(Person, values))
    told = run(capsys, "show", "people", "2018-03-07", "--register", demo)[1]
    assert told.startswith("Huddinges brottsförebyggande råd, onsdag den 7 mars 2018")
    as_data = json.loads(
        run(capsys, "show", "people", "2018-03-07", "--json", "--register", demo)[1]
    )
    assert {"person", "role", "party"} <= as_data["mandates"][0].keys()
    assert {"name": "polis", "seats": 2, "held": 0} in as_data["seats"]
    one = run(capsys, "show", "person", "nils holm", "--register", demo)[1]
    assert "dold@" not in one
    assert "[skyddad uppgift]" in one
    assert (
        "dold@" not in run(capsys, "show", "person", "Nils Holm", "--json", "--register", demo)[1]
    )
