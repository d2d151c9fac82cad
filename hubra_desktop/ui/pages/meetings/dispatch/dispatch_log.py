"""The log of a meeting's dispatches: each issue with its version and state, and who got it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from hubra_desktop.model.dispatch.covering_letters import OWN_TIME
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.meeting_papers import sent_papers
from hubra_desktop.model.records.dispatch import DispatchRecipient
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import capitalised, listed, short_date
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.dispatch.dispatch_hands import DispatchHands
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.button_grid import ButtonGrid
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.calling.call_sheets import counted_text, sendable_kinds
from hubra_desktop.work.commands.dispatches import MarkReturned, MarkSent
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.dispatches import went_by
from hubra_desktop.work.queries.sent_log import LoggedSending, sent_log

LEAST, MOST = 2, 5
"""Dispatches that are seen without scrolling: a meeting seldom has more."""

_CALLS = {
    DispatchKind.CALL: N_("Kalla…"),
    DispatchKind.CHANGES: N_("Skicka ändringarna…"),
    DispatchKind.ADDITION: N_("Skicka tilläggslistan…"),
    DispatchKind.PACKET: N_("Skicka handlingarna…"),
    DispatchKind.CANCELLED: N_("Meddela att det är inställt…"),
    DispatchKind.MOVED: N_("Meddela att det är flyttat…"),
}


@dataclass(frozen=True)
class GotRow:
    """One who was sent a dispatch."""

    one: DispatchRecipient

    @property
    def id(self) -> str:
        """Return the recipient's id."""
        return self.one.id


