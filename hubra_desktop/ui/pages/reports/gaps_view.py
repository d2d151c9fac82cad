"""What the paper lacks: each gap is answered, printed as it is, or mended where it is."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.reports.gaps import ReportGap
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import FLAG, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.level_line import ROLES
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import PlainLabel, plain_tip
from hubra_desktop.work.commands.reports import AnswerGap


class GapsView(QScrollArea):
    """One card for each gap; ``place_asked(kind, id)`` leads to where it is mended."""

    place_asked = Signal(str, str)

    def __init__(self, desk: Desk, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-gaps")
        self.setAccessibleName(say("Luckor"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._report = report
        self.cards: dict[str, GapCard] = {}
        inside = self._inside = QFrame(self)
        inside.setProperty("role", "form")
        self._told = label("", "muted", inside)
        margins = (2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self._column = column(self._told, None, of=inside, margins=margins, spacing=GRID)
        self.setWidget(inside)

    def show_gaps(self) -> None:
        """Show the gaps of the paper in view; cards being written in stay."""
        waiting = len(self._report.unanswered)
        self._told.setText(
            say_count(
                "{n} lucka är inte besvarad: skriv varför, eller låt handlingen berätta om "
                "luckan. Till dess skrivs den ut som UTKAST.",
                "{n} luckor är inte besvarade: skriv varför, eller låt handlingen berätta "
                "om luckan. Till dess skrivs den ut som UTKAST.",
                waiting,
            )
            if waiting
            else say("Alla luckor är besvarade.")
        )
        # An answered gap comes last among the gaps, but its card stays where it is
        # written in: nothing moves under the hands.
        if {gap.key for gap in self._report.gaps} != set(self.cards):
            self._rebuild()
        for gap in self._report.gaps:
            self.cards[gap.key].show_gap(gap)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for card in self.cards.values():
            card.set_editable(editable)

    def flush(self) -> bool:
        """Commit what is typed here."""
        committed = [card.flush() for card in self.cards.values()]
        return all(committed)

    def mend(self) -> str:
        """Lead to the first answer that was refused; return its name, "" for none."""
        return next(filter(None, (card.mend() for card in self.cards.values())), "")

    def _rebuild(self) -> None:
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        inside = self._inside
        for place, gap in enumerate(self._report.gaps):
            card = GapCard(self._desk, self._report, place, inside)
            card.place_asked.connect(self.place_asked)
            card.set_editable(not self._desk.read_only)
            self.cards[gap.key] = card
            self._column.insertWidget(place + 1, card)


class GapCard(Form):
    """A gap: what it is, what the register itself says, and the author's answer."""

    place_asked = Signal(str, str)

    def __init__(self, desk: Desk, report: OpenReport, place: int, parent: QWidget) -> None:
        super().__init__(f"gap-{place}", "", parent, desk=desk, prefix="gap")
        self._report = report
        self.stand_in_panel()
        mark(self.inside, "role", "card")
        self._icon = PlainLabel(parent=self.inside)
        self._sentence = label("", "", self.inside)
        self._known = label("", "muted", self.inside)
        head = QWidget(self.inside)
        row((self._icon, Qt.AlignmentFlag.AlignTop), (self._sentence, 1), of=head, spacing=GRID)
        hint, printed = (
            say("Svaret skrivs ut i handlingen"),
            say("Låt handlingen berätta om luckan"),
        )
        self.build(
            head,
            self._known,
            Field("text", say("Svar"), TEXT, least=1, hint=hint),
            Field("printed", printed, FLAG),
        )
        text, there = say("Rätta där det hör hemma"), icon("external", "accent")
        self._there = button(text, "gap-mend", self.inside, self._go, role="link", mark=there)
        self.put_below(self._there)

    def show_gap(self, gap: ReportGap) -> None:
        """Show the gap as it is now."""
        level = "check" if gap.settled else gap.level.value
        colour = "success" if gap.settled else ROLES[gap.level.value]
        self._icon.setPixmap(icon(level, colour).pixmap(18, 18))
        state = say("Besvarad") if gap.settled and gap.must else word(gap.level)
        self._icon.setToolTip(plain_tip(state))
        self._sentence.setText(gap.sentence)
        self.setAccessibleName(f"{state}: {gap.sentence}")
        self._known.setText(say("Registret säger: {words}", words=gap.known))
        self._known.setVisible(bool(gap.known))
        self._there.setVisible(gap.where is not None)
        self._where = gap.where
        answer = gap.answer
        text, printed = (answer.text, answer.printed) if answer else ("", False)
        self.show_record(SimpleNamespace(id=gap.key, text=text, printed=printed))

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        """Answer the gap; a tick carries with it what is being written."""
        report = self._report.sheet
        if report is not None:
            now = {"text": self.entries["text"].read(), "printed": self.record.printed, **values}
            answer = AnswerGap(report.id, self.record.id, now["text"], now["printed"])
            self.desk.attempt_now(answer)

    def _go(self) -> None:
        if self._where is not None:
            self.place_asked.emit(self._where.kind, self._where.id)
