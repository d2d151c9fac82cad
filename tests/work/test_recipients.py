"""Who is proposed to be sent something: by rule, each once, with why and what is missing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from hubra_desktop.model.council.rulebook_terms import SubstituteRule
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.records.dispatch import Dispatch, ListMember, MailingList
from hubra_desktop.model.records.meeting import Item, MeetingPaper, Presenter
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import DeliveryWay, PresenterAnswer, Role
from hubra_desktop.work.calling.recipients import (
    ProposedRecipient,
    list_recipients,
    proposed_recipients,
)
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.edits import Add, Change, Store
from tests.work.office import DAY, Office

CALLED = dt.date(2019, 4, 29)


def proposed(
    office: Office, kind: DispatchKind = DispatchKind.CALL, **options: object
) -> Mapping[str, ProposedRecipient]:
    """Return the proposals by name."""
    with office.workspace.read() as reader:
        found = proposed_recipients(reader, office.meeting, kind, **options)  # type: ignore[arg-type]
    assert len({each.key for each in found}) == len(found)
    return {each.recipient.name: each for each in found}


def person(office: Office, name: str, role: Role | None = None, **values: object) -> str:
    """Add somebody, who serves the body in a role."""
    made = office.made(Add(Person, {"name": name, **values}))
    if role is not None:
        office.run(Add(Mandate, {"person_id": made, "body_id": office.body, "role": role}))
    return made


def presented_by(office: Office, *presenters: Presenter, **values: object) -> None:
    """Let some present the last item, twenty minutes from 16.30."""
    item = {"presenters": presenters, "duration": 20, "pin": 990, "place": "A-salen", **values}
    office.run(Change(Item, "c", item))


def send(office: Office, kind: DispatchKind = DispatchKind.CALL) -> None:
    """Send to all who are ticked."""
    ticked = tuple(each.recipient for each in proposed(office, kind).values() if each.ticked)
    office.run(
        SendDispatch(Dispatch(meeting_id=office.meeting, kind=kind, day=CALLED, recipients=ticked))
    )


def ticked(found: Mapping[str, ProposedRecipient]) -> set[str]:
    return {name for name, each in found.items() if each.ticked}


def test_those_who_serve_on_the_day_are_proposed_by_role_and_name(office: Office) -> None:
    person(office, "Örjan Berg", Role.MEMBER)
    person(office, "Anna Dahl", Role.CO_OPTED)
    person(office, "Bo Sund", Role.SECRETARY)
    ended = person(office, "Carl Ek")
    values = {"person_id": ended, "body_id": office.body, "valid_to": DAY - dt.timedelta(1)}
    office.run(Add(Mandate, values))
    found = proposed(office)
    assert [*found] == ["Åsa Ek", "Örjan Berg", "Anna Dahl", "Bo Sund", "Erik Öman"]
    assert ticked(found) == {"Åsa Ek", "Örjan Berg", "Anna Dahl", "Erik Öman"}
    assert found["Åsa Ek"].recipient.role == "ordförande"
    assert found["Åsa Ek"].reasons == ("ordförande",)


def test_substitutes_are_called_as_the_rules_of_the_day_say(office: Office) -> None:
    office.run(
        Add(
            Mandate,
            {
                "person_id": person(office, "Örjan Berg"), "body_id": office.body,
                "role": Role.SUBSTITUTE, "substitute_for_id": office.mandate,
            },
        )
    )  # fmt: skip
    assert "Örjan Berg" not in ticked(proposed(office))
    office.run(Store(BodyRules(body_id=office.body, substitute_rule=SubstituteRule.PERSONAL)))
    found = proposed(office)["Örjan Berg"]
    assert found.ticked
    assert found.reasons == ("personlig ersättare för Åsa Ek",)


def test_who_presents_is_proposed_with_their_own_time_and_room(office: Office) -> None:
    office.run(Change(Body, office.other, {"email": "polisen@exempel.se"}))
    presented_by(
        office, Presenter(name="Åsa Ek", person_id=office.chair), Presenter(unit="polisen"),
        Presenter(name="Nils Gast"), Presenter(name="Erik Öman", answer=PresenterAnswer.NO),
    )  # fmt: skip
    found = proposed(office)
    chair, police, guest = found["Åsa Ek"], found["Polisen"], found["Nils Gast"]
    assert chair.recipient.slot == "16.30–16.50"
    assert chair.recipient.role == "ordförande"
    assert [(each.number, each.room) for each in chair.slots] == [("3", "A-salen")]
    assert {*chair.reasons} == {"ordförande", "föredrar ärende 3"}
    assert police.recipient.body_id == office.other
    assert police.recipient.address == "polisen@exempel.se"
    assert guest.recipient.person_id is None
    assert guest.missing.startswith("E-postadressen saknas")
    clerk = found["Erik Öman"]
    assert clerk.recipient.person_id == office.clerk
    assert clerk.ticked
    assert "har svarat: kan inte" in clerk.reasons
    presented_by(office, Presenter(name="Nils Gast", answer=PresenterAnswer.NO))
    assert not proposed(office)["Nils Gast"].ticked
    presented_by(office, Presenter(name="Nils Gast"), withdrawn=True)
    assert "Nils Gast" not in proposed(office)


def test_lists_that_always_get_a_copy_are_proposed_each_once(office: Office) -> None:
    members = (
        ListMember(person_id=office.chair, copies=2),
        ListMember(member_body_id=office.other),
        ListMember(name="Arkivet", postal_address="Box 1", way=DeliveryWay.POST),
    )
    kept = office.made(Store(MailingList(name="Kopia till", always=True, members=members)))
    office.run(Store(MailingList(name="Sällan", members=(ListMember(name="Pressen"),))))
    found = proposed(office)
    assert "Pressen" not in found
    assert found["Åsa Ek"].recipient.copies == 2
    assert found["Åsa Ek"].reasons == ("ordförande", "kopia enligt ”Kopia till”")
    assert found["Arkivet"].recipient.address == "Box 1"
    assert (found["Arkivet"].recipient.role, found["Arkivet"].missing) == ("kopia", "")
    with office.workspace.read() as reader:
        by_hand = list_recipients(reader, kept, office.meeting)
    assert {each.recipient.name for each in by_hand} == {"Åsa Ek", "Polisen", "Arkivet"}


def test_a_protected_person_is_proposed_without_address(office: Office) -> None:
    secret = {"email": "hemlig@exempel.se", "postal_address": "Vik 1", "protected": True}
    office.run(Change(Person, office.chair, secret))
    for way in DeliveryWay:
        office.run(Change(Person, office.chair, {"way": way}))
        found = proposed(office)["Åsa Ek"]
        assert found.protected
        assert (found.recipient.way, found.recipient.address) == (way, "")
        assert "exempel" not in repr(found)
        assert "Vik 1" not in repr(found)


def test_a_protected_address_typed_elsewhere_goes_nowhere(office: Office) -> None:
    secret = {"email": "hemlig@exempel.se", "protected": True}
    office.run(Change(Person, office.chair, secret))
    typed = ListMember(name="Familjen Ek", email="hemlig@exempel.se")
    office.run(Store(MailingList(name="Kopia till", always=True, members=(typed,))))
    found = proposed(office)["Familjen Ek"].recipient
    assert found.address == ""
    kept = replace(found, address="hemlig@exempel.se")
    office.run(SendDispatch(Dispatch(meeting_id=office.meeting, day=CALLED, recipients=(kept,))))
    assert "hemlig" not in repr(office.everything().dispatches)


def test_a_change_goes_to_all_who_had_the_call_or_to_those_it_concerns(office: Office) -> None:
    person(office, "Örjan Berg", Role.MEMBER)
    presented_by(office, Presenter(name="Nils Gast"))
    send(office)
    again = proposed(office, DispatchKind.CHANGES)
    assert ticked(again) == {"Åsa Ek", "Örjan Berg", "Nils Gast", "Erik Öman"}
    assert "fick kallelse den 29 april" in again["Örjan Berg"].reasons
    assert not any(each.concerned for each in again.values())
    office.run(Change(Item, "c", {"pin": 1000}))
    person(office, "Anna Ny", Role.MEMBER)
    concerned = proposed(office, DispatchKind.CHANGES, only_concerned=True)
    assert ticked(concerned) == {"Nils Gast", "Anna Ny"}
    renamed = proposed(office, DispatchKind.CHANGES, only_concerned=True, changed_items=["a"])
    assert ticked(renamed) == {"Nils Gast", "Anna Ny", "Erik Öman"}
    send(office, DispatchKind.CHANGES)
    assert not any(each.concerned for each in proposed(office, DispatchKind.CHANGES).values())


def test_whoever_had_the_call_is_told_that_it_is_cancelled(office: Office) -> None:
    presented_by(office, Presenter(name="Nils Gast"))
    send(office)
    presented_by(office)
    cancelled = proposed(office, DispatchKind.CANCELLED)
    assert "Nils Gast" in ticked(cancelled)
    assert cancelled["Nils Gast"].concerned


def test_times_alone_go_to_presenters_and_reminders_to_those_who_owe_papers(
    office: Office,
) -> None:
    assert [*proposed(office, DispatchKind.SLOT)] == ["Erik Öman"]
    papers = (
        MeetingPaper(title="Svaret", author_id=office.chair),
        MeetingPaper(title="Brevet", author="Nils Gast"),
        MeetingPaper(title="Klar", author="Pia Klar", received=CALLED),
    )
    office.run(Store(replace(office.sheet(), id="other", papers=papers, items=(), footnotes=(),
                             pre_meetings=(), signatures=())))  # fmt: skip
    with office.workspace.read() as reader:
        found = proposed_recipients(reader, "other", DispatchKind.REMINDER)
    assert [(each.recipient.name, *each.reasons) for each in found] == [
        ("Nils Gast", "ska lämna ”Brevet”"), ("Åsa Ek", "ska lämna ”Svaret”"),
    ]  # fmt: skip
