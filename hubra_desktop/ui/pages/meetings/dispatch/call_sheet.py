"""The sheet Kalla: all that is decided when a meeting is called, on one page, and one button.

From the top: what hinders, what has changed, who gets it and how, the letter. Nothing is
kept before the button is pressed; then everything is, in one step, or nothing.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QWidget

from hubra_desktop.model.cures import Cure
from hubra_desktop.model.days import day_in_text, weekday_in_text
from hubra_desktop.model.deadline_words import left_text
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.model.wording import joined_first
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import DropDown, TextArea, TextField
from hubra_desktop.ui.pages.meetings.dispatch.call_recipients import CallRecipients
from hubra_desktop.ui.pages.meetings.dispatch.calling import cures_for, curing
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.findings_list import FindingsList
from hubra_desktop.ui.widgets.layouts import close_button
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.work.calling.call_sheets import (
    ISSUING,
    CallSheet,
    called_out,
    read_call_sheet,
    rendered_papers,
)
from hubra_desktop.work.calling.recipients import ProposedRecipient
from hubra_desktop.work.edits import Change

WIDTH = 980
STOPS_MOST = 160
NAMED = 4
TITLES = {
    DispatchKind.CALL: N_("Kalla till {meeting}"),
    DispatchKind.CHANGES: N_("Skicka ändringarna till {meeting}"),
    DispatchKind.ADDITION: N_("Skicka tilläggslista till {meeting}"),
    DispatchKind.PACKET: N_("Skicka handlingarna till {meeting}"),
    DispatchKind.CANCELLED: N_("Meddela att sammanträdet {meeting} är inställt"),
    DispatchKind.MOVED: N_("Meddela att sammanträdet {meeting} är flyttat"),
}
DEEDS = {
    DispatchKind.CALL: (N_("Kalla"), N_("Kalla ändå")),
    DispatchKind.CHANGES: (N_("Skicka ändringarna"), N_("Skicka ändå")),
    DispatchKind.ADDITION: (N_("Skicka tilläggslistan"), N_("Skicka ändå")),
    DispatchKind.PACKET: (N_("Skicka handlingarna"), N_("Skicka ändå")),
    DispatchKind.CANCELLED: (N_("Meddela"), N_("Meddela ändå")),
    DispatchKind.MOVED: (N_("Meddela"), N_("Meddela ändå")),
}
CHOICES = {
    DispatchKind.CHANGES: N_("Ändringsbrev och ny kallelse"),
    DispatchKind.ADDITION: N_("Tilläggslista"),
    DispatchKind.PACKET: N_("Bara handlingarna, som ett paket"),
}


def moment(day: dt.date) -> dt.datetime:
    """Return the present time of day on the day that it is in the register."""
    return dt.datetime.combine(day, dt.datetime.now().time().replace(microsecond=0))


class CallSheetPage(QScrollArea):
    """``sent(id)`` follows when it is done; ``left`` when it is left with nothing done.

    ``chosen(finding)`` asks to go where something that hinders is mended.
    """

    sent = Signal(str)
    left = Signal()
    look_asked = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call-sheet")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("Kalla"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk, self._meeting = desk, meeting
        self.sheet: CallSheet | None = None
        self._place = QWidget(self)
        self._make_top()
        self.recipients = CallRecipients(desk, self._place)
        self.recipients.concerned_turned.connect(self._read_again)
        self._make_letter()
        self._make_foot()
        self._lay_out()
        meeting.committed.connect(self._follow)
        meeting.shown.connect(self._leave_other)

    def _make_top(self) -> None:
        place = self._place
        self.heading = build.label("", "title", place, name="call-heading")
        self.close_mark = close_button(
            "call-close", say("Lämna utan att skicka"), self.leave, place
        )
        self.deadline = MarkedSentence("call-deadline", place)
        self.stops_told = build.label("", "section", place, name="call-stops-told")
        self.stops = FindingsList("call-stops", place, most=STOPS_MOST)
        self.stops.setAccessibleName(say("Det som hindrar kallelsen"))
        self.stops.chosen.connect(self.chosen)
        self.stops.cured.connect(self._cure)
        self.free = MarkedSentence("call-free", place)
        self.awaited = MarkedSentence("call-awaited", place)
        self.kinds = DropDown("call-kind", say("Vad som skickas"), place)
        self.kinds.activated.connect(self._turn_kind)
        self.changes_told = build.label("", "section", place, name="call-changes-told")
        self.changes = build.label("", "", place, name="call-changes")

    def _make_letter(self) -> None:
        place = self._place
        self.subject = TextField("call-subject", say("Ämne"), place)
        self.text = TextArea("call-text", say("Brevet"), place, least=8, most=18)
        self.each = QCheckBox(say("Ett brev till var och en: [din tid] blir den egna tiden"), place)
        self.each.setObjectName("call-each")
        self.blind = QCheckBox(say("Dolda adresser (Bcc): ingen ser de andras"), place)
        self.blind.setObjectName("call-blind")
        self.each.toggled.connect(self.blind.setDisabled)
        self.public = QCheckBox(
            say("Utfärda också en publik kallelse, utan det som är bakom stängda dörrar"), place
        )
        self.public.setObjectName("call-public")

    def _make_foot(self) -> None:
        self.told = MarkedSentence("call-told", self._place)
        self.go = build.button("", "call-go", self._place, self._send, role="primary")
        self.go.setAutoDefault(True)
        self.look = _quiet(say("Visa utkast"), "call-look", self._place, self.look_asked.emit)
        self.leave_button = _quiet(say("Avbryt"), "call-leave", self._place, self.leave)
        other = say("Märk som kallat utan att skicka")
        self.other_way = build.button(other, "call-marked", self._place, self._mark, role="link")
        self.other_way.setAutoDefault(True)

    def _lay_out(self) -> None:
        place = self._place
        place.setMaximumWidth(theme().scaled(WIDTH))
        top = build.row((self.heading, 1), (self.close_mark, Qt.AlignmentFlag.AlignTop))
        foot = build.row(self.go, self.look, self.leave_button, None, self.other_way, spacing=GRID)
        build.column(
            top, self.deadline, self.stops_told, self.stops, self.free, self.awaited, self.kinds,
            self.changes_told, self.changes, self.recipients,
            build.label(say("Följebrev"), "section", place), self.subject, self.text,
            self.each, self.blind, self.public, self.told, foot, None,
            of=place, margins=(0, 0, GRID, GRID), spacing=GRID,
        )  # fmt: skip
        outside = QWidget(self)
        outside.setProperty("role", "plain")
        build.row((place, 1), of=outside).addStretch(0)
        self.setWidget(outside)

    def begin(self, kind: DispatchKind | None = None) -> bool:
        """Show what would be sent of the open meeting; False when nothing can be."""
        self.sheet = None
        self.recipients.start_over()
        self.each.setChecked(False)
        self.blind.setChecked(False)
        self.public.setChecked(True)
        if not self._read(kind):
            return False
        self.verticalScrollBar().setValue(0)
        lines = self.stops.lines()
        (lines[0] if lines else self.recipients.view).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _read(self, kind: DispatchKind | None) -> bool:
        meeting = self._meeting.sheet
        if meeting is None:
            return False
        with self._desk.refusing(), self._desk.read() as reader:
            self.sheet = read_call_sheet(
                reader, meeting.id, kind,
                only_concerned=self.recipients.concerned.isChecked(),
                now=moment(self._desk.today()),
            )  # fmt: skip
            self._show(self.sheet)
            return True
        return False

    def _show(self, sheet: CallSheet) -> None:
        when = weekday_in_text(sheet.meeting.date).lower()
        self.heading.setText(say(TITLES[sheet.kind]).format(meeting=when))
        self._show_deadline(sheet)
        self._show_stops()
        self.kinds.clear()
        for each in sheet.kinds:
            self.kinds.addItem(say(CHOICES.get(each, TITLES[each])), each)
        self.kinds.setCurrentIndex(sheet.kinds.index(sheet.kind))
        self.kinds.setVisible(len(sheet.kinds) > 1)
        self._show_changes(sheet)
        self._show_awaited(sheet)
        changes = bool(sheet.changes)
        self.recipients.show_proposals(sheet.meeting.id, sheet.proposals, changes=changes)
        self.subject.put(sheet.letter.subject)
        self.text.put(sheet.letter.text)
        self.public.setVisible(sheet.public is not None)
        self.look.setVisible(bool(sheet.papers))
        self.other_way.setVisible(sheet.kind is DispatchKind.CALL and sheet.earlier is None)
        self.told.tell("")

    def _show_deadline(self, sheet: CallSheet) -> None:
        found = sheet.deadline
        if found is None or sheet.kind is not DispatchKind.CALL:
            self.deadline.tell("")
            return
        late = sheet.today > found.day
        day = weekday_in_text(found.day).lower()
        told = (
            say("Kallelsen skulle ha gått ut {day}. Den är {late}.")
            if late
            else say("Kallelsen ska ut senast {day} ({late}).")
        )
        said = told.format(day=day, late=_late(found.day, sheet.today))
        self.deadline.tell(
            f"{said} {found.source}.", *(("warning", "warning") if late else ("check", "success"))
        )

    def _show_changes(self, sheet: CallSheet) -> None:
        shown = bool(sheet.changes)
        self.changes_told.setVisible(shown)
        self.changes.setVisible(shown)
        if shown and sheet.earlier is not None:
            day = day_in_text(sheet.earlier)
            self.changes_told.setText(say("Ändrat sedan kallelsen den {day}", day=day))
            self.changes.setText("\n".join(f"– {each}" for each in sheet.changes))

    def _show_awaited(self, sheet: CallSheet) -> None:
        names = joined_first(sheet.awaited, NAMED)
        told = say("Har inte kommit in: {papers}. De kan skickas senare.", papers=names)
        shown = bool(sheet.awaited) and sheet.kind in ISSUING
        self.awaited.tell(told if shown else "", "warning", "warning")

    def _found(self) -> tuple[Finding, ...]:
        """Return what hinders; nothing hinders that a lifted meeting is told of."""
        sheet = self._meeting.sheet
        if sheet is None or self.sheet is None or self.sheet.kind not in ISSUING:
            return ()
        found = self._meeting.findings_of(sheet)
        return tuple(each for each in found if each.level is Level.STOP)

    def _show_stops(self) -> None:
        stops, meeting = self._found(), self._meeting.sheet
        assert meeting is not None
        cures = cures_for(meeting, self._meeting.style, self._meeting.notice_days)
        self.stops.show_findings(stops, cures)
        self.stops_told.setVisible(bool(stops))
        self.stops_told.setText(
            say_count(
                "{n} sak hindrar kallelsen. Rätta den, så är det klart.",
                "{n} saker hindrar kallelsen. Rätta dem, så är det klart.",
                len(stops),
            )
        )
        calling = self.sheet is not None and self.sheet.kind in ISSUING
        free = say("Inget hindrar kallelsen.") if calling and not stops else ""
        self.free.tell(free, "check", "success")
        plain, anyway = DEEDS[self.sheet.kind if self.sheet else DispatchKind.CALL]
        self.go.setText(say(anyway if stops else plain))
        mark(self.go, "role", "" if stops else "primary")

    def _turn_kind(self) -> None:
        self._read(DispatchKind(self.kinds.currentData()))

    def _read_again(self) -> None:
        if self.sheet is not None:
            self._read(self.sheet.kind)

    def _follow(self, *_: object) -> None:
        """Show what hinders now; what is chosen and typed stays."""
        if self.sheet is None or self.isHidden():
            return
        self._refresh(self.sheet.kind)

    def _refresh(self, kind: DispatchKind) -> None:
        """Read the sheet anew; what is chosen and typed stays."""
        chosen = {each.key: each for each in self.recipients.rows.proposals}
        typed = self.subject.text(), self.text.toPlainText()
        if not self._read(kind) or self.sheet is None or self.sheet.kind is not kind:
            return
        fresh = {each.key: each for each in self.sheet.proposals}
        self.recipients.show_proposals(
            self.sheet.meeting.id, [_as_chosen(each, chosen) for each in (chosen | fresh).values()],
            changes=bool(self.sheet.changes),
        )  # fmt: skip
        self.subject.put(typed[0])
        self.text.put(typed[1])

    def _leave_other(self) -> None:
        """Leave when another meeting is opened: the sheet was about the one before."""
        shown = self._meeting.sheet
        if self.sheet is not None and (shown is None or shown.id != self.sheet.meeting.id):
            self.leave()

    def _cure(self, cure: Cure) -> None:
        if self._meeting.sheet is not None:
            self._desk.run(curing(self._meeting.sheet, cure))

    def leave(self) -> None:
        """Leave, with nothing sent and nothing kept."""
        self.sheet = None
        self.left.emit()

    def _send(self) -> None:
        """Issue the papers and keep the dispatch, in one step."""
        from hubra_desktop.ui.dialogs.work import WorkDialog

        sheet = self.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        self.recipients.put_address()
        if not self.recipients.ticked:
            self.told.tell(say("Välj minst en mottagare."), "stop", "danger")
            self.recipients.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        public = self.public.isChecked()

        def make(progress: Progress) -> CallSheet:
            return rendered_papers(sheet, public=public, progress=progress)

        with self._desk.refusing():
            ready = WorkDialog.run(self, say("Gör handlingarna"), make)
            if ready is not None:
                self._keep(ready)

    def _mark(self) -> None:
        """Let the meeting be called where it was done in another way: nothing is issued."""
        sheet = self.sheet
        if sheet is not None:
            self.sheet = None
            self._desk.run(Change(Meeting, sheet.meeting.id, {"state": MeetingState.CALLED}))
            self.left.emit()

    def _keep(self, ready: CallSheet) -> None:
        letter = replace(
            ready.letter,
            subject=self.subject.text().strip(),
            text=self.text.toPlainText(),
            each=self.each.isChecked(),
            blind=self.blind.isChecked() and not self.each.isChecked(),
        )
        at = dt.datetime.combine(letter.day, dt.datetime.now().time())
        self.sheet = None
        try:
            changes = self._desk.attempt(called_out(ready, letter, self.recipients.ticked, at))
        except Exception:
            self._refresh(ready.kind)
            raise
        if changes is not None and changes.created:
            self.sent.emit(changes.created)
        else:
            self.sheet = ready

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def _late(day: dt.date, today: dt.date) -> str:
    """Say how long is left to a day, or how late it is."""
    if today > day:
        late = (today - day).days
        return say_count("{n} dag försenad", "{n} dagar försenad", late)
    return left_text(day, today)


def _as_chosen(
    one: ProposedRecipient, chosen: Mapping[str, ProposedRecipient]
) -> ProposedRecipient:
    """Return somebody with what was chosen of them before."""
    old = chosen.get(one.key)
    if old is None:
        return one
    kept = replace(one.recipient, way=old.recipient.way, address=old.recipient.address)
    return replace(one, ticked=old.ticked, recipient=kept, missing=old.missing)


def _quiet(text: str, name: str, parent: QWidget, do: Callable[[], object]) -> QWidget:
    made = build.button(text, name, parent, do)
    made.setAutoDefault(True)
    return made
