"""Minutes are approved to the byte: whole or some §§ at once, again as a version, never else."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.deadlines import DeadlineKind, DeadlineState
from hubra_desktop.model.dispatch.dispatch_terms import IssueState
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import (
    Approver,
    Decision,
    DecisionNotice,
    Minutes,
    Section,
)
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.approving import IssuedMinutes, approved_minutes, rendered_minutes
from hubra_desktop.work.commands.approval import (
    ApproveMinutes,
    PostAnnouncement,
    ProposeApprovers,
    ReopenMinutes,
    TakeDownAnnouncement,
)
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.issued_papers import issued_paper, issued_pdf
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries.approval import approval_view
from hubra_desktop.work.queries.deadlines import deadlines_of
from hubra_desktop.work.workspace import Workspace
from tests.documents.reading import squeezed, text_of
from tests.store.registers import altered
from tests.work.held_office import HELD, held_office
from tests.work.minutes_approving import AT, DONE_ON, approve, prepared
from tests.work.office import Office, furnish
from tests.work.there_and_back import refused

LATER = dt.date(2019, 6, 3)


def test_minutes_are_kept_to_the_byte_and_given_back_so(held: Office) -> None:
    held.run(ProposeApprovers("held"))
    issued = approve(held)
    with held.workspace.read() as reader:
        pdf = issued_pdf(reader, issued)
        (row,) = approved_minutes(reader, "held")
        again = render(collect(reader, "protokoll", "held"))
        anew = render(replace(issued_paper(reader, issued), pdf=b""))
    assert again == pdf
    assert text_of(anew) == text_of(pdf)
    assert (row.paper, row.day, row.version, row.state) == (
        "protokoll", DONE_ON, 1, IssueState.ISSUED
    )  # fmt: skip
    assert "UTKAST" not in text_of(pdf)
    assert held.sheet("held").state is MeetingState.APPROVED
    assert [each.done for each in held.everything().minutes[0].approvals] == [DONE_ON]
    assert held.workspace.undo_label is None


def test_what_was_written_after_it_was_prepared_is_never_approved(held: Office) -> None:
    held.run(NumberSections("held"))
    ready = rendered_minutes(prepared(held))
    held.run(Change(Section, "sec-h3", {"background": "Annat."}))
    refused(held, ApproveMinutes(ready, "Åsa Ek", AT), "har ändrats sedan")
    refused(held, ApproveMinutes(prepared(held), "Åsa Ek", AT), "inte färdig")


def test_nothing_is_approved_that_lacks_something(held: Office) -> None:
    with pytest.raises(InputError, match="Det går inte att justera än"):
        prepared(held)
    held.run(NumberSections("held"))
    with pytest.raises(InputError, match="inte före sammanträdet"):
        prepared(held, day=HELD - dt.timedelta(days=1))
    with pytest.raises(InputError, match="inte varit än"):
        prepared(held, day=dt.date(2099, 1, 1))
    with pytest.raises(InputError, match="redan justerad"):
        prepared(held, "ingen")


def test_an_approver_was_there(held: Office) -> None:
    held.run(NumberSections("held"))
    held.run(Change(Attendance, "ha4", {"status": AttendanceStatus.ABSENT, "stays": ()}))
    with pytest.raises(InputError, match="var inte med"):
        prepared(held)
    for each in ("ap1", "ap2"):
        held.run(Remove(Approver, each))
    with pytest.raises(InputError, match="Ingen är utsedd att justera"):
        prepared(held)


def test_reopened_minutes_make_the_next_version_and_the_first_stays(held: Office) -> None:
    first = approve(held)
    held.run(ReopenMinutes("held", LATER, "Fel belopp i § 4.", "Åsa Ek"))
    granted = {"adopted": "Rådet beviljar 16 000 kr.", "deviation_confirmed": True}
    held.run(Change(Decision, "hd2", granted))
    second = approve(held, day=LATER)
    with held.workspace.read() as reader:
        rows = {each.id: each for each in approved_minutes(reader, "held")}
        old, new = text_of(issued_pdf(reader, first)), text_of(issued_pdf(reader, second))
    assert (rows[first].state, rows[second].state) == (IssueState.REPLACED, IssueState.ISSUED)
    assert (rows[second].version, rows[second].reason) == (2, "Fel belopp i § 4.")
    assert squeezed("15 000 kr") in squeezed(old)
    assert squeezed("16 000 kr") in squeezed(new)
    assert len(held.everything().minutes[0].approvals) == 2


def test_single_sections_are_approved_at_once_and_stand_in_the_whole(held: Office) -> None:
    issued = approve(held, "sec-h4")
    assert held.sheet("held").state is MeetingState.HELD
    refused(held, Change(Decision, "hd2", {"adopted": "Nej."}), "omedelbart")
    with held.workspace.read() as reader:
        told = squeezed(text_of(issued_pdf(reader, issued)))
        assert collect(reader, "omedelbar", "held").pdf == issued_pdf(reader, issued)
        title = issued_paper(reader, issued).file_name()
    assert "BidragtillNattvandrarna" in told
    assert "Remissombelysning" not in told
    assert "omedelbar justering" in title.lower()
    (approval,) = held.everything().minutes[0].approvals
    held.run(PostAnnouncement(approval.id, DONE_ON, "Åsa Ek"))
    approve(held, "sec-h5")
    approve(held)
    assert len(held.everything().minutes[0].approvals) == 3
    with held.workspace.read() as reader:
        states = [each.state for each in approved_minutes(reader, "held")]
        anslag = squeezed(
            text_of(render(collect(reader, "anslag", "held", approval_id=approval.id)))
        )
    assert states == [IssueState.ISSUED] * 3
    assert "omedelbart" in anslag


def _issues(office: Office) -> dict[str, IssuedMinutes]:
    with office.workspace.read() as reader:
        return {each.id: each for each in approved_minutes(reader, "held")}


def test_sections_at_once_are_versions_of_themselves_alone(held: Office) -> None:
    fourth, fifth = approve(held, "sec-h4"), approve(held, "sec-h5")
    held.run(ReopenMinutes("held", DONE_ON, "Fel belopp i § 4.", "Åsa Ek"))
    with pytest.raises(InputError, match="öppnades på nytt den 27 maj 2019"):
        prepared(held, "sec-h4", day=HELD)
    with held.workspace.read() as reader:
        draft = collect(reader, "protokoll", "held").content
        (old,) = (each for each in approval_view(reader, "held").at_once if each.id == fourth)
    assert (draft.version, draft.draft) == (1, True)
    assert (old.numbers, list(old.section_ids)) == ("§\u00a04", ["sec-h4"])
    again = approve(held, "sec-h4")
    known = _issues(held)
    assert [known[each].version for each in (fourth, fifth, again)] == [1, 1, 2]
    assert [known[each].state for each in (fourth, fifth, again)] == [
        IssueState.REPLACED, IssueState.ISSUED, IssueState.ISSUED
    ]  # fmt: skip
    assert known[again].title.endswith("§\u00a04 version 2")
    whole = approve(held)
    known = _issues(held)
    assert (known[whole].version, known[whole].reason) == (1, "")
    assert (known[fifth].state, known[again].state) == (IssueState.REPLACED, IssueState.ISSUED)


def test_minutes_opened_again_are_a_draft_of_the_next_version_that_nobody_approved(
    held: Office,
) -> None:
    approve(held)
    held.run(ReopenMinutes("held", LATER, "Fel belopp i § 4.", "Åsa Ek"))
    with held.workspace.read() as reader:
        content = collect(reader, "protokoll", "held", draft=True).content
    assert (content.version, content.draft, content.view.approval) == (2, True, None)
    with pytest.raises(InputError, match="öppnades på nytt den 3 juni 2019") as caught:
        prepared(held)
    assert caught.value.field == "day"
    with pytest.raises(InputError, match="Minnesanteckningar har inga"):
        held.run(Change(Minutes, "minutes", {"kind": MinutesKind.NOTES}))
    approve(held, day=LATER)
    known = sorted(_issues(held).values(), key=lambda each: each.version)
    assert [(each.paper, each.version, each.state) for each in known] == [
        ("protokoll", 1, IssueState.REPLACED), ("protokoll", 2, IssueState.ISSUED)
    ]  # fmt: skip


def test_the_whole_is_not_approved_before_its_parts(held: Office) -> None:
    approve(held, "sec-h4", day=LATER)
    with pytest.raises(InputError, match="omedelbart den 3 juni 2019"):
        prepared(held)


def test_the_deadlines_have_the_days_on_which_it_was_done(held: Office) -> None:
    rules = BodyRules(body_id=held.body, announced=True, local_government_act=True)
    held.run(Store(rules))
    held.run(Change(Section, "sec-h4", {"procedure": "Förslagen ställdes mot varandra."}))
    approve(held)
    (approval,) = held.everything().minutes[0].approvals
    posted = dt.date(2019, 5, 28)
    held.run(PostAnnouncement(approval.id, posted, "Åsa Ek"))
    held.run(TakeDownAnnouncement(approval.id, dt.date(2019, 6, 19), "Åsa Ek"))
    held.run(Change(DecisionNotice, "hn1", {"sent": posted}))
    with held.workspace.read() as reader:
        found = deadlines_of(reader, held.sheet("held"), dt.date(2019, 7, 1))
    days = {each.kind: (each.day, each.state) for each in found}
    kept = DeadlineState.KEPT
    assert days[DeadlineKind.APPROVAL] == (dt.date(2019, 5, 29), kept)
    assert days[DeadlineKind.EXTRACTS] == (DONE_ON, DeadlineState.MISSED)
    assert days[DeadlineKind.ANNOUNCEMENT] == (dt.date(2019, 5, 29), kept)
    assert days[DeadlineKind.APPEAL][0] == dt.date(2019, 6, 18)
    assert days[DeadlineKind.TAKE_DOWN] == (dt.date(2019, 6, 19), kept)


def test_a_meeting_that_was_marked_as_approved_before_can_have_its_minutes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "råd.hubra"
    office = held_office(path)
    office.workspace.close()
    with altered(path) as database:
        database.execute("UPDATE meeting SET state = 'archived' WHERE id = 'held'")
    office = replace(office, workspace=Workspace.open(path))
    assert office.run(Change(Meeting, "held", {"place": "B-salen"})).rows
    approve(office)
    assert office.sheet("held").state is MeetingState.APPROVED
    with pytest.raises(InputError, match="redan justerat"):
        prepared(office)
    office.workspace.close()


def test_without_any_at_once_there_is_nothing_to_print(held: Office) -> None:
    with held.workspace.read() as reader, pytest.raises(InputError, match="Inga paragrafer"):
        collect(reader, "omedelbar", "held")


def test_a_file_brings_approved_minutes_and_changes_none(held: Office, tmp_path: Path) -> None:
    office = furnish(tmp_path / "annat.hubra")
    approve(held)
    bundle = held.everything()
    office.run(ImportBundle(bundle))
    assert office.sheet("held").state is MeetingState.APPROVED
    meetings = tuple(replace(each, place="Annan sal") for each in bundle.meetings)
    with pytest.raises(InputError, match="ändras inte mer"):
        office.run(ImportBundle(replace(bundle, meetings=meetings)))
    office.workspace.close()
