"""A purge: the person is gone, from the history too, and the act itself is told."""

from contextlib import suppress

import pytest
from sqlalchemy import select

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.journal import CHANGE, STEP
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Change
from tests.work.office import Office


def test_a_purged_person_stands_in_no_step(office: Office) -> None:
    office.run(Change(Person, office.chair, {"phone": "070-123 45 67", "note": "Bor på Hemgatan"}))
    office.run(Change(Person, office.clerk, {"note": "Kvar"}))
    changes = office.run(PurgePerson(office.chair))
    assert {(row.kind, row.op) for row in changes.rows} >= {("person", "removed")}
    with office.workspace.read() as reader:
        kept = str(reader.execute(select(CHANGE)).all())
        latest = reader.execute(select(STEP).order_by(STEP.c.id.desc())).first()
    assert "070-123" not in kept
    assert "Hemgatan" not in kept
    assert "Kvar" in kept
    assert latest is not None
    assert (latest.action, latest.label, latest.barrier) == ("purge", "purge-person", True)
    assert office.workspace.problems() == []


def test_nothing_leads_back_to_before_a_purge(office: Office) -> None:
    office.run(Change(Person, office.chair, {"note": "Före"}))
    office.run(PurgePerson(office.chair))
    assert office.workspace.undo_label is None
    with pytest.raises(InputError, match="inget att ångra"):
        office.workspace.undo()


def test_a_purge_of_nobody_changes_nothing(office: Office) -> None:
    before = office.everything()
    with suppress(InputError):
        office.run(PurgePerson("ingen"))
    assert office.everything() == before


def test_papers_keep_the_name_that_they_print(office: Office) -> None:
    name = office.sheet().signatures[0].name
    office.run(PurgePerson(office.chair))
    assert office.sheet().signatures[0].name == name
