"""Everything about one paper of a meeting, edited in place beside the list of them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.meeting_papers import paper_groups
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.terms import UNNUMBERED_KINDS, MeetingPaperKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import CHOICE, DAY, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.papers.paper_hands import PaperHands
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.meeting_papers import meeting_stop_day
from hubra_desktop.work.queries.people import PersonRow, persons
from hubra_desktop.work.queries.reports import ReportRow, report_rows

YEARS_OF_REPORTS = 3
"""How many years back papers that are written here are offered."""


class MeetingPaperForm(Form):
    """Edits one paper; its file is opened, saved elsewhere and replaced here too."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, hands: PaperHands, parent: QWidget | None = None
    ) -> None:
        super().__init__("paper-form", "", parent, desk=desk, change=MeetingPaper)
        self.setAccessibleName(say("Handling"))
        self._meeting, self._hands = meeting, hands
        self._people: PeopleByName[PersonRow] = PeopleByName(())
        self._reports: tuple[ReportRow, ...] = ()
        kinds = terms_of(MeetingPaperKind, word)
        self.build(
            self._about_file(),
            Field("title", say_in("title", "Rubrik")),
            (
                Field("kind", say("Slag"), CHOICE, choices=kinds),
                Field("number_typed", say("Bilaga nr"), hint=say("av sig självt")),
            ),
            Field("item_id", say("Hör till ärendet"), CHOICE),
            (
                Field("author", say("Från"), hint=say("vem som skriver den")),
                Field("date", say("Daterad"), DAY),
            ),
            (
                Field("due", say("Lämnas senast"), DAY),
                Field("received", say_in("paper", "Kom in"), DAY),
            ),
            Field("report_id", say("Skrivs här i registret"), CHOICE, shown=_no_file),
            Field("secret", say("Sekretess"), FLAG, tip=say("Den går inte med i offentliga tryck")),
            Field(
                "secrecy_ground",
                say("Lagrum"),
                hint=say("t.ex. OSL 18 kap. 1 §"),
                shown=lambda paper: paper.secret or bool(paper.secrecy_ground),
            ),
            Field("left_out", say("Skickas inte med"), FLAG),
            Field(
                "left_out_reason",
                say("Varför"),
                TEXT,
                shown=lambda paper: paper.left_out or bool(paper.left_out_reason),
            ),
            Field("note", say("Anteckning"), TEXT),
        )
        self.end()

    def _about_file(self) -> QWidget:
        place = QWidget(self.inside)
        self.file = build.label("", "muted", place, name="paper-file")
        self.opens = self._button("paper-open", say("Öppna"), self._hands.open, place)
        self.saves = self._button("paper-save", say("Spara en kopia…"), self._hands.save, place)
        self.replaces = self._button("paper-replace", "", self._hands.replace, place)
        buttons = build.row(self.opens, self.saves, None, spacing=GRID)
        under = build.row(self.replaces, None, spacing=GRID)
        build.column(self.file, buttons, under, of=place, spacing=GRID // 2)
        return place

    def _button(
        self, name: str, text: str, do: Callable[[MeetingPaper], object], place: QWidget
    ) -> QPushButton:
        def press() -> None:
            if self.record is not None:
                do(self.record)

        made = build.button(text, name, place, press)
        made.setAutoDefault(True)
        return made

    def near(self) -> date:
        sheet = self._meeting.sheet
        return sheet.date if sheet is not None else self.desk.today()

    def start_over(self) -> None:
        """Offer what the register knows, read anew for each paper that is opened."""
        super().start_over()
        with self.desk.read() as reader:
            people = persons(reader)
            reports = report_rows(reader)
        self._people = PeopleByName(people)
        complete(self.texts["author"], self._people.labels)
        self._reports = reports

    def fill(self, record: Any) -> None:
        paper: MeetingPaper = record
        sheet = self._meeting.sheet
        if sheet is not None:
            groups = [group for group in paper_groups(sheet) if group.item is not None]
            offered = [
                (f"{g.number}  {' '.join(g.item.title.split())}".strip(), g.item.id)
                for g in groups
                if g.item is not None
                and (g.item.kind not in UNNUMBERED_KINDS or g.item.id == paper.item_id)
            ]
            self.choices["item_id"].offer([(say("Hela sammanträdet"), None), *offered])
            with self.desk.read() as reader:
                stop = meeting_stop_day(reader, sheet)
            hint = say("{day}, stoppdagen", day=day_in_text(stop)) if stop else ""
            self.entries["due"].set_hint(hint)
        self._offer_reports(paper)
        super().fill(record)
        self._tell_file(paper)

    def _offer_reports(self, paper: MeetingPaper) -> None:
        """Offer the papers of the years near, and the one that is linked from whichever year."""
        near = range(self.near().year - YEARS_OF_REPORTS, self.near().year + 2)
        offered = [
            (f"{word(row.kind)}: {row.title}".removesuffix(": "), row.id)
            for row in self._reports
            if row.year in near or row.id == paper.report_id
        ]
        self.choices["report_id"].offer([(say("Nej"), None), *offered])

    def _tell_file(self, paper: MeetingPaper) -> None:
        here = paper.sha256 is not None or paper.report_id is not None
        if paper.sha256 is not None:
            text = f"{paper.name} · {size_text(paper.size)}"
        elif paper.report_id is not None:
            text = say("Skrivs här. PDF:en görs när den behövs.")
        else:
            text = say("Ingen fil än. Släpp den på raden, eller välj den här.")
        self.file.setText(text)
        self.opens.setVisible(here)
        self.saves.setVisible(here)
        newer = say("Ersätt med en nyare…") if paper.sha256 else say("Lägg till filen…")
        self.replaces.setText(newer)
        self.replaces.setEnabled(self.editable)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        written = dict(values)
        if "author" in values:
            written["author"], written["author_id"] = self._people.named(str(values["author"]))
        self.desk.attempt_now(Change(MeetingPaper, self.record.id, written, edit))


def _no_file(paper: MeetingPaper) -> bool:
    return getattr(paper, "sha256", None) is None
