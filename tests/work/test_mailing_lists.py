"""Whom a list reaches, and that everybody on it is somebody, once."""

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.mailing_lists import list_of_member, mailing_lists
from tests.work.office import DAY, Office


def test_a_list_reaches_those_who_serve_and_those_by_hand_once_each(office: Office) -> None:
    with office.workspace.read() as reader:
        before = len(mailing_lists(reader, DAY))
    values = {"name": "Kopia för kännedom", "body_id": office.body, "serving": True}
    copy = office.made(Add(MailingList, values))
    hidden = office.made(Add(Person, {"name": "Nora Lind", "protected": True}))
    office.run(Add(Mandate, {"person_id": hidden, "body_id": office.body}))
    member = office.made(Add(ListMember, {"person_id": hidden}, copy))
    office.run(Add(ListMember, {"member_body_id": office.other, "copies": 3}, copy))
    office.run(Add(ListMember, {"name": "Redaktionen"}, copy))
    with office.workspace.read() as reader:
        found = mailing_lists(reader, DAY)
        assert list_of_member(reader, member) == copy
    assert len(found) == before + 1
    [view] = (each for each in found if each.id == copy)
    assert [(each.kind, each.protected) for each in view.members] == [
        ("person", True), ("body", False), ("", False),
    ]  # fmt: skip
    assert view.reached == len({each.mandate.person_id for each in view.serving}) + 2
    office.run(Remove(Person, hidden))
    with office.workspace.read() as reader:
        [view] = (each for each in mailing_lists(reader, DAY) if each.id == copy)
    assert [each.name for each in view.members][1:] == ["Redaktionen"]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Skriv vem det är"),
        ({"name": "redaktionen"}, "Den står redan på listan"),
        ({"email": "a@exempel.se", "name": " "}, "Skriv vem det är"),
    ],
)
def test_a_line_of_a_list_is_somebody_once(
    office: Office, values: dict[str, str], sentence: str
) -> None:
    copy = office.made(Add(MailingList, {"name": "Kopia"}))
    office.run(Add(ListMember, {"name": "Redaktionen"}, copy))
    with pytest.raises(InputError, match=sentence):
        office.run(Add(ListMember, values, copy))


def test_a_list_keeps_the_body_whose_people_it_takes_in(office: Office) -> None:
    with pytest.raises(InputError, match="Välj vilket organ"):
        office.run(Add(MailingList, {"name": "Rådet", "serving": True}))
    kept = office.made(Add(Body, {"name": "Styrgruppen"}))
    office.run(Add(MailingList, {"name": "Styrgruppen", "body_id": kept, "serving": True}))
    with pytest.raises(InputError, match="sändlistor"):
        office.run(Remove(Body, kept))
