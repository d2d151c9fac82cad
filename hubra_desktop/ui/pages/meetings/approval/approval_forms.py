"""What is asked when minutes are approved, announced, opened again or archived."""

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.approval_days import comes_down, put_up_by, taken_down_by
from hubra_desktop.model.minutes.approving import ADJUSTER_ROLE, CHAIR_ROLE
from hubra_desktop.model.minutes.kept_as import say_of
from hubra_desktop.model.minutes.minutes_findings import section_called
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.records.minutes import Approval, Approver
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs.work import WorkDialog
from hubra_desktop.ui.forms.converters import CHOICE, DAY, DAY_NEEDED, FLAG, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.meetings.minutes.minutes_outline import outline_name
from hubra_desktop.work.approving import PreparedMinutes, prepare_minutes, rendered_minutes
from hubra_desktop.work.commands.approval import (
    ApprovedElsewhere,
    ApproveMinutes,
    ArchiveMeeting,
    PostAnnouncement,
    ReopenMinutes,
    TakeDownAnnouncement,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.approval import ApprovalView

_PLACE = "section"


class ApproverForm(FormPanel):
    """Chooses somebody who approves, among those who were there, and as what."""

    blames = "attendance_id"

    def __init__(self, desk: Desk, view: ApprovalView, approver: Approver | None) -> None:
        super().__init__("approver-form", desk)
        self._view, self._approver = view, approver
        choices: list[tuple[str, object]] = [(each.name, each.id) for each in view.candidates]
        kind = view.minutes.kind
        title = say_of(kind, "Den som justerar" if approver else "Lägg till justerare")
        self.fill(
            title,
            say("Spara") if approver else say("Lägg till"),
            Field("attendance_id", say("Vem"), CHOICE, choices=choices),
            Field("role", say("Som"), words=(CHAIR_ROLE, ADJUSTER_ROLE), first=ADJUSTER_ROLE),
        )
        if approver is not None:
            self.show_record(approver)
            self.offer_removal(
                say_of(kind, "Ta bort justeraren"),
                lambda: Remove(Approver, approver.id),
                say_of(kind, "Justeraren är borttagen."),
            )

    def commit(self, values: Values) -> object:
        chosen = next(
            (each for each in self._view.candidates if each.id == values["attendance_id"]), None
        )
        wanted = {**values, "name": chosen.name if chosen else ""}
        if self._approver is not None:
            return self.run(Change(Approver, self._approver.id, wanted)) or True
        minutes = self._view.minutes.minutes
        assert minutes is not None
        return self.run(Add(Approver, wanted, minutes.id))


class PlannedForm(FormPanel):
    """Plans the day of the approval."""

    def __init__(self, desk: Desk, approval: Approval, kind: MinutesKind) -> None:
        super().__init__("planned-form", desk)
        self._approval = approval
        self.fill(
            say_of(kind, "Dag för justeringen"), say("Spara"),
            Field("planned", say("Planerad dag"), DAY),
        )  # fmt: skip
        self.show_record(approval)

    def commit(self, values: Values) -> object:
        return self.run(Change(Approval, self._approval.id, dict(values))) or True


class ApproveForm(FormPanel):
    """Approves the minutes, or some §§ at once: the paper is made beside the window and kept."""

    blames = "day"

    def __init__(self, desk: Desk, view: ApprovalView, *, at_once: bool) -> None:
        super().__init__("approve-form", desk)
        self._view = view
        self._sections = view.open_sections if at_once else ()
        self._at_once = at_once
        flags = tuple(
            Field(f"{_PLACE}{place}", section_called(each), FLAG, hint=outline_name(each))
            for place, each in enumerate(self._sections)
        )
        kind = view.minutes.kind
        fixed = say_of(
            kind,
            "Efter justeringen ändras inget. Öppnas det på nytt sparas skälet, och det blir en "
            "ny version.",
        )
        title = say("Omedelbar justering") if at_once else say_of(kind, "Justera protokollet")
        self.fill(
            title,
            say_of(kind, "Justera"),
            Field("day", say_of(kind, "Justerat den"), DAY_NEEDED, first=desk.today()),
            *flags,
            said=fixed,
        )

    def commit(self, values: Values) -> object:
        chosen = tuple(
            each.section.id
            for place, each in enumerate(self._sections)
            if values[f"{_PLACE}{place}"]
        )
        if self._at_once and not chosen:
            self.say(say("Välj minst en paragraf."))
            return None
        ready = self._rendered(values["day"], chosen)
        if ready is None:
            return None
        workspace = self.desk.workspace
        assert workspace is not None
        at = dt.datetime.combine(self.desk.today(), dt.datetime.now().time())
        return self.run(ApproveMinutes(ready, workspace.who, at))

    def _rendered(self, day: dt.date, chosen: tuple[str, ...]) -> PreparedMinutes | None:
        """Make the paper beside the window; None when it was stopped."""
        if not self.desk.flush_or_say():
            return None
        with self.desk.read() as reader:
            prepared = prepare_minutes(
                reader, self._view.minutes.meeting.id, section_ids=chosen, day=day
            )

        def make(_progress: Progress) -> PreparedMinutes:
            return rendered_minutes(prepared)

        return WorkDialog.run(
            self, say_of(prepared.paper.content.view.kind, "Gör protokollet"), make
        )


class _DayForm(FormPanel):
    """Asks for a day, with what else is to be told, and runs one command of them."""

    name: ClassVar[str]
    blames = "day"

    def __init__(
        self, desk: Desk, title: str, accept: str, make: Callable[[Values], Command],
        *fields: Field, said: str = "",
    ) -> None:  # fmt: skip
        super().__init__(self.name, desk)
        self._make = make
        day = Field("day", say("Dag"), DAY_NEEDED, first=desk.today())
        self.fill(title, accept, day, *fields, said=said)

    def commit(self, values: Values) -> object:
        return self.run(self._make(values))


class PostForm(_DayForm):
    """Tells that an approval was announced, and by whom."""

    name = "post-form"

    def __init__(self, desk: Desk, approval: Approval) -> None:
        super().__init__(
            desk, say("Anslaget uppsatt"), say("Spara"),
            lambda values: PostAnnouncement(approval.id, values["day"], values["by"]),
            Field("by", say("Av")),
        )  # fmt: skip
        if approval.posted_on is not None:
            by = put_up_by(approval.proof)
            self.show_values({"day": approval.posted_on, "by": by})


class TakeDownForm(_DayForm):
    """Tells that an announcement was taken down, and by whom."""

    name = "take-down-form"

    def __init__(self, desk: Desk, approval: Approval) -> None:
        super().__init__(
            desk, say("Anslaget nedtaget"), say("Spara"),
            lambda values: TakeDownAnnouncement(approval.id, values["day"], values["by"]),
            Field("by", say("Av")), said=_when_down(approval),
        )  # fmt: skip
        if approval.taken_down_on is not None:
            by = taken_down_by(approval.proof)
            self.show_values({"day": approval.taken_down_on, "by": by})


def _when_down(approval: Approval) -> str:
    """Say from which day an announcement may be taken down; "" where no law says."""
    first = comes_down(approval)
    if first is None:
        return ""
    day = day_in_words(first)
    return say("Anslaget tas ned tidigast {day}, dagen efter sista dagen att överklaga.", day=day)


class ReopenForm(_DayForm):
    """Opens approved minutes again, with why and who agreed."""

    name = "reopen-form"

    def __init__(self, desk: Desk, meeting_id: str, kind: MinutesKind) -> None:
        super().__init__(
            desk, say_of(kind, "Öppna protokollet på nytt"), say("Öppna på nytt"),
            lambda v: ReopenMinutes(meeting_id, v["day"], v["reason"], v["agreed_by"]),
            Field("reason", say("Varför"), TEXT),
            Field("agreed_by", say("Vem har gått med på det")),
            said=say_of(
                kind,
                "Det som justerades ligger kvar och kan läsas. När det justeras igen blir det "
                "nästa version.",
            ),
        )  # fmt: skip


class ArchiveForm(_DayForm):
    """Archives a meeting whose minutes are approved."""

    name = "archive-form"

    def __init__(self, desk: Desk, meeting_id: str, kind: MinutesKind) -> None:
        super().__init__(
            desk, say("Arkivera sammanträdet"), say("Arkivera"),
            lambda values: ArchiveMeeting(meeting_id, values["day"]),
            said=say_of(kind, "Det går inte att ångra. Öppnas protokollet på nytt sparas skälet."),
        )  # fmt: skip


class ElsewhereForm(_DayForm):
    """Tells that minutes were written and approved outside the program."""

    name = "elsewhere-form"

    def __init__(self, desk: Desk, meeting_id: str, kind: MinutesKind) -> None:
        super().__init__(
            desk, say_of(kind, "Protokollet finns på annat håll"),
            say_of(kind, "Märk som justerat"),
            lambda values: ApprovedElsewhere(meeting_id, values["day"], values["kept_at"]),
            Field("kept_at", say_of(kind, "Protokollet förvaras")),
            said=say_of(kind, "För ett protokoll som är skrivet och justerat utanför programmet."),
        )  # fmt: skip
