"""A dispatch on its way out: drafts and calendars hold what the meeting holds, and no secret."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from icalendar import Calendar

from hubra_desktop.exchange.mail_file import MailAttachment
from hubra_desktop.model.dispatch.calendar_events import meeting_uid, slot_uid
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.terms import DeliveryWay, MeetingState
from hubra_desktop.work.calling.calendar_files import calendar_source, coming_calendar
from hubra_desktop.work.calling.dispatching import (
    MailDraft,
    Prepared,
    mail_drafts,
    prepared,
    sending,
    unaddressed,
)
from hubra_desktop.work.calling.recipients import ProposedRecipient, proposed_recipients
from hubra_desktop.work.calling.sent_files import sent_files
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.dispatches import dispatches_of, latest_sequence
from tests.work.calling import issue
from tests.work.office import DAY, Office
from tests.work.test_recipients import person

NOW = dt.datetime(2019, 4, 29, 10, 5)
PAPER = MailAttachment("Kallelse 2019-05-06.pdf", b"%PDF-1.7")


def ready(
    office: Office, kind: DispatchKind = DispatchKind.CALL, now: dt.datetime = NOW
) -> tuple[Prepared, tuple[ProposedRecipient, ...]]:
    with office.workspace.read() as reader:
        letter = prepared(reader, office.meeting, kind, now, enclosed=(PAPER.name,))
        return letter, proposed_recipients(reader, office.meeting, kind)


def addressed(office: Office) -> None:
    """Give the chair an address, let somebody be reached by post, and a guest present."""
    office.run(Change(Person, office.chair, {"email": "asa@exempel.se", "phone": "08-123 45 67"}))
    office.run(Change(Person, office.clerk, {"way": DeliveryWay.POST, "postal_address": "Box 1"}))
    office.run(Change(Meeting, office.meeting, {"secretary_id": office.chair}))
    guests = (
        Presenter(name="Åsa Ek", person_id=office.chair), Presenter(name="Nils Gast"),
    )  # fmt: skip
    values = {"presenters": guests, "duration": 20, "pin": 990, "title": "Hemligt", "closed": True}
    office.run(Change(Item, "c", values))


def read(draft: MailDraft) -> EmailMessage:
    letter = message_from_bytes(draft.content, policy=policy.default)
    assert isinstance(letter, EmailMessage)
    assert draft.name.endswith(".eml")
    return letter


def addresses(letter: EmailMessage, header: str) -> list[str]:
    return [each.addr_spec for each in letter[header].addresses] if letter[header] else []


def words(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def events(letter: EmailMessage) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in letter.iter_attachments():
        if each.get_content_type() == "text/calendar":
            calendar: Any = Calendar.from_ical(bytes(each.get_payload(decode=True)))
            found[str(each.get_filename())] = calendar.walk("VEVENT")
    return found


def test_one_letter_goes_to_all_who_have_an_address(office: Office) -> None:
    addressed(office)
    letter, recipients = ready(office)
    (draft,) = mail_drafts(replace(letter, blind=True), recipients, [PAPER])
    read_back = read(draft)
    assert draft.name == "Kallelse 2019-05-06.eml"
    assert (addresses(read_back, "To"), addresses(read_back, "Bcc")) == ([], ["asa@exempel.se"])
    assert read_back["Subject"] == "Kallelse till Trygghetsrådet måndag den 6 maj 2019"
    assert "klockan 15.30–17.00 i Rådhuset" in words(read_back)
    assert "Anmäl förhinder till Åsa Ek, asa@exempel.se, 08-123 45 67." in words(read_back)
    assert "[din tid]" not in words(read_back)
    assert [*events(read_back)] == ["Sammanträde 2019-05-06.ics"]
    ((event,),) = events(read_back).values()
    assert event["UID"] == meeting_uid(office.meeting)
    assert unaddressed(recipients) == ("Nils Gast",)
    assert mail_drafts(letter, [each for each in recipients if not each.recipient.address]) == ()


def test_each_finds_their_own_time_in_a_letter_of_their_own(office: Office) -> None:
    addressed(office)
    letter, recipients = ready(office)
    chair, guest = map(read, mail_drafts(replace(letter, each=True), recipients, [PAPER]))
    assert addresses(chair, "To") == ["asa@exempel.se"]
    assert addresses(guest, "To") == []
    for each in (chair, guest):
        assert "Du föredrar ärende 3. Din tid är 16.30–16.50, Rådhuset." in words(each)
        assert [*events(each)] == ["Sammanträde 2019-05-06.ics", "Din tid 2019-05-06.ics"]
        listed = "– Sammanträde 2019-05-06.ics\n– Din tid 2019-05-06.ics\n"
        assert listed in words(each).replace("\r\n", "\n")
        ((own,),) = [found for name, found in events(each).items() if name.startswith("Din")]
        assert own["DTSTART"].dt.time() == dt.time(16, 30)
        assert b"Hemligt" not in each.as_bytes()
        assert all("Hemligt" not in str(found) for found in events(each).values())


def test_letters_of_people_of_one_name_are_files_of_their_own(office: Office) -> None:
    addressed(office)
    letter, recipients = ready(office)
    chair = next(each for each in recipients if each.recipient.person_id == office.chair)
    drafts = mail_drafts(replace(letter, each=True), [chair, chair])
    assert [each.name for each in drafts] == [
        "Kallelse 2019-05-06 till Åsa Ek.eml", "Kallelse 2019-05-06 till Åsa Ek 2.eml",
    ]  # fmt: skip


def test_a_protected_address_is_in_no_draft(office: Office) -> None:
    addressed(office)
    office.run(Change(Person, office.chair, {"protected": True}))
    letter, recipients = ready(office)
    typed = replace(letter, text=f"{letter.text}\n\nRing 08-123 45 67 eller asa@exempel.se.")
    drafts: Sequence[MailDraft] = mail_drafts(replace(typed, each=True), recipients)
    for each in drafts:
        assert "exempel" not in words(read(each))
        assert "123" not in words(read(each))
        assert addresses(read(each), "To") == []


def test_what_is_sent_is_kept_and_the_next_calendar_has_a_higher_number(office: Office) -> None:
    addressed(office)
    letter, recipients = ready(office)
    ticked = [each for each in recipients if each.ticked]
    office.run(sending(letter, ticked, sent=(DeliveryWay.EMAIL,)))
    with office.workspace.read() as reader:
        (kept,) = dispatches_of(reader, office.meeting)
    assert (kept.day, kept.time, kept.sequence, kept.sent_by) == (NOW.date(), 605, 0, "Åsa Ek")
    assert "[din tid]" not in kept.text
    assert {each.name: each.sent for each in kept.recipients} == {
        "Åsa Ek": NOW.date(), "Erik Öman": None, "Nils Gast": NOW.date(),
    }  # fmt: skip
    assert {each.name: each.slot for each in kept.recipients}["Nils Gast"] == "16.30–16.50"
    again, _ = ready(office, DispatchKind.CHANGES)
    assert again.calendar.sequence == 1
    with office.workspace.read() as reader:
        now = calendar_source(reader, office.meeting)
    assert (now.sequence, now.stamp) == (0, NOW)


def test_a_moved_meeting_keeps_its_event_and_the_old_times_are_cancelled(office: Office) -> None:
    addressed(office)
    letter, recipients = ready(office)
    office.run(sending(letter, [each for each in recipients if each.ticked]))
    new = office.made(_new_meeting(office))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.MOVED, "moved_to": new}))
    moved, recipients = ready(office, DispatchKind.MOVED)
    office.run(sending(moved, [each for each in recipients if each.ticked]))
    chair = next(each for each in recipients if each.recipient.person_id == office.chair)
    (draft,) = mail_drafts(replace(moved, each=True), [chair])
    found = events(read(draft))
    assert [*found] == ["Sammanträde 2019-05-20.ics", "Inställd tid 2019-05-06.ics"]
    (event,), (own,) = found.values()
    assert (event["UID"], event["STATUS"]) == (meeting_uid(office.meeting), "CONFIRMED")
    assert event["DTSTART"].dt.date() == dt.date(2019, 5, 20)
    assert (int(event["SEQUENCE"]), own["STATUS"]) == (1, "CANCELLED")
    with office.workspace.read() as reader:
        following = prepared(reader, new, DispatchKind.CALL, NOW)
        assert latest_sequence(reader, new) == 1
    assert following.calendar.sequence == 2
    assert following.calendar.event().uid == meeting_uid(office.meeting)


def _new_meeting(office: Office) -> Any:
    return Store(Meeting(body_id=office.body, date=dt.date(2019, 5, 20), start=930))


def test_a_cancelled_meeting_is_cancelled_in_the_calendars(office: Office) -> None:
    office.run(Change(Body, office.body, {"email": "radet@exempel.se"}))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.CANCELLED}))
    letter, _ = ready(office, DispatchKind.CANCELLED)
    calendar: Any = Calendar.from_ical(letter.calendar.meeting_file().content)
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert event["ORGANIZER"] == "mailto:radet@exempel.se"
    with office.workspace.read() as reader:
        assert coming_calendar(reader, [office.meeting]) == b""


def test_a_meeting_that_was_moved_and_then_cancelled_is_cancelled(office: Office) -> None:
    new = office.made(_new_meeting(office))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.MOVED, "moved_to": new}))
    office.run(Change(Meeting, new, {"state": MeetingState.CANCELLED}))
    for meeting in (office.meeting, new):
        with office.workspace.read() as reader:
            content = calendar_source(reader, meeting).meeting_file().content
        calendar: Any = Calendar.from_ical(content)
        (event,) = calendar.walk("VEVENT")
        assert (calendar["METHOD"], event["UID"]) == ("CANCEL", meeting_uid(office.meeting))


def test_a_year_is_one_calendar_of_what_takes_place(office: Office) -> None:
    new = office.made(_new_meeting(office))
    with office.workspace.read() as reader:
        calendar: Any = Calendar.from_ical(coming_calendar(reader, [office.meeting, new]))
    days = [event["DTSTART"].dt.date() for event in calendar.walk("VEVENT")]
    assert days == [DAY, dt.date(2019, 5, 20)]


def test_nobody_is_named_by_a_meeting_without_a_secretary(office: Office) -> None:
    person(office, "Bo Sund")
    letter, _ = ready(office)
    assert "Anmäl förhinder" not in letter.text
    assert letter.text.endswith("Vänliga hälsningar\nTrygghetsrådet")


def test_whoever_presents_no_more_is_told_and_their_time_is_cancelled(office: Office) -> None:
    addressed(office)
    letter, recipients = ready(office)
    call = issue(office)
    called = replace(letter, issued_id=call)
    office.run(sending(called, [each for each in recipients if each.ticked]))
    guests = (Presenter(name="Nils Gast"),)
    office.run(Change(Item, "c", {"presenters": guests}))
    changed, again = ready(office, DispatchKind.CHANGES)
    chair = next(each for each in again if each.recipient.person_id == office.chair)
    assert [each.item.id for each in chair.lost] == ["c"]
    assert chair.concerned
    assert not any(each.lost for each in again if each is not chair)
    (draft,) = mail_drafts(replace(changed, each=True), [chair])
    assert "Du föredrar inte längre ärende 3." in words(read(draft))
    found = events(read(draft))
    (gone,) = found["Inställd tid 2019-05-06.ics"]
    assert (gone["STATUS"], gone["UID"]) == ("CANCELLED", slot_uid("c"))
    assert int(gone["SEQUENCE"]) == 1
    kept = office.made(sending(replace(changed, version=2), [chair]))
    office.run(Change(Item, "c", {"pin": 1020}))
    with office.workspace.read() as reader:
        first = dispatches_of(reader, office.meeting)[-1]
        once, later = sent_files(reader, first.id, each=True), sent_files(reader, kept, each=True)
    (had,) = [each for each in once.recipients if each.recipient.person_id == office.chair]
    assert [each.time for each in had.slots] == ["16.30–16.50"]
    assert [each.item.id for each in later.recipients[0].lost] == ["c"]
