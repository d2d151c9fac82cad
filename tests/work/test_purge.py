"""A purge: the person is gone, from the history too, and the act itself is told."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import BacklogItem, Person
from hubra_desktop.model.records.dispatch import (
    Dispatch,
    DispatchRecipient,
    ListMember,
    MailingList,
)
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.store.journal import CHANGE, STEP
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Add, Change, Store
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.disposals import disposals
from hubra_desktop.work.queries.people import persons
from tests.work.held_office import held_office
from tests.work.minutes_approving import approve
from tests.work.office import Office


def test_a_purged_person_stands_in_no_step(office: Office) -> None:
    office.run(Change(Person, office.chair, {"phone": "070-123 45 67", "note": "Bor på Hemgatan"}))
    office.run(Change(Person, office.clerk, {"note": "Kvar"}))
    changes = office.run(PurgePerson(office.chair, "KS 2026/1"))
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
    office.run(PurgePerson(office.chair, "KS 2026/1"))
    assert office.workspace.undo_label is None
    with pytest.raises(InputError, match="inget att ångra"):
        office.workspace.undo()


def test_a_purge_of_nobody_changes_nothing(office: Office) -> None:
    before = office.everything()
    with suppress(InputError):
        office.run(PurgePerson("ingen", "KS 2026/1"))
    assert office.everything() == before


def test_papers_keep_the_name_that_they_print(office: Office) -> None:
    name = office.sheet().signatures[0].name
    office.run(PurgePerson(office.chair, "KS 2026/1"))
    assert office.sheet().signatures[0].name == name


def test_a_disposal_is_kept_with_its_decision_and_never_the_name(office: Office) -> None:
    with office.workspace.read() as reader:
        name = next(each.name for each in persons(reader) if each.id == office.chair)
    office.run(PurgePerson(office.chair, " KS 2026/1 § 4 ", date(2026, 11, 2), "Eva Lind"))
    with office.workspace.read() as reader:
        (done,) = disposals(reader)
    assert (done.what, done.decision, done.decided_on, done.done_by) == (
        "personuppgifter", "KS 2026/1 § 4", date(2026, 11, 2), "Eva Lind",
    )  # fmt: skip
    assert done.rows >= 1
    assert name not in str(done)


def test_without_a_decision_nobody_is_disposed_of(office: Office) -> None:
    before = office.everything()
    with pytest.raises(InputError, match="vilket beslut"):
        office.run(PurgePerson(office.chair, "  "))
    with pytest.raises(InputError, match="efter den dag"):
        office.run(PurgePerson(office.chair, "KS 1", date(2027, 1, 2), day=date(2027, 1, 1)))
    assert office.everything() == before


def test_lists_ideas_and_owed_papers_let_go_of_a_person(office: Office) -> None:
    run, chair = office.run, office.chair
    other = ListMember(name="Kommunarkivet")
    made = run(Store(MailingList(name="Kopia till", members=(
        ListMember(person_id=chair, email="hemlig@exempel.se"), other,
    ))))  # fmt: skip
    run(Store(BacklogItem(title="Belysning vid stationen", raised_by_id=chair)))
    sent = DispatchRecipient(person_id=chair, name="Ordföranden", address="Dolda stigen 5")
    run(Store(Dispatch(day=date(2026, 1, 2), recipients=(sent,))))
    run(PurgePerson(chair, "KS 2026/1"))
    with office.workspace.read() as reader:
        bundle, kept = register_bundle(reader), str(reader.execute(select(CHANGE)).all())
    assert made.created
    assert [each.name for each in bundle.mailing_lists[0].members] == ["Kommunarkivet"]
    assert (bundle.backlog[0].title, bundle.backlog[0].raised_by) == ("Belysning vid stationen", "")
    (recipient,) = bundle.dispatches[0].recipients
    assert (recipient.name, recipient.address, recipient.person_id) == ("Ordföranden", "", None)
    assert "hemlig@" not in kept
    assert "Dolda stigen" not in kept
    assert office.workspace.problems() == []


def test_one_who_was_at_a_meeting_goes_but_from_its_approved_minutes(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    told = {"reply_text": "Opereras i maj", "note": "Ring hemma"}
    office.run(Change(Attendance, "ha3", told))
    office.run(Add(DecisionNotice, {"person_id": "hm3", "address": "Dolda stigen 5"}, "hd1"))
    approve(office)
    office.run(PurgePerson("hm3", "KS 2026/1"))
    bundle = office.everything()
    with office.workspace.read() as reader:
        kept = str(reader.execute(select(CHANGE)).all())
    (there,) = (each for each in bundle.attendances if each.id == "ha3")
    assert (there.name, there.stays != ()) == ("Dan Berg", True)
    assert (there.person_id, there.mandate_id) == (None, None)
    assert (there.reply_text, there.note) == ("", "")
    told_of = [one for each in bundle.sections for made in each.decisions for one in made.notices]
    assert [each.address for each in told_of] == ["", ""]
    assert not any(each in kept for each in ("Opereras", "Ring hemma", "Dolda stigen"))
    assert office.workspace.problems() == []
