"""What the year's budget comes to, and whether it held, with the arithmetic shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.budget_outcome import arithmetic
from hubra_desktop.model.records.money import BudgetVersion
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.ui.widgets.money_bar import MoneyBar
from hubra_desktop.ui.widgets.plain import PlainLabel

ICON = 18


class MarkedSentence(QWidget):
    """A sentence with an icon before it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = PlainLabel(parent=self)
        self._drawn = ("", "")
        self.text = label("", "", self)
        theme().changed.connect(self._draw)
        icon_place = (self._icon, Qt.AlignmentFlag.AlignTop)
        row(icon_place, (self.text, 1), of=self, spacing=GRID - 2)
        self.hide()

    def tell(self, sentence: str, drawing: str = "", role: str = "text") -> None:
        """Say a sentence; "" takes it away."""
        self.text.setText(sentence)
        self._drawn = (drawing, role)
        self._draw()
        self.setVisible(bool(sentence))

    def _draw(self) -> None:
        """Draw the icon in the colours that hold now."""
        drawing, role = self._drawn
        if drawing:
            self._icon.setPixmap(icon(drawing, role).pixmap(ICON, ICON))


class BudgetSummary(QFrame):
    """Says of a BudgetTable what is left, whether the posts make the frame, what is an example."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("budget-summary")
        self.setProperty("role", "card")
        self.question = label("", "small", self, wraps=False)
        self.verdict = MarkedSentence("budget-verdict", self)
        self.verdict.text.setProperty("role", "lead")
        self.sum = label("", "muted", self, name="budget-arithmetic")
        self.sum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = MoneyBar(self)
        self.frame = MarkedSentence("budget-frame", self)
        self.decided = MarkedSentence("budget-decided", self)
        self.example = MarkedSentence("budget-example", self)
        self.later = MarkedSentence("budget-later", self)
        spacing = GRID // 2
        answer = (self.question, self.verdict, self.bar, self.sum)
        notes = (self.frame, self.decided, self.example, self.later)
        left, right = column(*answer, None, spacing=spacing), column(*notes, None, spacing=spacing)
        margins = (2 * GRID, GRID + 2, 2 * GRID, GRID + 2)
        row((left, 3), (right, 2), of=self, margins=margins, spacing=4 * GRID)

    def show_table(self, table: BudgetTable) -> None:
        """Show what a table comes to."""
        closed = table.closed_on is not None
        self.question.setText(say("Höll budgeten?") if closed else say("Håller budgeten?"))
        self._tell_verdict(table)
        total = table.total
        self.bar.show_money(total.planned, total.net, total.committed, self.verdict.text.text())
        self.sum.setText(arithmetic(total, table.year, table.commitments))
        self._tell_frame(table)
        self._tell_decision(table.version)
        text = say("Hur pengarna delas på posterna är ett exempel, inte ett beslut.")
        self.example.tell(text if table.has_example else "", "information", "muted")
        later = say_count(
            "{n} rad bokförd ett annat år gäller det här året.",
            "{n} rader bokförda andra år gäller det här året.",
            len(table.notes),
        )
        self.later.tell(later if table.notes else "", "note", "muted")

    def _tell_verdict(self, table: BudgetTable) -> None:
        total = table.total
        if not total.planned:
            self.verdict.tell(say("Inget är planerat än."), "information", "muted")
        elif total.left < 0:
            sentence = say("Nej. Den är överskriden med {amount}.")
            self.verdict.tell(sentence.format(amount=kronor(-total.left)), "warning", "danger")
        else:
            sentence = say("Ja. {left} är kvar av {planned}.")
            text = sentence.format(left=kronor(total.left), planned=kronor(total.planned))
            self.verdict.tell(text, "check", "success")

    def _tell_decision(self, version: BudgetVersion | None) -> None:
        """Say who decided the budget that holds now, and when."""
        day = version.decided_on if version is not None else None
        reference = version.reference if version is not None else ""
        if day is None and not reference:
            self.decided.tell(say("Inget beslut om budgeten är antecknat."), "decision", "muted")
            return
        text = ", ".join(
            part for part in ("" if day is None else day_in_text(day), reference) if part
        )
        sentence = say("Beslutad: {decision}.", decision=text)
        self.decided.tell(sentence, "decision", "muted")

    def _tell_frame(self, table: BudgetTable) -> None:
        """Say what the frame is, and whether the posts fill it."""
        if table.frame_ore is None:
            self.frame.tell(say("Ingen ram är angiven."), "information", "muted")
            return
        frame = kronor(table.frame_ore)
        miss = table.allocated_ore - table.frame_ore
        if not miss:
            text = say("Posterna blir tillsammans hela ramen, {frame}.", frame=frame)
            self.frame.tell(text, "check", "success")
        elif miss < 0:
            text = say("{amount} av ramen {frame} är inte fördelat på någon post.")
            self.frame.tell(text.format(amount=kronor(-miss), frame=frame), "warning", "warning")
        else:
            text = say("Posterna är {amount} över ramen {frame}.")
            self.frame.tell(text.format(amount=kronor(miss), frame=frame), "warning", "danger")
