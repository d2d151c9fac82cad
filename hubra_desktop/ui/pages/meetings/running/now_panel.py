"""What goes on now: the row, who presents it, and how its time goes."""

from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.running import RunningMeeting, RunningRow
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import clock
from hubra_desktop.ui.pages.meetings.running.time_bar import TimeBar
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.marks import mark


class NowPanel(QFrame):
    """The row that goes on; before the meeting and after it, how that stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("now-panel")
        self.title = build.label("", "display", self, name="now-title")
        self.about = build.label("", "muted", self, name="now-about")
        self.bar = TimeBar(self)
        self.time = build.label("", "lead-text", self, name="now-time")
        build.column(self.title, self.about, self.bar, self.time, of=self, spacing=GRID // 2)

    def show_meeting(self, going: RunningMeeting, number: str, *, opened: bool) -> None:
        """Show what goes on at a meeting; ``number`` is that of the row in the agenda."""
        row = going.current
        self.bar.setVisible(row is not None)
        if row is None:
            self.title.setText(_between(going, opened=opened))
            self.about.setText("")
            self.time.setText("")
            return
        title = titled(row.item, number)
        self.title.setText(say("Paus") if going.pause and not row.item.title else title)
        self.about.setText(about(row.item))
        self.about.setVisible(bool(self.about.text()))
        self.bar.show_time(row.spent, row.planned)
        self.time.setText(time_text(row, going))
        mark(self.time, "level", "warning" if (row.left or 0) < 0 else "")


def titled(item: Item, number: str) -> str:
    """Return a row's title with its number before it."""
    return f"{number}  {item.title}" if number else item.title


def about(item: Item) -> str:
    """Return who presents a row, and its case number."""
    people = [
        ", ".join(part for part in (each.name or each.unit, each.title) if part)
        for each in item.presenters
    ]
    return " · ".join(part for part in (*people, item.case_number) if part)


def time_text(row: RunningRow, going: RunningMeeting) -> str:
    """Say how long a row has gone on, and how much of its time is left."""
    parts = []
    if going.pause is not None and going.pause.item_id is None:
        parts.append(say("Paus sedan {time}", time=clock(going.pause.started)))
    if row.planned is not None:
        left = minutes_left_text(row.left or 0)
        parts.append(say("{left} av {minutes} planerade", left=left, minutes=row.planned))
    if row.start is not None:
        parts.append(say("började {time}", time=clock(row.start)))
    if row.planned is None:
        parts.append(say_count("{n} minut hittills", "{n} minuter hittills", row.spent))
    return " · ".join(parts)


def minutes_left_text(left: int) -> str:
    """Say how many minutes are left, or have been passed."""
    if left < 0:
        return say_count("{n} minut över tiden", "{n} minuter över tiden", -left)
    return say_count("{n} minut kvar", "{n} minuter kvar", left)


def late_text(late: int | None) -> str:
    """Say how a meeting keeps to its plan."""
    if late is None:
        return ""
    if late > 0:
        return say_count("{n} minut efter planen", "{n} minuter efter planen", late)
    if late < 0:
        return say_count("{n} minut före planen", "{n} minuter före planen", -late)
    return say("Enligt planen")


def _between(going: RunningMeeting, *, opened: bool) -> str:
    if opened:
        ended = going.end
        return say("Sammanträdet slutade {time}", time=clock(ended)) if ended else ""
    return say("Sammanträdet har inte börjat")
