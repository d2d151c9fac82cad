"""Att lämna in: the papers not yet in of all coming meetings, and who is to be reminded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.meeting_papers import PaperStanding
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.papers.papers_model import STANDINGS
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.calling.reminding import Reminder, reminders
from hubra_desktop.work.queries.meeting_papers import PaperLine, papers_owed
from hubra_desktop.work.queries.register import today

FOLLOWED = frozenset({"agenda_item", "body_rules", "meeting", "meeting_paper", "register"})


class OwedList(ReadWhenSeen, QWidget):
    """``opened(id)`` asks for a paper in its meeting, ``remind_asked`` to write reminders."""

    opened = Signal(str)
    remind_asked = Signal()
    followed = FOLLOWED

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("owed-papers")
        self._desk = desk
        self._editable = True
        self._owed: tuple[PaperLine, ...] = ()
        self.rows: RowsModel[PaperLine] = RowsModel(_columns(), self)
        self.view = RowsView("owed-rows", say("Att lämna in"), self.rows, self)
        self.none = build.label("", "muted", self, name="owed-none")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sums = build.label("", "muted", self, name="owed-sums")
        self.remind = build.button(
            say("Påminn…"), "owed-remind", self, self.remind_asked.emit, role="primary"
        )
        self.export = build.button(
            say("Spara som tabell…"), "owed-export", self, self._export, mark=icon("export")
        )
        for each in (self.remind, self.export):
            each.setAutoDefault(True)
        self.tools = (self.remind, self.export)
        build.column((self.view, 1), (self.none, 1), self.sums, of=self, spacing=GRID)
        self.view.opened.connect(self.opened)
        desk.changed.connect(self.follow_changes)

    def read_anew(self) -> None:
        if self._desk.workspace is None:
            return
        with self._desk.read() as reader:
            self._owed = papers_owed(reader, today(reader))
        self.rows.show_rows(self._owed)
        for each in (self.view, self.sums):
            each.setVisible(bool(self._owed))
        for tool in self.tools:
            tool.setEnabled(bool(self._owed) and (self._editable or tool is self.export))
        self.none.setVisible(not self._owed)
        self.none.setText(say("Inget väntas till något kommande sammanträde."))
        late = sum(line.standing is PaperStanding.LATE for line in self._owed)
        told = [say_count("{n} handling väntas", "{n} handlingar väntas", len(self._owed))]
        if late:
            told.append(say_count("{n} är försenad", "{n} är försenade", late))
        self.sums.setText(" · ".join(told))

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes: a reminder is noted."""
        self._editable = editable
        self.remind.setEnabled(editable and bool(self._owed))

    def letters(self) -> tuple[Reminder, ...]:
        """Return a letter to each who owes something, the one of the chosen row first."""
        current = self.view.current_id()
        with self._desk.read() as reader:
            found = reminders(reader, self._owed, today(reader))
        return tuple(sorted(found, key=lambda letter: current not in letter.paper_ids))

    def _export(self) -> None:
        from hubra_desktop.work.paper_table import export_papers

        with self._desk.refusing():
            save_table(
                self._desk,
                self,
                say("Handlingar"),
                lambda reader, xlsx: export_papers(reader, xlsx=xlsx),
            )


def _columns() -> tuple[ColumnOf[PaperLine], ...]:
    return (
        ColumnOf(say("Sammanträde"), lambda line: short_date(line.meeting_day), 104),
        ColumnOf(say("Handling"), lambda line: line.title),
        ColumnOf(say("Ärende"), _item, needs=940),
        ColumnOf(say("Från"), lambda line: line.paper.author or "–", 130),
        ColumnOf(
            say("Läge"),
            lambda line: line.standing_text,
            236,
            sorts=lambda line: line.due or line.meeting_day,
            picture=lambda line: STANDINGS[line.standing],
        ),
        ColumnOf(say("Påmind"), _reminded, 104, needs=640),
    )


def _item(line: PaperLine) -> str:
    return f"{line.item_number}  {line.item}".strip()


def _reminded(line: PaperLine) -> str:
    return short_date(line.paper.reminded_on) if line.paper.reminded_on else ""
