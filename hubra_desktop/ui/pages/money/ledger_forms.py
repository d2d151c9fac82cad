"""The forms that book rows in the ledger: a row, a repayment, a correction, a transfer."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.sheets import LedgerEntrySheet
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.money.words import word
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.widgets.entries import (
    AmountEntry,
    ChoiceEntry,
    DateEntry,
    LineEntry,
    NumberEntry,
    ReadEntry,
)
from hubra_desktop.ui.widgets.form_panel import FormPanel, Values
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer

Choices = Sequence[tuple[str, object]]
KINDS = (EntryKind.PAYMENT, EntryKind.COST, EntryKind.INCOME, EntryKind.RESERVATION)


class GrantChoice(NamedTuple):
    """A grant that a row may belong to: what booking on it begins with; ``unpaid`` in öre."""

    id: str
    name: str
    counterpart: str
    body_id: str
    post_id: str | None
    unpaid: int


class PaymentChoice(NamedTuple):
    """A payment that may come back; ``left`` is what has not come back of it, in öre."""

    id: str
    name: str
    left: int


class Around(NamedTuple):
    """What the forms are filled from: the year, today, posts, grants and names known."""

    year: int
    today: date
    posts: Choices
    grants: Sequence[GrantChoice] = ()
    names: Sequence[str] = ()

    @property
    def near(self) -> date:
        """Return the day that a day without a year stands closest to."""
        if self.today.year == self.year:
            return self.today
        return date(self.year, 7, 1)


def year_of(values: Values, around: Around) -> int:
    """Return the year that a row is booked in: that of its day, or the one that is open."""
    day = values.get("date")
    return day.year if isinstance(day, date) else around.year


def amount_of(values: Values, sentence: str) -> int:
    """Return the amount entered, in öre; raises InputError with the sentence for none."""
    ore = values["amount_ore"]
    if not isinstance(ore, int):
        raise InputError(sentence)
    return ore


class LedgerForm(FormPanel):
    """What the forms of the ledger share: a day or none, an amount, and texts."""

    blames = "amount_ore"

    def __init__(
        self, name: str, desk: Desk, around: Around, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._desk = desk
        self._around = around
        self.day = DateEntry("date", self.tr("Date (empty: not known)"), around.near, self)
        self.amount = AmountEntry("amount_ore", self.tr("Amount"), self)
        self.text = LineEntry("text", self.tr("Text"), self)
        if around.today.year == around.year:
            self.day.show_value(around.today)

    def voucher_entry(self) -> LineEntry:
        """Return the entry for the number of the voucher."""
        return LineEntry("voucher", self.tr("Voucher"), self)

    def ore(self, values: Values) -> int:
        """Return the amount entered, in öre; raises InputError."""
        return amount_of(values, self.tr("Write the amount."))


class BookForm(LedgerForm):
    """Books a payment, a cost, an income or a reservation; a grant fills in what it knows."""

    def __init__(self, desk: Desk, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("form-book", desk, around, parent)
        kinds = [(capitalised(word(kind)), kind) for kind in KINDS]
        self.kind = ChoiceEntry("kind", self.tr("Kind"), kinds, self)
        self.post = ChoiceEntry("post_id", self.tr("Post"), around.posts, self)
        grants: list[tuple[str, object]] = [(self.tr("None"), None)]
        grants += [(grant.name, grant.id) for grant in around.grants]
        self.grant = ChoiceEntry("grant_id", self.tr("Grant"), grants, self)
        self.counterpart = LineEntry("counterpart", self.tr("To or from"), self, words=around.names)
        self.concerned = NumberEntry(
            "year_concerned", self.tr("Concerns the year (if another)"), self
        )
        self.grant.edited.connect(self._take_grant)
        self.fill(
            self.tr("Book a row"),
            self.tr("Book"),
            (
                self.kind,
                (self.day, self.amount),
                self.grant,
                self.post,
                self.counterpart,
                (self.voucher_entry(), self.concerned),
                self.text,
            ),
        )

    def take_grant(self, grant_id: str) -> None:
        """Begin with a grant: its post, its receiver, and what is not paid of it."""
        self.grant.show_value(grant_id)
        self._take_grant()

    def _chosen(self) -> GrantChoice | None:
        chosen = self.grant.read()
        return next((each for each in self._around.grants if each.id == chosen), None)

    def _take_grant(self) -> None:
        grant = self._chosen()
        if grant is None:
            return
        self.counterpart.show_value(grant.counterpart)
        if grant.post_id is not None:
            self.post.show_value(grant.post_id)
        if grant.unpaid > 0 and not self.amount.line.text():
            self.amount.show_value(grant.unpaid)

    def commit(self, values: Values) -> object:
        grant = self._chosen()
        named = grant is not None and values["counterpart"] == grant.counterpart
        fields = {name: values[name] for name in ("counterpart", "voucher", "text", "date")}
        entry = LedgerEntrySheet(
            **fields,  # type: ignore[arg-type]
            year=year_of(values, self._around),
            kind=self._kind(values),
            amount_ore=self.ore(values),
            post_id=str(values["post_id"] or ""),
            grant_id=None if grant is None else grant.id,
            counterpart_id=grant.body_id if grant is not None and named else None,
            year_concerned=self._concerned(values),
        )
        return self._desk.attempt(Book(entry))

    def _kind(self, values: Values) -> EntryKind:
        kind = values["kind"]
        return kind if isinstance(kind, EntryKind) else EntryKind.COST

    def _concerned(self, values: Values) -> int | None:
        concerned = values["year_concerned"]
        own = concerned == year_of(values, self._around)
        return concerned if isinstance(concerned, int) and not own else None


class RepayForm(LedgerForm):
    """Books what came back of a payment, in whole or in part."""

    def __init__(
        self,
        desk: Desk,
        around: Around,
        payments: Sequence[PaymentChoice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-repay", desk, around, parent)
        self._payments = {each.id: each for each in payments}
        choices = [(each.name, each.id) for each in payments]
        self.payment = ChoiceEntry("payment", self.tr("The payment that comes back"), choices, self)
        self.payment.edited.connect(self._offer_rest)
        self.fill(
            self.tr("Book a repayment"),
            self.tr("Book the repayment"),
            (self.payment, (self.day, self.amount), self.voucher_entry(), self.text),
            "" if payments else self.tr("No payment has anything left that can come back."),
        )
        self.accept.setEnabled(bool(payments))
        self._offer_rest()

    def take_payment(self, payment_id: str) -> None:
        """Begin with a payment and what has not come back of it."""
        self.payment.show_value(payment_id)
        self._offer_rest()

    def _offer_rest(self) -> None:
        chosen = self._payments.get(str(self.payment.read()))
        if chosen is not None:
            self.amount.show_value(chosen.left)
            said = self.tr("{amount} of it has not come back.")
            self.payment.say(said.format(amount=kronor(chosen.left)))

    def commit(self, values: Values) -> object:
        day = values["date"]
        return self._desk.attempt(
            Repay(
                payment_id=str(values["payment"] or ""),
                amount_ore=self.ore(values),
                year=year_of(values, self._around),
                date=day if isinstance(day, date) else None,
                voucher=str(values["voucher"]),
                text=str(values["text"]),
            )
        )


class CorrectForm(LedgerForm):
    """Takes a row back by a new one that points to it; the row itself stays as it is."""

    def __init__(
        self,
        desk: Desk,
        around: Around,
        original: LedgerEntrySheet,
        told: str,
        left: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-correct", desk, around, parent)
        self._original = original
        shown = ReadEntry("original", self.tr("The row that is wrong"), told, self)
        self.amount.show_value(left)
        self.fill(
            self.tr("Correct row {number}").format(number=original.number),
            self.tr("Book the correction"),
            (shown, (self.day, self.amount), self.text),
            self.tr(
                "A row is never changed. The correction takes back the amount; book the right "
                "row after it."
            ),
        )

    def commit(self, values: Values) -> object:
        day = values["date"]
        return self._desk.attempt(
            Correct(
                original_id=self._original.id,
                year=year_of(values, self._around),
                date=day if isinstance(day, date) else None,
                amount_ore=self.ore(values),
                text=str(values["text"]),
            )
        )


class TransferForm(LedgerForm):
    """Moves planned money from one post to another."""

    def __init__(self, desk: Desk, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("form-transfer", desk, around, parent)
        self.source = ChoiceEntry("from", self.tr("From the post"), around.posts, self)
        self.target = ChoiceEntry("to", self.tr("To the post"), around.posts, self)
        if len(around.posts) > 1:
            self.target.show_value(around.posts[1][1])
        self.fill(
            self.tr("Transfer between posts"),
            self.tr("Transfer"),
            (self.source, self.target, (self.day, self.amount), self.text),
            self.tr("Moves what is planned: two rows in the ledger that sum to zero."),
        )

    def begin_from(self, post_id: str) -> None:
        """Begin with the post that money is taken from."""
        self.source.show_value(post_id)

    def commit(self, values: Values) -> object:
        day = values["date"]
        return self._desk.attempt(
            Transfer(
                from_post_id=str(values["from"] or ""),
                to_post_id=str(values["to"] or ""),
                amount_ore=self.ore(values),
                year=year_of(values, self._around),
                date=day if isinstance(day, date) else None,
                text=str(values["text"]),
            )
        )


def row_told(entry: LedgerEntrySheet, post: str) -> str:
    """Tell a row of the ledger in a few words."""
    parts = (
        "" if entry.date is None else short_date(entry.date),
        capitalised(word(entry.kind)),
        kronor(entry.amount_ore),
        entry.counterpart,
        post,
        entry.text,
    )
    return " · ".join(part for part in parts if part)
