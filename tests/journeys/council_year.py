"""A council's year of meetings: what hands do to hold them, write them up and approve them."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import Body, Register
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.terms import ItemKind, MeetingState
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.after.after_part import AfterPart
from hubra_desktop.ui.pages.meetings.approval.approval_part import ApprovalPart
from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart
from hubra_desktop.ui.pages.meetings.minutes.number_form import NumberForm
from hubra_desktop.work.approving import approved_minutes
from hubra_desktop.work.commands.backlog import PlaceItems
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of
from hubra_desktop.work.queries.backlog import backlog_rows
from hubra_desktop.work.queries.minutes import missing, sections_of
from hubra_desktop.work.workspace import Workspace
from tests.documents.checks import problems
from tests.documents.reading import spoken, squeezed
from tests.journeys.council_forms import SECRETARY, YEAR
from tests.ui.hands import settle, sheet, trigger
from tests.ui.money import press
from tests.ui.running_hands import Hands

JANUARY = date(YEAR, 1, 7)
MARCH, MAY, SEPTEMBER, DECEMBER = (
    date(YEAR, 3, 6),
    date(YEAR, 5, 15),
    date(YEAR, 9, 18),
    date(YEAR, 12, 4),
)
EARLIER = "Föregående protokoll"
KRONA = 100


@dataclass(frozen=True)
class Row:
    """A row of an agenda: its title and kind, and how many minutes it is planned for."""

    title: str
    kind: ItemKind = ItemKind.INFORMATION
    minutes: int = 20


def empty_register(path: Path) -> None:
    """Put an exercise register with nothing but the council's name at ``path``."""
    with closing(Workspace.create(path, organisation="Rådet", municipality="Ekköping")) as made:
        council = Body(id="council", name="Rådet")
        register = Register(
            name="Rådet", municipality="Ekköping", own_body_id="council", practice=True,
            exercise_day=JANUARY,
        )  # fmt: skip
        made.run(ImportBundle(Bundle(register=register, bodies=(council,))))


def plan(window: MainWindow, day: date, rows: Sequence[Row]) -> str:
    """Make a meeting with an agenda, after the minutes before that came by themselves; open it."""
    window.show_page("page-meetings")
    made = str(window.desk.attempt_now(NewMeeting(day, 930, 1050, "A-salen")).created)
    window.meeting.open(made)
    for each in sheet(window).items:
        if each.title != EARLIER:
            window.desk.attempt_now(Remove(Item, each.id))
    for row in rows:
        item = Item(title=row.title, kind=row.kind, duration=row.minutes)
        window.desk.attempt_now(Store(item, made))
    return made


def go_to_day(window: MainWindow, day: date) -> None:
    """Let it be another day in the exercise."""
    window.desk.attempt_now(ChangeRegister({"exercise_day": day}))


def begin_meeting(window: MainWindow, meeting_id: str) -> Hands:
    """Open the view of the meeting that goes on."""
    window.meeting.open(meeting_id)
    trigger(window, "run-meeting")
    settle()
    view = window.meetings_actions.running.window
    assert view is not None
    return Hands(view)


def end_meeting(window: MainWindow, hands: Hands, time: str) -> None:
    """End the meeting and close the view."""
    hands.at(time).keys("m")
    settle()
    hands.window.close()
    settle()
    assert sheet(window).state is MeetingState.HELD


def minutes_of(window: MainWindow) -> MinutesPart:
    """Show the minutes of the open meeting."""
    window.meetings.parts.bar.ask_for("minutes")
    settle()
    (part,) = window.findChildren(MinutesPart)
    return part


def number(window: MainWindow) -> tuple[int, ...]:
    """Number the §§ of the open meeting by the step of the minutes, and return the numbers."""
    part = minutes_of(window)
    part.number.click()
    settle()
    form = part.side.form
    assert isinstance(form, NumberForm)
    form.send()
    settle()
    view = part.minutes.view
    assert view is not None
    return tuple(each.section.number or 0 for each in view.sections)


def lacking(window: MainWindow) -> list[str]:
    """Return what the minutes of the open meeting lack."""
    with window.desk.read() as reader:
        return [each.sentence for each in missing(reader, sheet(window).id)]


