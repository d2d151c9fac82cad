"""Calling issues the paper and keeps to whom it goes, both or neither."""

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import DeliveryWay, MeetingState
from hubra_desktop.work.calling.call_sheets import (
    CallSheet,
    by_hand,
    called_out,
    counted_text,
    read_call_sheet,
    rendered_papers,
    sent_another_way,
)
from hubra_desktop.work.calling.calls import issued_calls
from hubra_desktop.work.calling.dispatching import mail_drafts
from hubra_desktop.work.calling.sent_files import sent_files
from hubra_desktop.work.commands.calls import CancelMeeting
from hubra_desktop.work.commands.meeting_papers import AttachPaper
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.dispatches import dispatches_of
from tests.work.office import Office

NOW = dt.datetime(2019, 4, 26, 14, 32)


def sheet_of(office: Office, only_concerned: bool = False) -> CallSheet:
    with office.workspace.read() as reader:
        return read_call_sheet(reader, office.meeting, only_concerned=only_concerned, now=NOW)


def call(office: Office, only_concerned: bool = False) -> str:
    """Call as the sheet does, to all who are ticked; return the dispatch's id."""
    ready = rendered_papers(sheet_of(office, only_concerned=only_concerned), public=True)
    ticked = [each for each in ready.proposals if each.ticked]
    return office.made(called_out(ready, ready.letter, ticked, NOW))


def test_calling_issues_and_keeps_what_went_to_whom(office: Office) -> None:
    made = call(office)
    assert office.sheet().state is MeetingState.CALLED
    with office.workspace.read() as reader:
        (issued,) = issued_calls(reader, office.meeting)
        (sent,) = dispatches_of(reader, office.meeting)
        files = sent_files(reader, made)
    assert (sent.id, sent.issued_id, sent.version) == (made, issued.id, 1)
    assert {each.name for each in sent.recipients} >= {"Erik Öman"}
    assert [each.name for each in files.papers] == ["Kallelse 2019-05-06.pdf"]
    assert len(files.papers[0].content) == issued.size


def test_nothing_is_issued_when_nobody_is_chosen(office: Office) -> None:
    ready = rendered_papers(sheet_of(office), public=False)
    with pytest.raises(InputError, match="Välj minst en mottagare"):
        office.run(called_out(ready, ready.letter, [], NOW))
    with office.workspace.read() as reader:
        assert issued_calls(reader, office.meeting) == ()
    assert office.sheet().state is MeetingState.PLANNED


def test_a_change_meanwhile_refuses_all_of_it(office: Office) -> None:
    ready = rendered_papers(sheet_of(office), public=False)
    office.run(Change(Item, "b", {"title": "Annat"}))
    with pytest.raises(InputError, match="ändrats sedan"):
        office.run(called_out(ready, ready.letter, [by_hand("Åsa", "", DeliveryWay.HAND)], NOW))
    with office.workspace.read() as reader:
        assert dispatches_of(reader, office.meeting) == ()


def test_version_two_goes_to_those_it_concerns(office: Office) -> None:
    call(office)
    office.run(Change(Item, "a", {"duration": 25}))
    ready = rendered_papers(sheet_of(office, only_concerned=True), public=True)
    assert ready.kind is DispatchKind.CHANGES
    assert [each.kind for each in ready.papers] == [DispatchKind.CHANGES, DispatchKind.CALL]
    assert ready.changes
    concerned = [each for each in ready.proposals if each.ticked]
    assert [each.recipient.name for each in concerned] == ["Erik Öman"]
    made = office.made(called_out(ready, ready.letter, concerned, NOW.replace(hour=16)))
    with office.workspace.read() as reader:
        files = sent_files(reader, made)
    names = [each.name for each in files.papers]
    assert names[0].startswith("Ändring")
    assert names[1:] == ["Kallelse 2019-05-06 version 2.pdf"]
    assert files.dispatch.version == 2


def test_papers_are_sent_after_the_kallelse_with_nothing_issued(office: Office) -> None:
    paper = b"%PDF-1.4 papper"
    office.run(AttachPaper(office.meeting, "Bokslut.pdf", paper, NOW.date(), "b"))
    call(office)
    ready = sheet_of(office)
    assert (ready.kind, ready.papers, ready.version) == (DispatchKind.PACKET, (), 1)
    ticked = [each for each in ready.proposals if each.ticked]
    made = office.made(called_out(ready, ready.letter, ticked, NOW))
    with office.workspace.read() as reader:
        assert len(issued_calls(reader, office.meeting)) == 1
        assert sent_files(reader, made).papers == ()
    assert "handlingarna till" in ready.letter.text


def test_a_cancelled_meeting_gives_its_notice(office: Office) -> None:
    call(office)
    office.run(CancelMeeting(office.meeting, NOW.date(), "Sjukdom."))
    ready = sheet_of(office)
    assert (ready.kind, ready.kinds) == (DispatchKind.CANCELLED, (DispatchKind.CANCELLED,))
    assert call(office)


def test_drafts_are_made_again_as_they_went(office: Office) -> None:
    office.run(Change(Person, office.chair, {"email": "asa@example.se"}))
    files = call(office)
    with office.workspace.read() as reader:
        again = sent_files(reader, files)
    (draft,) = mail_drafts(again.letter, again.recipients, again.papers)
    letter = message_from_bytes(draft.content, policy=default)
    assert "asa@example.se" in str(letter["To"])
    assert str(letter["Subject"]).startswith("Kallelse till Trygghetsrådet")
    names = [each.get_filename() for each in letter.iter_attachments()]
    assert names[0] == "Kallelse 2019-05-06.pdf"


def test_another_way_asks_for_its_address(office: Office) -> None:
    values = {"email": "asa@example.se", "postal_address": "Storgatan 1\n123 45 Lövstabro"}
    office.run(Change(Person, office.chair, values))
    one = next(
        each for each in sheet_of(office).proposals if each.recipient.person_id == office.chair
    )
    with office.workspace.read() as reader:
        post = sent_another_way(reader, one, DeliveryWay.POST)
        hand = sent_another_way(reader, post, DeliveryWay.HAND)
        hidden = sent_another_way(reader, replace(one, protected=True), DeliveryWay.POST)
        typed = sent_another_way(reader, by_hand("Bo", "", DeliveryWay.HAND), DeliveryWay.EMAIL)
    assert (post.recipient.address, post.missing) == (values["postal_address"], "")
    assert (hand.recipient.address, hand.missing) == ("", "")
    assert hidden.recipient.address == ""
    assert "skyddade" in hidden.missing
    assert "Adressen saknas" in typed.missing
    assert counted_text([one.recipient, typed.recipient]) == "1 + 1"
