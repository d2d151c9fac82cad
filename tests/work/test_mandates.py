"""Who may serve a body at once, and what goes with somebody who is removed."""

from datetime import date
from typing import Any

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MANDATE
from hubra_desktop.work.commands.mandates import SucceedMandate
from hubra_desktop.work.commands.rulebook import NewRules
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.composition import composition_on, people_due
from tests.work.office import Office

DONE = ("SucceedMandate",)
NEW_YEAR, LAST_DAY = date(2018, 1, 1), date(2017, 12, 31)


class Council:
    """A body with two people, whose mandates are added by ``seat``."""

    def __init__(self, office: Office) -> None:
        self.workspace = office.workspace
        self.body, self.other = self._made(Body, "Rådet"), self._made(Body, "Nämnden")
        self.nora, self.ek = self._made(Person, "Nora Lind"), self._made(Person, "Åsa Ek")

    def _made(self, record: type, name: str) -> str:
        return self.workspace.run(Add(record, {"name": name})).created or ""

    def seat(self, person: str, role: Role = Role.MEMBER, body: str = "", **more: Any) -> str:
        values = {"person_id": person, "body_id": body or self.body, "role": role, **more}
        return self.workspace.run(Add(Mandate, values)).created or ""

    def refused(self, person: str, role: Role = Role.MEMBER, **more: Any) -> str:
        with pytest.raises(InputError) as refused:
            self.seat(person, role, **more)
        return f"{refused.value.field}: {refused.value.sentence}"

    def mandates(self) -> tuple[Mandate, ...]:
        with self.workspace.read() as reader:
            return records(reader, Mandate, MANDATE.c.body_id == self.body)


@pytest.fixture
def council(office: Office) -> Council:
    return Council(office)


def test_a_body_has_one_chair_a_day(council: Council) -> None:
    old = council.seat(council.nora, Role.CHAIR)
    assert council.refused(council.ek, Role.CHAIR, valid_from=NEW_YEAR) == (
        "role: Nora Lind är ordförande i Rådet. Avsluta det uppdraget först, "
        "eller ändra någon av dagarna."
    )
    council.workspace.run(Change(Mandate, old, {"valid_to": NEW_YEAR}))
    council.refused(council.ek, Role.CHAIR, valid_from=NEW_YEAR)
    council.workspace.run(Change(Mandate, old, {"valid_to": LAST_DAY}))
    new = council.seat(council.ek, Role.CHAIR, valid_from=NEW_YEAR)
    assert "från 2018-01-01" in council.refused(council.nora, Role.CHAIR, valid_from=NEW_YEAR)
    council.seat(council.nora, Role.CHAIR, council.other)
    with pytest.raises(InputError):
        council.workspace.run(Change(Mandate, new, {"valid_from": LAST_DAY}))
    council.workspace.undo()
    council.workspace.undo()
    assert len(council.mandates()) == 1


def test_nobody_has_the_same_role_twice_at_once(council: Council) -> None:
    council.seat(council.nora, valid_to=LAST_DAY)
    council.seat(council.nora, Role.SECRETARY)
    council.seat(council.ek)
    assert council.refused(council.nora, valid_from=LAST_DAY) == (
        "person_id: Nora Lind är redan ledamot i Rådet under den tiden. Ändra någon av dagarna."
    )
    council.seat(council.nora, valid_from=NEW_YEAR)


def test_a_mandate_does_not_end_before_it_begins(council: Council) -> None:
    assert council.refused(council.nora, valid_from=NEW_YEAR, valid_to=LAST_DAY).startswith(
        "valid_to: Uppdraget slutar"
    )
    council.seat(council.nora, valid_from=NEW_YEAR, valid_to=NEW_YEAR)


def test_a_personal_substitute_is_for_another_of_the_body(council: Council) -> None:
    member = council.seat(council.nora)
    elsewhere = council.seat(council.ek, body=council.other)
    stands_in = {"role": Role.SUBSTITUTE}
    assert council.refused(council.ek, substitute_for_id=elsewhere, **stands_in).startswith(
        "substitute_for_id: En personlig ersättare"
    )
    council.refused(council.nora, substitute_for_id=member, **stands_in)
    substitute = council.seat(council.ek, substitute_for_id=member, **stands_in)
    for moved in (member, substitute):
        with pytest.raises(InputError):
            council.workspace.run(Change(Mandate, moved, {"body_id": council.other}))


def test_somebody_takes_a_mandate_over_from_a_day(council: Council) -> None:
    old = council.seat(
        council.nora, Role.CHAIR, party="C", seat="politiker", valid_from=date(2017, 1, 1),
        valid_to=date(2018, 12, 31), note="Vald 14 december 2016",
    )  # fmt: skip
    before = council.mandates()
    done = council.workspace.run(SucceedMandate(old, council.ek, NEW_YEAR))
    [was] = (each for each in council.mandates() if each.id == old)
    [now] = (each for each in council.mandates() if each.id == done.created)
    assert (was.person_id, was.valid_to) == (council.nora, LAST_DAY)
    assert (now.person_id, now.valid_from, now.valid_to) == (
        council.ek, NEW_YEAR, date(2018, 12, 31),
    )  # fmt: skip
    assert (now.role, now.party, now.seat, now.note) == (Role.CHAIR, "C", "politiker", "")
    council.workspace.undo()
    assert council.mandates() == before
    council.workspace.redo()
    late = SucceedMandate(old, council.nora, date(2018, 6, 1))
    with pytest.raises(InputError, match="Åsa Ek är ordförande"):
        council.workspace.run(late)
    with pytest.raises(InputError, match="Uppdraget började 2017-01-01"):
        council.workspace.run(SucceedMandate(old, council.ek, date(2017, 1, 1)))


def test_what_ends_soon_is_due_and_what_goes_on_is_not(council: Council) -> None:
    council.seat(council.ek, Role.SECRETARY, valid_to=LAST_DAY)
    council.seat(council.nora, valid_to=LAST_DAY)
    council.seat(council.nora, valid_from=NEW_YEAR)
    with council.workspace.read() as reader:
        told = [list(people_due(reader, day)) for day in (date(2017, 9, 1), date(2017, 12, 1))]
    assert told[0] == []
    assert [(each.sentence, each.kind) for each in told[1]] == [
        ("Uppdraget för Åsa Ek (sekreterare) tar slut den 31 december 2017.", "mandate")
    ]


def test_a_composition_is_held_against_the_rules_of_its_own_day(council: Council) -> None:
    council.seat(council.ek, Role.CHAIR)
    council.workspace.run(NewRules(council.body, {"valid_from": NEW_YEAR}))
    with council.workspace.read() as reader:
        then, now = (composition_on(reader, council.body, day) for day in (LAST_DAY, NEW_YEAR))
    assert (then.ruled, now.ruled) == (False, True)
    assert [each.person for each in then.seated] == ["Åsa Ek"]


def test_a_person_who_is_removed_leaves_a_substitute_behind(council: Council) -> None:
    member = council.seat(council.nora)
    council.seat(council.ek, Role.SUBSTITUTE, substitute_for_id=member)
    council.workspace.run(Remove(Person, council.nora))
    assert [each.substitute_for_id for each in council.mandates()] == [None]
    council.workspace.undo()
    assert {each.substitute_for_id for each in council.mandates()} == {None, member}
