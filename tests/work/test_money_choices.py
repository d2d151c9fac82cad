"""What the forms of the money choose among, and applications from those not known before."""

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.terms import GrantState
from hubra_desktop.model.records.money import Grant
from hubra_desktop.work.commands.applications import (
    ChangeApplicant,
    ChangeApplication,
    NewApplication,
)
from hubra_desktop.work.commands.ledger import Correct, Repay
from hubra_desktop.work.queries.grants import (
    association_view,
    associations,
    grant_rows,
    grant_view,
)
from hubra_desktop.work.queries.money import ledger
from hubra_desktop.work.queries.money_choices import (
    body_of_association,
    grant_of,
    grant_years,
    payments,
    rows_touched,
)
from hubra_desktop.work.workspace import Workspace

PAYMENT, REPAYMENT = "ledger-2017-1", "ledger-2017-2"
WHOLE = 4_508_000


def test_a_payment_that_came_back_whole_is_not_offered(demo: Workspace) -> None:
    with demo.read() as reader:
        assert payments(reader, year=2017) == ()
    demo.run(Correct(original_id=REPAYMENT, year=2017, amount_ore=2_000_000))
    with demo.read() as reader:
        [offered] = payments(reader, year=2017)
        assert payments(reader, grant_id=offered.row.entry.grant_id) == (offered,)
        assert offered not in payments(reader, year=2016)
    assert (offered.row.entry.id, offered.unreturned_ore) == (PAYMENT, 2_000_000)
    demo.run(Repay(PAYMENT, 2_000_000, 2017))
    with demo.read() as reader:
        assert payments(reader, year=2017) == ()


def test_rows_touched_come_with_those_they_point_to(demo: Workspace) -> None:
    made = demo.run(Correct(original_id=REPAYMENT, year=2017, amount_ore=100))
    assert made.created is not None
    with demo.read() as reader:
        found = {row.entry.id: row for row in rows_touched(reader, {made.created}, 2017)}
        every = {row.entry.id: row for row in ledger(reader, 2017)}
    assert found.keys() == {made.created, REPAYMENT}
    assert found[REPAYMENT].left_ore == WHOLE - 100
    assert all(every[each] == row for each, row in found.items())


def test_grants_are_found_by_what_belongs_to_them(demo: Workspace) -> None:
    with demo.read() as reader:
        row = next(each for each in grant_rows(reader) if each.sheet.decisions)
        assert grant_of(reader, "grant", row.sheet.id) == row.sheet.id
        assert grant_of(reader, "grant_decision", row.sheet.decisions[0].id) == row.sheet.id
        assert grant_of(reader, "instalment", "nothing") is None
        assert grant_of(reader, "meeting", row.sheet.id) is None
        assert body_of_association(reader, "nothing") is None
        assert set(grant_years(reader)) == {each.sheet.year for each in grant_rows(reader)}


def test_who_is_known_applies_under_the_same_name(demo: Workspace) -> None:
    with demo.read() as reader:
        known = next(each for each in grant_rows(reader) if each.applicant == "Ur Dimman")
        before = len(associations(reader))
    made = demo.run(NewApplication("  ur  dimman ", Grant(year=2018, title="Nytt")))
    with demo.read() as reader:
        view = grant_view(reader, str(made.created))
        assert len(associations(reader)) == before
    assert view.sheet.body_id == known.sheet.body_id
    assert view.standing.state is GrantState.APPLIED


def test_who_is_new_becomes_an_association_in_the_same_step(demo: Workspace) -> None:
    made = demo.run(NewApplication("Ur Skuggan", Grant(year=2018, title="Nytt")))
    with demo.read() as reader:
        assert "Ur Skuggan" in {each.body.name for each in associations(reader)}
    assert made.label == "add-grant"
    demo.undo()
    with demo.read() as reader:
        assert "Ur Skuggan" not in {each.body.name for each in associations(reader)}


def test_who_applied_is_corrected_by_name(demo: Workspace) -> None:
    with demo.read() as reader:
        row = next(each for each in grant_rows(reader) if not each.standing.paid)
    command = ChangeApplication(row.sheet.id, "Ur Skuggan", {"title": "Läxhjälp"})
    assert demo.run(command).label == "change-grant"
    with demo.read() as reader:
        view = grant_view(reader, row.sheet.id)
    assert (view.applicant.body.name, view.sheet.title) == ("Ur Skuggan", "Läxhjälp")
    demo.undo()
    with demo.read() as reader:
        assert grant_view(reader, row.sheet.id).applicant.body.name == row.applicant
    with pytest.raises(InputError, match="vem som söker"):
        demo.run(ChangeApplication(row.sheet.id, " ", {}))


def test_an_association_is_called_something_else(demo: Workspace) -> None:
    with demo.read() as reader:
        one, other = associations(reader)[:2]
    demo.run(ChangeApplicant(one.body.id, " Ur  Skuggan ", {"contact": "Åsa"}))
    with demo.read() as reader:
        known = association_view(reader, one.body.id).applicant
    assert known.body.name == "Ur Skuggan"
    assert known.association is not None
    assert known.association.contact == "Åsa"
    demo.undo()
    with demo.read() as reader:
        assert association_view(reader, one.body.id).applicant == one
    with pytest.raises(InputError, match="Det finns redan"):
        demo.run(ChangeApplicant(one.body.id, other.body.name, {}))
    with pytest.raises(InputError, match="vad föreningen heter"):
        demo.run(ChangeApplicant(one.body.id, "", {}))


def test_somebody_must_apply(demo: Workspace) -> None:
    with pytest.raises(InputError):
        demo.run(NewApplication("  ", Grant(year=2018, title="Nytt")))
