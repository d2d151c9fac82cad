"""The part Att diarieföra: what came in, was made and was sent, and whether it is entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.dispatch.diary import DiaryEntry
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.dispatch import DiaryTick
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import DAY, FACT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.money.filtered_list import FilteredList
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.ui.widgets.build import button, column
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.diary import diary

FOLLOWED = frozenset({
    "diary_tick", "dispatch", "dispatch_recipient", "meeting_paper", "issued_paper",
    "consultation", "grant", "meeting",
})  # fmt: skip
"""What the diary's list is read from."""


@dataclass(frozen=True)
class DiaryLine:
    """A document of the diary as a row, known by what it is about."""

    entry: DiaryEntry

    @property
    def id(self) -> str:
        """Return what the document is about."""
        return self.entry.source

    @property
    def quiet(self) -> bool:
        """Tell whether nothing is left to do about it."""
        return not self.entry.waits


def diary_columns() -> tuple[ColumnOf[DiaryLine], ...]:
    """Return the columns of the list."""
    return (
        ColumnOf(say("Datum"), lambda line: short_date(line.entry.day), 104),
        ColumnOf(say("Riktning"), lambda line: capitalised(word(line.entry.direction)), 110),
        ColumnOf(say("Handling"), lambda line: line.entry.what),
        ColumnOf(say("Från eller till"), lambda line: line.entry.who, needs=700),
        ColumnOf(say("Diarienummer"), lambda line: line.entry.number, 150, needs=860),
        ColumnOf(
            say("Läge"),
            diary_state,
            200,
            picture=lambda line: ("clock", "accent") if line.entry.waits else ("check", "muted"),
            sorts=lambda line: (not line.entry.waits, line.entry.day),
        ),
    )


def diary_state(line: DiaryLine) -> str:
    """Say in a cell whether a document is entered, and when."""
    tick = line.entry.tick
    if tick is None:
        return say("Väntar")
    day = tick.registered_on
    return say("Diarieförd {day}", day=short_date(day)) if day else say("Diarieförd")


def _words(line: DiaryLine) -> str:
    entry = line.entry
    return folded(f"{entry.what} {entry.who} {entry.number} {entry.case_number}")