@dataclass(frozen=True)
class Decided:
    """A § as it was recorded, and who could take part in it."""

    section: Section
    names: frozenset[str]

    @property
    def heading(self) -> str:
        return self.section.heading

    @property
    def voters(self) -> int:
        return len(self.names)

    @property
    def outcomes(self) -> list[DecisionOutcome]:
        return [each.outcome for each in self.section.decisions]


def decided(window: MainWindow) -> tuple[Decided, ...]:
    """Return the §§ of the open meeting, each with those who were inside and may vote."""
    meeting = sheet(window).id
    with window.desk.read() as reader:
        people, sections = attendance_of(reader, meeting), sections_of(reader, meeting)
    return tuple(
        Decided(each, frozenset(one.name for one in _voters(people, each))) for each in sections
    )


def _voters(people: AttendanceView, section: Section) -> tuple[Attendance, ...]:
    out = {each.attendance_id for each in section.disqualifications}
    return tuple(each for each in people.voters(section.item_id) if each.id not in out)


def take_up(window: MainWindow, title: str) -> None:
    """Put what waits on the agenda of the meeting that is open."""
    with window.desk.read() as reader:
        rows = [each for each in backlog_rows(reader) if each.waits and each.item.title == title]
    assert len(rows) == 1, f"{title} does not wait"
    window.desk.attempt_now(PlaceItems((rows[0].item.id,), sheet(window).id))


def approval_of(window: MainWindow) -> ApprovalPart:
    """Show the approval of the open meeting."""
    window.meetings.parts.bar.ask_for("approval")
    settle()
    (part,) = window.findChildren(ApprovalPart)
    return part


def propose_approvers(window: MainWindow) -> None:
    """Let the chair and one more of those present approve."""
    press(approval_of(window).story, "propose-approvers")


def approve(window: MainWindow, day: date, *headings: str) -> str:
    """Approve the minutes of the open meeting, or some §§ at once; return the paper's id."""
    go_to_day(window, day)
    part = approval_of(window)
    press(part.story, "approval-at-once" if headings else "approval-approve")
    form = part.host.form
    assert form is not None
    flags = [each for each in form.entries.values() if each.spec.hint in headings]
    for each in flags:
        each.show_value(True)
    assert len(flags) == len(headings)
    form.send()
    settle()
    assert part.host.form is None, form.refusal.text()
    with window.desk.read() as reader:
        return approved_minutes(reader, sheet(window).id)[0].id


def announce(window: MainWindow) -> None:
    """Tell that the latest approval of the open meeting was announced today."""
    part = approval_of(window)
    assert part._view is not None
    part.story.asked.emit("post", part._view.done[0].id)
    form = part.host.form
    assert form is not None
    form.show_values({"by": SECRETARY})
    form.send()
    settle()


def archive(window: MainWindow) -> None:
    """Archive the open meeting."""
    part = approval_of(window)
    press(part.story, "approval-archive")
    assert part.host.form is not None
    part.host.form.send()
    settle()
    assert sheet(window).state is MeetingState.ARCHIVED


def take_in(window: MainWindow, issued_id: str, path: Path) -> str:
    """Take in a file as what was issued, signed; return the last thing that is said."""
    from hubra_desktop.ui.dialogs import files

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "ask_signed", lambda _: path)
        press(approval_of(window).story, f"take-in-{issued_id}")
    return window.messages.history[-1].text


def tell_of(window: MainWindow, decision_id: str, name: str) -> None:
    """Add somebody who is told of a decision, in the part Efter mötet, and tell them."""
    window.meetings.parts.bar.ask_for("after")
    settle()
    (part,) = window.findChildren(AfterPart)
    notices = part.notices
    assert notices.view.choose(decision_id)
    notices.new.click()
    settle()
    notices.form.texts["name"].setText(name)
    assert notices.form.flush()
    settle()
    notices.mark.click()
    settle()


def checked(window: MainWindow, issued_id: str) -> str:
    """Put an issued paper before the checkers, and return what it says."""
    with window.desk.read() as reader:
        content = issued_pdf(reader, issued_id)
    assert problems(content) == []
    return squeezed(spoken(content))


def printed(window: MainWindow, name: str, about: str | int, **options: object) -> str:
    """Put a paper as it would be printed now before the checkers, and return what it says."""
    with window.desk.read() as reader:
        paper = collect(reader, name, about, **options)
    content = render(paper)
    assert problems(content) == []
    return squeezed(spoken(content))
