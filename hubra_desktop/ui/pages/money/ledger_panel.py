"""The part Händelser: the rows of the year's ledger, and the forms that add to it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.money.budget import leaves_of
from hubra_desktop.model.money.ledger_numbers import passed_over_text
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.context_menu import offer_menu
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.file_drop import FileTarget
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.money.booking import around, payments_of
from hubra_desktop.ui.pages.money.evidence import EvidenceHands
from hubra_desktop.ui.pages.money.filtered_list import FilteredList
from hubra_desktop.ui.pages.money.ledger_forms import BookForm, CorrectForm, RepayForm, row_text
from hubra_desktop.ui.pages.money.row_panel import RowPanel
from hubra_desktop.ui.pages.money.rows_models import (
    LedgerLine,
    ledger_columns,
    ledger_lines,
    ledger_words,
    summed,
)
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.widgets.build import action_button
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.evidence import evidence_counts
from hubra_desktop.work.queries.ledger_numbers import numbers_passed_over
from hubra_desktop.work.queries.money import ledger
from hubra_desktop.work.queries.money_choices import rows_touched

ACTIONS = ("book-entry", "book-repayment", "correct-entry")
AMOUNT, GRANT, VOUCHER, CONCERNS, EVIDENCE = 3, 7, 8, 9, 10


class LedgerPanel(FilteredList[LedgerLine]):
    """Shows one year's rows, filtered; ``row_chosen(id)`` follows the current one.

    The rows are read when the part is shown, and again when they have changed.
    ``grant_asked(id)`` leads to a grant.
    """

    row_chosen = Signal(str)
    grant_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        year: OpenYear,
        actions: Actions,
        side: FormHost,
        parent: QWidget | None = None,
    ) -> None:
        title = say_in("rows of the ledger", "Händelser")
        super().__init__("ledger", title, ledger_columns(), ledger_words, parent)
        self.setObjectName("ledger-panel")
        self._desk, self._year, self._side = desk, year, side
        self._passed = ""
        self.post = ChoiceField("ledger-post", say("Post"), self)
        self.kind = ChoiceField("ledger-kind", say("Slag"), self)
        kinds = [(capitalised(word(kind)), kind) for kind in EntryKind]
        self.kind.offer([(say("Alla slag"), None), *kinds])
        self.kind.show_value(None)
        texts = {"book-entry": say("Bokför…"), "book-repayment": say("Återbetalning…")}
        buttons = [
            action_button(actions[each], "ledger", self, text=text, mark=True)
            for each, text in texts.items()
        ]
        search = ("ledger-search", say("Sök händelse"))
        self.lay_out(buttons, (self.post, self.kind), search, 120)
        for choice in (self.post, self.kind):
            choice.commit_by(self.narrow)
        self.view.row_chosen.connect(self.row_chosen)
        self.view.opened.connect(self.open_row)
        self.hands = EvidenceHands(desk, self)
        FileTarget(self.view.viewport()).dropped.connect(self._take_files)
        offer_menu(self.view, ACTIONS, actions)

    def read(self) -> None:
        """Read the year's rows anew and show those that the filter leaves."""
        year = self._year.year
        lines: tuple[LedgerLine, ...] = ()
        self._passed = ""
        if year is not None and self._desk.workspace is not None:
            with self._desk.read() as reader:
                lines = ledger_lines(ledger(reader, year), evidence_counts(reader, year))
                self._passed = self._passed_over(reader, year)
        sheet = self._year.sheet
        posts = leaves_of(sheet) if sheet is not None else ()
        chosen = self.post.value()
        self.post.offer([(say("Alla poster"), None), *((each.name, each.id) for each in posts)])
        self.post.show_value(chosen if any(each.id == chosen for each in posts) else None)
        self.show_lines(lines)

    def follow(self, changes: Changes) -> bool:
        """Read no more than the rows that were touched; False when all must be read."""
        year = self._year.year
        touched = {row.id for row in changes.rows if row.kind == "ledger_entry"}
        if year is None or not self._lines or changes.kinds - {"ledger_entry"}:
            return False
        before = [line.row.entry for line in self._lines if line.id in touched]
        touched |= {entry.original_id for entry in before if entry.original_id}
        with self._desk.read() as reader:
            rows = rows_touched(reader, touched, year)
            fresh = ledger_lines(rows, evidence_counts(reader, year))
            self._passed = self._passed_over(reader, year)
        gone = touched.union(line.id for line in fresh)
        kept = (line for line in self._lines if line.id not in gone)
        merged = sorted((*kept, *fresh), key=lambda line: line.row.entry.number)
        known = {each: words for each, words in self._words.items() if each not in touched}
        self.show_lines(merged, known)
        return True

    def _passed_over(self, reader: Reader, year: int) -> str:
        """Tell which numbers the year has no row of, and why."""
        return passed_over_text(numbers_passed_over(reader, year), say)

    def wanted(self, line: LedgerLine) -> bool:
        post, kind, entry = self.post.value(), self.kind.value(), line.row.entry
        return (post is None or entry.post_id == post) and (kind is None or entry.kind is kind)

    def narrowed(self, lines: Sequence[LedgerLine]) -> None:
        self._hide_columns()
        self.sums.setText(". ".join(text for text in (summed(lines), self._passed) if text))

    def first(self, lines: Sequence[LedgerLine]) -> LedgerLine:
        return lines[-1]

    def narrow(self, *_: object) -> None:
        super().narrow()
        self.row_chosen.emit(self.view.current_id())

    def show_post(self, post_id: str) -> None:
        """Show the rows of one post."""
        self.post.show_value(post_id)
        self.narrow()

    def go_to(self, entry_id: str) -> bool:
        """Show a row, whatever the filter left; False when it is not of this year."""
        if not self.view.choose(entry_id):
            self.search.clear()
            self.post.show_value(None)
            self.kind.show_value(None)
            self.narrow()
        found = self.view.choose(entry_id)
        self.view.setFocus()
        return found

    def line(self, entry_id: str) -> LedgerLine | None:
        """Return a row of the year by its id."""
        return next((line for line in self._lines if line.id == entry_id), None)

    def _hide_columns(self) -> None:
        """Leave out the columns that nothing stands in."""
        entries = [line.row.entry for line in self._lines]
        filled = {
            GRANT: any(entry.grant_id for entry in entries),
            VOUCHER: any(entry.voucher for entry in entries),
            CONCERNS: any(entry.year_concerned for entry in entries),
            EVIDENCE: any(line.evidence for line in self._lines),
        }
        self.view.make_room(AMOUNT, (entry.amount_ore for entry in entries))
        self.view.leave_out([place for place, any_there in filled.items() if not any_there])

    def book(self, grant_id: str = "") -> None:
        """Open the form for a new row, for a grant if one is named."""
        form = BookForm(self._desk, around(self._desk, self._year, grant_id))
        if grant_id:
            form.take_grant(grant_id)
        elif self.post.value() is not None:
            form.entries["post_id"].show_value(self.post.value())
        self._side.open(form, self._booked, begin="amount_ore", about=grant_id)

    def repay(self, grant_id: str = "") -> None:
        """Open the form for a repayment; of the current row if it is a payment."""
        payments = payments_of(self._desk, self._year.year, grant_id)
        form = RepayForm(self._desk, around(self._desk, self._year), payments)
        current = self.view.current_id()
        if any(each.id == current for each in payments):
            form.take_payment(current)
        self._side.open(form, self._booked, about=grant_id)

    def correct(self) -> None:
        """Open the form that corrects the current row."""
        self._correct(self.view.current_id())

    def _correct(self, entry_id: str) -> None:
        line = self.line(entry_id)
        if line is None:
            return
        text = row_text(line.row.entry, line.row.post)
        form = CorrectForm(
            self._desk, around(self._desk, self._year), line.row.entry, text, line.row.left_ore
        )
        self._side.open(form, self._booked, about=entry_id)

    def _booked(self, result: object) -> None:
        """Go to the row just booked, if the list is what is seen."""
        if isinstance(result, Changes) and result.created and self.isVisible():
            self.go_to(result.created)

    def _take_files(self, paths: list[Path], place: QPoint) -> None:
        """Keep files that were dropped on a row as its evidence."""
        index = self.view.indexAt(place)
        if index.isValid():
            self.hands.add(("ledger_entry", self.model.id_at(index.row())), paths)
        else:
            self._desk.messages.warn(say("Släpp filen på den rad som den hör till."))

    def paste(self) -> None:
        """Keep what the clipboard holds as evidence of the current row."""
        row = self.view.current_id()
        if row:
            self.hands.paste(("ledger_entry", row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste evidence with Ctrl+V, where nothing is typed."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        super().keyPressEvent(event)

    def open_row(self, entry_id: str) -> None:
        """Tell all of a row beside the list."""
        line = self.line(entry_id)
        if line is None:
            return
        editable = not self._desk.read_only
        panel = RowPanel(line, self._desk, self.hands, editable=editable)
        panel.grant_asked.connect(self.grant_asked)
        self._side.open(panel, partial(self._after_row, entry_id))

    def _after_row(self, entry_id: str, result: object) -> None:
        if result == "correct":
            self._correct(entry_id)
