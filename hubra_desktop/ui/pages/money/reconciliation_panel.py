"""The part Avstämning: the year held against itself, and the rows that differ."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.reconciliation import Check, Compared, Reconciliation
from hubra_desktop.model.money.reconciliation_text import outcome_of, sides_text, verdict
from hubra_desktop.model.records.money import AccountStatement
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Figures, Story, card_text
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.reconciliation import account_statement, reconciliation

MOST = 40
"""Rows of a check that are shown; the paper has them all."""


class ReconciliationPanel(Story):
    """Built anew whenever the year is read; ``place_asked(kind, id)`` leads to a row."""

    place_asked = Signal(str, str)

    def __init__(self, desk: Desk, year: OpenYear, parent: QWidget | None = None) -> None:
        super().__init__("reconciliation-panel", say("Avstämning"), parent)
        self._desk, self._year = desk, year
        self._editable = True
        self._statement: AccountStatement | None = None
        self._reads: QPushButton | None = None
        self.asked.connect(self._do)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable

    def read(self) -> None:
        """Hold the year that is open against itself."""
        year = self._year.year
        if year is None or self._desk.workspace is None:
            return
        inside: QWidget | None = self.focusWidget()
        focused = inside is not None and inside.hasFocus()
        with self._desk.refusing(), self._desk.read() as reader:
            self._statement = account_statement(reader, year)
            self.show_parts(self._parts(reconciliation(reader, year, say)))
            if focused and self._reads is not None:
                # What had the focus is gone with the cards before.
                self._reads.setFocus()

    def _parts(self, shown: Reconciliation) -> Iterator[QWidget]:
        head = Card("reconciliation-verdict", say("Stämmer året?"), self)
        usable = self._editable
        self._reads = head.offer("read-accounts", say("Läs in kommunens bokföring…"),
                                 self.ask("accounts"), usable=usable)  # fmt: skip
        line = MarkedSentence("verdict", head)
        line.text.setProperty("role", "lead")
        mark = ("check", "success") if shown.agrees else ("warning", "danger")
        line.tell(verdict(shown), *mark)
        head.add(line)
        yield head
        if self._statement is not None:
            yield self._accounts(self._statement)
        for check in shown.differing:
            yield self._differing(check)
        same = [each for each in shown.checks if each.agrees]
        if same:
            agreed = ((each, kronor(each.ours_ore)) for each in same)
            yield self._listed("same", say("Stämmer"), agreed, "check", "success")
        if shown.missing:
            title, why = say("Kunde inte jämföras"), ((e, say(e.missing)) for e in shown.missing)
            yield self._listed("missing", title, why, "information", "muted")

    def _accounts(self, statement: AccountStatement) -> Card:
        """Return what was read of the municipality's accounts, which can be removed."""
        card = Card("reconciliation-accounts", say("Kommunens bokföring"), self)
        removal = say("Ta bort kommunens bokföring")
        remove = card.offer(
            "remove-accounts", say("Ta bort"), self.ask("remove"), usable=self._editable
        )
        remove.setAccessibleName(removal)
        remove.setToolTip(plain_tip(removal))
        day = short_date(statement.read_on) if statement.read_on else ""
        read = say_count(
            "{n} rad ur {file}, inläst {day}.",
            "{n} rader ur {file}, inlästa {day}.",
            len(statement.lines),
            file=statement.name,
            day=day,
        )
        card.say(read)
        return card

    def _differing(self, check: Check) -> Card:
        """Return what differs between two sides: their sums, and each row that is unlike."""
        card = Card(f"check-{check.key}", sides_text(check), self)
        line = MarkedSentence(f"outcome-{check.key}", card)
        line.tell(outcome_of(check), "warning", "danger")
        card.add(line)
        sums = (
            (say(check.ours), kronor(check.ours_ore), ""),
            (say(check.theirs), kronor(check.theirs_ore), ""),
            (say("Skillnad"), kronor(check.ours_ore - check.theirs_ore), ""),
        )
        card.add(Figures(sums, card))
        for place, each in enumerate(check.differing[:MOST]):
            card.add(self._row(check, place, each, card))
        more = len(check.differing) - MOST
        if more > 0:
            card.say(say("… och {n} rader till, i utskriften.", n=more))
        return card

    def _row(self, check: Check, place: int, row: Compared, card: Card) -> QWidget:
        """Return a row that differs; it leads to its place, if it has one in the register."""
        text = say(
            "{name}: {ours} – {theirs}, skillnad {difference}",
            name=row.name,
            ours=_amount(row.ours),
            theirs=_amount(row.theirs),
            difference=kronor(row.difference),
        )
        if not row.kind or row.kind == "account_statement":
            return card_text(text, "", card, selectable=True)
        line = CardLine(f"{check.key}-{place}", text, self.ask(row.kind, row.row_id), card)
        line.setIcon(icon("chevron-right", "accent"))
        return line

    def _listed(
        self, name: str, title: str, checks: Iterable[tuple[Check, str]], mark: str, tone: str
    ) -> Card:
        """Return checks as one line each: its two sides, and what is told of them."""
        card = Card(f"reconciliation-{name}", title, self)
        for check, told in checks:
            line = MarkedSentence(f"outcome-{check.key}", card)
            text = say("{sides}: {told}", sides=sides_text(check), told=told)
            line.tell(text, mark, tone)
            card.add(line)
        return card

    def _do(self, what: str, row_id: str) -> None:
        if what == "accounts":
            self._read_accounts()
        elif what == "remove":
            self._remove()
        else:
            self.place_asked.emit(what, row_id)

    def _read_accounts(self) -> None:
        """Ask for a file of accounts, and keep what it says; nothing is booked."""
        from hubra_desktop.ui.dialogs.files import ask_accounts
        from hubra_desktop.ui.table_actions import ask_table_file
        from hubra_desktop.work.table_accounts import without_post
        from hubra_desktop.work.table_memory import remember_answers

        path = ask_accounts(self)
        if path is None:
            return
        with self._desk.refusing():
            told = ask_table_file(self._desk, self, path, comparing=True)
            if told is None or told.plan.accounts is None:
                return
            if self._desk.attempt(told.plan.accounts) is not None:
                headings = [each.text for each in told.plan.read.headings]
                remember_answers(told.plan.name, headings, without_post(told.answers))
                text = say("{file} är inläst att jämföra med. Inget är bokfört.", file=path.name)
                self._desk.messages.tell(text, "undo")

    def _remove(self) -> None:
        if self._statement is None:
            return
        if self._desk.attempt(Remove(AccountStatement, self._statement.id)) is not None:
            self._desk.messages.tell(say("Kommunens bokföring togs bort ur avstämningen."), "undo")


def _amount(ore: int | None) -> str:
    return say("saknas") if ore is None else kronor(ore)
