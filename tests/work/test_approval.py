"""Approval: who approves, the announcement, reopening, the archive; what is approved stays."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.approval_days import put_up_by, taken_down_by
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import (
    Approval,
    Approver,
    Decision,
    DecisionNotice,
    Minutes,
    Section,
)
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import APPROVED_STATES, MeetingState
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.approval import (
    ApprovedElsewhere,
    ArchiveMeeting,
    PostAnnouncement,
    ProposeApprovers,
    ReopenMinutes,
    TakeDownAnnouncement,
)
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from tests.work.drawn import Drawn
from tests.work.held_office import HELD, held_office
from tests.work.machine import MAKERS
from tests.work.office import Office
from tests.work.rooms import name_of
from tests.work.there_and_back import refused, there_and_back

DONE_ON = dt.date(2019, 5, 27)
OTHER = "m1"
"""The meeting that has not been held."""
POSTED = dt.date(2019, 5, 28)


@dataclass(frozen=True)
class MarkApproved(Step):
    """Approve minutes without a paper, or some §§ at once: quick, for what must hold after."""

    section_ids: tuple[str, ...] = ()
    label: ClassVar[str] = "approve-minutes"
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        minutes = rows.get(Minutes, "minutes")
        assert minutes is not None
        kind = ApprovalKind.IMMEDIATE if self.section_ids else ApprovalKind.ORDINARY
        made = Approval(id=new_id(), kind=kind, done=DONE_ON)
        rows.put(replace(minutes, approvals=(*minutes.approvals, made)))
        for each in self.section_ids:
            rows.change(Section, each, {"approval_id": made.id})
        if not self.section_ids:
            rows.change(Meeting, "held", {"state": MeetingState.APPROVED})
        return made.id


def approved(office: Office) -> str:
    return office.made(MarkApproved())


def posted(office: Office) -> str:
    approval = approved(office)
    office.run(PostAnnouncement(approval, POSTED, "Åsa Ek"))
    return approval


def minutes_now(office: Office) -> Minutes:
    (minutes,) = office.everything().minutes
    return minutes


DONE: dict[str, Callable[[Office], Command]] = {
    "AddApprover": lambda _: Add(Approver, {"name": "Bo Sund", "role": "Justerare"}, "minutes"),
    "ChangeApproval": lambda o: Change(
        Approval, (o.run(ProposeApprovers("held")), minutes_now(o).approvals[0].id)[1],
        {"planned": dt.date(2019, 5, 20)},
    ),
    "ChangeApprover": lambda _: Change(Approver, "ap2", {"role": "Vice ordförande"}),
    "PostAnnouncement": lambda o: PostAnnouncement(approved(o), POSTED, "Åsa Ek"),
    "ProposeApprovers": lambda _: ProposeApprovers("held"),
    "RemoveApprover": lambda _: Remove(Approver, "ap2"),
    "ReorderApprover": lambda _: Reorder(Approver, "ap2", 0),
    "TakeDownAnnouncement": lambda o: TakeDownAnnouncement(
        posted(o), dt.date(2019, 6, 19), "Åsa Ek"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DONE)
def test_each_leads_there_and_back(held: Office, name: str) -> None:
    command = DONE[name](held)
    assert name_of(command) == name
    there_and_back(held, command)


def test_the_chair_and_as_many_as_the_rules_say_are_proposed(held: Office) -> None:
    rules = BodyRules(body_id=held.body, adjusters=2, approval_days=14, local_government_act=True)
    held.run(Store(rules))
    for each in ("ap1", "ap2"):
        held.run(Remove(Approver, each))
    held.run(ProposeApprovers("held"))
    minutes = minutes_now(held)
    assert [each.role for each in minutes.approvers] == ["Ordförande", "Justerare", "Justerare"]
    assert minutes.approvers[0].name == "Åsa Ek"
    assert "Mats Nord" not in {each.name for each in minutes.approvers}
    assert [each.planned for each in minutes.approvals] == [HELD + dt.timedelta(days=14)]
    assert not held.run(ProposeApprovers("held")).rows


def test_nobody_approves_who_was_not_there(held: Office) -> None:
    for one in held.everything().attendances:
        if one.meeting_id == "held":
            held.run(Change(Attendance, one.id, {"status": AttendanceStatus.ABSENT, "stays": ()}))
    for each in ("ap1", "ap2"):
        held.run(Remove(Approver, each))
    refused(held, ProposeApprovers("held"), "Ingen är avprickad")


def test_an_announcement_is_up_until_the_last_day_of_appeal(held: Office) -> None:
    held.run(Store(BodyRules(body_id=held.body, local_government_act=True)))
    approval = posted(held)
    held.run(TakeDownAnnouncement(approval, dt.date(2019, 6, 19), "Bo Sund"))
    (made,) = minutes_now(held).approvals
    assert made.posted_until == dt.date(2019, 6, 18)
    assert made.proof == "uppsatt av Åsa Ek, nedtaget av Bo Sund"


def test_who_took_it_down_stays_when_the_day_it_went_up_is_mended(held: Office) -> None:
    approval = _taken_down(held)
    held.run(PostAnnouncement(approval, dt.date(2019, 5, 29), "Cia Alm"))
    (made,) = minutes_now(held).approvals
    assert made.proof == "uppsatt av Cia Alm, nedtaget av Bo Sund"
    assert (put_up_by(made.proof), taken_down_by(made.proof)) == ("Cia Alm", "Bo Sund")
    held.run(TakeDownAnnouncement(approval, dt.date(2019, 6, 20), ""))
    assert minutes_now(held).approvals[0].proof == "uppsatt av Cia Alm"


def test_where_no_law_says_so_an_announcement_has_no_last_day(held: Office) -> None:
    posted(held)
    assert minutes_now(held).approvals[0].posted_until is None


REFUSED: dict[str, tuple[Callable[[Office], Command], str]] = {
    "announced before approved": (
        lambda o: PostAnnouncement(_planned(o), POSTED), "det är justeringen som anslås"
    ),
    "announced too early": (
        lambda o: PostAnnouncement(approved(o), HELD), "kan inte vara anslagen tidigare"
    ),
    "announced in time to come": (
        lambda o: PostAnnouncement(approved(o), dt.date(2099, 1, 1)), "Dagen har inte varit"
    ),
    "taken down before it was up": (
        lambda o: TakeDownAnnouncement(approved(o), POSTED), "inte anslagen än"
    ),
    "taken down too early": (
        lambda o: TakeDownAnnouncement(posted(o), DONE_ON), "kan inte vara nedtaget tidigare"
    ),
    "reopened before approved": (
        lambda _: ReopenMinutes("held", POSTED, "Fel", "Åsa Ek"), "öppet redan"
    ),
    "reopened without a reason": (
        lambda o: (approved(o), ReopenMinutes("held", POSTED, " ", "Åsa Ek"))[1], "varför"
    ),
    "reopened without anybody": (
        lambda o: (approved(o), ReopenMinutes("held", POSTED, "Fel", ""))[1], "vem som har gått"
    ),
    "archived before approved": (lambda _: ArchiveMeeting("held", POSTED), "inte justerat än"),
    "archived too early": (
        lambda o: (approved(o), ArchiveMeeting("held", HELD))[1], "inte vara arkiverat tidigare"
    ),
    "archived twice": (
        lambda o: (_archived(o), ArchiveMeeting("held", POSTED))[1], "redan arkiverat"
    ),
    "approved elsewhere though written here": (
        lambda _: ApprovedElsewhere("held", POSTED, "Arkivet"), "skrivs här"
    ),
    "approved elsewhere of a meeting to come": (
        lambda _: ApprovedElsewhere(OTHER, POSTED, "Arkivet"), "inte hållet"
    ),
    "without minutes": (lambda _: ProposeApprovers(OTHER), "inte påbörjat"),
    "by its state alone": (
        lambda _: Change(Meeting, "held", {"state": MeetingState.APPROVED}), "delen Justering"
    ),
    "archived by its state alone": (
        lambda _: Change(Meeting, "held", {"state": MeetingState.ARCHIVED}), "när det är justerat"
    ),
    "reopened before it was approved": (
        lambda o: (approved(o), ReopenMinutes("held", HELD, "Fel", "Åsa Ek"))[1],
        "inte vara öppnat på nytt tidigare",
    ),
    "reopened in time to come": (
        lambda o: (approved(o), ReopenMinutes("held", dt.date(2099, 1, 1), "Fel", "Åsa Ek"))[1],
        "Dagen har inte varit",
    ),
    "announced after it was taken down": (
        lambda o: PostAnnouncement(_taken_down(o), dt.date(2019, 6, 20)), "togs ned den 19 juni"
    ),
    "approved elsewhere before it was opened again": (
        lambda o: ApprovedElsewhere(_elsewhere(o), DONE_ON, "Hyllan"),
        "inte vara justerat igen tidigare",
    ),
    "planned before the meeting": (
        lambda o: Change(Approval, _planned(o), {"planned": HELD - dt.timedelta(days=1)}),
        "inte planeras till en tidigare dag",
    ),
    "an approval that was done": (
        lambda o: Change(Approval, approved(o), {"done": POSTED}), "ändras inte mer"
    ),
    "an approval that was done, after a reopening": (
        lambda o: Remove(Approval, _reopened(o)), "står kvar"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_each_refusal_says_why(held: Office, case: str) -> None:
    make, sentence = REFUSED[case]
    refused(held, make(held), sentence)


def _planned(office: Office) -> str:
    office.run(ProposeApprovers("held"))
    return minutes_now(office).approvals[0].id


def _taken_down(office: Office) -> str:
    approval = posted(office)
    office.run(TakeDownAnnouncement(approval, dt.date(2019, 6, 19), "Bo Sund"))
    return approval


def _elsewhere(office: Office) -> str:
    for each in [*office.everything().sections]:
        office.run(Remove(Section, each.id))
    office.run(ApprovedElsewhere("held", DONE_ON, "Kommunarkivet"))
    office.run(ReopenMinutes("held", POSTED, "Fel hylla", "Åsa Ek"))
    return "held"


def _archived(office: Office) -> str:
    approval = approved(office)
    office.run(ArchiveMeeting("held", POSTED))
    return approval


def _reopened(office: Office) -> str:
    approval = approved(office)
    office.run(ReopenMinutes("held", POSTED, "Fel belopp i § 4.", "Åsa Ek"))
    return approval


CHANGED: dict[str, Command] = {
    "the head": Change(Meeting, "held", {"place": "B-salen"}),
    "the state": Change(Meeting, "held", {"state": MeetingState.HELD}),
    "a row": Change(Item, "h4", {"title": "Annat"}),
    "a new row": Add(Item, {"title": "Annat"}, "held"),
    "a presence": Change(Attendance, "ha1", {"status": AttendanceStatus.ABSENT}),
    "a run": Change(AgendaRun, "hr1", {"ended": 966}),
    "a §": Change(Section, "sec-h4", {"background": "Annat."}),
    "a new §": Store(Section(meeting_id="held", heading="Annat")),
    "a decision": Change(Decision, "hd2", {"adopted": "Rådet avslår."}),
    "a § taken away": Remove(Section, "sec-h7"),
    "the minutes": Change(Minutes, "minutes", {"closing": "Annat."}),
    "an approver": Remove(Approver, "ap2"),
    "the meeting taken away": Remove(Meeting, "held"),
}
AFTERWARDS: dict[str, Command] = {
    "told": Change(DecisionNotice, "hn1", {"sent": POSTED}),
    "paid": Change(Attendance, "ha1", {"lost_income_ore": 90_000}),
    "noted": Change(Minutes, "minutes", {"note": "Skickat till arkivet."}),
    "somebody who is gone": Remove(Person, "hm5"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_what_is_approved_does_not_change(held: Office, what: str) -> None:
    approved(held)
    with pytest.raises(InputError, match=r"ändras inte mer|används av|tas inte bort"):
        held.run(CHANGED[what])


@pytest.mark.parametrize("what", AFTERWARDS)
def test_what_comes_afterwards_is_kept(held: Office, what: str) -> None:
    approved(held)
    there_and_back(held, AFTERWARDS[what])


def test_a_section_approved_at_once_stands_while_the_rest_is_written(held: Office) -> None:
    held.run(MarkApproved(("sec-h4",)))
    refused(held, Change(Decision, "hd2", {"adopted": "Nej."}), "justerades omedelbart den 27 maj")
    refused(held, Remove(Section, "sec-h4"), "justerades omedelbart den 27 maj")
    assert held.run(Change(Section, "sec-h3", {"background": "Annat."})).rows
    held.run(ReopenMinutes("held", POSTED, "Fel belopp.", "Åsa Ek"))
    assert held.run(Change(Decision, "hd2", {"adopted": "Nej."})).rows


def test_reopened_minutes_are_written_again_and_keep_why(held: Office) -> None:
    _reopened(held)
    minutes = minutes_now(held)
    assert held.sheet("held").state is MeetingState.HELD
    assert [(each.version, each.agreed_by) for each in minutes.reopenings] == [(2, "Åsa Ek")]
    assert held.workspace.undo_label is None
    assert held.run(Change(Decision, "hd2", {"adopted": "Nej."})).rows
    why = minutes.reopenings[0].id
    refused(held, Change(type(minutes.reopenings[0]), why, {"reason": ""}), "står kvar")


def test_what_was_approved_elsewhere_is_approved(held: Office) -> None:
    for each in [*held.everything().sections]:
        held.run(Remove(Section, each.id))
    held.run(ApprovedElsewhere("held", POSTED, "Kommunarkivet"))
    assert held.sheet("held").state is MeetingState.APPROVED
    refused(held, ApprovedElsewhere("held", POSTED, "Hyllan"), "redan justerat")
    held.run(ReopenMinutes("held", POSTED, "Fel hylla", "Åsa Ek"))
    held.run(ApprovedElsewhere("held", POSTED, "Kommunarkivet"))
    assert held.sheet("held").state is MeetingState.APPROVED
    held.run(ArchiveMeeting("held", POSTED))
    assert held.sheet("held").state is MeetingState.ARCHIVED
    assert minutes_now(held).archived_on == POSTED


def _told(section: Section) -> Section:
    """Return a § without whom its decisions are told to, which is kept afterwards."""
    decisions = (replace(each, notices=(), anchorings=()) for each in section.decisions)
    return replace(section, decisions=tuple(decisions))


def _standing(bundle: Bundle) -> Any:
    """All that approved minutes tell of, but for what comes afterwards."""
    return (
        [
            replace(each, state=MeetingState.HELD, body="", chair_id=None, secretary_id=None)
            for each in bundle.meetings
            if each.id == "held"
        ],
        [_told(each) for each in bundle.sections if each.meeting_id == "held"],
        [each for each in bundle.agenda_runs if each.meeting_id == "held"],
        [
            (each.id, each.name, each.status, each.stays)
            for each in bundle.attendances
            if each.meeting_id == "held"
        ],
        [each.approvers for each in bundle.minutes if each.meeting_id == "held"],
    )


@given(data=st.data())
@settings(max_examples=5, phases=(Phase.explicit, Phase.generate), deadline=None)
@pytest.mark.hypothesis
def test_no_command_changes_approved_minutes(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    office = held_office(tmp_path_factory.mktemp("held") / "r.hubra")
    approved(office)
    before = office.everything()
    names = sorted(set(MAKERS) - {"ReopenMinutes", "PurgePerson"})
    for name in data.draw(st.lists(st.sampled_from(names), min_size=8, max_size=12)):
        try:
            office.run(MAKERS[name](Drawn(data.draw, office.everything())))
        except InputError:
            continue
        while data.draw(st.booleans()) and office.workspace.undo_label:
            office.workspace.undo()
    assert _standing(office.everything()) == _standing(before)
    assert office.sheet("held").state in APPROVED_STATES
    office.workspace.close()
