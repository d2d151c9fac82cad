"""What hinders the kallelse stands in the way of calling, saving and printing it.

The stops are listed where one is, with a way to each; to go on all the same is a choice of
its own.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from hubra_desktop.model.cures import Cure, cure_of
from hubra_desktop.model.findings import Agenda, Finding, Level
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.findings_list import CureOf, FindingsList
from hubra_desktop.ui.widgets.layouts import close_button, fold
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.work.edits import Add, Change

DEEDS = {
    "call": (N_("Kalla"), N_("Kalla ändå")),
    "save": (N_("Spara kallelsen"), N_("Spara ändå")),
    "print": (N_("Skriv ut kallelsen"), N_("Skriv ut ändå")),
    "view": (N_("Öppna kallelsen"), N_("Öppna ändå")),
}
"""What can be done with a kallelse: when nothing hinders it, and all the same."""
MOST = 160


def curing(meeting: Meeting, cure: Cure) -> Add | Change:
    """Return the one step that does what a cure offers."""
    if cure.index is not None:
        return Add(Item, cure.values, meeting.id, cure.index)
    if cure.item_id is not None:
        return Change(Item, cure.item_id, cure.values)
    return Change(Meeting, meeting.id, cure.values)


def cures_for(meeting: Meeting, style: HouseStyle, notice_days: int) -> CureOf:
    """Return what answers with the cure of a finding of a meeting."""
    return partial(cure_of, Agenda(meeting, style), notice_days=notice_days)


class StopsPanel(QFrame):
    """Lists what hinders; ``chosen`` leads to one, ``went_on`` and ``left`` answer."""

    chosen = Signal(object)
    cured = Signal(object)
    went_on = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stops-panel")
        self.setProperty("role", "stops")
        self._heading = build.label("", "section", self, name="stops-heading")
        close = close_button("stops-close", say("Stäng listan"), self.left.emit, self)
        self.list = FindingsList("stops", self, most=MOST)
        self.list.setAccessibleName(say("Det som hindrar kallelsen"))
        self.list.chosen.connect(self.chosen)
        self.list.cured.connect(self.cured)
        _, all_the_same = DEEDS["call"]
        self.go_on = build.button(say(all_the_same), "stops-go-on", self, self.went_on.emit)
        self.go_on.setAutoDefault(True)
        top = build.row((self._heading, 1), (close, Qt.AlignmentFlag.AlignTop))
        parts = (top, self.list, build.row(self.go_on, None))
        margins = (GRID + 4, GRID, GRID, GRID)
        build.column(*parts, of=self, margins=margins, spacing=GRID // 2)
        self.hide()

    def show_stops(self, deed: str, stops: tuple[Finding, ...], cures: CureOf) -> None:
        """Show what hinders a deed now; when nothing does any longer it is offered."""
        free, all_the_same = DEEDS[deed]
        self._heading.setText(
            say_count(
                "{n} sak hindrar kallelsen. Rätta den, så är det klart.",
                "{n} saker hindrar kallelsen. Rätta dem, så är det klart.",
                len(stops),
            )
            if stops
            else say("Inget hindrar kallelsen längre.")
        )
        self.setAccessibleName(self._heading.text())
        self.list.show_findings(stops, cures)
        self.go_on.setText(say(all_the_same if stops else free))
        mark(self.go_on, "role", "" if stops else "primary")
        mark(self, "stopped", bool(stops))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Calling(QObject):
    """Does what is asked with the kallelse at once, or shows first what hinders it.

    ``asked`` comes before the list is shown.
    """

    asked = Signal()

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = meeting
        self._deed = ""
        self._do: Callable[[], object] | None = None
        self._back: QWidget | None = None
        self.panel = StopsPanel(parent)
        self.panel.cured.connect(self.cure)
        self.panel.went_on.connect(self._go_on)
        self.panel.left.connect(self.leave)
        meeting.shown.connect(self.leave)
        meeting.committed.connect(self._follow)

    def ask(self, deed: str, do: Callable[[], object]) -> None:
        """Do a deed when nothing hinders it, else list what does."""
        if not self._desk.flush_or_say():
            return
        stops = self.stops()
        if not stops:
            self.leave()
            do()
            return
        self._deed, self._do = deed, do
        if self.panel.isHidden():
            self._back = QApplication.focusWidget()
        self._show(stops)
        self.asked.emit()
        self.panel.show()
        lines = self.panel.list.lines()
        (lines[0] if lines else self.panel.go_on).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.panel, self.panel.accessibleName())

    def stops(self) -> tuple[Finding, ...]:
        """Return what hinders the kallelse of the open meeting."""
        sheet = self._meeting.sheet
        if sheet is None:
            return ()
        found = self._meeting.findings_of(sheet)
        return tuple(each for each in found if each.level is Level.STOP)

    def cure(self, cure: Cure) -> None:
        """Mend a finding as it is offered; one step that can be undone."""
        if self._meeting.sheet is not None:
            self._desk.run(curing(self._meeting.sheet, cure))

    def leave(self) -> None:
        """Take the list away and do nothing."""
        self._do = None
        fold(self.panel, self._back)
        self._back = None

    def _go_on(self) -> None:
        do = self._do
        self.leave()
        if do is not None and self._desk.flush_or_say():
            do()

    def _follow(self, *_: Any) -> None:
        if not self.panel.isHidden():
            self._show(self.stops())

    def _show(self, stops: tuple[Finding, ...]) -> None:
        sheet = self._meeting.sheet
        if sheet is not None:
            cures = cures_for(sheet, self._meeting.style, self._meeting.notice_days)
            self.panel.show_stops(self._deed, stops, cures)
