"""What the paper lacks: each gap is answered, printed as it is, or mended where it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.reports.gaps import ReportGap
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import TextArea
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.checks import ROLES
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.theme import GRID
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
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(GRID)
        self._told = QLabel(inside)
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)
        self._column.addWidget(self._told)
        self._column.addStretch(1)
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
        return all(list(map(GapCard.flush, self.cards.values())))

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


class GapCard(QFrame):
    """A gap: what it is, what the register itself says, and the author's answer."""

    place_asked = Signal(str, str)

    def __init__(self, desk: Desk, report: OpenReport, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"gap-{place}")
        self.setProperty("role", "card")
        self._desk = desk
        self._report = report
        self._gap: ReportGap | None = None
        self._icon = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._known = QLabel(self)
        self._known.setProperty("role", "muted")
        self._known.setWordWrap(True)
        for label in (self._sentence, self._known):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.answer = TextArea("answer", say("Svar"), self, least=1)
        self.answer.setPlaceholderText(say("Skriv svaret på luckan"))
        self.answer.commit_by(self._write)
        self.printed = QCheckBox(say("Låt handlingen berätta om luckan"), self)
        self.printed.setObjectName("gap-printed")
        self.printed.clicked.connect(self._tick)
        self._there = QPushButton(icon("external", "accent"), say("Rätta där det hör hemma"), self)
        self._there.setObjectName("gap-mend")
        self._there.setProperty("role", "link")
        self._there.clicked.connect(self._go)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(top)
        column.addWidget(self._known)
        column.addWidget(self.answer)
        # Under each other: beside each other they are wider than a narrow window's page.
        column.addWidget(self.printed, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._there, 0, Qt.AlignmentFlag.AlignLeft)

    def show_gap(self, gap: ReportGap) -> None:
        """Show the gap as it is now."""
        self._gap = gap
        level = "check" if gap.settled else gap.level.value
        colour = "success" if gap.settled else ROLES[gap.level.value]
        self._icon.setPixmap(icon(level, colour).pixmap(18, 18))
        state = say("Besvarad") if gap.settled and gap.must else word(gap.level)
        self._icon.setToolTip(state)
        self._sentence.setText(gap.sentence)
        self.setAccessibleName(f"{state}: {gap.sentence}")
        self._known.setText(say("Registret säger: {words}", words=gap.known))
        self._known.setVisible(bool(gap.known))
        self.answer.show_text(gap.answer.text if gap.answer else "")
        self.printed.setChecked(gap.answer.printed if gap.answer else False)
        self._there.setVisible(gap.where is not None)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.answer.setReadOnly(not editable)
        self.printed.setEnabled(editable)

    def flush(self) -> bool:
        """Commit what is typed here."""
        return self.answer.flush()

    def _write(self, field: str, text: str, edit: str) -> None:
        sheet = self._report.sheet
        if sheet is not None and self._gap is not None:
            printed = self.printed.isChecked()
            self._desk.attempt_now(AnswerGap(sheet.id, self._gap.key, text.strip(), printed))

    def _tick(self, printed: bool) -> None:
        sheet = self._report.sheet
        if sheet is not None and self._gap is not None:
            text = self.answer.toPlainText().strip()
            self._desk.run(AnswerGap(sheet.id, self._gap.key, text, printed))

    def _go(self) -> None:
        if self._gap is not None and self._gap.where is not None:
            self.place_asked.emit(self._gap.where.kind, self._gap.where.id)