class DispatchLog(QWidget):
    """``call_asked`` asks for the sheet where more is sent."""

    call_asked = Signal()

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dispatch-log")
        self._desk, self._meeting = desk, meeting
        self._editable = True
        self._lines: dict[str, LoggedSending] = {}
        self.hands = DispatchHands(desk, self)
        self.told = build.label("", "section", self, name="dispatch-told")
        self.call = self._button(say("Kalla…"), "dispatch-call", self.call_asked.emit, "primary")
        self.packet = self._button(say("Paketet som PDF…"), "dispatch-packet", self._save_packet)
        self.folder = self._button(say("Paketet som mapp…"), "dispatch-folder", self._save_folder)
        self.public = QCheckBox(say("Bara det som är till för alla"), self)
        self.public.setObjectName("dispatch-public")
        self.public.toggled.connect(self._show_size)
        self.size_told = build.label("", "muted", self, name="dispatch-size")
        self.log: RowsModel[LoggedSending] = RowsModel(_log_columns(), self)
        self.view = RowsView("dispatch-rows", say("Utskick"), self.log, self)
        self.view.setSortingEnabled(False)
        self.view.row_chosen.connect(self._show_chosen)
        self.view.opened.connect(self._open_first)
        self.got: RowsModel[GotRow] = RowsModel(_got_columns(), self)
        self.got_view = RowsView("dispatch-got", say("Mottagare"), self.got, self)
        self.got_told = build.label("", "muted", self, name="dispatch-got-told")
        self._make_buttons()
        self._lay_out()

    def _button(
        self, text: str, name: str, do: Callable[[], object], role: str = ""
    ) -> QPushButton:
        made = build.button(text, name, self, do, role=role)
        made.setAutoDefault(True)
        return made

    def _make_buttons(self) -> None:
        self.each = QCheckBox(say("Ett brev till var och en"), self)
        self.each.setObjectName("dispatch-each")
        self.with_packet = QCheckBox(say("Bifoga paketet"), self)
        self.with_packet.setObjectName("dispatch-with-packet")
        self.paper_buttons = [
            self._button(say("Öppna"), "dispatch-open", self._open),
            self._button(say("Spara PDF…"), "dispatch-save", self._save),
            self._button(say("Skriv ut för post…"), "dispatch-print", self._print),
        ]
        self.dispatch_buttons = [
            self._button(say("Mejlutkast…"), "dispatch-drafts", self._save_drafts),
            self._button(say("Kalenderfil…"), "dispatch-calendar", self._save_calendar),
            self._button(say("Etiketter…"), "dispatch-labels", self._save_labels),
            self._button(say("Jobbkort…"), "dispatch-job", self._save_job_card),
        ]
        self.mark_buttons = [
            self._button(say("Alla skickade i dag"), "dispatch-all-sent", self._mark_all),
            self._button(say("Skickat i dag"), "dispatch-sent", self._mark_sent),
            self._button(say("Kom i retur i dag"), "dispatch-returned", self._mark_returned),
        ]

    def _lay_out(self) -> None:
        top = build.row((self.told, 1), self.call, spacing=GRID)
        packets = build.row(self.packet, self.folder, None, spacing=GRID)
        packet = BesideOrUnder(packets, build.row(self.public, None), self)
        files = ButtonGrid("dispatch-files", 4, self)
        files.show_buttons([*self.paper_buttons, *self.dispatch_buttons])
        choices = build.row(self.each, self.with_packet, None, spacing=2 * GRID)
        marks = build.row(*self.mark_buttons, None, spacing=GRID)
        self.got_view.setMinimumHeight(theme().row_height * 3)
        self.details = QWidget(self)
        parts = (self.view, files, choices, self.got_told, (self.got_view, 1), marks)
        build.column(*parts, of=self.details, spacing=GRID)
        build.column(top, packet, self.size_told, (self.details, 1), None, of=self, spacing=GRID)

    def _fit(self, lines: int) -> None:
        """Let the list be as high as its lines, within bounds."""
        header = self.view.horizontalHeader().sizeHint().height()
        shown = min(max(lines, LEAST), MOST)
        self.view.setFixedHeight(theme().row_height * shown + header + 4)

    def refresh(self) -> None:
        """Read the log of the open meeting."""
        sheet = self._meeting.sheet
        if sheet is None or self._desk.workspace is None:
            self._lines = {}
            self.log.show_rows(())
            self._show_chosen()
            return
        with self._desk.read() as reader:
            lines = sent_log(reader, sheet.id)
            kinds = sendable_kinds(reader, sheet)
        self._lines = {line.id: line for line in lines}
        self.log.show_rows(lines)
        self.told.setText(say("Det som har gått ut") if lines else _nothing_sent(sheet))
        self._fit(len(lines))
        self.details.setVisible(bool(lines))
        self._show_size()
        self.call.setText(say(_CALLS[kinds[0]]) if kinds else say("Kalla…"))
        first = kinds[0] if kinds else None
        mark(self.call, "role", "" if first is DispatchKind.PACKET else "primary")
        self.call.setEnabled(bool(kinds) and self._editable)
        self.call.setToolTip(plain_tip("" if kinds else say("Kallelsen säger det som gäller.")))
        if lines and not self.view.current_id():
            self.view.choose(lines[0].id)
        self._show_chosen()

    def _show_size(self, *_: object) -> None:
        """Tell how many papers a packet would have, and how large their files are."""
        sheet, told = self._meeting.sheet, ""
        if sheet is not None:
            sent = list(sent_papers(sheet, public=self.public.isChecked()))
            size = sum(each.size for each in sent)
            told = say_count("{n} handling", "{n} handlingar", len(sent)) if sent else ""
            told = f"{told}, {size_text(size)}" if size else told
        self.size_told.setText(told)
        self.size_told.setVisible(bool(told))

    def choose(self, line_id: str) -> bool:
        """Show one dispatch."""
        return self.view.choose(line_id)

    def _line(self) -> LoggedSending | None:
        return self._lines.get(self.view.current_id())

    def _show_chosen(self, *_: object) -> None:
        line = self._line()
        dispatch = line.dispatch if line else None
        usable: list[tuple[Iterable[QWidget], bool]] = [
            (self.paper_buttons, bool(line and line.papers)),
            ((*self.dispatch_buttons, self.each, self.with_packet), dispatch is not None),
            (self.mark_buttons, dispatch is not None and self._editable),
        ]
        for parts, enabled in usable:
            for part in parts:
                part.setEnabled(enabled)
        self.got.show_rows([GotRow(each) for each in dispatch.recipients] if dispatch else [])
        self.got_told.setText(_sent_text(line))
        self.each.setChecked(bool(dispatch and OWN_TIME in dispatch.text))
        self.with_packet.setChecked(bool(line and line.kind is DispatchKind.PACKET))

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.refresh()

    def _open_first(self, _line_id: str) -> None:
        self._open()

    def _open(self) -> None:
        if (line := self._line()) and line.papers:
            self.hands.open_paper(line.papers[0])

    def _save(self) -> None:
        if (line := self._line()) and line.papers:
            self.hands.save_paper(line.papers[0])

    def _print(self) -> None:
        if (line := self._line()) and line.papers:
            self.hands.print_paper(line.papers[0])

    def _save_drafts(self) -> None:
        line, sheet = self._line(), self._meeting.sheet
        if line is None or sheet is None or not self._desk.flush_or_say():
            return
        packet = None
        if self.with_packet.isChecked():
            packet = self.hands.gathered(sheet.id, self._audience())
            if packet is None:
                return
        self.hands.save_drafts(line.id, each=self.each.isChecked(), packet=packet)

    def _save_calendar(self) -> None:
        if line := self._line():
            self.hands.save_calendar(line.id)

    def _save_labels(self) -> None:
        self._save_made("etiketter")

    def _save_job_card(self) -> None:
        self._save_made("jobbkort")

    def _save_made(self, name: str) -> None:
        sheet = self._meeting.sheet
        if sheet is not None:
            self.hands.save_made(PaperRequest(name, sheet.id))

    def _audience(self) -> Audience:
        return Audience.PUBLIC if self.public.isChecked() else Audience.INTERNAL

    def _save_packet(self) -> None:
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.flush_or_say():
            packet = self.hands.gathered(sheet.id, self._audience())
            if packet is not None:
                self.hands.save_packet(packet)

    def _save_folder(self) -> None:
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.flush_or_say():
            packet = self.hands.gathered(sheet.id, self._audience())
            if packet is not None:
                self.hands.save_folder(packet)

    def _mark_all(self) -> None:
        line = self._line()
        if line is not None and line.dispatch is not None:
            left = [each.id for each in line.dispatch.recipients if each.sent is None]
            self._desk.run(MarkSent(line.id, left, self._desk.today()))

    def _mark_sent(self) -> None:
        """Mark the chosen recipient as sent today, or take the mark away."""
        line, one = self._line(), self._chosen()
        if line is not None and one is not None:
            day = None if one.sent else self._desk.today()
            self._desk.run(MarkSent(line.id, [one.id], day))

    def _mark_returned(self) -> None:
        """Mark that it came back today, or take the mark away."""
        line, one = self._line(), self._chosen()
        if line is not None and one is not None:
            day = None if one.returned else self._desk.today()
            self._desk.run(MarkReturned(line.id, [one.id], day))

    def _chosen(self) -> DispatchRecipient | None:
        line, here = self._line(), self.got_view.current_id()
        if line is None or line.dispatch is None:
            return None
        found = next((each for each in line.dispatch.recipients if each.id == here), None)
        if found is None:
            self._desk.messages.warn(say("Välj först en av mottagarna."))
            self.got_view.setFocus(Qt.FocusReason.OtherFocusReason)
        return found


