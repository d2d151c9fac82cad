"""What was sent stays as it went: kept, marked, never changed; undone it is gone."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import DiaryTick, Dispatch, DispatchRecipient
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.dispatches import MarkReturned, MarkSent, SendDispatch
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.dispatches import (
    all_dispatches,
    dispatches_of,
    next_sequence,
    sent_rows,
    sent_to,
    went_by,
)
from tests.work.office import Office
from tests.work.rooms import name_of
from tests.work.there_and_back import there_and_back

DAY = dt.date(2019, 4, 29)
LATER = dt.date(2019, 5, 2)


def letter(office: Office, **values: object) -> Dispatch:
    """A kallelse to the chair by e-mail and to a body by post."""
    recipients = (
        DispatchRecipient(person_id=office.chair, name="Åsa Ek", address="asa@exempel.se"),
        DispatchRecipient(
            body_id=office.other, name="Polisen", address="Torget 1", way=DeliveryWay.POST
        ),
    )
    given: dict[str, object] = {"meeting_id": office.meeting, "day": DAY, "recipients": recipients}
    return Dispatch(**{**given, **values})  # type: ignore[arg-type]


def sent(office: Office, **values: object) -> Dispatch:
    made = office.made(SendDispatch(letter(office, **values)))
    return next(each for each in office.everything().dispatches if each.id == made)


def marked(office: Office) -> Dispatch:
    """Send a letter and mark that it went to all."""
    dispatch = sent(office)
    office.run(MarkSent(dispatch.id, [each.id for each in dispatch.recipients], DAY))
    return dispatch


def first(dispatch: Dispatch) -> list[str]:
    return [dispatch.recipients[0].id]


DONE: dict[str, Callable[[Office], Command]] = {
    "AddDiaryTick": lambda _: Add(DiaryTick, {"source": "dispatch:x", "number": "KS-2019/1"}),
    "ChangeDispatch": lambda o: Change(Dispatch, sent(o).id, {"note": "Fel bilaga följde med."}),
    "MarkReturned": lambda o: MarkReturned(*_went(o), LATER),
    "MarkSent": lambda o: MarkSent((one := sent(o)).id, first(one), DAY),
    "RemoveDispatch": lambda o: Remove(Dispatch, sent(o).id),
    "SendDispatch": lambda o: SendDispatch(letter(o)),
}


def _went(office: Office) -> tuple[str, list[str]]:
    dispatch = marked(office)
    return dispatch.id, first(dispatch)


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(office: Office, name: str) -> None:
    command = DONE[name](office)
    assert name_of(command) == name
    there_and_back(office, command)


def _twice(office: Office) -> Command:
    recipients = letter(office).recipients
    return SendDispatch(letter(office, recipients=(*recipients, recipients[0])))


def _other_address(office: Office) -> Command:
    dispatch = sent(office)
    other = replace(dispatch.recipients[0], address="annan@exempel.se")
    return ImportBundle(Bundle(dispatches=(replace(dispatch, recipients=(other,)),)))


REFUSED: dict[str, tuple[Callable[[Office], Command], str]] = {
    "to nobody": (lambda o: SendDispatch(letter(o, recipients=())), "minst en mottagare"),
    "to somebody without a name": (
        lambda o: SendDispatch(letter(o, recipients=(DispatchRecipient(),))), "inget namn"),
    "twice to one": (_twice, "står två gånger"),
    "another subject": (lambda o: Change(Dispatch, sent(o).id, {"subject": "Annat"}), "står kvar"),
    "another address in a file": (_other_address, "står kvar"),
    "a recipient removed": (
        lambda o: Remove(DispatchRecipient, first(sent(o))[0]), "står kvar"),
    "a recipient added": (
        lambda o: Add(DispatchRecipient, {"name": "Ny"}, sent(o).id), "står kvar"),
    "removed when it went": (lambda o: Remove(Dispatch, marked(o).id), "har gått och står kvar"),
    "sent before it was made": (
        lambda o: MarkSent((one := sent(o)).id, first(one), dt.date(2019, 4, 1)), "2019-04-29"),
    "back without having gone": (
        lambda o: MarkReturned((one := sent(o)).id, first(one), DAY), "inte komma i retur"),
    "back before it went": (
        lambda o: MarkReturned(*_went(o), dt.date(2019, 4, 1)), "innan det skickades"),
    "somebody who is not in it": (lambda o: MarkSent(sent(o).id, ["x"], DAY), "inte i utskicket"),
    "one that is gone": (lambda _: MarkSent("x", ["x"], DAY), "finns inte längre"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_change_what_went_is_refused_and_nothing_is_changed(
    office: Office, case: str
) -> None:
    make, sentence = REFUSED[case]
    command = make(office)
    before = office.everything()
    with pytest.raises(InputError, match=sentence):
        office.run(command)
    assert office.everything() == before


def test_a_protected_address_is_not_kept(office: Office) -> None:
    office.run(Change(Person, office.chair, {"protected": True}))
    assert [each.address for each in sent(office).recipients] == ["", "Torget 1"]


def test_what_went_stays_when_meeting_and_person_go(office: Office) -> None:
    dispatch = marked(office)
    office.run(Remove(Meeting, office.meeting))
    office.run(PurgePerson(office.chair, "KS 2026/1"))
    (kept,) = office.everything().dispatches
    assert kept.meeting_id is None
    assert [each.person_id for each in kept.recipients] == [None, None]
    assert len(kept.recipients) == len(dispatch.recipients)


def test_what_went_is_told_by_meeting_by_year_and_by_person(office: Office) -> None:
    call = marked(office)
    change = sent(office, kind=DispatchKind.CHANGES, day=LATER, version=2, sequence=1)
    with office.workspace.read() as reader:
        assert [each.id for each in dispatches_of(reader, office.meeting)] == [change.id, call.id]
        assert [each.id for each in all_dispatches(reader, 2019)] == [change.id, call.id]
        assert all_dispatches(reader, 2018) == ()
        rows = sent_to(reader, office.chair)
        assert [each.dispatch.id for each in rows] == [change.id, call.id]
        assert {each.recipient.name for each in rows} == {"Åsa Ek"}
        lines = sent_rows(reader, all_dispatches(reader))
        assert [each.recipient.sent for each in lines] == [None, None, DAY, DAY]
        assert lines[0].meeting == office.sheet().date
        assert next_sequence(reader, office.meeting) == 2
        assert next_sequence(reader, "x") == 0
    assert went_by(call) == {DeliveryWay.EMAIL: 1, DeliveryWay.POST: 1}
