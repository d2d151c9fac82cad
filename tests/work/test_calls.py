"""What was issued of a meeting stays to the byte, and what changes after that is told."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind, IssueState
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper, Presenter
from hubra_desktop.model.records.reports import IssuedPaper, Report
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.calling.calls import (
    changes_since_call,
    current_call,
    issued_calls,
    rendered_call,
    replaced_copy,
)
from hubra_desktop.work.commands.agenda import MoveItems, RemoveItems, SendItems
from hubra_desktop.work.commands.calls import CancelMeeting, IssueCall, MoveMeeting
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.settings import ChangeHouseStyle
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import collect, render
from tests.documents.reading import spoken
from tests.store.registers import altered
from tests.work.calling import AT, CALLED_ON, issue, prepared
from tests.work.office import Office
from tests.work.test_commands import Making
from tests.work.there_and_back import there_and_back

LATER = dt.date(2019, 5, 2)

DONE: dict[str, Making] = {
    "CancelMeeting": lambda o: CancelMeeting(o.meeting, LATER, "För få kan komma."),
    "MoveMeeting": lambda o: MoveMeeting(
        o.meeting, dt.date(2019, 5, 20), LATER, "Salen är upptagen.", {"place": "Biblioteket"}
    ),
}


@pytest.mark.parametrize("name", DONE)
def test_a_lifting_is_done_undone_and_done_again(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


def sentences(office: Office) -> list[str]:
    with office.workspace.read() as reader:
        return [each.sentence for each in changes_since_call(reader, office.meeting)]


def test_an_issued_kallelse_is_the_same_bytes_whatever_changes_after(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.run(
        Change(Item, "a", {"presenters": (Presenter(name="Åsa Ek", person_id=office.chair),)})
    )
    issued = issue(office)
    with office.workspace.read() as reader:
        first = issued_pdf(reader, issued)
        call = current_call(reader, office.meeting, Audience.INTERNAL)
    assert call is not None
    assert (call.version, call.pages, call.size) == (1, 1, len(first))
    assert (call.issued_at, call.issued_by) == ("2019-04-26T14:32:10", "Åsa Ek")
    office.run(Change(Person, office.chair, {"name": "Åsa Ask", "title": "annat"}))
    office.run(ChangeHouseStyle({"organisation": "Annan kommun", "accent": "#aa0000"}))
    monkeypatch.setattr("hubra_desktop.documents.agenda_table.CASE_NUMBER", "Dnr")
    with office.workspace.read() as reader:
        paper = collect(reader, "kallelse", office.meeting)
        assert issued_pdf(reader, issued) == first
    assert render(paper) == first
    assert render(replace(paper, pdf=b"")) != first
    assert paper.content.meeting.items[0].presenters[0].name == "Åsa Ek"


def test_a_call_makes_the_meeting_called_and_fixes_its_numbers(office: Office) -> None:
    office.run(Change(Meeting, office.meeting, {"notice_date": None}))
    issue(office)
    sheet = office.sheet()
    assert sheet.state is MeetingState.CALLED
    assert sheet.notice_date == CALLED_ON
    assert [each.number_typed for each in sheet.items] == ["1", "1a", "1b", "2", "3"]
    assert office.workspace.undo_label is None
    assert sentences(office) == []


def test_what_changes_after_the_call_is_told(office: Office) -> None:
    office.run(Change(Item, "a", {"duration": 15}))
    issue(office)
    office.run(Change(Item, "a", {"duration": 25}))
    assert sentences(office) == [
        "Ärende 1 pågår 15.30–15.55 (var 15.30–15.45).",
        "Ärende 2 flyttas från 15.45 till 15.55.",
    ]


def test_the_second_version_replaces_the_first_which_stays(office: Office) -> None:
    first = issue(office)
    with office.workspace.read() as reader:
        before = issued_pdf(reader, first)
    office.run(Change(Item, "b", {"title": "Belysning"}))
    second = issue(office, day=LATER)
    with office.workspace.read() as reader:
        calls = issued_calls(reader, office.meeting)
        assert issued_pdf(reader, first) == before != issued_pdf(reader, second)
    assert [(each.id, each.version, each.state) for each in calls] == [
        (second, 2, IssueState.ISSUED), (first, 1, IssueState.REPLACED),
    ]  # fmt: skip
    assert calls[0].changes == ("Rubriken på ärende 2 ändras från ”B” till ”Belysning”.",)
    assert office.sheet().notice_date == LATER
    assert sentences(office) == []


def test_both_audiences_have_the_same_version(office: Office) -> None:
    office.run(Change(Item, "b", {"closed": True, "public_title": "Ett ärende"}))
    ready = [
        rendered_call(prepared(office, audience=each))
        for each in (Audience.INTERNAL, Audience.PUBLIC)
    ]
    office.run(IssueCall(tuple(ready), "Åsa Ek", AT))
    office.run(Change(Item, "c", {"title": "Annat"}))
    issue(office, audience=Audience.INTERNAL)
    issue(office, audience=Audience.PUBLIC)
    with office.workspace.read() as reader:
        calls = issued_calls(reader, office.meeting)
    held = {(each.version, each.audience) for each in calls if each.state is IssueState.ISSUED}
    assert held == {(2, Audience.INTERNAL), (2, Audience.PUBLIC)}
    assert len(calls) == 4


def test_a_paper_that_is_out_of_step_is_not_issued(office: Office) -> None:
    ready = rendered_call(prepared(office))
    with pytest.raises(InputError, match="inte färdig"):
        office.run(IssueCall((replace(ready, pdf=b""),), "", AT))
    office.run(Change(Item, "b", {"title": "Nyss ändrad"}))
    with pytest.raises(InputError, match="har ändrats sedan"):
        office.run(IssueCall((ready,), "", AT))


def test_what_was_issued_changes_in_its_state_alone(office: Office) -> None:
    issued = issue(office)
    for values in ({"title": "X"}, {"sha256": None}, {"state": IssueState.REPLACED}):
        with pytest.raises(InputError):
            office.run(Change(IssuedPaper, issued, values))
    office.run(Change(Item, "b", {"title": "Belysning"}))
    issue(office)
    with pytest.raises(InputError, match="ändras inte"):
        office.run(Change(IssuedPaper, issued, {"state": IssueState.WITHDRAWN}))


def test_a_pdf_that_is_gone_or_another_is_told_in_words(office: Office) -> None:
    issued = issue(office)
    path = office.workspace.path
    office.workspace.close()
    with altered(path) as database:
        database.execute("UPDATE large_value SET content = x'00' WHERE length(content) > 9000")
    office.workspace = type(office.workspace).open(path)
    with office.workspace.read() as reader, pytest.raises(InputError, match="kontrollsumman"):
        issued_pdf(reader, issued)
    with office.workspace.read() as reader, pytest.raises(InputError, match="finns inte längre"):
        issued_pdf(reader, "ingen")


def test_a_moved_meeting_leads_to_its_new_day(office: Office) -> None:
    paper = MeetingPaper(item_id="b", title="Rapport", name="r.pdf", sha256="a" * 64, size=1)
    office.run(Store(paper, office.meeting))
    report = office.made(Store(Report(year=2019, meeting_id=office.meeting)))
    made = office.made(DONE["MoveMeeting"](office))
    old, new = office.sheet(), office.sheet(made)
    assert (old.state, old.moved_to, old.lifted_on) == (MeetingState.MOVED, made, LATER)
    assert old.lifted_reason == "Salen är upptagen."
    assert [each.title for each in new.items] == [each.title for each in old.items]
    assert (new.state, new.place, new.lifted_on) == (MeetingState.PLANNED, "Biblioteket", None)
    assert {each.id for each in new.items}.isdisjoint({each.id for each in old.items})
    assert [each.sha256 for each in new.papers] == [each.sha256 for each in old.papers]
    assert new.papers[0].item_id == new.items[3].id
    written = next(each for each in office.everything().reports if each.id == report)
    assert written.meeting_id == made
    with pytest.raises(InputError, match="redan inställt eller flyttat"):
        office.run(CancelMeeting(office.meeting, LATER))


def test_a_meeting_is_not_moved_to_where_it_is(office: Office) -> None:
    sheet = office.sheet()
    with pytest.raises(InputError, match="redan den dagen"):
        office.run(MoveMeeting(office.meeting, sheet.date, LATER))


def test_a_meeting_that_is_lifted_or_held_is_not_called(office: Office) -> None:
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.HELD}))
    with pytest.raises(InputError, match="har hållits"):
        prepared(office)
    with pytest.raises(InputError, match="redan börjat"):
        office.run(CancelMeeting(office.meeting, LATER))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.CANCELLED}))
    with pytest.raises(InputError, match="inställt eller flyttat"):
        prepared(office)
    with pytest.raises(InputError, match="Utfärda kallelsen först"):
        prepared(office, DispatchKind.CHANGES)


def numbers(office: Office) -> dict[str, str]:
    return printed_numbers(office.sheet().items)


def test_issued_numbers_never_change(office: Office) -> None:
    issue(office)
    before = numbers(office)
    office.run(Add(Item, {"title": "Sent"}, office.meeting, 3))
    office.run(Add(Item, {"title": "Senare", "level": 1}, office.meeting, 2))
    office.run(Add(Item, {"title": "Sist"}, office.meeting))
    office.run(MoveItems(("c",), 0))
    office.run(ChangeHouseStyle({"sub_numbers": "decimals"}))
    now = numbers(office)
    assert {each: now[each] for each in before} == before
    late = {each.title: now[each.id] for each in office.sheet().items if each.added_late}
    assert late == {"Sent": "1d", "Senare": "1c", "Sist": "4"}
    with pytest.raises(InputError, match="Ärende 2 har det numret"):
        office.run(Change(Item, "b", {"number_typed": "9"}))


def test_a_row_of_the_kallelse_is_withdrawn_not_removed(office: Office) -> None:
    issue(office)
    made = office.made(Add(Item, {"title": "Sent"}, office.meeting))
    there_and_back(office, RemoveItems(("a", made)))
    rows = {each.id: each.withdrawn for each in office.sheet().items}
    assert rows == {"a": True, "a1": True, "a2": True, "b": False, "c": False}
    assert [each.text for each in office.sheet().footnotes] == ["Tiden", "Bilaga 1"]
    with pytest.raises(InputError, match="utgår redan"):
        office.run(Remove(Item, "a"))
    with pytest.raises(InputError, match="tas inte bort"):
        office.run(Remove(Meeting, office.meeting))


def test_a_row_of_the_kallelse_that_is_sent_on_stays_as_withdrawn(office: Office) -> None:
    other = office.made(NewMeeting(dt.date(2019, 9, 2), 930))
    issue(office)
    office.run(SendItems(("b",), other))
    assert [each.withdrawn for each in office.sheet().items] == [False, False, False, True, False]
    sent = next(each for each in office.sheet(other).items if each.title == "B")
    assert (sent.carried_from_id, sent.number_typed, sent.added_late) == ("b", "", None)
    assert sentences(office) == ["Ärende 2, B, utgår."]


def test_a_letter_tells_of_the_version_that_is_out_already(office: Office) -> None:
    issue(office)
    office.run(Change(Item, "b", {"title": "Belysning"}))
    with pytest.raises(InputError, match="inget att skicka"):
        prepared(office, DispatchKind.ADDITION)
    issue(office, day=LATER)
    letter = prepared(office, DispatchKind.CHANGES, day=LATER)
    assert letter.version == 2
    assert letter.changes == ("Rubriken på ärende 2 ändras från ”B” till ”Belysning”.",)
    with pytest.raises(InputError, match="Skriv ut den igen"):
        prepared(office)


def test_notices_are_issued_and_may_be_looked_at_before(office: Office) -> None:
    with office.workspace.read() as reader:
        early = collect(reader, "installt", office.meeting, pro_forma=True)
    assert "PRO FORMA" in spoken(render(early)).upper()
    issue(office)
    with pytest.raises(InputError, match="inte inställt"):
        prepared(office, DispatchKind.CANCELLED)
    office.run(DONE["CancelMeeting"](office))
    issue(office, DispatchKind.CANCELLED, day=LATER)
    with office.workspace.read() as reader:
        notice = collect(reader, "installt", office.meeting, audience=Audience.INTERNAL)
        (newest, *_) = issued_calls(reader, office.meeting)
        copy = replaced_copy(reader, newest.id)
    said = spoken(render(notice))
    assert "För få kan komma." in said
    assert "26 april 2019" in said
    assert "ERSATT" in spoken(render(copy)).upper()