def _sent_text(line: LoggedSending | None) -> str:
    if line is None:
        return ""
    if line.dispatch is None:
        return say("Utfärdad, men inte skickad till någon härifrån.")
    gone = sum(each.sent is not None for each in line.dispatch.recipients)
    of = len(line.dispatch.recipients)
    if gone == of:
        return say("Skickat till alla {of}.", of=of)
    return say("Skickat till {gone} av {of}. Bocka av när det har gått.", gone=gone, of=of)


def _log_columns() -> tuple[ColumnOf[LoggedSending], ...]:
    return (
        ColumnOf(say("Datum"), lambda line: short_date(line.day), 92),
        ColumnOf(say("Vad"), lambda line: capitalised(word(line.kind))),
        ColumnOf(say("Version"), lambda line: str(line.version), 72),
        ColumnOf(say("Läge"), lambda line: capitalised(word(line.state)) if line.state else "", 92),
        ColumnOf(say("Till"), _to, 72),
        ColumnOf(say("Sätt"), _ways, 200, needs=640),
    )


def _to(line: LoggedSending) -> str:
    return counted_text(line.dispatch.recipients) if line.dispatch else ""


def _ways(line: LoggedSending) -> str:
    if line.dispatch is None:
        return ""
    return listed([f"{count} {word(way)}" for way, count in went_by(line.dispatch).items()])


def _got_columns() -> tuple[ColumnOf[GotRow], ...]:
    return (
        ColumnOf(say("Namn"), lambda row: row.one.name, 190),
        ColumnOf(say("Roll"), lambda row: capitalised(row.one.role), 120, needs=720),
        ColumnOf(say("Sätt"), lambda row: capitalised(word(row.one.way)), 84),
        ColumnOf(say("Adress"), lambda row: ", ".join(row.one.address.splitlines())),
        ColumnOf(say("Din tid"), lambda row: row.one.slot, 110, needs=860),
        ColumnOf(say("Skickat"), lambda row: short_date(row.one.sent) if row.one.sent else "", 92),
        ColumnOf(
            say("Retur"), lambda row: short_date(row.one.returned) if row.one.returned else "", 92,
            needs=560,
        ),
    )  # fmt: skip


def _nothing_sent(meeting: Meeting) -> str:
    """Say why the list is empty: a meeting may have been called in another way."""
    if meeting.state in (MeetingState.PLANNED, MeetingState.PREPARING):
        return say("Ingen är kallad än. Härifrån utfärdas och skickas kallelsen.")
    return say("Sammanträdet är kallat på annat sätt: registret har inget utskick av det.")