class DiaryList(FilteredList[DiaryLine]):
    """The documents: those that wait or all, of the open meeting or of the whole register."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__("diary", say("Att diarieföra"), diary_columns(), _words, parent)
        self.setObjectName("diary-list")
        self._desk, self._meeting = desk, meeting
        self.state = _choice(self, "diary-state", say("Läge"), [
            (say("Väntar"), True), (say("Alla"), False),
        ])  # fmt: skip
        self.scope = _choice(self, "diary-scope", say("Omfattning"), [
            (say("Hela registret"), False), (say("Det här sammanträdet"), True),
        ])  # fmt: skip
        self.secrets = _choice(self, "diary-secrets", say("Sekretess"), [
            (say("Hemliga dolda"), True), (say("Hemliga visade"), False),
        ])  # fmt: skip
        self.none = EmptyState(
            say("Inget att diarieföra"),
            say(
                "Här står det som har kommit in, upprättats och skickats, tills du har markerat "
                "det som diariefört. Numret ger kommunens diarium."
            ),
            parent=self,
        )
        self.mark = button(say("Markera som diarieförd…"), "diary-mark", self, role="primary")
        self.export = button(
            say("Spara som tabell…"), "diary-export", self, self._export, mark=icon("export")
        )
        choices = (self.state, self.scope, self.secrets)
        search = ("diary-search", say("Sök i listan"))
        self.lay_out((self.mark, self.export), choices, search, 120)
        self.state.commit_by(self.narrow)
        for each in (self.scope, self.secrets):
            each.commit_by(self.read)

    def read(self, *_: object) -> None:
        """Read the list anew and show what the choices leave of it."""
        sheet = self._meeting.sheet
        only = sheet.id if self.scope.value() and sheet is not None else None
        with self._desk.read() as reader:
            found = diary(reader, meeting_id=only, openly=bool(self.secrets.value()))
        self.show_lines([DiaryLine(each) for each in found])

    def wanted(self, line: DiaryLine) -> bool:
        return line.entry.waits or not self.state.value()

    def narrowed(self, lines: Sequence[DiaryLine]) -> None:
        waiting = sum(line.entry.waits for line in self._lines)
        done = len(self._lines) - waiting
        texts = (
            say_count("{n} handling väntar", "{n} handlingar väntar", waiting),
            say_count("{n} är diarieförd", "{n} är diarieförda", done),
        )
        self.sums.setText(" · ".join(texts))
        self.mark.setEnabled(bool(lines) and not self._desk.read_only)

    def current(self) -> DiaryEntry | None:
        """Return the document that is chosen."""
        chosen = self.view.current_id()
        return next((line.entry for line in self._lines if line.id == chosen), None)

    def _export(self) -> None:
        from hubra_desktop.work.dispatch_tables import export_diary

        save_table(
            self._desk,
            self,
            say("Att diarieföra"),
            lambda reader, xlsx: export_diary(reader, xlsx=xlsx),
        )


class DiaryForm(FormPanel):
    """Marks a document as entered, with its day and number; a mark can be changed or removed."""

    def __init__(self, desk: Desk, entry: DiaryEntry, today: date) -> None:
        super().__init__("form-diary", desk)
        self._entry, self._tick = entry, entry.tick
        told = (
            (say("Handling"), entry.what), (say("Från eller till"), entry.who),
            (say("Ärendets diarienummer"), entry.case_number),
        )  # fmt: skip
        facts = [
            Field(f"fact-{place}", name, FACT, first=text)
            for place, (name, text) in enumerate(told)
            if text
        ]
        self.fill(
            say("Diarieförd handling"),
            say("Spara"),
            *facts,
            Field("registered_on", say("Diarieförd den"), DAY, first=today),
            Field("number", say("Nummer i diariet"), hint=say("som diariet gav den")),
        )
        if self._tick is not None:
            self.show_record(self._tick)
            tick_id = self._tick.id
            self.offer_removal(
                say("Ta bort markeringen"),
                lambda: Remove(DiaryTick, tick_id),
                say("Handlingen väntar åter på att diarieföras."),
            )

    def commit(self, values: Values) -> object:
        kept = {name: values[name] for name in ("registered_on", "number")}
        if self._tick is not None:
            return self.change(self._tick, Values(kept))
        return self.run(Add(DiaryTick, {"source": self._entry.source, **kept}))


class DiaryPart(ReadWhenSeen, Page):
    """The list, and beside it the form of the document that is marked."""

    followed = FOLLOWED

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, _actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diary-part")
        self._desk = desk
        self._editable = True
        self.list = DiaryList(desk, meeting, self)
        self.side = FormHost(self.list, self)
        column((self.side, 1), of=self)
        self.list.mark.clicked.connect(self.mark)
        self.list.view.opened.connect(self.mark)
        meeting.shown.connect(self.refresh)
        desk.changed.connect(self.follow_changes)

    def start(self) -> None:
        self.read_now()

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        self.list.mark.setEnabled(editable and bool(self.list.view.current_id()))

    def panes(self) -> list[QWidget]:
        return [self.list.view]

    def mark(self, *_: object) -> None:
        """Open the form of the document that is chosen."""
        entry = self.list.current()
        if entry is not None and not self._editable:
            self._desk.messages.tell(self._desk.closed_told)
        elif entry is not None:
            form = DiaryForm(self._desk, entry, self._desk.today())
            self.side.open(form, begin="number", about=entry.source)

    def go_to(self, kind: str, record_id: str) -> bool:
        self.read_now()
        self.list.view.setFocus()
        return True

    def read_anew(self) -> None:
        if self._desk.workspace is not None:
            self.list.read()


def _choice(
    parent: QWidget, name: str, title: str, choices: list[tuple[str, object]]
) -> ChoiceField:
    field = ChoiceField(name, title, parent)
    field.offer(choices)
    field.show_value(choices[0][1])
    field.setMinimumContentsLength(min(12, max(len(text) for text, _ in choices)))
    return field
