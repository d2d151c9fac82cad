"""``hubra purge``: a person is taken out of the register and of its history."""

from contextlib import closing
from pathlib import Path

from hubra_desktop.model.records.council import Person
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run


def test_a_person_is_purged_by_name_or_by_id(capsys: Caught, demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        one = workspace.run(Add(Person, {"name": "Nils Holm", "unit": "KSF"})).created
        workspace.run(Add(Person, {"name": "Nils Holm", "title": "Polis"}))
        workspace.run(Change(Person, str(one), {"note": "hemlig uppgift"}))
    sentence = refused(capsys, "purge", "nils holm", "--register", demo)
    assert "Flera personer heter Nils Holm. Skriv i stället för namnet vem du menar:" in sentence
    assert f"  {one}  Nils Holm, KSF" in sentence
    assert b"hemlig uppgift" in demo.read_bytes()
    status, out, _ = run(capsys, "purge", one, "--register", demo)
    assert (status, out.splitlines()[0][:36]) == (0, "Nils Holm är gallrad ur registret oc")
    assert b"hemlig uppgift" not in demo.read_bytes()
    assert run(capsys, "purge", "Nils Holm", "--register", demo)[0] == 0
    gone = refused(capsys, "purge", "Nils Holm", "--register", demo)
    assert "Det finns ingen person i registret som heter ”Nils Holm”. Skriv hela namnet." in gone


def test_who_is_not_named_in_full_is_not_purged(capsys: Caught, demo: Path) -> None:
    with closing(Workspace.open(demo)) as workspace:
        workspace.run(Add(Person, {"name": "Nils Holm"}))
    before = demo.read_bytes()
    sentence = refused(capsys, "purge", "Holm", "--register", demo)
    assert "Menade du någon av dem?" in sentence
    assert "Nils Holm" in sentence
    assert "Skriv hela namnet." in refused(capsys, "purge", "", "--register", demo)
    assert demo.read_bytes() == before
