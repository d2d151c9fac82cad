"""A council's year of meetings: what hands do to hold them, write them up and approve them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.after.after_part import AfterPart
from hubra_desktop.ui.pages.meetings.approval.approval_part import ApprovalPart
from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart
from hubra_desktop.ui.pages.meetings.minutes.number_form import NumberForm
from hubra_desktop.work.approving import approved_minutes
from hubra_desktop.work.edits import Change
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries.approval import approval_view
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of
from hubra_desktop.work.queries.minutes import missing, sections_of
from tests.documents.checks import problems
from tests.documents.reading import spoken, squeezed
from tests.journeys.council_forms import SECRETARY, YEAR
from tests.ui.hands import settle, sheet, trigger
from tests.ui.money import press, type_in, write
from tests.ui.running_hands import Hands

JANUARY = date(YEAR, 1, 7)
MARCH, MAY, SEPTEMBER, DECEMBER = (
    date(YEAR, 3, 6),
    date(YEAR, 5, 15),
    date(YEAR, 9, 18),
    date(YEAR, 12, 4),
)
KRONA = 100


class WallDay:
    """The day that it is in the journey."""

    now = JANUARY


def go_to_day(window: MainWindow, day: date) -> None:
    """Come back to the window on another day, and begin with what it says is to be done."""
    meeting = sheet(window).id
    WallDay.now = day
    window.show_page("page-overview")
    settle()
    assert window.meeting.open(meeting)
    window.show_page("page-meetings")


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


def assign(window: MainWindow, section_id: str, decision_id: str, who: str, due: str) -> None:
    """Write on a decision's card who acts on it, and until when."""
    part = minutes_of(window)
    assert part.outline.choose(section_id)
    card = part.section.decisions.cards[decision_id]
    write(card.texts["executor"], who)
    assert card.flush()
    type_in(card.entries["due"], due)
    assert card.flush()


def refuses_change(window: MainWindow, section_id: str) -> None:
    """See that a § which is approved can be read and not changed, by hand or any other way."""
    part = minutes_of(window)
    assert part.outline.choose(section_id)
    assert part.section.texts["heading"].isReadOnly()
    assert part.section.background.editor.isReadOnly()
    with pytest.raises(InputError, match="justera"):
        window.desk.attempt(Change(Section, section_id, {"heading": "Något annat"}))


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


def approval_of(window: MainWindow) -> ApprovalPart:
    """Show the approval of the open meeting."""
    window.meetings.parts.bar.ask_for("approval")
    settle()
    (part,) = window.findChildren(ApprovalPart)
    return part


def propose_approvers(window: MainWindow) -> None:
    """Let the chair and one more of those present approve."""
    press(approval_of(window).story, "propose-approvers")


def approve(window: MainWindow, *headings: str) -> str:
    """Approve the minutes of the open meeting, or some §§ at once; return the paper's id."""
    part = approval_of(window)
    press(part.story, "approval-at-once" if headings else "approval-approve")
    form = part.host.form
    assert form is not None
    flags = [each for each in form.entries.values() if each.spec.hint.endswith(headings or "?")]
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
    with window.desk.read() as reader:
        approval = approval_view(reader, sheet(window).id).done[0]
    press(part.story, f"post-{approval.id}")
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
    write(notices.form.texts["name"], name)
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
