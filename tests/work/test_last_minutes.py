"""The minutes come up on the next agenda by themselves, with what is still open."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Anchoring, Decision, Section
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.work.commands.approval import ReopenMinutes
from hubra_desktop.work.commands.last_minutes import BringMinutes
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.open_since import next_agenda, still_open
from hubra_desktop.work.queries.sheets import meeting_sheet
from tests.work.held_office import held_office
from tests.work.minutes_approving import DONE_ON, ApproveUnrendered
from tests.work.office import Office
from tests.work.test_approval import MarkApproved

NEXT = date(2019, 8, 28)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Minutes with numbers; the third § was tabled, and a body has not answered."""
    made = held_office(tmp_path / "a.hubra")
    made.run(Change(Decision, "hd3", {"outcome": DecisionOutcome.REFERRED_BACK}))
    made.run(Add(Anchoring, {"name": "nämnden"}, "hd2"))
    made.run(NumberSections("held"))
    yield made
    made.workspace.close()


def sheet(office: Office, meeting: str) -> Meeting:
    with office.workspace.read() as reader:
        return meeting_sheet(reader, meeting)


def rows_for(meeting: Meeting) -> list[Item]:
    return [each for each in meeting.items if each.title == "Föregående protokoll"]


def test_a_meeting_made_after_the_approval_has_the_minutes(office: Office) -> None:
    early = office.made(NewMeeting(date(2019, 6, 12), 930))
    assert rows_for(sheet(office, early)) == []
    office.run(MarkApproved())
    later = office.made(NewMeeting(NEXT, 930))
    assert rows_for(sheet(office, later)) == []
    office.made(BringMinutes("held"))
    (row,) = rows_for(sheet(office, early))
    assert row.kind is ItemKind.FORMALITY
    assert row.note.splitlines() == [
        "Sammanträdet den 15 maj 2019, §§\u00a01–7.",
        "Kvar att göra:",
        "§\u00a05 Remiss om belysning (återremitterat)",
        "§\u00a04: Rådet beviljar 15 000 kr.",
        "§\u00a04 Bidrag till Nattvandrarna: Nämnden har inte svarat",
    ]
    own = f"{row.note.splitlines()[0]} Läs bilagan."
    office.run(Change(Item, row.id, {"note": own}))
    office.made(BringMinutes("held"))
    assert [each.note for each in rows_for(sheet(office, early))] == [own]


def test_the_next_one_made_has_them_at_once(office: Office) -> None:
    office.run(MarkApproved())
    meeting = office.made(NewMeeting(NEXT, 930))
    assert len(rows_for(sheet(office, meeting))) == 1
    office.workspace.undo()
    assert meeting not in {each.id for each in _meetings(office)}


def _meetings(office: Office) -> list[Meeting]:
    from hubra_desktop.store.reading import records

    with office.workspace.read() as reader:
        return list(records(reader, Meeting))


def test_a_row_that_the_agenda_has_for_them_is_used(office: Office) -> None:
    meeting = office.made(NewMeeting(NEXT, 930))
    office.run(Add(Item, {"title": "Förra mötets protokoll", "kind": ItemKind.FORMALITY}, meeting))
    office.run(MarkApproved())
    row = office.made(BringMinutes("held"))
    found = next(each for each in sheet(office, meeting).items if each.id == row)
    assert found.title == "Förra mötets protokoll"
    assert "15 maj 2019" in found.note


def test_it_is_refused_before_the_approval_and_without_a_meeting(office: Office) -> None:
    with pytest.raises(InputError, match="inte justerat än"):
        office.run(BringMinutes("held"))
    office.run(MarkApproved())
    with pytest.raises(InputError, match="inget kommande"):
        office.run(BringMinutes("held"))


def test_what_closed_doors_hide_is_not_told(office: Office) -> None:
    office.run(Change(Item, "h5", {"closed": True}))
    with office.workspace.read() as reader:
        open_ = still_open(reader, "held")
    assert [each for each in open_ if "belysning" in each] == []


DONE = {"BringMinutes": BringMinutes("held")}


@pytest.mark.parametrize("name", DONE)
def test_it_leads_there_and_back(office: Office, name: str) -> None:
    meeting = office.made(NewMeeting(NEXT, 930))
    office.run(MarkApproved())
    before = sheet(office, meeting)
    office.run(DONE[name])
    after = sheet(office, meeting)
    office.workspace.undo()
    assert sheet(office, meeting) == before
    office.workspace.redo()
    assert sheet(office, meeting) == after != before


def test_what_comes_next_is_told(office: Office) -> None:
    with office.workspace.read() as reader:
        first = next_agenda(reader, "held")
    assert (first.approved, first.meeting_id, [each.title for each in first.tabled]) == (
        False, None, ["Remiss om belysning"],
    )  # fmt: skip
    office.run(MarkApproved())
    meeting = office.made(NewMeeting(NEXT, 930))
    with office.workspace.read() as reader:
        then = next_agenda(reader, "held")
    assert (then.meeting_id, then.day, then.minutes_day) == (meeting, NEXT, NEXT)


def test_the_approved_paper_lies_beside_the_row_and_a_new_version_takes_its_place(
    office: Office,
) -> None:
    meeting = office.made(NewMeeting(NEXT, 930))
    office.run(ApproveUnrendered("held", (), DONE_ON))
    later = sheet(office, meeting)
    (row,), (paper,) = rows_for(later), later.papers
    assert (paper.item_id, paper.name) == (row.id, "Protokoll 2019-05-15.pdf")
    office.run(ReopenMinutes("held", DONE_ON, "Fel belopp", "Åsa Ek"))
    office.run(Change(Section, "sec-h4", {"background": "Rättad."}))
    office.run(ApproveUnrendered("held", (), DONE_ON))
    (again,) = sheet(office, meeting).papers
    assert again.id == paper.id
    assert again.sha256 != paper.sha256


def test_a_copied_agenda_has_one_row_for_the_minutes_of_its_own_day(office: Office) -> None:
    office.run(MarkApproved())
    first = office.made(NewMeeting(NEXT, 930))
    copy = office.made(CopyMeeting(first, date(2019, 10, 2)))
    (row,) = rows_for(sheet(office, copy))
    assert row.note == ""
    assert rows_for(sheet(office, first))[0].note.startswith("Sammanträdet den 15 maj 2019")
